#include "base/parallel.hpp"

#include <gtest/gtest.h>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <atomic>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace ntmap::base {
namespace {

TEST(ParallelFor, VisitsEachIndexOnce) {
  std::vector<int> visits(10007, 0);
  parallel_for(visits.size(), 64, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) ++visits[i];
  });
  EXPECT_EQ(std::accumulate(visits.begin(), visits.end(), 0), 10007);
  EXPECT_EQ(*std::max_element(visits.begin(), visits.end()), 1);
}

TEST(ParallelFor, NothingToDo) {
  std::atomic<int> calls{0};
  parallel_for(0, 8, [&](std::size_t, std::size_t) { ++calls; });
  EXPECT_EQ(calls, 0);
}

TEST(ParallelFor, RethrowsTheFirstFailure) {
  EXPECT_THROW(parallel_for(1000, 1,
                            [](std::size_t begin, std::size_t) {
                              if (begin == 500) throw std::runtime_error("stop");
                            }),
               std::runtime_error);
}

#ifdef __linux__
TEST(GiveWay, LowersThisThreadAndThoseItStartsAndNoOther) {
  const auto own = [] { return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid())); };
  const int before = own();
  int lowered = before;
  int started = before;
  std::thread([&] {
    give_way();
    lowered = own();
    std::thread([&] { started = own(); }).join();
  }).join();
  EXPECT_GT(lowered, before);
  EXPECT_EQ(started, lowered);
  EXPECT_EQ(own(), before);
}
#endif

}  // namespace
}  // namespace ntmap::base
