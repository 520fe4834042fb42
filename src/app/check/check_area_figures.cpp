#include "app/check/check_area_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "crs/crs.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

constexpr double k_larger = 1.05;   // times the unit's area: boundaries are simplified
constexpr double k_unit_slip = 10;  // times: no flaw of boundaries does that
constexpr std::array<std::pair<std::string_view, double>, 10> k_area_measures{{{"ha", 1},
                                                                               {"hecta", 1},
                                                                               {"héc ta", 1},
                                                                               {"héc-ta", 1},
                                                                               {"km²", 100},
                                                                               {"km2", 100},
                                                                               {"m²", 1e-4},
                                                                               {"m2", 1e-4},
                                                                               {"nghìn m²", 0.1},
                                                                               {"nghìn m2", 0.1}}};

/// Hectares of one of that measure; 0 for what measures no area.
double hectares_of(std::string_view measure) {
  const auto known = std::find_if(k_area_measures.begin(), k_area_measures.end(),
                                  [measure](const auto& one) { return one.first == measure; });
  return known == k_area_measures.end() ? 0 : known->second;
}

class UnitAreas {
 public:
  explicit UnitAreas(const Units& units) : m_units(units), m_crs(crs::describe(units.crs)) {}

  /// 0 for a unit without a shape.
  double hectares(std::size_t unit) const {
    const model::PolygonSet& polygons = m_units.layer.polygons;
    const double planar = std::abs(model::feature_area(polygons, unit));
    if (!(planar > 0)) return 0;
    if (m_crs.geographic) return std::abs(crs::area_hectares(polygons, unit, m_units.crs));
    return planar * m_crs.metres_per_unit * m_crs.metres_per_unit / 1e4;
  }

 private:
  const Units& m_units;
  crs::Description m_crs;
};

/// One figure of all units.
struct AreaColumn {
  Text title;
  std::string period;  ///< empty: the figure has none
  std::string file;
  double hectares = 0;  ///< of one of its measure
  const std::vector<double>* values = nullptr;
  std::function<std::uint32_t(std::size_t)> row;  ///< of a unit, in the file; 0: not known
  bool may_have_max = false;
};

struct Excess {
  std::size_t unit = 0;
  double figure = 0;  ///< hectares, as the area
  double area = 0;
};

class AreaCheck {
 public:
  AreaCheck(const Units& units, const AreaColumn& column) : m_units(units), m_column(column) {}

  base::Findings run() const {
    std::vector<Excess> slips;
    std::vector<Excess> larger;
    const UnitAreas areas(m_units);
    for (std::size_t unit = 0; unit < m_units.size(); ++unit) {
      const double figure = (*m_column.values)[unit] * m_column.hectares;
      if (!(figure > 0)) continue;
      const double area = areas.hectares(unit);
      if (!(area > 0) || figure <= k_larger * area) continue;
      (figure >= k_unit_slip * area ? slips : larger).push_back({unit, figure, area});
    }
    base::Findings findings;
    if (!slips.empty()) findings.push_back(finding(Severity::error, slips, slip_remedy()));
    if (!larger.empty()) findings.push_back(finding(Severity::warning, larger, larger_remedy()));
    return findings;
  }

 private:
  static Text slip_remedy() {
    return text(
        "Số liệu có vẻ ghi theo đơn vị tính khác: đổi sang đơn vị của chỉ tiêu (1 ha = 10.000 m²), "
        "hoặc ghi đúng đơn vị tính của chỉ tiêu.",
        "The figures seem to be in another unit of measure: convert them to the indicator's (1 ha = "
        "10,000 m²), or give the indicator the unit they are in.");
  }

  Text larger_remedy() const {
    Text check = text("Kiểm tra số liệu, đơn vị tính và mã đơn vị; kiểm tra ranh giới nếu số liệu đúng.",
                      "Check the figure, its unit of measure and the unit's code; where they are right, "
                      "the boundaries.");
    if (!m_column.may_have_max) return check;
    return text(
        "{} Nếu tính nhiều lần trên cùng mảnh đất (diện tích gieo trồng các vụ), ghi max cho chỉ tiêu.",
        "{} Where land counts several times (sown in each season), give the indicator a max.", {check});
  }

