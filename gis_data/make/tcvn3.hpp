#pragma once

#include <string>
#include <string_view>

namespace ntmap::sample {

/// The text in the one-byte encoding of the ABC fonts (TCVN 5712-1 as used). It has no capitals with tone
/// marks: such a letter comes out small, as in files of that time ("Ích" becomes "ích").
std::string to_tcvn3(std::string_view utf8);

}  // namespace ntmap::sample
