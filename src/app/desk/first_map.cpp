#include "app/desk/first_map.hpp"

#include <algorithm>
#include <utility>

#include "app/data/gather_figures.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;

/// What the function makes, or why it does not.
template <class Make>
std::optional<Error> failure_of_making(const Make& make) {
  try {
    make();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::cancelled) throw;
    return error;
  }
  return std::nullopt;
}

/// The wanted theme, then the others in the project's order.
std::vector<std::string> themes_by_nearness(const model::Project& project, const std::string& wanted) {
  std::vector<std::string> themes;
  for (const model::Theme& theme : project.themes) themes.push_back(theme.id);
  const auto first = std::find(themes.begin(), themes.end(), wanted);
  if (first != themes.end()) std::rotate(themes.begin(), first, first + 1);
  return themes;
}

/// The latest first; of a project without periods the one that there is.
std::vector<std::string> periods_by_nearness(const model::Project& project) {
  std::vector<std::string> periods;
  for (auto one = project.periods.rbegin(); one != project.periods.rend(); ++one) periods.push_back(one->id);
  if (periods.empty()) periods.emplace_back();
  return periods;
}

}  // namespace

FirstMap first_map(ProjectData& data, const MapChoice& wanted, const base::Job& job) {
  FirstMap out;
  const auto make = [&](const MapChoice& choice) {
    return failure_of_making(
        [&] { out.map = std::make_shared<const MapContent>(map_content(data, choice, job)); });
  };
  out.failure = make(wanted);
  if (!out.failure) return out;
  const model::Project& project = data.project();
  for (const std::string& theme : themes_by_nearness(project, wanted.theme)) {
    for (const std::string& period : periods_by_nearness(project)) {
      MapChoice choice = wanted;
      choice.theme = theme;
      choice.period = period;
      if (!make(choice) && has_values(out.map->figures)) return out;
    }
  }
  throw Error(*out.failure);
}

ReadPeriods read_periods(ProjectData& data, const std::string& indicator, const base::Job& job) {
  ReadPeriods out;
  for (const model::Period& period : data.project().periods) {
    job.checkpoint();
    auto failure = failure_of_making([&] {
      if (has_values(data.figures(indicator, period.id, job))) out.periods.push_back(period.id);
    });
    if (failure && !out.failure) out.failure = std::move(failure);
  }
  return out;
}

}  // namespace ntmap::app
