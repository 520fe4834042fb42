#include "criteria/crosswalk.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "criteria/set_file.hpp"
#include "criteria/support.hpp"

namespace ntmap::criteria {
namespace {

using testing::Contains;
using testing::Field;

Units communes(std::initializer_list<const char*> codes) {
  Units out;
  for (const char* code : codes) out.push_back({code, code, "xã", k_no_unit, Region::btb, 0});
  return out;
}

Crosswalk from_text(const std::string& lines) {
  base::Findings findings;
  const auto all = read_crosswalks(
      test::table_from("from_vintage,to_vintage,effective,resolution,old_code,new_code,relation,share\n" +
                       lines),
      findings);
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(all.size(), 1U);
  return all.front();
}

std::vector<std::string> rules_of(const base::Findings& findings) {
  std::vector<std::string> out;
  for (const base::Finding& f : findings) out.push_back(f.rule);
  return out;
}

std::vector<ColumnSpec> specs() {
  std::vector<ColumnSpec> out(6);
  const char* ids[] = {"any", "ha", "ho", "level", "pass", "pct"};
  const Carry rules[] = {Carry::any, Carry::sum, Carry::sum, Carry::worst, Carry::all_met, Carry::mean};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].id = ids[i];
    out[i].carry = rules[i];
  }
  out[5].weight = "ho";
  return out;
}

/// A and B merge into B; C is split into D and E; F stays as it is.
class CrosswalkTest : public testing::Test {
 protected:
  CrosswalkTest() : m_values(2024, 4) {
    const double ha[] = {10, 20, 40, 5};
    const double ho[] = {100, 300, 400, 50};
    const double pct[] = {50, 90, 60, 70};
    for (std::size_t u = 0; u < 4; ++u) {
      m_values.set("ha", u, ha[u]);
      m_values.set("ho", u, ho[u]);
      m_values.set("pct", u, pct[u]);
      m_values.set("pass", u, u == 0 ? 0 : 1);
      m_values.set("any", u, u == 0 ? 1 : 0);
      m_values.set("level", u, static_cast<double>(u) + 1);
    }
  }

  ValueTable carried(const char* share_d, const char* share_e, std::vector<PartArea> areas = {}) {
    const Crosswalk crosswalk =
        from_text(std::string("1,2,2025-07-01,N,A,B,merge,1\n1,2,2025-07-01,N,B,B,merge,1\n"
                              "1,2,2025-07-01,N,C,D,split,") +
                  share_d + "\n1,2,2025-07-01,N,C,E,split," + share_e + "\n");
    m_tied = tie_units(crosswalk, m_old, m_new, areas, m_findings);
    return carry(m_values, m_tied, specs());
  }

  static double at(const ValueTable& values, const char* id, std::size_t unit) {
    return values.find(id)->value[unit];
  }

  Units m_old = communes({"A", "B", "C", "F"});
  Units m_new = communes({"B", "D", "E", "F"});
  ValueTable m_values;
  UnitCrosswalk m_tied;
  base::Findings m_findings;
};

TEST_F(CrosswalkTest, EachFigureGoesOverByItsRule) {
  const ValueTable out = carried("0.25", "0.75");
  EXPECT_TRUE(m_findings.empty());
  EXPECT_EQ(at(out, "ha", 0), 30);
  EXPECT_EQ(at(out, "pct", 0), 80);  // (50 x 100 + 90 x 300) / 400
  EXPECT_EQ(at(out, "pass", 0), 0);
  EXPECT_EQ(at(out, "any", 0), 1);
  EXPECT_EQ(at(out, "level", 0), 1);
  EXPECT_EQ(at(out, "ha", 1), 10);
  EXPECT_EQ(at(out, "ha", 2), 30);
  EXPECT_EQ(at(out, "pct", 1), 60);
  EXPECT_EQ(at(out, "ha", 3), 5);  // keeps its code
}

