#include "names/detect_encoding.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "names/letters.hpp"
#include "names/lost_bytes.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

constexpr std::size_t k_cells_read = 4000;  ///< enough evidence for any column
constexpr std::size_t k_sample_rows = 5;
constexpr std::size_t k_broken_a_gain = 5;  ///< at least one broken cell in so many must read better

/// A text and how often it stands in a column: types and districts repeat, and each is read in nine ways.
struct Telling {
  std::string text;
  std::size_t count = 0;
};

/// The cells that tell an encoding, in the order of the column.
std::vector<Telling> telling(const std::vector<std::string>& cells) {
  std::vector<Telling> out;
  std::unordered_map<std::string_view, std::size_t> place;
  std::size_t read = 0;
  for (const std::string& cell : cells) {
    if (read == k_cells_read) break;
    if (is_ascii(cell)) continue;
    ++read;
    const auto [known, fresh] = place.try_emplace(cell, out.size());
    if (fresh) out.push_back({cell});
    ++out[known->second].count;
  }
  return out;
}

template <class Holds>
std::size_t count_where(const std::vector<Telling>& cells, Holds holds) {
  std::size_t count = 0;
  for (const Telling& cell : cells) count += holds(cell.text) ? cell.count : 0;
  return count;
}

Readability readability_of(const std::string& text, std::size_t times) {
  const Readability once = readability(text);
  return {once.words * times, once.syllables * times};
}

void add_sample(std::vector<std::string>& rows, const std::string& text) {
  if (rows.size() < k_sample_rows && std::find(rows.begin(), rows.end(), text) == rows.end()) {
    rows.push_back(text);
  }
}

EncodingCandidate read_as(const std::vector<Telling>& cells, Encoding encoding) {
  EncodingCandidate out{.encoding = encoding};
  for (const Telling& cell : cells) {
    const std::string text = decode(cell.text, encoding);
    out.score += readability_of(text, cell.count);
    add_sample(out.rows, text);
  }
  return out;
}

constexpr std::string_view k_lost_sign = "\uFFFD";

/// Wrongly read UTF-8 in which a program put U+FFFD for bytes that Windows-1252 does not define.
std::optional<std::string> without_lost_signs(std::string text) {
  for (std::size_t at = text.find(k_lost_sign); at != std::string::npos; at = text.find(k_lost_sign, at))
    text.erase(at, k_lost_sign.size());
  const std::optional<std::string> bytes = bytes_read_as_cp1252(text);
  return bytes && !is_valid_utf8(*bytes) ? restored_utf8(*bytes) : std::nullopt;
}

/// The text as the disguise would have it, nothing where it cannot be in that disguise.
std::optional<std::string> lifted(const std::string& text, Disguise disguise) {
  if (disguise == Disguise::mojibake && text.find(k_lost_sign) != std::string::npos)
    return without_lost_signs(text);
  const std::optional<std::string> bytes = bytes_read_as_cp1252(text);
  if (!bytes) return std::nullopt;
  switch (disguise) {
    case Disguise::none:
      return std::nullopt;
    case Disguise::cp1258:
      return decode(*bytes, Encoding::cp1258);
    case Disguise::tcvn3:
      return decode(*bytes, Encoding::tcvn3);
    case Disguise::vni:
      return decode(*bytes, Encoding::vni);
    case Disguise::mojibake:
      break;
  }
  return is_valid_utf8(*bytes) ? nfc(*bytes) : restored_utf8(*bytes);
}

bool is_vietnamese_letter(char32_t c) {
  const Letter parts = letter(lower(c));
  return parts.marked() && parts.base < 0x80;
}

/// Letters of Vietnamese that Windows-1252 has not: they were typed in Unicode.
bool has_letter_of_unicode(const std::string& text) {
  const std::u32string characters = to_u32(text);
  return std::any_of(characters.begin(), characters.end(),
                     [](char32_t c) { return c > 0xFF && is_vietnamese_letter(c); });
}

/// A sign that stands where a letter was in its font: ¬ for ơ, ö for ư, a soft hyphen for ư.
bool is_foreign_sign(char32_t c) {
  return c > 0xA0 && c <= 0xFF && !is_vietnamese_letter(c);
}

