#include "app/programme/unit_report.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using criteria::State;
using criteria::Verdict;

const Assessment& end_of_2024() {
  return test::assessed(test::ha_tinh(), "2024");
}

std::uint32_t first_in(State state) {
  const Assessment& assessment = end_of_2024();
  const auto& basic = assessment.result("XA_NTM_2021_2025");
  for (std::uint32_t unit = 0; unit < assessment.tree().map_count; ++unit) {
    if (basic.applies(unit) && assessment.standing(basic, unit).state == state) return unit;
  }
  ADD_FAILURE() << "no commune in that state";
  return 0;
}

TEST(UnitReport, SaysWhatIsMissingForTheNextLevel) {
  const UnitReport report = unit_report(end_of_2024(), first_in(State::lapsed));
  ASSERT_EQ(report.sets.size(), 3U);
  EXPECT_EQ(report.sets[0].rank, "NTM");
  EXPECT_EQ(report.next_set, "XA_NTM_2021_2025");
  EXPECT_EQ(report.level.vi, "chưa đạt mức nào");
  EXPECT_EQ(report.next_level, report.sets[0].name);
  ASSERT_FALSE(report.missing.empty());
  for (const base::Text& sentence : report.missing) {
    EXPECT_THAT(sentence.vi, testing::HasSubstr("Tiêu chí "));
    EXPECT_THAT(sentence.vi, testing::HasSubstr("xlsx")) << "names its table";
    EXPECT_THAT(sentence.en, testing::HasSubstr("Criterion "));
  }
}

TEST(UnitReport, RecognisedAndLapsedStandSideBySide) {
  const UnitReport report = unit_report(end_of_2024(), first_in(State::lapsed));
  EXPECT_THAT(report.sets[0].standing.vi, testing::HasSubstr("đã công nhận, nay hụt"));
  EXPECT_THAT(report.sets[0].standing.vi, testing::HasSubstr("năm đạt"));
  EXPECT_NE(report.recognised.vi, "chưa được công nhận");
  EXPECT_THAT(report.sets[0].summary.vi, testing::StartsWith(count_text(report.sets[0].count).vi));
}

TEST(UnitReport, LapsedCriteriaBesideUnknownOnesAreTheLeast) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2021-07");
  const UnitReport report = unit_report(assessment, test::commune(assessment, "18196"));
  EXPECT_THAT(report.sets[0].standing.vi, testing::HasSubstr("nay hụt ít nhất 1 tiêu chí"));
  EXPECT_THAT(report.sets[0].standing.en, testing::HasSubstr("now lapsed in at least 1 criterion"));
}

std::uint32_t district(const Assessment& assessment, const char* code) {
  return assessment.tree().find(model::UnitLevel::district, code);
}

TEST(UnitReport, ADistrictThatFailsConditionsAloneSaysWhich) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-06");
  const SetReport set = unit_report(assessment, district(assessment, "440")).sets.front();
  EXPECT_EQ(set.set, "HUYEN_NTM_2021_2025");
  EXPECT_EQ(set.count.not_met, 0);
  EXPECT_EQ(set.state, State::lapsed);
  EXPECT_THAT(
      set.standing.vi,
      testing::StartsWith("đã công nhận, nay hụt 2 điều kiện (G1: Có 100% số xã trên địa bàn đạt chuẩn "
                          "nông thôn mới, hiện 13/15; G3: "));
  EXPECT_THAT(set.standing.en, testing::StartsWith("recognised, now lapsed in 2 conditions (G1: "));
  EXPECT_THAT(set.standing.en, testing::HasSubstr("now 13 of 15"));
  EXPECT_THAT(set.standing.vi, testing::Not(testing::HasSubstr("hụt tiêu chí")));
  const SetReport one = unit_report(assessment, district(assessment, "441")).sets.front();
  EXPECT_THAT(one.standing.en, testing::StartsWith("recognised, now lapsed in 1 condition (G1: "));
}