TEST_F(CrosswalkTest, PartsThatDisagreeAreMarked) {
  const ValueTable out = carried("0.25", "0.75");
  EXPECT_EQ(out.find("pass")->flags[0], k_cell_parts_differ);
  EXPECT_EQ(out.find("pass")->flags[1], 0);
  EXPECT_EQ(out.find("level")->flags[0], 0);  // the worst part is the rule, not a disagreement
}

TEST_F(CrosswalkTest, TotalsAreKept) {
  const ValueTable out = carried("0.3333", "0.6667");
  base::Findings findings;
  check_totals(m_values, out, m_tied, specs(), findings);
  EXPECT_TRUE(findings.empty());
}

TEST_F(CrosswalkTest, AnUnknownShareIsNotGuessed) {
  const ValueTable out = carried("", "");
  EXPECT_THAT(rules_of(m_findings), Contains("crosswalk.no-share"));
  EXPECT_TRUE(std::isnan(at(out, "ha", 1)));
  EXPECT_TRUE(std::isnan(at(out, "pct", 2)));
  EXPECT_EQ(at(out, "pass", 1), 1);  // needs no share
  base::Findings findings;
  check_totals(m_values, out, m_tied, specs(), findings);
  EXPECT_THAT(rules_of(findings), Contains("crosswalk.total"));
}

TEST_F(CrosswalkTest, AnAreaGivesAShareWithAMark) {
  const ValueTable out = carried("", "", {{"C", "D", 100}, {"C", "E", 300}});
  EXPECT_EQ(at(out, "ha", 1), 10);
  EXPECT_EQ(at(out, "ha", 2), 30);
  EXPECT_EQ(out.find("ha")->flags[1], k_cell_estimated);
  EXPECT_EQ(out.find("ha")->flags[0], 0);
  EXPECT_THAT(rules_of(m_findings), Contains("crosswalk.no-share"));
  EXPECT_EQ(m_findings[0].severity, base::Severity::note);
}

TEST_F(CrosswalkTest, SharesByAreaAlwaysAddToOne) {
  const ValueTable out = carried("", "", {{"C", "D", 1}, {"C", "E", 2}});
  Decimal sum(0);
  for (const UnitLink& link : m_tied.links) sum = sum + (link.by_area ? *link.share : Decimal(0));
  EXPECT_EQ(sum, Decimal(1));
  EXPECT_DOUBLE_EQ(at(out, "ha", 1) + at(out, "ha", 2), 40);
}

TEST_F(CrosswalkTest, TheOneBlankShareIsWhatTheOthersLeave) {
  const ValueTable out = carried("\"0,4\"", "", {{"C", "D", 9}, {"C", "E", 1}});
  EXPECT_EQ(at(out, "ha", 1), 16);
  EXPECT_EQ(at(out, "ha", 2), 24);
  EXPECT_EQ(out.find("ha")->flags[2], 0);  // reckoned, not estimated
  ASSERT_THAT(rules_of(m_findings), testing::ElementsAre("crosswalk.share-rest"));
  EXPECT_EQ(m_findings[0].place.en, "xã C (C), row 4, 5");
  EXPECT_THAT(m_findings[0].what.en, testing::HasSubstr("xã E (E) takes the rest: 0.6"));
}

TEST_F(CrosswalkTest, SeveralBlankSharesDivideWhatTheOthersLeave) {
  const Crosswalk crosswalk = from_text(
      "1,2,,N,A,B,merge,1\n1,2,,N,B,B,merge,1\n1,2,,N,C,D,split,0.4\n1,2,,N,C,E,split,\n1,2,,N,C,F,split,\n"
      "1,2,,N,F,F,merge,\n");
  const UnitCrosswalk tied =
      tie_units(crosswalk, m_old, m_new, {{"C", "D", 7}, {"C", "E", 1}, {"C", "F", 2}}, m_findings);
  const ValueTable out = carry(m_values, tied, specs());
  EXPECT_EQ(at(out, "ha", 1), 16);
  EXPECT_EQ(at(out, "ha", 2), 8);       // a third of the 24 that are left
  EXPECT_EQ(at(out, "ha", 3), 16 + 5);  // and F itself
  EXPECT_EQ(out.find("ha")->flags[1], 0);
  EXPECT_EQ(out.find("ha")->flags[2], k_cell_estimated);
  EXPECT_THAT(rules_of(m_findings), testing::ElementsAre("crosswalk.no-share"));
  EXPECT_THAT(m_findings[0].what.en, testing::HasSubstr("the rest, 0.6, is split by area"));
}

