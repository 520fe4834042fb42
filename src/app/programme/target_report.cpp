#include "app/programme/target_report.hpp"

#include <algorithm>
#include <utility>

#include "app/data/figure_finder.hpp"
#include "app/programme/pace_text.hpp"
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
  const Text sign = target.op ? Text(criteria::sign(*target.op)) : Text("khoảng", "about");
  Text out =
      target.unit == "0/1" ? Text("đạt", "met") : base::join({sign, stated_value_text(target, &figure)}, " ");
  if (target.unit == "ngày") out = text("xong", "done");  // a day is all that is asked
  if (!target.due.empty()) out = text("{} đến {}", "{} by {}", {out, target.due.text()});
  return out;
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

Text sentence_of(const model::Project& project, const TargetReport& report, const Figure& figure) {
  const Statement& target = report.target;
  Text now = report.now.value.value
                 ? text("{} ({})", "{} ({})", {report.now.shown, title_of(project, report.now.period)})
                 : text("chưa tính được, {}", "not computed, {}", {report.now.shown});
  Text out =
      text("{}, {}: {}; mục tiêu {} ({}): {}", "{}, {}: {}; target {} ({}): {}",
           {target.figure_name, report.place, now, report.wanted, target.document_name, pace_text(report)});
  if (report.progress.pace == criteria::Pace::reached_late) {
    out = text("{} (đến hạn mới có {}: {})", "{} (when it was due: {}, {})",
               {out, report.at_due.shown, title_of(project, report.at_due.period)});
  }
  if (report.progress.needed_rate && has_rate(figure)) {
    out = text("{}, cần thêm {} {} mỗi năm", "{}, {} {} more a year needed",
               {out, base::short_number(*report.progress.needed_rate, 1), criteria::unit_text(target.unit)});
  }
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
