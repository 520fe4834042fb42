#include "make/areas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "make/random.hpp"
#include "make/sheet.hpp"
#include "make/totals.hpp"
#include "make/vector_files.hpp"

namespace ntmap::sample {

namespace {

constexpr std::array<const char*, 3> k_status = {"working", "building", "planned"};
constexpr std::array<const char*, 3> k_status_vi = {"đang hoạt động", "đang xây dựng", "quy hoạch"};

/// A closed ring around a point with that area, between a square of fields and a blot.
Geometry blot(const Geos& geos, Point centre, double square_metres, int corners, Random& random) {
  const double turn = random.between(0, 2 * std::numbers::pi);
  const double stretch = random.between(0.7, 1.4);
  Line ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * std::numbers::pi * i / corners;
    const double radius = random.between(0.8, 1.2);
    const double x = radius * std::cos(angle) * stretch;
    const double y = radius * std::sin(angle) / stretch;
    ring.push_back({x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn)});
  }
  ring.push_back(ring.front());
  const double scale = std::sqrt(square_metres / geos.area(geos.polygon(ring).get()));
  for (Point& point : ring)
    point = {std::round((centre.x + point.x * scale) * 10) / 10,
             std::round((centre.y + point.y * scale) * 10) / 10};
  return geos.polygon(ring);
}

/// A blot inside the land, as far as it has room; smaller land cuts it.
Geometry blot_inside(const Geos& geos, const GEOSGeometry* land, double square_metres, int corners,
                     Random& random) {
  const Point middle = geos.at(geos.inner_point(land).get());
  const double reach = std::sqrt(geos.area(land)) * 0.45;
  for (int attempt = 0; attempt < 40; ++attempt) {
    const Point centre = {middle.x + random.between(-reach, reach), middle.y + random.between(-reach, reach)};
    Geometry shape = blot(geos, centre, square_metres, corners, random);
    if (geos.contains(land, shape.get())) return shape;
  }
  Geometry shape = blot(geos, middle, square_metres, corners, random);
  if (geos.contains(land, shape.get())) return shape;
  return geos.largest_shell(geos.intersection(land, shape.get()).get());
}

struct LandYear {
  int year;
  long tenths;  ///< of a hectare declared
  std::size_t fields;
  std::size_t status;
};

/// Communes in an order drawn for this year.
std::vector<std::size_t> drawn(const std::vector<Profile>& units, const std::string& key) {
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].is_commune()) order.emplace_back(Random(key + units[i].unit.code).unit(), i);
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> result;
  for (const auto& [draw, index] : order) result.push_back(index);
  return result;
}

void write_land(const Geos& geos, const UnitLayer& layer, const std::vector<Profile>& units,
                const std::filesystem::path& file) {
  constexpr std::array<LandYear, 6> k_years = {{{2020, 29000, 50, 0},
                                                {2021, 12200, 30, 0},
                                                {2022, 18600, 40, 0},
                                                {2023, 36000, 70, 0},
                                                {2024, 30600, 60, 0},
                                                {2025, 14600, 32, 1}}};
  constexpr std::array<const char*, 3> k_operators = {"Hợp tác xã", "Doanh nghiệp", "Tổ hợp tác"};
  VectorLayer out{
      "land_consolidation",
      {"MA_KHU", "LOAI", "NAM", "TRANG_THAI", "STATUS", "DON_VI", "MA_XA", "DT_KE_KHAI", "GHI_CHU"},
      {},
      Hatinh::k_epsg};
  std::vector<Geometry> shapes;
  for (const LandYear& year : k_years) {
    const std::vector<std::size_t> order = drawn(units, fmt::format("land/{}/", year.year));
    std::vector<double> weights;
    for (std::size_t i = 0; i < year.fields; ++i)
      weights.push_back(Random(fmt::format("field/{}/{}", year.year, i)).between(0.4, 1.6));
    const std::vector<long> parts = distribute(year.tenths, weights);
    for (std::size_t i = 0; i < year.fields; ++i) {
      Random random(fmt::format("field-shape/{}/{}", year.year, i));
      const double hectares = static_cast<double>(parts[i]) / 10;
      // Most drawings agree with the declaration within 3 %; one in fifteen is far off.
      const double drawn_as = random.chance(1.0 / 15) ? random.between(0.6, 1.5) : random.between(0.97, 1.03);
      const std::size_t unit = order[i];
      shapes.push_back(blot_inside(geos, layer.land[unit].get(), hectares * 10000 * drawn_as, 10, random));
      out.features.push_back({shapes.back().get(),
                              {fmt::format("RD{}-{:02}", year.year, i + 1), "land-consolidation", year.year,
                               k_status_vi[year.status], k_status[year.status],
                               k_operators[static_cast<std::size_t>(random.below(3))], units[unit].unit.code,
                               hectares, k_made_up}});
    }
  }
  write_geopackage(geos, file, out);
}

