#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ntmap::criteria {

/// These read words whatever their case, with their marks lost ("Chua dat") and with Đ typed as Ð.
/// Whether the text says "đạt" ("Đạt", "có", "x", "yes"...).
bool is_pass_word(std::string_view text);
/// Whether the text says "không đạt" ("Chưa đạt", "không", "no"...).
bool is_fail_word(std::string_view text);
/// Whether the text says "không áp dụng" ("KAD", "n/a").
bool is_not_applicable_word(std::string_view text);
/// The place of the word in the scale, from 1; 0 when it is not there or, without its marks, may be several.
int rank_in(const std::vector<std::string>& scale, std::string_view text);

/// A cell written as text, as a figure: 1 and 0 for đạt and không đạt, the rank for a word of the scale,
/// a number with decimal comma or point and an optional "%", "Mức độ 3" as 3. Nothing for other text.
/// Reads only cells: whole columns with grouping marks are read before they come here.
std::optional<double> figure_from(std::string_view text, const std::vector<std::string>& scale);

/// The digits of a number that count, without zeros before and after them: 2 of "0,0120 %".
std::size_t significant_digits(std::string_view text);

}  // namespace ntmap::criteria
