#include "make/tcvn3.hpp"

#include <gtest/gtest.h>

namespace ntmap {
namespace {

TEST(Tcvn3, EncodesLettersWithMarks) {
  EXPECT_EQ(sample::to_tcvn3("Thạch Hạ"),
            "Th\xB9"
            "ch H\xB9");
  EXPECT_EQ(sample::to_tcvn3("Đức Thọ"),
            "\xA7\xF8"
            "c Th\xE4");
  EXPECT_EQ(sample::to_tcvn3("Huyện"), "Huy\xD6n");
}

TEST(Tcvn3, CapitalsWithToneMarksBecomeSmall) {
  EXPECT_EQ(sample::to_tcvn3("Ích Hậu"),
            "\xDD"
            "ch H\xCBu");
}

TEST(Tcvn3, LeavesAsciiAlone) {
  EXPECT_EQ(sample::to_tcvn3("Nam 2020, 5%"), "Nam 2020, 5%");
}

TEST(Tcvn3, RefusesWhatItCannotSay) {
  EXPECT_THROW(sample::to_tcvn3("€"), std::runtime_error);
  EXPECT_THROW(sample::to_tcvn3("a\u0301"), std::runtime_error) << "a combining mark: not in normal form C";
}

}  // namespace
}  // namespace ntmap
