#pragma once

#include <cstdint>

#include "ui/view_state.hpp"

namespace ntmap::ui {

/// What Esc ends in the window where no dialog, list or problem has it first.
enum class EscapeMeans : std::uint8_t { hint, playback, tool, meeting, selection };

/// The first of them that there is; the selection where there is none of the others. `hint_shown`: a hint of
/// the first run stands over the map.
EscapeMeans escape_means(const ViewState& view, bool hint_shown);

/// Ends it.
void end_by_escape(ViewState& view, bool hint_shown);

}  // namespace ntmap::ui
