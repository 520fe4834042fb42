#pragma once

#include "base/finding.hpp"

namespace ntmap::app {

/// Leaves out what the reader of a .dbf says of a cell (dbf.not-a-number) where the reader of its figures
/// tells of the same cell, and what follows for the unit: one flaw is one error.
void drop_told_twice(base::Findings& findings);

}  // namespace ntmap::app
