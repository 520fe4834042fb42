#include "app/desk/empty_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

class EmptyTableTest : public ::testing::Test {
 protected:
  std::optional<EmptyTable> reason() const {
    return why_empty(m_table, m_view, table_rows(m_table, m_view, m_selection, base::Lang::vi), m_selection);
  }

  test::SampleProject m_sample;
  ProjectData m_data = m_sample.data();
  UnitTable m_table = unit_table(m_data, "2024");
  TableView m_view;
  Selection m_selection;
};

TEST_F(EmptyTableTest, NothingIsSaidWhereRowsAreShown) {
  EXPECT_FALSE(reason());
}

TEST_F(EmptyTableTest, SelectedOnlyWithNothingSelected) {
  m_view.only_selected = true;
  ASSERT_TRUE(reason());
  EXPECT_THAT(reason()->why.vi, HasSubstr("Chưa chọn đơn vị nào"));
  EXPECT_EQ(reason()->way_out, TableWayOut::show_unselected);
  m_view.filters["name"] = "khong co xa nay";
  EXPECT_EQ(reason()->way_out, TableWayOut::show_unselected) << "filters would not bring rows back";
}

TEST_F(EmptyTableTest, FiltersThatNothingPasses) {
  m_view.filters["name"] = "khong co xa nay";
  ASSERT_TRUE(reason());
  EXPECT_EQ(reason()->way_out, TableWayOut::clear_filters);
  m_selection.only(0);
  m_view.only_selected = true;
  ASSERT_TRUE(reason());
  EXPECT_THAT(reason()->why.vi, HasSubstr("1 đơn vị đang chọn"));
  EXPECT_EQ(reason()->way_out, TableWayOut::clear_filters);
}

}  // namespace
}  // namespace ntmap::app
