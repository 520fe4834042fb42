#include <gmock/gmock.h>

#include "criteria/evaluation_fixture.hpp"

namespace ntmap::criteria {
namespace {

using base::Lang;
using testing::HasSubstr;

constexpr const char* k_ntm = "XA_NTM_2021_2025";
constexpr const char* k_nc = "XA_NTM_NANGCAO_2021_2025";

class ExplainTest : public test::EvaluationTest {
 protected:
  void place(const char* figure, const char* file, const char* sheet, std::uint32_t row) {
    ValueColumn& column = values().column(figure);
    column.set_place(commune(), {values().sheet({file, sheet, {}}), row});
  }
  std::string vi(const char* set_id, const char* code, std::uint32_t unit = commune()) {
    return explain(evidence_of(set_id, code, unit), Lang::vi);
  }
  std::string en(const char* set_id, const char* code, std::uint32_t unit = commune()) {
    return explain(evidence_of(set_id, code, unit), Lang::en);
  }
};

TEST_F(ExplainTest, AFailureWithItsPlace) {
  set("ntm.3.1", 76.4);
  place("ntm.3.1", "thuy_loi.xlsx", "", 41);
  EXPECT_EQ(vi(k_ntm, "3.1"),
            "Tiêu chí 3.1: 76,4 % < 80 % (QĐ 318/QĐ-TTg), chưa đạt; bảng thuy_loi.xlsx, dòng 41");
  EXPECT_EQ(en(k_ntm, "3.1"),
            "Criterion 3.1: 76.4 % < 80 % (Decision 318/QĐ-TTg), not met; table thuy_loi.xlsx, row 41");
}

TEST_F(ExplainTest, ASheetIsNamed) {
  place("ntm.3.1", "so_lieu.xlsx", "Thủy lợi", 7);
  EXPECT_EQ(vi(k_ntm, "3.1"),
            "Tiêu chí 3.1: 100 % ≥ 80 % (QĐ 318/QĐ-TTg), đạt; bảng so_lieu.xlsx, trang Thủy lợi, dòng 7");
}

TEST_F(ExplainTest, AValueIsNeverRoundedOntoItsThreshold) {
  set("ntm.3.1", 79.99999999);
  EXPECT_THAT(vi(k_ntm, "3.1"), HasSubstr("79,99999999 % < 80 %"));
  set("ntm.3.1", 80);
  EXPECT_EQ(vi(k_ntm, "3.1"), "Tiêu chí 3.1: 80 % = 80 % (QĐ 318/QĐ-TTg), đạt (mới chạm chuẩn)");
}

TEST_F(ExplainTest, AMissingFigureAndAMissingThresholdAreDifferentThings) {
  clear("ntm.3.1");
  EXPECT_EQ(vi(k_ntm, "3.1"), "Tiêu chí 3.1: chưa có số liệu, ngưỡng ≥ 80 % (QĐ 318/QĐ-TTg), chưa rõ");
  EXPECT_EQ(en(k_ntm, "3.1"), "Criterion 3.1: no figure, threshold ≥ 80 % (Decision 318/QĐ-TTg), unknown");
  use_sets(test::project_sets());
  EXPECT_EQ(vi(k_ntm, "2.1"),
            "Tiêu chí 2.1: 100 %, chưa có ngưỡng (QĐ 318/QĐ-TTg; ngưỡng giao UBND cấp tỉnh), chưa rõ");
  clear("ntm.2.1");
  EXPECT_EQ(en(k_ntm, "2.1"),
            "Criterion 2.1: no figure, no threshold (Decision 318/QĐ-TTg; threshold delegated to UBND cấp "
            "tỉnh), unknown");
}

TEST_F(ExplainTest, AnIllustrativeThresholdIsOwnedUpTo) {
  set("ntm.2.2", 85);
  EXPECT_EQ(vi(k_ntm, "2.2"),
            "Tiêu chí 2.2: 85 % < 90 % (QĐ 318/QĐ-TTg; ngưỡng minh họa, không phải quy định), chưa đạt");
  EXPECT_EQ(
      en(k_ntm, "2.2"),
      "Criterion 2.2: 85 % < 90 % (Decision 318/QĐ-TTg; illustrative threshold, not a regulation), not met");
}

TEST_F(ExplainTest, IncomeSaysWhatComesNextYear) {
  set("ntm.10", 54.78);
  EXPECT_EQ(vi(k_nc, "10"),
            "Tiêu chí 10: 54,78 triệu đồng/người/năm ≥ 54 triệu đồng/người/năm (QĐ 318/QĐ-TTg), đạt (mới "
            "chạm chuẩn), "
            "thấp hơn ngưỡng năm 2025 (58 triệu đồng/người/năm)");
  EXPECT_THAT(en(k_nc, "10"),
              HasSubstr("met (just met), below the threshold of 2025 (58 million VND/person/year)"));
}

TEST_F(ExplainTest, PassAndFailInWords) {
  EXPECT_EQ(vi(k_ntm, "4.1"), "Tiêu chí 4.1: Đạt (QĐ 318/QĐ-TTg), đạt");
  set("ntm.4.1", 0);
  EXPECT_EQ(vi(k_ntm, "4.1"), "Tiêu chí 4.1: Không đạt (QĐ 318/QĐ-TTg), chưa đạt");
  EXPECT_EQ(en(k_ntm, "4.1"), "Criterion 4.1: fail (Decision 318/QĐ-TTg), not met");
}

TEST_F(ExplainTest, BothSexesAreToldApart) {
  set("ntm.15.1.nam", 92);
  set("ntm.15.1.nu", 89.5);
  EXPECT_EQ(vi(k_ntm, "15.1"), "Tiêu chí 15.1: nam 92 % ≥ 90 %; nữ 89,5 % < 90 % (QĐ 318/QĐ-TTg), chưa đạt");
  EXPECT_EQ(en(k_ntm, "15.1"),
            "Criterion 15.1: men 92 % ≥ 90 %; women 89.5 % < 90 % (Decision 318/QĐ-TTg), not met");
}

TEST_F(ExplainTest, ARuleShowsItsFigures) {
  set("ntm.13.1.htx", 0);
  set("ntm.13.1.tht", 1);
  clear("ntm.13.1.hop_dong");
  EXPECT_EQ(
      vi(k_ntm, "13.1"),
      "Tiêu chí 13.1: cần một trong: hợp tác xã hoạt động hiệu quả: Không đạt; hoặc (tổ hợp tác hoạt động "
      "hiệu quả: Đạt; có hợp đồng hợp tác, tiêu thụ sản phẩm chủ lực: chưa có số liệu) (QĐ 318/QĐ-TTg), "
      "chưa rõ");
}

TEST_F(ExplainTest, ARefusedCellIsNamed) {
  flag("ntm.3.1", k_cell_refused);
  place("ntm.3.1", "thuy_loi.xlsx", "", 41);
  EXPECT_EQ(
      vi(k_ntm, "3.1"),
      "Tiêu chí 3.1: ô không đọc được, ngưỡng ≥ 80 % (QĐ 318/QĐ-TTg), chưa rõ; bảng thuy_loi.xlsx, dòng 41");
}

TEST_F(ExplainTest, AUnitThatDoesNotImplementIsNotJudged) {
  exclude(commune());
  EXPECT_EQ(vi(k_ntm, "3.1"), "Tiêu chí 3.1: không áp dụng (không triển khai chương trình)");
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::not_applicable);
  EXPECT_EQ(verdict(k_ntm, "5"), Verdict::not_applicable);
  EXPECT_EQ(result().find(k_ntm)->count(commune()).unknown, 0);
}

TEST_F(ExplainTest, ARatingIsSaidInItsWord) {
  set("nc.5.5", 2);
  EXPECT_EQ(vi(k_nc, "5.5"), "Tiêu chí 5.5: Trung bình < Khá (QĐ 318/QĐ-TTg), chưa đạt");
}

TEST_F(ExplainTest, NotApplicableAndConflict) {
  flag("ntm.13.4", k_cell_not_applicable);
  EXPECT_EQ(vi(k_ntm, "13.4"), "Tiêu chí 13.4: không áp dụng (QĐ 318/QĐ-TTg), không áp dụng");
  flag("ntm.3.1", k_cell_conflict);
  EXPECT_EQ(en(k_ntm, "3.1"),
            "Criterion 3.1: two sources give different figures (Decision 318/QĐ-TTg), unknown");
}

TEST_F(ExplainTest, AConflictNamesBothPlacesAndWhatEachSays) {
  flag("ntm.3.1", k_cell_conflict);
  place("ntm.3.1", "xa_ntm.csv", "", 4);
  const std::uint16_t first = values().sheet({"xa_ntm.csv", "", {}});
  const std::uint16_t second = values().sheet({"bo_sung.xlsx", "Thủy lợi", {}});
  values().column("ntm.3.1").differing[commune()] = {{{first, 4}, 76.4}, {{second, 9}, 80}};
  EXPECT_EQ(vi(k_ntm, "3.1"),
            "Tiêu chí 3.1: hai nguồn cho số liệu khác nhau: 76,4 % (bảng xa_ntm.csv, dòng 4) và 80 % (bảng "
            "bo_sung.xlsx, trang Thủy lợi, dòng 9) (QĐ 318/QĐ-TTg), chưa rõ");
  values().column("ntm.3.1").differing[commune()][1].value = model::k_no_data;
  EXPECT_THAT(en(k_ntm, "3.1"), HasSubstr("76.4 % (table xa_ntm.csv, row 4) and not applicable (table"));
}

TEST_F(ExplainTest, AShareSaysHowManyOfHowMany) {
  EXPECT_EQ(vi("HUYEN_NTM_2021_2025", "G1", district()),
            "Tiêu chí G1: 1/1 đơn vị = 100 % ≥ 100 % (QĐ 320/QĐ-TTg), đạt");
  set("ntm.4.1", 0);
  EXPECT_EQ(en("HUYEN_NTM_2021_2025", "G1", district()),
            "Criterion G1: 0/1 units = 0 % < 100 % (Decision 320/QĐ-TTg), not met");
  clear("ntm.4.1");
  EXPECT_THAT(en("HUYEN_NTM_2021_2025", "G1", district()), HasSubstr("1 unit unknown"));
  exclude(commune());
  EXPECT_THAT(vi("HUYEN_NTM_2021_2025", "G1", district()), HasSubstr("không còn đơn vị nào để tính"));
}

TEST_F(ExplainTest, AnEditedOrEstimatedFigureSaysSo) {
  set("ntm.3.1", 76.4);
  place("ntm.3.1", "a.csv", "", 2);
  values().column("ntm.3.1").flags[commune()] = k_cell_edited;
  EXPECT_THAT(vi(k_ntm, "3.1"), HasSubstr("bảng a.csv, dòng 2 (đã sửa)"));
  values().column("ntm.3.1").flags[commune()] = k_cell_estimated | k_cell_parts_differ;
  EXPECT_THAT(en(k_ntm, "3.1"), HasSubstr("(estimated by area) (the parts disagree)"));
}

TEST_F(ExplainTest, EvidenceCarriesTheSourceTheConfidenceAndASignedMargin) {
  set("ntm.3.1", 76);
  const Evidence e = evidence_of(k_ntm, "3.1");
  ASSERT_EQ(e.figures.size(), 1U);
  EXPECT_EQ(e.figures[0].threshold_source, "P03 P18");
  EXPECT_EQ(e.figures[0].threshold_confidence, "high");
  EXPECT_DOUBLE_EQ(e.figures[0].margin, -0.05);
  EXPECT_EQ(e.criterion, "3");
  set("ntm.11", 4);
  EXPECT_DOUBLE_EQ(evidence_of(k_ntm, "11").figures[0].margin, 0.2);     // 4 against at most 5
  EXPECT_TRUE(std::isnan(evidence_of(k_ntm, "9.1").figures[0].margin));  // no measure against 0
}

TEST_F(ExplainTest, ThePrerequisiteIsNamed) {
  EXPECT_EQ(vi("XA_NTM_KIEUMAU_2021_2025", "1"),
            "Tiêu chí 1: bộ \"Xã nông thôn mới nâng cao 2021-2025\" (QĐ 319/QĐ-TTg; ngưỡng minh họa, không "
            "phải quy "
            "định), đạt");
}

TEST_F(ExplainTest, EveryIndicatorOfEveryKindHasASentenceInBothLanguages) {
  evaluated();
  for (const SetResult& set : result().sets()) {
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      for (std::uint32_t u = 0; u < units().size(); ++u) {
        if (!set.applies(u)) continue;
        const Evidence e = evidence(input(), set, i, u);
        for (const Lang lang : {Lang::vi, Lang::en}) {
          const std::string sentence = explain(e, lang);
          EXPECT_THAT(sentence, HasSubstr(e.code));
          EXPECT_THAT(sentence, HasSubstr(word(e.mark.verdict()).in(lang)));
          EXPECT_THAT(sentence, HasSubstr(set.set().decision));
        }
      }
    }
  }
}

}  // namespace
}  // namespace ntmap::criteria
