#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ntmap::names {

enum class UnitType : std::uint8_t {
  none,            ///< not said
  commune,         ///< xã
  ward,            ///< phường
  town,            ///< thị trấn
  special_zone,    ///< đặc khu
  district,        ///< huyện
  urban_district,  ///< quận
  district_town,   ///< thị xã
  city,            ///< thành phố, of a province or of the state
  province,        ///< tỉnh
};

/// "xã" / "commune" and so on; empty for none.
base::Text type_name(UnitType type);

/// A unit name in its parts: "TT. Nghèn" is a town named "Nghèn".
struct UnitName {
  UnitType type = UnitType::none;
  std::string name;  ///< normal form C, without the type; as typed otherwise
  bool operator==(const UnitName&) const = default;
};

/// Reads the type in front ("Xã Kỳ Sơn", "X. Kỳ Sơn", "P.Trần Phú", "P5", "TT Nghèn", "T.T", "TTr.",
/// "T/trấn", "Tp", "UBND xã ...", "1. Xã ...") or behind ("Kỳ Anh (TX)", "Thạch Hà, thị trấn"). A type
/// without a name behind it is a name.
UnitName parse_unit_name(std::string_view text);

/// All that a text may mean, the likeliest first. Without marks "Phuong My" may be the ward My or the
/// commune Phương Mỹ, "Xa Dung" the commune Dung or Xa Dung itself: both are given.
std::vector<UnitName> unit_name_readings(std::string_view text);

/// True for districts of all kinds, cities and provinces: what communes, wards and towns lie in.
bool is_above_commune(UnitType type);

/// The type that a column of types says ("Xã", "TT."); none for an unknown word.
UnitType unit_type_from(std::string_view text);

}  // namespace ntmap::names
