#include "ui/memory.hpp"

#include "ui/window.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace ntmap::ui {

void keep_memory_low() {
#ifdef __GLIBC__
  // Left to itself the threshold grows with the first large block that is freed, and pictures and tables of
  // later jobs then lie scattered in the heap. Smaller blocks cost the map dearly: with 128 kB every level of
  // detail came in fresh pages, and a zoomed frame took half as long again. A setting that is refused costs
  // memory only.
  constexpr int k_large_block = 4 * 1024 * 1024;
  constexpr int k_free_end = 16 * 1024 * 1024;
  constexpr int k_pools = 2;
  mallopt(M_MMAP_THRESHOLD, k_large_block);
  mallopt(M_TRIM_THRESHOLD, k_free_end);
  mallopt(M_ARENA_MAX, k_pools);
#endif
}

void give_memory_back() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

void give_memory_back_and_wake() {
  give_memory_back();
  Window::wake();
}

}  // namespace ntmap::ui
