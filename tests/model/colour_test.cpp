#include "model/colour.hpp"

#include <gtest/gtest.h>

namespace ntmap::model {
namespace {

TEST(Rgb, ReadsAndWritesHex) {
  EXPECT_EQ(rgb_from("#01665e"), (Rgb{0x01, 0x66, 0x5e}));
  EXPECT_EQ(to_hex({0x01, 0x66, 0x5e}), "#01665e");
}

TEST(Rgb, RefusesOtherTexts) {
  for (const char* bad : {"", "01665e", "#01665", "#01665g", "#01665e0"}) EXPECT_FALSE(rgb_from(bad)) << bad;
}

}  // namespace
}  // namespace ntmap::model
