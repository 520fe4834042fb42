#include "app/desk/compare.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/map/class_bounds.hpp"
#include "app/map/map_classes.hpp"

namespace ntmap::app {
namespace {

bool is_isolated(const model::Classification& how, double value) {
  return std::find(how.isolated.begin(), how.isolated.end(), value) != how.isolated.end();
}

/// The classes of the first map as fixed bounds that hold these values too; nothing where they are no plain
/// row of intervals: few different values have a class each.
std::vector<double> common_bounds(const MapContent& first, const std::vector<double>& values) {
  const model::Classification& how = first.theme.classification;
  std::vector<double> bounds = class_bounds(first.classes, how);
  const auto alone = static_cast<std::size_t>(std::count_if(
      first.classes.classes.begin(), first.classes.classes.end(),
      [&](const model::MapClass& one) { return one.low == one.high && is_isolated(how, one.low); }));
  if (bounds.size() < 2 || bounds.size() - 1 + alone != first.classes.classes.size()) return {};
  for (const double value : values) {
    if (std::isnan(value) || is_isolated(how, value)) continue;
    bounds.front() = std::min(bounds.front(), value);
    bounds.back() = std::max(bounds.back(), value);
  }
  return bounds;
}

void take_classes(ProjectData& data, const MapContent& first, MapContent& second, const base::Job& job) {
  const bool alike = second.theme.id == first.theme.id && second.theme.kind == model::ThemeKind::value &&
                     first.theme.classification.method != model::BreakMethod::manual;
  if (!alike) return;
  std::vector<double> bounds = common_bounds(first, second.figures.values);
  if (bounds.empty()) return;
  second.theme.classification.method = model::BreakMethod::manual;
  second.theme.classification.breaks = std::move(bounds);
  second.findings = second.units().findings;
  second.findings.insert(second.findings.end(), second.figures.findings.begin(),
                         second.figures.findings.end());
  classify_map(data, second, job);
  if (!second.theme.message.empty())
    second.message = fill_message(second.theme.message, second, mean_weights(data, second, job));
}

}  // namespace

MapChoice first_choice_beside(const model::Project& project, const MapChoice& shown,
                              const std::vector<std::string>& periods) {
  const auto now = std::find(periods.begin(), periods.end(), shown.period);
  if (periods.size() > 1 && now != periods.end())
    return {.theme = shown.theme, .period = now == periods.begin() ? *(now + 1) : *(now - 1)};
  const auto theme = std::find_if(project.themes.begin(), project.themes.end(),
                                  [&](const model::Theme& one) { return one.id == shown.theme; });
  if (theme == project.themes.end()) return shown;
  const auto next = theme + 1 == project.themes.end() ? project.themes.begin() : theme + 1;
  return {.theme = next->id, .period = shown.period};
}

Beside map_beside(ProjectData& data, const MapContent& first, const MapChoice& choice, const base::Job& job) {
  Beside beside{.choice = choice, .map = nullptr, .periods = {}};
  if (const model::Theme* theme = data.project().find_theme(choice.theme)) {
    beside.periods = data.periods_of(theme->indicator);
    const bool known =
        std::find(beside.periods.begin(), beside.periods.end(), choice.period) != beside.periods.end();
    if (!known) beside.choice.period = beside.periods.empty() ? std::string() : beside.periods.back();
  }
  job.progress(0.2);
  MapContent map = map_content(data, beside.choice, job.part(0.2, 0.9));
  take_classes(data, first, map, job);
  beside.choice.theme = map.theme.id;
  beside.choice.period = map.period;
  beside.map = std::make_shared<const MapContent>(std::move(map));
  return beside;
}

}  // namespace ntmap::app
