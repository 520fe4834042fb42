#include "app/desk/open_names.hpp"

#include <algorithm>
#include <set>

#include "app/data/period_rows.hpp"
#include "app/project/aliases_file.hpp"
#include "base/error.hpp"
#include "names/aliases.hpp"

namespace ntmap::app {
namespace {

/// The periods whose rows a table has to be asked for; without periods that one question.
std::vector<std::string> periods_to_ask(const model::Project& project, const model::TableSource& source) {
  std::vector<std::string> periods;
  for (const model::Period& period : project.periods) {
    if (source.by_period.empty() || source.by_period.contains(period.id)) periods.push_back(period.id);
  }
  if (project.periods.empty()) periods.emplace_back();
  return periods;
}

const model::Boundaries* boundaries_of(const model::Project& project, const std::string& period) {
  const model::Period* when = project.find_period(period);
  if (when != nullptr) return project.boundaries_on(when->date);
  return project.boundaries.empty() ? nullptr : &project.boundaries.back();
}

std::vector<NameCandidate> candidates_of(const AmbiguousRow& row, const Units& units,
                                         DistrictCheck& districts) {
  std::vector<NameCandidate> out;
  for (const std::uint32_t unit : row.candidates) {
    const std::string& district = units.districts[unit];
    out.push_back({units.codes[unit], units.full_name(unit) + (district.empty() ? "" : ", " + district),
                   districts.elsewhere(row.district, district)});
  }
  return out;
}

}  // namespace

std::vector<OpenName> open_names(ProjectData& data, const base::Job& job) {
  const model::Project& project = data.project();
  const names::AliasBook aliases(all_aliases(project));
  std::vector<OpenName> found;
  std::set<std::pair<std::string, std::string>> known;
  const auto ask = [&](const model::TableSource& source, const std::string& period) {
    const model::Boundaries* boundaries = boundaries_of(project, period);
    const auto loaded = data.table(source.id, period);
    if (boundaries == nullptr || !loaded) return;
    const auto units = data.units(boundaries->id);
    const TableJoin join = join_source(project, source, *units, loaded->table, aliases);
    DistrictCheck districts(units->districts);
    for (const AmbiguousRow& row : join.ambiguous) {
      if (!known.emplace(row.name, row.district).second) continue;
      found.push_back(
          {row.file, row.place, row.name, row.district, row.why, candidates_of(row, *units, districts)});
    }
  };
  double done = 0;
  for (const model::TableSource& source : project.tables) {
    if (source.level == model::UnitLevel::commune && !(source.name.empty() && source.key.empty())) {
      for (const std::string& period : periods_to_ask(project, source)) {
        job.checkpoint();
        try {
          ask(source, period);
        } catch (const base::Error& error) {
          if (error.kind() == base::ErrorKind::cancelled) throw;
        }
      }
    }
    job.progress(++done / static_cast<double>(project.tables.size()));
  }
  return found;
}

}  // namespace ntmap::app
