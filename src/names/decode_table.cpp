#include "names/decode_table.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <span>
#include <unordered_map>
#include <utility>

#include "names/cut_cells.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

using base::Severity;
using base::Text;
using base::text;

const Text& overrule() {
  static const Text remedy = text("Xem các dòng mẫu; nếu chưa đúng, chọn bảng mã bằng --encoding.",
                                  "Look at the sample rows; if they are wrong, choose with --encoding.");
  return remedy;
}

Text reason(DecidedBy by) {
  switch (by) {
    case DecidedBy::user:
      return text("người dùng chọn", "chosen by the user");
    case DecidedBy::declaration:
      return text("theo tệp .cpg", "declared by the .cpg file");
    case DecidedBy::language_id:
      return text("theo mã ngôn ngữ của tệp .dbf", "language id of the .dbf file");
    case DecidedBy::detection:
      break;
  }
  return text("nhận dạng theo nội dung", "detected from the texts");
}

Encoding encoding_behind(Disguise disguise) {
  if (disguise == Disguise::cp1258) return Encoding::cp1258;
  if (disguise == Disguise::tcvn3) return Encoding::tcvn3;
  return disguise == Disguise::vni ? Encoding::vni : Encoding::utf8;
}

/// Reads each different text once: types and districts stand in a column again and again.
template <class Read>
class OnceForEach {
 public:
  explicit OnceForEach(Read read) : m_read(std::move(read)) {}

  const std::string& operator()(const std::string& cell) {
    const auto [known, fresh] = m_known.try_emplace(cell);
    if (fresh) known->second = m_read(cell);
    return known->second;
  }

 private:
  Read m_read;
  std::unordered_map<std::string, std::string> m_known;
};

/// Bytes of another encoding are hardly ever UTF-8 by chance, and in a column of names never.
bool plainly_utf8(const std::vector<std::string>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return is_valid_utf8(cell); });
}

/// Letters of UTF-8 in a text that stays what it is: too much of it was lost.
bool is_mojibake_still(const std::string& text) {
  const std::optional<std::string> bytes = bytes_read_as_cp1252(text);
  if (!bytes) return false;
  const std::u32string letters = to_u32(*bytes);
  return std::any_of(letters.begin(), letters.end(),
                     [](char32_t c) { return c >= 0x80 && c != k_replacement; });
}

/// Decides the columns of one table and collects what there is to say.
class Decider {
 public:
  Decider(const model::Table& table, const EncodingSource& source) : m_table(table), m_source(source) {
    if (source.raw && !source.chosen) read_declaration();
  }

  EncodingReport run() {
    if (m_source.raw) {
      for (const model::Column& column : m_table.columns) m_detected.push_back(detect_bytes(column.texts));
      agree_on_ties();
    }
    for (std::size_t column = 0; column < m_table.columns.size(); ++column) {
      decide(column);
      report_lost(column);
    }
    return std::move(m_report);
  }

 private:
  void read_declaration() {
    m_declared = encoding_from(m_source.declared);
    if (!m_source.declared.empty() && !m_declared) {
      add(Severity::warning, "encoding.declared-unknown", {},
          text("Tệp .cpg ghi “{}”, không phải tên bảng mã đã biết; bảng mã được nhận dạng theo nội dung.",
               "The .cpg file says “{}”, which is no known encoding; it is detected from the texts instead.",
               {nfc(m_source.declared)}),
          text("Sửa tệp .cpg, chẳng hạn thành UTF-8.", "Correct the .cpg file, for instance to UTF-8."));
    }
    m_language = encoding_from_language_id(m_source.language_id);
  }

