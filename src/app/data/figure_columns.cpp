#include "app/data/figure_columns.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "app/data/carried_marks.hpp"
#include "app/data/figure_reader.hpp"
#include "app/data/join_table.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/crosswalk_section.hpp"
#include "criteria/date.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::text;
using criteria::Carry;
using criteria::ColumnSpec;

/// Sets the rule that the project file names ("min").
void set_rule(ColumnSpec& spec, const std::string& word) {
  if (word == "sum") spec.carry = Carry::sum;
  if (word == "mean") spec.carry = Carry::mean;
  if (word == "all_met") spec.carry = Carry::all_met;
  if (word == "any") spec.carry = Carry::any;
  if (word != "min" && word != "max") return;
  spec.carry = Carry::worst;
  spec.less_is_better = word == "max";
}

class Gatherer {
 public:
  Gatherer(ProjectData& data, const model::Period& period, const base::Job& job)
      : m_data(data),
        m_period(period),
        m_job(job),
        m_out{criteria::ValueTable(criteria::Date::parse(period.date).value_or(criteria::Date{}).year,
                                   units().size()),
              {},
              {},
              {},
              {},
              {}} {}

  FigureColumns run() {
    if (m_data.project().criteria) take_criteria_tables();
    name_columns();
    for (const model::Indicator& indicator : m_data.project().indicators) {
      m_job.checkpoint();
      if (!indicator.table.empty()) take_indicator(indicator);
    }
    check_weights();
    return std::move(m_out);
  }

 private:
  const Units& units() {
    if (!m_units) m_units = m_data.units(m_data.project().boundaries_on(m_period.date)->id, m_job);
    return *m_units;
  }

  void take_criteria_tables() {
    m_out.specs = m_data.rulebook()->specs;
    for (const FigureTable& table : m_data.figure_tables(m_period, m_job)) {
      read_figures(m_out.values, m_out.specs, *table.table, table.unit_of_row, table.label_columns,
                   m_out.findings);
    }
    for (const std::string& id : m_data.project().criteria->tables) {
      const model::TableSource& source = *m_data.project().find_table(id);
      const auto loaded = m_data.table(id, m_period.id);
      if (loaded && !source.applies_to.empty()) mark_not_applicable(loaded->table, source.applies_to);
    }
  }

  /// A table about communes says nothing of towns: that is no missing figure.
  void mark_not_applicable(const model::Table& table, const std::vector<std::string>& types) {
    for (const model::Column& column : table.columns) {
      if (m_out.values.find(column.name) == nullptr) continue;
      mark_not_applicable(m_out.values.column(column.name), types);
    }
  }

  void mark_not_applicable(criteria::ValueColumn& column, const std::vector<std::string>& types) {
    for (std::size_t unit = 0; unit < units().size(); ++unit) {
      const bool open = std::isnan(column.value[unit]) && column.flags[unit] == 0;
      if (open && !applies(units(), unit, types)) column.flags[unit] = criteria::k_cell_not_applicable;
    }
  }

  /// The column of each indicator that stands in a table: its field, or its own id where the field is read by
  /// several, or is that of another table as well.
  void name_columns() {
    Readers readers;
    for (const model::Indicator& indicator : m_data.project().indicators) {
      if (!indicator.table.empty()) readers[indicator.field].push_back(&indicator);
    }
    for (const auto& [field, sharing] : readers) {
      const bool alone = sharing.size() == 1;
      for (const model::Indicator* one : sharing) {
        const bool own = alone && !field_is_of_criteria(*one);
        m_out.column_of[one->id] = own ? field : column_beside(*one, readers);
      }
      if (!alone) tell_shared(field, sharing);
      if (alone && m_out.column_of[sharing.front()->id] != field) tell_of_criteria(*sharing.front());
    }
  }

  using Readers = std::map<std::string, std::vector<const model::Indicator*>>;  ///< by field

  /// Whether the figures of that name are those of a table of the criteria which the indicator does not read.
  bool field_is_of_criteria(const model::Indicator& indicator) const {
    if (m_out.values.find(indicator.field) == nullptr) return false;
    const std::vector<std::string>& tables = m_data.project().criteria->tables;
    return std::find(tables.begin(), tables.end(), indicator.table) == tables.end();
  }

