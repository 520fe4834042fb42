#include "app/target_report.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/area_report.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "criteria/code_validity.hpp"
#include "criteria/evidence.hpp"
#include "criteria/value_text.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Date;
using criteria::Figure;
using criteria::Statement;

std::optional<model::UnitLevel> level_named(const std::string& word) {
  if (word == "tỉnh") return model::UnitLevel::province;
  if (word == "huyện" || word == "thị xã" || word == "thành phố") return model::UnitLevel::district;
  if (word == "xã" || word == "phường" || word == "thị trấn") return model::UnitLevel::commune;
  return std::nullopt;
}

/// Computes figures of statements in the periods of a project.
class FigureFinder {
 public:
  FigureFinder(ProjectData& data, const base::Job& job) : m_data(data), m_job(job) {
    for (const model::Period& period : data.project().periods) m_periods.push_back(&period);
    std::stable_sort(m_periods.begin(), m_periods.end(),
                     [](const auto* a, const auto* b) { return a->date < b->date; });
  }

  const std::vector<const model::Period*>& periods() const { return m_periods; }

  /// The unit a statement is about in a period; k_no_unit: it has no such unit.
  std::uint32_t place_of(const Statement& statement, const model::Period& period) {
    const auto validity = criteria::code_validity_from(statement.code_valid);
    const auto level = level_named(statement.unit_level);
    const model::Boundaries& boundaries = *m_data.project().boundaries_on(period.date);
    const criteria::CodeValidity days{Date::parse(boundaries.valid_from).value_or(Date{}),
                                      Date::parse(boundaries.valid_to).value_or(Date{})};
    if (!validity || !level || !criteria::is_for_units(*validity, days)) return criteria::k_no_unit;
    return at(period).tree().find(*level, statement.unit_code);
  }

  std::string place_name(const Statement& statement) {
    for (auto period = m_periods.rbegin(); period != m_periods.rend(); ++period) {
      const std::uint32_t unit = place_of(statement, **period);
      if (unit != criteria::k_no_unit) return at(**period).tree().full_names[unit];
    }
    return {};
  }

  /// A share over all units again without those that do not implement the programme; empty where that is the
  /// same.
  Text among_implementing(const Statement& statement, const Figure& figure, const model::Period& period,
                          const FigureAt& over_all) {
    if (!over_all.value.share || over_all.value.share->base != criteria::Base::all) return {};
    const std::uint32_t unit = place_of(statement, period);
    criteria::FigureInput input = at(period).figure_input();
    input.base = criteria::Base::implementing;
    const criteria::FigureValue value =
        criteria::compute_figure(at(period).rules().figures, figure, unit, input);
    if (!value.share || value.share->excluded == 0) return {};
    return value.share->text();
  }

  FigureAt figure_in(const Statement& statement, const Figure& figure, const model::Period& period) {
    FigureAt out;
    const std::uint32_t unit = place_of(statement, period);
    if (unit == criteria::k_no_unit) {
      out.value.why = text("kỳ này không có đơn vị đó", "there is no such unit in this period");
      out.shown = out.value.why;
      return out;
    }
    criteria::FigureInput input = at(period).figure_input();
    criteria::FigureInput before;
    if (figure.compute == criteria::Compute::difference)
      take_before(statement, figure, period, input, before);
    out.period = period.id;
    out.value = criteria::compute_figure(at(period).rules().figures, figure, unit, input);
    out.shown = figure_text(figure, out.value);
    return out;
  }

  /// The figure of the latest period up to `last` that has it.
  FigureAt latest(const Statement& statement, const Figure& figure, const std::string& last) {
    FigureAt out;
    for (auto period = m_periods.rbegin(); period != m_periods.rend(); ++period) {
      if ((*period)->date > last) continue;
      FigureAt found = figure_in(statement, figure, **period);
      if (found.value.value) return found;
      if (out.value.why.empty()) out.value.why = out.shown = found.value.why;
    }
    return out;
  }

  FigureAt earliest(const Statement& statement, const Figure& figure) {
    for (const model::Period* period : m_periods) {
      FigureAt found = figure_in(statement, figure, *period);
      if (found.value.value) return found;
    }
    return {};
  }

  const Assessment& at(const model::Period& period) { return *m_data.assessment(period, m_job); }

 private:
  /// The period that a difference is against: the first of all for a yearly mean, else one of the year
  /// before.
  void take_before(const Statement& statement, const Figure& figure, const model::Period& period,
                   criteria::FigureInput& input, criteria::FigureInput& before) {
    const Figure* of = criteria::find_figure(at(period).rules().figures, figure.of);
    if (of == nullptr) return;
    const model::Period* best = nullptr;
    for (const model::Period* one : m_periods) {
      const int year = at(*one).input().period.year;
      const bool fits = figure.mean_of_years ? year < input.year : year == input.year - 1;
      if (!fits || !figure_in(statement, *of, *one).value.value) continue;
      best = one;
      if (figure.mean_of_years) break;
    }
    if (best == nullptr) return;
    before = at(*best).figure_input();
    input.before = &before;
    input.unit_before = place_of(statement, *best);
    input.years_between = input.year - before.year;
  }

