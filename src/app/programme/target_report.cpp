#include "app/programme/target_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/data/figure_finder.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/evidence.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Date;
using criteria::Figure;
using criteria::Statement;

/// A text before the day's in the order of ISO dates, and after all earlier days'.
std::string day_before(const std::string& day) {
  std::string out = day;
  --out.back();
  return out;
}

std::optional<criteria::Point> point_of(const model::Project& project, const FigureAt& at) {
  if (!at.value.value) return std::nullopt;
  const auto day = Date::parse(project.find_period(at.period)->date);
  return criteria::Point{day.value_or(Date{}), *at.value.value};
}

/// "≥ 75 xã đến 30/6/2025 (187-KL/TU)".
Text wanted_text(const Statement& target, const Figure& figure) {
  Text sign = target.op ? Text(criteria::sign(*target.op)) : Text("khoảng", "about");
  if (target.op == criteria::Op::eq) sign = {};  // "12 đơn vị" says it
  const bool is_done = target.unit == "ngày";    // a day is all that is asked
  Text out = base::join({sign, stated_value_text(target, &figure)}, " ");
  if (target.unit == "0/1") out = text("đạt", "met");
  if (is_done) out = text("xong", "done");
  if (target.due.empty()) return out;
  return is_done || target.unit == "0/1" ? text("{}, chậm nhất {}", "{} by {}", {out, target.due.text()})
                                         : text("{} đến {}", "{} by {}", {out, target.due.text()});
}

Text title_of(const model::Project& project, const std::string& period) {
  const model::Period* found = project.find_period(period);
  return found == nullptr ? Text() : found->title;
}

/// What adds up over a year: its target is for that year, and the line to it starts at nothing.
bool adds_up_in_year(const Figure& figure) {
  return figure.flow &&
         (figure.compute == criteria::Compute::events || figure.compute == criteria::Compute::sum ||
          figure.compute == criteria::Compute::products);
}

/// A rate has no sense for a state that is or is not, and for what is a rate itself.
bool has_rate(const Figure& figure) {
  return figure.unit != "0/1" && figure.scale.empty() && (!figure.flow || adds_up_in_year(figure));
}

/// "tỉnh Hà Tĩnh", within a sentence.
std::string place_within(std::string place) {
  if (!place.empty() && place[0] >= 'A' && place[0] <= 'Z')
    place[0] = static_cast<char>(place[0] - 'A' + 'a');
  return place;
}

/// The distance between two shares is one of percentage points.
Text difference_text(double difference, const std::string& unit) {
  const Text of = unit == "%" ? Text("điểm %", "percentage points") : criteria::unit_text(unit);
  return base::join({base::short_number(difference, 1), of}, " ");
}

/// "còn phải tăng 3 xã trong 6 tháng"; over more than a year also what that is a year.
Text left_text(const TargetReport& report) {
  constexpr double k_months = 12;
  const Statement& target = report.target;
  const double gap = target.value->to_double() - *report.now.value.value;
  if (gap == 0) return {};
  const double rate = *report.progress.needed_rate;
  const double months = std::max(1.0, std::round(k_months * gap / rate));
  const bool beyond = target.op == criteria::Op::gt || target.op == criteria::Op::lt;
  Text left = difference_text(std::abs(gap), target.unit);
  if (beyond) left = text("trên {}", "more than {}", {left});
  const Text verb = gap > 0 ? Text("tăng", "to rise by") : Text("giảm", "to fall by");
  Text out = text("còn phải {} {} trong {} tháng", "still {} {} in {} months",
                  {verb, left, base::number(months, 0)});
  if (months <= k_months) return out;
  return text("{}, bình quân {} mỗi năm", "{}, {} a year on average",
              {out, difference_text(std::abs(rate), target.unit)});
}

/// "Số xã đạt chuẩn NTM kiểu mẫu, tỉnh Hà Tĩnh, cuối năm 2024: 19/182 trên tổng số (10,4 %); mục tiêu ≥ 22 xã
/// đến 30/6/2025 theo 187-KL/TU (Tỉnh ủy Hà Tĩnh): chậm tiến độ, còn phải tăng 3 xã trong 6 tháng".
Text sentence_of(const model::Project& project, const TargetReport& report, const Figure& figure) {
  const Statement& target = report.target;
  const Text when = report.now.value.value ? title_of(project, report.now.period) : Text();
  const Text now = report.now.value.value
                       ? report.now.shown
                       : text("chưa tính được, {}", "not computed, {}", {report.now.shown});
  const Text subject =
      base::join({target.figure_name, Text(place_within(report.place), report.place), when}, ", ");
  Text out = text("{}: {}; mục tiêu {} theo {}: {}", "{}: {}; target {}, set by {}: {}",
                  {subject, now, report.wanted, target.document_name, criteria::word(report.progress.pace)});
  if (!can_be_read(target, figure)) {
    out = text("{} (giá trị “{}” không đọc được, dòng {} của bảng mục tiêu)",
               "{} (the value “{}” does not read, row {} of the table of targets)",
               {out, target.value_text, std::to_string(target.row)});
  }
  if (report.progress.pace == criteria::Pace::reached_late) {
    const Text then = title_of(project, report.at_due.period);
    out = target.unit == "0/1"
              ? text("{} ({}: {})", "{} ({}: {})", {out, then, report.at_due.shown})
              : text("{} ({} mới có {})", "{} ({}: only {})", {out, then, report.at_due.shown});
  }
  if (report.progress.needed_rate && has_rate(figure)) out = base::join({out, left_text(report)}, ", ");
  return out;
}

