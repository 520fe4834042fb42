#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Rows that head the units below them with the name of their district and a subtotal, and are no units: a
/// district is often called like its town. "I | Đức Thọ | 12.345" above rows numbered 1, 2, 3 that are units
/// is one; so is a row called like one of `districts` whose figure is the sum of the rows up to the next such
/// row. Never a row that says xã, phường or thị trấn. `is_unit` says which rows were found to mean a unit.
std::vector<std::size_t> heading_rows(const model::Table& table, const std::string& name_field,
                                      const std::vector<bool>& is_unit,
                                      const std::vector<std::string>& districts);

/// Says which rows were left out as headings (table.heading-rows, note); nothing where there are none.
base::Findings heading_findings(const model::Table& table, const std::string& name_field,
                                const std::vector<std::size_t>& rows);

}  // namespace ntmap::app
