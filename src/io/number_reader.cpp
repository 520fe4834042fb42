#include "io/number_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "io/grid_reader.hpp"
#include "io/group_doubt.hpp"
#include "io/table_reader.hpp"

namespace ntmap::io {
namespace {

using base::Severity;
using base::text;
using base::Text;
using model::k_no_data;

constexpr auto k_no_data_words = std::to_array<std::string_view>({"-",
                                                                  "--",
                                                                  "–",
                                                                  "—",
                                                                  "−",
                                                                  "x",
                                                                  "X",
                                                                  "không có",
                                                                  "Không có",
                                                                  "KHÔNG CÓ",
                                                                  "chưa có",
                                                                  "Chưa có",
                                                                  "chưa rõ",
                                                                  "Chưa rõ",
                                                                  "không có số liệu",
                                                                  "Không có số liệu",
                                                                  "n/a",
                                                                  "N/A",
                                                                  "NA",
                                                                  "...",
                                                                  "…",
                                                                  "..",
                                                                  "?",
                                                                  "unknown",
                                                                  "null",
                                                                  "NULL"});

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Drops spaces (also no-break and narrow ones) and apostrophes that stand between two digits.
std::string without_group_spaces(std::string_view text) {
  constexpr auto k_marks =
      std::to_array<std::string_view>({" ", "'", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"});
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto mark = std::find_if(k_marks.begin(), k_marks.end(), [&](std::string_view m) {
      const std::size_t after = i + m.size();
      // Exactly three digits follow: "12 5" is no number.
      return text.substr(i).starts_with(m) && !out.empty() && is_digit(out.back()) &&
             after + 3 <= text.size() && is_digit(text[after]) && is_digit(text[after + 1]) &&
             is_digit(text[after + 2]) && (after + 3 == text.size() || !is_digit(text[after + 3]));
    });
    if (mark != k_marks.end()) {
      i += mark->size();
    } else {
      out += text[i++];
    }
  }
  return out;
}

/// Positions of `mark` in digits.
std::vector<std::size_t> places(std::string_view digits, char mark) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == mark) out.push_back(i);
  }
  return out;
}

/// True when the marks stand before every third digit of a whole part that ends at `end`.
bool groups(std::string_view digits, const std::vector<std::size_t>& marks, std::size_t end) {
  if (marks.front() == 0 || marks.front() > 3 || digits[0] == '0') return false;
  for (std::size_t k = 0; k < marks.size(); ++k) {
    const std::size_t next = k + 1 < marks.size() ? marks[k + 1] : end;
    if (next != marks[k] + 4) return false;
  }
  return true;
}

NumberShape shape_of(std::string_view digits) {
  const auto commas = places(digits, ',');
  const auto points = places(digits, '.');
  if (commas.empty() && points.empty()) return NumberShape::plain;
  if (!commas.empty() && !points.empty()) {
    const bool comma_last = commas.back() > points.back();
    const auto& decimal = comma_last ? commas : points;
    const auto& group = comma_last ? points : commas;
    if (decimal.size() != 1 || !groups(digits, group, decimal.front())) return NumberShape::word;
    return comma_last ? NumberShape::decimal_comma : NumberShape::decimal_point;
  }
  const bool comma = !commas.empty();
  const auto& marks = comma ? commas : points;
  const bool grouped = groups(digits, marks, digits.size());
  if (marks.size() > 1) {
    if (!grouped) return NumberShape::word;
    return comma ? NumberShape::decimal_point : NumberShape::decimal_comma;
  }
  if (grouped) return comma ? NumberShape::comma_or_group : NumberShape::point_or_group;
  return comma ? NumberShape::decimal_comma : NumberShape::decimal_point;
}

/// Reads one column; keeps what it decided.
class ColumnNumbers {
 public:
  ColumnNumbers(const model::Table& table, const model::Column& column, bool percent)
      : m_table(table), m_column(column), m_percent(percent) {}

