#include "app/programme/assessment.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "app/programme/unit_report.hpp"
#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using criteria::Verdict;
using model::UnitLevel;

TEST(Assessment, HasUnitsOfAllLevels) {
  const UnitTree& tree = test::assessed(test::ha_tinh(), "2024").tree();
  EXPECT_EQ(tree.map_count, 216U);
  EXPECT_EQ(tree.of_level(UnitLevel::district).size(), 13U);
  ASSERT_EQ(tree.of_level(UnitLevel::province).size(), 1U);
  EXPECT_EQ(tree.size(), 230U);
  const std::uint32_t town = tree.find(UnitLevel::district, "449");
  EXPECT_EQ(tree.full_names[town], "Thị xã Kỳ Anh");
  EXPECT_EQ(tree.units[town].type, "thị xã");
  EXPECT_EQ(tree.units[town].parent, tree.province);
  EXPECT_EQ(tree.units[tree.find(UnitLevel::commune, "18796")].parent, town);
}

TEST(Assessment, AfterJuneTwentyFiveThereAreNoDistrictsAndNoTitles) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-12");
  EXPECT_TRUE(assessment.tree().of_level(UnitLevel::district).empty());
  EXPECT_EQ(assessment.tree().units[0].parent, assessment.tree().province);
  EXPECT_FALSE(assessment.titles_known()) << "no decision speaks of the 69 units";
  EXPECT_TRUE(assessment.input().titles.empty()) << "then shares count the evaluation";
}

// Rules M03, P01, P02: what can no longer be counted is not passed.
TEST(Assessment, AfterJuneTwentyFiveTheProvincesConditionsOnDistrictsAreUnknown) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-12");
  const criteria::SetResult& set = assessment.result("TINH_HTNV_2021_2025");
  const std::uint32_t province = assessment.tree().province;
  for (const char* code : {"1", "2", "3"})
    EXPECT_EQ(set.indicator(*set.find(code), province).verdict(), Verdict::unknown) << code;
  EXPECT_NE(set.overall(province).verdict(), Verdict::met);
}

TEST(Assessment, JudgesDistrictsAndTheProvinceToo) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  const criteria::SetResult& district = assessment.result("HUYEN_NTM_2021_2025");
  const std::uint32_t huong_khe = assessment.tree().find(UnitLevel::district, "444");
  EXPECT_TRUE(district.applies(huong_khe));
  EXPECT_GT(district.count(huong_khe).met, 0);
  EXPECT_TRUE(assessment.result("TINH_HTNV_2021_2025").applies(assessment.tree().province));
}

TEST(Assessment, AnExcludedCommuneStandsApart) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  const std::uint32_t ky_loi = test::commune(assessment, "18796");
  EXPECT_TRUE(assessment.excluded(ky_loi));
  EXPECT_THAT(assessment.exclusion(ky_loi)->reason.vi, testing::HasSubstr("Vũng Áng"));
  EXPECT_EQ(assessment.exclusion(0), nullptr);
  for (const base::Finding& finding : assessment.findings())
    EXPECT_NE(finding.rule, k_unit_without_row) << finding.file << ": it needs no row";
}

TEST(Assessment, SponsorsAreThoseOfTheUnits) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-06");
  const criteria::Sponsor* sponsor = assessment.sponsor(test::commune(assessment, "18112"));
  ASSERT_NE(sponsor, nullptr);
  EXPECT_EQ(sponsor->name, "Sở Y tế");
}

TEST(Assessment, SetsComeEachAfterThoseItNeeds) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  std::vector<std::string> sets;
  for (const auto* set : assessment.sets_of(test::commune(assessment, "18112")))
    sets.push_back(set->set().rank);
  EXPECT_THAT(sets, testing::ElementsAre("NTM", "NANGCAO", "KIEUMAU"));
  std::vector<std::string> chain;
  for (const auto* set : assessment.chain_from(assessment.result("XA_NTM_2021_2025")))
    chain.push_back(set->set().rank);
  EXPECT_EQ(chain, sets);
}

TEST(Assessment, AnUnknownSetNamesTheNearest) {
  EXPECT_THAT(test::error_of([] { test::assessed(test::ha_tinh(), "2024").result("XA_NTM_2021_2052"); }),
              testing::HasSubstr("XA_NTM_2021_2025"));
}

TEST(Assessment, TheSamplesHaveNoErrors) {
  for (app::ProjectData* data : {&test::ha_tinh(), &test::son_duong()}) {
    for (const model::Period& period : data->project().periods) {
      for (const base::Finding& finding : data->assessment(period)->findings())
        EXPECT_NE(finding.severity, base::Severity::error) << finding.file << " " << finding.what.en;
    }
    EXPECT_EQ(test::count_rule(data->registers()->findings, "recognitions.unknown-unit"), 0U);
  }
}