/// A group of schemes of one status; households in percent of all in communes.
struct WaterGroup {
  int first_year;
  int last_year;
  std::size_t schemes;
  double percent;
  std::size_t status;
};

void write_water(const Geos& geos, const UnitLayer& layer, const std::vector<Profile>& units,
                 const std::filesystem::path& file) {
  constexpr std::array<WaterGroup, 4> k_groups = {
      {{2008, 2023, 26, 24.5, 0}, {2024, 2024, 5, 6.5, 0}, {2025, 2025, 8, 9, 1}, {2026, 2028, 9, 14, 2}}};
  VectorLayer out{"water_supply",
                  {"MA_CT", "LOAI", "NAM", "TRANG_THAI", "STATUS", "DON_VI", "CONG_SUAT", "SO_HO", "GHI_CHU"},
                  {},
                  Hatinh::k_epsg};
  long rural = 0;
  for (const Profile& unit : units) rural += unit.is_commune() ? unit.households : 0;
  std::vector<Geometry> whole;
  for (const Geometry& land : layer.land)
    for (Geometry& part : geos.parts(land.get())) whole.push_back(std::move(part));
  const Geometry province =
      geos.own(GEOSCoverageUnion_r(geos.handle(), geos.collect(std::move(whole)).get()), "coverage union");
  const std::vector<std::size_t> order = drawn(units, "water/");
  std::vector<Geometry> shapes;
  std::size_t next = 0;
  for (const WaterGroup& group : k_groups) {
    std::vector<double> weights;
    for (std::size_t i = 0; i < group.schemes; ++i)
      weights.push_back(Random(fmt::format("scheme/{}/{}", group.first_year, i)).between(0.3, 2.0));
    const std::vector<long> homes =
        distribute(std::lround(static_cast<double>(rural) * group.percent / 100), weights);
    for (std::size_t i = 0; i < group.schemes; ++i, ++next) {
      Random random(fmt::format("scheme-shape/{}/{}", group.first_year, i));
      const int year = group.first_year + random.below(group.last_year - group.first_year + 1);
      const Point centre = geos.at(geos.inner_point(layer.land[order[next]].get()).get());
      const double square_metres = static_cast<double>(homes[i]) * random.between(9000, 16000);
      const Geometry shape = blot(geos, centre, square_metres, 28, random);
      shapes.push_back(geos.largest_shell(geos.intersection(province.get(), shape.get()).get()));
      out.features.push_back(
          {shapes.back().get(),
           {fmt::format("CN-{:02}", next + 1), "water-supply", year, k_status_vi[group.status],
            k_status[group.status], random.chance(0.6) ? "Trung tâm nước sạch" : "Doanh nghiệp cấp nước",
            static_cast<int>(std::lround(static_cast<double>(homes[i]) * 0.45 / 50) * 50),
            static_cast<int>(homes[i]), k_made_up}});
    }
  }
  write_geopackage(geos, file, out);
}

}  // namespace

void write_areas(const Geos& geos, const Hatinh& hatinh, const Profiles& profiles,
                 const std::filesystem::path& folder) {
  write_land(geos, hatinh.at[2], profiles.at[2], folder / "land_consolidation.gpkg");
  write_water(geos, hatinh.at[2], profiles.at[2], folder / "water_supply.gpkg");
}

}  // namespace ntmap::sample
