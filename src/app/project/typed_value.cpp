#include "app/project/typed_value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "io/number_reader.hpp"
#include "names/fold.hpp"

namespace ntmap::app {

std::string stored_text(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

std::vector<std::string> stored_readings(const std::string& typed, base::Lang lang) {
  const std::string words = names::search_key(typed);
  if (words.empty()) return {""};
  if (words == "dat" || words == "met") return {"1"};
  if (words == "chua dat" || words == "khong dat" || words == "not met") return {"0"};
  const io::NumberText number = io::parse_number_text(typed);
  switch (number.shape) {
    case io::NumberShape::word:
      return {};
    case io::NumberShape::no_data:
      return {""};
    case io::NumberShape::decimal_comma:
      return {stored_text(io::number_value(number, ','))};
    case io::NumberShape::decimal_point:
      return {stored_text(io::number_value(number, '.'))};
    default:
      break;
  }
  const std::string with_comma = stored_text(io::number_value(number, ','));
  const std::string with_point = stored_text(io::number_value(number, '.'));
  if (with_comma == with_point) return {with_comma};
  if (lang == base::Lang::vi) return {with_comma, with_point};
  return {with_point, with_comma};
}

std::optional<std::string> stored_value(const std::string& typed, base::Lang lang) {
  const std::vector<std::string> readings = stored_readings(typed, lang);
  return readings.empty() ? std::nullopt : std::optional(readings.front());
}

std::string shown_text(const std::string& stored, base::Lang lang) {
  double value = 0;
  const auto [end, failure] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (failure != std::errc() || end != stored.data() + stored.size()) return stored;
  return base::short_number(value).in(lang);
}

}  // namespace ntmap::app
