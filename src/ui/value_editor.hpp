#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/evaluate.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// Which cell is edited.
struct EditedCell {
  std::string table;
  std::string field;
  std::string period;
  std::string code;
  base::Text unit;          ///< "Xã Hương Khê, huyện Hương Khê"
  base::Text what;          ///< "17.1 Tỷ lệ hộ dùng nước sạch"
  base::Text measure = {};  ///< "%", "triệu đồng/người/năm"; empty: none
};

/// A small window in which one value is changed. What is typed is read as the language writes numbers;
/// an empty text means "no data". The change is marked with who and when, and can be undone.
class ValueEditor {
 public:
  /// `was` is what the source has: "98.5", a word, or empty.
  void open(EditedCell cell, std::string was);
  /// The same for a figure of the criteria.
  void open(EditedCell cell, const criteria::EvaluationInput& input, std::uint32_t unit);
  void draw(Desk& desk);

 private:
  void draw_cell(const Desk& desk) const;
  void accept(Desk& desk);
  void take(Desk& desk, const std::string& value);
  void ask_which(Desk& desk);

  EditedCell m_cell;
  std::string m_was;
  std::string m_typed;
  base::Text m_refused;
  std::vector<std::string> m_readings;  // of what was typed, where it can mean two numbers
  std::string m_asked_of;               // what was typed then
  bool m_type = false;                  // the field is to have the keyboard
  bool m_ask = false;
};

}  // namespace ntmap::ui
