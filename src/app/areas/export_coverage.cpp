#include "app/areas/export_coverage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <utility>

#include "app/export/export_layer.hpp"
#include "base/error.hpp"
#include "io/csv_writer.hpp"
#include "io/export_layer.hpp"
#include "io/geojson_writer.hpp"
#include "io/gpkg_writer.hpp"
#include "io/source_path.hpp"
#include "io/xlsx_sheets.hpp"
#include "io/xlsx_writer.hpp"
#include "scene/classify.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

void require_extension(const std::filesystem::path& target, std::span<const char* const> known) {
  const std::string extension = io::extension_of(target);
  std::string list;
  for (const char* one : known) {
    if (extension == one) return;
    list += (list.empty() ? "" : ", ") + std::string(one);
  }
  throw Error(ErrorKind::usage, text("Không xuất được dạng “{}”", "Cannot export “{}”", {extension}),
              text("Dùng đuôi {}.", "Use {}.", {list}));
}

/// Rounded for reading; whoever needs more digits has the pieces.
std::vector<double> rounded(std::vector<double> values, int decimals) {
  const double k = std::pow(10, decimals);
  for (double& value : values) value = std::round(value * k) / k;
  return values;
}

void add_numbers(model::Table& table, std::string name, std::vector<double> values) {
  table.columns.push_back({std::move(name), model::ColumnType::number, {}, std::move(values)});
}

void add_texts(model::Table& table, std::string name, std::vector<std::string> values) {
  const bool any = std::any_of(values.begin(), values.end(), [](const auto& text) { return !text.empty(); });
  if (any) table.columns.push_back({std::move(name), model::ColumnType::text, std::move(values), {}});
}

void add_report(model::Table& table, const CoverageReport& report, const std::string& prefix, bool by_year) {
  add_numbers(table, prefix + "covered_ha", rounded(report.cover->hectares, 4));
  add_numbers(table, prefix + "covered_pct", rounded(report.cover->shares, 4));
  add_numbers(table, prefix + "areas", {report.areas_in.begin(), report.areas_in.end()});
  if (report.weights) {
    std::vector<double> difference(report.cover->shares.size());
    for (std::size_t u = 0; u < difference.size(); ++u)
      difference[u] = report.weighted.shares[u] - report.cover->shares[u];
    add_numbers(table, prefix + "weight", rounded(report.weighted.all, 2));
    add_numbers(table, prefix + "weight_covered", rounded(report.weighted.reached, 2));
    add_numbers(table, prefix + "weight_pct", rounded(report.weighted.shares, 4));
    add_numbers(table, prefix + "difference_pct", rounded(difference, 4));
  }
  if (!std::isnan(report.request.target)) {
    std::vector<double> gap = report.shares();
    for (double& share : gap)
      share = std::isnan(share) ? share : std::max(0.0, report.request.target - share);
    add_numbers(table, prefix + "gap_pct", rounded(gap, 4));
  }
  if (!by_year) return;
  for (const YearSum& year : report.by_year) {
    const CoverageChoice& choice = report.request.choice;
    const auto cover = report.coverage->cover(year.year == 0 ? choice : no_later_than(choice, year.by));
    add_numbers(table, prefix + (year.year == 0 ? "ha_no_year" : "ha_" + std::to_string(year.year)),
                rounded(cover->hectares, 4));
  }
}

Text measured_text(const Coverage& coverage) {
  if (coverage.hectare_kind() == model::HectareKind::geodesic)
    return text("Hecta đo trên elip-xô-ít (geodesic)", "Hectares are geodesic");
  return text("Hecta đo trong mặt phẳng {}", "Hectares are planar in {}", {coverage.units().crs});
}

io::ExportMetadata metadata_of(const model::Project& project, const CoverageReport& report) {
  io::ExportMetadata metadata;
  metadata.title = report.coverage->areas().title;
  metadata.date = report.request.date;
  metadata.criterion = measured_text(*report.coverage);
  metadata.source = project.source;
  metadata.licence = project.licence;
  metadata.notice = project.notice;
  return metadata;
}

io::ExportLayer layer_of(const model::Project& project, const std::vector<CoverageReport>& reports,
                         const CoverageExport& options) {
  const CoverageReport& first = reports.front();
  const auto units = first.coverage->shared_units();
  io::ExportLayer layer;
  layer.name = "coverage";
  layer.lang = options.lang;
  layer.polygons = std::shared_ptr<const model::PolygonSet>(units, &units->layer.polygons);
  layer.crs = units->crs;
  layer.codes = units->codes;
  const auto named = [](const std::string& name) { return !name.empty(); };
  if (std::any_of(units->names.begin(), units->names.end(), named)) layer.names = units->names;
  layer.values = first.shares();
  model::Classification classes{.method = model::BreakMethod::manual,
                                .breaks = {0, 15, 25, 35, 50, 100},
                                .palette = "Blues",
                                .decimals = 0};
  layer.classes = scene::classify(
      layer.values, classes, {.title = first.coverage->areas().title, .unit = "%", .not_applicable = {}});
  layer.attributes = coverage_table(reports, options.by_year);
  layer.metadata = metadata_of(project, first);
  return layer;
}