TEST(UnitReport, ATownIsCountedByItsConditions) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-06");
  const UnitReport town = unit_report(assessment, district(assessment, "436"));
  EXPECT_EQ(town.sets.front().summary.vi, "0/1 điều kiện đạt");
  EXPECT_EQ(town.sets.back().set, "TXTP_HTNV_2021_2025");
  EXPECT_EQ(town.sets.back().summary.vi, "3/5 điều kiện đạt");
  EXPECT_EQ(town.sets.back().summary.en, "3/5 conditions met");
}

TEST(UnitReport, CountsAreThoseOfItsCriteria) {
  const UnitReport report = unit_report(end_of_2024(), first_in(State::lapsed));
  for (const SetReport& set : report.sets) {
    int not_met = 0;
    for (const CriterionReport& criterion : set.criteria)
      not_met += !criterion.gate && criterion.mark.verdict() == Verdict::not_met ? 1 : 0;
    EXPECT_EQ(not_met, set.count.not_met) << set.set;
  }
}

TEST(UnitReport, AnExcludedCommuneSaysWhy) {
  const UnitReport report = unit_report(end_of_2024(), test::commune(end_of_2024(), "18796"));
  EXPECT_THAT(report.excluded.vi, testing::HasSubstr("Vũng Áng"));
  EXPECT_EQ(report.district, "Thị xã Kỳ Anh");
  EXPECT_EQ(report.level.vi, "không áp dụng");
  EXPECT_THAT(report.missing, testing::IsEmpty());
  EXPECT_EQ(report.sets.front().overall.verdict(), Verdict::not_applicable);
  EXPECT_EQ(report.sets.front().summary.vi, "không áp dụng");
  EXPECT_THAT(report.sets.front().standing.vi, testing::HasSubstr("không áp dụng: Nằm trong quy hoạch"));
}

TEST(UnitReport, SponsorAndDeadlineAreNamed) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-06");
  const UnitReport report = unit_report(assessment, test::commune(assessment, "18112"));
  EXPECT_EQ(report.sponsor, "Sở Y tế");
  EXPECT_EQ(report.deadline, "2025-12-31");
}

TEST(UnitReport, WithoutDecisionsTitlesAreUnknown) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-12");
  const UnitReport report = unit_report(assessment, test::commune(assessment, "18196"));  // as it was
  EXPECT_TRUE(report.recognised.empty());
  for (const SetReport& set : report.sets) EXPECT_TRUE(set.standing.empty());
  EXPECT_TRUE(report.district.empty());
}

TEST(UnitReport, AMergedUnitIsPendingAndSaysWhatItsPartsHeld) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2025-12");
  const auto& basic = assessment.result("XA_NTM_2021_2025");
  std::size_t met = 0;
  for (std::uint32_t unit = 0; unit < assessment.tree().map_count; ++unit) {
    if (!basic.applies(unit) || assessment.merger(unit) == nullptr) continue;
    const UnitReport report = unit_report(assessment, unit);
    EXPECT_EQ(report.recognised.vi, "chờ thừa nhận sau sáp nhập") << report.name;
    EXPECT_THAT(report.level.vi, testing::StartsWith("chờ thừa nhận sau sáp nhập")) << report.name;
    EXPECT_THAT(report.sets[0].standing.vi, testing::HasSubstr("; gộp ngày 1/7/2025 từ ")) << report.name;
    if (basic.overall(unit).verdict() != Verdict::met) continue;
    EXPECT_THAT(report.level.vi, testing::HasSubstr("theo số liệu: Xã nông thôn mới"));
    ++met;
  }
  EXPECT_GT(met, 0U);
}

TEST(UnitReport, ATitleFromBeforeTheMergerIsNamedAsSuch) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2021");
  const UnitReport report = unit_report(assessment, test::commune(assessment, "18184"));  // Quang Diệm
  EXPECT_EQ(report.recognised.vi, "chờ thừa nhận sau sáp nhập");
  EXPECT_THAT(report.sets[0].standing.vi, testing::HasSubstr("quyết định công nhận cũ, trước sáp nhập: "));
  EXPECT_THAT(report.sets[0].standing.vi, testing::HasSubstr("năm đạt 2017"));
}

