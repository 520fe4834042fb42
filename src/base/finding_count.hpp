#pragma once

#include <cstddef>

#include "base/finding.hpp"

namespace ntmap::base {

/// What the last of many findings of a kind says of those that are not listed: "and n more like these".
Text more_like_these(std::size_t count);

/// How many things a finding tells of: n where it says that there are n more like these, else 1.
std::size_t things_told_by(const Finding& finding);

}  // namespace ntmap::base
