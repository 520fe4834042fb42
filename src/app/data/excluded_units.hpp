#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/data/join_table.hpp"
#include "app/data/project_data.hpp"
#include "app/programme/registers.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// One entry a unit: 1 for those that do not implement the programme at the time of the period.
std::vector<std::uint8_t> excluded_units(const Registers& registers, const model::Boundaries& boundaries,
                                         const model::Period& period, const Units& units);

/// What joining a table found, where units of `excluded` need no row: that is a note in the words of their
/// register, the same for every table, so that a list of findings has it once.
base::Findings findings_of_join(const TableJoin& join, const Units& units, const std::string& file,
                                const std::vector<std::uint8_t>& excluded, const std::string& register_file);

/// Marks units without a figure as "not applicable" where they do not implement the programme at the time of
/// the period: that is no missing figure. A figure that is there stays.
void mark_excluded(const Registers& registers, const model::Boundaries& boundaries,
                   const model::Period& period, Figures& figures);

}  // namespace ntmap::app
