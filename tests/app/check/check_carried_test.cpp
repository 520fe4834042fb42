#include "app/check/check_carried.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::string marks(const base::Findings& findings) {
  std::string out;
  for (const base::Finding& finding : findings) {
    if (finding.rule == "carried.marks") out += finding.what.en + "\n";
  }
  return out;
}

TEST(CheckCarried, MarkedValuesAreCounted) {
  const test::TwoVintages project;
  ProjectData data = project.data();
  const base::Findings findings = carried_findings(data);
  // Ba is split by area into Bốn and Năm; Một and Hai disagree.
  EXPECT_THAT(marks(findings), HasSubstr("values split by area: Area (2)"));
  EXPECT_THAT(marks(findings), HasSubstr("values made of parts that disagree: "));
}

TEST(CheckCarried, AFigureThatAPartLacksIsTold) {
  const test::TwoVintages project;
  project.replace_in("so_lieu.csv", "00001,10,", "00001,,");
  ProjectData data = project.data();
  EXPECT_THAT(marks(carried_findings(data)), HasSubstr("values unknown because a part has none: Area (1)"));
}

TEST(CheckCarried, OldUnitsWithoutFiguresAreNoFlaw) {
  const test::TwoVintages project;
  project.replace_in("du_an.toml", "period = \"2024\"", "period = \"2025\"");
  ProjectData data = project.data();
  EXPECT_THAT(marks(carried_findings(data)), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