  /// A column that reads as well in several encodings ("Kú Anh" is Kú Anh in one and Kỳ Anh in another) is in
  /// that of the columns that read well in one only, where all of these agree.
  void agree_on_ties() {
    std::optional<Encoding> clear;
    for (const Detection& one : m_detected) {
      const auto first = legacy_begin(one);
      const EncodingCandidate& best = *first;
      const bool only = best.encoding != Encoding::utf8 && best.score.share() >= 0.5 &&
                        best.score.share() > std::next(first)->score.share();
      if (!only) continue;
      if (clear && *clear != best.encoding) return;
      clear = best.encoding;
    }
    if (!clear) return;
    for (Detection& one : m_detected) {
      const auto first = one.candidates.begin() + (legacy_begin(one) - one.candidates.begin());
      const double best = first->score.share();
      const auto same = std::find_if(first, one.candidates.end(), [&](const auto& candidate) {
        return candidate.encoding == *clear && candidate.score.share() == best;
      });
      if (first->encoding != Encoding::utf8 && same != one.candidates.end())
        std::rotate(first, same, same + 1);
    }
  }

  /// The encoding of what is not UTF-8: the second candidate of a mixed column.
  static std::vector<EncodingCandidate>::const_iterator legacy_begin(const Detection& one) {
    return one.candidates.begin() + (one.mixed ? 1 : 0);
  }

