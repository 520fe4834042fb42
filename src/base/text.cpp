#include "base/text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "base/english_count.hpp"

namespace ntmap::base {
namespace {

/// Puts a grouping mark between thousands of the digits before `point` (or the end).
std::string grouped(std::string digits, char group, char point) {
  const std::size_t dot = digits.find('.');
  const std::size_t end = dot == std::string::npos ? digits.size() : dot;
  if (dot != std::string::npos) digits[dot] = point;
  const std::size_t first = !digits.empty() && digits.front() == '-' ? 1 : 0;
  for (std::size_t at = end; at > first + 3; at -= 3) digits.insert(at - 3, 1, group);
  return digits;
}

Text localised(const std::string& digits) {
  return {grouped(digits, '.', ','), grouped(digits, ',', '.')};
}

enum class Counts : unsigned char { as_written, one_is_singular };

/// "0/1 units", "none of the 1 areas": the number is one of several, or a name of all.
bool of_many(std::string_view before) {
  return before.ends_with('/') || before.ends_with("the ") || before.ends_with("all ");
}

std::string filled(std::string_view given, const std::vector<std::string_view>& arguments, Counts counts) {
  std::string out;
  std::string pattern(given);
  std::size_t next = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      out += pattern[i];
      continue;
    }
    const std::size_t close = pattern.find('}', i);
    if (close == std::string_view::npos) throw std::logic_error("text pattern with an open brace");
    const std::size_t index = close == i + 1 ? next++ : std::stoul(pattern.substr(i + 1, close - i - 1));
    if (index >= arguments.size()) throw std::logic_error("text pattern names a missing argument");
    out += arguments[index];
    const bool one = counts == Counts::one_is_singular && arguments[index] == "1" &&
                     !of_many(std::string_view(pattern).substr(0, i));
    if (one) pattern = pattern.substr(0, close + 1) + behind_one(std::string_view(pattern).substr(close + 1));
    i = close;
  }
  return out;
}

}  // namespace

std::optional<Lang> lang_from(std::string_view word) {
  if (word == "vi") return Lang::vi;
  if (word == "en") return Lang::en;
  return std::nullopt;
}

Text Text::whole(std::int64_t value) {
  return localised(fmt::format("{}", value));
}

Text text(std::string_view vi, std::string_view en, std::initializer_list<Text> arguments) {
  std::vector<std::string_view> in_vi;
  std::vector<std::string_view> in_en;
  for (const Text& argument : arguments) {
    in_vi.push_back(argument.vi);
    in_en.push_back(argument.en);
  }
  return {filled(vi, in_vi, Counts::as_written), filled(en, in_en, Counts::one_is_singular)};
}

Text number(double value, int decimals) {
  if (!std::isfinite(value)) return "–";
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  if (digits.find_first_not_of("-0.") == std::string::npos && digits.front() == '-') digits.erase(0, 1);
  return localised(digits);
}

Text short_number(double value, int max_decimals) {
  if (!std::isfinite(value)) return "–";
  std::string digits = fmt::format("{:.{}f}", value, max_decimals);
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  if (digits == "-0") digits = "0";
  return localised(digits);
}

Text join(const std::initializer_list<Text>& parts, std::string_view separator) {
  Text out;
  for (const Text& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) {
      out.vi += separator;
      out.en += separator;
    }
    out.vi += part.vi;
    out.en += part.en;
  }
  return out;
}

}  // namespace ntmap::base
