#include "app/desk/finding_units.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/units_of.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Units three_units() {
  return test::units_of(
      {{"18001", "Kỳ Anh", "Xã", ""}, {"18002", "Kỳ Anh 1", "Xã", ""}, {"18003", "Ân Phú", "Xã", ""}});
}

std::vector<std::uint32_t> named(const base::Text& place, const base::Text& what) {
  base::Finding finding;
  finding.place = place;
  finding.what = what;
  return units_named(finding, three_units());
}

TEST(FindingUnits, AreNamedInPlaceAndWords) {
  EXPECT_THAT(named("Xã Ân Phú", ""), ElementsAre(2));
  EXPECT_THAT(named("dòng 7", "giá trị của “Xã Ân Phú” lớn hơn 100"), ElementsAre(2));
  EXPECT_THAT(named("Xã Ân Phú, Xã Kỳ Anh", ""), ElementsAre(0, 2));
}

TEST(FindingUnits, ALongerNameIsNotTheShorterOne) {
  EXPECT_THAT(named("Xã Kỳ Anh 1", ""), ElementsAre(1));
  EXPECT_THAT(named("Xã Kỳ Anh 1, Xã Kỳ Anh", ""), ElementsAre(0, 1));
  EXPECT_THAT(named("Xã Kỳ Anhh", ""), IsEmpty());
  EXPECT_THAT(named("", "Xã Ân Phúế"), IsEmpty());
}

TEST(FindingUnits, ACodeCountsWhereItStandsAlone) {
  EXPECT_THAT(named("mã 18002", ""), ElementsAre(1));
  EXPECT_THAT(named("mã 180021", ""), IsEmpty());
  EXPECT_THAT(named("tệp.csv", "bảng mã UTF-8"), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
