#include "app/data/full_names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/data/join_files.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

JoinResult joined_to(const std::string& units, const std::string& rows) {
  const test::SampleProject sample;
  JoinRequest request;
  request.units = sample.folder.write("dv.csv", units).string();
  request.unit_fields = {{"code", "ma"}, {"name", "ten"}};
  request.table = sample.folder.write("bang.csv", rows).string();
  request.table_fields = {{"name", "xa"}};
  return join_files(request);
}

constexpr const char* k_rows = "xa,v\nThị trấn Thạch Hà,1\nXã Thạch Lạc,2\nPhường Thành Sen,3\n";

TEST(FullNames, ASecondFieldOfNamesSaysTheTypes) {
  const JoinResult result = joined_to(
      "ma,ten,ten_day_du\n18562,Thạch Hà,Xã Thạch Hà\n18568,Thạch Lạc,Xã Thạch Lạc\n18073,Thành Sen,Phường "
      "Thành Sen\n",
      k_rows);
  EXPECT_THAT(result.csv, HasSubstr("\r\n1,ambiguous,"));
  EXPECT_EQ(result.report.matched, 2U);
  EXPECT_EQ(test::count_rule(result.findings, "join.types-found"), 1U);
  EXPECT_EQ(test::count_rule(result.findings, "join.types-unused"), 0U);
}

TEST(FullNames, TypesThatCannotBeComparedAreTold) {
  const JoinResult result = joined_to(
      "ma,ten,khac\n18562,Thạch Hà,Xã Khác\n18568,Thạch Lạc,Xã Nữa\n18073,Thành Sen,Phường Kia\n", k_rows);
  EXPECT_EQ(result.report.matched, 3U);
  EXPECT_EQ(test::count_rule(result.findings, "join.types-unused"), 1U);
}

TEST(FullNames, NothingWhereTheNamesSayTheirTypes) {
  model::Table table;
  table.columns = {{"ten", model::ColumnType::text, {"Xã Ba", "Xã Tư"}, {}},
                   {"khac", model::ColumnType::text, {"a", "b"}, {}}};
  table.source_row = {1, 2};
  base::Findings findings;
  EXPECT_TRUE(types_in_full_names(table, "ten", findings).empty());
  EXPECT_TRUE(findings.empty());
}

}  // namespace
}  // namespace ntmap::app
