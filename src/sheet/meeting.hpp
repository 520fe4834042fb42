#pragma once

#include "sheet/composer.hpp"

namespace ntmap::sheet {

/// The sheet for compressed screen sharing: numbers on plates, names in a list beside the map, a legend of
/// boxes in a row, one sentence in bold, nothing smaller than 24 of 1080 lines.
void set_meeting(Composer& composer);

}  // namespace ntmap::sheet
