#include "crs/systems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace ntmap::crs {
namespace {

constexpr double k_tm3_scale = 0.9999;
constexpr double k_utm_scale = 0.9996;

constexpr System geographic(std::string_view epsg, Datum datum, base::Box area) {
  return {epsg, datum, true, 0, 1, 0, area};
}
constexpr System tm3(std::string_view epsg, double meridian, base::Box area) {
  return {epsg, Datum::vn2000, false, meridian, k_tm3_scale, 3, area};
}
constexpr System utm(std::string_view epsg, Datum datum, double meridian, base::Box area) {
  return {epsg, datum, false, meridian, k_utm_scale, 6, area};
}

constexpr base::Box k_vietnam{102.14, 6.0, 117.6, 23.4};  // with Hoàng Sa and Trường Sa

constexpr std::array<System, 24> k_systems{
    geographic("4326", Datum::wgs84, k_vietnam),
    geographic("4756", Datum::vn2000, k_vietnam),
    tm3("5896", 102.0, {102.14, 9.2, 103.51, 22.82}),
    tm3("9205", 103.0, {102.14, 20.89, 103.99, 22.82}),
    tm3("9206", 104.0, {103.21, 20.57, 105.03, 22.04}),
    tm3("9207", 104.5, {103.4, 8.33, 105.54, 10.55}),
    tm3("9208", 104.75, {103.53, 10.18, 105.86, 22.85}),
    tm3("5897", 105.0, {103.5, 8.33, 106.51, 23.4}),
    tm3("9209", 105.5, {104.33, 9.19, 106.69, 23.4}),
    tm3("9210", 105.75, {105.26, 9.75, 107.8, 23.12}),
    tm3("9211", 106.0, {104.83, 16.92, 107.03, 22.7}),
    tm3("9212", 106.25, {106.41, 11.3, 107.43, 17.22}),
    tm3("9213", 106.5, {105.43, 21.32, 106.25, 22.75}),
    tm3("9214", 107.0, {105.88, 15.99, 108.24, 21.63}),
    tm3("9215", 107.25, {106.09, 21.32, 107.37, 22.47}),
    tm3("9216", 107.5, {107.33, 13.92, 108.55, 15.42}),
    tm3("5899", 107.75, {106.43, 8.57, 108.76, 21.67}),
    tm3("5898", 108.0, {106.5, 8.57, 109.53, 22.95}),
    tm3("9217", 108.25, {108.55, 11.25, 109.53, 14.71}),
    tm3("9218", 108.5, {107.2, 10.43, 109.52, 14.61}),
    utm("3405", Datum::vn2000, 105.0, {102.14, 8.33, 108.0, 23.4}),
    utm("3406", Datum::vn2000, 111.0, {108.0, 10.43, 109.53, 21.56}),
    utm("32648", Datum::wgs84, 105.0, {102.14, 6.0, 108.0, 23.4}),
    utm("32649", Datum::wgs84, 111.0, {108.0, 6.0, 114.0, 23.4}),
};

// Codes by Decision 124/2004/QĐ-TTg; left out where the same code stands for another province since July
// 2025.
constexpr std::array<Province, 64> k_provinces{{
    {"Điện Biên", "Dien Bien", "9205", "11"},
    {"Lai Châu", "Lai Chau", "9205", "12"},
    {"Sơn La", "Son La", "9206", "14"},
    {"Cà Mau", "Ca Mau", "9207", "96"},
    {"Kiên Giang", "Kien Giang", "9207", ""},
    {"An Giang", "An Giang", "9208", "89"},
    {"Lào Cai", "Lao Cai", "9208", "10"},
    {"Nghệ An", "Nghe An", "9208", "40"},
    {"Phú Thọ", "Phu Tho", "9208", "25"},
    {"Yên Bái", "Yen Bai", "9208", ""},
    {"Hà Nội", "Ha Noi", "5897", "01"},
    {"Hà Nam", "Ha Nam", "5897", "35"},
    {"Hà Tây", "Ha Tay", "5897", ""},
    {"Ninh Bình", "Ninh Binh", "5897", "37"},
    {"Thanh Hóa", "Thanh Hoa", "5897", "38"},
    {"Vĩnh Phúc", "Vinh Phuc", "5897", "26"},
    {"Cần Thơ", "Can Tho", "5897", "92"},
    {"Bạc Liêu", "Bac Lieu", "5897", "95"},
    {"Đồng Tháp", "Dong Thap", "5897", "87"},
    {"Hậu Giang", "Hau Giang", "5897", "93"},
    {"Bắc Ninh", "Bac Ninh", "9209", "27"},
    {"Hà Giang", "Ha Giang", "9209", "02"},
    {"Hà Tĩnh", "Ha Tinh", "9209", "42"},
    {"Hải Dương", "Hai Duong", "9209", "30"},
    {"Hưng Yên", "Hung Yen", "9209", "33"},
    {"Nam Định", "Nam Dinh", "9209", "36"},
    {"Sóc Trăng", "Soc Trang", "9209", "94"},
    {"Tây Ninh", "Tay Ninh", "9209", "72"},
    {"Thái Bình", "Thai Binh", "9209", "34"},
    {"Trà Vinh", "Tra Vinh", "9209", "84"},
    {"Vĩnh Long", "Vinh Long", "9209", "86"},
    {"Hải Phòng", "Hai Phong", "9210", "31"},
    {"Hồ Chí Minh", "Ho Chi Minh", "9210", "79"},
    {"Bến Tre", "Ben Tre", "9210", "83"},
    {"Bình Dương", "Binh Duong", "9210", "74"},
    {"Cao Bằng", "Cao Bang", "9210", "04"},
    {"Long An", "Long An", "9210", ""},
    {"Tiền Giang", "Tien Giang", "9210", ""},
    {"Hòa Bình", "Hoa Binh", "9211", "17"},
    {"Quảng Bình", "Quang Binh", "9211", ""},
    {"Tuyên Quang", "Tuyen Quang", "9211", "08"},
    {"Bình Phước", "Binh Phuoc", "9212", "70"},
    {"Quảng Trị", "Quang Tri", "9212", "45"},
    {"Bắc Kạn", "Bac Kan", "9213", "06"},
    {"Thái Nguyên", "Thai Nguyen", "9213", "19"},
    {"Bắc Giang", "Bac Giang", "9214", ""},
    {"Thừa Thiên Huế", "Thua Thien Hue", "9214", "46"},
    {"Lạng Sơn", "Lang Son", "9215", "20"},
    {"Kon Tum", "Kon Tum", "9216", "62"},
    {"Quảng Ninh", "Quang Ninh", "5899", "22"},
    {"Đà Nẵng", "Da Nang", "5899", "48"},
    {"Quảng Nam", "Quang Nam", "5899", "49"},
    {"Bà Rịa - Vũng Tàu", "Ba Ria - Vung Tau", "5899", "77"},
    {"Đồng Nai", "Dong Nai", "5899", "75"},
    {"Lâm Đồng", "Lam Dong", "5899", "68"},
    {"Quảng Ngãi", "Quang Ngai", "5898", "51"},
    {"Bình Định", "Binh Dinh", "9217", ""},
    {"Khánh Hòa", "Khanh Hoa", "9217", "56"},
    {"Ninh Thuận", "Ninh Thuan", "9217", "58"},
    {"Bình Thuận", "Binh Thuan", "9218", "60"},
    {"Đắk Lắk", "Dak Lak", "9218", "66"},
    {"Đắk Nông", "Dak Nong", "9218", "67"},
    {"Gia Lai", "Gia Lai", "9218", "64"},
    {"Phú Yên", "Phu Yen", "9218", "54"},
}};

bool same_ascii(std::string_view a, std::string_view b) {
  const auto low = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char p, char q) { return low(p) == low(q); });
}

