#include <array>
#include <cmath>

#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/sheet_table.hpp"

namespace ntmap::app {
namespace {

/// The columns that say whose row it is.
struct RecordUnit {
  std::string level;
  std::string code;
  std::string name;
  std::string district;
};

/// One row; what a kind of row does not have stays empty.
struct Record {
  const char* kind = "";
  std::string set;
  std::string item;
  std::string title;
  std::string verdict;
  double value = model::k_no_data;
  double threshold = model::k_no_data;
  double margin = model::k_no_data;
  std::string state;
  std::string evidence;
  std::string file;
  std::string sheet;
  double row = model::k_no_data;
  std::string lead;
  std::string notes;
  std::string comparison;
  std::string unit;
  std::string article;
  std::string date;
};

class RecordTable {
 public:
  RecordTable(const model::Period& period, base::Lang lang)
      : m_period(period),
        m_lang(lang),
        m_table("records", {{"kind", ""},        {"level", ""},           {"code", ""},
                            {"name", ""},        {"district", ""},        {"set", ""},
                            {"item", ""},        {"title", ""},           {"verdict", ""},
                            {"value", "", true}, {"threshold", "", true}, {"margin_pct", "", true, 3},
                            {"state", ""},       {"evidence", ""},        {"file", ""},
                            {"sheet", ""},       {"row", "", true},       {"lead", ""},
                            {"notes", ""},       {"comparison", ""},      {"unit", ""},
                            {"article", ""},     {"period", ""},          {"date", ""}}) {}

  void add(const RecordUnit& unit, const Record& r) {
    m_table.add({r.kind,        unit.level, unit.code,   unit.name,
                 unit.district, r.set,      r.item,      r.title,
                 r.verdict,     r.value,    r.threshold, r.margin,
                 r.state,       r.evidence, r.file,      r.sheet,
                 r.row,         r.lead,     r.notes,     r.comparison,
                 r.unit,        r.article,  m_period.id, r.date.empty() ? m_period.date : r.date});
  }

  void add(const RecordUnit& unit, const UnitReport& report) {
    for (const SetReport& set : report.sets) {
      Record whole{.kind = "set", .set = set.set, .item = set.set, .title = set.name.in(m_lang)};
      whole.verdict = verdict_id(set.overall.verdict());
      whole.article = set.decision;
      whole.value = set.count.met;
      whole.threshold = set.count.total;
      whole.state = set.standing.empty() ? "unknown" : state_id(set.state);
      whole.notes = mark_notes(set.overall);
      const bool outside = set.overall.verdict() == criteria::Verdict::not_applicable;
      whole.evidence =
          base::join({outside && !set.standing.empty() ? base::Text() : set.summary, set.standing}, "; ")
              .in(m_lang);
      add(unit, whole);
      for (const CriterionReport& criterion : set.criteria) add(unit, set, criterion);
    }
  }

  void add(const RecordUnit& unit, const SetReport& set, const CriterionReport& criterion) {
    Record record{
        .kind = "criterion", .set = set.set, .item = criterion.number, .title = criterion.name.in(m_lang)};
    record.verdict = verdict_id(criterion.mark.verdict());
    record.notes = mark_notes(criterion.mark);
    record.article = set.decision;
    record.evidence = illustrative_words(criterion.mark).in(m_lang);
    add(unit, record);
    for (const IndicatorReport& indicator : criterion.indicators) add(unit, set, indicator);
  }