  void decide(std::size_t index) {
    const std::vector<std::string>& cells = m_table.columns[index].texts;
    if (std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return is_ascii(cell); }))
      return;
    ColumnEncoding out{.column = index};
    if (m_source.raw) {
      decide_bytes(cells, out);
    } else if (m_source.chosen) {
      choose_disguise(cells, out);
    }
    if (!m_source.chosen) look_behind(cells, out);
    report(cells, out);
    m_report.columns.push_back(std::move(out));
  }

  /// Texts that came as UTF-8 can be what the user says only behind a font's disguise.
  void choose_disguise(const std::vector<std::string>& cells, ColumnEncoding& out) {
    out.by = DecidedBy::user;
    out.disguise = disguise_of(*m_source.chosen);
    out.demand = Demand::nothing;
    if (*m_source.chosen == Encoding::utf8) return;
    const auto stays = [&](const std::string& cell) {
      return !is_ascii(cell) && (out.disguise == Disguise::none || !bytes_read_as_cp1252(nfc(cell)));
    };
    const auto [rows, count] = rows_where(cells, stays);
    if (count == 0) return;
    const auto marked = static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !is_ascii(cell); }));
    // Cells that could be either are what most of the column is.
    if (2 * count >= marked) {
      out.disguise = Disguise::none;
      out.by = DecidedBy::detection;
    }
    add(Severity::warning, "encoding.chosen-wrong",
        text("dòng {}, {}", "row {}, {}", {rows, place(out.column)}),
        text("{} ô đã là Unicode, không thể là {} như đã chọn; được giữ nguyên.",
             "{} cells are Unicode already and cannot be {} as chosen; they were left as they are.",
             {count, encoding_name(*m_source.chosen)}),
        text("Bỏ lựa chọn bảng mã (--encoding auto), hoặc chọn đúng bảng mã của tệp.",
             "Leave the choice out (--encoding auto), or choose the file's encoding."));
  }

  /// Bytes are read as the user says, even where they cannot be that.
  void report_wrong_choice(const std::vector<std::string>& cells, const ColumnEncoding& out) {
    if (*m_source.chosen != Encoding::utf8) return report_wrong_legacy(out);
    const auto broken = [](const std::string& cell) { return !is_valid_utf8(cell); };
    const auto [rows, count] = rows_where(cells, broken);
    if (count == 0) return;
    const auto legacy =
        std::find_if(out.candidates.begin(), out.candidates.end(), [](const EncodingCandidate& one) {
          return one.encoding != Encoding::utf8 && one.score.syllables > 0;
        });
    const bool others = legacy != out.candidates.end();
    add(Severity::warning, "encoding.chosen-wrong",
        text("dòng {}, {}", "row {}, {}", {rows, place(out.column)}),
        text("{} ô có byte không phải UTF-8 như đã chọn; chỗ hỏng hiện dấu “\uFFFD”.",
             "{} cells hold bytes other than UTF-8, which was chosen; the broken places show “\uFFFD”.",
             {count}),
        others ? text("Theo nội dung là {}; dùng --encoding auto.",
                      "By the texts it is {}; use --encoding auto.", {encoding_name(legacy->encoding)})
               : text("Dùng --encoding auto.", "Use --encoding auto."));
  }

  /// Bytes can be any legacy encoding; the words tell that they are another.
  void report_wrong_legacy(const ColumnEncoding& out) {
    if (out.candidates.empty() || !contradicted(*m_source.chosen, out.candidates)) return;
    add(Severity::warning, "encoding.chosen-wrong", place(out.column),
        text("Đọc theo {} như đã chọn thì chữ không phải tiếng Việt.",
             "Read as {}, which was chosen, the words are not Vietnamese.",
             {encoding_name(*m_source.chosen)}),
        text("Theo nội dung là {}; dùng --encoding auto.", "By the texts it is {}; use --encoding auto.",
             {encoding_name(out.candidates.front().encoding)}));
  }

  static Disguise disguise_of(Encoding chosen) {
    if (chosen == Encoding::cp1258) return Disguise::cp1258;
    if (chosen == Encoding::tcvn3) return Disguise::tcvn3;
    return chosen == Encoding::vni ? Disguise::vni : Disguise::none;
  }

  void decide_bytes(const std::vector<std::string>& cells, ColumnEncoding& out) {
    Detection detection = std::move(m_detected[out.column]);
    const bool mixed = detection.mixed;
    out.candidates = std::move(detection.candidates);
    if (m_source.chosen) {
      out.encoding = *m_source.chosen;
      out.by = DecidedBy::user;
      report_wrong_choice(cells, out);
      return;
    }
    out.encoding = out.candidates.front().encoding;
    if (mixed) {
      decide_mixed(cells, out);
      if (detection.broken > 0) report_broken(cells, out);
      return;
    }
    const bool is_utf8 = out.encoding == Encoding::utf8;
    const bool surely_utf8 = is_utf8 && plainly_utf8(cells);
    if (m_declared == Encoding::utf8 && !is_utf8) {
      add(Severity::warning, "encoding.declared-wrong", place(out.column),
          text("Tệp .cpg ghi UTF-8 nhưng các byte không phải UTF-8; cột được đọc là {}.",
               "The .cpg file says UTF-8, but the bytes are not UTF-8; the column is read as {}.",
               {encoding_name(out.encoding)}),
          overrule());
    } else if (m_declared && *m_declared != Encoding::utf8 && surely_utf8) {
      add(Severity::warning, "encoding.declared-wrong", place(out.column),
          text("Tệp .cpg ghi {} nhưng các byte là UTF-8; cột được đọc là UTF-8.",
               "The .cpg file says {}, but the bytes are UTF-8; the column is read as UTF-8.",
               {encoding_name(*m_declared)}),
          overrule());
    } else if (m_declared) {
      take_said(*m_declared, DecidedBy::declaration, out);
    } else if (m_language && !surely_utf8) {
      take_said(*m_language, DecidedBy::language_id, out);
    }
    if (out.encoding == Encoding::utf8 && detection.broken > 0) report_broken(cells, out);
  }

  /// What the file says of its encoding, unless the words are Vietnamese in another and not in that: programs
  /// write the id of their own machine. Legacy fonts on Windows-1252 are no contradiction.
  void take_said(Encoding said, DecidedBy by, ColumnEncoding& out) {
    const Encoding best = out.candidates.front().encoding;
    const bool font = best == Encoding::tcvn3 || best == Encoding::vni;
    if ((font && said == Encoding::cp1252) || !contradicted(said, out.candidates)) {
      out.encoding = said;
      out.by = by;
      return;
    }
    // What hides in Windows-1252 is looked at cell by cell.
    out.encoding = font ? Encoding::cp1252 : best;
    add(Severity::warning, "encoding.declared-wrong", place(out.column),
        text("{} ghi {} nhưng đọc theo đó thì chữ không phải tiếng Việt; cột được đọc là {}.",
             "{} says {}, but read so the words are not Vietnamese; the column is read as {}.",
             {by == DecidedBy::declaration ? text("Tệp .cpg", "The .cpg file")
                                           : text("Mã ngôn ngữ của tệp .dbf", "The .dbf's language id"),
              encoding_name(said), encoding_name(best)}),
        overrule());
  }

  /// True where the words read well in the best of the candidates, and clearly worse as is said.
  static bool contradicted(Encoding said, std::span<const EncodingCandidate> candidates) {
    constexpr double k_reads_well = 0.8;
    constexpr double k_clearly = 0.2;
    const double best = candidates.front().score.share();
    const auto other = std::find_if(candidates.begin(), candidates.end(),
                                    [said](const EncodingCandidate& one) { return one.encoding == said; });
    return other != candidates.end() && best >= k_reads_well && best - other->score.share() >= k_clearly;
  }

  /// Cells that are UTF-8 are read so, whatever is declared; it may be true of the others.
  void decide_mixed(const std::vector<std::string>& cells, ColumnEncoding& out) {
    out.others = out.candidates[1].encoding;
    const std::optional<Encoding> said = m_declared ? m_declared : m_language;
    if (said && *said != Encoding::utf8 && !contradicted(*said, std::span(out.candidates).subspan(1)))
      out.others = said;
    const auto [rows, count] = rows_where(cells, is_alien_to_utf8);
    add(Severity::warning, "encoding.mixed", text("dòng {}, {}", "row {}, {}", {rows, place(out.column)}),
        text("Cột trộn hai bảng mã: {} ô này đọc là {}, các ô khác là UTF-8.",
             "The column mixes two encodings: {} cells are read as {}, the others as UTF-8.",
             {count, encoding_name(*out.others)}),
        overrule());
  }

  /// Texts that are read may still be another encoding in disguise.
  void look_behind(const std::vector<std::string>& cells, ColumnEncoding& out) {
    OnceForEach read([&](const std::string& cell) { return read_bytes(cell, out, m_source.raw); });
    std::vector<std::string> texts;
    texts.reserve(cells.size());
    for (const std::string& cell : cells) texts.push_back(read(cell));
    Detection behind = detect_disguise(texts);
    out.disguise = behind.best().disguise;
    out.demand = behind.demand;
    out.half = behind.mixed && behind.demand == Demand::better;
    if (behind.mixed) report_half_disguised(texts, out);
    if (out.candidates.empty()) out.candidates = std::move(behind.candidates);
  }

  /// Some cells of the column are in disguise and others surely not; what reads well both ways is doubtful.
  void report_half_disguised(const std::vector<std::string>& texts, const ColumnEncoding& out) {
    const auto either = [&](const std::string& cell) {
      return out.disguise != Disguise::mojibake && !is_ascii(cell) &&
             undisguised(cell, out.disguise, Demand::better) == cell &&
             undisguised(cell, out.disguise, Demand::not_worse) != cell;
    };
    const auto lifted = [&](const std::string& cell) {
      return undisguised(cell, out.disguise, out.demand) != cell;
    };
    const auto [rows, count] = rows_where(texts, lifted);
    const Text what = out.disguise == Disguise::mojibake ? text("chữ bị đọc nhầm", "wrongly read text")
                                                         : Text(encoding_name(encoding_behind(out.disguise)));
    add(Severity::warning, "encoding.mixed", text("dòng {}, {}", "row {}, {}", {rows, place(out.column)}),
        text("Cột trộn hai kiểu chữ: {} ô này là {}, các ô khác là Unicode.",
             "The column mixes two kinds of text: {} cells are {}, the others Unicode.", {count, what}),
        overrule());
    const auto [doubtful, doubts] = rows_where(texts, either);
    if (doubts == 0) return;
    const bool kept = out.demand == Demand::better;
    add(Severity::warning, "encoding.either-way",
        text("dòng {}, {}", "row {}, {}", {doubtful, place(out.column)}),
        text("{} ô đọc được cả hai kiểu, {}.", "{} cells read well both ways, and {}.",
             {doubts, kept ? text("được giữ nguyên", "were left as they are")
                           : text("được chuyển như các ô khác", "were converted as the others")}),
        text("Kiểm tra các ô ấy; nếu sai, sửa trong tệp gốc.",
             "Look at these cells; where they are wrong, correct them in the source."));
  }

  void report(const std::vector<std::string>& cells, const ColumnEncoding& out) {
    const Encoding read = typed_in(out);
    if (out.disguise == Disguise::mojibake) {
      add(Severity::warning, "encoding.mojibake", place(out.column),
          text("Chữ UTF-8 đã bị đọc nhầm thành Windows-1252 (kiểu “Ká»³ Anh”); đã khôi phục.",
               "UTF-8 text had been read as Windows-1252 (“Ká»³ Anh”); it was restored."),
          overrule());
      report_lost_bytes(cells, out);
    } else if (out.disguise == Disguise::cp1258 && !out.half) {
      add(Severity::warning, "encoding.mojibake", place(out.column),
          text("Chữ Windows-1258 đã bị đọc nhầm thành Windows-1252 (kiểu “Thaòch HaÌ”); đã khôi phục ({}).",
               "Windows-1258 text had been read as Windows-1252 (“Thaòch HaÌ”); it was restored ({}).",
               {reason_text(out)}),
          overrule());
    } else if (read == Encoding::tcvn3 || read == Encoding::vni) {
      add(Severity::warning, "encoding.legacy-font", place(out.column),
          text("Cột gõ bằng phông chữ cũ {}; đã chuyển sang Unicode ({}).",
               "The column was typed in a legacy {} font; it was converted to Unicode ({}).",
               {encoding_name(read), reason_text(out)}),
          overrule());
    } else if (m_source.raw) {
      add(Severity::note, "encoding.decided", place(out.column),
          text("Bảng mã: {} ({}).", "Encoding: {} ({}).", {encoding_name(read), reason(out.by)}), {});
    }
    report_doubts(cells, out);
  }

  /// What could not be restored: letters of which bytes were lost on the way, and cells that hold more
  /// damage.
  void report_lost_bytes(const std::vector<std::string>& cells, const ColumnEncoding& out) {
    OnceForEach typed([&](const std::string& cell) { return read_bytes(cell, out, m_source.raw); });
    OnceForEach read([&](const std::string& cell) { return decoded(cell, out, m_source.raw); });
    const auto unknown = [&](const std::string& cell) {
      return !is_ascii(cell) && read(cell).find("\uFFFD") != std::string::npos && read(cell) != typed(cell);
    };
    const auto [rows, count] = rows_where(cells, unknown);
    if (count > 0) {
      const std::string first = read(*std::find_if(cells.begin(), cells.end(), unknown));
      add(Severity::warning, "encoding.bytes-lost",
          text("dòng {}, {}", "row {}, {}", {rows, place(out.column)}),
          text("{} ô thiếu byte đã mất trước đó, không biết là chữ nào; chỗ ấy hiện dấu “\uFFFD” (như “{}”).",
               "{} cells lack bytes that were lost before, and several letters fit; “\uFFFD” stands there "
               "(such "
               "as “{}”).",
               {count, first}),
          text("Xin lại tệp gốc, hoặc sửa các ô ấy.", "Ask for the original, or correct these cells."));
    }
    const auto [others, left] =
        rows_where(cells, [&](const std::string& cell) { return is_mojibake_still(read(cell)); });
    if (left == 0) return;
    add(Severity::warning, "encoding.not-restored",
        text("dòng {}, {}", "row {}, {}", {others, place(out.column)}),
        text("{} ô vẫn là chữ bị đọc nhầm, không khôi phục được.",
             "{} cells are wrongly read text still, and cannot be restored.", {left}),
        text("Xin lại tệp gốc, hoặc sửa các ô ấy.", "Ask for the original, or correct these cells."));
  }

  void report_doubts(const std::vector<std::string>& cells, const ColumnEncoding& out) {
    constexpr double k_reads_well = 0.9;
    const bool well = !out.candidates.empty() && out.candidates.front().encoding == Encoding::cp1252 &&
                      out.candidates.front().score.share() >= k_reads_well;
    if (m_source.raw && out.by == DecidedBy::detection && out.encoding == Encoding::cp1252 &&
        out.disguise == Disguise::none && !well) {
      add(Severity::warning, "encoding.unclear", place(out.column),
          text("Không nhận ra bảng mã tiếng Việt nào; tạm đọc là Windows-1252.",
               "No Vietnamese encoding was recognised; read as Windows-1252 for now."),
          overrule());
    }
    OnceForEach read([&](const std::string& cell) { return decoded(cell, out, m_source.raw); });
    const auto controls = std::count_if(cells.begin(), cells.end(),
                                        [&](const std::string& cell) { return has_c1_controls(read(cell)); });
    if (controls == 0) return;
    add(Severity::warning, "encoding.c1-controls", place(out.column),
        text("{} ô có ký tự điều khiển C1: dấu hiệu chữ bị đọc sai bảng mã.",
             "{} cells hold C1 control characters: the sign of text read in a wrong encoding.", {controls}),
        overrule());
  }

  /// Programs that write Vietnamese letters in an encoding without them put "?" there: "S?n".
  void report_lost(std::size_t column) {
    const auto lost = [](const std::string& cell) {
      const std::size_t at = cell.find('?');
      if (at == std::string::npos || cell.find("://") != std::string::npos) return false;
      for (std::size_t i = at; i + 1 < cell.size(); ++i) {
        if (cell[i] == '?' && std::isalpha(static_cast<unsigned char>(cell[i + 1])) != 0) return true;
      }
      return false;
    };
    const std::string rows = rows_where(m_table.columns[column].texts, lost).first;
    if (rows.empty()) return;
    add(Severity::warning, "encoding.letters-lost", text("dòng {}, {}", "row {}, {}", {rows, place(column)}),
        text("có dấu “?” trong chữ: chữ tiếng Việt đã mất khi tệp được ghi, không khôi phục được.",
             "“?” inside words: Vietnamese letters were lost when the file was written and cannot be "
             "restored."),
        text("Xin lại tệp gốc, hoặc xuất lại ở dạng UTF-8.",
             "Ask for the original, or export it anew in UTF-8."));
  }

  /// The first rows whose cell is so, as the file counts them, and how many there are.
  template <class Holds>
  std::pair<std::string, std::size_t> rows_where(const std::vector<std::string>& cells, Holds holds) const {
    constexpr std::size_t k_named = 8;
    std::string rows;
    std::size_t count = 0;
    for (std::size_t row = 0; row < cells.size(); ++row) {
      if (!holds(cells[row]) || ++count > k_named) continue;
      rows += (count == 1 ? "" : ", ") +
              std::to_string(row < m_table.source_row.size() ? m_table.source_row[row] : row + 1);
    }
    if (count > k_named) rows += ", …";
    return {rows, count};
  }

  void report_broken(const std::vector<std::string>& cells, const ColumnEncoding& out) {
    const auto [rows, count] = rows_where(cells, [&](const std::string& cell) {
      return !is_valid_utf8(cell) && !(out.others && is_alien_to_utf8(cell));
    });
    add(Severity::warning, "encoding.broken-utf8",
        text("dòng {}, {}", "row {}, {}", {rows, place(out.column)}),
        text("{} ô có byte không phải UTF-8 (thường do bị cắt cụt); chỗ hỏng hiện dấu “\uFFFD”.",
             "{} cells hold bytes other than UTF-8 (often cut short); the broken places show “\uFFFD”.",
             {count}),
        text("Sửa các ô ấy trong tệp gốc.", "Correct these cells in the source."));
  }

  Text place(std::size_t column) const {
    const std::string name = nfc(m_table.columns[column].name);
    return text("cột {}", "column {}", {name});
  }

  void add(Severity severity, std::string rule, Text where, Text what, Text remedy) {
    m_report.findings.push_back(
        {severity, std::move(rule), m_table.file, std::move(where), std::move(what), std::move(remedy)});
  }

 public:
  static std::string read_bytes(const std::string& cell, const ColumnEncoding& column, bool raw) {
    if (!raw) return nfc(cell);
    return decode(cell, column.others && is_alien_to_utf8(cell) ? *column.others : column.encoding);
  }

  static std::string decoded(const std::string& cell, const ColumnEncoding& column, bool raw) {
    const std::string read = read_bytes(cell, column, raw);
    return column.disguise == Disguise::none ? read : undisguised(read, column.disguise, column.demand);
  }

 private:
  const model::Table& m_table;
  const EncodingSource& m_source;
  std::optional<Encoding> m_declared;
  std::optional<Encoding> m_language;
  std::vector<Detection> m_detected;  ///< of each column, where the texts are raw
  EncodingReport m_report;
};

