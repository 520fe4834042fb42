#include "app/programme/plausibility.hpp"

#include <gmock/gmock.h>

#include "app/sample_data.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;

TEST(Plausibility, AnIncomeThatCannotBeIsWarnedOf) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("xa.csv", "MA_XA,ntm.10\n02539,48.000.000\n02548,\"4,8\"\n02551,60\n");
  auto project = std::make_shared<model::Project>(test::son_duong().project());
  project->tables.front().files = {file.string()};
  ProjectData data(project);
  const Assessment& assessment = test::assessed(data, "2024-03");
  base::Findings told;
  for (const base::Finding& one : assessment.findings()) {
    if (one.rule == "values.implausible") told.push_back(one);
  }
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].severity, base::Severity::warning);
  EXPECT_THAT(told[0].file, HasSubstr("xa.csv"));
  EXPECT_EQ(told[0].place.vi, "dòng 2, cột \"ntm.10\"");
  EXPECT_THAT(told[0].what.vi, HasSubstr("48.000.000 triệu đồng/người/năm, gấp 1.066.667 lần ngưỡng 45"));
  EXPECT_THAT(told[0].remedy.vi, HasSubstr("triệu đồng/người/năm"));
  EXPECT_THAT(told[1].what.vi, HasSubstr("4,8 triệu đồng/người/năm, chỉ bằng 10,7 % ngưỡng 45"));
}

TEST(Plausibility, TheSamplesHaveNothingOfIt) {
  for (ProjectData* data : {&test::ha_tinh(), &test::son_duong()}) {
    for (const model::Period& period : data->project().periods)
      EXPECT_TRUE(implausible_figures(*data->assessment(period)).empty()) << period.id;
  }
}

}  // namespace
}  // namespace ntmap::app
