#include "app/programme/plausibility.hpp"

#include <cmath>
#include <set>
#include <string>

#include "criteria/evidence.hpp"
#include "criteria/plan.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

/// Incomes of communes of one region lie within a factor of about two of the threshold; a wrong unit or a
/// slipped comma moves them by ten or more.
constexpr double k_factor = 5;

bool in_millions(const criteria::Indicator& indicator) {
  return indicator.kind == criteria::IndicatorKind::number && indicator.unit.starts_with("triệu đồng");
}

/// "gấp 1.000.000 lần ngưỡng 48", "chỉ bằng 10 % ngưỡng 48"; empty for what may well be.
Text against_threshold(double value, const criteria::PickedThreshold& threshold) {
  if (threshold.row == nullptr || threshold.as_double <= 0) return {};
  const double ratio = value / threshold.as_double;
  if (ratio > k_factor)
    return text("gấp {} lần ngưỡng {}", "{} times the threshold {}",
                {base::short_number(ratio, ratio < 100 ? 1 : 0), threshold.value.localised()});
  if (ratio * k_factor < 1)
    return text("chỉ bằng {} % ngưỡng {}", "only {} % of the threshold {}",
                {base::short_number(100 * ratio, 1), threshold.value.localised()});
  return {};
}

class Reviewer {
 public:
  explicit Reviewer(const Assessment& assessment) : m_assessment(assessment) {}

  base::Findings run() {
    for (const criteria::SetResult& result : m_assessment.evaluation().sets()) {
      for (const criteria::IndicatorPlan& plan : result.indicators()) {
        if (!in_millions(*plan.indicator)) continue;
        for (const criteria::PartPlan& part : plan.parts) review(result, *plan.indicator, part);
      }
    }
    return std::move(m_findings);
  }

 private:
  /// A figure that several sets judge is told of once.
  void review(const criteria::SetResult& result, const criteria::Indicator& indicator,
              const criteria::PartPlan& part) {
    if (part.column == nullptr || !m_seen.insert(part.part->id).second) return;
    const Text unit = criteria::unit_text(indicator.unit);
    io::CappedFindings told(m_findings, base::Severity::warning, "values.implausible", file_of(*part.column),
                            text("kiểm tra đơn vị tính và dấu phẩy: cột này tính bằng {}",
                                 "check the unit and the decimal mark: the column is in {}", {unit}));
    for (std::uint32_t u = 0; u < m_assessment.tree().size(); ++u) {
      const double value = part.column->value[u];
      if (!result.applies(u) || std::isnan(value)) continue;
      const std::size_t key = criteria::key_of(m_assessment.tree().units[u], result.set().key);
      const Text said = against_threshold(value, part.by_key[key]);
      if (said.empty()) continue;
      told.add(place_of(*part.column, u),
               text("{}: {} {}, {}", "{}: {} {}, {}",
                    {m_assessment.tree().full_names[u], base::short_number(value), unit, said}));
    }
  }

  const std::string& file_at(criteria::CellPlace place) const {
    static const std::string none;
    return place.sheet == criteria::k_no_sheet ? none : m_assessment.values().sheets()[place.sheet].file;
  }

  /// The file of the first figure; others are named at the row.
  std::string file_of(const criteria::ValueColumn& column) const {
    for (std::size_t u = 0; u < column.value.size(); ++u) {
      if (!file_at(column.place(u)).empty()) return file_at(column.place(u));
    }
    return {};
  }

  Text place_of(const criteria::ValueColumn& column, std::size_t unit) const {
    const criteria::CellPlace at = column.place(unit);
    if (at.sheet == criteria::k_no_sheet) return text("cột \"{}\"", "column \"{}\"", {column.id});
    const Text row =
        text("dòng {}, cột \"{}\"", "row {}, column \"{}\"", {std::to_string(at.row), column.id});
    return file_at(at) == file_of(column) ? row : base::join({Text(file_at(at)), row}, ", ");
  }

  const Assessment& m_assessment;
  std::set<std::string> m_seen;
  base::Findings m_findings;
};

}  // namespace

base::Findings implausible_figures(const Assessment& assessment) {
  return Reviewer(assessment).run();
}

}  // namespace ntmap::app
