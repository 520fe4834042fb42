#include <CLI/CLI.hpp>

#include <map>
#include <memory>
#include <string>

#include "app/programme/evaluation.hpp"
#include "app/project/project_file.hpp"
#include "cli/command.hpp"

namespace ntmap::cli {
namespace {

using base::text;

struct Options {
  std::string project;
  std::string period;
  std::string level;
  std::string output;
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

int run(const Options& options, const Console& console) {
  const base::Overwrite overwrite = options.overwrite ? base::Overwrite::yes : base::Overwrite::no;
  if (!options.output.empty()) app::check_evaluation(options.output, overwrite);
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
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
  parser
      .add_option("--level", options->level,
                  say("chỉ một cấp: commune, district, province", "one level: commune, district, province"))
      ->check(CLI::IsMember({"commune", "district", "province"}));
  parser.add_option("-o,--output", options->output,
                    say("tệp ra: .csv, .xlsx, .json; không ghi thì in tóm tắt",
                        "output: .csv, .xlsx, .json; a summary is printed if not given"));
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
