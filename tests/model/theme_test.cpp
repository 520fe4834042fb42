#include "model/theme.hpp"

#include <gtest/gtest.h>

namespace ntmap::model {
namespace {

TEST(BreakMethod, NamesRoundTrip) {
  EXPECT_EQ(all_break_methods().size(), 8U);
  for (const BreakMethod method : all_break_methods()) EXPECT_EQ(break_method_from(name_of(method)), method);
  EXPECT_FALSE(break_method_from("natural"));
}

TEST(Theme, MarksWithoutBoundsAreEqual) {
  Theme theme;
  theme.mark = ThemeMark{};
  Theme other = theme;
  EXPECT_EQ(theme, other);
  other.mark->at_least = 3;
  EXPECT_NE(theme, other);
}

}  // namespace
}  // namespace ntmap::model
