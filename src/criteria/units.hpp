#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ntmap::criteria {

/// The threshold columns of 318/QĐ-TTg. `national` stands in where a region has no figure of its own.
enum class Region : std::uint8_t { national, tdmnpb, dbsh, btb, dhntb, taynguyen, dnb, dbscl, none };
inline constexpr std::size_t k_region_count = 8;

/// "btb"; nothing for other words.
std::optional<Region> region_from(std::string_view word);
std::string_view word(Region region);
/// "Bắc Trung Bộ" / "North Central".
base::Text name_of(Region region);

/// A commune may take another column than its province: specially difficult communes and ATK communes of
/// poor or just-escaped districts take tdmnpb (318/QĐ-TTg, rule E03).
Region effective_region(Region province, bool specially_difficult, bool safe_zone, bool poor_district);

inline constexpr std::uint32_t k_no_unit = 0xFFFFFFFFU;

/// One administrative unit of one vintage.
struct Unit {
  std::string code;  ///< official code, text
  std::string name;  ///< without the type: "Cẩm Bình"
  std::string type;  ///< xã, phường, thị trấn, huyện, thị xã, thành phố, tỉnh, thôn
  std::uint32_t parent = k_no_unit;  ///< index of the unit above; a district, or the province
  Region region = Region::none;      ///< the threshold column this unit takes
  int group = 0;                     ///< commune group 1, 2, 3 of 51/2025/QĐ-TTg; 0: not known
};
using Units = std::vector<Unit>;

/// Whether `ancestor` stands anywhere above `unit` (a unit is not below itself).
bool is_below(const Units& units, std::uint32_t unit, std::uint32_t ancestor);

/// Whether the unit's type is one of these; an empty list means any.
bool has_type(const Unit& unit, const std::vector<std::string>& types);

}  // namespace ntmap::criteria
