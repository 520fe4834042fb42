#include "app/data/whole_numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace ntmap::app {
namespace {

bool whole(const std::vector<double>& values) {
  return all_whole(values);
}

TEST(AllWhole, LooksAtWhatIsKnown) {
  EXPECT_TRUE(whole({23010, std::nan(""), 0, -4}));
  EXPECT_FALSE(whole({23010, 12.5}));
  EXPECT_FALSE(whole({std::nan("")})) << "nothing is known of them";
  EXPECT_FALSE(whole({}));
}

}  // namespace
}  // namespace ntmap::app
