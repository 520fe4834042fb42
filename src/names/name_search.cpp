#include "names/name_search.hpp"

#include <algorithm>
#include <optional>

#include "names/detect_encoding.hpp"
#include "names/encoding.hpp"
#include "names/letters.hpp"
#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

void add_readings(std::vector<Reading>& out, std::string_view text, UnitType type, bool legacy) {
  bool good_word = false;  // stands in front, and is no type as it is
  for (const UnitName& name : unit_name_readings(text)) {
    const UnitType said = name.type == UnitType::none ? type : name.type;
    Reading reading{said, ComparedName(name.name), legacy};
    if (reading.name.key.empty()) continue;
    reading.loose = good_word && name.type != UnitType::none;
    good_word = good_word || (name.type == UnitType::none && reading.name.key.marked &&
                              is_syllable(reading.name.key.marked_word_at(0)));
    out.push_back(std::move(reading));
  }
}

/// True where the last letter of a word breaks the syllable before it: the stroke of "Bìnhl" or "BÌNHI".
bool breaks_syllable_at_end(std::string_view word) {
  std::u32string letters = to_u32(nfc(word));
  std::transform(letters.begin(), letters.end(), letters.begin(), lower);
  const std::u32string_view rest = std::u32string_view(letters).substr(0, letters.size() - 1);
  return !is_syllable(letters, Marks::optional) && is_syllable(rest, Marks::optional);
}

/// The text with a stroke behind it, alone or glued to the last word, taken for the 1 that scanners read so;
/// nothing where there is none.
std::optional<std::string> with_scanned_one(std::string_view text) {
  const std::size_t last = text.find_last_not_of(' ');
  if (last == std::string_view::npos || std::string_view("lI|][!").find(text[last]) == std::string_view::npos)
    return std::nullopt;
  const std::size_t blank = text.find_last_of(' ', last);
  const std::size_t word = blank == std::string_view::npos ? 0 : blank + 1;
  const bool alone = word == last;
  if (alone && (word == 0 || text[last] == 'I')) return std::nullopt;  // a Roman I is a number anyway
  if (!alone && !breaks_syllable_at_end(text.substr(word, last - word + 1))) return std::nullopt;
  return std::string(text.substr(0, last)) + (alone ? "1" : " 1");
}

/// True where a sign stands for a letter between two others ("Ch©u", "S¬n").
bool has_sign_inside(std::string_view text) {
  const std::u32string letters = to_u32(text);
  for (std::size_t at = 1; at + 1 < letters.size(); ++at) {
    const bool sign = letters[at] >= 0x80 && !is_letter(letters[at]) && !is_mark(letters[at]);
    if (sign && is_letter(letters[at - 1]) && is_letter(letters[at + 1])) return true;
  }
  return false;
}

/// Nearer first, then agreeing types first.
bool before(const Hit& a, const Hit& b) {
  const auto order = [](const Hit& hit) { return hit.type_agrees ? 0 : hit.type_conflicts ? 2 : 1; };
  return a.rank != b.rank ? a.rank < b.rank : order(a) < order(b);
}

void consider(const NameIndex& index, const std::vector<Reading>& readings, std::size_t reading_at,
              std::uint32_t id, std::vector<Hit>& hits) {
  const Reading& reading = readings[reading_at];
  const NameIndex::Entry& entry = index.entry(id);
  const std::optional<Rank> rank = rank_of(reading, entry.name);
  if (!rank) return;
  const bool known = reading.type != UnitType::none && entry.type != UnitType::none;
  const bool conflicts = types_conflict(reading.type, entry);
  const Hit hit{id, *rank, known && !conflicts, conflicts, reading.scanned_one, reading_at};
  const auto old = std::find_if(hits.begin(), hits.end(), [&](const Hit& h) { return h.id == id; });
  if (old == hits.end()) {
    hits.push_back(hit);
  } else if (before(hit, *old)) {
    *old = hit;
  }
}

}  // namespace

