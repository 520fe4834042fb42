#include "colour/check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "colour/difference.hpp"
#include "colour/palettes.hpp"

namespace ntmap::colour {
namespace {

bool nearer(const PairDifference& a, const PairDifference& b) {
  return a.difference < b.difference;
}

/// The classes' colours, then the no-data one.
std::vector<model::Rgb> colours_of(const model::ClassList& classes) {
  std::vector<model::Rgb> colours;
  for (const model::MapClass& c : classes.classes) colours.push_back(c.fill);
  colours.push_back(classes.no_data.fill);
  return colours;
}

/// Whether a pattern tells two classes apart, whatever their colours. The no-data look does not count here.
bool told_by_hatch(const model::ClassList& classes, const PairDifference& pair) {
  return pair.second < classes.classes.size() &&
         classes.classes[pair.first].hatch != classes.classes[pair.second].hatch;
}

/// Pairs that are too near to some kind of vision, each with its worst case.
std::vector<PairDifference> near_pairs(const model::ClassList& classes, std::span<const Vision> visions) {
  std::vector<PairDifference> near;
  for (const PairDifference& one : all_differences(colours_of(classes))) {
    const bool asked = std::find(visions.begin(), visions.end(), one.vision) != visions.end();
    if (!asked || one.difference >= k_least_difference || told_by_hatch(classes, one)) continue;
    // The visions of a pair follow one another.
    const bool same = !near.empty() && near.back().first == one.first && near.back().second == one.second;
    if (!same) {
      near.push_back(one);
    } else if (nearer(one, near.back())) {
      near.back() = one;
    }
  }
  return near;
}

/// What to do: for intervals the sequential palettes of ours that keep that many classes apart.
base::Text remedy_for(const model::ClassList& classes) {
  const bool intervals = std::any_of(classes.classes.begin(), classes.classes.end(),
                                     [](const model::MapClass& one) { return !std::isnan(one.low); });
  std::string names;
  for (const PaletteInfo& info : all_palettes()) {
    if (!intervals || !info.name.starts_with("ntmap-")) continue;
    const auto colours = palette(info.name, static_cast<int>(classes.classes.size())).colours;
    const auto near = [](const PairDifference& one) {
      return one.vision != Vision::greyscale && one.difference < k_least_difference;
    };
    const auto pairs = all_differences(colours);
    if (std::none_of(pairs.begin(), pairs.end(), near))
      names += (names.empty() ? "" : ", ") + std::string(info.name);
  }
  if (names.empty()) return {"chọn màu khác hoặc ít lớp hơn", "choose other colours or fewer classes"};
  return base::text("chọn bảng màu {} hoặc ít lớp hơn", "choose palette {} or fewer classes", {names});
}

base::Finding too_near(const model::ClassList& classes, const PairDifference& worst) {
  const auto label = [&](std::size_t i) {
    return i < classes.classes.size() ? classes.classes[i].label : classes.no_data.label;
  };
  base::Finding finding;
  finding.severity = base::Severity::warning;
  finding.rule = "colour.too-near";
  finding.place = base::text("“{}” và “{}”", "\"{}\" and \"{}\"", {label(worst.first), label(worst.second)});
  finding.what = base::text(
      "khó phân biệt khi {}: ΔE {}, nên từ {}", "hard to tell apart in {}: ΔE {}, should be {}",
      {name_of(worst.vision), base::number(worst.difference, 1), base::number(k_least_difference, 0)});
  finding.remedy = remedy_for(classes);
  return finding;
}

}  // namespace

std::vector<PairDifference> all_differences(std::span<const model::Rgb> colours) {
  std::vector<std::vector<Lab>> seen;
  for (const Vision vision : k_all_visions) {
    auto& labs = seen.emplace_back();
    for (const model::Rgb colour : colours) labs.push_back(to_lab(simulated(colour, vision)));
  }
  std::vector<PairDifference> all;
  for (std::size_t i = 0; i < colours.size(); ++i) {
    for (std::size_t j = i + 1; j < colours.size(); ++j) {
      for (std::size_t v = 0; v < seen.size(); ++v) {
        all.push_back({i, j, k_all_visions[v], difference(seen[v][i], seen[v][j])});
      }
    }
  }
  return all;
}

double least_difference(model::Rgb colour, std::span<const model::Rgb> others,
                        std::span<const Vision> visions) {
  double least = std::numeric_limits<double>::infinity();
  for (const Vision vision : visions) {
    for (const model::Rgb other : others) {
      least = std::min(least, difference(simulated(colour, vision), simulated(other, vision)));
    }
  }
  return least;
}

base::Findings check_colours(const model::ClassList& classes) {
  base::Findings findings;
  for (const PairDifference& pair : near_pairs(classes, k_all_visions))
    findings.push_back(too_near(classes, pair));
  return findings;
}

base::Findings check_map_colours(const model::ClassList& classes, std::span<const Vision> visions) {
  const std::vector<PairDifference> near = near_pairs(classes, visions);
  if (near.empty()) return {};
  base::Finding finding = too_near(classes, *std::min_element(near.begin(), near.end(), nearer));
  if (near.size() > 1) {
    finding.what = base::text("{}; {} cặp như vậy", "{}; {} such pairs", {finding.what, near.size()});
  }
  return {finding};
}

model::Rgb distinct_colour(std::span<const model::Rgb> candidates, std::span<const model::Rgb> taken) {
  // Greyscale is the last of all kinds of vision.
  const auto coloured = std::span(k_all_visions).first(k_all_visions.size() - 1);
  for (const model::Rgb candidate : candidates) {
    if (least_difference(candidate, taken, coloured) >= k_least_difference) return candidate;
  }
  return *std::max_element(candidates.begin(), candidates.end(), [&](model::Rgb a, model::Rgb b) {
    return least_difference(a, taken, coloured) < least_difference(b, taken, coloured);
  });
}

std::pair<model::Rgb, model::Rgb> distinct_colours(std::span<const model::Rgb> firsts,
                                                   std::span<const model::Rgb> seconds,
                                                   std::span<const model::Rgb> taken) {
  const auto coloured = std::span(k_all_visions).first(k_all_visions.size() - 1);
  const auto clear = [&](model::Rgb colour, std::span<const model::Rgb> of) {
    return least_difference(colour, of, coloured) >= k_least_difference;
  };
  std::vector<std::size_t> clear_seconds;
  for (std::size_t j = 0; j < seconds.size(); ++j) {
    if (clear(seconds[j], taken)) clear_seconds.push_back(j);
  }
  std::optional<std::pair<std::size_t, std::size_t>> best;
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    if (best && i >= best->first + best->second) break;
    if (!clear(firsts[i], taken)) continue;
    const auto j = std::find_if(clear_seconds.begin(), clear_seconds.end(),
                                [&](std::size_t at) { return clear(seconds[at], firsts.subspan(i, 1)); });
    if (j != clear_seconds.end() && (!best || i + *j < best->first + best->second)) best = {i, *j};
  }
  if (best) return {firsts[best->first], seconds[best->second]};
  const model::Rgb first = distinct_colour(firsts, taken);
  std::vector<model::Rgb> with_first(taken.begin(), taken.end());
  with_first.push_back(first);
  return {first, distinct_colour(seconds, with_first)};
}

}  // namespace ntmap::colour
