#include "criteria/mergers.hpp"

#include <gmock/gmock.h>

namespace ntmap::criteria {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

CrosswalkLink link(const char* from, const char* to, std::optional<Decimal> share = Decimal(1)) {
  CrosswalkLink out;
  out.old_code = from;
  out.new_code = to;
  out.share = share;
  return out;
}

Recognition title(const char* code, const char* valid, const char* rank, Date decided) {
  Recognition out;
  out.unit_code = code;
  out.code_valid = valid;
  out.rank = rank;
  out.decided = decided;
  return out;
}

/// Communes of 2008 become those of 2020 on 1/1/2020, and those of 2025 on 1/7/2025.
class MergersTest : public testing::Test {
 protected:
  MergersTest() {
    m_first.links = {link("1", "1"), link("2", "1"), link("3", "30")};
    m_second.links = {link("1", "100"), link("4", "100"), link("30", "300", std::nullopt),
                      link("5", "500", std::nullopt), link("5", "501", std::nullopt)};
  }

  std::optional<Merger> merger(const char* code, bool after_2025) {
    Units units(1);
    units[0].code = code;
    const UnitChange first{&m_first, {{2008, 1, 1}, {2019, 12, 31}}, {2020, 1, 1}};
    const UnitChange second{&m_second, {{2020, 1, 1}, {2025, 6, 30}}, {2025, 7, 1}};
    std::vector<UnitChange> changes{second, first};
    if (!after_2025) changes.erase(changes.begin());
    return mergers_of(units, changes, m_titles, Counted::from_decision).front();
  }

  Crosswalk m_first;
  Crosswalk m_second;
  std::vector<Recognition> m_titles;
};

TEST_F(MergersTest, AMergedUnitKnowsWhatItsPartsHeldTheDayBefore) {
  m_titles = {title("1", "2019-12-31", "NTM", {2017, 5, 1}),
              title("1", "2019-12-31", "NANGCAO", {2019, 5, 1}),
              title("2", "2019-12-31", "NTM", {2020, 1, 1}),   // too late
              title("2", "2020-01-01", "NTM", {2016, 1, 1})};  // the code of another unit
  const auto made = merger("1", false);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->since, (Date{2020, 1, 1}));
  EXPECT_THAT(made->parts, ElementsAre(UnorderedElementsAre("NTM", "NANGCAO"), IsEmpty()));
}

TEST_F(MergersTest, AUnitThatOnlyChangedItsCodeOrIsNotListedIsNone) {
  EXPECT_FALSE(merger("30", false));
  EXPECT_FALSE(merger("300", true)) << "moved twice";
  EXPECT_FALSE(merger("77", true)) << "listed nowhere";
}

TEST_F(MergersTest, ASplitIsOne) {
  ASSERT_TRUE(merger("500", true));
  EXPECT_THAT(merger("500", true)->parts, ElementsAre(IsEmpty()));
}

TEST_F(MergersTest, APartThatTheRegisterDoesNotKnowHoldsWhatItsOwnPartsHeld) {
  m_titles = {title("2", "2019-12-31", "NTM", {2017, 5, 1}),
              title("4", "2019-12-31", "NANGCAO", {2018, 5, 1})};
  ASSERT_TRUE(merger("100", true));
  EXPECT_THAT(merger("100", true)->parts, ElementsAre(ElementsAre("NTM"), ElementsAre("NANGCAO")));
  m_titles.push_back(title("1", "2020-01-01", "KIEUMAU", {2024, 1, 1}));
  EXPECT_THAT(merger("100", true)->parts, ElementsAre(ElementsAre("KIEUMAU"), ElementsAre("NANGCAO")));
}

TEST_F(MergersTest, AMergerIsSeenThroughALaterChangeOfCode) {
  m_second.links = {link("1", "9")};
  ASSERT_TRUE(merger("9", true));
  EXPECT_EQ(merger("9", true)->since, (Date{2020, 1, 1}));
}

TEST_F(MergersTest, WithoutACrosswalkNothingIsKnown) {
  EXPECT_FALSE(mergers_of(Units(1), {}, m_titles, Counted::from_decision).front());
}

}  // namespace
}  // namespace ntmap::criteria
