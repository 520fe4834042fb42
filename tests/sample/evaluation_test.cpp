// The criteria engine with the committed sets finds in the tables what they were made to show.
#include <gtest/gtest.h>

#include <map>

#include "criteria/evaluate.hpp"
#include "criteria/set_file.hpp"
#include "criteria/value_text.hpp"
#include "support.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

using namespace ntmap::criteria;

const std::vector<std::string> k_ranks = {"Yếu", "Trung bình", "Khá", "Tốt"};

class SonDuong : public testing::Test {
 protected:
  SonDuong() : m_values(2024, 32) {
    const auto file = [](const std::string& name) {
      return test::checkout("gis_data/criteria/" + name + ".toml");
    };
    std::vector<std::filesystem::path> sets;
    for (const char* name : {"xa_ntm_2021_2025", "xa_ntm_nangcao_2021_2025", "xa_ntm_2026_2030",
                             "huyen_ntm_2021_2025", "dtvm_phuong_tt"})
      sets.push_back(file(name));
    const std::vector<std::filesystem::path> overlays = {file("overlay_tuyenquang_illustrative")};
    m_catalogue = load_catalogue(sets, overlays);
    m_units.push_back({"076", "Sơn Dương", "huyện", k_no_unit, Region::tdmnpb, 0});
    for (const char* name : {"xa_ntm.xlsx", "xa_nang_cao.xlsx", "do_thi.csv"}) read(name, "MA_XA");
    read("huyen.csv", "MA_HUYEN");
    EvaluationInput input;
    input.catalogue = &m_catalogue;
    input.units = &m_units;
    input.values = &m_values;
    input.period = {2024, *Date::parse("2024-03-19")};
    m_evaluation = evaluate(input);
  }

  void read(const std::string& name, const std::string& key) {
    const model::Table table = test::sample_table("sonduong/tables/2024_03/" + name);
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      const std::size_t unit = unit_of(table.find(key)->text(row), name == "do_thi.csv" ? "thị trấn" : "xã");
      for (const model::Column& column : table.columns) {
        if (column.name.find('.') == std::string::npos || column.is_missing(row)) continue;
        const std::string text = column.text(row);
        if (is_not_applicable_word(text)) {
          m_values.set(column.name, unit, 0, k_cell_not_applicable);
        } else {
          m_values.set(column.name, unit, figure_from(text, k_ranks).value());
        }
      }
    }
  }

  std::size_t unit_of(const std::string& code, const std::string& type) {
    for (std::size_t i = 0; i < m_units.size(); ++i)
      if (m_units[i].code == code) return i;
    m_units.push_back({code, code, type, 0, Region::tdmnpb, 0});
    return m_units.size() - 1;
  }

  Catalogue m_catalogue;
  Units m_units;
  ValueTable m_values;
  Evaluation m_evaluation;
};

TEST_F(SonDuong, EighteenOfThirtyCommunesMeet511CriteriaInAllAndThreeAreAdvanced) {
  ASSERT_EQ(m_units.size(), 32u);
  const SetResult& basic = *m_evaluation.find("XA_NTM_2021_2025");
  const SetResult& advanced = *m_evaluation.find("XA_NTM_NANGCAO_2021_2025");
  int communes = 0;
  int met = 0;
  int criteria = 0;
  int is_advanced = 0;
  for (std::size_t u = 0; u < m_units.size(); ++u) {
    if (m_units[u].type != "xã") continue;
    ++communes;
    const CriteriaCount count = basic.count(u);
    EXPECT_EQ(count.unknown, 0) << m_units[u].code;
    criteria += count.credited;
    met += count.credited == 19 ? 1 : 0;
    is_advanced += advanced.overall(u).verdict() == Verdict::met ? 1 : 0;
  }
  EXPECT_EQ(communes, 30);
  EXPECT_EQ(met, 18);
  EXPECT_EQ(criteria, 511);
  EXPECT_EQ(is_advanced, 3);
}

TEST_F(SonDuong, TownMeetsFiveOfNineAndDistrictFourOfNine) {
  const SetResult& town = *m_evaluation.find("DTVM_PHUONG_TT");
  const SetResult& district = *m_evaluation.find("HUYEN_NTM_2021_2025");
  for (std::size_t u = 0; u < m_units.size(); ++u) {
    if (m_units[u].type == "thị trấn") {
      EXPECT_EQ(town.count(u).credited, 5);
    }
  }
  EXPECT_EQ(district.count(0).credited, 4);
}

}  // namespace
}  // namespace ntmap