/// True for a marked capital inside a word of small letters.
bool is_capital_inside(std::u32string_view text, std::size_t at) {
  const auto small = [&](std::size_t i) { return is_letter(text[i]) && !is_upper(text[i]); };
  if (text[at] < 0x80 || !is_upper(text[at]) || at == 0 || !is_letter(text[at - 1])) return false;
  return at + 1 < text.size() && is_letter(text[at + 1]) ? small(at + 1) : small(at - 1);
}

/// The small letters of the word round a place.
std::u32string small_word_at(std::u32string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  std::u32string word(text.substr(begin, end - begin));
  std::transform(word.begin(), word.end(), word.begin(), lower);
  return word;
}

/// "quì" and "giò" have their tone on the vowel behind qu and gi.
bool is_behind_onset(std::u32string_view text, std::size_t at) {
  if (at < 2) return false;
  const char32_t before = lower(text[at - 1]);
  const char32_t first = lower(text[at - 2]);
  return (before == U'u' && first == U'q') || (before == U'i' && first == U'g');
}

/// True where a marked vowel stands behind a vowel that would bear its mark in Vietnamese: aõ, uù, eâ. Not
/// oà, oè, uý, which are tones in the modern place, nor uê, iê and the like, which are no marks alone.
bool is_mark_behind_vowel(std::u32string_view text, std::size_t at) {
  if (at == 0 || text[at] < 0x80) return false;
  const Letter mark = letter(lower(text[at]));
  const char32_t before = lower(text[at - 1]);
  if (!mark.marked() || !is_vowel(mark.base) || !is_vowel(before)) return false;
  if (!is_syllable(small_word_at(text, at), Marks::optional)) return true;
  if (before == U'o' && mark.base == U'a' && mark.shape == Shape::circumflex) return true;
  const bool modern =
      (before == U'o' && (mark.base == U'a' || mark.base == U'e')) || (before == U'u' && mark.base == U'y');
  const bool last = at + 1 == text.size() || !is_letter(text[at + 1]);
  return last && mark.shape == Shape::plain && !is_behind_onset(text, at) && !modern;
}

/// True for a letter that was a combining tone mark of Windows-1258 behind its vowel: grave Ì, acute ì, hook
/// Ò, dot ò, tilde Þ. Not in "giò" and "quì", nor in "Luòng", which is Luồng without its circumflex.
bool is_mark_of_1258(std::u32string_view text, std::size_t at) {
  const char32_t mark = text[at];
  if (at == 0 || std::u32string_view(U"ÌìÒòÞ").find(mark) == std::u32string_view::npos) return false;
  const char32_t before = text[at - 1];
  if (!is_vowel(letter(lower(before)).base)) return false;
  const bool capital_inside = is_upper(mark) && !is_upper(before);
  if (mark == U'Þ' || capital_inside || !is_syllable(small_word_at(text, at), Marks::optional)) return true;
  const bool last = at + 1 == text.size() || !is_letter(text[at + 1]);
  return last && !is_behind_onset(text, at);
}

/// True for ý where Windows-1258 has ư: "ýõ", and ý between a consonant and another letter.
bool is_horned_u_of_1258(std::u32string_view text, std::size_t at) {
  if (lower(text[at]) != U'ý' || at + 1 == text.size() || !is_letter(text[at + 1])) return false;
  if (lower(text[at + 1]) == U'õ') return true;
  return at > 0 && is_letter(text[at - 1]) && !is_vowel(letter(lower(text[at - 1])).base);
}

std::size_t invalid_words(const std::string& text) {
  const Readability score = readability(text);
  return score.words - score.syllables;
}

EncodingCandidate read_undisguised(const std::vector<Telling>& cells, Disguise disguise) {
  EncodingCandidate out{.disguise = disguise};
  for (const Telling& cell : cells) {
    const std::string text = undisguised(cell.text, disguise);
    out.score += readability_of(text, cell.count);
    if (text != cell.text || disguise == Disguise::none) add_sample(out.rows, text);
  }
  return out;
}

