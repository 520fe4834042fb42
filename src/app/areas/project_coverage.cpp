#include "app/areas/project_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/areas/coverage_figures.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

template <class Item>
Error unknown_choice(const Text& kind, const std::string& id, const std::vector<Item>& items) {
  std::vector<std::string> known;
  for (const Item& item : items) known.push_back(item.id);
  return Error(ErrorKind::usage, text("Dự án không có {} “{}”", "The project has no {} “{}”", {kind, id}),
               base::nearest_word_advice(id, known));
}

std::vector<const model::AreaSource*> chosen_areas(const model::Project& project,
                                                   const std::vector<std::string>& ids) {
  if (project.areas.empty()) {
    throw Error(ErrorKind::data, text("{} không có [[areas]]", "{} has no [[areas]]", {project.file}),
                text("Thêm lớp vùng vào dự án, hoặc dùng --boundaries và --areas.",
                     "Add a layer of areas to the project, or use --boundaries and --areas."));
  }
  for (const std::string& id : ids) {
    if (project.find_areas(id) == nullptr) throw unknown_choice(text("lớp vùng", "areas"), id, project.areas);
  }
  std::vector<const model::AreaSource*> chosen;
  for (const model::AreaSource& source : project.areas) {
    if (ids.empty() || std::find(ids.begin(), ids.end(), source.id) != ids.end()) chosen.push_back(&source);
  }
  return chosen;
}

/// Null in projects without periods.
const model::Period* chosen_period(const model::Project& project, const std::string& id) {
  if (id.empty()) return project.periods.empty() ? nullptr : &project.periods.back();
  if (const model::Period* period = project.find_period(id)) return period;
  throw unknown_choice(text("kỳ", "period"), id, project.periods);
}

/// Where to read why, and what to do.
Text reasons_above() {
  return text("Lý do và cách sửa ghi ở các dòng LỖI, CẢNH BÁO ở trên.",
              "The lines above (ERROR, WARNING) say why and what to do.");
}

void keep_findings(base::Findings& to, const base::Findings& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

void require_usable_areas(const CoverageAnswer& answer) {
  for (const CoverageReport& report : answer.reports) {
    const AreaLayer& areas = report.coverage->areas();
    require_usable(*report.coverage);
    const bool ambiguous = std::any_of(areas.findings.begin(), areas.findings.end(), [](const auto& finding) {
      return finding.rule == k_rule_ambiguous_crs;
    });
    if (ambiguous) {
      throw Error(ErrorKind::data,
                  text("{}: không rõ hệ tọa độ của các vùng", "{}: the areas' coordinate system is not clear",
                       {areas.file}),
                  reasons_above());
    }
  }
}

CoverageAnswer project_coverage(ProjectData& data, const CoverageQuery& query, const base::Job& job) {
  const model::Project& project = data.project();
  const auto sources = chosen_areas(project, query.areas);
  const model::Period* period = chosen_period(project, query.period);
  const std::string date = !query.by.empty() || period == nullptr ? query.by : period->date;
  const model::Boundaries& boundaries =
      period == nullptr ? project.boundaries.back() : *project.boundaries_on(period->date);
  const auto units = data.units(boundaries.id, job.part(0, 0.4));
  CoverageAnswer out;
  out.findings = units->findings;
  for (const model::AreaSource* source : sources) {
    const auto coverage = data.coverage(source->id, units, job.part(0.4, 0.9));
    keep_findings(out.findings, coverage->areas().findings);
    keep_findings(out.findings, coverage->findings());
    const auto weights = source->weights.empty() ? nullptr : data.weights(source->weights, units);
    if (weights) keep_findings(out.findings, weights->weights.findings);
    const CoverageRequest request{.choice = choice_of(query.statuses, date),
                                  .date = date,
                                  .target = std::isnan(query.target) ? source->target : query.target};
    out.reports.push_back(coverage_report(coverage, weights, request, job.part(0.9, 1)));
  }
  return out;
}

}  // namespace ntmap::app
