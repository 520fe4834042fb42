// Writes the made-up country as users have it: country_files FOLDER makes communes.shp and areas.shp (with
// .shx, .dbf, .prj) and values.csv there, for measuring whole processes; with PART 4 a quarter of the
// country.
#include <bit>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "support/country_layer.hpp"

namespace {

using ntmap::bench::CountryLayer;
using ntmap::model::PolygonSet;

static_assert(std::endian::native == std::endian::little, "written as they lie in memory");

void put_big(std::string& out, std::uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 255);
}

template <class Value>
void put(std::string& out, Value value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

void put_box(std::string& out, const ntmap::base::Box& box) {
  for (const double value : {box.min_x, box.min_y, box.max_x, box.max_y}) put(out, value);
}

/// One polygon record: shells run clockwise in a shapefile, counter-clockwise in a PolygonSet.
std::string record_of(const PolygonSet& polygons, std::size_t feature) {
  const std::uint32_t first = polygons.first_ring(feature);
  const std::uint32_t end = polygons.end_ring(feature);
  std::string out;
  put(out, std::int32_t{5});
  put_box(out, polygons.feature_box(feature));
  put(out, static_cast<std::int32_t>(end - first));
  std::int32_t points = 0;
  for (std::uint32_t r = first; r < end; ++r)
    points += static_cast<std::int32_t>(polygons.ring(r).size() / 2 + 1);
  put(out, points);
  std::int32_t start = 0;
  for (std::uint32_t r = first; r < end; ++r) {
    put(out, start);
    start += static_cast<std::int32_t>(polygons.ring(r).size() / 2 + 1);
  }
  for (std::uint32_t r = first; r < end; ++r) {
    const auto xy = polygons.ring(r);
    out.append(reinterpret_cast<const char*>(xy.data()), 16);
    for (std::size_t i = xy.size(); i >= 2; i -= 2) out.append(reinterpret_cast<const char*>(&xy[i - 2]), 16);
  }
  return out;
}

std::string header_of(const ntmap::base::Box& box, std::size_t bytes) {
  std::string out;
  put_big(out, 9994);
  out.append(20, '\0');
  put_big(out, static_cast<std::uint32_t>(bytes / 2));
  put(out, std::int32_t{1000});
  put(out, std::int32_t{5});
  put_box(out, box);
  out.append(32, '\0');
  return out;
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

void write_shapes(const std::filesystem::path& folder, const std::string& name, const PolygonSet& polygons) {
  std::string shapes;
  std::string index;
  for (std::size_t feature = 0; feature < polygons.feature_count(); ++feature) {
    const std::string record = record_of(polygons, feature);
    put_big(index, static_cast<std::uint32_t>((100 + shapes.size()) / 2));
    put_big(index, static_cast<std::uint32_t>(record.size() / 2));
    put_big(shapes, static_cast<std::uint32_t>(feature + 1));
    put_big(shapes, static_cast<std::uint32_t>(record.size() / 2));
    shapes += record;
  }
  write(folder / (name + ".shp"), header_of(polygons.box(), 100 + shapes.size()) + shapes);
  write(folder / (name + ".shx"), header_of(polygons.box(), 100 + index.size()) + index);
}

/// One field, "code", of five characters.
void write_codes(const std::filesystem::path& folder, const std::string& name,
                 const std::vector<std::string>& codes) {
  constexpr std::uint16_t k_header = 32 + 32 + 1;
  std::string out{3, 126, 1, 1};
  put(out, static_cast<std::uint32_t>(codes.size()));
  put(out, k_header);
  put(out, std::uint16_t{6});
  out.append(20, '\0');
  std::string field = "code";
  field.resize(11, '\0');
  field += 'C';
  field.resize(16, '\0');
  field += '\5';
  field.resize(32, '\0');
  out += field + '\r';
  for (const std::string& code : codes) out += ' ' + code;
  write(folder / (name + ".dbf"), out + '\x1a');
}

void write_values(const std::filesystem::path& folder, const std::vector<std::string>& codes) {
  std::string out = "code,water_pct\n";
  for (std::size_t i = 0; i < codes.size(); ++i)
    out += codes[i] + ',' + std::to_string(i * 37 % 1000 / 10) + '.' + std::to_string(i * 37 % 10) + '\n';
  write(folder / "values.csv", out);
}

void write_layer(const std::filesystem::path& folder, const std::string& name, const PolygonSet& polygons,
                 const std::vector<std::string>& codes) {
  write_shapes(folder, name, polygons);
  write_codes(folder, name, codes);
  write(folder / (name + ".prj"),
        "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
        "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]");
}

}  // namespace

int main(int count, char** arguments) try {
  if (count != 2 && count != 3) throw std::runtime_error("country_files FOLDER [PART]");
  const std::filesystem::path folder = arguments[1];
  std::filesystem::create_directories(folder);
  ntmap::bench::CountryOptions options;
  const std::size_t part = count == 3 ? std::stoul(arguments[2]) : 1;
  options.units /= part;
  options.vertices /= part;
  const CountryLayer country = ntmap::bench::make_country(options);
  write_layer(folder, "communes", country.polygons, country.codes);
  write_values(folder, country.codes);
  const PolygonSet areas = ntmap::bench::make_areas();
  std::vector<std::string> codes;
  for (std::size_t a = 1; a <= areas.feature_count(); ++a) codes.push_back(std::to_string(10'000 + a));
  write_layer(folder, "areas", areas, codes);
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
