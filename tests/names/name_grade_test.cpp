#include "names/name_grade.hpp"

#include <gtest/gtest.h>

namespace ntmap::names {
namespace {

Grade graded(std::string_view spelled, std::string_view unit) {
  return grade(ComparedName(spelled), ComparedName(unit));
}

TEST(NameGrade, StrictestRuleFirst) {
  EXPECT_EQ(graded("Kỳ Anh", "Kỳ Anh"), Grade::exact);
  EXPECT_EQ(graded("KÌ-ANH", "Kỳ Anh"), Grade::folded);
  EXPECT_EQ(graded("Ky Anh", "Kỳ Anh"), Grade::unmarked);
  EXPECT_EQ(graded("Duc Thọ", "Đức Thọ"), Grade::unmarked);
  EXPECT_EQ(graded("Cẩm Bình", "Kỳ Anh"), Grade::none);
}

TEST(NameGrade, ScannersMistakes) {
  for (const auto& [spelled, unit] :
       std::initializer_list<std::pair<const char*, const char*>>{{"1ộc Yên", "Lộc Yên"},
                                                                  {"Iộc Yên", "Lộc Yên"},
                                                                  {"Cẩrn Bình", "Cẩm Bình"},
                                                                  {"S0n Kim", "Son Kim"},
                                                                  {"L0c Yên", "Lộc Yên"},
                                                                  {"Thạeh Hà", "Thạch Hà"},
                                                                  {"Thạch Hả1", "Thạch Hải"},
                                                                  {"Xiiân Lộc", "Xuân Lộc"},
                                                                  {"Thạch Qiiý", "Thạch Quý"},
                                                                  {"Cẩm Llnh", "Cẩm Lĩnh"},
                                                                  {"Hcà Lạc", "Hòa Lạc"},
                                                                  {"Sơn Há", "Sơn Hà"}}) {
    EXPECT_EQ(graded(spelled, unit), Grade::scanner) << spelled;
  }
}

TEST(NameGrade, AnotherWrongLetterCountsOnlyWhereItBreaksASyllable) {
  EXPECT_EQ(graded("Tbạch Hà", "Thạch Hà"), Grade::letter);
  EXPECT_EQ(graded("Thạch Hàx", "Thạch Hà"), Grade::letter);
  EXPECT_EQ(graded("Thcạh Hà", "Thạch Hà"), Grade::letter);
  EXPECT_EQ(graded("Sơn Tân", "Sơn Tây"), Grade::weak);
  EXPECT_EQ(graded("Đức Long", "Đức Lạng"), Grade::weak);
  EXPECT_EQ(graded("Xuân Liên", "Xuân Viên"), Grade::weak);
  EXPECT_EQ(graded("Ea Kar", "Ea Kao"), Grade::weak);
}

TEST(NameGrade, WordsWrittenTogetherAreNoBrokenSyllable) {
  for (const char* spelled : {"sơntân", "sontan", "Sơntân", "SONTAN"}) {
    EXPECT_EQ(graded(spelled, "Sơn Tây"), Grade::weak) << spelled;
  }
  EXPECT_EQ(graded("kỳsâm", "Kỳ Lâm"), Grade::weak);
  EXPECT_EQ(graded("kimsongtruonh", "Kim Song Trường"), Grade::letter) << "uonh is no rime";
}

TEST(NameGrade, AnotherNameIsNotAMistake) {
  EXPECT_EQ(graded("Thạch Hạ", "Thạch Hà"), Grade::weak);
  EXPECT_EQ(graded("Sờn Há", "Sơn Hà"), Grade::weak);
  EXPECT_EQ(graded("Văn Lăng", "Văn Lang"), Grade::weak);
}

TEST(NameGrade, NumbersAreNeverTakenForOneAnother) {
  EXPECT_EQ(graded("Hà Giang 1", "Hà Giang 2"), Grade::none);
  EXPECT_EQ(graded("Sơn Kim 7", "Sơn Kim 1"), Grade::none);
  EXPECT_EQ(graded("Sơn Kim", "Sơn Kim 1"), Grade::none);
  EXPECT_EQ(graded("Sơn Kim 11", "Sơn Kim 1"), Grade::none);
  EXPECT_EQ(graded("Sơn Kim II", "Sơn Kim 1"), Grade::none);
  EXPECT_EQ(graded("5", "6"), Grade::none);
  EXPECT_EQ(graded("Sơn Kim 01", "Sơn Kim 1"), Grade::folded);
}

TEST(NameGrade, EmptyNamesAreLikeNothing) {
  EXPECT_EQ(graded("", "a"), Grade::none);
  EXPECT_EQ(graded("a", ""), Grade::none);
  EXPECT_EQ(graded("", ""), Grade::none);
}

}  // namespace
}  // namespace ntmap::names
