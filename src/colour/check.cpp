#include "colour/check.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "colour/difference.hpp"

namespace ntmap::colour {
namespace {

base::Finding too_near(const base::Text& first, const base::Text& second, const PairDifference& worst) {
  base::Finding finding;
  finding.severity = base::Severity::warning;
  finding.rule = "colour.too-near";
  finding.place = base::text("“{}” và “{}”", "\"{}\" and \"{}\"", {first, second});
  finding.what = base::text(
      "khó phân biệt khi {}: ΔE {}, nên từ {}", "hard to tell apart in {}: ΔE {}, should be {}",
      {name_of(worst.vision), base::number(worst.difference, 1), base::number(k_least_difference, 0)});
  finding.remedy = {"chọn bảng màu khác hoặc ít lớp hơn", "choose another palette or fewer classes"};
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
  std::vector<model::Rgb> colours;
  for (const model::MapClass& c : classes.classes) colours.push_back(c.fill);
  colours.push_back(classes.no_data.fill);
  const auto label = [&](std::size_t i) {
    return i < classes.classes.size() ? classes.classes[i].label : classes.no_data.label;
  };
  const std::vector<PairDifference> all = all_differences(colours);
  base::Findings findings;
  for (auto pair = all.begin(); pair != all.end(); pair += k_all_visions.size()) {
    const auto worst = std::min_element(pair, pair + k_all_visions.size(), [](const auto& a, const auto& b) {
      return a.difference < b.difference;
    });
    if (worst->difference >= k_least_difference) continue;
    findings.push_back(too_near(label(worst->first), label(worst->second), *worst));
  }
  return findings;
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

}  // namespace ntmap::colour
