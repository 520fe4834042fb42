#pragma once

#include "app/data/project_data.hpp"
#include "app/programme/registers.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Marks units without a figure as "not applicable" where they do not implement the programme at the time of
/// the period: that is no missing figure. A figure that is there stays.
void mark_excluded(const Registers& registers, const model::Boundaries& boundaries,
                   const model::Period& period, Figures& figures);

}  // namespace ntmap::app
