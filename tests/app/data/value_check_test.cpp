#include "app/data/value_check.hpp"

#include <gtest/gtest.h>

namespace ntmap::app {
namespace {

class ValueCheck : public ::testing::Test {
 protected:
  ValueCheck() {
    m_project.indicators.push_back(
        {.id = "ti-le", .table = "bang", .field = "ti_le", .minimum = 0, .maximum = 100});
    m_project.indicators.push_back({.id = "ho", .table = "bang", .field = "ho"});
    m_project.criteria.emplace();
    m_project.criteria->tables = {"xa"};
    criteria::ColumnSpec share;
    share.id = "tc.nuoc";
    share.unit = "%";
    share.least = 0;
    share.most = 100;
    m_specs = {share};
  }
  std::string why(const std::string& table, const std::string& field, const std::string& value) const {
    return why_impossible(m_project, m_specs, table, field, value).vi;
  }

  model::Project m_project;
  std::vector<criteria::ColumnSpec> m_specs;
};

TEST_F(ValueCheck, AFigureOfTheCriteriaKeepsToItsRange) {
  EXPECT_EQ(why("xa", "tc.nuoc", "150.5"), "giá trị 150,5 % nằm ngoài khoảng 0 – 100");
  EXPECT_NE(why("xa", "tc.nuoc", "-7"), "");
  EXPECT_EQ(why("xa", "tc.nuoc", "100"), "");
  EXPECT_EQ(why("xa", "tc.nuoc", ""), "") << "no data is possible everywhere";
}

TEST_F(ValueCheck, AnIndicatorKeepsToTheRangeOfTheProject) {
  EXPECT_EQ(why("bang", "ti_le", "150.5"), "giá trị 150,5 nằm ngoài khoảng 0 – 100");
  EXPECT_EQ(why("bang", "ti_le", "0"), "");
  EXPECT_EQ(why("bang", "ho", "-7"), "") << "nothing says what it can be";
}

TEST_F(ValueCheck, ATableThatNoCriteriaReadIsNotJudgedByThem) {
  EXPECT_EQ(why("bang", "tc.nuoc", "150.5"), "");
}

}  // namespace
}  // namespace ntmap::app
