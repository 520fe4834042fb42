#pragma once

#include <string>
#include <string_view>

#include "base/finding.hpp"

namespace ntmap::app {

/// "utf-16", "UTF16", "utf-16le", "UTF-16 BE": the file says its byte order itself, by its mark or its zero
/// bytes.
bool is_utf16_word(std::string_view word);

/// Whether UTF-16 was chosen for texts that are none, which is then told (encoding.chosen-wrong). `raw`: the
/// texts are bytes of another encoding. `findings` are those of reading the file: its reader tells of UTF-16
/// (csv.utf16).
bool tell_not_utf16(const std::string& file, bool raw, base::Findings& findings);

/// The other way: whether a file for which UTF-8 was chosen is UTF-16, which is then told
/// (encoding.chosen-wrong).
bool tell_not_utf8(const std::string& file, base::Findings& findings);

}  // namespace ntmap::app
