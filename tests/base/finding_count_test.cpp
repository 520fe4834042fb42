#include "base/finding_count.hpp"

#include <gtest/gtest.h>

namespace ntmap::base {
namespace {

TEST(FindingCount, IsOfThoseThatAreNotListed) {
  Finding rest;
  rest.what = more_like_these(28);
  EXPECT_EQ(things_told_by(rest), 28U);
}

TEST(FindingCount, IsOneOfAnythingElse) {
  Finding one;
  one.what = text("sai 28 dòng", "28 rows are wrong", {});
  EXPECT_EQ(things_told_by(one), 1U);
  one.what = more_like_these(28);
  one.place = text("dòng 3", "row 3", {});
  EXPECT_EQ(things_told_by(one), 1U);
}

}  // namespace
}  // namespace ntmap::base
