#include "app/programme/province_thresholds.hpp"

#include <algorithm>
#include <map>

#include "app/project/project_file.hpp"
#include "app/project/typed_value.hpp"
#include "criteria/evidence.hpp"
#include "criteria/plan.hpp"
#include "criteria/value_range.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::CriteriaSet;
using criteria::Decimal;
using criteria::Indicator;
using criteria::IndicatorKind;
using criteria::ThresholdKey;
using criteria::ThresholdRow;

std::string iso_day(criteria::Date day) {
  return day.empty() ? std::string() : day.text().en;
}

Text column_name(ThresholdKey key, std::size_t column) {
  if (key == ThresholdKey::group) return text("Nhóm {}", "Group {}", {column});
  return criteria::name_of(static_cast<criteria::Region>(column));
}

std::string column_id(ThresholdKey key, std::size_t column) {
  if (key == ThresholdKey::group) return "group" + std::to_string(column);
  return std::string(criteria::word(static_cast<criteria::Region>(column)));
}

/// Whether the decision itself says that it leaves a threshold open.
bool leaves_open(const Indicator& indicator) {
  return std::any_of(indicator.thresholds.begin(), indicator.thresholds.end(),
                     [](const ThresholdRow& row) { return row.unknown; });
}

/// Rows of one set in one period.
class SetReader {
 public:
  SetReader(const CriteriaSet& set, const Assessment& assessment, const model::Project& project)
      : m_set(set), m_project(project) {
    count_columns(assessment);
    read_plans(assessment);
  }

  ProvinceSet read() {
    ProvinceSet out;
    out.id = m_set.id;
    out.name = m_set.name;
    out.first_year = m_set.first_year;
    out.last_year = m_set.last_year;
    for (const auto& [key, units] : m_columns)
      out.columns.push_back({column_id(m_set.key, key), column_name(m_set.key, key), units});
    for (const criteria::IndicatorPlan& plan : m_plans) {
      if (leaves_open(*plan.indicator)) add_rows(plan, out);
    }
    return out;
  }

 private:
  void count_columns(const Assessment& assessment) {
    for (const criteria::Unit& unit : assessment.tree().units) {
      const std::size_t key = criteria::key_of(unit, m_set.key);
      if (criteria::has_type(unit, m_set.applies_to) && key < criteria::k_region_count) ++m_columns[key];
    }
    if (m_columns.empty() && m_set.key == ThresholdKey::group) m_columns = {{1, 0}, {2, 0}, {3, 0}};
  }

  void read_plans(const Assessment& assessment) {
    criteria::EvaluationInput input = assessment.input();
    m_plans = criteria::plan_of(m_set, input);
    if (!m_plans.empty()) return;
    input.period = {m_set.first_year, m_set.from};
    m_plans = criteria::plan_of(m_set, input);
  }

  static ProvinceThreshold row_of(const Indicator& indicator, const std::string& part) {
    ProvinceThreshold out;
    out.code = indicator.code;
    out.name = indicator.name;
    out.unit = indicator.unit;
    out.op = indicator.op;
    out.kind = indicator.kind;
    out.scale = indicator.scale;
    out.part = part;
    for (const criteria::IndicatorPart& one : indicator.parts) {
      if (!part.empty() && one.id == part && !one.name.empty())
        out.name = text("{}: {}", "{}: {}", {indicator.name, one.name});
    }
    return out;
  }

  std::string overlay_of(const ThresholdRow& row) const {
    for (const std::string& overlay : m_project.criteria->overlays) {
      if (resolve(m_project, overlay) == row.file) return overlay;
    }
    return {};
  }

  ProvinceThreshold laid_down(const Indicator& indicator, const ThresholdRow& row) const {
    ProvinceThreshold out = row_of(indicator, row.value);
    out.year = row.year;
    out.from = iso_day(row.from);
    out.to = iso_day(row.to);
    out.everywhere = row.everywhere;
    out.derived = row.factor.has_value();
    out.overlay = overlay_of(row);
    out.line = row.line;
    out.document = row.document;
    out.illustrative = row.illustrative;
    for (const auto& [key, units] : m_columns) out.at.push_back(row.everywhere ? row.at[0] : row.at[key]);
    for (std::size_t key = 0; key < row.at.size() && !row.everywhere; ++key) {
      if (row.at[key] && !m_columns.contains(key))
        out.elsewhere.emplace_back(column_id(m_set.key, key), row.at[key]->text());
    }
    return out;
  }

