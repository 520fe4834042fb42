// Writing a country-size layer, against gdal_rasterize and ogr2ogr on the same layer in the same run.
// The programs are run by the shell and must be on the path; their input is written here first.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "io/export_layer.hpp"
#include "io/geojson_writer.hpp"
#include "io/geotiff_writer.hpp"
#include "io/gpkg_writer.hpp"
#include "io/rasterize.hpp"
#include "io/xlsx_sheets.hpp"
#include "io/xlsx_writer.hpp"
#include "support/country_layer.hpp"

namespace ntmap::bench {
namespace {

namespace fs = std::filesystem;

const fs::path& folder() {
  static const fs::path path = [] {
    const fs::path made = fs::temp_directory_path() / "ntmap-io-bench";
    fs::create_directories(made);
    return made;
  }();
  return path;
}

const io::ExportLayer& country() {
  static const io::ExportLayer layer = [] {
    io::ExportLayer made;
    made.name = "country";
    made.crs = "EPSG:4326";
    made.polygons = std::make_shared<const model::PolygonSet>(make_country().polygons);
    for (int i = 0; i < 5; ++i) {
      model::MapClass look;
      look.label = base::Text("class " + std::to_string(i));
      look.fill = {static_cast<std::uint8_t>(50 * i), 100, 200};
      made.classes.classes.push_back(look);
    }
    for (std::size_t f = 0; f < made.polygons->feature_count(); ++f) {
      made.codes.push_back(std::to_string(100000 + f).substr(1));
      made.names.push_back("Xã " + std::to_string(f));
      made.values.push_back(static_cast<double>(f % 1000) / 10);
      made.classes.class_of.push_back(static_cast<std::uint8_t>(f % 5));
    }
    return made;
  }();
  return layer;
}

/// The layer as the other programs read it.
const fs::path& input() {
  static const fs::path path = [] {
    io::write_geojson(country(), {.style = false}, folder() / "country.geojson", base::Overwrite::yes);
    fs::path made = folder() / "country.shp";
    const std::string command = "ogr2ogr -overwrite -lco ENCODING=UTF-8 '" + made.string() + "' '" +
                                (folder() / "country.geojson").string() + "'";
    if (std::system(command.c_str()) != 0) std::abort();
    return made;
  }();
  return path;
}

void report_memory(benchmark::State& state) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

void class_geotiff(benchmark::State& state) {
  const base::PixelGrid grid = io::grid_by_size(country().polygons->box(), 7680, 8000);
  for (auto _ : state) {
    io::write_geotiff(country(), grid, io::RasterKind::classes, folder() / "classes.tif",
                      base::Overwrite::yes);
  }
  report_memory(state);
}
BENCHMARK(class_geotiff)->Unit(benchmark::kMillisecond)->UseRealTime();

void geojson(benchmark::State& state) {
  for (auto _ : state) {
    io::write_geojson(country(), {}, folder() / "out.geojson", base::Overwrite::yes);
  }
  state.counters["vertices"] = static_cast<double>(country().polygons->vertex_count());
  report_memory(state);
}
BENCHMARK(geojson)->Unit(benchmark::kMillisecond)->UseRealTime();

void values_geotiff(benchmark::State& state) {
  const base::PixelGrid grid = io::grid_by_size(country().polygons->box(), 7680, 8000);
  for (auto _ : state) {
    io::write_geotiff(country(), grid, io::RasterKind::values, folder() / "values.tif", base::Overwrite::yes);
  }
  report_memory(state);
}
BENCHMARK(values_geotiff)->Unit(benchmark::kMillisecond)->UseRealTime();

void geopackage(benchmark::State& state) {
  for (auto _ : state) io::write_gpkg(country(), {}, {}, folder() / "out.gpkg", base::Overwrite::yes);
  report_memory(state);
}
BENCHMARK(geopackage)->Unit(benchmark::kMillisecond)->UseRealTime();

void xlsx(benchmark::State& state) {
  for (auto _ : state) {
    io::write_xlsx(io::sheets_of(country()), "country", folder() / "out.xlsx", base::Overwrite::yes);
  }
}
BENCHMARK(xlsx)->Unit(benchmark::kMillisecond)->UseRealTime();

void run(benchmark::State& state, const std::string& command) {
  for (auto _ : state) {
    if (std::system(command.c_str()) != 0) state.SkipWithError("the program failed");
  }
}

void with_gdal_rasterize(benchmark::State& state) {
  run(state, "gdal_rasterize -q -a class -ot Byte -ts 7680 8000 -co COMPRESS=DEFLATE -co TILED=YES '" +
                 input().string() + "' '" + (folder() / "theirs.tif").string() + "'");
}
BENCHMARK(with_gdal_rasterize)->Unit(benchmark::kMillisecond)->UseRealTime();

void with_ogr2ogr(benchmark::State& state) {
  const std::string out = (folder() / "theirs.geojson").string();
  run(state, "rm -f '" + out + "'; ogr2ogr -lco RFC7946=YES '" + out + "' '" + input().string() + "'");
}
BENCHMARK(with_ogr2ogr)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace ntmap::bench
