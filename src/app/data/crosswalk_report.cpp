#include "app/data/crosswalk_report.hpp"

#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "app/data/carried_marks.hpp"
#include "base/error.hpp"
#include "io/csv_writer.hpp"
#include "io/source_path.hpp"
#include "io/xlsx_writer.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using model::Column;
using model::ColumnType;

constexpr const char* k_not_applicable = "không áp dụng";  // the word that tables of figures know

Column text_column(std::string name, std::vector<std::string> texts) {
  return {std::move(name), ColumnType::text, std::move(texts), {}};
}

/// Figures of words, in the words of their table: they are read again so.
Column word_column(const criteria::ValueColumn& values, const WordPair& words) {
  Column column = text_column(values.id, {});
  for (std::size_t unit = 0; unit < values.value.size(); ++unit) {
    const double value = values.value[unit];
    const bool applies = (values.flags[unit] & criteria::k_cell_not_applicable) == 0;
    column.texts.emplace_back(!applies            ? k_not_applicable
                              : std::isnan(value) ? ""
                              : value > 0         ? words.met
                                                  : words.not_met);
  }
  return column;
}

/// One figure; a unit that it does not apply to says so in words.
Column figure_column(const criteria::ValueColumn& values) {
  Column column{values.id, ColumnType::number, {}, values.value};
  for (std::size_t unit = 0; unit < values.value.size(); ++unit) {
    if ((values.flags[unit] & criteria::k_cell_not_applicable) == 0) continue;
    column.type = ColumnType::mixed;
    column.texts.resize(values.value.size());
    column.texts[unit] = k_not_applicable;
  }
  return column;
}

/// The mark of a figure; none for one that does not apply, since its cell says so.
std::string mark_of(const CarriedFigures& figures, const std::string& column, std::uint32_t unit,
                    base::Lang lang) {
  const std::uint8_t flags = figures.values.find(column)->flags[unit];
  const bool applies = (flags & criteria::k_cell_not_applicable) == 0;
  return applies ? mark_text(figures, column, unit).in(lang) : std::string();
}

/// All marks of one unit: "ước tính theo diện tích: so_ho, ruong_dat".
std::string marks_of(const CarriedFigures& figures, std::uint32_t unit, base::Lang lang) {
  std::map<std::string, std::string> columns_of;
  for (const CarriedColumn& column : figures.columns) {
    const std::string mark = mark_of(figures, column.spec.id, unit, lang);
    if (mark.empty()) continue;
    std::string& names = columns_of[mark];
    names += (names.empty() ? "" : ", ") + column.spec.id;
  }
  std::string out;
  for (const auto& [mark, names] : columns_of) {
    if (!out.empty()) out += "; ";
    out.append(mark).append(": ").append(names);
  }
  return out;
}

std::vector<Column> value_columns(const CarriedFigures& figures, base::Lang lang) {
  const Units& units = *figures.new_units;
  std::vector<Column> columns{text_column("code", units.codes), text_column("name", units.names),
                              text_column("type", units.types), text_column("district", units.districts)};
  for (const CarriedColumn& column : figures.columns) {
    const criteria::ValueColumn& carried = *figures.values.find(column.spec.id);
    const auto words = figures.words.find(column.spec.id);
    columns.push_back(words == figures.words.end() ? figure_column(carried)
                                                   : word_column(carried, words->second));
  }
  std::vector<std::string> parts;
  std::vector<std::string> marks;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    parts.push_back(parts_text(figures, unit).in(lang));
    marks.push_back(marks_of(figures, unit, lang));
  }
  columns.push_back(text_column("parts", std::move(parts)));
  columns.push_back(text_column(k_marks_field, std::move(marks)));
  return columns;
}

std::vector<Column> mark_columns(const CarriedFigures& figures, base::Lang lang) {
  std::vector<Column> out;
  for (const char* name : {"code", "name", "figure", "title", "mark", "parts"})
    out.push_back(text_column(name, {}));
  for (std::uint32_t unit = 0; unit < figures.new_units->size(); ++unit) {
    for (const CarriedColumn& column : figures.columns) {
      const std::string mark = mark_of(figures, column.spec.id, unit, lang);
      if (mark.empty()) continue;
      const std::string cells[] = {figures.new_units->codes[unit],
                                   figures.new_units->full_name(unit),
                                   column.spec.id,
                                   column.spec.name.in(lang),
                                   mark,
                                   parts_text(figures, unit).in(lang)};
      for (std::size_t i = 0; i < out.size(); ++i) out[i].texts.push_back(cells[i]);
    }
  }
  return out;
}

std::vector<Column> rule_columns(const CarriedFigures& figures, base::Lang lang) {
  Column id = text_column("figure", {});
  Column title = text_column("title", {});
  Column rule = text_column("rule", {});
  Column before{"before", ColumnType::number, {}, {}};
  Column after{"after", ColumnType::number, {}, {}};
  Column missing{"unknown", ColumnType::number, {}, {}};
  for (const CarriedColumn& column : figures.columns) {
    id.texts.push_back(column.spec.id);
    title.texts.push_back(column.spec.name.in(lang));
    rule.texts.push_back(rule_text(column.spec).in(lang));
    before.numbers.push_back(column.old_total);
    after.numbers.push_back(column.new_total);
    missing.numbers.push_back(static_cast<double>(column.missing));
  }
  return {id, title, rule, before, after, missing};
}