  void add_rows(const criteria::IndicatorPlan& plan, ProvinceSet& out) const {
    for (const ThresholdRow& row : plan.indicator->thresholds) {
      if (!row.document.empty() && !row.unknown) out.rows.push_back(laid_down(*plan.indicator, row));
    }
    for (const criteria::PartPlan& part : plan.parts) {
      const bool open = std::any_of(m_columns.begin(), m_columns.end(), [&](const auto& column) {
        return part.by_key[column.first].row == nullptr;
      });
      const std::string id = plan.parts.size() > 1 ? part.part->id : std::string();
      const bool begun = std::any_of(out.rows.begin(), out.rows.end(), [&](const ProvinceThreshold& row) {
        return row.code == plan.indicator->code && (row.part.empty() || id.empty() || row.part == id) &&
               row.year == 0 && !row.everywhere;
      });
      if (!open || begun) continue;
      ProvinceThreshold row = row_of(*plan.indicator, id);
      row.at.resize(m_columns.size());
      out.rows.push_back(std::move(row));
      ++out.missing;
    }
  }

  const CriteriaSet& m_set;
  const model::Project& m_project;
  std::map<std::size_t, std::size_t> m_columns;  // units by column
  std::vector<criteria::IndicatorPlan> m_plans;
};

}  // namespace

std::vector<ProvinceSet> province_thresholds(const Assessment& assessment, const model::Project& project) {
  std::vector<ProvinceSet> out;
  for (const CriteriaSet& set : assessment.rules().catalogue.sets()) {
    ProvinceSet read = SetReader(set, assessment, project).read();
    if (!read.rows.empty() && !read.columns.empty()) out.push_back(std::move(read));
  }
  return out;
}

Text threshold_words(const ProvinceThreshold& row, const Decimal& value) {
  if (row.kind == IndicatorKind::pass) return value == Decimal(1) ? Text("Đạt", "met") : value.localised();
  for (std::size_t i = 0; i < row.scale.size(); ++i) {
    if (value == Decimal(static_cast<std::int64_t>(i) + 1)) return row.scale[i];
  }
  return text("{} {}", "{} {}",
              {Text(std::string(criteria::sign(row.op))),
               base::join({value.localised(), criteria::unit_text(row.unit)}, " ")});
}

std::string threshold_to_type(const ProvinceThreshold& row, const Decimal& value, base::Lang lang) {
  const bool word = row.kind == IndicatorKind::pass || !row.scale.empty();
  return word ? threshold_words(row, value).in(lang) : shown_text(value.text(), lang);
}

std::optional<std::string> typed_threshold(const ProvinceThreshold& row, const std::string& typed,
                                           base::Lang lang) {
  if (criteria::rank_in(row.scale, typed) > 0) return typed;
  const std::string number = stored_value(typed, lang).value_or(std::string());
  // A threshold of "not met" would let every unit pass.
  if (row.kind == IndicatorKind::pass)
    return number == "1" ? std::optional<std::string>("Đạt") : std::nullopt;
  const bool digits = std::any_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto value = criteria::Decimal::parse(number);
  if (!digits || !value) return std::nullopt;
  if (!criteria::range_of_unit(row.unit).contains(value->to_double())) return std::nullopt;
  return number;
}

std::vector<OverlayChoice> overlay_choices(const model::Project& project) {
  std::vector<OverlayChoice> out;
  if (!project.criteria) return out;
  for (const std::string& overlay : project.criteria->overlays) {
    const OverlayHead head = overlay_head(overlay_content(project, overlay));
    out.push_back({overlay, head.document, head.illustrative});
  }
  return out;
}

ThresholdChange threshold_change(const std::string& set, const ProvinceThreshold& row) {
  ThresholdChange change;
  change.set = set;
  change.indicator = row.code;
  change.part = row.part;
  change.year = row.year;
  change.from = row.from;
  change.to = row.to;
  change.values = row.elsewhere;
  change.overlay = row.overlay;
  if (!row.overlay.empty())
    change.replaces = ThresholdChange::Place{row.overlay, {set, row.line, row.code, row.part, row.year}};
  return change;
}

}  // namespace ntmap::app
