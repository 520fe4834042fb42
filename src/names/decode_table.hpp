#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/detect_encoding.hpp"
#include "names/encoding.hpp"

namespace ntmap::names {

/// What is known about the encoding of a table before its texts are looked at.
struct EncodingSource {
  bool raw = false;                ///< texts hold the file's own bytes, not UTF-8 yet
  std::string declared;            ///< content of the .cpg; empty when there is none
  int language_id = -1;            ///< language driver id of a .dbf, -1 when there is none
  std::optional<Encoding> chosen;  ///< what the user said
};

enum class DecidedBy : std::uint8_t { user, declaration, language_id, detection };

/// How one column is read and why.
struct ColumnEncoding {
  std::size_t column = 0;  ///< index into the table's columns
  Encoding encoding = Encoding::utf8;
  Disguise disguise = Disguise::none;
  Demand demand = Demand::better;
  bool half = false;  ///< some cells are in the disguise, others were typed in Unicode
  DecidedBy by = DecidedBy::detection;
  std::optional<Encoding> others = {};  ///< of raw cells alien to UTF-8, in a column that mixes both
  std::vector<EncodingCandidate> candidates = {};  ///< with five rows each, best first, to choose from
};

/// The encoding that the column's texts were typed in: behind its disguise where it has one as a whole.
Encoding typed_in(const ColumnEncoding& column);
/// "nhận dạng theo nội dung": what the decision rests on.
base::Text reason_text(const ColumnEncoding& column);

struct EncodingReport {
  std::vector<ColumnEncoding> columns;  ///< only columns with a character beyond ASCII
  base::Findings findings;
};

/// Decides how to read the text columns, in this order, and changes nothing:
///   1. what the user chose;
///   2. what the .cpg says, where the texts are raw, it is a known word and the bytes do not contradict
///      it: it says UTF-8 and they are not, or says another and they are UTF-8 from end to end, or the words
///      are Vietnamese in another encoding and not in that;
///   3. the language id of the .dbf, except 0x57, which says nothing, unless the bytes contradict it so;
///   4. detection, column by column.
/// What the user chose and cannot be is told: texts that are UTF-8 stay what they are where they cannot be
/// the font chosen; bytes are read as said. After 2 and 3, and for texts that came as UTF-8, each column is
/// looked at once more: mojibake, TCVN3 and VNI hide in texts of any encoding. Every decision is a finding,
/// and so is every doubt.
EncodingReport decide_encoding(const model::Table& table, const EncodingSource& source);

/// Decides as above and decodes column names, titles and all texts in place; cells that their field cut
/// inside a letter of UTF-8 keep what is whole (trim_cut_cells). Afterwards every text is UTF-8 in normal
/// form C.
EncodingReport decode_table(model::Table& table, const EncodingSource& source);

}  // namespace ntmap::names
