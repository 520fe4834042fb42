#include "criteria/value_doubts.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "criteria/decimal.hpp"
#include "criteria/evidence.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::criteria {
namespace {

using base::join;
using base::text;
using base::Text;
using Rows = std::vector<std::size_t>;
using UnitOfRow = std::span<const std::uint32_t>;

/// A warning about some cells of a column, the first of them named.
void tell(const model::Table& table, const ColumnSpec& spec, const char* rule, const Rows& rows, Text what,
          Text remedy, base::Findings& findings) {
  constexpr std::size_t k_named = 8;
  std::string list;
  for (std::size_t i = 0; i < std::min(k_named, rows.size()); ++i)
    list += (i == 0 ? "" : ", ") + std::to_string(table.source_row[rows[i]]);
  if (rows.size() > k_named) list += ", …";
  findings.push_back({base::Severity::warning, rule, table.file_of(rows.front()),
                      text("dòng {}, cột \"{}\"", "row {}, column \"{}\"", {list, spec.id}), std::move(what),
                      std::move(remedy)});
}

Text shown_figure(double value) {
  const auto decimal = Decimal::from_double(value);
  return decimal ? decimal->localised() : Text("–");
}

/// Percentages that look like fractions.
void find_fractions(const model::Table& table, const ColumnSpec& spec, const Rows& rows,
                    UnitOfRow unit_of_row, const ValueColumn& read, base::Findings& findings) {
  constexpr double k_usual = 20;             // where most are at least that, 0,95 % is hardly meant
  constexpr std::size_t k_others_a_few = 3;  // for each that is small
  constexpr std::size_t k_all = 3;
  Rows small;
  std::vector<double> others;
  double first = 0;
  for (const std::size_t row : rows) {
    const double figure = read.value[unit_of_row[row]];
    if (std::isnan(figure) || figure == 0) continue;
    if (figure > 1) {
      others.push_back(figure);
      continue;
    }
    if (small.empty()) first = figure;
    small.push_back(row);
  }
  if (small.empty()) return;
  if (others.empty()) {
    if (small.size() < k_all || spec.less_is_better) return;
    tell(table, spec, "values.fraction", small,
         text("mọi giá trị đều từ 0 đến 1; có thể là phân số chứ không phải phần trăm",
              "all values lie in 0 to 1; they may be fractions, not percentages"),
         text("nếu là phân số, nhân 100 trong tệp", "if they are fractions, multiply by 100 in the file"),
         findings);
    return;
  }
  const auto middle = others.begin() + static_cast<std::ptrdiff_t>(others.size() / 2);
  std::nth_element(others.begin(), middle, others.end());
  if (*middle < k_usual || others.size() < 2 || small.size() * k_others_a_few > others.size()) return;
  tell(table, spec, "values.fraction", small,
       text("{} % trong một cột mà phần lớn từ {} % trở lên: có thể là phân số ({} % ?)",
            "{} % in a column where most are {} % and more: it may be a fraction ({} % ?)",
            {shown_figure(first), shown_figure(k_usual), shown_figure(std::round(first * 1e4) / 1e2)}),
       text("sửa ô thành phần trăm nếu là phân số; đến khi đó được đọc như đã ghi",
            "make the cell a percentage if it is a fraction; until then it is read as written"),
       findings);
}

/// What is more than a score or a level can well be, where the set does not state the top of its scale.
void find_beyond_scale(const model::Table& table, const ColumnSpec& spec, const Rows& rows,
                       UnitOfRow unit_of_row, const ValueColumn& read, base::Findings& findings) {
  Rows beyond;
  for (const std::size_t row : rows) {
    if (read.value[unit_of_row[row]] > spec.doubtful_above) beyond.push_back(row);
  }
  if (beyond.empty()) return;
  const Text top = join({shown_figure(spec.doubtful_above), unit_text(spec.unit)}, " ");
  const Text first = shown_figure(read.value[unit_of_row[beyond.front()]]);
  tell(table, spec, "values.beyond-scale", beyond,
       text("giá trị {} lớn hơn {}, trong khi bộ tiêu chí không nêu mức cao nhất; vẫn đọc như đã ghi",
            "the value {} is more than {}, and the set states no top of the scale; it is read as written",
            {first, top}),
       text("kiểm tra lại ô; nếu thang đo cao hơn, ghi most = ... trong tệp bộ tiêu chí",
            "check the cell; if the scale goes further, write most = ... in the file of the set"),
       findings);
}

/// "x" where other cells say Đạt or Chưa đạt.
void find_ticks(const model::Table& table, const model::Column& column, const ColumnSpec& spec,
                const Rows& rows, base::Findings& findings) {
  Rows ticks;
  bool words = false;
  for (const std::size_t row : rows) {
    if (!column.has_text(row)) continue;
    const std::string& cell = column.texts[row];
    const bool tick = is_pass_word(cell) && cell.find_first_of("xX") != std::string::npos;
    if (tick) ticks.push_back(row);
    words = words || (!tick && (is_pass_word(cell) || is_fail_word(cell)));
  }
  if (ticks.empty() || !words) return;
  tell(table, spec, "values.tick", ticks,
       text("“{}” cạnh các ô ghi Đạt, Chưa đạt: không rõ đánh dấu điều gì; đã đọc là Đạt",
            "“{}” beside cells that say Đạt and Chưa đạt: it is not clear what it marks; it was read as Đạt",
            {column.texts[ticks.front()]}),
       text("ghi rõ Đạt hoặc Chưa đạt", "write Đạt or Chưa đạt"), findings);
}

}  // namespace

void find_doubts(const model::Table& table, const model::Column& column, const ColumnSpec& spec,
                 std::span<const std::uint32_t> unit_of_row, const ValueColumn& read,
                 base::Findings& findings) {
  Rows rows;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (unit_of_row[row] < read.value.size() && !column.is_missing(row)) rows.push_back(row);
  }
  if (spec.whole) find_ticks(table, column, spec, rows, findings);
  find_beyond_scale(table, spec, rows, unit_of_row, read, findings);
  if (spec.unit == "%") find_fractions(table, spec, rows, unit_of_row, read, findings);
}

}  // namespace ntmap::criteria