TEST_F(CrosswalkTest, ABlankShareBesideAWholeOneIsAnError) {
  carried("1", "");
  ASSERT_THAT(rules_of(m_findings), testing::ElementsAre("crosswalk.shares"));
  EXPECT_EQ(m_findings[0].severity, base::Severity::error);
  EXPECT_THAT(m_findings[0].what.en, testing::HasSubstr("leave nothing for the blank ones"));
}

TEST_F(CrosswalkTest, AMissingPartMakesTheWholeNoData) {
  m_values.set("ha", 0, model::k_no_data);
  m_values.set("pass", 0, model::k_no_data);
  const ValueTable out = carried("0.5", "0.5");
  EXPECT_TRUE(std::isnan(at(out, "ha", 0)));
  EXPECT_TRUE(std::isnan(at(out, "pass", 0)));
}

TEST_F(CrosswalkTest, WhatDoesNotApplyToAPartSaysNothingOfTheWhole) {
  m_values.set("pass", 0, model::k_no_data, k_cell_not_applicable);
  const ValueTable out = carried("0.5", "0.5");
  EXPECT_EQ(at(out, "pass", 0), 1);
  m_values.set("pass", 1, model::k_no_data, k_cell_not_applicable);
  EXPECT_EQ(carried("0.5", "0.5").find("pass")->flags[0], k_cell_not_applicable);
  m_values.set("pass", 1, model::k_no_data, k_cell_conflict);
  EXPECT_EQ(carried("0.5", "0.5").find("pass")->flags[0], k_cell_conflict);
}

TEST_F(CrosswalkTest, AColumnWithoutARuleIsLeftOut) {
  m_values.set("khac", 0, 1);
  EXPECT_EQ(carried("0.5", "0.5").find("khac"), nullptr);
}

TEST_F(CrosswalkTest, WhatIsWrongIsFound) {
  const auto found = [&](const char* lines) {
    base::Findings findings;
    tie_units(from_text(lines), m_old, m_new, {}, findings);
    return rules_of(findings);
  };
  const std::string good =
      "1,2,,N,A,B,merge,1\n1,2,,N,B,B,merge,1\n1,2,,N,C,D,split,0.5\n1,2,,N,C,E,split,0.5\n";
  EXPECT_THAT(found(good.c_str()), testing::IsEmpty());
  EXPECT_THAT(found("1,2,,N,B,B,merge,1\n1,2,,N,C,D,split,0.5\n1,2,,N,C,E,split,0.5\n"),
              Contains("crosswalk.lost"));
  EXPECT_THAT(found("1,2,,N,A,B,merge,1\n1,2,,N,C,D,merge,1\n"), Contains("crosswalk.empty"));
  EXPECT_THAT(found((good + "1,2,,N,A,B,merge,1\n").c_str()), Contains("crosswalk.twice"));
  EXPECT_THAT(found((good + "1,2,,N,A,D,merge,1\n").c_str()), Contains("crosswalk.shares"));
  EXPECT_THAT(found((good + "1,2,,N,X,D,merge,1\n").c_str()), Contains("crosswalk.unknown-unit"));
  EXPECT_THAT(found((good + "1,2,,N,A,Y,merge,1\n").c_str()), Contains("crosswalk.unknown-unit"));
}

TEST(ReadCrosswalkTest, ABadShareOrDayIsNamedWithItsRow) {
  base::Findings findings;
  const auto all =
      read_crosswalks(test::table_from("from_vintage,to_vintage,effective,old_code,new_code,share\n"
                                       "1,2,2025-07-01,A,B,1.2\n1,2,1/7/2025,A,B,1\n1,2,,A,B,một nửa\n"),
                      findings);
  EXPECT_TRUE(all.empty());
  EXPECT_THAT(rules_of(findings),
              testing::ElementsAre("crosswalk.bad-share", "crosswalk.bad-date", "crosswalk.bad-share"));
  EXPECT_EQ(findings[0].place.en, "row 2");
}

