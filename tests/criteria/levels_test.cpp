#include "criteria/levels.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "base/error.hpp"
#include "criteria/evaluation_fixture.hpp"

namespace ntmap::criteria {
namespace {

constexpr const char* k_ntm = "XA_NTM_2021_2025";

Recognition title(const char* rank, std::uint32_t unit, int year, Date decided = {}, Date ends = {}) {
  Recognition out;
  out.unit = unit;
  out.rank = rank;
  out.attainment_year = year;
  out.decided = decided;
  out.ends = ends;
  return out;
}

/// One commune that passes everything, with titles to give it.
class LevelsTest : public test::EvaluationTest {
 protected:
  Standing standing_on(Date day, const Merger* merged = nullptr) {
    return standing(*evaluated().find(k_ntm), commune(), m_titles, ranks_from(catalogue(), "NTM"), day,
                    Counted::from_decision, m_rules.commune, merged);
  }

  void fail_criteria(int n, bool with_income) {
    const char* figures[] = {"ntm.4.1", "ntm.7",   "ntm.8.1", "ntm.9.1", "ntm.1.1",
                             "ntm.2.1", "ntm.3.1", "ntm.6.1", "ntm.16",  "ntm.11"};
    for (int i = 0; i < n - (with_income ? 1 : 0); ++i) {
      const std::string figure = figures[i];
      set(figures[i], figure == "ntm.9.1" || figure == "ntm.11" ? 90 : 0);
    }
    if (with_income) set("ntm.10", 1);
  }

