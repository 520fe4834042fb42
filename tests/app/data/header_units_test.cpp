#include "app/data/header_units.hpp"

#include <gtest/gtest.h>

#include "app/data/join_table.hpp"
#include "app/sample_project.hpp"
#include "app/units_of.hpp"

namespace ntmap::app {
namespace {

Units units() {
  return test::units_of({{"001", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh"},
                         {"002", "Tân Lập", "Xã", "Huyện Kỳ Anh"},
                         {"003", "Tân Lập", "Xã", "Huyện Đức Thọ"}});
}

model::Table headed(const std::string& name) {
  model::Table table;
  table.file = "bang.csv";
  table.header_row = 3;
  table.columns = {{name, model::ColumnType::text, {"Kỳ Sơn"}, {}},
                   {"a", model::ColumnType::text, {"1"}, {}}};
  table.source_row = {4};
  return table;
}

TEST(HeaderUnits, AHeadingThatIsAUnitIsAnError) {
  for (const char* name : {"Tân Lập", "Xã Kỳ Sơn", "kỳ sơn", "Xã Tân Lập"}) {
    const TableJoin join = join_table(units(), headed(name), {.name = name}, {});
    ASSERT_EQ(test::count_rule(join.findings, "table.header-is-unit"), 1U) << name;
    for (const base::Finding& finding : join.findings) {
      if (finding.rule != "table.header-is-unit") continue;
      EXPECT_EQ(finding.severity, base::Severity::error);
      EXPECT_EQ(finding.place.en, "row 3");
    }
  }
}

TEST(HeaderUnits, OtherHeadingsAreNone) {
  for (const char* name : {"Tên xã", "Xã", "Đơn vị", "ten", "Kỳ Sơn và Tân Lập"}) {
    const TableJoin join = join_table(units(), headed(name), {.name = name}, {});
    EXPECT_EQ(test::count_rule(join.findings, "table.header-is-unit"), 0U) << name;
  }
}

}  // namespace
}  // namespace ntmap::app