  /// The indicator's id where no other column is called so.
  std::string column_beside(const model::Indicator& indicator, const Readers& readers) const {
    const auto other = readers.find(indicator.id);
    const bool taken = indicator.id == indicator.field
                           ? field_is_of_criteria(indicator)
                           : m_out.values.find(indicator.id) != nullptr ||
                                 (other != readers.end() && other->second.size() == 1);
    if (!taken) return indicator.id;
    const std::string& more = indicator.id == indicator.field ? indicator.table : indicator.id;
    return std::string(indicator.field).append("_").append(more);
  }

  void tell_of_criteria(const model::Indicator& indicator) {
    m_out.findings.push_back(
        {Severity::note,
         "crosswalk.field-shared",
         m_data.project().file,
         text("chỉ tiêu “{}”", "indicator “{}”", {indicator.id}),
         text("trường “{}” có cả trong bảng của [criteria]; số liệu đã chuyển của chỉ tiêu là cột “{}”",
              "a table of [criteria] has the field “{}” too; what is carried of the indicator is the column "
              "“{}”",
              {indicator.field, m_out.column_of[indicator.id]}),
         {}});
  }

  void tell_shared(const std::string& field, const std::vector<const model::Indicator*>& sharing) {
    std::string columns;
    for (const model::Indicator* one : sharing)
      columns += (columns.empty() ? "" : ", ") + m_out.column_of[one->id];
    m_out.findings.push_back(
        {Severity::note,
         "crosswalk.field-shared",
         m_data.project().file,
         text("trường “{}”", "field “{}”", {field}),
         text("{} chỉ tiêu đọc chung trường này; số liệu đã chuyển của mỗi chỉ tiêu là một cột riêng: {}",
              "{} indicators read this field; what is carried of each is a column of its own: {}",
              {sharing.size(), columns}),
         {}});
  }

  void take_indicator(const model::Indicator& indicator) {
    const std::string& id = m_out.column_of[indicator.id];
    if (m_out.values.find(id) == nullptr) {
      if (!read_indicator(indicator, id)) return;
    } else if (indicator.words) {
      take_words(m_data.figures(indicator.id, m_period.id, m_job), id);
    }
    ColumnSpec& spec = spec_of(indicator, id);
    if (!indicator.carry.empty()) set_rule(spec, indicator.carry);
    if (spec.carry == Carry::none && indicator.percent && !indicator.weight.empty()) spec.carry = Carry::mean;
    if (spec.carry == Carry::mean && !indicator.weight.empty()) {
      spec.weight = m_out.column_of[m_data.project().find_indicator(indicator.weight)->id];
    }
    const bool words = indicator.words || spec.whole;
    const bool refused = refuse_rule(indicator, words, spec);
    if (!indicator.title.empty()) spec.name = indicator.title;
    if (spec.name.empty()) spec.name = indicator.id;
    const auto& known = m_out.indicators;
    if (std::find(known.begin(), known.end(), spec.id) == known.end()) m_out.indicators.push_back(spec.id);
    if (spec.carry == Carry::none && !refused) tell_no_rule(indicator);
  }

  /// False when the indicator has no figures in this period.
  bool read_indicator(const model::Indicator& indicator, const std::string& id) {
    const Figures figures = m_data.figures(indicator.id, m_period.id, m_job);
    m_out.findings.insert(m_out.findings.end(), figures.findings.begin(), figures.findings.end());
    const bool any = std::any_of(figures.source_row.begin(), figures.source_row.end(),
                                 [](std::uint32_t row) { return row != 0; });
    if (!any) return false;
    criteria::ValueColumn& column = m_out.values.column(id);
    const std::uint16_t sheet = m_out.values.sheet({figures.file, {}, {}});
    for (std::size_t unit = 0; unit < figures.units->size(); ++unit) {
      column.value[unit] = indicator.words ? word_value(figures.texts[unit]) : figures.values[unit];
      const bool applicable = figures.not_applicable.empty() || figures.not_applicable[unit] == 0;
      if (!applicable) column.flags[unit] = criteria::k_cell_not_applicable;
      if (figures.source_row[unit] != 0) column.set_place(unit, {sheet, figures.source_row[unit]});
    }
    mark_carried(indicator, figures, column);
    if (indicator.words) {
      take_words(figures, id);
      tell_unknown_words(indicator, figures);
    }
    return true;
  }

