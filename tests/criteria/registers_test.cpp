#include "criteria/registers.hpp"

#include <gmock/gmock.h>

#include <ostream>

#include "base/error.hpp"
#include "criteria/support.hpp"

namespace ntmap::criteria {
namespace {

struct ValidityCase {
  const char* text;
  const char* from;  ///< of units
  const char* to;
  bool fits;
};

/// What a failure calls the case.
void PrintTo(const ValidityCase& one, std::ostream* out) {
  *out << one.text << " in " << one.from << ".." << one.to;
}

class CodeValidityTest : public testing::TestWithParam<ValidityCase> {};

TEST_P(CodeValidityTest, FitsUnitsOfItsDays) {
  const ValidityCase& c = GetParam();
  const auto code = code_validity_from(c.text);
  ASSERT_TRUE(code) << c.text;
  const CodeValidity units{Date::parse(c.from).value_or(Date{}), Date::parse(c.to).value_or(Date{})};
  EXPECT_EQ(is_for_units(*code, units), c.fits) << c.text << " in " << c.from << ".." << c.to;
}

INSTANTIATE_TEST_SUITE_P(All, CodeValidityTest,
                         testing::Values(ValidityCase{"2020-01-01", "2020-01-01", "2024-12-31", true},
                                         ValidityCase{"2019-12-31", "2020-01-01", "2024-12-31", false},
                                         ValidityCase{"2019-12-31", "2008-01-01", "2019-12-31", true},
                                         ValidityCase{"2008..2025-06-30", "2025-01-01", "2025-06-30", true},
                                         ValidityCase{"2008..2025-06-30", "2025-07-01", "", false},
                                         ValidityCase{"2007..2024-12-31", "2025-01-01", "2025-06-30", false},
                                         ValidityCase{"until 2025-06-30", "2020-01-01", "2024-12-31", true},
                                         ValidityCase{"until 2025-06-30", "2025-07-01", "", false},
                                         ValidityCase{"all", "2025-07-01", "", true},
                                         ValidityCase{"", "", "", true}));

TEST(CodeValidity, OtherTextsAreRefused) {
  for (const char* text : {"1/1/2020", "2020-13-01", "2025..2020", "until then"})
    EXPECT_FALSE(code_validity_from(text)) << text;
}

const Units k_units = {{"18652", "Tân Lâm Hương", "xã", k_no_unit, Region::btb, 0},
                       {"18796", "Kỳ Lợi", "xã", k_no_unit, Region::btb, 0}};
const CodeValidity k_days{{2020, 1, 1}, {2024, 12, 31}};

TEST(RegistersTest, CodesBindOnlyAmongUnitsOfTheirDays) {
  std::vector<Recognition> titles(2);
  titles[0].unit_code = titles[1].unit_code = "18652";  // Thạch Tân, then Tân Lâm Hương, then Hà Huy Tập
  titles[0].code_valid = "2019-12-31";
  titles[1].code_valid = "2020-01-01";
  base::Findings findings;
  bind_units(titles, k_units, k_days, "r.csv", findings);
  EXPECT_EQ(titles[0].unit, k_no_unit);
  EXPECT_EQ(titles[1].unit, 0U);
  EXPECT_TRUE(findings.empty()) << "a code of other days is no flaw";
}

TEST(RegistersTest, ACodeThatShouldBeThereAndIsNotIsNamed) {
  base::Findings findings;
  auto rows = read_sponsors(
      test::table_from("unit_code,unit_code_valid,sponsor,due\n99999,2020-01-01,Sở Y tế,2024-12-31\n"),
      findings);
  bind_units(rows, k_units, k_days, "do_dau.csv", findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "sponsors.unknown-unit");
  EXPECT_EQ(findings[0].file, "do_dau.csv");
  EXPECT_EQ(findings[0].place.vi, "dòng 2");
}

TEST(RegistersTest, TheExclusionOfTheSample) {
  base::Findings findings;
  auto rows = read_exclusions(test::read_csv("gis_data/hatinh/exclusions.csv"), findings);
  EXPECT_TRUE(findings.empty());
  bind_units(rows, k_units, k_days, "exclusions.csv", findings);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].unit, 1U);
  EXPECT_THAT(rows[0].reason.vi, testing::HasSubstr("Vũng Áng"));
  EXPECT_EQ(rows[0].to, (Date{2025, 6, 30}));
}

TEST(RegistersTest, AnExclusionIsFromAllSets) {
  base::Findings findings;
  const auto rows = read_exclusions(
      test::table_from("unit_code,unit_code_valid,reason_vi,set\n18796,all,x,XA_NTM_2021_2025\n"), findings);
  EXPECT_EQ(rows.size(), 1U);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "exclusions.set-not-read");
}

