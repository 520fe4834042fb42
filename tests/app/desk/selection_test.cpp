#include "app/desk/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Selection, StartsEmpty) {
  const Selection selection;
  EXPECT_TRUE(selection.empty());
  EXPECT_EQ(selection.current(), std::nullopt);
}

TEST(Selection, TheLastChosenUnitIsTheCurrentOne) {
  Selection selection;
  selection.only(5);
  selection.toggle(2);
  EXPECT_THAT(selection.units(), ElementsAre(2, 5));
  EXPECT_EQ(selection.current(), 2U);
  EXPECT_TRUE(selection.contains(5));
}

TEST(Selection, TakingTheCurrentUnitOutLeavesAnotherOneCurrent) {
  Selection selection;
  selection.only(5);
  selection.toggle(2);
  selection.toggle(2);
  EXPECT_THAT(selection.units(), ElementsAre(5));
  EXPECT_EQ(selection.current(), 5U);
  selection.toggle(5);
  EXPECT_EQ(selection.current(), std::nullopt);
}

TEST(Selection, KeepsEachUnitOnceAndInOrder) {
  Selection selection;
  const std::vector<std::uint32_t> some{4, 1, 4};
  selection.set(some);
  EXPECT_THAT(selection.units(), ElementsAre(1, 4));
  selection.add(std::vector<std::uint32_t>{3, 1});
  EXPECT_THAT(selection.units(), ElementsAre(1, 3, 4));
}

TEST(Selection, EveryChangeShowsInTheRevision) {
  Selection selection;
  const auto before = selection.revision();
  selection.only(1);
  EXPECT_GT(selection.revision(), before);
  const auto then = selection.revision();
  selection.clear();
  EXPECT_GT(selection.revision(), then);
}

Units units_of(const std::vector<std::pair<std::string, std::string>>& all) {
  Units units;
  for (const auto& [code, name] : all) {
    units.by_code[code] = static_cast<std::uint32_t>(units.codes.size());
    units.codes.push_back(code);
    units.names.push_back(name);
  }
  return units;
}

TEST(Selection, GoesOverToAnotherVintageByCodeAndName) {
  const Units before = units_of({{"1", "Kỳ Anh"}, {"2", "Kỳ Hoa"}, {"3", "Kỳ Văn"}});
  const Units after = units_of({{"3", "Kỳ Văn"}, {"1", "Kỳ Anh mới"}, {"4", "Kỳ Lạc"}});
  Selection selection;
  selection.set(std::vector<std::uint32_t>{0, 2});
  selection.move_to(before, after);
  EXPECT_THAT(selection.units(), ElementsAre(0)) << "code 1 means another commune now";
  EXPECT_EQ(selection.current(), 0U);
  selection.move_to(after, units_of({}));
  EXPECT_THAT(selection.units(), IsEmpty());
  EXPECT_EQ(selection.current(), std::nullopt);
}

}  // namespace
}  // namespace ntmap::app
