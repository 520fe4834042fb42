#pragma once

#include <string>
#include <string_view>

namespace ntmap::io {

/// Small letters for the capitals of ASCII and of Vietnamese in UTF-8; other bytes as they are.
std::string lower_vietnamese(std::string_view text);

/// True for what planners write before a total: "Tổng", "Tổng cộng", "Tổng số", "Cộng", "Toàn tỉnh",
/// "Toàn huyện", "Total", in any case, Unicode form, in TCVN3 or VNI bytes, followed by nothing but
/// punctuation or "(...)"; "Tổng cộng", "Tổng số", "Cộng toàn ..." and "Cộng huyện ..." (thị xã, thành phố,
/// tỉnh, khu vực) may go on. Names of communes that begin alike (Tổng Cọt, Cộng Hòa, Toàn Thắng) are none.
bool is_total_label(std::string_view text);

/// True for what stands before a row of means: "Bình quân", "Trung bình", "BQ toàn huyện", "Trung bình
/// chung", "Average"; in the same spellings. "Trung Bình", as the commune of that name is written, is none.
bool is_mean_label(std::string_view text);

/// True for a name that begins with what lies above communes: "Huyện Kỳ Anh", "Thị xã …", "TP. …"; in the
/// same spellings.
bool is_place_label(std::string_view text);

}  // namespace ntmap::io