  base::Finding finding(Severity severity, const std::vector<Excess>& all, Text remedy) const {
    constexpr std::size_t k_named = 5;
    Text place;
    Text said;
    for (std::size_t i = 0; i < std::min(k_named, all.size()); ++i) {
      const std::string name = m_units.full_name(all[i].unit);
      const std::uint32_t row = m_column.row(all[i].unit);
      const Text at = row == 0 ? Text(name) : text("dòng {}: {}", "row {}: {}", {std::to_string(row), name});
      const Text one = text("{} {} ha, đơn vị rộng {} ha", "{} {} ha, the unit has {} ha",
                            {name, base::short_number(all[i].figure, 1), base::short_number(all[i].area, 1)});
      place = i == 0 ? at : base::join({place, at}, ", ");
      said = i == 0 ? one : base::join({said, one}, "; ");
    }
    if (all.size() > k_named) place = base::join({place, "…"}, ", ");
    if (all.size() > k_named) said = base::join({said, "…"}, "; ");
    const Text period = m_column.period.empty() ? Text() : text(" kỳ {}", " in {}", {m_column.period});
    return {severity,
            "figures.beyond-area",
            m_column.file,
            place,
            text("{} số liệu “{}”{} lớn hơn diện tích của chính đơn vị: {}",
                 "{} figures of “{}”{} are larger than the unit itself: {}",
                 {all.size(), m_column.title, period, said}),
            std::move(remedy)};
  }

  const Units& m_units;
  const AreaColumn& m_column;
};

/// The file of the first figure of a column.
std::string first_file_of(const criteria::ValueTable& values, const criteria::ValueColumn& column) {
  for (std::size_t unit = 0; unit < column.value.size(); ++unit) {
    const criteria::CellPlace at = column.place(unit);
    if (at.sheet != criteria::k_no_sheet) return values.sheets()[at.sheet].file;
  }
  return {};
}

base::Findings of_period(ProjectData& data, const model::Period& period, const std::set<std::string>& shown,
                         const base::Job& job) {
  base::Findings findings;
  const auto assessment = data.assessment(period, job);
  if (!assessment) return findings;
  const auto units = data.units(data.project().boundaries_on(period.date)->id);
  for (const criteria::ColumnSpec& spec : assessment->rules().specs) {
    const double hectares = hectares_of(spec.unit);
    const criteria::ValueColumn* column = assessment->values().find(spec.id);
    if (hectares == 0 || column == nullptr || shown.contains(spec.id)) continue;
    const auto row = [column](std::size_t unit) {
      const criteria::CellPlace at = column->place(unit);
      return at.sheet == criteria::k_no_sheet ? 0 : at.row;
    };
    const AreaColumn figures{spec.name.empty() ? Text(spec.id) : spec.name,
                             period.id,
                             first_file_of(assessment->values(), *column),
                             hectares,
                             &column->value,
                             row,
                             false};
    base::Findings some = AreaCheck(*units, figures).run();
    std::move(some.begin(), some.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace

base::Findings beyond_area_findings(const model::Indicator& indicator, const std::string& period,
                                    const Figures& figures) {
  const double hectares = hectares_of(indicator.unit.vi);
  if (hectares == 0 || indicator.table.empty() || indicator.words || !std::isnan(indicator.maximum))
    return {};
  const AreaColumn column{indicator.title.empty() ? Text(indicator.id) : indicator.title,
                          period,
                          figures.file,
                          hectares,
                          &figures.values,
                          [&figures](std::size_t unit) { return figures.source_row[unit]; },
                          true};
  return AreaCheck(*figures.units, column).run();
}

base::Findings beyond_area_findings(ProjectData& data, const base::Job& job) {
  const model::Project& project = data.project();
  std::set<std::string> shown;
  for (const model::Indicator& indicator : project.indicators) {
    if (!indicator.table.empty() && hectares_of(indicator.unit.vi) > 0) shown.insert(indicator.field);
  }
  base::Findings findings;
  for (const model::Period& period : project.periods) {
    base::Findings some = of_period(data, period, shown, job);
    std::move(some.begin(), some.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace ntmap::app
