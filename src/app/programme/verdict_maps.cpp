#include "app/programme/verdict_maps.hpp"

#include "app/programme/computed_figure.hpp"
#include "scene/classify.hpp"

namespace ntmap::app {

using base::text;

std::vector<model::ThemeCategory> verdict_categories() {
  return {{"met", text("Đạt", "Met"), {0x01, 0x66, 0x5e}, model::Hatch::none},
          {"not_met", text("Chưa đạt", "Not met"), {0xdf, 0xae, 0x62}, model::Hatch::none}};
}

std::vector<VerdictMap> verdict_maps(const Assessment& assessment, const std::string& set) {
  const std::vector<model::ThemeCategory> categories = verdict_categories();
  std::vector<VerdictMap> out;
  for (const criteria::Criterion& criterion : assessment.result(set).set().criteria) {
    if (criterion.gate) continue;
    model::Indicator indicator;
    indicator.compute = "verdict:" + criterion.no;
    indicator.set = set;
    const ComputedFigure figure = compute_indicator(assessment, indicator);
    VerdictMap map;
    map.number = criterion.no;
    map.title = text("{}. {}", "{}. {}", {criterion.no, criterion.name});
    map.classes = scene::categories(
        figure.words, categories, {.title = map.title, .unit = {}, .not_applicable = figure.not_applicable});
    out.push_back(std::move(map));
  }
  return out;
}

}  // namespace ntmap::app
