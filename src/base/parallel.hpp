#pragma once

#include <cstddef>
#include <functional>

namespace ntmap::base {

/// Hardware threads, at least 1.
std::size_t thread_count();

/// Calls work(begin, end) over 0..n in slices of at least `grain`, on all threads; returns when all
/// are done. The first exception of a slice is thrown again here, after the others have ended.
/// Slices are taken in order, so results written by index do not depend on the thread count.
void parallel_for(std::size_t n, std::size_t grain,
                  const std::function<void(std::size_t begin, std::size_t end)>& work);

/// From now on this thread, and those that it starts, give way to all others of the program: for work in the
/// background that must not hold up what follows the hand. Does nothing on systems that have no such thing.
void give_way();

}  // namespace ntmap::base
