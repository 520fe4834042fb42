#include "app/data/time_series.hpp"

#include <algorithm>
#include <utility>

#include "stats/summary.hpp"

namespace ntmap::app {

double SeriesPoint::value_of(const Units& of, std::uint32_t unit) const {
  const auto found = units->by_code.find(of.codes[unit]);
  if (found == units->by_code.end() || units->names[found->second] != of.names[unit]) return model::k_no_data;
  return values[found->second];
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
    points.push_back({period, figures.units, std::move(figures.values), all.mean, all.count, asked});
  }
  return points;
}

}  // namespace ntmap::app
