#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <string_view>
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

/// A number above zero: its digits without a point, of which the first `whole` stand before it (none and
/// zeros after it where that is not above 0).
struct Digits {
  std::string digits;
  int whole = 0;
};

/// The shortest digits that mean just this double: 0.15 where its exact value is 0.1499999999999999944.
Digits shortest_digits(double value) {
  std::array<char, 32> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  const std::string_view all(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const std::size_t mark = all.find('e');
  Digits out;
  std::copy_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(mark), std::back_inserter(out.digits),
               [](char c) { return c != '.'; });
  out.whole = std::stoi(std::string(all.substr(mark + 1))) + 1;
  return out;
}

/// Keeps the first `count` digits (below 0: none), half away from zero.
void round_to(Digits& number, int count) {
  if (count >= static_cast<int>(number.digits.size())) return;
  const bool up = count >= 0 && number.digits[static_cast<std::size_t>(count)] >= '5';
  number.digits.resize(static_cast<std::size_t>(std::max(0, count)));
  if (!up) return;
  const std::size_t nines = number.digits.size() - (number.digits.find_last_not_of('9') + 1);
  number.digits.replace(number.digits.size() - nines, nines, nines, '0');
  if (nines < number.digits.size()) {
    ++number.digits[number.digits.size() - nines - 1];
  } else {
    number.digits.insert(0, 1, '1');
    ++number.whole;
  }
}

/// As spreadsheets show it: of 15 digits, half away from zero. 0.25 is 0.3, and so is a mean of
/// 0.24999999999999997, where the machine's arithmetic lost a bit of 0.25.
std::string rounded(double value, int decimals) {
  constexpr int k_sure_digits = 15;
  if (value == 0) return fmt::format("{:.{}f}", 0.0, decimals);
  Digits number = shortest_digits(std::abs(value));
  if (number.whole + decimals < k_sure_digits) round_to(number, k_sure_digits);
  round_to(number, number.whole + decimals);
  std::string out = number.digits;
  if (number.whole <= 0) out.insert(0, static_cast<std::size_t>(1 - number.whole), '0');
  const auto whole = static_cast<std::size_t>(std::max(1, number.whole));
  out.resize(whole + static_cast<std::size_t>(decimals), '0');
  if (decimals > 0) out.insert(whole, 1, '.');
  return (value < 0 && out.find_first_not_of("0.") != std::string::npos ? "-" : "") + out;
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
  return localised(rounded(value, decimals));
}

Text short_number(double value, int max_decimals) {
  if (!std::isfinite(value)) return "–";
  std::string digits = rounded(value, max_decimals);
  if (digits.find('.') != std::string::npos) {
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
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
