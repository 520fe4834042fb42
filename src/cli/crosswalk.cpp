#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "app/data/carry_figures.hpp"
#include "app/data/crosswalk_report.hpp"
#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/text_table.hpp"

namespace ntmap::cli {
namespace {

using base::Text;
using base::text;

struct Options {
  std::string project;
  app::CarryRequest request;
  std::string output;
  bool overwrite = false;
};

std::string json_number(double value) {
  return std::isnan(value) ? "null" : fmt::format("{}", value);
}

std::string json_unit(const app::CarriedFigures& figures, std::uint32_t unit, base::Lang lang) {
  std::string values;
  std::string marks;
  for (const app::CarriedColumn& column : figures.columns) {
    const std::string id = json_text(column.spec.id);
    const Text mark = app::mark_text(figures, column.spec.id, unit);
    const double value = figures.values.find(column.spec.id)->value[unit];
    values += fmt::format("{}{}:{}", values.empty() ? "" : ",", id, json_number(value));
    if (!mark.empty())
      marks += fmt::format("{}{}:{}", marks.empty() ? "" : ",", id, json_text(mark.in(lang)));
  }
  const std::string parts = json_list(figures.parts[unit], [&](const app::UnitPart& part) {
    return fmt::format(R"({{"code":{},"share":{},"by_area":{}}})",
                       json_text(figures.old_units->codes[part.old_unit]),
                       part.share ? part.share->text() : "null", part.by_area);
  });
  return fmt::format(R"({{"code":{},"name":{},"parts":{},"values":{{{}}},"marks":{{{}}}}})",
                     json_text(figures.new_units->codes[unit]), json_text(figures.new_units->full_name(unit)),
                     parts, values, marks);
}

void print_json(const app::CarriedFigures& figures, const Console& console) {
  std::vector<std::uint32_t> units(figures.new_units->size());
  for (std::uint32_t i = 0; i < units.size(); ++i) units[i] = i;
  const std::string columns = json_list(figures.columns, [&](const app::CarriedColumn& column) {
    return fmt::format(
        R"({{"id":{},"rule":{},"before":{},"after":{},"unknown":{},"estimated":{},"parts_differ":{},"some_parts":{}}})",
        json_text(column.spec.id), json_text(app::rule_text(column.spec).in(console.lang)),
        json_number(column.old_total), json_number(column.new_total), column.missing, column.estimated,
        column.parts_differ, column.some_parts);
  });
  console.result(fmt::format(
      R"({{"from":{},"to":{},"period":{},"columns":{},"left_out":{},"units":{}}})",
      json_text(figures.old_units->vintage), json_text(figures.new_units->vintage), json_text(figures.period),
      columns, json_list(figures.left_out, json_text),
      json_list(units, [&](std::uint32_t unit) { return json_unit(figures, unit, console.lang); })));
}

/// A total as readers want it: whole numbers whole, shares with two decimals.
Text total_text(double value) {
  return std::isnan(value) ? Text("–") : base::short_number(value, 2);
}

void print_table(const app::CarriedFigures& figures, const Console& console) {
  for (const app::CrosswalkStep& step : figures.steps) {
    const std::string& by = step.crosswalk.resolution;
    console.result(text("{} → {}: {} đơn vị thành {} đơn vị{}", "{} → {}: {} units become {}{}",
                        {step.crosswalk.from, step.crosswalk.to, step.old_units->size(),
                         step.new_units->size(), by.empty() ? "" : ", " + by}));
  }
  console.result(text("Số liệu kỳ {}:", "Figures of {}:", {figures.period}));
  TextTable table({text("chỉ tiêu", "figure"), text("quy tắc", "rule"), text("trước", "before"),
                   text("sau", "after"), text("chưa rõ", "unknown"), text("ước tính", "estimated"),
                   text("phần khác nhau", "parts differ"), text("một số phần", "some parts")});
  std::size_t others = 0;
  for (const app::CarriedColumn& column : figures.columns) {
    others += column.indicator ? 0U : 1U;
    if (!column.indicator) continue;
    table.add({column.spec.name, app::rule_text(column.spec), total_text(column.old_total),
               total_text(column.new_total), column.missing, column.estimated, column.parts_differ,
               column.some_parts});
  }
  console.result(table.text(console.lang));
  if (others > 0) {
    console.result(text("và {} chỉ tiêu khác của các bộ tiêu chí (xem --json hoặc tệp ra)",
                        "and {} other figures of the criteria sets (see --json or the output)", {others}));
  }
  if (!figures.left_out.empty()) {
    console.result(text("{} chỉ tiêu không có quy tắc chuyển, bị bỏ qua",
                        "{} figures have no rule and are left out", {figures.left_out.size()}));
  }
}

int run(const Options& options, const Console& console) {
  const auto overwrite = options.overwrite ? base::Overwrite::yes : base::Overwrite::no;
  if (!options.output.empty()) app::check_crosswalk_target(options.output, overwrite);
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
  app::refuse_source(data.project(), options.output);
  const base::Job job = console.job();
  const app::CarriedFigures figures = app::carry_figures(data, options.request, job.part(0, 0.9));
  console.findings(figures.findings);
  const int code = exit_code(figures.findings);
  const bool writes = !options.output.empty() && code == 0;
  if (writes) app::write_crosswalk(figures, options.output, console.lang, overwrite, job.part(0.9, 1));
  if (console.json) {
    print_json(figures, console);
  } else {
    print_table(figures, console);
    if (writes) console.result(options.output);
  }
  if (!options.output.empty() && !writes) {
    console.message(text("Không ghi {}: còn lỗi phải sửa.", "{} is not written: there are errors to mend.",
                         {options.output}));
  }
  return code;
}

}  // namespace

Run declare_crosswalk(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  parser.add_option("PROJECT", options->project, say("tệp dự án .toml", "project file, .toml"))->required();
  parser.add_option("--from", options->request.from, say("mốc đơn vị cũ", "vintage of the old units"))
      ->required();
  parser.add_option("--to", options->request.to, say("mốc đơn vị mới", "vintage of the new units"))
      ->required();
  parser.add_option(
      "--period", options->request.period,
      say("kỳ số liệu; để trống: kỳ mới nhất có số liệu", "period of the figures; else the latest"));
  parser.add_option("-o,--output", options->output, say("tệp ra: .csv, .xlsx", "output: .csv, .xlsx"));
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
