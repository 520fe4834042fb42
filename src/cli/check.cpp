#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "app/check_project.hpp"
#include "app/project_file.hpp"
#include "cli/command.hpp"

namespace ntmap::cli {
namespace {

using base::Finding;
using base::Severity;
using base::text;

struct Options {
  std::string project;
  bool notes = false;
};

std::string severity_word(Severity severity) {
  constexpr std::array<const char*, 3> k_words{"note", "warning", "error"};
  return k_words[static_cast<std::size_t>(severity)];
}

void print_json(const base::Findings& findings, const Console& console) {
  std::string rows;
  for (const Finding& finding : findings) {
    rows += fmt::format(R"({}{{"severity":"{}","rule":{},"file":{},"place":{},"what":{},"remedy":{}}})",
                        rows.empty() ? "" : ",\n", severity_word(finding.severity), json_text(finding.rule),
                        json_text(finding.file), json_text(finding.place.in(console.lang)),
                        json_text(finding.what.in(console.lang)), json_text(finding.remedy.in(console.lang)));
  }
  console.result("[" + rows + "]");
}

void print_table(const base::Findings& findings, bool notes, const Console& console) {
  std::array<std::size_t, 3> counts{};
  for (const Finding& finding : findings) ++counts[static_cast<std::size_t>(finding.severity)];
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::note && !notes) continue;
    console.result(console.line_of(finding));
  }
  console.result(text("{} lỗi, {} cảnh báo, {} ghi chú", "{} errors, {} warnings, {} notes",
                      {counts[2], counts[1], counts[0]}));
}

int run(const Options& options, const Console& console) {
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(options.project)));
  const base::Findings findings = app::check_project(data, console.job());
  if (console.json) {
    print_json(findings, console);
  } else {
    print_table(findings, options.notes, console);
  }
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity == Severity::error; })
             ? 1
             : 0;
}

}  // namespace

Run declare_check(CLI::App& parser, base::Lang lang) {
  const auto options = std::make_shared<Options>();
  parser.add_option("PROJECT", options->project, text("tệp dự án .toml", "project file, .toml").in(lang))
      ->required();
  parser.add_flag("--notes", options->notes, text("liệt kê cả ghi chú", "list notes too").in(lang));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