  NumberColumn run() {
    const std::size_t n = m_column.size();
    m_out.values.assign(n, k_no_data);
    m_texts.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      if (m_column.has_number(i)) m_out.values[i] = m_column.numbers[i];
      if (m_column.has_text(i)) m_texts[i] = parse_number_text(m_column.texts[i]);
    }
    m_open.assign(n, false);
    decide_decimal();
    take_texts();
    doubt_lone_groups();
    doubt_eaten_points();
    m_percent ? check_percent() : check_percent_signs();
    return std::move(m_out);
  }

 private:
  const std::string& file(std::size_t row) const { return m_table.file_of(row); }

  Text place(std::size_t row) const {
    const std::string number =
        row < m_table.source_row.size() ? std::to_string(m_table.source_row[row]) : "?";
    const Text in_row = text("dòng {}, cột “{}”", "row {}, column “{}”", {number, m_column.name});
    const std::string& sheet = m_table.sheet_of(row);
    return sheet.empty() ? in_row : text("trang “{}”, {}", "sheet “{}”, {}", {sheet, in_row});
  }

  Text column_place() const { return text("cột “{}”", "column “{}”", {m_column.name}); }

  void note(Severity severity, const char* rule, std::size_t row, Text what, Text remedy) {
    m_out.findings.push_back({severity, rule, file(row), place(row), std::move(what), std::move(remedy)});
  }

  std::optional<std::size_t> first(NumberShape shape) const {
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
      if (m_texts[i].shape == shape && m_column.has_text(i)) return i;
    }
    return std::nullopt;
  }

  /// Cells that can be read in one way only decide for those that cannot.
  void decide_decimal() {
    const auto comma = first(NumberShape::decimal_comma);
    const auto point = first(NumberShape::decimal_point);
    const auto comma_group = first(NumberShape::comma_or_group);
    const auto point_group = first(NumberShape::point_or_group);
    m_conflict = comma && point;
    if (m_conflict) {
      note(Severity::warning, "number.styles-mixed", *point,
           text("cột viết số theo hai kiểu: “{}” và “{}”",
                "the column writes numbers in two styles: “{}” and “{}”",
                {m_column.texts[*comma], m_column.texts[*point]}),
           text("Thống nhất dấu thập phân trong cột.", "Use one decimal mark in the column."));
    } else if (comma || point) {
      m_decimal = comma ? ',' : '.';
      doubt_witnesses();
    } else if (comma_group && point_group) {
      m_conflict = true;
    } else if (comma_group || point_group) {
      decide_by_groups(comma_group ? ',' : '.', comma_group ? *comma_group : *point_group);
    }
  }

  /// Only cells like "1.234": three decimals or thousands? Percents cannot be thousands; else thousands,
  /// which planners write far more often, unless a plain number of four digits shows that they do not.
  void decide_by_groups(char mark, std::size_t row) {
    const bool ungrouped = std::any_of(m_texts.begin(), m_texts.end(), [](const NumberText& t) {
      return t.shape == NumberShape::plain && t.digits.size() > 3;
    });
    const bool decimal = m_percent || ungrouped;
    m_decimal = decimal == (mark == ',') ? ',' : '.';
    note(Severity::warning, "number.thousands-or-decimals", row,
         decimal
             ? text("“{}” có thể là số thập phân hoặc hàng nghìn; đã đọc là số thập phân",
                    "“{}” may have decimals or thousands; it was read as decimals", {m_column.texts[row]})
             : text("“{}” có thể là số thập phân hoặc hàng nghìn; đã đọc là hàng nghìn",
                    "“{}” may have decimals or thousands; it was read as thousands", {m_column.texts[row]}),
         text("Bỏ dấu phân nhóm trong tệp để chắc chắn.",
              "Take the grouping marks out of the file to be sure."));
  }

  /// A few cells with decimals do not make decimals of all that may be thousands. Percents are none.
  void doubt_witnesses() {
    if (m_percent) return;
    for (const GroupDoubt& doubt : doubtful_groups(m_table, m_column, m_texts, m_decimal)) {
      const std::string& group = m_column.texts[doubt.groups.front()];
      const std::string& witness = m_column.texts[doubt.witness];
      if (doubt.undecided) {
        for (const std::size_t row : doubt.groups) m_open[row] = true;
        for (const std::size_t row : doubt.odd) m_open[row] = true;
      }
      const std::size_t row = doubt.odd.empty() ? doubt.groups.front() : doubt.witness;
      note(doubt.undecided ? Severity::error : Severity::warning,
           doubt.undecided ? "number.undecided" : "number.thousands-or-decimals", row,
           doubt.undecided
               ? text("{} ô viết như “{}” có thể là hàng nghìn, nhưng “{}” lại có phần thập phân; coi như "
                      "không có số liệu",
                      "{} cells like “{}” may be thousands, while “{}” has decimals; taken as no data",
                      {doubt.groups.size(), group, witness})
               : text("{} ô viết như “{}” đã đọc là số thập phân theo “{}”; có thể là hàng nghìn",
                      "{} cells like “{}” were read as decimals because of “{}”; they may be thousands",
                      {doubt.groups.size(), group, witness}),
           text("Sửa ô viết khác các ô còn lại, hoặc bỏ dấu phân nhóm trong tệp.",
                "Mend the cell that is written unlike the others, or take the grouping marks out of the "
                "file."));
    }
  }

  /// A spreadsheet that takes "2.851" for a number with decimals says nothing of it.
  void doubt_eaten_points() {
    const std::optional<std::size_t> row = m_percent ? std::nullopt : eaten_points(m_column);
    if (!row) return;
    note(Severity::warning, "number.thousands-or-decimals", *row,
         text("các số như {} có ba chữ số thập phân, không giống các ô khác hoặc tên cột; có thể bảng tính "
              "đã hiểu dấu chấm hàng nghìn là dấu thập phân",
              "numbers such as {} have three decimals, unlike the other cells or the column's name; the "
              "spreadsheet may have taken points between thousands for decimal points",
              {base::short_number(m_out.values[*row])}),
         text("Ghi lại các số ấy không có dấu phân nhóm.", "Write these numbers without grouping marks."));
  }

  /// "12,5%" among numbers without the sign is read as 12.5, and is hardly one of them.
  void check_percent_signs() {
    std::size_t present = 0;
    std::vector<std::size_t> signs;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
      if (std::isnan(m_out.values[i])) continue;
      ++present;
      if (m_column.has_text(i) && m_texts[i].percent) signs.push_back(i);
    }
    if (signs.size() * 2 > present) return;
    CappedFindings told(m_out.findings, Severity::warning, "number.percent-sign", m_table.file,
                        text("Sửa ô, hoặc ghi mọi ô của cột theo một đơn vị.",
                             "Mend the cell, or write all cells of the column in one unit."));
    for (const std::size_t i : signs) {
      told.add_in(file(i), place(i),
                  text("“{}” có dấu %, các ô khác của cột thì không; đã đọc là {}",
                       "“{}” has a %, the column's other cells have not; it was read as {}",
                       {m_column.texts[i], base::short_number(m_out.values[i])}));
    }
  }

  /// The decimal mark for one cell; nothing when the column contradicts itself and the cell is open.
  std::optional<char> decimal_for(NumberShape shape) const {
    if (shape == NumberShape::decimal_comma) return ',';
    if (shape == NumberShape::decimal_point) return '.';
    if (m_conflict && shape != NumberShape::plain) return std::nullopt;
    return m_decimal;
  }

  void take_texts() {
    CappedFindings words(m_out.findings, Severity::error, "number.text", m_table.file,
                         text("Sửa ô thành số, hoặc để trống nếu không có số liệu.",
                              "Make the cell a number, or leave it blank where there is none."));
    CappedFindings open(m_out.findings, Severity::error, "number.undecided", m_table.file,
                        text("Thống nhất dấu thập phân trong cột.", "Use one decimal mark in the column."));
    std::vector<std::size_t> blanks;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
      if (!m_column.has_text(i)) continue;
      const NumberText& cell = m_texts[i];
      const std::string& raw = m_column.texts[i];
      if (cell.shape == NumberShape::no_data) {
        if (!trimmed(raw).empty()) blanks.push_back(i);
      } else if (cell.shape == NumberShape::word) {
        words.add_in(file(i), place(i),
                     text("“{}” không phải số; coi như không có số liệu",
                          "“{}” is no number; taken as no data", {raw}));
      } else if (m_open[i]) {
        continue;  // told for the column
      } else if (const auto decimal = decimal_for(cell.shape)) {
        m_out.values[i] = number_value(cell, *decimal);
      } else {
        open.add_in(file(i), place(i),
                    text("không rõ “{}” có phần thập phân hay hàng nghìn; coi như không có số liệu",
                         "“{}” may have decimals or thousands; taken as no data", {raw}));
      }
    }
    report_blanks(blanks);
  }

  /// "1.011" in a column of decimals is read as 1.011, though 1011 is what the others are like.
  void doubt_lone_groups() {
    std::vector<double> plain;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
      const NumberShape shape = m_texts[i].shape;
      const bool grouped = m_column.has_text(i) &&
                           (shape == NumberShape::comma_or_group || shape == NumberShape::point_or_group);
      const double value = std::abs(m_out.values[i]);
      if (std::isnan(value) || value == 0) continue;
      if (grouped) {
        open.push_back(i);
      } else {
        plain.push_back(value);
      }
    }
    constexpr std::size_t k_fewest = 3;
    if (m_percent || open.empty() || plain.size() < k_fewest) return;
    const auto middle = plain.begin() + static_cast<std::ptrdiff_t>(plain.size() / 2);
    std::nth_element(plain.begin(), middle, plain.end());
    constexpr double k_thousand = 1000;
    constexpr double k_alike = 5;
    for (const std::size_t i : open) {
      const double value = std::abs(m_out.values[i]);
      const bool decimals = value < k_thousand && value != std::floor(value);
      const double other = decimals ? value * k_thousand : value / k_thousand;
      const auto off = [&](double one) { return std::max(one / *middle, *middle / one); };
      if (off(value) < k_thousand / k_alike || off(other) > k_alike) continue;
      note(Severity::warning, "number.thousands-or-decimals", i,
           text("“{}” đã đọc là {}; các ô khác cỡ {}, có thể là {}",
                "“{}” was read as {}; the other cells are about {}, it may be {}",
                {m_column.texts[i], base::short_number(m_out.values[i]), base::short_number(*middle),
                 base::short_number(other)}),
           text("Bỏ dấu phân nhóm trong tệp để chắc chắn.",
                "Take the grouping marks out of the file to be sure."));
    }
  }

  void report_blanks(const std::vector<std::size_t>& rows) {
    if (rows.empty()) return;
    note(
        Severity::note, "number.no-data-words", rows.front(),
        text("{} ô ghi “{}” hoặc tương tự, coi như không có số liệu",
             "{} cells hold “{}” or the like, taken as no data", {rows.size(), m_column.texts[rows.front()]}),
        {});
  }

  void check_percent() {
    bring_fractions_up();
    double largest = 0;
    std::size_t present = 0;
    CappedFindings outside(
        m_out.findings, Severity::error, "percent.outside", m_table.file,
        text("Sửa giá trị về khoảng 0 đến 100.", "Mend the value to lie between 0 and 100."));
    for (std::size_t i = 0; i < m_out.values.size(); ++i) {
      const double value = m_out.values[i];
      if (std::isnan(value)) continue;
      ++present;
      largest = std::max(largest, value);
      if (value < 0 || value > 100) {
        outside.add_in(file(i), place(i),
                       text("tỷ lệ {} % nằm ngoài 0 đến 100", "the percentage {} lies outside 0 to 100",
                            {base::short_number(value)}));
      }
    }
    check_fractions(largest, present);
  }

  /// Spreadsheets give 0.985 where a cell is formatted as a percentage and text cells beside it say "98,5".
  /// Cells of small percentages (0.8 beside "1,2") look the same: what the others are like decides, and where
  /// both readings are as near, none is taken.
  void bring_fractions_up() {
    std::vector<std::size_t> numbers;
    std::vector<double> fractions;  // above zero
    std::vector<double> others;
    bool below_one = m_column.type == model::ColumnType::mixed;
    bool texts_above_one = false;
    for (std::size_t i = 0; i < m_out.values.size(); ++i) {
      const double value = m_out.values[i];
      if (std::isnan(value)) continue;
      const bool number = m_column.has_number(i);
      if (number) numbers.push_back(i);
      if (value > 0) (number ? fractions : others).push_back(value);
      below_one = below_one && (!number || (value >= 0 && value <= 1));
      texts_above_one = texts_above_one || (!number && value > 1);
    }
    if (!below_one || !texts_above_one || fractions.empty()) return;
    constexpr double k_hundred = 100;
    constexpr double k_clearly = 3;
    const double usual = median(others);
    const double as_written = ratio(median(fractions), usual);
    const double as_share = ratio(k_hundred * median(fractions), usual);
    if (as_share * k_clearly <= as_written) return multiply(numbers);
    if (as_written * k_clearly <= as_share) return tell_small(numbers, fractions.front(), usual);
    leave_open(numbers, fractions.front(), usual);
  }

  static double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  }
  static double ratio(double a, double b) { return std::max(a / b, b / a); }

  void multiply(const std::vector<std::size_t>& rows) {
    for (const std::size_t i : rows) m_out.values[i] *= 100;
    note(Severity::warning, "percent.fractions", rows.front(),
         text("{} ô ghi 0 đến 1 cạnh các ô ghi 0 đến 100; đã nhân 100",
              "{} cells lie in 0 to 1 beside texts in 0 to 100; multiplied by 100", {rows.size()}),
         text("Kiểm tra lại cột trong tệp gốc.", "Check the column in the source file."));
  }

  void tell_small(const std::vector<std::size_t>& rows, double one, double usual) {
    note(Severity::note, "percent.fractions", rows.front(),
         text("{} ô số ghi 0 đến 1 ({}) cạnh các ô chữ cỡ {}: đọc là phần trăm như đã ghi",
              "{} cells of numbers lie in 0 to 1 ({}) beside texts of about {}: read as percentages, as "
              "written",
              {rows.size(), base::short_number(one), base::short_number(usual)}),
         {});
  }

  void leave_open(const std::vector<std::size_t>& rows, double one, double usual) {
    for (const std::size_t i : rows) m_out.values[i] = k_no_data;
    note(Severity::error, "percent.undecided", rows.front(),
         text("{} ô số ghi 0 đến 1 cạnh các ô chữ cỡ {}: không rõ {} là {} % hay {} %; coi như không có số "
              "liệu",
              "{} cells of numbers lie in 0 to 1 beside texts of about {}: {} may be {} % or {} %; taken as "
              "no data",
              {rows.size(), base::short_number(usual), base::short_number(one), base::short_number(one),
               base::short_number(100 * one)}),
         text("Ghi mọi ô của cột theo một kiểu, từ 0 đến 100, trong tệp gốc.",
              "Write all cells of the column in one way, from 0 to 100, in the source file."));
  }

  /// Values that look like fractions but may be small percentages: said, not changed. Percentages that are
  /// small in many places have others between; fractions beside percentages have hardly any.
  void check_fractions(double largest, std::size_t present) {
    constexpr double k_large = 20;
    constexpr double k_between = 10;
    std::vector<std::size_t> small;
    std::size_t between = 0;
    for (std::size_t i = 0; i < m_out.values.size(); ++i) {
      const double value = m_out.values[i];
      if (value > 0 && value <= 1) small.push_back(i);
      between += value > 1 && value < k_between ? 1U : 0U;
    }
    if (small.empty()) return;
    const bool all = largest <= 1;
    const bool few = small.size() * 5 <= present;
    const bool apart = between * 10 <= small.size();
    if (!all && (largest < k_large || (!few && !apart))) return;
    note(Severity::warning, all ? "percent.all-below-one" : "percent.some-below-one", small.front(),
         all ? text("mọi giá trị đều từ 0 đến 1; có thể là phân số chứ không phải phần trăm",
                    "all values lie in 0 to 1; they may be fractions, not percentages")
             : text("{} giá trị từ 0 đến 1 trong cột 0 đến 100; có thể ghi nhầm đơn vị",
                    "{} values lie in 0 to 1 in a column of 0 to 100; the unit may be wrong", {small.size()}),
         text("Nếu là phân số, hãy nhân 100 trong tệp.",
              "If they are fractions, multiply by 100 in the file."));
  }

  const model::Table& m_table;
  const model::Column& m_column;
  bool m_percent;
  bool m_conflict = false;
  char m_decimal = '.';
  std::vector<NumberText> m_texts;
  std::vector<bool> m_open;  ///< cells that are no data, for nothing says whether they are thousands
  NumberColumn m_out;
};

}  // namespace

