#include "base/nearest_word.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ntmap::base {
namespace {

TEST(EditDistance, CountsLettersNotBytes) {
  EXPECT_EQ(edit_distance("Thạch Hà", "Thạch Hạ"), 1U);
  EXPECT_EQ(edit_distance("", "ba"), 2U);
  EXPECT_EQ(edit_distance("code", "CODE"), 0U);
  EXPECT_EQ(edit_distance("cdoe", "code"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(NearestWord, FindsTheMistypedOne) {
  const std::vector<std::string> fields{"code", "name", "full_name", "area_km2"};
  EXPECT_EQ(nearest_word("nmae", fields), "name");
  EXPECT_EQ(nearest_word("area_km", fields), "area_km2");
  EXPECT_EQ(nearest_word("population", fields), std::nullopt);
  EXPECT_EQ(nearest_word("xy", std::vector<std::string>{"ab"}), std::nullopt);
}

TEST(NearestWord, FindsTheOnlyOneThatHoldsTheWord) {
  const std::vector<std::string> themes{"nuoc-sach-tap-trung", "ho-ngheo", "thu-nhap"};
  EXPECT_EQ(nearest_word("nuoc-sach", themes), "nuoc-sach-tap-trung");
  EXPECT_EQ(nearest_word("ngheo", themes), "ho-ngheo");
  EXPECT_EQ(nearest_word("h", themes), std::nullopt);
  EXPECT_EQ(nearest_word("thu-", std::vector<std::string>{"thu-nhap", "thu-y-te-xa"}), std::nullopt);
}

TEST(NearestWord, AdviceListsWhatThereIs) {
  const Text advice = nearest_word_advice("cod", std::vector<std::string>{"code", "name"});
  EXPECT_EQ(advice.en, "Did you mean “code”? There are: code, name.");
  EXPECT_EQ(advice.vi, "Có phải ý bạn là “code”? Hiện có: code, name.");
  EXPECT_EQ(nearest_word_advice("cod", {}).en, "There are none.");
}

}  // namespace
}  // namespace ntmap::base
