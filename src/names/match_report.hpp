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
  no_name,         ///< the row has neither name nor code to go by
  nothing_near,    ///< no unit is near
  several,         ///< several units are as near
  other_type,      ///< the unit is of another type than the row says
  only_near,       ///< near, but as likely another name
  elsewhere,       ///< the name stands in another district only, or nearer there
  other_place,     ///< the row names a district or province that is not among the units'
  code_unknown,    ///< the row's code is no unit's
  code_other_name  ///< the row's code is that of a unit with another name
};

/// The sentence for the user.
base::Text explain(const UnitIndex& index, const MatchRow& row, const RowMatch& match, Doubt doubt);

/// Findings about all rows together: units claimed by several rows, padded codes, and districts or provinces
/// that could not be compared. Rows are called by
/// their `row_numbers`, from 1 where there are none.
base::Findings claim_findings(const UnitIndex& index, const std::vector<MatchRow>& rows,
                              const std::vector<RowMatch>& matches,
                              std::span<const std::uint32_t> row_numbers);

}  // namespace ntmap::names