  void add(const RecordUnit& unit, const SetReport& set, const IndicatorReport& indicator) {
    const criteria::Evidence& evidence = indicator.evidence;
    Record record{
        .kind = "indicator", .set = set.set, .item = evidence.code, .title = evidence.name.in(m_lang)};
    record.verdict = verdict_id(evidence.mark.verdict());
    record.state = record.notes = evidence_notes(evidence);
    record.margin = indicator.margin;
    record.evidence = indicator.sentence.in(m_lang);
    record.lead = indicator.lead;
    record.article = evidence.decision;
    if (const criteria::FigureEvidence* figure = deciding_figure(evidence)) {
      if (figure->value) record.value = figure->value->to_double();
      if (figure->threshold) record.threshold = figure->threshold->to_double();
      record.file = figure->sheet.file;
      record.sheet = figure->sheet.sheet;
      if (figure->row > 0) record.row = figure->row;
      record.comparison = comparison_sign(evidence);
      record.unit = figure_unit(*figure);
      record.date = figure_date(evidence, *figure);
    }
    add(unit, record);
  }

  void add(const RecordUnit& unit, const TargetReport& target) {
    Record record{.kind = "target", .item = target.target.id, .title = target.target.figure_name.in(m_lang)};
    record.verdict = verdict_id(target.progress.verdict);
    if (target.now.value.value) record.value = *target.now.value.value;
    if (target.target.value) record.threshold = target.target.value->to_double();
    record.state = pace_id(target.progress.pace);
    record.evidence = target.sentence.in(m_lang);
    record.lead = target.lead;
    add(unit, record);
  }

  void add(const RecordUnit& unit, const FigureSummary& figure) {
    Record record{.kind = "figure", .item = figure.id, .title = figure.name.in(m_lang)};
    if (figure.value.value) record.value = *figure.value.value;
    record.evidence = figure.shown.in(m_lang);
    add(unit, record);
  }

  void add(const RecordUnit& unit, const SetSummary& set) {
    Record record{.kind = "share", .set = set.set, .item = set.set, .title = set.name.in(m_lang)};
    record.value = static_cast<double>(set.evaluated.met);
    record.threshold = static_cast<double>(set.evaluated.of);
    record.evidence = set.evaluated.text().in(m_lang);
    add(unit, record);
    if (!set.recognised) return;
    record.kind = "recognised";
    record.value = static_cast<double>(set.recognised->met);
    record.threshold = static_cast<double>(set.recognised->of);
    record.evidence = recognised_text(set).in(m_lang);
    add(unit, record);
  }

  const io::Sheet& sheet() const { return m_table.sheet(); }

 private:
  const model::Period& m_period;
  base::Lang m_lang;
  SheetTable m_table;
};

RecordUnit record_unit(const UnitTree& tree, std::uint32_t unit) {
  RecordUnit out{level_id(tree.level_of(unit)), tree.units[unit].code, tree.full_names[unit], {}};
  const std::uint32_t parent = tree.units[unit].parent;
  if (parent < tree.size() && parent != tree.province) out.district = tree.full_names[parent];
  return out;
}

}  // namespace

io::Sheet evaluation_records(const EvaluationReport& report, base::Lang lang, const base::Job& job) {
  const Assessment& assessment = *report.assessment;
  RecordTable table(assessment.period(), lang);
  double done = 0;
  for (const std::uint32_t unit : report.units) {
    job.checkpoint();
    const RecordUnit whose = record_unit(assessment.tree(), unit);
    table.add(whose, unit_report(assessment, unit));
    if (report.old_titles && unit < assessment.tree().map_count)
      table.add(whose, Record{.kind = "old_titles", .evidence = mix_text(*report.old_titles, unit).in(lang)});
    job.progress(++done / static_cast<double>(report.units.size()));
  }
  for (const AreaSummary& area : report.areas) {
    const RecordUnit unit = area.unit == criteria::k_no_unit
                                ? RecordUnit{"project", {}, report.project.in(lang), {}}
                                : record_unit(assessment.tree(), area.unit);
    for (const SetSummary& set : area.sets) table.add(unit, set);
    for (const FigureSummary& figure : area.figures) table.add(unit, figure);
  }
  for (const TargetReport& target : report.targets)
    table.add({level_id_of_type(target.target.unit_level), target.target.unit_code, target.place, {}},
              target);
  return table.sheet();
}

}  // namespace ntmap::app
