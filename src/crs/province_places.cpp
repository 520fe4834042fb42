#include <algorithm>
#include <array>

#include "crs/country.hpp"
#include "crs/systems.hpp"

namespace ntmap::crs {
namespace {

struct Place {
  std::string_view province;
  base::Box box;
};

/// Longitudes and latitudes as the provinces' descriptions give them, to a tenth of a degree, without islands
/// far from the coast. Where a name has stood for more since July 2025 (Resolution 202/2025/QH15), for all of
/// that.
constexpr std::array<Place, 64> k_places{{
    {"Điện Biên", {102.1, 20.9, 103.6, 22.6}},
    {"Lai Châu", {102.3, 21.6, 104.0, 22.9}},
    {"Sơn La", {103.1, 20.5, 105.1, 22.1}},
    {"Cà Mau", {104.6, 8.4, 105.9, 9.7}},  // with Bạc Liêu
    {"Kiên Giang", {104.4, 9.3, 105.6, 10.6}},
    {"An Giang", {104.4, 9.3, 105.6, 11.0}},  // with Kiên Giang
    {"Lào Cai", {103.5, 21.3, 105.1, 22.9}},  // with Yên Bái
    {"Nghệ An", {103.8, 18.5, 105.9, 20.1}},
    {"Phú Thọ", {104.8, 20.3, 105.9, 21.8}},  // with Vĩnh Phúc and Hòa Bình
    {"Yên Bái", {103.9, 21.3, 105.1, 22.3}},
    {"Hà Nội", {105.2, 20.5, 106.1, 21.4}},
    {"Hà Nam", {105.7, 20.3, 106.2, 20.8}},
    {"Hà Tây", {105.2, 20.5, 106.1, 21.4}},
    {"Ninh Bình", {105.5, 19.8, 106.7, 20.8}},  // with Hà Nam and Nam Định
    {"Thanh Hóa", {104.3, 19.2, 106.1, 20.7}},
    {"Vĩnh Phúc", {105.3, 21.1, 105.8, 21.6}},
    {"Cần Thơ", {105.2, 9.2, 106.4, 10.4}},  // with Sóc Trăng and Hậu Giang
    {"Bạc Liêu", {105.2, 9.0, 105.9, 9.7}},
    {"Đồng Tháp", {105.1, 10.1, 106.9, 11.0}},  // with Tiền Giang
    {"Hậu Giang", {105.3, 9.5, 105.9, 10.0}},
    {"Bắc Ninh", {105.8, 20.9, 107.1, 21.7}},  // with Bắc Giang
    {"Hà Giang", {104.3, 22.2, 105.6, 23.4}},
    {"Hà Tĩnh", {105.1, 17.9, 106.6, 18.8}},
    {"Hải Dương", {106.1, 20.6, 106.7, 21.3}},
    {"Hưng Yên", {105.8, 20.2, 106.7, 21.1}},  // with Thái Bình
    {"Nam Định", {105.9, 19.9, 106.7, 20.5}},
    {"Sóc Trăng", {105.5, 9.2, 106.4, 10.0}},
    {"Tây Ninh", {105.5, 10.3, 106.8, 11.8}},  // with Long An
    {"Thái Bình", {106.1, 20.2, 106.7, 20.8}},
    {"Trà Vinh", {105.9, 9.5, 106.7, 10.1}},
    {"Vĩnh Long", {105.6, 9.5, 106.9, 10.4}},     // with Bến Tre and Trà Vinh
    {"Hải Phòng", {106.1, 20.5, 107.2, 21.3}},    // with Hải Dương
    {"Hồ Chí Minh", {106.3, 10.3, 107.7, 11.6}},  // with Bình Dương and Bà Rịa - Vũng Tàu
    {"Bến Tre", {106.0, 9.8, 106.9, 10.4}},
    {"Bình Dương", {106.3, 10.8, 107.1, 11.6}},
    {"Cao Bằng", {105.2, 22.3, 106.9, 23.2}},
    {"Long An", {105.5, 10.3, 106.8, 11.1}},
    {"Tiền Giang", {105.8, 10.1, 106.9, 10.6}},
    {"Hòa Bình", {104.8, 20.3, 105.9, 21.2}},
    {"Quảng Bình", {105.6, 16.9, 107.0, 18.1}},
    {"Tuyên Quang", {104.3, 21.4, 105.7, 23.4}},  // with Hà Giang
    {"Bình Phước", {106.4, 11.3, 107.5, 12.4}},
    {"Quảng Trị", {105.6, 16.3, 107.5, 18.1}},  // with Quảng Bình
    {"Bắc Kạn", {105.4, 21.8, 106.3, 22.8}},
    {"Thái Nguyên", {105.4, 21.3, 106.3, 22.8}},  // with Bắc Kạn
    {"Bắc Giang", {105.8, 21.1, 107.1, 21.7}},
    {"Thừa Thiên Huế", {107.0, 15.9, 108.3, 16.8}},
    {"Lạng Sơn", {106.1, 21.3, 107.4, 22.5}},
    {"Kon Tum", {107.3, 13.9, 108.6, 15.5}},
    {"Quảng Ninh", {106.4, 20.6, 108.1, 21.7}},
    {"Đà Nẵng", {107.2, 14.9, 108.8, 16.3}},  // with Quảng Nam
    {"Quảng Nam", {107.2, 14.9, 108.8, 16.1}},
    {"Bà Rịa - Vũng Tàu", {106.9, 10.3, 107.7, 10.9}},
    {"Đồng Nai", {106.4, 10.5, 107.6, 12.4}},    // with Bình Phước
    {"Lâm Đồng", {107.2, 10.5, 109.0, 12.9}},    // with Đắk Nông and Bình Thuận
    {"Quảng Ngãi", {107.3, 13.9, 109.2, 15.5}},  // with Kon Tum
    {"Bình Định", {108.5, 13.5, 109.4, 14.8}},
    {"Khánh Hòa", {108.5, 11.3, 109.5, 12.9}},  // with Ninh Thuận
    {"Ninh Thuận", {108.5, 11.3, 109.3, 12.2}},
    {"Bình Thuận", {107.4, 10.5, 109.0, 11.6}},
    {"Đắk Lắk", {107.4, 12.1, 109.5, 13.8}},  // with Phú Yên
    {"Đắk Nông", {107.2, 11.7, 108.2, 12.9}},
    {"Gia Lai", {107.3, 12.9, 109.4, 14.8}},  // with Bình Định
    {"Phú Yên", {108.6, 12.6, 109.5, 13.8}},
}};

}  // namespace

std::optional<base::Box> place_of_province(std::string_view province) {
  const Province* const known = find_province(province);
  if (known == nullptr) return std::nullopt;
  const auto at = std::find_if(k_places.begin(), k_places.end(),
                               [&](const Place& place) { return place.province == known->name; });
  return at == k_places.end() ? std::nullopt : std::optional(at->box);
}

}  // namespace ntmap::crs
