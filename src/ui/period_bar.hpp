#pragma once

#include "ui/desk.hpp"

namespace ntmap::ui {

/// The slider over the periods with its play button, in the current window over the map. Nothing where the
/// theme has one period only.
void draw_period_bar(Desk& desk);
/// While playing: goes on to the next period when its time has come. True while playing.
bool play_on(Desk& desk);

}  // namespace ntmap::ui
