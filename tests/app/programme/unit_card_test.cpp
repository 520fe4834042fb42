// The card of a unit and the matrix of all, on the sample project's criteria.
#include "app/programme/unit_card.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/desk/desk_content.hpp"
#include "app/desk/search.hpp"
#include "app/programme/verdict_matrix.hpp"
#include "app/project/project_file.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using criteria::Verdict;
using testing::HasSubstr;
using testing::Not;

/// The sample's communes at the end of 2025, evaluated once for all tests.
class SampleDesk : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_project = std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml")));
    ProjectData data(s_project);
    s_desk = std::make_shared<const DeskContent>(desk_content(data, "2025-12"));
  }
  static void TearDownTestSuite() {
    s_desk.reset();
    s_project.reset();
  }
  static const Assessment& assessment() { return *s_desk->assessment; }
  static VerdictMatrix matrix() { return verdict_matrix(assessment(), s_desk->main_set); }

  static std::shared_ptr<const model::Project> s_project;
  static std::shared_ptr<const DeskContent> s_desk;
};
std::shared_ptr<const model::Project> SampleDesk::s_project;
std::shared_ptr<const DeskContent> SampleDesk::s_desk;

TEST_F(SampleDesk, TheMainSetIsTheOneThatIndicatorsCount) {
  EXPECT_EQ(s_desk->main_set, "XA_NTM_2021_2025");
  EXPECT_THAT(s_desk->sets, testing::Contains("XA_NTM_NANGCAO_2021_2025"));
  EXPECT_EQ(s_desk->table_of.at("ntm.10"), "xa_ntm");
}

TEST_F(SampleDesk, TheMatrixHasNineteenColumnsAndOnlyUnitsOfTheSet) {
  const VerdictMatrix all = matrix();
  EXPECT_EQ(all.columns.size(), 19U);
  EXPECT_EQ(all.rows.size(), 60U) << "wards are not for this set";
  for (const MatrixColumn& column : all.columns)
    EXPECT_LE(column.met + column.not_met + column.unknown, all.rows.size());
}

TEST_F(SampleDesk, TheMatrixAgreesWithTheEvaluation) {
  const VerdictMatrix all = matrix();
  const std::vector<std::uint32_t> failing = units_with(all, 16, Verdict::not_met);
  EXPECT_EQ(failing.size(), all.columns[16].not_met);
  ASSERT_FALSE(failing.empty());
  const criteria::SetResult& result = *assessment().evaluation().find(all.set);
  for (const std::uint32_t unit : failing) EXPECT_EQ(result.criterion(16, unit).verdict(), Verdict::not_met);
}

TEST_F(SampleDesk, SortsTheWorstFirst) {
  VerdictMatrix all = matrix();
  sort_matrix(all, s_desk->units(), k_by_count, false);
  for (std::size_t i = 1; i < all.rows.size(); ++i)
    EXPECT_GE(all.rows[i - 1].count.not_met, all.rows[i].count.not_met);
  sort_matrix(all, s_desk->units(), 16, false);
  EXPECT_EQ(all.rows.front().marks[16].verdict(), Verdict::not_met);
  sort_matrix(all, s_desk->units(), 16, true);
  EXPECT_NE(all.rows.front().marks[16].verdict(), Verdict::not_met);
  sort_matrix(all, s_desk->units(), k_by_name, false);
  EXPECT_THAT(s_desk->units().names[all.rows.front().unit], testing::StartsWith("Cẩm"));
}

TEST_F(SampleDesk, EveryStateHasASignOfItsOwn) {
  EXPECT_STREQ(sign_of(Verdict::not_met), "×");
  EXPECT_STREQ(sign_of(Verdict::unknown), "?");
  EXPECT_STREQ(sign_of(Verdict::met), "·");
  EXPECT_STREQ(sign_of(criteria::Mark(Verdict::met).with_just_met(true)), "≈");
  EXPECT_STREQ(sign_of(Verdict::not_applicable), "");
}

