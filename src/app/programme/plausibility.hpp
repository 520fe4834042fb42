#pragma once

#include "app/programme/assessment.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// Warnings ("values.implausible") about incomes and other sums of millions of đồng that are more than five
/// times their threshold or less than a fifth of it: 48000000 typed where million đồng are asked for, or a
/// comma that slipped (4,8 for 48). Such a figure is used as it stands. Each warning names file and row; at
/// most 20 of a figure are listed, the rest counted.
base::Findings implausible_figures(const Assessment& assessment);

}  // namespace ntmap::app