  /// Figures that were carried over once already keep their marks.
  void mark_carried(const model::Indicator& indicator, const Figures& figures,
                    criteria::ValueColumn& column) {
    const model::TableSource& source = *m_data.project().find_table(indicator.table);
    const auto loaded = m_data.table(source.id, m_period.id);
    if (!loaded || loaded->table.find(k_marks_field) == nullptr) return;
    std::vector<std::uint32_t> unit_of_row =
        join_table(*figures.units, loaded->table, {source.key, source.name, source.district, {}},
                   names::AliasBook(all_aliases(m_data.project())))
            .unit_of_row;
    for (std::size_t row = 0; row < unit_of_row.size(); ++row) {  // rows of other periods stay out
      const std::uint32_t unit = unit_of_row[row];
      if (unit != k_no_unit && figures.source_row[unit] != loaded->table.source_row[row])
        unit_of_row[row] = k_no_unit;
    }
    CarriedMarks(loaded->table, unit_of_row, column.value.size()).mark(indicator.field, column);
  }

  static double word_value(const std::string& word) {
    if (criteria::is_pass_word(word) || word == "1") return 1;
    return criteria::is_fail_word(word) || word == "0" ? 0 : model::k_no_data;
  }

  /// The commonest spelling of đạt and of chưa đạt.
  void take_words(const Figures& figures, const std::string& id) {
    WordPair& pair = m_out.words[id];
    std::map<std::string, std::size_t> times;
    for (const std::string& word : figures.texts) {
      if (!word.empty()) ++times[word];
    }
    std::size_t met = 0;
    std::size_t not_met = 0;
    for (const auto& [word, count] : times) {
      if (criteria::is_pass_word(word) && count > met) {
        met = count;
        pair.met = word;
      } else if (criteria::is_fail_word(word) && count > not_met) {
        not_met = count;
        pair.not_met = word;
      }
    }
  }

  /// Words that say neither đạt nor chưa đạt carry nothing.
  void tell_unknown_words(const model::Indicator& indicator, const Figures& figures) {
    if (indicator.carry.empty()) return;
    constexpr std::size_t k_named = 5;
    std::string rows;
    std::string first;
    std::size_t count = 0;
    for (std::size_t unit = 0; unit < figures.texts.size(); ++unit) {
      const std::string& word = figures.texts[unit];
      if (word.empty() || criteria::is_not_applicable_word(word) || !std::isnan(word_value(word))) continue;
      if (++count > k_named) continue;
      if (first.empty()) first = word;
      rows += (rows.empty() ? "" : ", ") + std::to_string(figures.source_row[unit]);
    }
    if (count == 0) return;
    if (count > k_named) rows += ", …";
    m_out.findings.push_back(
        {Severity::warning, "crosswalk.unknown-word", figures.file,
         text("dòng {}, cột “{}”", "row {}, column “{}”", {rows, indicator.field}),
         text(
             "{} ô không ghi “Đạt” hay “Chưa đạt” (như “{}”); các đơn vị ấy chưa rõ khi chuyển sang đơn vị "
             "mới",
             "{} cells say neither “Đạt” nor “Chưa đạt” (such as “{}”); these units are unknown when carried "
             "over to new units",
             {count, first}),
         text("Ghi “Đạt” hoặc “Chưa đạt”.", "Write “Đạt” or “Chưa đạt”.")});
  }

  ColumnSpec& spec_of(const model::Indicator& indicator, const std::string& column) {
    const auto at = std::lower_bound(m_out.specs.begin(), m_out.specs.end(), column,
                                     [](const ColumnSpec& s, const std::string& id) { return s.id < id; });
    if (at != m_out.specs.end() && at->id == column) return *at;
    ColumnSpec fresh;
    fresh.id = column;
    fresh.unit = indicator.unit.vi;
    return *m_out.specs.insert(at, std::move(fresh));
  }

  void tell_no_rule(const model::Indicator& indicator) {
    m_out.findings.push_back(
        {Severity::warning, "crosswalk.no-rule", m_data.project().file,
         text("chỉ tiêu “{}”", "indicator “{}”", {indicator.id}),
         text("không có quy tắc chuyển sang đơn vị mới; chỉ tiêu bị bỏ qua",
              "there is no rule for carrying it over to new units; the indicator is left out"),
         text("Ghi carry = \"sum\", \"mean\", \"min\", \"max\", \"all_met\" hoặc \"any\" cho chỉ tiêu.",
              "Give the indicator carry = \"sum\", \"mean\", \"min\", \"max\", \"all_met\" or \"any\".")});
  }

