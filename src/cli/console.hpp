#pragma once

#include <cstddef>
#include <string>

#include "base/error.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::cli {

/// Where commands print: results to stdout, messages and progress to stderr.
struct Console {
  base::Lang lang = base::Lang::vi;
  bool lang_given = false;  ///< by --lang, not by the locale
  bool json = false;
  std::size_t shown_alike = 5;  ///< of findings of one rule and file; more would fill screens

  void result(const std::string& line) const;
  void result(const base::Text& line) const { result(line.in(lang)); }
  /// After the last result: throws Error{io} unless all of them reached where they go, a full disk say.
  void finish() const;
  void message(const base::Text& line) const;
  void error(const base::Error& error) const;
  /// Warnings and errors among the findings, one line each; notes only when asked for. Of those of one rule
  /// and file the first `shown_alike`, and how many more there are.
  void findings(const base::Findings& findings, bool notes = false) const;
  /// The result of a command that wrote a file or a folder: its findings, then its path; with --json one
  /// object,
  /// {"file":...,"findings":[...]}.
  void written(const std::string& path, const base::Findings& findings) const;
  /// "ERROR: file, row 3: what → remedy".
  std::string line_of(const base::Finding& finding) const;
  /// A job that draws a progress bar on a terminal once the work has taken half a second, and that Ctrl-C
  /// cancels.
  base::Job job() const;
};

/// A text as a JSON string, quotes included, whatever bytes it holds (base/json_text).
std::string json_text(const std::string& text);
/// A JSON list of what `format` makes of each item.
template <class Items, class Format>
std::string json_list(const Items& items, Format format) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : ",") + format(item);
  return "[" + out + "]";
}
/// A finding as a JSON object: severity, rule, file, place, what, remedy.
std::string json_finding(const base::Finding& finding, base::Lang lang);

}  // namespace ntmap::cli
