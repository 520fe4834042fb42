#include "stats/histogram.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "base/error.hpp"

namespace ntmap::stats {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Histogram, PrettyBinsCountEveryValueOnce) {
  const Histogram h = histogram(std::vector<double>{0.5, 3, 3, 7.2, 9.9, std::nan("")}, 5);
  EXPECT_THAT(h.bounds, ElementsAre(0, 2, 4, 6, 8, 10));
  EXPECT_THAT(h.counts, ElementsAre(1, 2, 0, 1, 1));
  EXPECT_EQ(h.missing, 1u);
  EXPECT_EQ(h.outside, 0u);
}

TEST(Histogram, GivenBoundsSayWhatTheyLeaveOut) {
  const Histogram h = histogram(std::vector<double>{0, 10, 20, 21}, std::vector<double>{0, 10, 20}, true);
  EXPECT_THAT(h.counts, ElementsAre(2, 1));
  EXPECT_EQ(h.outside, 1u);
}

TEST(Histogram, AllEqualIsOneBinAndAllMissingIsNone) {
  EXPECT_THAT(histogram(std::vector<double>{4, 4}, 10).counts, ElementsAre(2));
  const Histogram none = histogram(std::vector<double>{std::nan("")}, 10);
  EXPECT_THAT(none.counts, IsEmpty());
  EXPECT_EQ(none.missing, 1u);
}

TEST(Histogram, AllowsMoreBinsThanClasses) {
  std::vector<double> values(1000);
  std::iota(values.begin(), values.end(), 0.0);
  const Histogram h = histogram(values, 100);
  EXPECT_EQ(h.counts.size(), 100u);
  EXPECT_EQ(std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0}), 1000u);
  EXPECT_THROW(histogram(values, 0), base::Error);
}

}  // namespace
}  // namespace ntmap::stats
