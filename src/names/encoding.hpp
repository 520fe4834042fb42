#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ntmap::names {

/// Encodings that Vietnamese offices use.
enum class Encoding : std::uint8_t {
  utf8,
  cp1252,  ///< Windows Western, of which Latin-1 is the printable part
  cp1258,  ///< Windows Vietnamese: letters with a combining tone mark behind them
  tcvn3,   ///< TCVN 5712 as ABC fonts (.VnTime) show it: small letters and Ă Â Ê Ô Ơ Ư Đ only
  vni,     ///< VNI-Windows: base letter, then a mark byte
};

/// "UTF-8", "Windows-1258", ...
std::string_view encoding_name(Encoding encoding);

/// Reads the words that users and .cpg files write: "UTF-8", "utf8", "65001", "ANSI 1258", "CP1252",
/// a bare "1252", "ISO-8859-1", "TCVN3", "ABC", "VNI"; a byte order mark, blanks and line ends around
/// them do not matter. Nothing for a word that is not known.
std::optional<Encoding> encoding_from(std::string_view label);

/// The encoding that the language driver id of a DBF file means. Nothing for 0x57 and 0, which say
/// "whatever the writer's machine used", and for ids of encodings that hold no Vietnamese text.
std::optional<Encoding> encoding_from_language_id(int id);

/// Bytes of that encoding as UTF-8 in normal form C. Never fails: what has no meaning in the encoding
/// becomes U+FFFD (UTF-8) or its Latin-1 character (the others). Capitals that TCVN3 cannot hold are
/// restored where the other letters of the word or the other words of the name are capitals.
std::string decode(std::string_view bytes, Encoding encoding);

/// Undoes a wrong reading: the bytes that give this text when read as Windows-1252, with bytes that it
/// does not define standing as C1 controls. Nothing where a character has no such byte, or where the
/// text is plain ASCII, since there is nothing to undo.
std::optional<std::string> bytes_read_as_cp1252(std::string_view utf8);

}  // namespace ntmap::names
