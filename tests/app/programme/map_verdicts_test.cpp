#include "app/programme/map_verdicts.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// The sample province at the end of 2025: 60 communes and 9 wards.
class MapVerdictsOfTheSample : public testing::Test {
 protected:
  MapVerdicts verdicts(const std::string& indicator) {
    const model::Project& project = m_data.project();
    auto found = map_verdicts(*m_assessment, *project.find_indicator(indicator), 69);
    EXPECT_TRUE(found.has_value());
    return found.value_or(MapVerdicts{});
  }
  std::size_t count(const MapVerdicts& verdicts, const std::string& word) const {
    return static_cast<std::size_t>(std::ranges::count(verdicts.verdicts, word, &base::Text::vi));
  }

  ProjectData m_data{
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml")))};
  std::shared_ptr<const Assessment> m_assessment =
      m_data.assessment(*m_data.project().find_period("2025-12"));
};

TEST_F(MapVerdictsOfTheSample, OneCriterion) {
  const MapVerdicts one = verdicts("moi_truong");
  EXPECT_EQ(one.criterion.vi, "Tiêu chí 17: Môi trường và an toàn thực phẩm");
  ASSERT_EQ(one.verdicts.size(), 69U);
  EXPECT_EQ(count(one, ""), 9U);  // the set is not for wards
  const auto words = m_data.figures("moi_truong", "2025-12").texts;
  EXPECT_EQ(count(one, "đạt"), static_cast<std::size_t>(std::ranges::count(words, "met")));
  EXPECT_EQ(count(one, "chưa đạt"), static_cast<std::size_t>(std::ranges::count(words, "not_met")));
  for (std::size_t unit = 0; unit < 69; ++unit) {
    if (one.verdicts[unit].vi != "chưa đạt") continue;
    EXPECT_THAT(one.evidence[unit].vi, AllOf(StartsWith("Tiêu chí 17."), HasSubstr("chưa đạt")));
    EXPECT_THAT(one.evidence[unit].en, StartsWith("Criterion 17."));
  }
}

TEST_F(MapVerdictsOfTheSample, TheWholeSetListsWhatFails) {
  const MapVerdicts all = verdicts("tieu_chi_chua_dat");
  EXPECT_TRUE(all.margins.empty());
  const auto unmet = m_data.figures("tieu_chi_chua_dat", "2025-12").values;
  for (std::size_t unit = 0; unit < 69; ++unit) {
    if (all.verdicts[unit].empty()) continue;
    EXPECT_THAT(all.evidence[unit].vi, HasSubstr("/19 tiêu chí"));
    if (unmet[unit] > 0) {
      EXPECT_THAT(all.evidence[unit].vi, HasSubstr("; chưa đạt: "));
    }
    if (unmet[unit] == 0) {
      EXPECT_THAT(all.evidence[unit].vi, Not(HasSubstr("chưa đạt")));
    }
  }
}

TEST_F(MapVerdictsOfTheSample, AFigureIsJudgedByItsIndicator) {
  const MapVerdicts income = verdicts("thu_nhap");
  EXPECT_THAT(income.criterion.vi, StartsWith("Chỉ tiêu 10"));
  ASSERT_EQ(income.margins.size(), 69U);
  const auto values = m_data.figures("thu_nhap", "2025-12").values;
  for (std::size_t unit = 0; unit < 69; ++unit) {
    if (std::isnan(income.margins[unit])) continue;
    EXPECT_EQ(income.margins[unit] >= 0, income.verdicts[unit].vi == "đạt") << unit;
    const double threshold = values[unit] / (1 + income.margins[unit] / 100);
    EXPECT_NEAR(threshold, std::round(threshold), 1e-5) << "thresholds of income are whole numbers";
  }
}

TEST_F(MapVerdictsOfTheSample, FiguresOutsideAllSetsHaveNone) {
  EXPECT_FALSE(map_verdicts(*m_assessment, *m_data.project().find_indicator("ruong_dat"), 69));
}

TEST_F(MapVerdictsOfTheSample, EvidenceNamesFilesWithoutFolders) {
  for (const base::Text& sentence : verdicts("thu_nhap").evidence) {
    EXPECT_THAT(sentence.vi, Not(HasSubstr("/xa_ntm.csv")));
    if (!sentence.empty()) {
      EXPECT_THAT(sentence.vi, HasSubstr("xa_ntm.csv, dòng "));
    }
  }
}

TEST_F(MapVerdictsOfTheSample, OneIndicatorByItsCode) {
  model::Indicator indicator;
  indicator.set = "XA_NTM_2021_2025";
  for (const char* what : {"verdict:10", "margin:10"}) {
    indicator.compute = what;
    const auto found = map_verdicts(*m_assessment, indicator, 69);
    ASSERT_TRUE(found) << what;
    EXPECT_EQ(found->margins.size(), 69U);
  }
  indicator.compute = "verdict:17.1";
  EXPECT_THAT(map_verdicts(*m_assessment, indicator, 69)->criterion.en, StartsWith("Indicator 17.1: "));
  indicator.compute = "level";
  EXPECT_FALSE(map_verdicts(*m_assessment, indicator, 69));
}

TEST(MarginPercent, HasNoDust) {
  EXPECT_EQ(margin_percent((76.4 - 80) / 80), -4.5);
  EXPECT_TRUE(std::isnan(margin_percent(model::k_no_data)));
}

TEST(MapVerdicts, AnExcludedCommuneSaysWhyNothingApplies) {
  ProjectData data(
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml"))));
  const auto assessment = data.assessment(*data.project().find_period("2024"));
  const std::uint32_t ky_loi = assessment->tree().find(model::UnitLevel::commune, "18796");
  for (const char* indicator : {"moi_truong", "tieu_chi_chua_dat", "thu_nhap"}) {
    const auto found = map_verdicts(*assessment, *data.project().find_indicator(indicator), 216);
    ASSERT_TRUE(found.has_value()) << indicator;
    EXPECT_EQ(found->verdicts[ky_loi].vi, "không áp dụng") << indicator;
    EXPECT_THAT(found->evidence[ky_loi].vi, HasSubstr("Vũng Áng")) << indicator;
  }
}

}  // namespace
}  // namespace ntmap::app
