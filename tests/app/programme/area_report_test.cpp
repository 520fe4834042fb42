#include "app/programme/area_report.hpp"

#include <gmock/gmock.h>

#include <set>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using model::UnitLevel;

constexpr const char* k_basic = "XA_NTM_2021_2025";

const Assessment& period(const char* id) {
  return test::assessed(test::ha_tinh(), id);
}

const SetSummary& summary(const AreaSummary& area, const std::string& set) {
  for (const SetSummary& one : area.sets) {
    if (one.set == set) return one;
  }
  throw std::runtime_error("no set " + set);
}

const FigureSummary* figure(const AreaSummary& area, const std::string& id) {
  for (const FigureSummary& one : area.figures) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

TEST(AreaSummaries, DistrictsAddUpToTheProvince) {
  const auto districts = area_summaries(period("2024"), UnitLevel::district);
  const auto province = area_summaries(period("2024"), UnitLevel::province);
  ASSERT_EQ(districts.size(), 13U);
  ASSERT_EQ(province.size(), 1U);
  std::int64_t communes = 0;
  std::int64_t met = 0;
  std::int64_t lapsed = 0;
  double villages = 0;
  for (const AreaSummary& district : districts) {
    communes += district.communes;
    villages += figure(district, "kdc")->value.value.value();
    if (district.communes == 0) continue;
    met += summary(district, k_basic).evaluated.met;
    lapsed += summary(district, k_basic).lapsed;
  }
  EXPECT_EQ(communes, province[0].communes);
  EXPECT_EQ(communes, 182);
  EXPECT_EQ(province[0].excluded, 1);
  EXPECT_EQ(met, summary(province[0], k_basic).evaluated.met);
  EXPECT_EQ(lapsed, summary(province[0], k_basic).lapsed);
  EXPECT_EQ(villages, figure(province[0], "kdc")->value.value.value());
}

TEST(AreaSummaries, LapsedInConditionsIsNotLapsedInCriteria) {
  const AreaSummary province = area_summaries(period("2025-06"), UnitLevel::province).front();
  const SetSummary& districts = summary(province, "HUYEN_NTM_2021_2025");
  EXPECT_EQ(districts.lapsed, 8);
  EXPECT_EQ(districts.lapsed_conditions, 8);
  EXPECT_EQ(lapsed_words(districts).vi, "nay hụt điều kiện");
  const SetSummary& communes = summary(province, k_basic);
  EXPECT_EQ(communes.lapsed_conditions, 0);
  EXPECT_EQ(lapsed_words(communes).en, "now lapsed in criteria");
  SetSummary mixed = districts;
  mixed.lapsed_conditions = 3;
  EXPECT_EQ(lapsed_words(mixed).vi, "nay hụt tiêu chí, trong đó 3 chỉ hụt điều kiện");
}

TEST(AreaSummaries, TheMeanOfCriteriaIsOneNumber) {
  for (const UnitLevel level : {UnitLevel::district, UnitLevel::province}) {
    for (const AreaSummary& area : area_summaries(period("2022"), level)) {
      const FigureSummary* mean = figure(area, "tieu_chi_bq");
      if (area.communes == 0) continue;
      ASSERT_NE(mean, nullptr) << area.name;
      EXPECT_EQ(mean->value.value, summary(area, k_basic).criteria.mean()) << area.name;
      EXPECT_EQ(summary(area, k_basic).criteria.units, summary(area, k_basic).evaluated.of) << area.name;
    }
  }
}

TEST(AreaSummaries, AUnitWithoutFiguresIsCountedOnce) {
  const auto province = area_summaries(period("2024"), UnitLevel::province);
  EXPECT_EQ(figure(province[0], "von_giao")->value.missing, 34);
  EXPECT_EQ(figure(province[0], "giai_ngan_pct")->value.missing, 34);
}

TEST(AreaSummaries, SharesSayTheirBaseAndWhatIsUnknown) {
  const auto province = area_summaries(period("2025-02"), UnitLevel::province);
  const SetSummary& basic = summary(province[0], k_basic);
  EXPECT_EQ(basic.evaluated.unknown, 169) << "no tables of criteria in that period";
  EXPECT_EQ(basic.evaluated.not_applicable, 1) << "Kỳ Lợi does not implement the programme";
  ASSERT_TRUE(basic.recognised);
  EXPECT_EQ(basic.recognised->met, 170);
  EXPECT_THAT(basic.recognised->text().vi, testing::HasSubstr("trên tổng số"));
  EXPECT_EQ(province[0].sets.front().set, k_basic) << "communes come first";
}

TEST(AreaSummaries, TitlesOfAnOlderSetAreCountedApart) {
  const auto province = area_summaries(period("2024"), UnitLevel::province);
  const SetSummary& basic = summary(province[0], k_basic);
  EXPECT_GT(basic.of_older_set, 0);
  EXPECT_LT(basic.of_older_set, basic.recognised->met);
  EXPECT_THAT(recognised_text(basic).vi, testing::HasSubstr(std::to_string(basic.of_older_set) +
                                                            " theo bộ tiêu chí cũ, cần xác nhận lại"));
  EXPECT_TRUE(
      recognised_text(summary(area_summaries(period("2025-12"), UnitLevel::province)[0], k_basic)).empty());
}

TEST(AreaSummaries, AfterJulyThereIsNoDistrictLevelAndNoTitleIsGuessed) {
  EXPECT_TRUE(area_summaries(period("2025-12"), UnitLevel::district).empty());
  const auto province = area_summaries(period("2025-12"), UnitLevel::province);
  EXPECT_FALSE(summary(province[0], k_basic).recognised);
  EXPECT_EQ(summary(province[0], k_basic).evaluated.of, 60);
  EXPECT_FALSE(figure(province[0], "xa_ntm")->value.value) << "not 0 of 60";
}

TEST(AreaSummaries, AProjectOfOneDistrictHasItsWhole) {
  const Assessment& assessment = test::assessed(test::son_duong(), "2024-03");
  const auto whole = area_summaries(assessment, UnitLevel::province);
  ASSERT_EQ(whole.size(), 1U);
  EXPECT_EQ(whole[0].unit, criteria::k_no_unit);
  EXPECT_NEAR(summary(whole[0], k_basic).criteria.mean(), 17.0333, 1e-4);
}

TEST(FigureText, ShowsUnitsWordsAndWhatIsMissing) {
  criteria::Figure figure;
  figure.unit = "ha";
  criteria::FigureValue value;
  value.value = 1234.5;
  value.missing = 2;
  EXPECT_EQ(figure_text(figure, value).vi, "1.234,5 ha (thiếu số liệu của 2 đơn vị)");
  figure.unit = "0/1";
  value = {};
  value.value = 0;
  EXPECT_EQ(figure_text(figure, value).vi, "chưa");
  figure.unit = "xếp loại";
  figure.scale = {"yếu", "trung bình", "khá", "tốt"};
  value.value = 3;
  EXPECT_EQ(figure_text(figure, value).vi, "khá");
  value = {};
  value.why = {"thiếu", "missing"};
  EXPECT_EQ(figure_text(figure, value).en, "missing");
}

TEST(Left, ByDepartmentAndBySponsorAreTheSameTasks) {
  const auto tasks = [](const std::vector<criteria::Remainder>& all) {
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> out;
    for (const criteria::Remainder& one : all)
      for (const criteria::Task& task : one.tasks) out.emplace(task.unit, task.indicator);
    return out;
  };
  const Assessment& assessment = period("2025-06");
  const auto by_department = left_by_department(assessment, k_basic);
  EXPECT_FALSE(by_department.empty());
  EXPECT_EQ(tasks(by_department), tasks(left_by_sponsor(assessment, k_basic)));
  for (const criteria::Remainder& one : by_department) EXPECT_FALSE(one.who.empty());
}

TEST(UnmetMatrix, RowsAreTheUnitsThatFailNearestFirst) {
  const Assessment& assessment = period("2024");
  const UnmetMatrix matrix = unmet_matrix(assessment, k_basic);
  const auto near = nearest_units(assessment, k_basic);
  ASSERT_EQ(matrix.units.size(), near.size());
  EXPECT_EQ(matrix.numbers.size(), 19U);
  for (std::size_t row = 0; row < matrix.units.size(); ++row) {
    std::size_t failing = 0;
    for (std::size_t column = 0; column < matrix.numbers.size(); ++column)
      failing += matrix.at(row, column).verdict() == criteria::Verdict::not_met ? 1 : 0;
    EXPECT_EQ(failing, near[row].failing.size());
    EXPECT_GT(failing, 0U);
    EXPECT_FALSE(assessment.excluded(matrix.units[row]));
  }
  EXPECT_EQ(matrix.tallies[0].total(), 181);
}

TEST(Lifts, MendingOneCriterionLiftsThoseThatLackOnlyIt) {
  const auto lifts = single_lifts(period("2024"), k_basic);
  ASSERT_EQ(lifts.size(), 19U);
  EXPECT_GE(lifts[0].units.size(), lifts[1].units.size());
  EXPECT_FALSE(lifts[0].units.empty());
}

TEST(ChangeThreshold, SaysWhoWouldFlip) {
  const auto change = change_threshold(period("2024"), k_basic, "10", criteria::Decimal(1000));
  EXPECT_EQ(change.set[0][0], 0) << "nobody earns that";
  EXPECT_FALSE(change.flipped.empty());
  EXPECT_THAT(test::error_of([] { change_threshold(period("2024"), "XA", "10", criteria::Decimal(1)); }),
              testing::HasSubstr("XA"));
}

}  // namespace
}  // namespace ntmap::app