/// Texts outside the columns are decided together: each alone says too little.
void decode_together(const std::vector<std::string*>& texts, const EncodingSource& source) {
  model::Table together;
  together.columns.emplace_back();
  for (const std::string* one : texts) together.columns.front().texts.push_back(*one);
  const EncodingReport report = decide_encoding(together, source);
  if (report.columns.empty()) return;
  for (std::string* one : texts) *one = Decider::decoded(*one, report.columns.front(), source.raw);
}

/// Column names, and the titles above them.
void decode_headers(model::Table& table, const EncodingSource& source) {
  std::vector<std::string*> names;
  for (model::Column& column : table.columns) names.push_back(&column.name);
  decode_together(names, source);
  std::vector<std::string*> titles;
  for (std::string& title : table.titles) titles.push_back(&title);
  decode_together(titles, source);
}

}  // namespace

Encoding typed_in(const ColumnEncoding& column) {
  const bool whole = column.disguise != Disguise::none && !column.half;
  return whole ? encoding_behind(column.disguise) : column.encoding;
}

base::Text reason_text(const ColumnEncoding& column) {
  const bool said = column.disguise == Disguise::none || column.by == DecidedBy::user;
  return reason(said ? column.by : DecidedBy::detection);
}

EncodingReport decide_encoding(const model::Table& table, const EncodingSource& source) {
  return Decider(table, source).run();
}

EncodingReport decode_table(model::Table& table, const EncodingSource& source) {
  decode_headers(table, source);
  const bool may_be_utf8 = source.raw && source.chosen.value_or(Encoding::utf8) == Encoding::utf8;
  base::Findings cut = may_be_utf8 ? trim_cut_cells(table) : base::Findings();
  EncodingReport report = decide_encoding(table, source);
  for (const ColumnEncoding& decision : report.columns) {
    OnceForEach read([&](const std::string& cell) { return Decider::decoded(cell, decision, source.raw); });
    for (std::string& cell : table.columns[decision.column].texts) {
      if (!is_ascii(cell)) cell = read(cell);
    }
  }
  report.findings.insert(report.findings.end(), std::make_move_iterator(cut.begin()),
                         std::make_move_iterator(cut.end()));
  return report;
}

}  // namespace ntmap::names
