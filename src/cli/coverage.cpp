#include <CLI/CLI.hpp>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "app/areas/coverage_text.hpp"
#include "app/areas/direct_coverage.hpp"
#include "app/areas/export_coverage.hpp"
#include "app/areas/project_coverage.hpp"
#include "app/project/areas_section.hpp"
#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/number_check.hpp"

namespace ntmap::cli {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

struct Options {
  std::string project;
  app::DirectCoverage direct;
  std::string areas;  ///< id in a project, else a file
  std::string period;
  std::string by;
  std::vector<std::string> statuses;
  std::string kind;
  std::string hectares;
  double target = model::k_no_data;
  std::string output;
  std::string pieces;
  bool by_year = false;
  bool overwrite = false;
};

std::shared_ptr<model::Project> project_of(const Options& options) {
  const model::HectareKind hectares = *app::hectare_kind_from(options.hectares);
  if (options.project.empty()) {
    app::DirectCoverage direct = options.direct;
    direct.areas.file = options.areas;
    direct.hectares = hectares;
    if (!options.kind.empty()) direct.areas.kind = *model::area_kind_from(options.kind);
    return std::make_shared<model::Project>(app::direct_coverage_project(direct));
  }
  if (!options.direct.units.boundaries.empty()) {
    throw Error(
        ErrorKind::usage,
        text("Vừa có tệp dự án vừa có --boundaries", "Both a project file and --boundaries are given"),
        text("Chọn một trong hai.", "Choose one."));
  }
  auto project = std::make_shared<model::Project>(app::read_project(options.project));
  if (!options.hectares.empty()) project->hectares = hectares;
  return project;
}

app::CoverageQuery query_of(const Options& options) {
  app::CoverageQuery query{.period = options.period, .target = options.target};
  if (!options.project.empty() && !options.areas.empty()) query.areas = {options.areas};
  for (const std::string& word : options.statuses) query.statuses.push_back(*model::area_status_from(word));
  if (options.by.empty()) return query;
  const auto date = app::area_date(options.by);
  if (!date) {
    throw Error(ErrorKind::usage,
                text("“{}” không phải năm hay ngày", "“{}” is no year or date", {options.by}),
                text("Viết 2025 hoặc 2025-12-31.", "Write 2025 or 2025-12-31."));
  }
  query.by = *date;
  return query;
}

void print(const std::vector<app::CoverageReport>& reports, bool project, const Console& console) {
  if (console.json) {
    std::string all;
    for (const app::CoverageReport& report : reports)
      all += (all.empty() ? "" : ",\n") + app::coverage_json(report, console.lang);
    console.result("[" + all + "]");
    return;
  }
  const base::Text reasons = project ? text("ntmap check nêu lý do", "ntmap check says why")
                                     : text("lý do ở các dòng trên", "the lines above say why");
  for (const app::CoverageReport& report : reports)
    for (const base::Text& line : app::coverage_lines(report, reasons)) console.result(line);
}

/// Without a project there is no `ntmap check` to tell the rest: all is said here.
void tell(const base::Findings& findings, bool project, Console console) {
  if (!project) console.shown_alike = std::numeric_limits<std::size_t>::max();
  console.findings(findings);
}

int run(const Options& options, const Console& console) {
  const app::CoverageExport exporting{console.lang, options.by_year,
                                      options.overwrite ? base::Overwrite::yes : base::Overwrite::no};
  if (!options.output.empty()) app::check_coverage_export(options.output, exporting.overwrite);
  if (!options.pieces.empty()) app::check_pieces_export(options.pieces, exporting.overwrite);
  const app::CoverageQuery query = query_of(options);
  const auto project = project_of(options);
  app::refuse_source(*project, options.output);
  app::refuse_source(*project, options.pieces);
  if (!options.pieces.empty() && options.pieces == options.output) {
    throw Error(ErrorKind::usage,
                text("-o và --pieces cùng là {}", "-o and --pieces are both {}", {options.pieces}),
                text("Đặt tên khác cho một trong hai.", "Give one of them another name."));
  }
  if (!options.pieces.empty() && query.areas.empty() && project->areas.size() > 1) {
    throw Error(ErrorKind::usage, text("--pieces cần một lớp vùng", "--pieces needs one layer of areas"),
                text("Ghi rõ lớp bằng --areas.", "Name the layer with --areas."));
  }
  if (options.project.empty() && options.kind.empty()) {
    console.message(text(
        "Không ghi --kind: coi là vùng cấp nước sạch tập trung (đất tập trung: --kind land-consolidation).",
        "Without --kind they are taken for areas of water supply (for land: --kind land-consolidation)."));
  }
  app::ProjectData data(project);
  const base::Job job = console.job();
  const app::CoverageAnswer answer = app::project_coverage(data, query, job.part(0, 0.8));
  tell(answer.findings, !options.project.empty(), console);
  app::require_usable_areas(answer);
  if (!options.output.empty())
    app::export_coverage(*project, answer.reports, options.output, exporting, job.part(0.8, 0.9));
  if (!options.pieces.empty())
    app::export_pieces(*project, answer.reports.front(), options.pieces, exporting, job.part(0.9, 1));
  print(answer.reports, !options.project.empty(), console);
  return 0;
}

void declare_direct(CLI::App& parser, Options& options, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  app::DirectCoverage& direct = options.direct;
  parser.add_option("--boundaries", direct.units.boundaries,
                    say("tệp ranh giới, TỆP[:lớp]", "boundaries, PATH[:layer]"));
  parser.add_option("--code", direct.units.code, say("trường mã đơn vị", "field with the unit's code"));
  parser.add_option("--name", direct.units.name, say("trường tên đơn vị", "field with the unit's name"));
  parser.add_option("--district", direct.units.district,
                    say("trường tên huyện", "field with the district's name"));
  parser.add_option("--encoding", direct.units.encoding,
                    say("bảng mã của ranh giới", "encoding of the boundaries"));
  parser.add_option("--crs", direct.units.crs,
                    say("hệ tọa độ của ranh giới, EPSG:n", "coordinate system of the boundaries, EPSG:n"));
  parser
      .add_option(
          "--kind", options.kind,
          say("loại vùng (không ghi: water-supply)", "what the areas are for (unless said: water-supply)"))
      ->check(CLI::IsMember({"land-consolidation", "water-supply"}));
  parser.add_option("--area-crs", direct.areas.crs,
                    say("hệ tọa độ của các vùng, EPSG:n", "coordinate system of the areas, EPSG:n"));
  parser.add_option("--area-code", direct.areas.code, say("trường mã vùng", "field with the area's code"));
  parser.add_option("--year", direct.areas.year,
                    say("trường năm hoặc ngày đưa vào sử dụng", "field with the year or date in service"));
  parser.add_option("--status-field", direct.areas.status, say("trường trạng thái", "field with the status"));
  parser.add_option("--declared", direct.areas.hectares,
                    say("trường diện tích kê khai, ha", "field with the hectares declared"));
  parser.add_option("--households", direct.areas.households,
                    say("trường số hộ phục vụ", "field with the households served"));
  parser.add_option("--weights", direct.weights.file,
                    say("ảnh raster hoặc lớp điểm dân số, nhà: TỆP[:lớp]",
                        "raster or points of people or houses: PATH[:layer]"));
  parser.add_option("--weight-field", direct.weights.field,
                    say("trường số lượng của lớp điểm", "field with the count of a point"));
}

}  // namespace

