#include "crs/vn2000.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace ntmap::crs {
namespace {

constexpr double k_scale_3 = 0.9999;
constexpr double k_scale_6 = 0.9996;

constexpr std::array<Vn2000Zone, 20> k_zones{{
    {"9205", 103.0, k_scale_3},  {"9206", 104.0, k_scale_3},  {"9207", 104.5, k_scale_3},
    {"9208", 104.75, k_scale_3}, {"5897", 105.0, k_scale_3},  {"9209", 105.5, k_scale_3},
    {"9210", 105.75, k_scale_3}, {"9211", 106.0, k_scale_3},  {"9212", 106.25, k_scale_3},
    {"9213", 106.5, k_scale_3},  {"9214", 107.0, k_scale_3},  {"9215", 107.25, k_scale_3},
    {"9216", 107.5, k_scale_3},  {"5899", 107.75, k_scale_3}, {"5898", 108.0, k_scale_3},
    {"9217", 108.25, k_scale_3}, {"9218", 108.5, k_scale_3},  {"5896", 102.0, k_scale_3},
    {"3405", 105.0, k_scale_6},  {"3406", 111.0, k_scale_6},
}};

struct ProvinceZone {
  std::string_view province;
  std::string_view epsg;
};

constexpr std::array<ProvinceZone, 27> k_provinces{{
    {"Điện Biên", "9205"},  {"Lai Châu", "9205"},   {"Sơn La", "9206"},    {"Cà Mau", "9207"},
    {"Kiên Giang", "9207"}, {"Lào Cai", "9208"},    {"Nghệ An", "9208"},   {"Phú Thọ", "9208"},
    {"An Giang", "9208"},   {"Hà Nội", "5897"},     {"Thanh Hóa", "5897"}, {"Vĩnh Phúc", "5897"},
    {"Đồng Tháp", "5897"},  {"Cần Thơ", "5897"},    {"Hà Tĩnh", "9209"},   {"Nam Định", "9209"},
    {"Thái Bình", "9209"},  {"Cao Bằng", "9210"},   {"Hải Phòng", "9210"}, {"Tuyên Quang", "9211"},
    {"Hòa Bình", "9211"},   {"Quảng Bình", "9211"}, {"Quảng Trị", "9212"}, {"Thái Nguyên", "9213"},
    {"Lạng Sơn", "9215"},   {"Đà Nẵng", "5899"},    {"Đắk Lắk", "9218"},
}};

}  // namespace

std::span<const Vn2000Zone> vn2000_zones() {
  return k_zones;
}

const Vn2000Zone* vn2000_zone(std::string_view epsg) {
  for (const Vn2000Zone& zone : k_zones) {
    if (epsg == zone.epsg) return &zone;
  }
  return nullptr;
}

base::Text zone_name(const Vn2000Zone& zone) {
  const int minutes = static_cast<int>(std::lround(zone.central_meridian * 60));
  const std::string meridian = fmt::format("{}°{:02}'", minutes / 60, minutes % 60);
  const int width = zone.scale == k_scale_3 ? 3 : 6;
  return base::text("VN-2000, kinh tuyến trục {}, múi chiếu {}°",
                    "VN-2000, central meridian {}, {}-degree zone", {meridian, width});
}

const Vn2000Zone* zone_of_province(std::string_view province) {
  for (const ProvinceZone& entry : k_provinces) {
    if (entry.province == province) return vn2000_zone(entry.epsg);
  }
  return nullptr;
}

}  // namespace ntmap::crs