TEST(ReadCrosswalkTest, SharesAsOfficesWriteThem) {
  base::Findings findings;
  const auto all = read_crosswalks(
      test::table_from("from_vintage,to_vintage,old_code,new_code,share\n1,2,A,B,\"0,42\"\n1,2,A,C,58 %\n"),
      findings);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].links[0].share, Decimal::parse("0.42"));
  EXPECT_EQ(all[0].links[1].share, Decimal::parse("0.58"));
  EXPECT_TRUE(findings.empty());
}

TEST_F(CrosswalkTest, AMeanIsAsAPersonReckonsIt) {
  m_values.set("pct", 0, 95.2);
  m_values.set("pct", 1, 95.2);
  EXPECT_EQ(at(carried("0.5", "0.5"), "pct", 0), 95.2);
  EXPECT_EQ(at(carried("0.5", "0.5"), "pct", 1), 60);
}

TEST_F(CrosswalkTest, MarksStayAlongAChain) {
  const ValueTable first = carried("", "", {{"C", "D", 100}, {"C", "E", 300}});
  ASSERT_EQ(first.find("ha")->flags[1], k_cell_estimated);
  const Units last = communes({"B", "D", "F"});
  const UnitCrosswalk next =
      tie_units(from_text("2,3,,N,E,D,merge,1\n2,3,,N,D,D,merge,1\n"), m_new, last, {}, m_findings);
  const ValueTable out = carry(first, next, specs());
  EXPECT_EQ(out.find("ha")->flags[1], k_cell_estimated);
  EXPECT_EQ(out.find("pass")->flags[0], k_cell_parts_differ);
}

TEST_F(CrosswalkTest, PartsThatAFigureDoesNotApplyToAreMarked) {
  m_values.set("ha", 0, model::k_no_data, k_cell_not_applicable);
  const ValueTable out = carried("0.5", "0.5");
  EXPECT_EQ(at(out, "ha", 0), 20);
  EXPECT_EQ(out.find("ha")->flags[0], k_cell_some_parts);
}

TEST(ChainTest, TwoStepsCarryWhatOneWould) {
  const Units first = communes({"A", "B", "C"});
  const Units second = communes({"A", "C"});
  const Units third = communes({"C"});
  base::Findings findings;
  const UnitCrosswalk one =
      tie_units(from_text("1,2,,N,A,A,merge,1\n1,2,,N,B,A,merge,1\n"), first, second, {}, findings);
  const UnitCrosswalk two =
      tie_units(from_text("2,3,,N,A,C,merge,1\n2,3,,N,C,C,merge,1\n"), second, third, {}, findings);
  ValueTable values(2024, 3);
  for (std::size_t u = 0; u < 3; ++u) {
    values.set("ho", u, 100 * (static_cast<double>(u) + 1));
    values.set("pct", u, 10 * (static_cast<double>(u) + 1));
  }
  const ValueTable out = carry(carry(values, one, specs()), two, specs());
  EXPECT_TRUE(findings.empty());
  EXPECT_EQ(out.find("ho")->value[0], 600);
  EXPECT_NEAR(out.find("pct")->value[0], (10.0 * 100 + 20 * 200 + 30 * 300) / 600, 1e-12);
}

// rules.md 8: after July 2025 the mix of old ranks is shown and none is given.
TEST(RankMixTest, CountsAndWeighsTheOldRanksOfANewUnit) {
  base::Findings findings;
  const Units old_units = communes({"A", "B", "C"});
  const Units new_units = communes({"A"});
  const UnitCrosswalk tied =
      tie_units(from_text("1,2,,N,A,A,merge,1\n1,2,,N,B,A,merge,1\n1,2,,N,C,A,merge,1\n"), old_units,
                new_units, {}, findings);
  const auto mix = mix_of_ranks(tied, {3, 1, 1}, 4, {500, 300, 200});
  ASSERT_EQ(mix.size(), 1U);
  EXPECT_THAT(mix[0].parts, testing::ElementsAre(0, 2, 0, 1));
  EXPECT_THAT(mix[0].weight, testing::ElementsAre(0, 500, 0, 500));
  EXPECT_EQ(mix[0].lowest, 1U);
}

