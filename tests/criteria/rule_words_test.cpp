#include "criteria/rule_words.hpp"

#include <gmock/gmock.h>

#include "criteria/evaluation_fixture.hpp"

namespace ntmap::criteria {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* k_ntm = "XA_NTM_2021_2025";

/// The rules of the project's sets on the figures of one commune of Bắc Trung Bộ.
class RuleWordsTest : public test::EvaluationTest {
 protected:
  std::string words(const char* set_id, const char* code) { return evidence_of(set_id, code).rule_words.vi; }
};

TEST_F(RuleWordsTest, SchoolsSayWhichThresholdCountsAndWhy) {
  set("ntm.5.toi_thieu", 100);
  set("ntm.5.muc_1", 66.7);
  set("ntm.5.so_truong", 4);
  EXPECT_EQ(
      words(k_ntm, "5"),
      "vùng Bắc Trung Bộ: tỷ lệ trường đạt cơ sở vật chất tối thiểu: 100 % = 100 %; tỷ lệ trường đạt cơ sở "
      "vật chất mức độ 1: 66,7 % < 70 % (vì số trường học: 4 > 3)");
  EXPECT_EQ(evidence_of(k_ntm, "5").rule_words.en,
            "region North Central: schools meeting the minimum facilities: 100 % = 100 %; schools meeting "
            "facilities level 1: 66.7 % < 70 % (because schools: 4 > 3)");
  set("ntm.5.so_truong", 3);
  EXPECT_THAT(words(k_ntm, "5"), HasSubstr("66,7 % ≥ 50 % (vì số trường học: 3 = 3)"));
}

TEST_F(RuleWordsTest, AMissingNumberOfSchoolsSaysWhatIsDueEitherWay) {
  set("ntm.5.muc_1", 60);
  clear("ntm.5.so_truong");
  EXPECT_THAT(words(k_ntm, "5"),
              HasSubstr("60 %, cần ≥ 70 hoặc 50 (vì số trường học: chưa có số liệu, cần > 3"));
}

TEST_F(RuleWordsTest, LevelsAreLevels) {
  set("ntm.14.1.tieu_hoc", 1);
  set("ntm.14.1.xoa_mu", 2);
  EXPECT_THAT(words(k_ntm, "14.1"), HasSubstr("mức độ phổ cập giáo dục tiểu học: 1 < 2"));
  EXPECT_THAT(words(k_ntm, "14.1"), HasSubstr("mức độ xóa mù chữ: 2 = 2"));
  EXPECT_THAT(words(k_ntm, "14.1"), HasSubstr("phổ cập giáo dục mầm non cho trẻ 5 tuổi: Đạt"));
}

TEST_F(RuleWordsTest, OneAlternativeThatHoldsSaysItAll) {
  set("ntm.13.1.htx", 1);
  set("ntm.13.1.tht", 0);
  EXPECT_EQ(words(k_ntm, "13.1"), "hợp tác xã hoạt động hiệu quả: Đạt");
}

TEST_F(RuleWordsTest, AYesOrNoIsAReasonByItsName) {
  units()[commune()].type = "phường";
  set("dtvm.g3.nam_dang_ky", 3);
  set("dtvm.g3.lan_dau", 0);
  EXPECT_EQ(words("DTVM_PHUONG_TT", "G3"), "số năm đăng ký: 3 < 5 (vì không phải công nhận lần đầu)");
  set("dtvm.g3.lan_dau", 1);
  EXPECT_EQ(words("DTVM_PHUONG_TT", "G3"), "số năm đăng ký: 3 ≥ 2 (vì công nhận lần đầu)");
  EXPECT_FALSE(evidence_of("DTVM_PHUONG_TT", "G3").figures[0].threshold.has_value());
}

TEST_F(RuleWordsTest, NoRuleOfTheProjectShowsItsCode) {
  for (const CriteriaSet& set : catalogue().sets()) {
    for (const Criterion& criterion : set.criteria) {
      for (const Indicator& indicator : criterion.indicators) {
        if (!indicator.rule) continue;
        std::vector<FigureEvidence> figures;
        for (const std::string& name : indicator.rule->names()) {
          FigureEvidence figure;
          figure.id = name;
          figure.name = base::Text("Số liệu", "Figure");
          figures.push_back(figure);
        }
        const base::Text words = rule_words(*indicator.rule, figures, units()[commune()]);
        EXPECT_FALSE(words.vi.empty()) << indicator.code;
        EXPECT_THAT(words.vi, Not(HasSubstr(set.prefix + "."))) << indicator.code;
        EXPECT_THAT(words.vi, Not(HasSubstr(" and "))) << indicator.code;
      }
    }
  }
}

}  // namespace
}  // namespace ntmap::criteria
