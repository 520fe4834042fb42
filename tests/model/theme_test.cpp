#include "model/theme.hpp"

#include <gtest/gtest.h>

namespace ntmap::model {
namespace {

TEST(BreakMethod, NamesRoundTrip) {
  EXPECT_EQ(all_break_methods().size(), 8U);
  for (const BreakMethod method : all_break_methods()) EXPECT_EQ(break_method_from(name_of(method)), method);
  EXPECT_FALSE(break_method_from("natural"));
}

}  // namespace
}  // namespace ntmap::model
