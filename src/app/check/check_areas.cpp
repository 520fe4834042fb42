#include "app/check/check_areas.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "app/areas/coverage_report.hpp"
#include "app/areas/declared.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

void take_findings(base::Findings& to, const base::Findings& from) {
  to.insert(to.end(), from.begin(), from.end());
}

Text percent_text(double percent) {
  const Text value = base::number(std::abs(percent), 0);
  return percent < 0 ? text("ít hơn {} %", "{} % less", {value})
                     : text("nhiều hơn {} %", "{} % more", {value});
}

/// Hectares declared by each area against its drawing.
void compare_hectares(const Coverage& coverage, double limit, base::Findings& findings) {
  const AreaLayer& areas = coverage.areas();
  io::CappedFindings differ(
      findings, Severity::warning, "areas.hectares-differ", areas.file,
      text("Đo lại vùng, hoặc sửa số kê khai.", "Survey the area again, or mend the declaration."));
  for (std::size_t a = 0; a < areas.size(); ++a) {
    const double declared = areas.declared[a];
    const double drawn = coverage.area_hectares()[a];
    const double difference = hectares_difference(coverage, a);
    if (!(std::abs(difference) > limit)) continue;
    differ.add(text("đối tượng {} ({})", "feature {} ({})", {std::to_string(a + 1), areas.label(a)}),
               text("kê khai {} ha, vẽ {} ha ({})", "{} ha declared, {} ha drawn ({})",
                    {base::number(declared, 1), base::number(drawn, 1), percent_text(difference)}));
  }
}

/// Units by how far two figures are apart, and one sentence about them.
struct Gap {
  double size;
  std::size_t unit;
  double declared;
  double measured;
};

Text worst_units(const Units& units, std::vector<Gap>& gaps, int decimals) {
  std::sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.size > b.size; });
  constexpr std::size_t k_named = 5;
  Text out;
  for (std::size_t i = 0; i < std::min(k_named, gaps.size()); ++i) {
    const Text one = text("{} ({} và {})", "{} ({} and {})",
                          {units.full_name(gaps[i].unit), base::number(gaps[i].declared, decimals),
                           base::number(gaps[i].measured, decimals)});
    out = i == 0 ? one : base::join({out, one}, ", ");
  }
  return out;
}

/// Households served against households there.
void compare_households(const Coverage& coverage, const UnitWeights* weights, const Figures& there,
                        const std::vector<std::uint8_t>& chosen, double limit, base::Findings& findings) {
  const std::vector<double> served = served_in_units(coverage, pair_weights(coverage, weights), chosen);
  std::vector<Gap> gaps;
  for (std::size_t u = 0; u < served.size(); ++u) {
    if (serves_too_many(served[u], there.values[u], limit))
      gaps.push_back({served[u] / there.values[u], u, served[u], there.values[u]});
  }
  if (gaps.empty()) return;
  findings.push_back(
      {Severity::warning,
       "areas.households-exceed",
       coverage.areas().file,
       {},
       text("{} đơn vị có số hộ công trình khai phục vụ lớn hơn số hộ trong đơn vị: {}",
            "in {} units schemes say that they serve more households than there are: {}",
            {gaps.size(), worst_units(coverage.units(), gaps, 0)}),
       text("Kiểm tra số hộ khai của công trình và ranh giới vùng phục vụ.",
            "Check the households that the schemes declare and the borders of their service areas.")});
}

/// Figures of a table against those of the areas: hectares, or percent of households.
void compare_table(const CoverageReport& report, const model::Indicator& indicator, const Figures& table,
                   double limit, base::Findings& findings) {
  const bool percent = indicator.percent;
  const std::vector<double>& measured = percent ? report.shares() : report.cover->hectares;
  std::vector<Gap> gaps;
  for (std::size_t u = 0; u < measured.size(); ++u) {
    if (table_differs(table.values[u], measured[u], percent, limit))
      gaps.push_back({std::abs(table.values[u] - measured[u]), u, table.values[u], measured[u]});
  }
  if (gaps.empty()) return;
  findings.push_back({Severity::note,
                      "areas.table-differs",
                      report.coverage->areas().file,
                      {},
                      text("{} đơn vị có số liệu bảng “{}” khác số đo từ vùng quá {} %: {}",
                           "in {} units the table's “{}” and the areas differ by more than {} %: {}",
                           {gaps.size(), indicator.title, base::short_number(limit),
                            worst_units(report.coverage->units(), gaps, indicator.decimals)}),
                      {}});
}

const model::Period* latest_period(const model::Project& project) {
  return project.periods.empty() ? nullptr : &project.periods.back();
}

std::shared_ptr<const Units> units_of(ProjectData& data, const model::Period* period, const base::Job& job) {
  const model::Project& project = data.project();
  const model::Boundaries& boundaries =
      period == nullptr ? project.boundaries.back() : *project.boundaries_on(period->date);
  return data.units(boundaries.id, job);
}

}  // namespace

base::Findings declared_findings(ProjectData& data, const model::AreaSource& source,
                                 const model::Period* period, const base::Job& job) {
  const auto units = units_of(data, period, job);
  const auto coverage = data.coverage(source.id, units, job);
  const auto weights = source.weights.empty() ? nullptr : data.weights(source.weights, units, job);
  const std::string date = period == nullptr ? std::string() : period->date;
  const std::string id = period == nullptr ? std::string() : period->id;
  base::Findings findings;
  compare_hectares(*coverage, source.limit, findings);
  if (!source.unit_households.empty()) {
    compare_households(*coverage, weights.get(), data.figures(source.unit_households, id, job),
                       coverage->chosen(at_work(date)), source.limit, findings);
  }
  if (!source.table_value.empty()) {
    compare_table(coverage_report(coverage, weights, {.choice = at_work(date), .date = date}, job),
                  *data.project().find_indicator(source.table_value),
                  data.figures(source.table_value, id, job), source.limit, findings);
  }
  return findings;
}

base::Findings area_findings(ProjectData& data, const model::AreaSource& source, const base::Job& job) {
  const model::Period* period = latest_period(data.project());
  const auto units = units_of(data, period, job);
  const auto coverage = data.coverage(source.id, units, job);
  base::Findings findings = coverage->areas().findings;
  take_findings(findings, coverage->findings());
  if (!source.weights.empty())
    take_findings(findings, data.weights(source.weights, units, job)->weights.findings);
  take_findings(findings, declared_findings(data, source, period, job));
  return findings;
}

}  // namespace ntmap::app