std::optional<Rank> rank_of(const Reading& reading, const ComparedName& name) {
  const Grade found = grade(reading.name, name);
  if (reading.scanned_one) return found <= Grade::unmarked ? std::optional(Rank::scanner) : std::nullopt;
  if (reading.legacy) return found <= Grade::folded ? std::optional(Rank::legacy) : std::nullopt;
  if (reading.disguised && found > Grade::unmarked && found < Grade::none) return Rank::weak;
  if (reading.loose && found <= Grade::unmarked) return Rank::unmarked;
  switch (found) {
    case Grade::exact:
      return Rank::exact;
    case Grade::folded:
      return Rank::folded;
    case Grade::unmarked:
      return Rank::unmarked;
    case Grade::scanner:
      return Rank::scanner;
    case Grade::letter:
      return Rank::letter;
    case Grade::weak:
      return Rank::weak;
    case Grade::none:
      break;
  }
  return std::nullopt;
}

bool types_conflict(UnitType said, const NameIndex::Entry& entry) {
  if (said == UnitType::none) return false;
  if (entry.type == UnitType::none) return entry.below_district && is_above_commune(said);
  return said != entry.type;
}

std::vector<Reading> readings_of(std::string_view text, UnitType type) {
  std::vector<Reading> out;
  if (!is_valid_utf8(text)) {
    for (const Encoding encoding : {Encoding::cp1258, Encoding::tcvn3, Encoding::vni}) {
      add_readings(out, decode(text, encoding), type, true);
    }
    return out;
  }
  add_readings(out, text, type, false);
  if (const auto one = with_scanned_one(text)) {
    const std::size_t plain = out.size();
    add_readings(out, *one, type, false);
    for (std::size_t i = plain; i < out.size(); ++i) out[i].scanned_one = true;
  }
  if (is_ascii(text)) return out;
  const std::string typed(text);
  for (const Disguise disguise : {Disguise::mojibake, Disguise::cp1258, Disguise::tcvn3, Disguise::vni}) {
    // "Lôc" is no Lục of TCVN3, only because there is such a name.
    if (disguise != Disguise::mojibake && !shows(disguise, typed)) continue;
    const std::string other = undisguised(typed, disguise, Demand::nothing);
    if (other == typed) continue;
    if (disguise != Disguise::mojibake && has_sign_inside(typed)) {
      for (Reading& reading : out) reading.disguised = reading.disguised || !reading.legacy;
    }
    add_readings(out, other, type, true);
  }
  return out;
}

std::vector<Hit> search(const NameIndex& index, const std::vector<Reading>& readings,
                        const std::function<bool(std::uint32_t)>& accept) {
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < readings.size(); ++at) {
    for (const std::uint32_t id : index.same_letters(readings[at].name)) {
      if (accept(id)) consider(index, readings, at, id, hits);
    }
  }
  const bool found =
      std::any_of(hits.begin(), hits.end(), [](const Hit& hit) { return hit.rank <= Rank::unmarked; });
  for (std::size_t at = 0; at < readings.size() && !found; ++at) {
    if (readings[at].legacy || readings[at].scanned_one) continue;
    for (const std::uint32_t id : index.near(readings[at].name)) {
      if (accept(id)) consider(index, readings, at, id, hits);
    }
  }
  std::stable_sort(hits.begin(), hits.end(), before);
  return hits;
}

std::vector<Hit> best_hits(const std::vector<Hit>& hits, bool bare) {
  if (hits.empty()) return {};
  const auto level = [&](const Hit& hit) {
    if (bare && hit.rank <= Rank::unmarked) return Rank::unmarked;
    return std::max(hit.rank, Rank::folded);
  };
  std::vector<Hit> top;
  for (const Hit& hit : hits) {
    if (level(hit) == level(hits.front())) top.push_back(hit);
  }
  if (std::any_of(top.begin(), top.end(), [](const Hit& hit) { return !hit.type_conflicts; }))
    std::erase_if(top, [](const Hit& hit) { return hit.type_conflicts; });
  const std::vector<Hit> all = top;
  std::erase_if(top, [&](const Hit& hit) {
    const auto outdoes = [&](const Hit& other) {
      return other.type_agrees && (other.reading == hit.reading || hit.rank > Rank::unmarked);
    };
    return !hit.type_agrees && std::any_of(all.begin(), all.end(), outdoes);
  });
  return top;
}

}  // namespace ntmap::names