  /// A rule that makes figures of its own: whether there is one. Met and not met neither add up nor have a
  /// mean (a quarter met is not met); half of one commune and half of another are not the whole of both.
  bool refuse_rule(const model::Indicator& indicator, bool words, ColumnSpec& spec) {
    const bool sum = spec.carry == Carry::sum;
    const bool wrong = words ? sum || spec.carry == Carry::mean : sum && indicator.percent;
    if (!wrong) return false;
    spec.carry = Carry::none;
    const base::Text place = text("chỉ tiêu “{}”", "indicator “{}”", {indicator.id});
    const char* const rule = sum ? "sum" : "mean";
    m_out.findings.push_back(
        words
            ? base::
                  Finding{Severity::error, "crosswalk.words-added", m_data.project().file, place,
                          text(
                              "“Đạt” và “Chưa đạt” không cộng và không lấy bình quân được (carry = \"{}\"); "
                              "chỉ tiêu không được chuyển",
                              "“Đạt” and “Chưa đạt” (met, not met) have no sum and no mean (carry = \"{}\"); "
                              "the indicator is not carried over",
                              {rule}),
                          text("Ghi carry = \"all_met\" (mọi phần đều đạt) hoặc \"any\" (có phần đạt).",
                               "Say carry = \"all_met\" (all parts met) or \"any\" (any part met).")}
            : base::Finding{
                  Severity::error, "crosswalk.percent-summed", m_data.project().file, place,
                  text("tỷ lệ phần trăm không cộng được (carry = \"sum\"); chỉ tiêu không được chuyển",
                       "percentages cannot be added (carry = \"sum\"); the indicator is not carried "
                       "over"),
                  text("Ghi carry = \"mean\" và weight = \"…\" (số hộ, dân số), hoặc \"min\".",
                       "Say carry = \"mean\" and weight = \"…\" (households, people), or \"min\".")});
    return true;
  }

  /// A weight below zero would make means that no part has.
  void check_negative_weights(const std::string& id) {
    const criteria::ValueColumn& column = *m_out.values.find(id);
    for (std::size_t unit = 0; unit < column.value.size(); ++unit) {
      if (!(column.value[unit] < 0)) continue;
      const criteria::CellPlace at = column.place(unit);
      const bool placed = at.sheet != criteria::k_no_sheet;
      m_out.findings.push_back(
          {Severity::error, "crosswalk.negative-weight",
           placed ? m_out.values.sheets()[at.sheet].file : m_data.project().file,
           placed ? text("dòng {}, cột “{}”", "row {}, column “{}”", {std::to_string(at.row), id})
                  : text("cột “{}”", "column “{}”", {id}),
           text("quyền số {} của {} là số âm; bình quân của đơn vị mới chưa rõ",
                "the weight {} of {} is negative; the new unit's mean is unknown",
                {base::short_number(column.value[unit]), units().full_name(unit)}),
           text("Sửa số liệu của quyền số.", "Correct the figure of the weight.")});
    }
  }

  void check_weights() {
    std::set<std::string> weights;
    for (const ColumnSpec& spec : m_out.specs) {
      if (spec.carry == Carry::mean && m_out.values.find(spec.id) != nullptr &&
          m_out.values.find(spec.weight) != nullptr)
        weights.insert(spec.weight);
    }
    for (const std::string& id : weights) check_negative_weights(id);
    for (const std::string& id : m_out.indicators) {
      const ColumnSpec* spec = criteria::find_spec(m_out.specs, id);
      if (spec->carry != Carry::mean || m_out.values.find(spec->weight) != nullptr) continue;
      m_out.findings.push_back(
          {Severity::warning, "crosswalk.no-weight", m_data.project().file,
           text("chỉ tiêu “{}”", "indicator “{}”", {id}),
           spec->weight.empty()
               ? text("bình quân cần quyền số (số hộ, dân số); chỉ tiêu sẽ không có số liệu",
                      "a mean needs a weight (households, people); the indicator will have no figures")
               : text("kỳ “{}” không có số liệu của quyền số “{}”; chỉ tiêu sẽ không có số liệu",
                      "period “{}” has no figures of the weight “{}”; the indicator will have no figures",
                      {m_period.id, spec->weight}),
           text("Ghi weight = \"…\" là một chỉ tiêu có số liệu cùng kỳ.",
                "Give weight = \"…\", an indicator with figures of the same period.")});
    }
  }

  ProjectData& m_data;
  const model::Period& m_period;
  const base::Job& m_job;
  std::shared_ptr<const Units> m_units;
  FigureColumns m_out;
};

}  // namespace

FigureColumns figure_columns(ProjectData& data, const model::Period& period, const base::Job& job) {
  return Gatherer(data, period, job).run();
}

}  // namespace ntmap::app
