#include "criteria/targets.hpp"

#include <cmath>

#include "criteria/table_rows.hpp"

namespace ntmap::criteria {
namespace {

bool rising(Op op) {
  return op != Op::le && op != Op::lt;
}

/// "2024" is the year, "2024-12-31" the day.
bool read_as_of(const TableRows& rows, std::size_t row, Statement& out, base::Findings& findings) {
  const std::string text = rows.cell(row, "as_of");
  if (text.size() != 4) {
    const auto day = rows.date(row, "as_of", findings);
    if (!day) return false;
    out.as_of = *day;
    out.as_of_year = day->year;
    return true;
  }
  const auto year = rows.year(row, "as_of", findings);
  if (!year) return false;
  out.as_of_year = *year;
  out.as_of = Date::end_of_year(*year);
  return true;
}

/// "40,6" as "40.6"; what may be thousands ("1,205") stays as it is and does not read.
std::string with_point(std::string number) {
  const std::size_t comma = number.find(',');
  const bool alone = comma != std::string::npos &&
                     number.find_first_of(",.", comma + 1) == std::string::npos &&
                     number.find('.') == std::string::npos;
  constexpr std::size_t k_group = 3;
  if (!alone || number.size() - comma - 1 == k_group) return number;
  std::string out = number;
  out[comma] = '.';
  return Decimal::parse(out) ? out : number;
}

bool read_value(const TableRows& rows, std::size_t row, Statement& out, base::Findings& findings) {
  const std::string op = rows.cell(row, "op");
  out.op = op_from(op);
  if (!out.op && op != "~") {
    rows.find(findings, row, "bad-comparison",
              base::text("không có phép so sánh \"{}\"", "unknown comparison \"{}\"", {op}),
              {"dùng >=, <=, >, <, = hoặc ~", "use >=, <=, >, <, = or ~"});
    return false;
  }
  out.value_text = with_point(rows.cell(row, "value"));
  out.value = Decimal::parse(out.value_text);
  out.base_value = Decimal::parse(with_point(rows.cell(row, "base_value")));
  if (out.value_text.empty()) {
    rows.find(findings, row, "no-value", {"không có giá trị", "no value"},
              {"bổ sung giá trị", "give the value"});
  }
  return !out.value_text.empty();
}

/// "= 12" by a due day is a level to reach; having more is not a failure.
Verdict verdict_on(const Statement& target, double value) {
  const auto figure = Decimal::from_double(value);
  if (!figure) return Verdict::unknown;
  const Op op = *target.op == Op::eq ? Op::ge : *target.op;
  return holds(*figure, op, *target.value) ? Verdict::met : Verdict::not_met;
}

/// What is or is not comes at once: there is no straight line to it, and no rate.
bool is_yes_or_no(const Statement& target) {
  return target.unit == "0/1";
}

Pace pace_of(const Statement& target, const Progress& p, Date today, double now,
             const std::optional<Point>& at_due) {
  if (p.verdict == Verdict::met) {
    const bool late = at_due && !target.due.empty() && at_due->day >= target.due &&
                      verdict_on(target, at_due->value) == Verdict::not_met;
    return late ? Pace::reached_late : Pace::reached;
  }
  if (!target.due.empty() && today >= target.due) return Pace::missed;
  if (is_yes_or_no(target) && !target.due.empty()) return Pace::not_due;
  if (!p.expected) return Pace::unknown;
  return (rising(*target.op) ? now >= *p.expected : now <= *p.expected) ? Pace::on_track : Pace::late;
}

double floor_to(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return std::floor(value * scale + 1e-9) / scale;
}

}  // namespace

std::vector<Statement> read_statements(const model::Table& table, base::Findings& findings) {
  TableRows rows(table, "targets", {"id", "document", "figure", "kind", "op", "value", "unit_code"});
  std::vector<Statement> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    Statement s;
    s.id = rows.cell(row, "id");
    s.document = rows.cell(row, "document");
    s.document_name = rows.cell(row, "document_name");
    s.unit_level = rows.cell(row, "unit_level");
    s.unit_code = rows.cell(row, "unit_code");
    s.code_valid = rows.cell(row, "unit_code_valid");
    s.row = rows.source_row(row);
    s.unit_name = rows.cell(row, "unit_name");
    s.figure = rows.cell(row, "figure");
    s.figure_name = {rows.cell(row, "figure_vi"), rows.cell(row, "figure_en")};
    const std::string kind = rows.cell(row, "kind");
    s.is_target = kind == "target";
    if (!s.is_target && kind != "observed") {
      rows.find(findings, row, "bad-kind",
                base::text("cột kind ghi \"{}\", không phải target hay observed",
                           "the column kind says \"{}\", which is neither target nor observed", {kind}),
                {"ghi target (mục tiêu) hoặc observed (đã có); dòng bị bỏ qua",
                 "write target or observed; the row is left out"});
      continue;
    }
    s.unit = rows.cell(row, "unit");
    s.base_text = rows.cell(row, "base_vi");
    s.computed_from = rows.cell(row, "computed_from");
    s.note = rows.cell(row, "note");
    const auto dated = rows.date(row, "document_date", findings);
    const auto due = rows.date(row, "due", findings);
    if (!dated || !due || !read_as_of(rows, row, s, findings) || !read_value(rows, row, s, findings))
      continue;
    s.document_date = *dated;
    s.due = *due;
    out.push_back(std::move(s));
  }
  return out;
}