TEST(RegistersTest, ProductsOfTheSample) {
  base::Findings findings;
  const auto rows = read_products(test::read_csv("gis_data/hatinh/tables/ocop.csv"), findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(rows.size(), 427U);
  EXPECT_EQ(rows[0].stars, 3);
  EXPECT_EQ(rows[0].certified, (Date{2020, 5, 14}));
}

TEST(RegistersTest, FlawsOfProductsAreNamedWithTheirRow) {
  base::Findings findings;
  const auto rows = read_products(test::table_from("name,unit_code,unit_code_valid,stars,certified\n"
                                                   "a,18652,2020-01-01,6,2024-01-01\n"
                                                   "b,18652,2020-01-01,ba,2024-01-01\n"
                                                   "c,18652,2020-01-01,4,\n"
                                                   "d,18652,năm 2020,4,2024-01-01\n"
                                                   "e,18652,2020-01-01,4,1/5/2024\n"
                                                   "f,18652,2020-01-01,4,2024-05-01\n"),
                                  findings);
  EXPECT_EQ(rows.size(), 1U);
  std::vector<std::string> told;
  for (const base::Finding& one : findings) told.push_back(one.rule + ", " + one.place.en);
  EXPECT_THAT(told, testing::ElementsAre("products.not-a-number, row 2", "products.not-a-number, row 3",
                                         "products.undated, row 4", "products.bad-validity, row 5",
                                         "products.bad-date, row 6"));
}

TEST(RegistersTest, TraitsGiveACommuneItsOwnRegionOrGroup) {
  base::Findings findings;
  const auto rows = read_traits(test::table_from("unit_code,unit_code_valid,region,group\n"
                                                 "1,all,tdmnpb,\n2,all,,3\n3,all,tdmnbp,\n4,all,,4\n"),
                                findings);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].region, Region::tdmnpb);
  EXPECT_EQ(rows[1].group, 3);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_THAT(findings[0].remedy.en, testing::HasSubstr("tdmnpb"));
  EXPECT_EQ(findings[1].rule, "traits.not-a-number");
}

std::vector<UnitTrait> traits(const char* rows, base::Findings& findings) {
  return read_traits(test::table_from(std::string("unit_code,unit_code_valid,region,group\n") + rows),
                     findings);
}

TEST(RegistersTest, TwoRegionsForOneCommuneAreBothLeftOut) {
  base::Findings findings;
  const auto rows = traits("1,2020-01-01,tdmnpb,\n2,all,btb,\n1,2008..2025-06-30,dnb,\n", findings);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].unit_code, "2");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].severity, base::Severity::error);
  EXPECT_EQ(findings[0].rule, "traits.conflict");
  EXPECT_EQ(findings[0].place.vi, "dòng 4");
  EXPECT_THAT(findings[0].what.vi, testing::HasSubstr("dòng 2"));
  EXPECT_THAT(findings[0].what.vi, testing::HasSubstr("mã 1"));
  EXPECT_THAT(findings[0].what.en, testing::HasSubstr("tdmnpb"));
  EXPECT_THAT(findings[0].what.en, testing::HasSubstr("dnb"));
}

TEST(RegistersTest, TwoGroupsForOneCommuneAreBothLeftOut) {
  base::Findings findings;
  EXPECT_TRUE(traits("1,all,,1\n1,all,,2\n", findings).empty());
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "traits.conflict");
}

TEST(RegistersTest, TraitsThatAgreeOrAreOfOtherDaysStandTogether) {
  for (const char* rows :
       {"1,all,btb,\n1,all,btb,\n", "1,all,btb,\n1,all,,2\n",
        "1,2008..2019-12-31,btb,\n1,2020..2025-06-30,dnb,\n", "1,all,btb,\n2,all,dnb,\n"}) {
    base::Findings findings;
    EXPECT_EQ(traits(rows, findings).size(), 2U) << rows;
    EXPECT_TRUE(findings.empty()) << rows;
  }
}

TEST(RegistersTest, TraitsOfTwoDaysOfOneMapThatDifferAreLeftOutOfIt) {
  base::Findings findings;
  auto rows = traits("18652,2020-01-01,tdmnpb,\n18652,2022-01-01,dnb,\n18796,all,btb,\n", findings);
  ASSERT_EQ(rows.size(), 3U);
  bind_units(rows, k_units, k_days, "traits.csv", findings);
  EXPECT_EQ(rows[0].unit, k_no_unit);
  EXPECT_EQ(rows[1].unit, k_no_unit);
  EXPECT_EQ(rows[2].unit, 1U);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "traits.conflict");
  EXPECT_EQ(findings[0].file, "traits.csv");
}

TEST(RegistersTest, AMissingColumnIsAnError) {
  base::Findings findings;
  EXPECT_THROW(read_exclusions(test::table_from("unit_code\n1\n"), findings), base::Error);
}

}  // namespace
}  // namespace ntmap::criteria
