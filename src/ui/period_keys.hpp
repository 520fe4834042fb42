#pragma once

namespace ntmap::ui {

/// For the item drawn last, a slider of `count` periods of which `chosen` is shown: where arrows, Home and
/// End lead while it has the keyboard's focus, which a click gives it too. They then move nothing else.
int period_by_keys(int count, int chosen);

}  // namespace ntmap::ui
