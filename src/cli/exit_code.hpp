#pragma once

#include "base/finding.hpp"

namespace ntmap::cli {

/// Of a command that has written all its results but found errors in the data: 1, else 0.
int exit_code(const base::Findings& findings);

}  // namespace ntmap::cli
