#include "app/programme/target_report.hpp"

#include <gmock/gmock.h>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using criteria::Pace;

const TargetReport& target(const std::vector<TargetReport>& all, const std::string& id) {
  for (const TargetReport& one : all) {
    if (one.target.id == id) return one;
  }
  throw std::runtime_error("no target " + id);
}

const std::vector<TargetReport>& february_2025() {
  static const std::vector<TargetReport> all = target_reports(test::ha_tinh(), "2025-02");
  return all;
}

TEST(TargetReports, SayFigurePaceAndTheRateThatIsNeeded) {
  const TargetReport& advanced = target(february_2025(), "T022");
  EXPECT_EQ(advanced.now.value.value, 69);
  EXPECT_EQ(advanced.now.period, "2025-02");
  EXPECT_EQ(advanced.place, "Tỉnh Hà Tĩnh");
  EXPECT_EQ(advanced.wanted.vi, "≥ 75 xã đến 30/6/2025");
  EXPECT_EQ(advanced.progress.pace, Pace::late);
  EXPECT_THAT(advanced.sentence.vi, testing::EndsWith("chậm tiến độ, còn phải tăng 6 xã trong 5 tháng"));
  EXPECT_THAT(advanced.sentence.en, testing::EndsWith("late, still to rise by 6 communes in 5 months"));
}

TEST(TargetReports, WhatIsPastItsDayAndNotReachedIsOverdueHoweverOldItsFigure) {
  const auto all = target_reports(test::ha_tinh(), "2025-12");
  const TargetReport& advanced = target(all, "T022");
  EXPECT_EQ(advanced.now.period, "2025-06");
  EXPECT_EQ(advanced.progress.pace, Pace::missed);
  EXPECT_THAT(advanced.sentence.vi, testing::EndsWith("quá hạn chưa đạt"));
  EXPECT_EQ(target(all, "T024").progress.pace, Pace::missed) << "yes or no";
  EXPECT_EQ(target(all, "T060").progress.pace, Pace::missed) << "due that day, with its figure";
  EXPECT_EQ(target(all, "T044").progress.pace, Pace::late) << "due that day, no figure of it yet";
}

TEST(TargetReports, YesOrNoIsNotLateBeforeItsDay) {
  const TargetReport& province = target(february_2025(), "T039");
  EXPECT_EQ(province.progress.pace, Pace::not_due);
  EXPECT_EQ(province.progress.verdict, criteria::Verdict::not_met);
  EXPECT_THAT(province.sentence.vi, testing::EndsWith(": chưa đến hạn"));
  EXPECT_THAT(province.sentence.en, testing::EndsWith(": not due yet"));
}

TEST(TargetReports, SeveralMayApplyToOneFigure) {
  EXPECT_EQ(target(february_2025(), "T065").progress.pace, Pace::reached) << "SIPAS of 85";
  EXPECT_EQ(target(february_2025(), "T097").progress.pace, Pace::late) << "SIPAS of 90";
  EXPECT_EQ(target(february_2025(), "T097").lead, "Sở Nội vụ");
}

TEST(TargetReports, AFigureOfAnEarlierPeriodSaysSo) {
  EXPECT_EQ(target(february_2025(), "T060").now.period, "2024") << "no water table in February";
}

TEST(TargetReports, WhatAddsUpInAYearIsThatOfItsYear) {
  const TargetReport& villages = target(february_2025(), "T123");
  EXPECT_EQ(villages.now.period, "2022");
  EXPECT_EQ(villages.now.value.value, 146);
  EXPECT_EQ(villages.progress.pace, Pace::missed);
  EXPECT_EQ(target(february_2025(), "T120").progress.pace, Pace::reached);
}

TEST(TargetReports, ADistrictHasItsOwn) {
  const TargetReport& huong_khe = target(february_2025(), "T092");
  EXPECT_EQ(huong_khe.place, "Huyện Hương Khê");
  EXPECT_EQ(huong_khe.progress.pace, Pace::missed);
}

TEST(TargetReports, WordsOfAScaleAreCompared) {
  EXPECT_EQ(target(february_2025(), "T064").progress.pace, Pace::reached);
  EXPECT_EQ(target(february_2025(), "T064").wanted.vi, "≥ khá đến 31/12/2025");
}

TEST(TargetReports, OfAnotherProvinceAreNotHere) {
  for (const TargetReport& one : february_2025()) EXPECT_NE(one.target.unit_code, "076");
  EXPECT_EQ(target_reports(test::son_duong(), "2024-03").size(), 2U);
}

TEST(TargetReports, AnUnknownPeriodNamesTheNearest) {
  EXPECT_THAT(test::error_of([] { target_reports(test::ha_tinh(), "2025-20"); }),
              testing::HasSubstr("2025-"));
}

TEST(TargetReports, AProjectWithoutCriteriaHasNone) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  EXPECT_TRUE(target_reports(data, "2024").empty());
  EXPECT_TRUE(stated_figures(data).empty());
  EXPECT_TRUE(programme_findings(data).empty());
}

TEST(ProgrammeFindings, DocumentsThatDisagreeAreReportedNotAdopted) {
  std::vector<std::string> told;
  for (const base::Finding& finding : programme_findings(test::ha_tinh())) {
    if (finding.severity == base::Severity::note) continue;
    EXPECT_EQ(finding.severity, base::Severity::warning) << finding.what.en;
    told.push_back(finding.rule + " " + finding.place.en);
  }
  EXPECT_THAT(told, testing::ElementsAre("targets.document-contradicts row 4, T003",
                                         "targets.document-disagrees row 9, T008",
                                         "targets.document-disagrees row 16, T015"));
}

TEST(ProgrammeFindings, AnUnknownFigureOrAValueThatDoesNotReadIsNamedWithItsRow) {
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  const test::TemporaryFolder folder;
  project->programme->targets =
      folder
          .write("muc_tieu.csv",
                 "id,document,figure,kind,op,value,unit_level,unit_code,unit_code_valid,as_of\n"
                 "A,0,xa_nmt,observed,=,18,huyện,076,all,2024-03-19\n"
                 "B,0,xa_ntm,observed,=,mười tám,huyện,076,all,2024-03-19\n")
          .string();
  ProjectData data(project);
  const base::Findings findings = programme_findings(data);
  ASSERT_EQ(test::count_rule(findings, "targets.unknown-figure"), 1U);
  EXPECT_EQ(test::count_rule(findings, "targets.bad-value"), 1U) << "“mười tám” is no number";
  for (const base::Finding& finding : findings) {
    if (finding.rule != "targets.unknown-figure") continue;
    EXPECT_EQ(finding.place.en, "row 2, A");
    EXPECT_THAT(finding.remedy.en, testing::HasSubstr("xa_ntm"));
  }
}

}  // namespace
}  // namespace ntmap::app
