#include "app/check/check_area_figures.hpp"

#include <gmock/gmock.h>

#include <string>

#include "app/check/check_project.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

/// A hundredth of a degree by four near 18.2° N: the unit 00006, four of them wide, has some 1,870 ha.
struct LandFigures : test::TwoVintages {
  explicit LandFigures(const std::string& figure, const std::string& more = {}) {
    replace_in("du_an.toml", "field = \"ha\"\n",
               "field = \"ha\"\nunit_vi = \"ha\"\nunit_en = \"ha\"\n" + more);
    replace_in("so_lieu.csv", "00006,5,", "00006," + figure + ",");
  }

  base::Findings found() const {
    ProjectData opened = data();
    base::Findings out = check_project(opened);
    std::erase_if(out, [](const base::Finding& one) { return one.rule != "figures.beyond-area"; });
    return out;
  }
};

TEST(CheckAreaFigures, LandThatFitsIntoItsUnitIsRight) {
  EXPECT_TRUE(LandFigures("1870").found().empty());
  EXPECT_TRUE(LandFigures("").found().empty());
}

TEST(CheckAreaFigures, LargerThanTheUnitIsAWarning) {
  const base::Findings found = LandFigures("2500").found();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, base::Severity::warning);
  EXPECT_THAT(found[0].file, EndsWith("so_lieu.csv"));
  EXPECT_EQ(found[0].place.en, "row 5: Xã Sáu");
  EXPECT_THAT(found[0].what.en,
              AllOf(HasSubstr("1 figure of “Area” in 2024"), HasSubstr("Xã Sáu 2,500 ha, the unit has 1,8")));
  EXPECT_THAT(found[0].remedy.en, HasSubstr("give the indicator a max"));
}

TEST(CheckAreaFigures, TenTimesTheUnitIsAnotherMeasure) {
  const base::Findings found = LandFigures("8000000").found();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, base::Severity::error);
  EXPECT_THAT(found[0].remedy.en, HasSubstr("10,000 m²"));
}

TEST(CheckAreaFigures, OtherMeasuresOfAreaAreConvertedAndOthersLeftAlone) {
  const LandFigures in_km2("19");  // of 18.7 km²
  in_km2.replace_in("du_an.toml", "unit_vi = \"ha\"", "unit_vi = \"km²\"");
  in_km2.replace_in("so_lieu.csv", "00002,20,", "00002,15,");
  in_km2.replace_in("so_lieu.csv", "00003,40,", "00003,30,");
  EXPECT_TRUE(in_km2.found().empty());
  in_km2.replace_in("so_lieu.csv", "00006,19,", "00006,25,");
  ASSERT_EQ(in_km2.found().size(), 1U);
  EXPECT_THAT(in_km2.found()[0].what.en, HasSubstr("Xã Sáu 2,500 ha"));
  const LandFigures in_tonnes("2500");
  in_tonnes.replace_in("du_an.toml", "unit_vi = \"ha\"", "unit_vi = \"tấn\"");
  EXPECT_TRUE(in_tonnes.found().empty());
}

TEST(CheckAreaFigures, AMaximumSaysWhatMayBe) {
  EXPECT_TRUE(LandFigures("2500", "max = 5000\n").found().empty());
}

TEST(CheckAreaFigures, FiguresOfTheCriteriaAreCompared) {
  const LandFigures project("5");
  project.replace_in(
      "du_an.toml", "[[crosswalks]]",
      "[[tables]]\nid = \"dat\"\nfile = \"dat.csv\"\nkey = \"ma\"\nperiod = \"2024\"\n"
      "[criteria]\nfigures = \"hinh.toml\"\nregion = \"btb\"\ntables = [\"dat\"]\n[[crosswalks]]");
  project.folder.write("hinh.toml",
                       "[[figure]]\nid = \"ruong\"\nvi = \"Ruộng\"\nen = \"Fields\"\nunit = \"ha\"\n"
                       "nature = \"stock\"\ncompute = \"sum\"\ncarry = \"sum\"\n");
  project.folder.write("dat.csv", "ma,ruong\n00001,5\n00002,2500\n00003,5\n00006,5\n");
  const base::Findings found = project.found();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0].file, EndsWith("dat.csv"));
  EXPECT_EQ(found[0].place.en, "row 3: Xã Hai");
  EXPECT_THAT(found[0].what.en, HasSubstr("“Fields” in 2024"));
}

}  // namespace
}  // namespace ntmap::app