/// Best first, the given order where scores are equal.
void rank(std::vector<EncodingCandidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const EncodingCandidate& a, const EncodingCandidate& b) {
                     return a.score.share() > b.score.share();
                   });
}

/// How bytes above ASCII divide into letters of UTF-8 (two or more bytes each) and bytes that are none.
struct Utf8Count {
  std::size_t letters = 0;
  std::size_t broken = 0;
};

Utf8Count utf8_count(std::string_view bytes) {
  Utf8Count out;
  for (const char32_t c : to_u32(bytes)) {
    if (c == k_replacement) {
      ++out.broken;
    } else if (c >= 0x80) {
      ++out.letters;
    }
  }
  return out;
}

/// What Vietnamese and western texts in UTF-8 hold.
bool is_common(char32_t c) {
  const bool latin = c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF);
  return latin || (c >= 0x300 && c < 0x370) || (c >= 0x2000 && c < 0x2100);
}

bool is_plain_utf8(const std::string& cell) {
  const std::u32string characters = to_u32(cell);
  return std::all_of(characters.begin(), characters.end(), is_common);
}

/// In other encodings bytes make letters of UTF-8 hardly ever: a few bytes that do not were damaged.
bool mostly_utf8(const std::vector<Telling>& cells) {
  constexpr std::size_t k_letters_a_broken = 3;
  Utf8Count all;
  for (const Telling& cell : cells) {
    const Utf8Count one = utf8_count(cell.text);
    all.letters += one.letters * cell.count;
    all.broken += one.broken * cell.count;
  }
  return all.letters >= k_letters_a_broken * all.broken;
}

/// True where every byte above ASCII is a letter or a quotation mark in Windows-1252. Names in a Vietnamese
/// font have bytes that are none: à á ạ ă â đ ê ô ơ ư of TCVN3 are signs there.
bool may_be_western(const std::vector<Telling>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const Telling& cell) {
    return std::all_of(cell.text.begin(), cell.text.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      const bool quotation = byte >= 0x91 && byte <= 0x97;
      return byte < 0x80 || quotation || (byte >= 0xC0 && byte != 0xD7 && byte != 0xF7);
    });
  });
}

/// Ranks Windows-1252 among the Vietnamese encodings: where the bytes may be that, it stands before a font in
/// which no more of the words are Vietnamese, and before all where few are in any; else last, unless nothing
/// reads.
void add_western(const std::vector<Telling>& cells, std::vector<EncodingCandidate>& candidates) {
  constexpr double k_reads_well = 0.5;
  const EncodingCandidate western = read_as(cells, Encoding::cp1252);
  const bool possible = may_be_western(cells);
  if (possible)
    candidates.insert(candidates.begin() + 1, western);  // behind cp1258, which has the same letters
  rank(candidates);
  const double best = candidates.front().score.share();
  if (possible && best >= k_reads_well) return;
  std::erase_if(candidates, [](const EncodingCandidate& one) { return one.encoding == Encoding::cp1252; });
  const bool first = possible || candidates.front().score.syllables == 0;
  candidates.insert(first ? candidates.begin() : candidates.end(), western);
}

std::vector<EncodingCandidate> legacy_candidates(const std::vector<Telling>& cells) {
  std::vector<EncodingCandidate> out;
  for (const Encoding encoding : {Encoding::cp1258, Encoding::tcvn3, Encoding::vni}) {
    out.push_back(read_as(cells, encoding));
  }
  add_western(cells, out);
  return out;
}

/// UTF-8 beside another encoding in which the cells that are not UTF-8 read well; nothing where there are no
/// such cells, or not both.
std::optional<Detection> detect_mixed(const std::vector<Telling>& cells) {
  constexpr double k_reads_well = 0.5;
  std::vector<Telling> whole;
  std::vector<Telling> alien;
  for (const Telling& cell : cells) {
    if (is_alien_to_utf8(cell.text)) {
      alien.push_back(cell);
    } else if (is_plain_utf8(cell.text)) {
      whole.push_back(cell);
    }
  }
  if (whole.empty() || alien.empty()) return std::nullopt;
  Detection out{.candidates = legacy_candidates(alien), .mixed = true};
  if (out.best().score.share() < k_reads_well) return std::nullopt;
  out.broken = count_where(
      cells, [](const std::string& cell) { return !is_valid_utf8(cell) && !is_alien_to_utf8(cell); });
  out.candidates.insert(out.candidates.begin(), read_as(whole, Encoding::utf8));
  return out;
}

}  // namespace

