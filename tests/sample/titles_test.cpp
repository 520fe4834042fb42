// The recognitions of the sample give the counts that the provincial documents print.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "make/csv.hpp"
#include "make/units.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

class Titles : public testing::Test {
 protected:
  Titles() : m_rows(test::checkout("gis_data/hatinh/tables/recognitions.csv")) {}

  bool is(std::size_t row, const std::set<std::string>& ranks, const std::string& vintage) const {
    return ranks.contains(m_rows.cell(row, "rank")) && m_rows.cell(row, "unit_code_valid") == vintage;
  }

  /// Units that hold a rank whose year of attainment is not after `year`.
  std::size_t held(const std::set<std::string>& ranks, const std::string& vintage, int year) const {
    std::set<std::string> units;
    for (std::size_t row = 0; row < m_rows.size(); ++row)
      if (is(row, ranks, vintage) && std::stoi(m_rows.cell(row, "attainment_year")) <= year)
        units.insert(m_rows.cell(row, "unit_code"));
    return units.size();
  }

  std::size_t added(const std::string& rank, int year) const {
    std::size_t count = 0;
    for (std::size_t row = 0; row < m_rows.size(); ++row)
      count += is(row, {rank}, "2020-01-01") && m_rows.cell(row, "attainment_year") == std::to_string(year)
                   ? 1
                   : 0;
    return count;
  }

  sample::CsvTable m_rows;
};

TEST_F(Titles, July2021) {
  EXPECT_EQ(held({"NTM"}, "2020-01-01", 2020), 171u);
  EXPECT_EQ(held({"NANGCAO"}, "2020-01-01", 2020), 19u);
  EXPECT_EQ(held({"KIEUMAU"}, "2020-01-01", 2020), 2u);
  EXPECT_EQ(held({"HUYEN_NTM", "HTNV"}, "2020-01-01", 2020), 8u);
}

TEST_F(Titles, February2025) {
  EXPECT_EQ(held({"NTM", "NTM_MERGED"}, "2025-01-01", 2024), 170u);
  EXPECT_EQ(held({"NANGCAO"}, "2025-01-01", 2024), 69u);
  EXPECT_EQ(held({"KIEUMAU"}, "2025-01-01", 2024), 18u);
  EXPECT_EQ(held({"HUYEN_NTM", "HTNV"}, "2025-01-01", 2024), 9u);
}

TEST_F(Titles, AddedByYear) {
  EXPECT_EQ(added("NTM", 2021), 2u);
  EXPECT_EQ(added("NANGCAO", 2021), 25u);
  EXPECT_EQ(added("KIEUMAU", 2021), 1u);
  EXPECT_EQ(added("NTM", 2023), 4u);
  EXPECT_EQ(added("NANGCAO", 2023), 10u);
  EXPECT_EQ(added("KIEUMAU", 2023), 8u);
}

TEST_F(Titles, DistrictsRecognisedIn2021ByDecision) {
  std::set<std::string> districts;
  for (std::size_t row = 0; row < m_rows.size(); ++row)
    if (is(row, {"HUYEN_NTM"}, "2020-01-01") && m_rows.cell(row, "decision_date").starts_with("2021"))
      districts.insert(m_rows.cell(row, "unit_name"));
  EXPECT_EQ(districts, (std::set<std::string>{"Vũ Quang", "Cẩm Xuyên"}));
}

TEST_F(Titles, HigherRanksAreHeldWithTheLowerOnes) {
  for (const std::string vintage : {"2020-01-01", "2025-01-01"}) {
    std::set<std::string> met;
    std::set<std::string> advanced;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      if (is(row, {"NTM", "NTM_MERGED"}, vintage)) met.insert(m_rows.cell(row, "unit_code"));
      if (is(row, {"NANGCAO"}, vintage)) advanced.insert(m_rows.cell(row, "unit_code"));
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      const std::string& code = m_rows.cell(row, "unit_code");
      EXPECT_TRUE(!is(row, {"NANGCAO"}, vintage) || met.contains(code)) << code;
      EXPECT_TRUE(!is(row, {"KIEUMAU"}, vintage) || advanced.contains(code)) << code;
    }
  }
}

TEST_F(Titles, CodesAndNamesAreThoseOfTheirDate) {
  const std::map<std::string, std::string> lists = {{"2020-01-01", "2020"}, {"2025-01-01", "2025_01"}};
  std::map<std::string, std::string> names;  // "2020-01-01/18754" -> name
  for (const auto& [vintage, list] : lists)
    for (const sample::Unit& unit : sample::official_units(test::checkout("gis_data/sources"), list))
      names[vintage + "/" + unit.code] = unit.name;
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    if (m_rows.cell(row, "unit_level") != "xã" || !lists.contains(m_rows.cell(row, "unit_code_valid")))
      continue;
    const std::string key = m_rows.cell(row, "unit_code_valid") + "/" + m_rows.cell(row, "unit_code");
    EXPECT_EQ(names.count(key), 1u) << key;
    EXPECT_EQ(names[key], m_rows.cell(row, "unit_name")) << key;
  }
}

TEST_F(Titles, IdsAreUniqueAndMadeUpRowsSaySo) {
  std::set<std::string> ids;
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    const std::string& id = m_rows.cell(row, "id");
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_EQ(id.starts_with("M"), m_rows.cell(row, "source").starts_with("minh họa")) << id;
  }
}

}  // namespace
}  // namespace ntmap
