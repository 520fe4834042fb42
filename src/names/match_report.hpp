#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "names/match.hpp"
#include "names/unit_index.hpp"

namespace ntmap::names {

/// Why a row was not simply matched.
enum class Doubt : std::uint8_t {
  none,
  no_name,          ///< the row has neither name nor code to go by
  nothing_near,     ///< no unit is near
  several,          ///< several units are as near
  other_type,       ///< the unit is of another type than the row says
  only_near,        ///< near, but as likely another name
  elsewhere,        ///< the name stands in another district only, or nearer there
  other_place,      ///< the row names a district or province that is not among the units'
  code_unknown,     ///< the row's code is no unit's
  code_other_name,  ///< the row's code is that of a unit with another name
  places_differ,    ///< the place in the name's cell is not in the row's district or province
  noted             ///< a note behind the name may mean another unit: "(cũ)", "(1)"
};

/// What became of a confirmed choice that the row does not simply agree with.
enum class AliasUse : std::uint8_t {
  plain,        ///< there was none, or it decided
  other_place,  ///< not used: the row names another district or province
  other_code,   ///< not used: the row's code and name agree on another unit
  over_code     ///< decided between the row's name and a code of another unit
};

/// The finding about it, without file and place. `unit` is the one that was confirmed.
base::Finding alias_note(const UnitIndex& index, const MatchRow& row, AliasUse use, std::uint32_t unit);

/// The sentence for the user.
base::Text explain(const UnitIndex& index, const MatchRow& row, const RowMatch& match, Doubt doubt);

/// Findings about all rows together: units claimed by several rows, padded codes, and districts or provinces
/// that could not be compared. Rows are called by
/// their `row_numbers`, from 1 where there are none.
base::Findings claim_findings(const UnitIndex& index, const std::vector<MatchRow>& rows,
                              const std::vector<RowMatch>& matches,
                              std::span<const std::uint32_t> row_numbers);

}  // namespace ntmap::names
