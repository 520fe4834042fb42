#include "scene/legend.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

#include "colour/contrast.hpp"
#include "stats/breaks.hpp"

namespace ntmap::scene {
namespace {

/// A legend's rows begin with capitals, as headings do; in sentences and tables labels stay small.
LegendRow row_of(const model::MapClass& c, std::uint8_t byte) {
  return {byte, {capitalised(c.label.vi), capitalised(c.label.en)}, c.fill, c.hatch, c.count, c.hatch_ink};
}

/// The bars' bounds: one a whole number where they are few, else pretty steps.
std::vector<double> bar_bounds(std::span<const double> values, int bars, bool& whole_numbers) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  whole_numbers = *high - *low < bars &&
                  std::all_of(values.begin(), values.end(), [](double v) { return v == std::floor(v); });
  if (!whole_numbers) return stats::pretty_bounds(values, bars);
  std::vector<double> bounds;
  const int last = static_cast<int>(*high - *low) + 1;
  for (int i = 0; i <= last; ++i) bounds.push_back(*low + i);
  return bounds;
}

}  // namespace

std::string capitalised(std::string text) {
  constexpr std::pair<std::string_view, std::string_view> k_capitals[] = {{"đ", "Đ"}, {"ă", "Ă"}, {"â", "Â"},
                                                                          {"ê", "Ê"}, {"ô", "Ô"}, {"ơ", "Ơ"},
                                                                          {"ư", "Ư"}, {"í", "Í"}, {"ổ", "Ổ"}};
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  for (const auto& [small, capital] : k_capitals) {
    if (text.starts_with(small)) return std::string(capital) + text.substr(small.size());
  }
  return text;
}

std::vector<LegendRow> legend_rows(const model::ClassList& classes, const LegendOptions& options) {
  std::vector<LegendRow> rows;
  for (std::size_t i = 0; i < classes.classes.size(); ++i) {
    rows.push_back(row_of(classes.classes[i], static_cast<std::uint8_t>(i)));
  }
  const auto special = [&](const model::MapClass& state, std::uint8_t byte, bool always) {
    if (always || state.count > 0) rows.push_back(row_of(state, byte));
  };
  special(classes.no_data, model::k_class_no_data, options.always_no_data);
  special(classes.not_applicable, model::k_class_not_applicable, options.always_not_applicable);
  special(classes.out_of_range, model::k_class_out_of_range, options.always_out_of_range);
  return rows;
}

bool shows_pale_fills(const model::ClassList& classes, std::span<const std::uint8_t> class_of) {
  std::array<bool, 256> shown{};
  for (const std::uint8_t byte : class_of) shown[byte] = true;
  for (std::size_t byte = 0; byte < shown.size(); ++byte) {
    constexpr double k_seen = 1.25;  // contrast with white
    if (!shown[byte]) continue;
    const model::Rgb fill = classes.by_byte(static_cast<std::uint8_t>(byte)).fill;
    if (colour::contrast(fill, {255, 255, 255}) < k_seen) return true;
  }
  return false;
}

LegendHistogram legend_histogram(const model::ClassList& classes, std::span<const double> values, int bars) {
  std::vector<double> shown;
  std::vector<std::uint8_t> class_of_shown;
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (classes.class_of[unit] >= classes.classes.size() || !std::isfinite(values[unit])) continue;
    shown.push_back(values[unit]);
    class_of_shown.push_back(classes.class_of[unit]);
  }
  LegendHistogram histogram;
  if (shown.empty()) return histogram;
  histogram.bounds = bar_bounds(shown, bars, histogram.whole_numbers);
  histogram.counts.assign(histogram.bounds.size() - 1, std::vector<std::size_t>(classes.classes.size(), 0));
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto bar = stats::find_class(histogram.bounds, shown[i], false);
    if (bar) ++histogram.counts[*bar][class_of_shown[i]];
  }
  for (const auto& bar : histogram.counts) {
    histogram.highest = std::max(histogram.highest, std::accumulate(bar.begin(), bar.end(), std::size_t{0}));
  }
  return histogram;
}

}  // namespace ntmap::scene
