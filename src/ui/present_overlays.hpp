#pragma once

#include "app/deck/presentation.hpp"
#include "base/geometry.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

// What is drawn round and over the picture while presenting, into the current Dear ImGui window unless said
// otherwise. `stage` is where the picture stands, pixels.

/// The whole window in black, or white.
void fill_whole_screen(bool white);
/// That the scene is being prepared: on a plate over all else.
void draw_waiting(base::Lang lang);
/// Why no scene can be shown.
void draw_nothing_to_show(const app::Presentation& talk, base::Lang lang);
/// The laser's dot or the spotlight at the mouse.
void draw_stage_pointer(app::Pointer pointer, const base::Box& stage);
/// A line over the upper edge of the picture.
void draw_notice(const base::Box& stage, const base::Text& words, base::Lang lang);
/// The list of keys, in a window of its own.
void draw_present_help(const base::Box& stage, base::Lang lang);

}  // namespace ntmap::ui
