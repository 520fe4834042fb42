#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ntmap::io {

/// What a text says about how its column writes numbers.
enum class NumberShape : std::uint8_t {
  plain,           ///< digits only: reads the same in every style
  decimal_comma,   ///< "98,5", "1.234,5", "1.234.567"
  decimal_point,   ///< "98.5", "1,234.5", "1,234,567"
  comma_or_group,  ///< "1,234": thousands or three decimals
  point_or_group,  ///< "1.234": likewise
  no_data,         ///< blank, "-", "–", "x", "không có", "n/a" and the like
  word,            ///< no number
};

/// A cell's text taken apart: sign, digits with their marks, percent sign.
struct NumberText {
  NumberShape shape = NumberShape::word;
  bool negative = false;
  bool percent = false;
  std::string digits;  ///< digits, '.' and ','; spaces and apostrophes between thousands are gone
};

NumberText parse_number_text(std::string_view text);

/// The value of a text that is a number when `decimal` (',' or '.') is the decimal mark.
double number_value(const NumberText& text, char decimal);

}  // namespace ntmap::io
