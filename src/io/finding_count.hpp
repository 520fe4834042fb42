#pragma once

#include <cstddef>

#include "base/finding.hpp"

namespace ntmap::io {

/// How many things a finding tells of: 1, or n for the last of CappedFindings, "and n more like these".
std::size_t things_told_by(const base::Finding& finding);

}  // namespace ntmap::io
