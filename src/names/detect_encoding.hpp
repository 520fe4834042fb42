#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/encoding.hpp"
#include "names/syllable.hpp"

namespace ntmap::names {

/// What text that is UTF-8 by its bytes may still be: bytes of another encoding that a program took
/// for Windows-1252. An Excel sheet typed in an ABC or VNI font arrives so, and Windows-1258 from a file
/// whose header says "WindowsLatin1".
enum class Disguise : std::uint8_t { none, mojibake, cp1258, tcvn3, vni };

/// One way to read a column, with what speaks for it.
struct EncodingCandidate {
  Encoding encoding = Encoding::utf8;
  Disguise disguise = Disguise::none;
  Readability score = {};
  std::vector<std::string> rows = {};  ///< up to five different texts, read this way
};

/// How much must speak for another reading of one cell before it is taken.
enum class Demand : std::uint8_t {
  better,     ///< a sign of the disguise, and more words Vietnamese than as it stands: for columns of mixed
              ///< origin
  not_worse,  ///< "Phó Gia" reads well and still is "Phú Gia" in a column that is TCVN3
  nothing,    ///< the user said so
};

struct Detection {
  std::vector<EncodingCandidate> candidates;  ///< best first; never empty
  std::size_t broken = 0;                     ///< cells of damaged UTF-8, where that was chosen
  /// Of bytes: some cells are UTF-8, the first candidate, and the others in the second. Of texts: some are in
  /// disguise, and others surely not.
  bool mixed = false;
  Demand demand = Demand::better;  ///< what to ask of each cell when lifting the disguise

  const EncodingCandidate& best() const { return candidates.front(); }
};

/// Whether a cell is bytes of another encoding: beyond ASCII it holds not one letter of UTF-8. A damaged
/// text in UTF-8 still has some.
bool is_alien_to_utf8(std::string_view bytes);

/// Which encoding the bytes of these cells are in. UTF-8 where nine cells of ten are valid UTF-8 (a
/// DBF cuts long texts in the middle of a letter) or for each byte that is not there are three letters that
/// are, else the one whose words read best as Vietnamese: Windows-1258, Windows-1252 (where all bytes are
/// letters in it), TCVN3, VNI, the first of equals. Windows-1252 where in none at least half of the words do
/// and it is possible, or nothing reads as Vietnamese. Where some cells are UTF-8 and others, alien to it,
/// read well in another, the column is mixed: two tables were put together. Cells of plain ASCII say nothing
/// and are left out.
Detection detect_bytes(const std::vector<std::string>& cells);

/// Whether a text shows what no Vietnamese text in Unicode does and that disguise brings about: characters of
/// Windows-1252 that are no Vietnamese letter ("X· Kú S¬n"), a capital with a mark inside a word of small
/// letters
/// ("TÊy"), of VNI a vowel and its mark side by side ("Phuù", "Xaõ"). Of Windows-1258 the letter that a
/// combining tone mark became, Ì ì Ò ò Þ, behind a vowel that would bear it ("HaÌ", "Thaòch", "XaÞ"), and ý
/// or ýõ where ư or ươ was ("Hýng", "Phýõng"). "Lôc", which has lost its tone, shows none, though it reads
/// well as TCVN3.
bool shows(Disguise disguise, std::string_view text);

/// Whether texts of these cells are in disguise. Only cells whose every character has a byte in
/// Windows-1252 count. Windows-1258, TCVN3 or VNI, the first of equals, where at least one cell in five of
/// those that do not read well shows it and reads better so. The whole column, cells without a sign as well,
/// where at least half of the cells do and at most one in nine has Vietnamese letters that Windows-1252 lacks
/// (ơ, ư, ạ, ế): these were typed in Unicode.
Detection detect_disguise(const std::vector<std::string>& cells);

/// The text without its disguise; as it is where it cannot be in that disguise, or where that reading
/// does not meet the demand.
std::string undisguised(const std::string& text, Disguise disguise, Demand demand = Demand::better);

}  // namespace ntmap::names
