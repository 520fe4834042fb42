#pragma once

#include "sheet/composer.hpp"

namespace ntmap::sheet {

// What survives a compressed screen share, in units: pixels of a 1920 x 1080 picture.
inline constexpr double k_meeting_text = 24;         ///< least text size
inline constexpr double k_meeting_title = 40;        ///< least size of the title
inline constexpr double k_meeting_line = 3;          ///< least width of borders
inline constexpr double k_meeting_margin_x = 70;     ///< nothing is set nearer to the edges of the page,
inline constexpr double k_meeting_margin_y = 48;     ///< where windows and video strips cover it
inline constexpr std::size_t k_meeting_classes = 7;  ///< most classes that eyes tell apart through a codec

/// The size that a text of the meeting style gets: never below k_meeting_text, nor below what is asked for.
double meeting_size(const SheetRequest& request, double units);

/// The sheet for compressed screen sharing: names on plates where all of them fit, else numbers on plates and
/// names in a list beside the map; a legend of boxes in a row, one sentence in bold, nothing small or thin.
void set_meeting(Composer& composer);

}  // namespace ntmap::sheet
