#include "names/detect_encoding.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

constexpr std::size_t k_cells_read = 4000;  ///< enough evidence for any column
constexpr std::size_t k_sample_rows = 5;
constexpr std::size_t k_broken_a_gain = 5;  ///< at least one broken cell in so many must read better

std::vector<std::string> telling(const std::vector<std::string>& cells) {
  std::vector<std::string> out;
  for (const std::string& cell : cells) {
    if (out.size() == k_cells_read) break;
    if (!is_ascii(cell)) out.push_back(cell);
  }
  return out;
}

void add_sample(std::vector<std::string>& rows, const std::string& text) {
  if (rows.size() < k_sample_rows && std::find(rows.begin(), rows.end(), text) == rows.end()) {
    rows.push_back(text);
  }
}

EncodingCandidate read_as(const std::vector<std::string>& cells, Encoding encoding) {
  EncodingCandidate out{.encoding = encoding};
  for (const std::string& cell : cells) {
    const std::string text = decode(cell, encoding);
    out.score += readability(text);
    add_sample(out.rows, text);
  }
  return out;
}

/// The text as the disguise would have it, nothing where it cannot be in that disguise.
std::optional<std::string> lifted(const std::string& text, Disguise disguise) {
  const std::optional<std::string> bytes = bytes_read_as_cp1252(text);
  if (!bytes) return std::nullopt;
  switch (disguise) {
    case Disguise::none:
      return std::nullopt;
    case Disguise::tcvn3:
      return decode(*bytes, Encoding::tcvn3);
    case Disguise::vni:
      return decode(*bytes, Encoding::vni);
    case Disguise::mojibake:
      break;
  }
  if (!is_valid_utf8(*bytes)) return std::nullopt;
  return nfc(*bytes);
}

std::size_t invalid_words(const std::string& text) {
  const Readability score = readability(text);
  return score.words - score.syllables;
}

EncodingCandidate read_undisguised(const std::vector<std::string>& cells, Disguise disguise) {
  EncodingCandidate out{.disguise = disguise};
  for (const std::string& cell : cells) {
    const std::string text = undisguised(cell, disguise);
    out.score += readability(text);
    if (text != cell || disguise == Disguise::none) add_sample(out.rows, text);
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

}  // namespace

Detection detect_bytes(const std::vector<std::string>& all_cells) {
  const std::vector<std::string> cells = telling(all_cells);
  const auto broken = static_cast<std::size_t>(std::count_if(
      cells.begin(), cells.end(), [](const std::string& cell) { return !is_valid_utf8(cell); }));
  Detection out;
  for (const Encoding encoding : {Encoding::cp1258, Encoding::tcvn3, Encoding::vni}) {
    out.candidates.push_back(read_as(cells, encoding));
  }
  rank(out.candidates);
  const bool vietnamese = out.best().score.syllables > 0;
  out.candidates.insert(vietnamese ? out.candidates.end() : out.candidates.begin(),
                        read_as(cells, Encoding::cp1252));
  if (broken * 10 <= cells.size()) {
    out.broken = broken;
    out.candidates.insert(out.candidates.begin(), read_as(cells, Encoding::utf8));
  }
  return out;
}

Detection detect_disguise(const std::vector<std::string>& all_cells) {
  const std::vector<std::string> cells = telling(all_cells);
  Detection out;
  for (const Disguise disguise : {Disguise::none, Disguise::mojibake, Disguise::tcvn3, Disguise::vni}) {
    out.candidates.push_back(read_undisguised(cells, disguise));
  }
  rank(out.candidates);
  const Disguise best = out.best().disguise;
  std::size_t able = 0;
  std::size_t broken = 0;
  std::size_t gained = 0;
  for (const std::string& cell : cells) {
    if (!lifted(cell, best)) continue;
    ++able;
    broken += invalid_words(cell) > 0 ? 1u : 0u;
    gained += undisguised(cell, best) != cell ? 1u : 0u;
  }
  // Among a thousand typing mistakes a few read better in another encoding by chance.
  const bool by_chance = best != Disguise::mojibake && gained * k_broken_a_gain < broken;
  if (by_chance) {
    const auto plain = std::find_if(out.candidates.begin(), out.candidates.end(), [](const auto& candidate) {
      return candidate.disguise == Disguise::none;
    });
    std::rotate(out.candidates.begin(), plain, plain + 1);
    return out;
  }
  if (gained * 2 >= able) out.demand = Demand::not_worse;
  return out;
}

std::string undisguised(const std::string& text, Disguise disguise, Demand demand) {
  const std::optional<std::string> other = lifted(text, disguise);
  if (!other) return text;
  // Valid multi-byte UTF-8 behind a Windows-1252 text is proof enough.
  if (demand == Demand::nothing || disguise == Disguise::mojibake) return *other;
  const std::size_t now = invalid_words(text);
  const std::size_t then = invalid_words(*other);
  return then < now || (then == now && demand == Demand::not_worse) ? *other : text;
}

}  // namespace ntmap::names