std::string transverse_mercator(const System& system) {
  return fmt::format("+proj=tmerc +lat_0=0 +lon_0={} +k={} +x_0=500000 +y_0=0 +ellps=WGS84",
                     system.central_meridian, system.scale);
}

std::string to_radians(const System& from) {
  return from.geographic ? " +step +proj=unitconvert +xy_in=deg +xy_out=rad"
                         : " +step +inv " + transverse_mercator(from);
}

/// The seven parameters between heights of zero on both ellipsoids. From WGS 84 they are run twice: the
/// second time with the height that makes the height on VN-2000 zero, so that there and back is exact.
std::string shift_datum(Datum from, Datum to) {
  if (from == to) return {};
  const std::string shift =
      " +step +proj=cart +ellps=WGS84 +step {}+proj=helmert +x=-191.90441429 +y=-39.30318279 "
      "+z=-111.45032835 +rx=-0.00928836 +ry=0.01975479 +rz=-0.00427372 +s=0.252906278 "
      "+convention=coordinate_frame +step +inv +proj=cart +ellps=WGS84";
  if (from == Datum::vn2000) return fmt::format(fmt::runtime(shift), "");
  const std::string back = fmt::format(fmt::runtime(shift), "+inv ");
  return " +step +proj=push +v_1 +v_2" + back + " +step +proj=pop +v_1 +v_2 +step +proj=affine +s33=-1" +
         back;
}

}  // namespace

