#include "app/programme/evaluation.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "base/error.hpp"
#include "io/csv_writer.hpp"
#include "io/output_file.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;
using criteria::Verdict;

constexpr std::array<model::UnitLevel, 3> k_levels{model::UnitLevel::commune, model::UnitLevel::district,
                                                   model::UnitLevel::province};

/// Whether any set has a decided criterion for any unit.
bool has_verdicts(const Assessment& assessment) {
  for (const criteria::SetResult& result : assessment.evaluation().sets()) {
    for (std::uint32_t unit = 0; unit < assessment.tree().size(); ++unit) {
      const criteria::CriteriaCount count =
          result.applies(unit) ? result.count(unit) : criteria::CriteriaCount{};
      if (count.met + count.not_met > 0) return true;
    }
  }
  return false;
}

/// Whether any figure was read at all; a few of them decide no whole criterion.
bool reads_figures(const Assessment& assessment) {
  const auto& columns = assessment.values().columns();
  return std::any_of(columns.begin(), columns.end(), [](const criteria::ValueColumn& column) {
    return std::any_of(column.value.begin(), column.value.end(),
                       [](double value) { return !std::isnan(value); });
  });
}

std::shared_ptr<const Assessment> latest_with_verdicts(ProjectData& data, const base::Job& job) {
  std::vector<const model::Period*> periods;
  for (const model::Period& period : data.project().periods) periods.push_back(&period);
  std::stable_sort(periods.begin(), periods.end(),
                   [](const auto* a, const auto* b) { return a->date > b->date; });
  for (const auto says_something : {has_verdicts, reads_figures}) {
    for (const model::Period* period : periods) {
      auto assessment = data.assessment(*period, job);
      if (says_something(*assessment)) return assessment;
    }
  }
  throw Error(
      ErrorKind::data,
      text("Không kỳ nào có số liệu cho các bộ tiêu chí", "No period has figures for the criteria sets"),
      text("Kiểm tra “tables” của [criteria] và cột của các bảng: ntmap check.",
           "Check “tables” of [criteria] and the columns of the tables: ntmap check."));
}

Text area_sentence(const SetSummary& set) {
  Text out = text("{}: theo số liệu {}", "{}: by the figures {}", {set.name, set.evaluated.text()});
  if (set.recognised) out = text("{}; đã công nhận {}", "{}; recognised {}", {out, recognised_text(set)});
  if (set.lapsed > 0)
    out = text("{}; {} đơn vị đã công nhận {}", "{}; {} recognised units {}",
               {out, set.lapsed, lapsed_words(set)});
  if (set.revocable > 0)
    out = text("{}, {} đến mức phải thu hồi", "{}, {} due for revocation", {out, set.revocable});
  if (set.pending > 0)
    out = text("{}; {} đơn vị chờ thừa nhận sau sáp nhập", "{}; {} units pending after a merger",
               {out, set.pending});
  if (set.criteria.credited > 0)
    out = text("{}; bình quân {} tiêu chí", "{}; {} criteria on average",
               {out, base::number(set.criteria.mean(), 2)});
  if (set.illustrative > 0)
    out = text("{}; kết quả của {} đơn vị một phần dựa trên ngưỡng minh họa, không phải quy định",
               "{}; the verdicts of {} units rest partly on illustrative thresholds, not on a regulation",
               {out, set.illustrative});
  return out;
}

/// Nothing is decided by the figures, and nobody holds the title.
bool says_nothing(const SetSummary& set) {
  return set.evaluated.unknown + set.evaluated.not_applicable == set.evaluated.of &&
         (!set.recognised || set.recognised->met == 0) && set.pending == 0;
}

