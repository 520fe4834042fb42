#include "app/programme/count_range.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "base/counted.hpp"

namespace ntmap::app {
namespace {

constexpr std::string_view k_to = "..";

/// The whole number that is all of the digits; nothing for other words.
std::optional<int> whole_number(std::string_view digits) {
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string range_word(int known, int unknown, int total) {
  if (unknown == 0 || unknown >= total) return {};
  return fmt::format("{}{}{}", known, k_to, known + unknown);
}

std::optional<scene::ValueRange> count_range(const Figures& figures, std::size_t unit) {
  if (unit >= figures.texts.size()) return std::nullopt;
  const std::string_view word = figures.texts[unit];
  const std::size_t to = word.find(k_to);
  if (to == std::string_view::npos) return std::nullopt;
  const auto least = whole_number(word.substr(0, to));
  const auto most = whole_number(word.substr(to + k_to.size()));
  if (!least || !most) return std::nullopt;
  return scene::ValueRange{static_cast<double>(*least), static_cast<double>(*most)};
}

std::vector<scene::ValueRange> count_ranges(const Figures& figures) {
  std::vector<scene::ValueRange> out;
  for (std::size_t unit = 0; unit < figures.values.size(); ++unit)
    out.push_back(count_range(figures, unit).value_or(scene::ValueRange{}));
  return out;
}

base::Text range_words(const scene::ValueRange& range, const base::Text& unit) {
  if (range.least == 0) {
    return base::text("nhiều nhất {}, còn chưa rõ", "at most {}, not all known",
                      {base::with_unit(base::number(range.most, 0), unit)});
  }
  return base::text(
      "ít nhất {}, {} chưa rõ", "at least {}, {} unknown",
      {base::with_unit(base::number(range.least, 0), unit), base::number(range.most - range.least, 0)});
}

std::string short_range(const scene::ValueRange& range) {
  return range.least == 0 ? fmt::format("≤ {:.0f}", range.most) : fmt::format("≥ {:.0f}", range.least);
}

}  // namespace ntmap::app