NumberText parse_number_text(std::string_view raw) {
  NumberText out;
  std::string_view rest = trimmed(raw);
  if (rest.empty() ||
      std::find(k_no_data_words.begin(), k_no_data_words.end(), rest) != k_no_data_words.end()) {
    out.shape = NumberShape::no_data;
    return out;
  }
  if (rest.ends_with('%')) {
    out.percent = true;
    rest = trimmed(rest.substr(0, rest.size() - 1));
  }
  for (const std::string_view minus : {"-", "−"}) {
    if (!rest.starts_with(minus)) continue;
    out.negative = true;
    rest = trimmed(rest.substr(minus.size()));
    break;
  }
  if (!out.negative && rest.starts_with('+')) rest.remove_prefix(1);
  out.digits = without_group_spaces(rest);
  const bool numeric = out.digits.find_first_not_of("0123456789.,") == std::string::npos &&
                       !out.digits.empty() && is_digit(out.digits.back());
  if (numeric) out.shape = shape_of(out.digits);
  return out;
}

double number_value(const NumberText& text, char decimal) {
  std::string plain;
  for (const char c : text.digits) {
    if (is_digit(c)) plain += c;
    if (c == decimal) plain += '.';
  }
  double value = k_no_data;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return text.negative ? -value : value;
}

NumberColumn read_numbers(const model::Table& table, const model::Column& column, bool percent) {
  return ColumnNumbers(table, column, percent).run();
}

}  // namespace ntmap::io