Text targets_sentence(const std::vector<TargetReport>& targets) {
  std::map<std::pair<criteria::Pace, std::string>, std::pair<std::int64_t, Text>> counts;
  for (const TargetReport& one : targets) {
    const Text words = criteria::word(one.progress.pace);
    auto& [count, said] = counts[{one.progress.pace, words.vi}];
    ++count;
    said = words;
  }
  Text out;
  for (const auto& [pace, counted] : counts)
    out = base::join({out, text("{} {}", "{} {}", {counted.first, counted.second})}, ", ");
  return text("{} mục tiêu: {}", "{} targets: {}", {targets.size(), out});
}

/// The three departments with most that is not met. What is unknown is not theirs to mend yet.
Text department_sentence(const Assessment& assessment, const std::string& set) {
  std::vector<std::pair<std::int64_t, std::string>> left;
  for (const criteria::Remainder& one : left_by_department(assessment, set)) {
    const auto not_met = std::count_if(one.tasks.begin(), one.tasks.end(), [](const criteria::Task& task) {
      return task.verdict == Verdict::not_met;
    });
    if (not_met > 0) left.emplace_back(-not_met, one.who);
  }
  std::stable_sort(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  if (left.size() > 3) left.resize(3);
  Text out;
  for (const auto& [minus_count, who] : left) {
    const Text name = who.empty() ? text("chưa rõ cơ quan", "nobody named") : Text(who);
    out = base::join({out, text("{} ({} chỉ tiêu)", "{} ({} indicators)", {name, -minus_count})}, "; ");
  }
  return out.empty() ? out : text("Còn nhiều việc nhất: {}", "Most is left with: {}", {out});
}

/// Of years, the one a digit away is as wrong as any other: all are named, none is suggested.
Text periods_there_are(const model::Project& project) {
  Text list;
  for (const model::Period& one : project.periods) list = base::join({list, Text(one.id)}, ", ");
  return text("Các kỳ hiện có: {}.", "There are the periods {}.", {list});
}

Text mix_sentence(const Assessment& assessment, const TitleMix& mix) {
  const criteria::SetResult& set = assessment.result(basic_commune_set(assessment));
  std::int64_t same = 0;
  std::int64_t mixed = 0;
  for (std::uint32_t unit = 0; unit < mix.units.size(); ++unit) {
    if (!set.applies(unit)) continue;
    const std::string word = mix_word(mix, unit);
    mixed += word == "mixed" ? 1 : 0;
    same += word.empty() || word == "mixed" ? 0 : 1;
  }
  return text(
      "Chưa có quyết định công nhận cho đơn vị mới: {} đơn vị gộp từ các xã cùng danh hiệu, {} từ các xã "
      "khác danh hiệu",
      "Nothing is decided yet for the new units: {} are made of communes of one title, {} of several",
      {same, mixed});
}

}  // namespace

EvaluationReport evaluate_project(ProjectData& data, const EvaluationChoice& choice, const base::Job& job) {
  EvaluationReport report;
  report.assessment = assessment_to_evaluate(data, choice.period, job.part(0, 0.4));
  const Assessment& assessment = *report.assessment;
  report.project = data.project().title;
  report.notice = data.project().notice;
  for (const model::UnitLevel level : k_levels) {
    if (choice.level && *choice.level != level) continue;
    report.levels.push_back(level);
    const auto units = assessment.tree().of_level(level);
    report.units.insert(report.units.end(), units.begin(), units.end());
    if (level == model::UnitLevel::commune) continue;
    for (AreaSummary& area : area_summaries(assessment, level)) report.areas.push_back(std::move(area));
  }
  job.progress(0.6);
  if (const std::string basic = basic_commune_set(assessment); !basic.empty())
    report.old_titles = title_mix(data, assessment.period(), basic, job);
  report.targets = target_reports(data, assessment.period().id, job);
  report.stated = stated_figures(data, job);
  report.findings = data.registers()->findings;
  const base::Findings& found = assessment.findings();
  report.findings.insert(report.findings.end(), found.begin(), found.end());
  const base::Findings of_targets = statement_findings(data, job);
  report.findings.insert(report.findings.end(), of_targets.begin(), of_targets.end());
  job.progress(0.8);
  return report;
}