// The real case: 209 units of January 2025 become 69, with two of them split by shares nobody states.
class HaTinhCrosswalkTest : public testing::Test {
 protected:
  HaTinhCrosswalkTest()
      : m_all(read_crosswalks(test::read_csv("gis_data/hatinh/crosswalk.csv"), m_findings)) {}

  /// The units a crosswalk itself names, on one side.
  Units units_of(const Crosswalk& crosswalk, std::string CrosswalkLink::*side) {
    Units out;
    std::map<std::string, bool> seen;
    for (const CrosswalkLink& link : crosswalk.links) {
      if (!seen.emplace(link.*side, true).second) continue;
      out.push_back({link.*side, link.*side, "xã", k_no_unit, Region::btb, 0});
    }
    return out;
  }

  base::Findings m_findings;
  std::vector<Crosswalk> m_all;
};

TEST_F(HaTinhCrosswalkTest, HasThreeSteps) {
  EXPECT_TRUE(m_findings.empty());
  ASSERT_EQ(m_all.size(), 3U);
  EXPECT_EQ(m_all[0].from + " " + m_all[0].to, "2008 2020");
  EXPECT_EQ(m_all[2].effective, (Date{2025, 7, 1}));
  EXPECT_EQ(m_all[0].links.size() + m_all[1].links.size() + m_all[2].links.size(), 340U);
}

TEST_F(HaTinhCrosswalkTest, JulyTwentyFiveTakesEachOldUnitOnceAndLosesNothing) {
  const Units old_units = units_of(m_all[2], &CrosswalkLink::old_code);
  const Units new_units = units_of(m_all[2], &CrosswalkLink::new_code);
  EXPECT_EQ(old_units.size(), 209U);
  EXPECT_EQ(new_units.size(), 69U);
  const UnitCrosswalk tied = tie_units(m_all[2], old_units, new_units, {}, m_findings);
  EXPECT_THAT(rules_of(m_findings), testing::ElementsAre("crosswalk.no-share", "crosswalk.no-share"));
  EXPECT_THAT(m_findings, testing::Each(Field(&base::Finding::severity, base::Severity::warning)));
  ValueTable values(2024, old_units.size());
  for (std::size_t u = 0; u < old_units.size(); ++u) values.set("ho", u, 1000);
  const ValueTable out = carry(values, tied, specs());
  int unknown = 0;
  for (const double v : out.find("ho")->value) unknown += std::isnan(v) ? 1 : 0;
  EXPECT_EQ(unknown, 5);  // two units that get a part of Đại Nài and three that get one of Kỳ Lợi
}

TEST(CarryRulesTest, AreSetForTheFiguresOfTheProject) {
  const auto all =
      column_specs(test::project_sets(), load_figures(test::checkout("gis_data/criteria/figures.toml")));
  EXPECT_EQ(find_spec(all, "ruong_dat")->carry, Carry::sum);
  EXPECT_EQ(find_spec(all, "ntm.10")->carry, Carry::mean);
  EXPECT_EQ(find_spec(all, "ntm.10")->weight, "dan_so");
  EXPECT_EQ(find_spec(all, "ntm.17.1.tap_trung")->weight, "so_ho");
  EXPECT_EQ(find_spec(all, "ntm.4.1")->carry, Carry::all_met);
  EXPECT_EQ(find_spec(all, "ntm.9.1")->carry, Carry::sum);
  EXPECT_EQ(find_spec(all, "nc.5.3")->carry, Carry::worst);
  EXPECT_TRUE(find_spec(all, "ntm.15.3")->less_is_better);
  EXPECT_EQ(find_spec(all, "khong_co"), nullptr);
}

}  // namespace
}  // namespace ntmap::criteria
