#pragma once

#include <string>
#include <vector>

namespace ntmap::ui {

/// Buttons and boxes behind the last item, on its line: the first that has no room there and all after it go
/// into a list that a button "…" at the end opens. Each call says whether it was chosen, on the line or in
/// the list. In every frame the same calls, then end().
class ToolRow {
 public:
  /// `more` is the tip of the button.
  explicit ToolRow(std::string more);
  bool button(const std::string& words);
  bool checkbox(const std::string& words, bool& on);
  void end();

 private:
  struct Listed {
    std::string words;
    bool* on;
  };
  /// Places it on the line, or in the list, where it is chosen when its number is what was chosen there in
  /// the frame before.
  bool place(const std::string& words, float width, bool* on, bool& chosen);

  std::string m_more;
  std::vector<Listed> m_listed;
  int m_chosen;  // in the list, in the frame before; -1: none
  bool m_full = false;
};

}  // namespace ntmap::ui
