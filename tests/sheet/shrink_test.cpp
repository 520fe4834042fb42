#include "sheet/shrink.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace ntmap::sheet {
namespace {

TEST(Shrink, TakesMeansAndCutsOffWhatIsLeft) {
  const std::vector<std::uint8_t> rgba{0,  0, 0, 255, 10, 0, 0, 255, 9, 9, 9, 255,  // cut off
                                       20, 4, 0, 255, 30, 4, 0, 255, 9, 9, 9, 255};
  const Picture out = shrunk({3, 2, rgba}, 2);
  EXPECT_EQ(out.width, 1);
  EXPECT_EQ(out.height, 1);
  EXPECT_EQ(out.rgba, (std::vector<std::uint8_t>{15, 2, 0, 255}));
  EXPECT_EQ(shrunk({3, 2, rgba}, 1).rgba, rgba);
}

}  // namespace
}  // namespace ntmap::sheet
