#include "app/data/time_series.hpp"

#include <algorithm>
#include <utility>

#include "app/data/unit_mergers.hpp"
#include "base/error.hpp"
#include "stats/summary.hpp"

namespace ntmap::app {
namespace {

/// Periods at the ends of which nothing is known only make the axis longer.
void drop_empty_ends(std::vector<SeriesPoint>& points) {
  const auto known = [](const SeriesPoint& point) { return point.known > 0; };
  points.erase(std::find_if(points.rbegin(), points.rend(), known).base(), points.end());
  points.erase(points.begin(), std::find_if(points.begin(), points.end(), known));
}

/// A crosswalk that does not read is told elsewhere, and stops no plot.
std::shared_ptr<const ProjectCrosswalks> crosswalks_of(ProjectData& data) {
  try {
    return data.crosswalks();
  } catch (const base::Error& error) {
    if (error.kind() == base::ErrorKind::cancelled) throw;
    return std::make_shared<const ProjectCrosswalks>();
  }
}

std::vector<MadeUnit> made_since(ProjectData& data, const Units& before, const Units& units) {
  std::vector<MadeUnit> made(units.size());
  const auto mergers = mergers_since(data.project(), *crosswalks_of(data), before.vintage, units);
  for (std::size_t unit = 0; unit < made.size(); ++unit) {
    if (mergers[unit]) made[unit] = {mergers[unit]->parts.size(), mergers[unit]->since.text()};
  }
  return made;
}

}  // namespace

std::optional<std::uint32_t> SeriesPoint::here(const Units& of, std::uint32_t unit) const {
  const auto found = units->by_code.find(of.codes[unit]);
  if (found == units->by_code.end() || units->names[found->second] != of.names[unit]) return std::nullopt;
  return found->second;
}

double SeriesPoint::value_of(const Units& of, std::uint32_t unit) const {
  const auto at = here(of, unit);
  return at ? values[*at] : model::k_no_data;
}

const MadeUnit* SeriesPoint::made_of(const Units& of, std::uint32_t unit) const {
  const auto at = made.empty() ? std::nullopt : here(of, unit);
  return at && made[*at].parts > 0 ? &made[*at] : nullptr;
}

std::vector<SeriesPoint> time_series(ProjectData& data, const std::string& indicator,
                                     const std::vector<std::string>& periods, const base::Job& job) {
  std::vector<SeriesPoint> points;
  const model::Indicator* found = data.project().find_indicator(indicator);
  if (found == nullptr || found->words) return points;
  for (const std::string& period : periods) {
    job.checkpoint();
    Figures figures = data.figures(indicator, period, job);
    const stats::Summary all = stats::summarise(figures.values);
    const auto spared = std::count(figures.not_applicable.begin(), figures.not_applicable.end(), 1);
    const std::size_t asked = figures.values.size() - static_cast<std::size_t>(spared);
    points.push_back({.period = period,
                      .units = figures.units,
                      .values = std::move(figures.values),
                      .mean = all.mean,
                      .known = all.count,
                      .asked = asked});
  }
  drop_empty_ends(points);
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].units->vintage != points[i - 1].units->vintage)
      points[i].made = made_since(data, *points[i - 1].units, *points[i].units);
  }
  return points;
}

}  // namespace ntmap::app