std::shared_ptr<const Assessment> assessment_to_evaluate(ProjectData& data, const std::string& period,
                                                         const base::Job& job) {
  const model::Project& project = data.project();
  if (!project.criteria || project.periods.empty()) {
    throw Error(ErrorKind::usage,
                text("Dự án {} không có [criteria] và [[periods]] để đánh giá",
                     "Project {} has no [criteria] and [[periods]] to evaluate by", {project.file}),
                text("Xem docs/project-file.md.", "See docs/project-file.md."));
  }
  if (period.empty()) return latest_with_verdicts(data, job);
  if (const model::Period* found = project.find_period(period)) return data.assessment(*found, job);
  throw Error(ErrorKind::usage, text("Dự án không có kỳ “{}”", "The project has no period “{}”", {period}),
              periods_there_are(project));
}

std::string basic_commune_set(const Assessment& assessment) {
  for (const std::string& id : assessment.rules().catalogue.in_order()) {
    const criteria::SetResult& result = assessment.result(id);
    const auto& types = result.set().applies_to;
    const criteria::Period when = assessment.input().period;
    const bool communes = std::find(types.begin(), types.end(), "xã") != types.end();
    if (communes && result.set().wording_day(when.year, when.date)) return id;
  }
  return {};
}

std::vector<Text> summary_of(const EvaluationReport& report) {
  std::vector<Text> out;
  const Assessment& assessment = *report.assessment;
  out.push_back(text("{}, {}", "{}, {}", {report.project, assessment.period().title}));
  if (!report.notice.empty()) out.push_back(report.notice);
  const std::vector<AreaSummary> whole = area_summaries(assessment, model::UnitLevel::province);
  for (const SetSummary& set : whole.front().sets) {
    if (!says_nothing(set)) out.push_back(area_sentence(set));
  }
  if (report.old_titles) out.push_back(mix_sentence(assessment, *report.old_titles));
  if (!report.targets.empty()) out.push_back(targets_sentence(report.targets));
  if (const std::string basic = basic_commune_set(assessment); !basic.empty())
    out.push_back(department_sentence(assessment, basic));
  std::erase_if(out, [](const Text& line) { return line.empty(); });
  return out;
}

void check_evaluation(const std::filesystem::path& target, base::Overwrite overwrite) {
  const std::string extension = io::extension_of(target);
  if (extension != ".csv" && extension != ".xlsx" && extension != ".json") {
    throw Error(ErrorKind::usage, text("Không ghi được dạng “{}”", "Cannot write “{}”", {extension}),
                text("Dùng đuôi .csv, .xlsx hoặc .json.", "Use .csv, .xlsx or .json."));
  }
  const base::PendingFile refuses(target, overwrite);
}

void write_evaluation(const EvaluationReport& report, const std::filesystem::path& target, base::Lang lang,
                      base::Overwrite overwrite, const base::Job& job) {
  check_evaluation(target, overwrite);
  const std::string extension = io::extension_of(target);
  if (extension == ".xlsx") {
    const std::string title = base::join({report.project, report.assessment->period().title}, ", ").in(lang);
    io::write_xlsx(evaluation_sheets(report, lang, job.part(0, 0.6)), title, target, overwrite,
                   job.part(0.6, 1));
    return;
  }
  if (extension == ".csv") {
    std::vector<model::Column> columns;
    for (const io::SheetColumn& column : evaluation_records(report, lang, job.part(0, 0.6)).columns)
      columns.push_back(column.cells);
    io::write_csv(columns, {}, target, overwrite, job.part(0.6, 1));
    return;
  }
  base::PendingFile file(target, overwrite);
  io::OutputFile out(file.temporary(), target);
  out.write(evaluation_json(report, lang, job));
  out.close();
  file.commit();
}

}  // namespace ntmap::app
