#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/value_table.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// The figure that a head names, or null. The case of letters says nothing: "dtvm.G2" is dtvm.g2.
const ColumnSpec* spec_of_head(const std::vector<ColumnSpec>& specs, const std::string& head);

/// Takes the figures of a table whose column heads are ids of figures. `unit_of_row` says which unit each
/// row is of (k_no_unit: none, the row is left out); `other_columns` are keys and labels, left alone.
///
/// Nothing doubtful is taken silently. Each of these gives a finding with file and row:
///   values.unknown-figure   a head that is no figure; the nearest is named
///   values.not-a-number     text where a number is due: no data
///   values.out-of-range     120 %, a negative count, level 2,5, 2 for đạt/không đạt: no data
///   values.conflict         two different figures for one unit and year: no data, both are shown
void read_values(ValueTable& values, const std::vector<ColumnSpec>& specs, const model::Table& table,
                 std::span<const std::uint32_t> unit_of_row, const std::vector<std::string>& other_columns,
                 base::Findings& findings);

}  // namespace ntmap::criteria