TEST(UnitReport, DistrictsAndTheProvinceHaveReportsToo) {
  const UnitTree& tree = end_of_2024().tree();
  const UnitReport district = unit_report(end_of_2024(), tree.find(model::UnitLevel::district, "444"));
  EXPECT_EQ(district.name, "Huyện Hương Khê");
  EXPECT_EQ(district.sets.front().rank, "HUYEN_NTM");
  EXPECT_FALSE(unit_report(end_of_2024(), tree.province).sets.empty());
}

TEST(UnitReport, ATownLacksForEachOfItsChains) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  const UnitReport town = unit_report(assessment, assessment.tree().find(model::UnitLevel::district, "437"));
  std::vector<std::string> sets;
  for (const NextLevel& next : town.next) {
    sets.push_back(next.set);
    EXPECT_FALSE(next.missing.empty()) << next.set;
  }
  EXPECT_THAT(sets, testing::Contains("TXTP_HTNV_2021_2025"));
  EXPECT_EQ(town.next_set, sets.front());
}

TEST(UnitReport, TheProvincesPilotIsCountedFromTheRegisters) {
  const Assessment& assessment = test::assessed(test::ha_tinh(), "2024");
  const auto sentence = [&](const char* code) {
    return indicator_report(assessment, "HATINH_2114", code, assessment.tree().province).sentence.vi;
  };
  EXPECT_THAT(sentence("1"), testing::HasSubstr("đơn vị < 13 đơn vị"));
  EXPECT_THAT(sentence("2"), testing::HasSubstr("huyện < 3 huyện"));
  EXPECT_THAT(sentence("9"), testing::HasSubstr("% < 20 %"));
}

TEST(UnitReport, MetAndNotRecognisedNamesTheConditionsNobodyHasFiguresOf) {
  auto project = std::make_shared<model::Project>(test::ha_tinh().project());
  const test::TemporaryFolder folder;
  project->programme->recognitions =
      folder
          .write("cong_nhan.csv",
                 "id,unit_code,unit_code_valid,unit_name,rank,attainment_year,decision_date\n"
                 "A,18112,2020-01-01,Thạch Bình,NTM,2022,2022-12-31\n")
          .string();
  ProjectData data(project);
  const Assessment& assessment = test::assessed(data, "2024");
  const criteria::SetResult& set = assessment.result("XA_NTM_2021_2025");
  std::size_t seen = 0;
  for (std::uint32_t unit = 0; unit < assessment.tree().map_count; ++unit) {
    if (!set.applies(unit) || assessment.standing(set, unit).state != criteria::State::evaluated) continue;
    ++seen;
    EXPECT_THAT(standing_text(assessment, set, unit).vi,
                testing::HasSubstr("điều kiện công nhận khác chưa rõ: sự hài lòng của người dân"));
  }
  EXPECT_GT(seen, 0U);
}

TEST(IndicatorReport, NamesTheDepartmentAndTheMargin) {
  const std::uint32_t unit = test::commune(end_of_2024(), "18112");
  const IndicatorReport income = indicator_report(end_of_2024(), "XA_NTM_2021_2025", "10", unit);
  EXPECT_FALSE(std::isnan(income.margin));
  EXPECT_THAT(income.lead, testing::HasSubstr("Thống kê"));
  EXPECT_THAT(income.sentence.vi, testing::HasSubstr("triệu đồng"));
  EXPECT_THAT(test::error_of([&] { indicator_report(end_of_2024(), "XA_NTM_2021_2025", "17.99", unit); }),
              testing::HasSubstr("17.9"));
}

TEST(CriterionSentences, AreOneAnIndicator) {
  const auto sentences = criterion_sentences(end_of_2024(), "XA_NTM_2021_2025", "17", 0);
  EXPECT_EQ(sentences.size(), 12U);
}

}  // namespace
}  // namespace ntmap::app