std::span<const System> known_systems() {
  return k_systems;
}

const System* find_system(std::string_view epsg) {
  const auto at = std::find_if(k_systems.begin(), k_systems.end(), [&](auto& s) { return s.epsg == epsg; });
  return at == k_systems.end() ? nullptr : &*at;
}

std::span<const Province> provinces() {
  return k_provinces;
}

const Province* find_province(std::string_view name) {
  const auto at = std::find_if(k_provinces.begin(), k_provinces.end(), [&](const Province& p) {
    return p.name == name || same_ascii(p.plain, name);
  });
  return at == k_provinces.end() ? nullptr : &*at;
}

const System* zone_of_province(std::string_view province) {
  const Province* const known = find_province(province);
  return known == nullptr ? nullptr : find_system(known->epsg);
}

base::Text name_of(const System& system) {
  const std::string datum = system.datum == Datum::vn2000 ? "VN-2000" : "WGS 84";
  if (system.geographic) return base::text("{}, kinh độ và vĩ độ", "{}, longitude and latitude", {datum});
  const std::string meridian = degrees_text(system.central_meridian);
  if (system.zone_width == 6) {
    const int zone = static_cast<int>((system.central_meridian + 183) / 6);
    return base::text("{}, UTM múi {}N (kinh tuyến trục {}, múi chiếu 6°)",
                      "{}, UTM zone {}N (central meridian {}, 6° zone)",
                      {datum, std::to_string(zone), meridian});
  }
  return base::text("{}, kinh tuyến trục {}, múi chiếu 3°", "{}, central meridian {}, 3° zone",
                    {datum, meridian});
}

std::string degrees_text(double degrees) {
  const long minutes = std::lround(degrees * 60);
  return fmt::format("{}°{:02}'", minutes / 60, minutes % 60);
}

std::optional<std::string> epsg_code(std::string_view definition) {
  while (!definition.empty() && definition.front() == ' ') definition.remove_prefix(1);
  while (!definition.empty() && definition.back() == ' ') definition.remove_suffix(1);
  if (definition.size() < 6 || !same_ascii(definition.substr(0, 5), "EPSG:")) return std::nullopt;
  const std::string_view code = definition.substr(5);
  if (!std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::string(code);
}

std::string pipeline_between(const System& from, const System& to) {
  const std::string out =
      to.geographic ? " +step +proj=unitconvert +xy_in=rad +xy_out=deg" : " +step " + transverse_mercator(to);
  return "+proj=pipeline" + to_radians(from) + shift_datum(from.datum, to.datum) + out;
}

std::string pipeline_to_degrees(const System& from) {
  return "+proj=pipeline" + to_radians(from) + " +step +proj=unitconvert +xy_in=rad +xy_out=deg";
}

}  // namespace ntmap::crs