bool is_alien_to_utf8(std::string_view bytes) {
  const Utf8Count count = utf8_count(bytes);
  return count.broken > 0 && count.letters == 0;
}

Detection detect_bytes(const std::vector<std::string>& all_cells) {
  const std::vector<Telling> cells = telling(all_cells);
  if (auto mixed = detect_mixed(cells)) return std::move(*mixed);
  const std::size_t all = count_where(cells, [](const std::string&) { return true; });
  const std::size_t broken = count_where(cells, [](const std::string& cell) { return !is_valid_utf8(cell); });
  Detection out;
  out.candidates = legacy_candidates(cells);
  if (broken * 10 <= all || mostly_utf8(cells)) {
    out.broken = broken;
    out.candidates.insert(out.candidates.begin(), read_as(cells, Encoding::utf8));
  }
  return out;
}

Detection detect_disguise(const std::vector<std::string>& all_cells) {
  const std::vector<Telling> cells = telling(all_cells);
  Detection out;
  for (const Disguise disguise :
       {Disguise::none, Disguise::mojibake, Disguise::cp1258, Disguise::tcvn3, Disguise::vni}) {
    out.candidates.push_back(read_undisguised(cells, disguise));
  }
  rank(out.candidates);
  const Disguise best = out.best().disguise;
  const std::size_t able =
      count_where(cells, [best](const std::string& cell) { return lifted(cell, best).has_value(); });
  const std::size_t broken = count_where(cells, [best](const std::string& cell) {
    return lifted(cell, best).has_value() && invalid_words(cell) > 0;
  });
  const std::size_t gained =
      count_where(cells, [best](const std::string& cell) { return undisguised(cell, best) != cell; });
  const std::size_t unicode = count_where(cells, [](const std::string& cell) {
    return !bytes_read_as_cp1252(cell) && has_letter_of_unicode(cell);
  });
  // Among a thousand typing mistakes a few read better in another encoding by chance.
  const bool by_chance = best != Disguise::mojibake && gained * k_broken_a_gain < broken;
  if (by_chance) {
    const auto plain = std::find_if(out.candidates.begin(), out.candidates.end(), [](const auto& candidate) {
      return candidate.disguise == Disguise::none;
    });
    std::rotate(out.candidates.begin(), plain, plain + 1);
    return out;
  }
  constexpr std::size_t k_legacy_a_unicode = 9;  // else the column is of mixed origin
  if (gained * 2 >= able && gained >= k_legacy_a_unicode * unicode) out.demand = Demand::not_worse;
  out.mixed = best != Disguise::none && gained > 0 && unicode > 0;
  return out;
}

bool shows(Disguise disguise, std::string_view text) {
  if (disguise == Disguise::none || disguise == Disguise::mojibake) return false;
  const std::u32string characters = to_u32(text);
  for (std::size_t at = 0; at < characters.size(); ++at) {
    if (disguise == Disguise::cp1258) {
      if (is_mark_of_1258(characters, at) || is_horned_u_of_1258(characters, at)) return true;
      continue;
    }
    if (is_foreign_sign(characters[at]) || is_capital_inside(characters, at)) return true;
    if (disguise == Disguise::vni && is_mark_behind_vowel(characters, at)) return true;
  }
  return false;
}

std::string undisguised(const std::string& text, Disguise disguise, Demand demand) {
  const std::optional<std::string> other = lifted(text, disguise);
  if (!other) return text;
  // Valid multi-byte UTF-8 behind a Windows-1252 text is proof enough.
  if (demand == Demand::nothing || disguise == Disguise::mojibake) return *other;
  const std::size_t now = invalid_words(text);
  const std::size_t then = invalid_words(*other);
  if (demand == Demand::not_worse) return then <= now ? *other : text;
  return then < now && shows(disguise, text) ? *other : text;
}

}  // namespace ntmap::names
