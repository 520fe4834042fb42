#include "names/unit_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/match_fixture.hpp"

namespace ntmap::names {
namespace {

class UnitsFound : public Match {};

TEST_F(UnitsFound, DistrictsMayBeDamaged) {
  expect({.name = "Xã Kỳ Sơn", .district = "Huyện Kỳ Aiih", .province = "Hà Tĩnh"}, 4, MatchRule::exact);
  expect({.name = "Xã Kỳ Sơn", .district = "Huyệu Kỳ Anh"}, 4, MatchRule::exact);
  expect({.name = "Xã Thạch Bàn", .district = "Hyuệm Thcạk Hx"}, 2, MatchRule::exact);
}

TEST_F(UnitsFound, DistrictWithoutItsTypeMeansBoth) {
  expect({.name = "Kỳ Liên", .district = "Kỳ Anh"}, 5, MatchRule::exact);
  expect({.name = "Kỳ Sơn", .district = "Kỳ Anh", .province = "Hà Tĩnh"}, 4, MatchRule::exact);
}

TEST(UnitsFoundUnits, WithoutTypeDistrictOrProvince) {
  const UnitMatcher matcher({{.code = "1", .name = "Xã Thạch Hạ"},
                             {.code = "2", .name = "Thị trấn Thạch Hà"},
                             {.code = "3", .name = "Xa Dung"}});
  EXPECT_EQ(matcher.match({{.name = "TT Thach Ha"}}).rows[0].unit, 1u);
  EXPECT_EQ(matcher.match({{.name = "Xã Xa Dung"}}).rows[0].unit, 2u);
  EXPECT_EQ(matcher.match({{.name = "Xã Thạch Hạ", .district = "Huyện Bất Kỳ"}}).rows[0].unit, 0u);
  EXPECT_TRUE(UnitMatcher({}).match({{.name = "a"}}).rows[0].candidates.empty());
}

/// Kỳ Anh is a town in one list and a district in the other; a list with districts holds none.
TEST(UnitsFoundUnits, ARowAboutADistrictIsNoUnitThatLiesInOne) {
  const auto status = [](const MatchUnit& unit, const char* name) {
    return UnitMatcher({unit}).match({{.name = name}}).rows.front().status;
  };
  const MatchUnit town{"18754", "Kỳ Anh", {}, "Huyện Kỳ Anh", {}};
  const MatchUnit district{"449", "Kỳ Anh", {}, {}, "Hà Tĩnh"};
  for (const char* name : {"TX. Kỳ Anh", "Huyện Kỳ Anh"}) {
    EXPECT_EQ(status(town, name), MatchStatus::ambiguous) << name;
    EXPECT_EQ(status(district, name), MatchStatus::matched) << name;
  }
  EXPECT_EQ(status(town, "Thị trấn Kỳ Anh"), MatchStatus::matched);
  EXPECT_EQ(status(town, "Kỳ Anh"), MatchStatus::matched);
}

TEST(UnitsFoundUnits, ARowAboutADistrictIsNoCommuneOfAListWithoutDistricts) {
  const std::vector<MatchUnit> by_code{{.code = "18751", .name = "Cẩm Xuyên"},
                                       {.code = "18754", .name = "Kỳ Anh"}};
  const std::vector<MatchUnit> by_type{{.code = "1", .name = "Cẩm Xuyên"},
                                       {.code = "2", .name = "Kỳ Anh", .type = "Xã"},
                                       {.code = "3", .name = "Xã Kỳ Bắc"}};
  for (const auto& units : {by_code, by_type}) {
    const MatchReport report = UnitMatcher(units).match(
        {{.name = "Huyện Cẩm Xuyên"}, {.name = "Thị xã Kỳ Anh"}, {.name = "Cẩm Xuyên"}});
    EXPECT_EQ(report.rows[0].status, MatchStatus::ambiguous);
    EXPECT_EQ(report.rows[1].status, MatchStatus::ambiguous);
    EXPECT_EQ(report.rows[2].status, MatchStatus::matched);
  }
  const UnitMatcher districts({{.code = "446", .name = "Cẩm Xuyên"}, {.code = "449", .name = "Kỳ Anh"}});
  EXPECT_EQ(districts.match({{.name = "Huyện Cẩm Xuyên"}}).rows[0].status, MatchStatus::matched);
}

TEST(UnitsFoundUnits, NamesWithoutMarksAsAWhole) {
  const UnitMatcher matcher({{.code = "1", .name = "Xa Ky Son"}, {.code = "2", .name = "Phuong Ky Lien"}});
  EXPECT_EQ(matcher.match({{.name = "Xa Ky Son"}}).rows[0].unit, 0u);
  EXPECT_EQ(matcher.match({{.name = "P. Ky Lien"}}).rows[0].unit, 1u);
}

TEST(UnitsFoundUnits, ADistrictThatResemblesNoneIsNotPassedOver) {
  const UnitMatcher matcher({{"1", "Phú Lộc", "Xã", "Huyện Can Lộc", "Hà Tĩnh"},
                             {"2", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh", "Hà Tĩnh"},
                             {"3", "Thạch Bàn", "Xã", "Huyện Thạch Hà", "Hà Tĩnh"},
                             {"4", "Hương Lâm", "Xã", "Huyện Hương Khê", "Hà Tĩnh"}});
  for (const char* district : {"Huyện Krông Năng", "Krông Năng", "Huyện Ea Kar", "Cư Kuin", "Huyện Đắk Mil",
                               "Huyện Chư Păh", "???", "Xyz", "Huyện Xyz", "Mê Linh", "K'Bang"}) {
    const RowMatch match = matcher.match({{.name = "Phú Lộc", .district = district}}).rows.front();
    EXPECT_EQ(match.status, MatchStatus::ambiguous) << district;
    EXPECT_THAT(match.candidates, testing::ElementsAre(0U)) << district;
  }
  for (const char* district : {"H. Cn Lc", "Huyện Cax Lộc", "Hyuện Cna Lcộ", "", " ", "-", "–"}) {
    const RowMatch match = matcher.match({{.name = "Phú Lộc", .district = district}}).rows.front();
    EXPECT_EQ(match.unit, 0U) << district;
  }
}

}  // namespace
}  // namespace ntmap::names
