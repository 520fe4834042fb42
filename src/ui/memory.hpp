#pragma once

namespace ntmap::ui {

/// Makes freed memory go back to the system, for a program that stays open all day beside others: large
/// blocks at once, and few pools for threads. To be called before the first thread starts.
void keep_memory_low();

/// Gives back what was freed in pieces during work that is done now, and pages of libraries that it ran
/// through (they come back by themselves where they are needed): some milliseconds, on any thread.
void give_memory_back();
/// The same on a thread that has painted, which then wakes the window.
void give_memory_back_and_wake();

}  // namespace ntmap::ui
