#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/programme/evaluation.hpp"
#include "app/programme/other_threshold.hpp"
#include "app/programme/set_comparison.hpp"
#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "cli/command.hpp"

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  std::string project;
  std::string period;
  std::string level;
  std::string output;
  std::vector<std::string> compare_sets;  ///< none, or two
  std::string what_if;                    ///< "SET:3.1=85"
  bool overwrite = false;
};

const std::map<std::string, model::UnitLevel>& levels() {
  static const std::map<std::string, model::UnitLevel> all{{"commune", model::UnitLevel::commune},
                                                           {"district", model::UnitLevel::district},
                                                           {"province", model::UnitLevel::province}};
  return all;
}

void print(const app::EvaluationReport& report, const Console& console) {
  if (console.json) {
    console.result(app::evaluation_json(report, console.lang, console.job()));
    return;
  }
  for (const base::Text& line : app::summary_of(report)) console.result(line);
}

/// "What changes for this province": two sets side by side, and whose verdicts flip.
int compare_sets(const Options& options, const Console& console) {
  const base::Overwrite overwrite = options.overwrite ? base::Overwrite::yes : base::Overwrite::no;
  if (!options.output.empty()) app::check_evaluation(options.output, overwrite);
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
  app::refuse_source(data.project(), options.output);
  const app::SetComparison comparison = app::compare_project_sets(
      data, {options.compare_sets[0], options.compare_sets[1], options.period}, console.job());
  console.findings(comparison.assessment->findings());
  if (!options.output.empty()) {
    app::write_comparison(comparison, options.output, console.lang, overwrite);
    console.result(options.output);
  } else if (console.json) {
    console.result(app::comparison_json(comparison, console.lang));
  } else {
    for (const base::Text& line : app::comparison_text(comparison)) console.result(line);
  }
  return 0;
}

/// "How many communes would another threshold flip?"
int what_if(const Options& options, const Console& console) {
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
  const auto assessment = app::assessment_to_evaluate(data, options.period, console.job());
  console.findings(assessment->findings());
  const app::OtherThreshold what = app::other_threshold(*assessment, options.what_if);
  if (console.json) {
    console.result(app::other_threshold_json(*assessment, what, console.lang));
  } else {
    for (const base::Text& line : app::other_threshold_text(*assessment, what)) console.result(line);
  }
  return 0;
}

int run(const Options& options, const Console& console) {
  if (!options.what_if.empty()) return what_if(options, console);
  if (!options.compare_sets.empty()) return compare_sets(options, console);

  const base::Overwrite overwrite = options.overwrite ? base::Overwrite::yes : base::Overwrite::no;
  if (!options.output.empty()) app::check_evaluation(options.output, overwrite);
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
  app::refuse_source(data.project(), options.output);
  app::EvaluationChoice choice{.period = options.period, .level = {}};
  if (!options.level.empty()) choice.level = levels().at(options.level);
  const base::Job job = console.job();
  const app::EvaluationReport report = app::evaluate_project(data, choice, job.part(0, 0.5));
  console.findings(report.findings);
  if (options.output.empty()) {
    print(report, console);
    return 0;
  }
  app::write_evaluation(report, options.output, console.lang, overwrite, job.part(0.5, 1));
  console.result(options.output);
  return 0;
}

}  // namespace

Run declare_evaluate(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  parser.add_option("PROJECT", options->project, say("tệp dự án .toml", "project file, .toml"))->required();
  parser.add_option(
      "--period", options->period,
      say("kỳ; không ghi là kỳ mới nhất có số liệu", "period; the latest with figures if not given"));
  CLI::Option* level = parser.add_option(
      "--level", options->level,
      say("chỉ một cấp: commune, district, province", "one level: commune, district, province"));
  level->check(CLI::IsMember({"commune", "district", "province"}));
  CLI::Option* compare = parser.add_option(
      "--compare-sets", options->compare_sets,
      say("so sánh hai bộ tiêu chí: khác gì, xã nào đổi kết quả; thêm @ngày để chọn ngày áp dụng",
          "compare two criteria sets: what differs, whose verdicts change; @day chooses the day"));
  compare->expected(2)->type_name("SET")->excludes(level);
  CLI::Option* what_if =
      parser.add_option("--what-if", options->what_if,
                        say("nếu ngưỡng khác đi thì bao nhiêu đơn vị đổi kết quả: BỘ:3.1=85 hoặc 3.1=85",
                            "how many units another threshold would flip: SET:3.1=85 or 3.1=85"));
  CLI::Option* output =
      parser.add_option("-o,--output", options->output,
                        say("tệp ra: .csv, .xlsx, .json; không ghi thì in tóm tắt",
                            "output: .csv, .xlsx, .json; a summary is printed if not given"));
  what_if->excludes(compare)->excludes(level)->excludes(output);
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