  ProjectData& m_data;
  const base::Job& m_job;
  std::vector<const model::Period*> m_periods;
};

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

/// A stated value with its unit: "75 xã", "khá", "có".
Text value_text(const Statement& statement, const Figure* figure) {
  if (statement.unit == "0/1")
    return statement.value == criteria::Decimal(1) ? Text("có", "yes") : Text("không", "no");
  if (figure != nullptr && !figure->scale.empty()) return statement.value_text;
  const Text value = statement.value ? statement.value->localised() : Text(statement.value_text);
  return base::join({value, criteria::unit_text(statement.unit)}, " ");
}

/// "≥ 75 xã đến 30/6/2025 (187-KL/TU)".
Text wanted_text(const Statement& target, const Figure& figure) {
  const Text sign = target.op ? Text(criteria::sign(*target.op)) : Text("khoảng", "about");
  Text out = target.unit == "0/1" ? Text("đạt", "met") : base::join({sign, value_text(target, &figure)}, " ");
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
  Text out = text("{}, {}: {}; mục tiêu {} ({}): {}", "{}, {}: {}; target {} ({}): {}",
                  {target.figure_name, report.place, now, report.wanted, target.document_name,
                   criteria::word(report.progress.pace)});
  if (report.progress.needed_rate && has_rate(figure)) {
    out = text("{}, cần thêm {} {} mỗi năm", "{}, {} {} more a year needed",
               {out, base::short_number(*report.progress.needed_rate, 1), criteria::unit_text(target.unit)});
  }
  return out;
}

const Figure* figure_of(const Rulebook& rules, const Statement& statement) {
  return criteria::find_figure(rules.figures, statement.figure);
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
  out.progress = criteria::progress(out.target, start, now);
  out.wanted = wanted_text(target, figure);
  out.sentence = sentence_of(project, out, figure);
  return out;
}

/// The period of a stated figure: that very day, else the last of that year up to the day.
const model::Period* period_of_statement(const FigureFinder& finder, const Statement& statement) {
  const std::string day = statement.as_of.text().en;
  const model::Period* best = nullptr;
  for (const model::Period* period : finder.periods()) {
    if (period->date <= day && period->date.substr(0, 4) == day.substr(0, 4)) best = period;
  }
  return best;
}

int printed_decimals(const Statement& statement) {
  const std::size_t point = statement.value_text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(statement.value_text.size() - point - 1);
}

Agreement compared(const Statement& statement, const criteria::FigureValue& value) {
  if (!statement.value || !value.value) return Agreement::not_computed;
  const bool is_share = value.share && statement.unit == "%" && statement.op == criteria::Op::eq;
  if (is_share && value.share->of > 0) {
    const auto check = criteria::check_published(*statement.value, printed_decimals(statement),
                                                 value.share->met, value.share->of);
    if (check.result == criteria::PublishedShare::agrees) return Agreement::agrees;
    return check.result == criteria::PublishedShare::truncated ? Agreement::truncated : Agreement::disagrees;
  }
  return criteria::agrees(statement, *value.value).value_or(false) ? Agreement::agrees : Agreement::disagrees;
}

Text stated_sentence(const StatedFigure& stated, const Figure* figure) {
  const Statement& s = stated.statement;
  Text out = text("{} ({}, {}): văn bản ghi {}", "{} ({}, {}): the document says {}",
                  {s.figure_name, stated.place, s.document_name, value_text(s, figure)});
  if (stated.computed.value.value)
    out = text("{}, số liệu cho {}", "{}, the figures give {}", {out, stated.computed.shown});
  if (stated.agreement == Agreement::truncated)
    out = text("{}; văn bản cắt bớt chứ không làm tròn", "{}; the document cuts, it does not round", {out});
  if (!stated.implementing.empty())
    out = text("{}; chỉ tính đơn vị triển khai là {}", "{}; of those implementing it is {}",
               {out, stated.implementing});
  return out;
}

StatedFigure stated_of(FigureFinder& finder, const Statement& statement, const Rulebook& rules) {
  StatedFigure out;
  out.statement = statement;
  out.place = finder.place_name(statement);
  const Figure* figure = figure_of(rules, statement);
  const model::Period* period = period_of_statement(finder, statement);
  if (out.place.empty()) {
    out.agreement = Agreement::other_place;
  } else if (statement.computed_from.empty() || figure == nullptr) {
    out.agreement = Agreement::not_computed;
  } else if (period == nullptr) {
    out.agreement = Agreement::no_data;
  } else {
    out.computed = finder.figure_in(statement, *figure, *period);
    out.agreement = out.computed.value.value ? compared(statement, out.computed.value) : Agreement::no_data;
    out.implementing = finder.among_implementing(statement, *figure, *period, out.computed);
  }
  out.sentence = stated_sentence(out, figure);
  return out;
}

