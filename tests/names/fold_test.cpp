#include "names/fold.hpp"

#include <gtest/gtest.h>

#include "names/damage.hpp"
#include "names/unicode.hpp"

namespace ntmap::names {
namespace {

std::string folded(std::string_view text) {
  return to_utf8(fold(text).folded);
}

void expect_same(std::string_view a, std::string_view b) {
  EXPECT_EQ(folded(a), folded(b)) << a << " and " << b;
}

void expect_apart(std::string_view a, std::string_view b) {
  EXPECT_NE(folded(a), folded(b)) << a << " and " << b;
}

TEST(Fold, CaseBlanksHyphensAndApostrophesDoNotMatter) {
  expect_same("Kỳ Anh", "  KỲ-ANH. ");
  expect_same("Kỳ Anh", "KỳAnh");
  expect_same("Ea H'leo", "Ea H’Leo");
  expect_same("Đắk R'Măng", "Đắk Rmăng");
  expect_same("Kỳ Anh", "Kỳ\u00A0\u200BAnh");
  expect_same("Kỳ Anh", test::to_nfd("Kỳ Anh"));
}

TEST(Fold, LettersThatLookLikeD) {
  expect_same("Đức Thọ", "Ðức Thọ");
  expect_same("Đức Thọ", "Ɖức Thọ");
  expect_same("đậu", "ðậu");
}

TEST(Fold, TonePlacement) {
  expect_same("Hoà", "Hòa");
  expect_same("Thuỷ", "Thủy");
  expect_same("Khoẻ", "Khỏe");
  expect_same("Quý", "Qúy");
  expect_same("Hoàn Lão", "Hòan Lão");
  EXPECT_EQ(folded("Quý"), "quí");
  EXPECT_EQ(folded("Quỹ"), "quĩ");
  EXPECT_EQ(folded("Hoà"), "hòa");
  expect_apart("Hòa", "Hóa");
}

TEST(Fold, IAndYWhereTheyAreTheNucleus) {
  expect_same("Kỳ", "Kì");
  expect_same("Mỹ Lộc", "Mĩ Lộc");
  expect_same("Quý", "Quí");
  expect_same("Sỹ", "Sĩ");
  expect_same("Ỷ La", "Ỉ La");
  expect_same("Kỳ Anh", "kìanh");
  expect_apart("Tây", "Tâi");
  expect_apart("Lay", "Lai");
  expect_apart("Thúy", "Thúi");
  EXPECT_EQ(folded("Yên"), "yên");
  EXPECT_EQ(folded("Quyết"), "quyết");
  EXPECT_EQ(folded("Huỳnh"), "hùynh");
}

TEST(Fold, Numbers) {
  expect_same("Sơn Kim 1", "Sơn Kim 01");
  expect_same("Sơn Kim 1", "Sơn Kim I");
  expect_same("Sơn Kim 2", "Sơn Kim II");
  expect_same("Sơn Kim 2", "Sơn Kim2");
  expect_same("5", "V");
  expect_apart("Hà Giang 1", "Hà Giang 2");
  expect_apart("Hà Giang 1", "Hà Giang 11");
  EXPECT_EQ(folded("Ba Vì"), "bavì");
  EXPECT_EQ(folded("Ba Vi"), "bavi");
  EXPECT_EQ(folded("BA VI"), "bavi");
  EXPECT_EQ(folded("Tổ VI"), "tổ#6");
  EXPECT_EQ(to_utf8(fold("Hả1", Digits::keep).folded), "hả1");
}

TEST(Fold, BareKeyOfAMarkedNameIsThatOfTheNameWithoutMarks) {
  for (const char* csv : {"gis_data/sources/hatinh_seats.csv", "gis_data/sources/sonduong_seats.csv"}) {
    for (const MatchUnit& unit : test::read_units(std::string(NTMAP_SOURCE_DIR) + "/" + csv)) {
      EXPECT_EQ(fold(unit.name).bare, fold(test::without_any_mark(unit.name)).folded) << unit.name;
    }
  }
}

TEST(Fold, WordsKeepTheirPlaces) {
  const Key key = fold("Thạch Hà");
  EXPECT_EQ(to_utf8(key.word_at(0)), "thach");
  EXPECT_EQ(to_utf8(key.word_at(5)), "ha");
  EXPECT_EQ(to_utf8(key.marked_word_at(99)), "hà");
  EXPECT_TRUE(key.marked);
  EXPECT_TRUE(fold(" .-").empty());
  EXPECT_TRUE(fold("").word_at(0).empty());
}

TEST(Fold, SearchKeyFindsUnmarkedText) {
  EXPECT_EQ(search_key("Xã Kỳ  Anh (mới)"), "xa ky anh moi");
  EXPECT_NE(search_key("Thị xã Kỳ Anh").find(search_key("ky anh")), std::string::npos);
  EXPECT_NE(search_key("Đức Thọ").find(search_key("ĐỨC")), std::string::npos);
}

}  // namespace
}  // namespace ntmap::names
