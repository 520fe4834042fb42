#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "names/name_index.hpp"

namespace ntmap::names {

/// One thing that a spelled name may mean.
struct Reading {
  UnitType type = UnitType::none;
  ComparedName name;
  bool legacy = false;       ///< only after undoing a wrong encoding
  bool scanned_one = false;  ///< with the stroke behind the name taken for a 1
  bool loose = false;        ///< with a good word taken for a type: "Phương Mỹ" for the ward Mỹ
  bool disguised =
      false;  ///< as it stands, though it shows a font's encoding: letters that are none of the name
};

/// All readings of a text; those in a legacy encoding come last, and there are none in a font's where all
/// words are Vietnamese as they stand. "Hòa Bình l", "Hòa Bình |" and "Hòa Bìnhl" may be Hòa Bình 1 as well.
/// `type` is what another column says of the type and counts where the text says nothing.
std::vector<Reading> readings_of(std::string_view text, UnitType type = UnitType::none);

/// How near a hit is, nearest first.
enum class Rank : std::uint8_t { exact, folded, legacy, unmarked, scanner, letter, weak };

struct Hit {
  std::uint32_t id = 0;
  Rank rank = Rank::weak;
  bool type_agrees = false;     ///< both types are known and equal
  bool type_conflicts = false;  ///< both types are known and differ
  bool scanned_one = false;     ///< only with a stroke taken for a 1
  std::size_t reading = 0;      ///< which of the readings found it
};

/// How near a reading is to a name; nothing where it is not. Equal letters count at once in legacy readings:
/// more than that would be a guess upon a guess.
std::optional<Rank> rank_of(const Reading& reading, const ComparedName& name);

/// Whether a type that a row says contradicts the entry's: another type, or one of districts and provinces
/// where the entry lies in a district.
bool types_conflict(UnitType said, const NameIndex::Entry& entry);

/// Names of the index that the readings may mean, each once, nearest first. Names one letter away are
/// looked for only where no name has the same letters.
std::vector<Hit> search(const NameIndex& index, const std::vector<Reading>& readings,
                        const std::function<bool(std::uint32_t)>& accept);

/// The hits of the best rank that types leave over: those without a conflict, else all; of one reading's,
/// those whose type agrees, else all (a type read out of "Phuong My" is no evidence against Phương Mỹ). Equal
/// spellings and foldings are one rank: whether one types Hòa or Hoà, Kỳ or Kì says nothing of which unit is
/// meant. Where `bare` (the text has lost its marks as a whole), so are names with the same letters.
std::vector<Hit> best_hits(const std::vector<Hit>& hits, bool bare);

}  // namespace ntmap::names