base::Text word(Pace pace) {
  switch (pace) {
    case Pace::reached:
      return {"đã đạt mục tiêu", "target reached"};
    case Pace::reached_late:
      return {"đạt mục tiêu sau hạn", "reached after the due day"};
    case Pace::on_track:
      return {"đúng tiến độ", "on track"};
    case Pace::late:
      return {"chậm tiến độ", "late"};
    case Pace::missed:
      return {"quá hạn chưa đạt", "overdue and not reached"};
    case Pace::not_due:
      return {"chưa đến hạn", "not due yet"};
    case Pace::unknown:
      return {"chưa rõ", "unknown"};
  }
  return {};
}

Progress progress(const Statement& target, std::optional<Point> base, std::optional<Point> today,
                  std::optional<Point> at_due) {
  Progress out;
  if (!target.value || !target.op || !today || std::isnan(today->value)) return out;
  out.verdict = verdict_on(target, today->value);
  if (out.verdict == Verdict::unknown) return out;
  const double goal = target.value->to_double();
  if (is_yes_or_no(target)) {
    out.pace = pace_of(target, out, today->day, today->value, at_due);
    return out;
  }
  const double left = target.due.empty() ? 0 : today->day.years_to(target.due);
  if (left > 0 && out.verdict == Verdict::not_met) out.needed_rate = (goal - today->value) / left;
  if (base && !std::isnan(base->value) && base->day < today->day) {
    out.rate_so_far = (today->value - base->value) / base->day.years_to(today->day);
    if (verdict_on(target, base->value) == Verdict::met) {
      // The way was over when it began: there is nothing to go, only something to keep.
      if (out.verdict == Verdict::met) out.share = 1;
      out.expected = goal;
    } else if (goal != base->value) {
      out.share = (today->value - base->value) / (goal - base->value);
    }
    if (!out.expected && !target.due.empty() && base->day < target.due) {
      const double way = std::min(1.0, base->day.years_to(today->day) / base->day.years_to(target.due));
      out.expected = base->value + way * (goal - base->value);
    }
  }
  out.pace = pace_of(target, out, today->day, today->value, at_due);
  return out;
}

PublishedCheck check_published(Decimal stated, int decimals, std::int64_t k, std::int64_t n) {
  PublishedCheck out;
  out.exact = 100.0 * static_cast<double>(k) / static_cast<double>(n);
  const Decimal one(1);
  Decimal place = one;
  for (int i = 0; i < decimals; ++i) place = place * *Decimal::parse("0.1");
  // stated - place/2 <= 100 k / n < stated + place/2 is "rounded half up"; stated <= ... < stated + place is
  // "cut".
  const Decimal half = place * *Decimal::parse("0.5");
  const bool is_rounded = reaches_percent(k, n, stated - half) && !reaches_percent(k, n, stated + half);
  const bool is_cut = reaches_percent(k, n, stated) && !reaches_percent(k, n, stated + place);
  out.result =
      is_rounded ? PublishedShare::agrees : (is_cut ? PublishedShare::truncated : PublishedShare::disagrees);
  out.truncated = floor_to(out.exact, decimals);
  out.rounded = floor_to(out.exact + half.to_double(), decimals);
  return out;
}

std::optional<bool> agrees(const Statement& statement, double computed) {
  const auto value = Decimal::from_double(computed);
  if (!statement.value || !value) return std::nullopt;
  if (!statement.op) {
    const double stated = statement.value->to_double();
    return std::abs(computed - stated) <= 0.1 * std::abs(stated);
  }
  if (*statement.op != Op::eq) return holds(*value, *statement.op, *statement.value);
  const std::size_t point = statement.value_text.find('.');
  const std::size_t decimals = point == std::string::npos ? 0 : statement.value_text.size() - point - 1;
  Decimal half = *Decimal::parse("0.5");
  for (std::size_t i = 0; i < decimals; ++i) half = half * *Decimal::parse("0.1");
  return *value >= *statement.value - half && *value < *statement.value + half;
}

}  // namespace ntmap::criteria