/// What is past its day and not reached is overdue, however old the figure.
void note_overdue(criteria::Progress& progress, const Statement& target, const std::string& day) {
  const bool is_past = !target.due.empty() && day > target.due.text().en;
  if (!is_past || progress.verdict != criteria::Verdict::not_met) return;
  progress.pace = criteria::Pace::missed;
  progress.needed_rate.reset();
}

std::string lead_of_figure(const Registers& registers, const std::string& figure) {
  for (const criteria::Lead& lead : registers.leads.rows) {
    if (!figure.empty() && lead.figure == figure) return lead.lead;
  }
  return {};
}

/// Where the straight line to a target starts: with what the figure was when the document was written, or
/// with the first figure before today; for what adds up in a year, with nothing on its first day.
std::optional<criteria::Point> base_of(FigureFinder& finder, const model::Project& project,
                                       const Figure& figure, TargetReport& report) {
  const Statement& target = report.target;
  if (!report.now.value.value) return std::nullopt;
  const std::string& today = project.find_period(report.now.period)->date;
  if (adds_up_in_year(figure) && !target.due.empty()) return criteria::Point{{target.due.year, 1, 1}, 0};
  const std::string written = target.document_date.empty() ? today : target.document_date.text().en;
  report.base = finder.latest(target, figure, std::min(written, day_before(today)));
  if (!report.base.value.value) report.base = finder.earliest(target, figure);
  return point_of(project, report.base);
}

/// The first figure from the due day on, up to today: it says whether the target was reached in time.
FigureAt figure_at_due(FigureFinder& finder, const Statement& target, const Figure& figure,
                       const std::string& day) {
  const std::string due = target.due.text().en;
  for (const model::Period* period : finder.periods()) {
    if (due.empty() || period->date < due || period->date > day) continue;
    FigureAt found = finder.figure_in(target, figure, *period);
    if (found.value.value) return found;
  }
  return {};
}

TargetReport report_of(FigureFinder& finder, const model::Project& project, const Statement& target,
                       const Figure& figure, const std::string& day) {
  TargetReport out;
  out.target = target;
  if (!target.value && !figure.scale.empty()) {
    const int rank = criteria::rank_in(figure.scale, target.value_text);
    if (rank > 0) out.target.value = criteria::Decimal(rank);
  }
  out.place = finder.place_name(target);
  const bool closed = adds_up_in_year(figure) && !target.due.empty();
  out.now = finder.latest(target, figure, closed ? std::min(day, target.due.text().en) : day);
  const std::optional<criteria::Point> start = base_of(finder, project, figure, out);
  std::optional<criteria::Point> now = point_of(project, out.now);
  // A year that is over says no more: what was not reached by then is missed.
  if (closed && now && day > target.due.text().en) now->day = *Date::parse(day);
  // What adds up in its year has no second chance; a stock may come late.
  if (!closed) out.at_due = figure_at_due(finder, target, figure, day);
  out.progress = criteria::progress(out.target, start, now, point_of(project, out.at_due));
  note_overdue(out.progress, target, day);
  out.wanted = wanted_text(target, figure);
  out.sentence = sentence_of(project, out, figure);
  return out;
}

}  // namespace

std::vector<TargetReport> target_reports(ProjectData& data, const std::string& period, const base::Job& job) {
  std::vector<TargetReport> out;
  if (!has_programme(data)) return out;
  const model::Project& project = data.project();
  const model::Period* when = project.find_period(period);
  if (when == nullptr) {
    std::vector<std::string> known;
    for (const model::Period& one : project.periods) known.push_back(one.id);
    throw base::Error(base::ErrorKind::usage,
                      text("Dự án không có kỳ “{}”", "The project has no period “{}”", {period}),
                      base::nearest_word_advice(period, known));
  }
  FigureFinder finder(data, job);
  const auto registers = data.registers();
  const Rulebook& rules = finder.at(*when).rules();
  for (const Statement& statement : registers->statements.rows) {
    job.checkpoint();
    const Figure* figure = figure_of(rules, statement);
    if (!statement.is_target || figure == nullptr || finder.place_name(statement).empty()) continue;
    out.push_back(report_of(finder, project, statement, *figure, when->date));
    out.back().lead = lead_of_figure(*registers, statement.figure);
  }
  return out;
}

}  // namespace ntmap::app
