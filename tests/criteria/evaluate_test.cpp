#include "criteria/evaluate.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

#include "criteria/evidence.hpp"
#include "criteria/support.hpp"

namespace ntmap::criteria {
namespace {

using base::Lang;

constexpr const char* k_ntm = "XA_NTM_2021_2025";
constexpr const char* k_nc = "XA_NTM_NANGCAO_2021_2025";
constexpr const char* k_km = "XA_NTM_KIEUMAU_2021_2025";

/// One province with one district and communes of it.
Units communes(std::size_t n, Region region = Region::btb) {
  Units out;
  out.push_back({"42", "Hà Tĩnh", "tỉnh", k_no_unit, region, 0});
  out.push_back({"444", "Hương Khê", "huyện", 0, region, 0});
  for (std::size_t i = 0; i < n; ++i) out.push_back({std::to_string(18000 + i), "Xã", "xã", 1, region, 0});
  return out;
}

/// A province, a district and one commune (unit 2) that passes everything in 2024, to change from there.
class EvaluateTest : public testing::Test {
 protected:
  EvaluateTest()
      : m_catalogue(test::project_sets({"overlay_hatinh_illustrative.toml"})),
        m_units(communes(1)),
        m_values(2024, 3) {
    test::pass_everything(m_values, m_catalogue, 2);
  }

  EvaluationInput input() {
    EvaluationInput out;
    out.catalogue = &m_catalogue;
    out.units = &m_units;
    out.values = &m_values;
    out.period = m_period;
    return out;
  }

  Mark indicator(const char* set, const char* code, std::size_t unit = 2) {
    m_result = evaluate(input());
    const SetResult& result = *m_result.find(set);
    return result.indicator(result.find(code).value(), unit);
  }

  Verdict verdict(const char* set, const char* code) { return indicator(set, code).verdict(); }

  Mark overall(const char* set, std::size_t unit = 2) {
    m_result = evaluate(input());
    return m_result.find(set)->overall(unit);
  }

  std::string sentence(const char* set, const char* code, Lang lang, std::size_t unit = 2) {
    m_result = evaluate(input());
    const SetResult& result = *m_result.find(set);
    return explain(evidence(input(), result, result.find(code).value(), unit), lang);
  }

  Catalogue m_catalogue;
  Units m_units;
  ValueTable m_values;
  Period m_period{2024, {2024, 12, 31}};
  Evaluation m_result;
};

TEST_F(EvaluateTest, ACommuneThatPassesEverythingMeetsTheChain) {
  EXPECT_EQ(overall(k_ntm).verdict(), Verdict::met);
  EXPECT_EQ(m_result.find(k_nc)->overall(2).verdict(), Verdict::met);
  EXPECT_EQ(m_result.find(k_km)->overall(2).verdict(), Verdict::met);
  EXPECT_EQ(m_result.find(k_ntm)->count(2).met, 19);
}

TEST_F(EvaluateTest, TheSentenceNamesValueThresholdDecisionAndPlace) {
  ValueColumn& column = m_values.column("ntm.3.1");
  column.value[2] = 76.4;
  column.sheet[2] = m_values.sheet({"thuy_loi.xlsx", "", {}});
  column.row[2] = 41;
  EXPECT_EQ(sentence(k_ntm, "3.1", Lang::vi),
            "Tiêu chí 3.1: 76,4 % < 80 % (QĐ 318/QĐ-TTg), chưa đạt; bảng thuy_loi.xlsx, dòng 41");
  EXPECT_EQ(sentence(k_ntm, "3.1", Lang::en),
            "Criterion 3.1: 76.4 % < 80 % (Decision 318/QĐ-TTg), not met; table thuy_loi.xlsx, row 41");
}

}  // namespace
}  // namespace ntmap::criteria
