#include <CLI/CLI.hpp>

#include <array>
#include <memory>
#include <string>

#include "app/check/check_project.hpp"
#include "app/check/data_seal.hpp"
#include "app/check/findings_report.hpp"
#include "app/project/project_file.hpp"
#include "cli/command.hpp"
#include "cli/exit_code.hpp"
#include "cli/text_table.hpp"

namespace ntmap::cli {
namespace {

using base::Finding;
using base::Severity;
using base::text;

struct Options {
  std::string project;
  std::string output;
  bool notes = false;
  bool seal = false;
  bool overwrite = false;
};

void print_json(const base::Findings& findings, const Console& console) {
  std::string rows;
  for (const Finding& finding : findings)
    rows += (rows.empty() ? "" : ",\n") + json_finding(finding, console.lang);
  console.result("[" + rows + "]");
}

/// The page a planner reads before a meeting: counts first, then a line for each flaw, worst first.
void print_table(const base::Findings& findings, const std::string& folder, bool notes,
                 const Console& console) {
  std::array<std::size_t, 3> counts{};
  TextTable table({text("Mức", "Severity"), text("Tệp", "File"), text("Dòng, đơn vị", "Row, unit"),
                   text("Điều sai", "What is wrong"), text("Cách xử lý", "What to do")});
  std::size_t shown = 0;
  for (const Finding& finding : findings) ++counts[static_cast<std::size_t>(finding.severity)];
  for (const Finding& finding : app::with_places_joined(findings)) {
    if (finding.severity == Severity::note && !notes) continue;
    table.add({app::severity_text(finding.severity), app::short_file(finding, folder), finding.place,
               finding.what, finding.remedy});
    ++shown;
  }
  console.result(text("{} lỗi, {} cảnh báo, {} ghi chú", "{} errors, {} warnings, {} notes",
                      {counts[2], counts[1], counts[0]}));
  if (shown > 0) console.result("\n" + table.text(console.lang));
  if (counts[0] > 0 && !notes)
    console.result(text("\nXem cả ghi chú: thêm --notes.", "\nTo see the notes too: add --notes."));
}

/// Data with errors are not sealed: they would have to be mended, and sealed again.
void seal(const model::Project& project, bool errors, const Console& console) {
  if (errors) {
    console.message(text("Chưa chốt số liệu: còn lỗi phải sửa.", "Not sealed: there are errors to mend."));
    return;
  }
  app::seal(project);
  console.message(text("Đã chốt số liệu: {}", "Sealed: {}", {app::seal_file(project).string()}));
}

int run(const Options& options, const Console& console) {
  const auto overwrite = options.overwrite ? base::Overwrite::yes : base::Overwrite::no;
  if (!options.output.empty()) app::check_findings_target(options.output, overwrite);
  const auto project = std::make_shared<const model::Project>(app::read_project(options.project));
  app::ProjectData data(project);
  const base::Findings findings = app::check_project(data, console.job());
  if (!options.output.empty())
    app::write_findings(findings, project->folder, options.output, console.lang, overwrite);
  if (console.json) {
    print_json(findings, console);
  } else {
    print_table(findings, project->folder, options.notes, console);
    if (!options.output.empty()) console.result("\n" + options.output);
  }
  const int code = exit_code(findings);
  if (options.seal) seal(*project, code != 0, console);
  return code;
}

}  // namespace

Run declare_check(CLI::App& parser, base::Lang lang) {
  const auto options = std::make_shared<Options>();
  parser.add_option("PROJECT", options->project, text("tệp dự án .toml", "project file, .toml").in(lang))
      ->required();
  parser.add_flag("--notes", options->notes, text("liệt kê cả ghi chú", "list notes too").in(lang));
  parser.add_flag("--seal", options->seal,
                  text("chốt số liệu: lần kiểm tra sau nêu tệp nào đã thay đổi",
                       "seal the data: later checks name the files that have changed")
                      .in(lang));
  parser.add_option(
      "-o,--output", options->output,
      text("ghi cả danh sách ra .xlsx hoặc .csv", "write the whole list as .xlsx or .csv").in(lang));
  parser.add_flag("--overwrite", options->overwrite,
                  text("ghi đè tệp đã có", "replace an existing file").in(lang));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
