#pragma once

#include <string_view>

namespace ntmap::io {

/// Whether a heading speaks of shares in percent: "Tỷ lệ hộ nghèo", "Đất lúa (%)".
bool speaks_of_percent(std::string_view heading);

/// Whether a heading counts households or people, one by one: "Số hộ nghèo", but not "Dân số (nghìn người)".
bool counts_people(std::string_view heading);

}  // namespace ntmap::io
