#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ntmap::io {

/// The text of a cell that is put together from runs of different looks. A raised run is the mark of a
/// footnote ("2207" and a small 1) and is left out, unless it stands at a unit of measure ("m" and a small
/// 2); a struck-out run is what its author took back. A text that has nothing else is kept.
class RichText {
 public:
  void clear() { m_runs.clear(); }
  bool empty() const { return m_runs.empty(); }
  /// The run that texts are added to from now on.
  void begin_run() { m_runs.emplace_back(); }
  void raise() { run().raised = true; }
  void strike() { run().struck = true; }
  void add(std::string_view text) { run().text += text; }

  std::string text() const;
  /// What text() leaves out: the raised runs and the struck-out ones.
  std::string raised_left_out() const;
  std::string struck_left_out() const;

 private:
  struct Run {
    std::string text;
    bool raised = false;
    bool struck = false;
  };
  Run& run() { return m_runs.empty() ? m_runs.emplace_back() : m_runs.back(); }
  std::vector<bool> kept() const;

  std::vector<Run> m_runs;
};

/// A text of an XLSX with its escapes ("_x000A_") replaced and carriage returns left out.
std::string without_escapes(std::string_view text);

}  // namespace ntmap::io