/// Writes GeoPackage or, in WGS 84, GeoJSON.
void write_features(io::ExportLayer& layer, const std::filesystem::path& target, base::Overwrite overwrite,
                    const base::Job& job) {
  if (io::extension_of(target) == ".gpkg") return io::write_gpkg(layer, {}, {}, target, overwrite, job);
  move_layer(layer, "EPSG:4326");
  io::write_geojson(layer, {.style = !layer.classes.classes.empty()}, target, overwrite, job);
}

}  // namespace

model::Table coverage_table(const std::vector<CoverageReport>& reports, bool by_year) {
  const Coverage& coverage = *reports.front().coverage;
  model::Table table;
  add_texts(table, "type", coverage.units().types);
  add_texts(table, "district", coverage.units().districts);
  add_numbers(table, "unit_ha", rounded(coverage.unit_hectares(), 4));
  for (const CoverageReport& report : reports) {
    const std::string prefix = reports.size() > 1 ? report.coverage->areas().id + "_" : std::string();
    add_report(table, report, prefix, by_year);
  }
  return table;
}

void check_coverage_export(const std::filesystem::path& target, base::Overwrite overwrite) {
  constexpr std::array k_known{".csv", ".xlsx", ".gpkg", ".geojson", ".json"};
  require_extension(target, k_known);
  const base::PendingFile refuses(target, overwrite);
}

void export_coverage(const model::Project& project, const std::vector<CoverageReport>& reports,
                     const std::filesystem::path& target, const CoverageExport& options,
                     const base::Job& job) {
  io::ExportLayer layer = layer_of(project, reports, options);
  const std::string extension = io::extension_of(target);
  if (extension != ".csv" && extension != ".xlsx")
    return write_features(layer, target, options.overwrite, job);
  layer.values.clear();  // they stand in the columns already
  layer.classes = {};
  if (extension == ".csv")
    return io::write_csv(io::export_columns(layer), {}, target, options.overwrite, job);
  io::write_xlsx(io::sheets_of(layer), layer.metadata.title.in(options.lang), target, options.overwrite, job);
}

void check_pieces_export(const std::filesystem::path& target, base::Overwrite overwrite) {
  constexpr std::array k_known{".gpkg", ".geojson", ".json"};
  require_extension(target, k_known);
  const base::PendingFile refuses(target, overwrite);
}

void export_pieces(const model::Project& project, const CoverageReport& report,
                   const std::filesystem::path& target, const CoverageExport& options, const base::Job& job) {
  const Coverage& coverage = *report.coverage;
  const AreaLayer& areas = coverage.areas();
  const std::vector<std::uint8_t> chosen = coverage.chosen(report.request.choice);
  auto polygons = std::make_shared<model::PolygonSet>();
  io::ExportLayer layer;
  std::vector<std::string> area_codes;
  std::vector<std::string> statuses;
  std::vector<std::string> dates;
  std::vector<std::string> operators;
  std::vector<double> hectares;
  for (std::size_t i = 0; i < coverage.overlay().pairs.size(); ++i) {
    const geom::UnitArea& pair = coverage.overlay().pairs[i];
    if (chosen[pair.area] == 0) continue;
    polygons->append_feature(coverage.pieces(), i);
    layer.codes.push_back(coverage.units().codes[pair.unit]);
    layer.names.push_back(coverage.units().names[pair.unit]);
    area_codes.push_back(areas.codes[pair.area]);
    statuses.emplace_back(model::name_of(*areas.statuses[pair.area]));
    dates.push_back(areas.dates[pair.area]);
    operators.push_back(areas.operators[pair.area]);
    hectares.push_back(pair.shared);
  }
  layer.name = "pieces";
  layer.lang = options.lang;
  layer.polygons = std::move(polygons);
  layer.crs = coverage.units().crs;
  add_texts(layer.attributes, "area", std::move(area_codes));
  add_texts(layer.attributes, "status", std::move(statuses));
  add_texts(layer.attributes, "date", std::move(dates));
  add_texts(layer.attributes, "operator", std::move(operators));
  add_numbers(layer.attributes, "hectares", rounded(std::move(hectares), 4));
  layer.metadata = metadata_of(project, report);
  write_features(layer, target, options.overwrite, job);
}

}  // namespace ntmap::app
