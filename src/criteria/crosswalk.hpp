#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/units.hpp"
#include "criteria/value_table.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// One line of a crosswalk: an old unit, or a part of it, goes into a new one.
struct CrosswalkLink {
  std::string old_code;
  std::string new_code;
  std::optional<Decimal> share;  ///< of the old unit, 0..1; nothing: not known
  std::string relation;          ///< merge, split, retype...
  std::string source;
  std::string confidence;
  std::string file;       ///< of several files about one change, that of this line
  std::uint32_t row = 0;  ///< in the file
  std::string old_name;   ///< as the file calls the units; empty: it does not
  std::string new_name;
};

/// The change from one vintage of units to the next. Units that are not listed keep their code.
struct Crosswalk {
  std::string from;  ///< vintage, "2008"
  std::string to;
  Date effective;
  std::string resolution;
  std::string file;
  std::vector<CrosswalkLink> links;
};

/// Reads the columns from_vintage, to_vintage, effective, resolution, old_code, old_name, new_code, new_name,
/// relation, share, source, confidence: one crosswalk a pair of vintages, in the order of the file. A row
/// that does not read is left out and an error among the findings (crosswalk.bad-share, crosswalk.bad-date):
/// what is left must not be carried by.
std::vector<Crosswalk> read_crosswalks(const model::Table& table, base::Findings& findings);

/// A share as people write it: "0.42", "0,42" or "42 %". Nothing for what is no number.
std::optional<Decimal> share_from(std::string text);

/// How much of an old unit lies in a new one, for splits whose shares nobody states.
struct PartArea {
  std::string old_code;
  std::string new_code;
  double area = 0;  ///< any unit, the same in all
};

/// A crosswalk on indices of units.
struct UnitLink {
  std::uint32_t old_unit = k_no_unit;
  std::uint32_t new_unit = k_no_unit;
  std::optional<Decimal> share;  ///< nothing: not known, and not estimated either
  bool by_area = false;          ///< the share is estimated from areas
};

struct UnitCrosswalk {
  std::size_t old_count = 0;
  std::size_t new_count = 0;
  std::vector<UnitLink> links;  ///< sorted by new unit
};

/// Ties a crosswalk to the units of both vintages and checks it. Only commune-level units take part.
///   crosswalk.unknown-unit   a code that is not in that vintage
///   crosswalk.lost           an old unit that goes nowhere
///   crosswalk.empty          a new unit that comes from nothing
///   crosswalk.twice          one pair listed twice
///   crosswalk.shares         shares of an old unit that do not add to 1, or leave nothing for blank ones
///   crosswalk.share-rest     the one blank share of a split takes what the stated ones leave
///   crosswalk.no-share       a split of which several shares are blank: what the stated ones leave is
///                            divided among these by area when areas are given
UnitCrosswalk tie_units(const Crosswalk& crosswalk, const Units& old_units, const Units& new_units,
                        const std::vector<PartArea>& areas, base::Findings& findings);

/// Figures of old units as figures of new ones, by the rule of each column (ColumnSpec::carry). A missing
/// part makes the whole no data; a value that rests on an area estimate, whose parts disagree, or which
/// does not apply to some of them is flagged (CellFlag), and stays so along a chain of crosswalks. A column
/// without a rule is left out.
ValueTable carry(const ValueTable& old_values, const UnitCrosswalk& crosswalk,
                 const std::vector<ColumnSpec>& specs);

/// Compares the totals of added-up columns over the tied units before and after: crosswalk.total for each
/// that was not kept.
void check_totals(const ValueTable& old_values, const ValueTable& new_values, const UnitCrosswalk& crosswalk,
                  const std::vector<ColumnSpec>& specs, base::Findings& findings);

/// The old titles inside one new unit. No rule says which rank a merged unit has, so none is given.
struct RankMix {
  std::vector<std::int64_t> parts;    ///< by rank, 0: none; old units or parts of them
  std::vector<double> weight;         ///< by rank, of the given weight (people, area); empty: none given
  std::optional<std::size_t> lowest;  ///< index of the lowest rank among the parts
};

/// For each new unit, the mix of its parts. `rank` is the index of the highest title of each old unit (0:
/// none), below `rank_count`; `weight` is one figure an old unit, or empty.
std::vector<RankMix> mix_of_ranks(const UnitCrosswalk& crosswalk, const std::vector<std::uint8_t>& rank,
                                  std::size_t rank_count, const std::vector<double>& weight);

}  // namespace ntmap::criteria
