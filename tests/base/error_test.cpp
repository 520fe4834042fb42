#include "base/error.hpp"

#include <gtest/gtest.h>

namespace ntmap::base {
namespace {

TEST(Error, PlacesComeOutermostFirst) {
  Error error(ErrorKind::data, text("tọa độ không hợp lệ", "bad coordinate"), "?");
  error.at(text("đối tượng 812", "feature 812")).at("communes.shp");
  EXPECT_EQ(error.message().vi, "communes.shp: đối tượng 812: tọa độ không hợp lệ");
  EXPECT_STREQ(error.what(), "communes.shp: feature 812: bad coordinate");
  EXPECT_EQ(error.kind(), ErrorKind::data);
}

}  // namespace
}  // namespace ntmap::base