Run declare_coverage(CLI::App& parser, base::Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  const auto options = std::make_shared<Options>();
  parser.add_option("PROJECT", options->project, say("tệp dự án .toml", "project file, .toml"));
  parser.add_option(
      "--areas", options->areas,
      say("lớp vùng: mã trong dự án, hoặc TỆP[:lớp]", "areas: id in the project, or PATH[:layer]"));
  declare_direct(parser, *options, lang);
  parser.add_option("--period", options->period, say("mã kỳ", "id of a period"));
  parser.add_option(
      "--by", options->by,
      say("vùng đưa vào sử dụng đến ngày hoặc năm này", "areas in service by this date or year"));
  parser
      .add_option(
          "--status", options->statuses,
          say("trạng thái được tính: working, building, planned", "which count: working, building, planned"))
      ->delimiter(',')
      ->check(CLI::IsMember({"working", "building", "planned"}));
  parser.add_option("--target", options->target, say("mục tiêu phủ, %", "target, percent covered"))
      ->check(CLI::Range(0.0, 100.0))
      ->check(number_check());
  parser
      .add_option("--hectares", options->hectares,
                  say("cách đo hecta: geodesic hoặc crs", "how hectares are measured: geodesic or crs"))
      ->check(CLI::IsMember({"geodesic", "crs"}));
  parser.add_option("-o,--output", options->output,
                    say("tệp ra: .csv, .xlsx, .gpkg, .geojson", "output: .csv, .xlsx, .gpkg, .geojson"));
  parser.add_option("--pieces", options->pieces,
                    say("tệp các phần chung của đơn vị và vùng: .gpkg, .geojson",
                        "file of the pieces that units and areas share: .gpkg, .geojson"));
  parser.add_flag("--by-year", options->by_year,
                  say("thêm cột hecta từng năm", "with hectares of each year"));
  parser.add_flag("--overwrite", options->overwrite, say("ghi đè tệp đã có", "replace an existing file"));
  return [options](const Console& console) { return run(*options, console); };
}

}  // namespace ntmap::cli
