#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "names/tokens.hpp"

namespace ntmap::names {

/// Words before the name and its type: the number of a list ("1. Xã ...", "II. Huyện ...", "a) Xã ...", "3 Xã
/// ..."), and whose paper it is ("UBND xã ...", "Đảng ủy - HĐND xã ...", "Ban chỉ đạo xây dựng nông thôn mới
/// xã
/// ..."). At least one word is left. Bullets are no words.
std::size_t lead_of(const std::vector<Token>& tokens);

/// The characters without what is noted in brackets behind a name and says nothing against it: "(mới)", "(sau
/// sáp nhập)", "(đạt chuẩn NTM)". Not "(cũ)", "(đã nhập vào xã ...)", "(1)": they may mean another unit.
std::u32string_view without_note(std::u32string_view characters);

/// True where a bracket at the end, which `without_note` leaves, may say that another unit is meant.
/// `before`: the characters before it.
bool has_doubtful_note(std::u32string_view characters, std::u32string_view& before);

}  // namespace ntmap::names
