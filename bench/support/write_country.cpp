// Writes the made-up country as files, for measuring whole processes: country.gpkg with fields code and name, and
// areas.gpkg, round areas strewn over it.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/pending_file.hpp"
#include "io/export_layer.hpp"
#include "io/gpkg_writer.hpp"
#include "support/country_layer.hpp"

namespace {

using namespace ntmap;

void write(model::PolygonSet polygons, std::vector<std::string> codes, const char* name,
           const std::filesystem::path& folder) {
  io::ExportLayer layer;
  layer.name = name;
  layer.polygons = std::make_shared<const model::PolygonSet>(std::move(polygons));
  layer.crs = "EPSG:4326";
  layer.codes = std::move(codes);
  io::write_gpkg(layer, {}, {}, folder / (std::string(name) + ".gpkg"), base::Overwrite::yes);
}

void write_all(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  bench::CountryLayer country = bench::make_country();
  write(std::move(country.polygons), std::move(country.codes), "country", folder);
  model::PolygonSet areas = bench::make_areas();
  std::vector<std::string> codes;
  for (std::size_t a = 1; a <= areas.feature_count(); ++a) codes.push_back("CN-" + std::to_string(a));
  write(std::move(areas), std::move(codes), "areas", folder);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: write_country FOLDER\n");
    return 2;
  }
  try {
    write_all(argv[1]);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "write_country: %s\n", failure.what());
    return 1;
  }
  return 0;
}
