#include "names/type_words.hpp"

#include <gtest/gtest.h>

#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

std::vector<GluedType> glued(const char* word) {
  return glued_types(tokens_of(key_characters(word)).at(0));
}

TEST(TypeWords, WhereATypeStands) {
  const std::u32string characters = key_characters("xã Kỳ Sơn H. Kỳ Anh");
  const std::vector<Token> tokens = tokens_of(characters);
  EXPECT_EQ(type_at(tokens, 0).type, UnitType::commune);
  EXPECT_EQ(type_at(tokens, 1).tokens, 0U);
  EXPECT_EQ(type_at(tokens, 3).type, UnitType::district);
}

TEST(TypeWords, GluedToANameOfOneCase) {
  for (const char* word : {"xãkỳanh", "XÃKỲANH"}) {
    const auto types = glued(word);
    ASSERT_FALSE(types.empty()) << word;
    EXPECT_EQ(types[0].type, UnitType::commune);
    EXPECT_EQ(types[0].letters, 2U);
    EXPECT_TRUE(types[0].sure);
  }
  EXPECT_EQ(glued("xakyanh").front().letters, 2U);
  EXPECT_FALSE(glued("xakyanh").front().sure);
  EXPECT_TRUE(glued("ttnghèn").front().sure);
  EXPECT_EQ(glued("thitrannghen").front().type, UnitType::town);
  EXPECT_EQ(glued("phuongnamha").front().type, UnitType::ward);
  EXPECT_EQ(glued("xanhsơn").front().letters, 1U) << "X. Anh Sơn: what is left must read well";
  EXPECT_EQ(glued("xaeakar").front().letters, 2U) << "a name of another language";
}

TEST(TypeWords, SyllablesAndForeignWordsAreNoTypes) {
  for (const char* word :
       {"xuân", "thạch", "phương", "huyền", "quan", "xã", "tt", "krông", "x", "pleiku", "hnol"}) {
    EXPECT_TRUE(glued(word).empty()) << word;
  }
}

}  // namespace
}  // namespace ntmap::names