  std::vector<Recognition> m_titles;
  ProgrammeRules m_rules = load_rules(test::checkout("gis_data/criteria/rules.toml"));
  Date m_day{2024, 12, 31};
};

TEST_F(LevelsTest, EvaluatedAndRecognisedAreDifferentFacts) {
  EXPECT_EQ(standing_on(m_day).state, State::evaluated);
  m_titles.push_back(title("NTM", commune(), 2023, {2023, 12, 20}));
  EXPECT_EQ(standing_on(m_day).state, State::recognised);
  set("ntm.4.1", 0);
  EXPECT_EQ(standing_on(m_day).state, State::lapsed);
  EXPECT_EQ(standing_on(m_day).failed, 1);
  m_titles.clear();
  EXPECT_EQ(standing_on(m_day).state, State::nothing);
}

TEST_F(LevelsTest, ATitleCountsFromItsDecisionOrFromTheYearItIsFor) {
  // 525/QĐ-TTg of 27/4/2022 recognises "for 2020".
  const Recognition huong_son = title("HUYEN_NTM", 1, 2020, {2022, 4, 27});
  const Date resolution{2021, 7, 15};
  EXPECT_FALSE(held_on(huong_son, resolution, Counted::from_decision));
  EXPECT_TRUE(held_on(huong_son, resolution, Counted::from_attainment));
}

TEST_F(LevelsTest, ADecisionWithinItsYearOfAttainmentIsHeldFromItsDay) {
  const Recognition early = title("HUYEN_NTM", 1, 2025, {2025, 5, 1});
  EXPECT_TRUE(held_on(early, {2025, 6, 30}, Counted::from_attainment));
  EXPECT_FALSE(held_on(early, {2025, 4, 30}, Counted::from_attainment));
  // Of a decision before the year that it is for, which is a slip, nothing is made.
  EXPECT_FALSE(held_on(title("NTM", 2, 2024, {2022, 5, 1}), {2023, 6, 30}, Counted::from_attainment));
}

TEST_F(LevelsTest, TitlesOfAnOlderSetStandApartUnlessOneOfItsOwnYearsIsThere) {
  m_titles = {title("NTM", 2, 2019, {2020, 3, 1}), title("NTM", 1, 0, {2020, 3, 1})};
  const auto titles = [&] {
    return titles_of(k_ntm, m_titles, 3, ranks_from(catalogue(), "NTM"), m_day, Counted::from_decision, 2021);
  };
  EXPECT_EQ(titles().by_unit[2], Verdict::met);
  EXPECT_EQ(titles().of_older_set[2], 1);
  EXPECT_EQ(titles().of_older_set[1], 1) << "the decision's year stands in";
  EXPECT_EQ(titles().of_older_set[0], 0);
  m_titles.push_back(title("NANGCAO", 2, 2022, {2022, 7, 1}));
  EXPECT_EQ(titles().of_older_set[2], 0);
  std::swap(m_titles.front(), m_titles.back());
  EXPECT_EQ(titles().of_older_set[2], 0);
}

TEST_F(LevelsTest, WithoutADecisionDayTheEndOfTheYearStandsIn) {
  const Recognition r = title("NTM", commune(), 2023);
  EXPECT_FALSE(held_on(r, {2023, 12, 30}, Counted::from_decision));
  EXPECT_TRUE(held_on(r, {2023, 12, 31}, Counted::from_decision));
}

TEST_F(LevelsTest, WhoIsModelIsAdvancedAndBasicToo) {
  EXPECT_THAT(ranks_from(catalogue(), "NTM"), testing::UnorderedElementsAre("NTM", "NANGCAO", "KIEUMAU"));
  EXPECT_THAT(ranks_from(catalogue(), "NANGCAO"), testing::UnorderedElementsAre("NANGCAO", "KIEUMAU"));
  EXPECT_THAT(ranks_from(catalogue(), "HUYEN_NTM"),
              testing::UnorderedElementsAre("HUYEN_NTM", "HUYEN_NANGCAO"));
  m_titles.push_back(title("KIEUMAU", commune(), 2022, {2022, 7, 1}));
  const Titles basic = titles_of(k_ntm, m_titles, units().size(), ranks_from(catalogue(), "NTM"), m_day,
                                 Counted::from_decision);
  EXPECT_EQ(basic.by_unit[commune()], Verdict::met);
  EXPECT_EQ(basic.by_unit[province()], Verdict::not_met);
}

// rules.md 4: 18/2022/QĐ-TTg.
TEST_F(LevelsTest, RevocationCountsInWholeNumbers) {
  const RevocationRule& rule = m_rules.commune;
  EXPECT_TRUE(is_revocable(rule, 10, 19, false));  // ceil(9.5)
  EXPECT_FALSE(is_revocable(rule, 9, 19, false));
  EXPECT_TRUE(is_revocable(rule, 9, 19, true));
  EXPECT_TRUE(is_revocable(rule, 6, 19, true));  // ceil(5.7)
  EXPECT_FALSE(is_revocable(rule, 5, 19, true));
  EXPECT_TRUE(is_revocable(m_rules.district, 5, 9, false));
  EXPECT_TRUE(is_revocable(m_rules.district, 3, 9, true));
  EXPECT_FALSE(is_revocable(m_rules.district, 3, 9, false));
  EXPECT_FALSE(is_revocable(m_rules.district, 2, 9, true));
  EXPECT_FALSE(is_revocable(rule, 0, 0, true));
  EXPECT_TRUE(is_revocable_by_children(m_rules.district, 6, 20));
  EXPECT_FALSE(is_revocable_by_children(m_rules.district, 5, 20));
  EXPECT_FALSE(is_revocable_by_children(m_rules.commune, 20, 20));  // communes have no communes
}

TEST_F(LevelsTest, BetweenLapsedAndRevocableTheKeyCriterionDecides) {
  m_titles.push_back(title("NTM", commune(), 2023, {2023, 12, 20}));
  fail_criteria(6, false);
  EXPECT_EQ(standing_on(m_day).state, State::lapsed);
  EXPECT_EQ(standing_on(m_day).failed, 6);
  fail_criteria(6, true);
  EXPECT_EQ(standing_on(m_day).state, State::revocable);
}

TEST_F(LevelsTest, TenOfNineteenAreEnoughWithoutAKeyCriterion) {
  m_titles.push_back(title("NTM", commune(), 2023, {2023, 12, 20}));
  fail_criteria(10, false);
  EXPECT_EQ(standing_on(m_day).failed, 10);
  EXPECT_EQ(standing_on(m_day).state, State::revocable);
}

TEST_F(LevelsTest, AnUnknownEvaluationIsNotALapse) {
  m_titles.push_back(title("NTM", commune(), 2023, {2023, 12, 20}));
  clear("ntm.4.1");
  EXPECT_EQ(standing_on(m_day).state, State::recognised_unchecked);
  EXPECT_EQ(standing_on(m_day).unknown, 1);
}

TEST_F(LevelsTest, ATitleThatExpiresEndsUnlessRenewed) {
  m_titles.push_back(title("DTVM", commune(), 2018, {2018, 6, 1}));
  m_titles.push_back(title("NTM", commune(), 2018, {2018, 6, 1}));
  expire(m_titles, "DTVM", m_rules.civilised_urban_years);
  EXPECT_TRUE(held_on(m_titles[0], {2023, 6, 1}, Counted::from_decision));
  EXPECT_FALSE(held_on(m_titles[0], m_day, Counted::from_decision));
  EXPECT_TRUE(held_on(m_titles[1], m_day, Counted::from_decision));  // NTM titles do not expire
}

TEST_F(LevelsTest, AnEndedTitleIsExpiredAndARenewalTakesItsPlace) {
  m_titles.push_back(title("NTM", commune(), 2018, {2018, 6, 1}, {2023, 6, 1}));
  EXPECT_EQ(standing_on(m_day).state, State::expired);
  m_titles.push_back(title("NTM", commune(), 2024, {2024, 5, 1}));
  EXPECT_EQ(standing_on(m_day).state, State::recognised);
  EXPECT_EQ(standing_on({2024, 1, 1}).state, State::expired);
}

TEST_F(LevelsTest, OfTwoTitlesOfOneDayTheOrderOfRowsDoesNotDecide) {
  m_titles = {title("NTM", commune(), 2020, {2020, 12, 31}), title("NTM", commune(), 2020)};
  m_titles[0].id = "R2";
  m_titles[1].id = "R1";
  EXPECT_EQ(standing_on(m_day).recognition->id, "R1");
  m_titles[0].confidence = "high";
  EXPECT_EQ(standing_on(m_day).recognition->id, "R2");
  std::swap(m_titles[0], m_titles[1]);
  EXPECT_EQ(standing_on(m_day).recognition->id, "R2");
}

TEST_F(LevelsTest, RecognisedUnderTheOldSetHasToBeConfirmed) {
  m_titles.push_back(title("NTM", commune(), 2017));
  EXPECT_TRUE(standing_on(m_day).older_set);
  m_titles.push_back(title("NTM", commune(), 2022, {2022, 7, 1}));
  EXPECT_FALSE(standing_on(m_day).older_set);
}

// Rule M01: a merged unit has a title by a new decision only.
TEST_F(LevelsTest, AMergedUnitWaitsForADecisionOfItsOwn) {
  const Merger merged{{2020, 1, 1}, {{"NTM"}, {}}};
  EXPECT_EQ(standing_on(m_day, &merged).state, State::pending_after_merger);
  m_titles.push_back(title("NTM", commune(), 2023, {2023, 12, 20}));
  EXPECT_EQ(standing_on(m_day, &merged).state, State::recognised);
}

TEST_F(LevelsTest, PartsWithoutATitleLeaveNothingToWaitFor) {
  const Merger merged{{2020, 1, 1}, {{"DTVM"}, {}}};
  EXPECT_EQ(standing_on(m_day, &merged).state, State::evaluated);
  set("ntm.4.1", 0);
  EXPECT_EQ(standing_on(m_day, &merged).state, State::nothing);
}

TEST_F(LevelsTest, ATitleOlderThanTheMergedUnitIsOneOfItsParts) {
  const Merger merged{{2020, 1, 1}, {{}, {}}};
  m_titles.push_back(title("NTM", commune(), 2017, {2018, 1, 15}));
  EXPECT_EQ(standing_on({2021, 12, 31}, &merged).state, State::pending_after_merger);
  EXPECT_NE(standing_on({2021, 12, 31}, &merged).recognition, nullptr);
  EXPECT_EQ(standing_on({2021, 12, 31}).state, State::recognised) << "no merger, no waiting";
  // 3368/QĐ-UBND of 20/12/2023 gave it anew; an advanced title of 26/1/2022 would have done.
  m_titles.push_back(title("NTM", commune(), 2023, {2023, 12, 20}));
  m_titles.back().after_merger = true;
  EXPECT_EQ(standing_on({2023, 12, 19}, &merged).state, State::pending_after_merger);
  EXPECT_EQ(standing_on({2023, 12, 20}, &merged).state, State::recognised);
  m_titles.back() = title("NANGCAO", commune(), 2021, {2022, 1, 26});
  EXPECT_EQ(standing_on({2022, 1, 26}, &merged).state, State::recognised);
}

TEST_F(LevelsTest, EveryStateHasWords) {
  for (int s = 0; s <= static_cast<int>(State::pending_after_merger); ++s) {
    EXPECT_FALSE(word(static_cast<State>(s)).vi.empty());
    EXPECT_FALSE(word(static_cast<State>(s)).en.empty());
  }
}

TEST(RecognitionsTest, OfHaTinhReadWithoutAFlaw) {
  base::Findings findings;
  const auto all = read_recognitions(test::read_csv("gis_data/hatinh/recognitions.csv"), findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(all.size(), 136U);
  const auto anew =
      std::count_if(all.begin(), all.end(), [](const Recognition& r) { return r.after_merger; });
  EXPECT_EQ(anew, 16);  // 3368/QĐ-UBND
}

TEST(RecognitionsTest, FlawsAreNamedWithTheirRow) {
  base::Findings findings;
  const auto read = read_recognitions(
      test::table_from(
          "id,unit_code,unit_code_valid,rank,attainment_year,decision_date\n"
          "R1,1,2020,NTM,2021,2022-01-26\nR2,2,2020,NTM,hai,\nR3,3,2020,NTM,,26/1/2022\nR4,4,2020,NTM,,\n"),
      findings);
  EXPECT_EQ(read.size(), 1U);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].rule, "recognitions.bad-year");
  EXPECT_EQ(findings[0].place.en, "row 3");
  EXPECT_EQ(findings[1].rule, "recognitions.bad-date");
  EXPECT_EQ(findings[2].rule, "recognitions.undated");
}

TEST(RecognitionsTest, AMissingColumnIsNamed) {
  base::Findings findings;
  EXPECT_THROW(read_recognitions(test::table_from("id,unit_code\n1,2\n"), findings), base::Error);
}

}  // namespace
}  // namespace ntmap::criteria
