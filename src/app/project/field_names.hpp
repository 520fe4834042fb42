#pragma once

#include <cstdint>
#include <string>

#include "model/table.hpp"

namespace ntmap::app {

/// What a field says of a unit.
enum class FieldRole : std::uint8_t { code, name, district };

/// The field of that role, guessed from the names that offices give to such fields ("MA_XA", "Tên xã");
/// accents, capitals, blanks and underscores make no difference. Empty when none fits.
std::string guess_field(const model::Table& table, FieldRole role);

/// Whether the name of a field says that it holds percentages: "Tỷ lệ (%)".
bool says_percent(const std::string& field);

/// Whether figures of that title and unit of measure are shares or means, which no sum over units makes sense
/// of: "Tỷ lệ hộ nghèo", "triệu đồng/người/năm".
bool says_mean(const std::string& title, const std::string& unit);

}  // namespace ntmap::app