TEST_F(SampleDesk, TheCardSaysWhyEachCriterionFails) {
  const VerdictMatrix all = matrix();
  const std::uint32_t unit = units_with(all, 16, Verdict::not_met).front();
  const UnitCard card = unit_card(assessment(), unit);
  ASSERT_FALSE(card.levels.empty());
  const CardLevel& level = card.levels[card.next];
  EXPECT_EQ(level.set, "XA_NTM_2021_2025") << "the first level comes before the advanced one";
  const CardCriterion& failing = level.criteria[16];
  EXPECT_EQ(failing.mark.verdict(), Verdict::not_met);
  EXPECT_THAT(failing.brief.vi, HasSubstr("17."));
  EXPECT_THAT(card.standing.vi, HasSubstr("chưa đạt"));
  EXPECT_THAT(card.standing.vi, HasSubstr("17"));
  bool explained = false;
  for (const CardIndicator& one : failing.indicators)
    explained |=
        one.mark.verdict() == Verdict::not_met && one.sentence.vi.find("chưa đạt") != std::string::npos;
  EXPECT_TRUE(explained);
}

TEST_F(SampleDesk, ACriterionThatIsPlainlyMetSaysNothingMore) {
  const UnitCard card = unit_card(assessment(), matrix().rows.front().unit);
  for (const CardCriterion& one : card.levels.front().criteria) {
    const bool plain = one.mark.verdict() == Verdict::met && !one.mark.just_met();
    EXPECT_TRUE(!plain || one.brief.empty()) << one.number;
    EXPECT_TRUE(one.mark.verdict() != Verdict::unknown || !one.brief.empty()) << one.number;
  }
}

TEST_F(SampleDesk, TipAndCardSayTheSame) {
  const std::uint32_t unit = matrix().rows.front().unit;
  const CardLevel level = unit_card(assessment(), unit).levels.front();
  EXPECT_EQ(standing_words(*assessment().evaluation().find(level.set), unit), standing_words(level));
}

TEST_F(SampleDesk, SearchFindsCommunesWithoutAccents) {
  MapContent map;
  map.figures.units = s_desk->table.units;
  const auto found = search("ky anh", *s_project, &map, s_desk.get());
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().title.vi, "Xã Kỳ Anh");
  EXPECT_EQ(found.front().kind, Found::Kind::unit);
}

TEST_F(SampleDesk, SearchFindsThemesPeriodsAndCriteria) {
  const auto kind_of = [](const char* typed) {
    const auto found = search(typed, *s_project, nullptr, s_desk.get());
    return found.empty() ? std::string("nothing") : found.front().id;
  };
  EXPECT_EQ(kind_of("tich tu ruong"), "tich-tu-ruong-dat");
  EXPECT_EQ(kind_of("cuoi nam 2021"), "2021");
  EXPECT_EQ(kind_of("tieu chi 17"), "tieu-chi-17");
  EXPECT_EQ(kind_of("chua dat tieu chi 17"), "17");
  EXPECT_EQ(kind_of("communes that fail criterion 3"), "3");
  EXPECT_EQ(kind_of("thu nhap binh quan"), "thu-nhap");
  EXPECT_EQ(kind_of("khong co gi het"), "nothing");
}

TEST(MatchScore, TheNearerTheSmaller) {
  EXPECT_EQ(match_score("lưu", "Lưu"), 0);
  EXPECT_EQ(match_score("luu", "Lưu thành…"), 1);
  EXPECT_EQ(match_score("thanh", "Lưu thành…"), 2);
  EXPECT_EQ(match_score("anh", "Lưu thành…"), 3);
  EXPECT_EQ(match_score("thanh luu", "Lưu thành…"), 4);
  EXPECT_EQ(match_score("in", "Lưu"), std::nullopt);
  EXPECT_EQ(title_score("attribute table", base::text("Bảng số liệu", "Attribute table")), 0);
  EXPECT_EQ(title_score("so lieu", base::text("Bảng số liệu", "Attribute table")), 2);
  EXPECT_EQ(title_score("in", base::text("Bảng", "Table")), std::nullopt);
}

}  // namespace
}  // namespace ntmap::app
