#include "app/export/export_tables.hpp"

#include <initializer_list>
#include <optional>
#include <utility>

#include "app/programme/evaluation_words.hpp"
#include "app/programme/map_verdicts.hpp"
#include "criteria/evidence.hpp"

namespace ntmap::app {
namespace {

using criteria::Evidence;
using criteria::FigureEvidence;

/// Fills the columns of verdict_table() row by row.
class VerdictRows {
 public:
  explicit VerdictRows(base::Lang lang) : m_lang(lang) {
    for (const char* name : {"code", "name", "criterion", "criterion_name", "criterion_verdict", "indicator",
                             "indicator_name", "verdict"})
      m_table.columns.push_back({name, model::ColumnType::text, {}, {}});
    for (const char* name : {"value", "threshold", "margin"})
      m_table.columns.push_back({name, model::ColumnType::number, {}, {}});
    for (const char* name : {"unit", "evidence"})
      m_table.columns.push_back({name, model::ColumnType::text, {}, {}});
  }

  void add(const std::string& code, const std::string& name, const criteria::Criterion& criterion,
           criteria::Mark of_criterion, const Evidence& evidence) {
    const FigureEvidence* figure = deciding_figure(evidence);
    const auto number = [](const std::optional<criteria::Decimal>& value) {
      return value ? value->to_double() : model::k_no_data;
    };
    texts(0, {code, name, criterion.no, criterion.name.in(m_lang), word(of_criterion.verdict()).in(m_lang),
              evidence.code, evidence.name.in(m_lang), word(evidence.mark.verdict()).in(m_lang)});
    numbers(8, {figure == nullptr ? model::k_no_data : number(figure->value),
                figure == nullptr ? model::k_no_data : number(figure->threshold),
                margin_percent(reserve_of(evidence))});
    texts(11, {criteria::unit_text(evidence.unit).in(m_lang), explain(evidence, m_lang)});
  }

  model::Table table() && { return std::move(m_table); }

 private:
  void texts(std::size_t first, std::initializer_list<std::string> cells) {
    for (const std::string& cell : cells) m_table.columns[first++].texts.push_back(cell);
  }
  void numbers(std::size_t first, std::initializer_list<double> cells) {
    for (const double cell : cells) m_table.columns[first++].numbers.push_back(cell);
  }

  base::Lang m_lang;
  model::Table m_table;
};

}  // namespace

model::Table verdict_table(const Assessment& assessment, const criteria::SetResult& set,
                           const std::vector<std::string>& codes, const std::vector<std::string>& names,
                           base::Lang lang) {
  VerdictRows rows(lang);
  for (std::size_t unit = 0; unit < codes.size(); ++unit) {
    if (!set.applies(unit)) continue;
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      const std::size_t criterion = set.indicators()[i].criterion;
      rows.add(codes[unit], names[unit], set.set().criteria[criterion], set.criterion(criterion, unit),
               portable_evidence(assessment, set, i, unit));
    }
  }
  return std::move(rows).table();
}

model::Table target_table(std::span<const TargetReport> targets, base::Lang lang) {
  model::Table table;
  const auto add_text = [&](const char* name, auto text_of) {
    model::Column column{name, model::ColumnType::text, {}, {}};
    for (const TargetReport& one : targets) column.texts.push_back(text_of(one));
    table.columns.push_back(std::move(column));
  };
  const auto add_number = [&](const char* name, auto number_of) {
    model::Column column{name, model::ColumnType::number, {}, {}};
    for (const TargetReport& one : targets)
      column.numbers.push_back(number_of(one).value_or(model::k_no_data));
    table.columns.push_back(std::move(column));
  };
  add_text("id", [](const TargetReport& one) { return one.target.id; });
  add_text("place", [](const TargetReport& one) { return one.place; });
  add_text("figure", [&](const TargetReport& one) { return one.target.figure_name.in(lang); });
  add_text("wanted", [&](const TargetReport& one) { return one.wanted.in(lang); });
  add_number("target", [](const TargetReport& one) {
    return one.target.value ? std::optional(one.target.value->to_double()) : std::nullopt;
  });
  add_number("now", [](const TargetReport& one) { return one.now.value.value; });
  add_text("period", [](const TargetReport& one) { return one.now.period; });
  add_text("pace", [&](const TargetReport& one) { return criteria::word(one.progress.pace).in(lang); });
  add_text("document", [&](const TargetReport& one) { return one.target.document_name.in(lang); });
  add_text("sentence", [&](const TargetReport& one) { return one.sentence.in(lang); });
  return table;
}

}  // namespace ntmap::app