bool has_programme(const ProjectData& data) {
  return data.project().criteria.has_value() && !data.project().periods.empty();
}

base::Finding finding_of(const std::string& file, const Statement& statement, base::Severity severity,
                         const char* rule, Text what, Text remedy) {
  return {severity,
          rule,
          file,
          text("dòng {}, {}", "row {}, {}", {std::to_string(statement.row), statement.id}),
          std::move(what),
          std::move(remedy)};
}

/// Statements that cannot be followed: an unknown figure, a place that is not in the project.
void check_statements(FigureFinder& finder, const Registers& registers, const Rulebook& rules,
                      base::Findings& findings) {
  std::vector<std::string> known;
  for (const Figure& figure : rules.figures) known.push_back(figure.id);
  for (const Statement& one : registers.statements.rows) {
    const std::string& file = registers.statements.file;
    if (figure_of(rules, one) == nullptr) {
      findings.push_back(finding_of(file, one, base::Severity::error, "targets.unknown-figure",
                                    text("không có số liệu “{}”", "there is no figure “{}”", {one.figure}),
                                    base::nearest_word_advice(one.figure, known)));
    }
    if (finder.place_name(one).empty()) {
      findings.push_back(
          finding_of(file, one, base::Severity::note, "targets.other-place",
                     text("nói về {} ({}), không thuộc dự án", "about {} ({}), which is not in the project",
                          {one.unit_name, one.unit_code}),
                     {}));
    }
  }
}

/// Whether a document counts more communes that met a level than it says implement the programme.
bool contradicts(const Statement& count, const Statement& implementing, const Rulebook& rules) {
  const Figure* counted = figure_of(rules, count);
  const Figure* basis = figure_of(rules, implementing);
  if (counted == nullptr || basis == nullptr || count.is_target || implementing.is_target) return false;
  return counted->compute == criteria::Compute::count && basis->compute == criteria::Compute::implementing &&
         counted->types == basis->types && count.document == implementing.document &&
         count.unit_code == implementing.unit_code && count.value && implementing.value &&
         *count.value > *implementing.value;
}

void check_contradictions(const Registers& registers, const Rulebook& rules, base::Findings& findings) {
  for (const Statement& implementing : registers.statements.rows) {
    for (const Statement& count : registers.statements.rows) {
      if (!contradicts(count, implementing, rules)) continue;
      findings.push_back(finding_of(
          registers.statements.file, count, base::Severity::warning, "targets.document-contradicts",
          text("{} nói {} đơn vị đạt, mà {} nói chỉ {} đơn vị triển khai (cùng văn bản {})",
               "{} says {} units met it, but {} that only {} implement the programme (same document, {})",
               {count.id, count.value->localised(), implementing.id, implementing.value->localised(),
                count.document_name}),
          text("Ghi rõ mẫu số; hỏi lại cơ quan ban hành văn bản.",
               "Say the denominator; ask who issued the document.")));
    }
  }
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
    throw base::Error(base::ErrorKind::not_found,
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

std::vector<StatedFigure> stated_figures(ProjectData& data, const base::Job& job) {
  std::vector<StatedFigure> out;
  if (!has_programme(data)) return out;
  FigureFinder finder(data, job);
  const Rulebook& rules = finder.at(*finder.periods().front()).rules();
  const auto registers = data.registers();
  for (const Statement& statement : registers->statements.rows) {
    job.checkpoint();
    if (!statement.is_target) out.push_back(stated_of(finder, statement, rules));
  }
  return out;
}

base::Findings programme_findings(ProjectData& data, const base::Job& job) {
  if (!has_programme(data)) return {};
  const auto registers = data.registers();
  base::Findings out = registers->findings;
  FigureFinder finder(data, job);
  check_statements(finder, *registers, finder.at(*finder.periods().front()).rules(), out);
  check_contradictions(*registers, finder.at(*finder.periods().front()).rules(), out);
  for (const model::Period* period : finder.periods()) {
    const base::Findings& some = finder.at(*period).findings();
    out.insert(out.end(), some.begin(), some.end());
  }
  for (const StatedFigure& stated : stated_figures(data, job)) {
    if (stated.agreement != Agreement::truncated && stated.agreement != Agreement::disagrees) continue;
    out.push_back(finding_of(registers->statements.file, stated.statement, base::Severity::warning,
                             "targets.document-disagrees", stated.sentence,
                             text("Giữ số tính từ số liệu; hỏi lại cơ quan ban hành văn bản.",
                                  "Keep the computed figure; ask who issued the document.")));
  }
  return out;
}

}  // namespace ntmap::app
