#include "app/check/data_seal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/check/check_project.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> rules_of(const base::Findings& findings) {
  std::vector<std::string> out;
  for (const base::Finding& finding : findings) out.push_back(finding.rule);
  return out;
}

TEST(DataSeal, AProjectThatWasNeverSealedSaysSo) {
  const test::TwoVintages project;
  EXPECT_THAT(rules_of(seal_findings(read_project(project.file()))), testing::ElementsAre("seal.none"));
}

TEST(DataSeal, OneChangedByteIsNamed) {
  const test::TwoVintages project;
  seal(read_project(project.file()));
  EXPECT_THAT(seal_findings(read_project(project.file())), IsEmpty());
  project.replace_in("so_lieu.csv", "00003,40", "00003,41");
  ProjectData data = project.data();
  const base::Findings findings = check_project(data);
  ASSERT_EQ(test::count_rule(findings, "seal.changed"), 1U);
  EXPECT_THAT(findings.front().file, HasSubstr("so_lieu.csv"));
}

TEST(DataSeal, MissingNewAndUnreadableAreTold) {
  const test::TwoVintages project;
  seal(read_project(project.file()));
  std::filesystem::rename(project.folder / "chuyen.csv", project.folder / "khac.csv");
  project.replace_in("du_an.toml", "chuyen.csv", "khac.csv");
  EXPECT_THAT(rules_of(seal_findings(read_project(project.file()))),
              testing::UnorderedElementsAre("seal.missing", "seal.changed", "seal.new"));
  project.folder.write("du_an.sha256", "x\n");
  EXPECT_THAT(rules_of(seal_findings(read_project(project.file()))), testing::Contains("seal.unreadable"));
}

}  // namespace
}  // namespace ntmap::app