TEST(Registers, ATraitGivesACommuneTheThresholdsOfAnotherRegion) {
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  const test::TemporaryFolder folder;
  project->criteria->region = "btb";
  project->programme->traits =
      folder.write("vung.csv", "unit_code,unit_code_valid,region\n02539,2024-01-01,tdmnpb\n").string();
  ProjectData data(project);
  const UnitTree& tree = test::assessed(data, "2024-03").tree();
  EXPECT_EQ(tree.units[tree.find(UnitLevel::commune, "02539")].region, criteria::Region::tdmnpb);
  EXPECT_EQ(tree.units[tree.find(UnitLevel::commune, "02548")].region, criteria::Region::btb);
}

TEST(Registers, ADecisionOfAnUnknownRankIsNamedAndLeftOut) {
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  const test::TemporaryFolder folder;
  project->programme->recognitions =
      folder
          .write("cong_nhan.csv",
                 "id,unit_code,unit_code_valid,unit_name,rank,attainment_year,decision_date\n"
                 "Q1,02539,2024-01-01,Trung Yên,NTM,2023,2023-12-31\n"
                 "Q2,02548,2024-01-01,Vĩnh Lợi,NÂNGCAO,2023,2023-12-31\n"
                 "Q3,02551,2024-01-01,Thượng Ấm,HUYEN_KIEUMAU,2023,2023-12-31\n")
          .string();
  ProjectData data(project);
  const base::Findings findings = data.registers()->findings;
  ASSERT_EQ(test::count_rule(findings, "recognitions.unknown-rank"), 1U) << "figures count titles of no set";
  const base::Finding& finding = *std::find_if(findings.begin(), findings.end(), [](const auto& one) {
    return one.rule == "recognitions.unknown-rank";
  });
  EXPECT_EQ(finding.severity, base::Severity::error);
  EXPECT_THAT(finding.file, testing::HasSubstr("cong_nhan.csv"));
  EXPECT_EQ(finding.place.vi, "dòng 3, cột \"rank\"");
  EXPECT_THAT(finding.what.vi, testing::HasSubstr("Vĩnh Lợi: không có danh hiệu \"NÂNGCAO\""));
  EXPECT_THAT(finding.remedy.vi, testing::HasSubstr("“NANGCAO”"));
  EXPECT_EQ(data.registers()->recognitions.rows.size(), 2U);
}

// Rule V02: a district whose communes lose their titles, 30 % of them or more, loses its own.
TEST(Standing, ADistrictIsRevocableByItsCommunes) {
  const Assessment& before = test::assessed(test::ha_tinh(), "2022");
  const std::uint32_t vu_quang = before.tree().find(UnitLevel::district, "441");
  const criteria::SetResult& set = before.result("HUYEN_NTM_2021_2025");
  ASSERT_EQ(before.standing(set, vu_quang).children, 9);
  const std::int64_t known = before.standing(set, vu_quang).revoked_children;
  ASSERT_EQ(known, 0);
  auto project = std::make_shared<model::Project>(test::ha_tinh().project());
  const test::TemporaryFolder folder;
  std::string rows =
      "id,unit_code,unit_code_valid,unit_name,rank,attainment_year,decision_date,ends\n"
      "H,441,2020-01-01,Vũ Quang,HUYEN_NTM,2020,2021-03-01,\n";
  const auto communes = criteria::selected(before.tree().units, {{"xã"}, vu_quang});
  for (std::size_t i = 0; i < communes.size(); ++i) {
    rows += "T" + std::to_string(i) + "," + before.tree().units[communes[i]].code +
            ",2020-01-01,,NTM,2021,2021-12-31," + (i < 3 ? "2022-06-30\n" : "\n");
  }
  project->programme->recognitions = folder.write("cong_nhan.csv", rows).string();
  ProjectData data(project);
  const Assessment& after = test::assessed(data, "2022");
  const criteria::Standing said = after.standing(after.result("HUYEN_NTM_2021_2025"), vu_quang);
  EXPECT_EQ(said.revoked_children, 3);
  EXPECT_EQ(said.state, criteria::State::revocable);
  EXPECT_THAT(
      standing_text(after, after.result("HUYEN_NTM_2021_2025"), vu_quang).vi,
      testing::HasSubstr("3/9 xã bị thu hồi hoặc đến mức phải thu hồi công nhận, đến mức phải thu hồi"));
}

TEST(Registers, AnUnknownRegionOfTheProjectIsNamed) {
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  project->criteria->region = "bac";
  ProjectData data(project);
  EXPECT_THAT(test::error_of([&] { test::assessed(data, "2024-03"); }), testing::HasSubstr("tdmnpb"));
}

}  // namespace
}  // namespace ntmap::app
