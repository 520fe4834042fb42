#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ntmap::names {

/// UTF-8 that was read as Windows-1252 and lost bytes on the way, brought back: the last byte of à is a blank
/// that does not break there, and programs trim it away or make it a blank ("Thạch Hà" arrives as "Tháº¡ch
/// HÃ", "Hàng" as "HÃ ng"); those of Đ, Á, Í, Ý, ề, ọ, ỏ, ờ and Ố are no characters there and fall away
/// ("TrÆ°á»ng"). Such a letter comes back where one only makes a Vietnamese word (Trường); where several do
/// ("Quang Thá»": Thề, Thọ, Thỏ, Thờ), U+FFFD stands for it. `bytes` are those of the text in Windows-1252,
/// not valid UTF-8. Nothing where more is missing than that, or where it may be Ã in capitals ("XÃ", "LÃNG"):
/// a letter that stands in the text with all its bytes is proof, else there must be small ones.
std::optional<std::string> restored_utf8(std::string_view bytes);

}  // namespace ntmap::names
