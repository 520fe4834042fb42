#pragma once

namespace ntmap::ui {

/// Makes freed memory go back to the system, for a program that stays open all day beside others: large
/// blocks at once, and few pools for threads. To be called before the first thread starts.
void keep_memory_low();

}  // namespace ntmap::ui