/// Headings for people, where a sheet is not read by a program again.
Text heading_of(const std::string& name) {
  static const std::map<std::string, Text> k_headings{
      {"code", text("Mã", "Code")},           {"name", text("Đơn vị", "Unit")},
      {"figure", text("Chỉ tiêu", "Figure")}, {"title", text("Tên chỉ tiêu", "Title")},
      {"mark", text("Đánh dấu", "Mark")},     {"parts", text("Hợp từ", "Made of")},
      {"rule", text("Quy tắc", "Rule")},      {"before", text("Trước", "Before")},
      {"after", text("Sau", "After")},        {"unknown", text("Đơn vị chưa rõ", "Units unknown")},
  };
  return k_headings.at(name);
}

io::Sheet sheet_of(const Text& name, std::vector<Column> columns, bool for_people, base::Lang lang) {
  io::Sheet sheet;
  sheet.name = name.in(lang);
  for (Column& column : columns) {
    std::string heading = for_people ? heading_of(column.name).in(lang) : column.name;
    sheet.columns.push_back({std::move(column), std::move(heading), -1, {}});
  }
  return sheet;
}

}  // namespace

void check_crosswalk_target(const std::filesystem::path& target, base::Overwrite overwrite) {
  const std::string extension = io::extension_of(target);
  if (extension != ".csv" && extension != ".xlsx") {
    throw base::Error(base::ErrorKind::usage,
                      text("Không ghi được dạng “{}”", "“{}” is no format for this", {extension}),
                      text("Dùng .csv hoặc .xlsx.", "Use .csv or .xlsx."));
  }
  const base::PendingFile possible(target, overwrite);
}

void write_crosswalk(const CarriedFigures& figures, const std::filesystem::path& target, base::Lang lang,
                     base::Overwrite overwrite, const base::Job& job) {
  std::vector<Column> values = value_columns(figures, lang);
  if (io::extension_of(target) == ".csv") {
    io::write_csv(values, {}, target, overwrite, job);
    return;
  }
  const std::vector<io::Sheet> sheets{
      sheet_of(text("Số liệu", "Figures"), std::move(values), false, lang),
      sheet_of(text("Đánh dấu", "Marks"), mark_columns(figures, lang), true, lang),
      sheet_of(text("Quy tắc", "Rules"), rule_columns(figures, lang), true, lang)};
  const Text title = text("Số liệu {} theo đơn vị {}", "Figures of {} by the units of {}",
                          {figures.period, figures.new_units->vintage});
  io::write_xlsx(sheets, title.in(lang), target, overwrite, job);
}

Text parts_text(const CarriedFigures& figures, std::uint32_t new_unit) {
  Text out;
  for (const UnitPart& part : figures.parts[new_unit]) {
    const Units& units = *figures.old_units;
    Text one = units.full_name(part.old_unit) + " (" + units.codes[part.old_unit] + ")";
    if (!part.share) {
      one = text("{} (một phần, chưa rõ tỷ lệ)", "{} (a part, share unknown)", {one});
    } else if (*part.share != criteria::Decimal(1)) {
      const Text percent = base::short_number(100 * part.share->to_double(), 2);
      one = part.by_area ? text("{} {} % theo diện tích", "{} {} % by area", {one, percent})
                         : text("{} {} %", "{} {} %", {one, percent});
    }
    out = out.empty() ? one : base::join({out, one}, "; ");
  }
  return out;
}

Text mark_text(const CarriedFigures& figures, const std::string& column, std::uint32_t new_unit) {
  const criteria::ValueColumn& values = *figures.values.find(column);
  const std::uint8_t flags = values.flags[new_unit];
  if ((flags & criteria::k_cell_not_applicable) != 0) return text("không áp dụng", "not applicable");
  if ((flags & criteria::k_cell_conflict) != 0)
    return text("chưa rõ: số liệu của một phần mâu thuẫn", "unknown: the figures of a part contradict");
  if (std::isnan(values.value[new_unit])) {
    Text lacking;
    for (const std::uint32_t unit : figures.lacking(column, new_unit)) {
      const std::string name = figures.old_units->full_name(unit);
      lacking = lacking.empty() ? Text(name) : base::join({lacking, name}, ", ");
    }
    return lacking.empty()
               ? text("chưa rõ: thiếu tỷ lệ chia hoặc quyền số", "unknown: a share or a weight is missing")
               : text("chưa rõ: thiếu số liệu của {}", "unknown: no figure of {}", {lacking});
  }
  Text out;
  for (const CarriedMark& mark : carried_marks()) {
    if ((flags & mark.flag) != 0) out = out.empty() ? mark.words : base::join({out, mark.words}, ", ");
  }
  return out;
}

}  // namespace ntmap::app
