#include "ui/memory.hpp"

#include "ui/window.hpp"

#ifdef __GLIBC__
#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#endif

namespace ntmap::ui {

#ifdef __GLIBC__
namespace {

/// Whether the loader has written into what is else only read: those pages would be lost.
bool is_patched(const dl_phdr_info& library) {
  for (std::size_t i = 0; i < library.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = library.dlpi_phdr[i];
    if (segment.p_type != PT_DYNAMIC) continue;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader gives addresses as numbers.
    const auto* entry = reinterpret_cast<const ElfW(Dyn)*>(library.dlpi_addr + segment.p_vaddr);
    for (; entry->d_tag != DT_NULL; ++entry) {
      if (entry->d_tag == DT_TEXTREL) return true;
      if (entry->d_tag == DT_FLAGS && (entry->d_un.d_val & DF_TEXTREL) != 0) return true;
    }
  }
  return false;
}

/// What of a library is only read lies unchanged in its file: the system gives it back page by page as soon
/// as anything runs there again.
int unmap_library(dl_phdr_info* library, std::size_t /*size*/, void* /*unused*/) {
  if (!std::string_view(library->dlpi_name).starts_with('/') || is_patched(*library)) return 0;
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  for (std::size_t i = 0; i < library->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = library->dlpi_phdr[i];
    if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
    const std::uintptr_t from = (library->dlpi_addr + segment.p_vaddr) / page * page;
    const std::uintptr_t to = library->dlpi_addr + segment.p_vaddr + segment.p_filesz;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader gives addresses as numbers.
    ::madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
  }
  return 0;
}

}  // namespace
#endif

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
  // Software OpenGL compiles its shaders with a library of 100 MB, half of which then stays mapped though
  // the next shader may come in an hour or never; opening files and data bases leaves more of the like.
  dl_iterate_phdr(&unmap_library, nullptr);
#endif
}

void give_memory_back_and_wake() {
  give_memory_back();
  Window::wake();
}

}  // namespace ntmap::ui
