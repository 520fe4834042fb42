#include "base/parallel.hpp"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace ntmap::base {

std::size_t thread_count() {
  return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void parallel_for(std::size_t n, std::size_t grain,
                  const std::function<void(std::size_t begin, std::size_t end)>& work) {
  grain = std::max<std::size_t>(1, grain);
  const std::size_t slices = (n + grain - 1) / grain;
  const std::size_t threads = std::min(thread_count(), slices);
  if (threads <= 1) {
    if (n > 0) work(0, n);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&] {
    for (std::size_t slice = next++; slice < slices; slice = next++) {
      try {
        work(slice * grain, std::min(n, (slice + 1) * grain));
      } catch (...) {
        const std::scoped_lock lock(failure_mutex);
        if (!failure) failure = std::current_exception();
        next = slices;
      }
    }
  };
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 1; i < threads; ++i) workers.emplace_back(run);
    run();
  }
  if (failure) std::rethrow_exception(failure);
}

void give_way() {
#ifdef __linux__
  constexpr int k_background = 5;
  // There a thread has a priority of its own, under its own number. Where it may not be lowered, all goes on
  // as it was.
  static_cast<void>(setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), k_background));
#endif
}

}  // namespace ntmap::base
