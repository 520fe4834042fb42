#include "app/data/crosswalk_steps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>

#include "app/check/check_project.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"
#include "geom/dissolve.hpp"
#include "geom/overlay.hpp"
#include "geom/repair.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> steps_of(const std::vector<criteria::Crosswalk>& chain) {
  std::vector<std::string> out;
  for (const auto& one : chain) out.push_back(one.from + ">" + one.to);
  return out;
}

TEST(CrosswalkChain, FindsTheFewestSteps) {
  ProjectCrosswalks some;
  for (const auto& [from, to] : {std::pair{"a", "b"}, {"b", "c"}, {"c", "d"}, {"a", "c"}, {"b", "a"}}) {
    some.all.push_back({from, to, {}, {}, {}, {}});
  }
  EXPECT_THAT(steps_of(crosswalk_chain(some, "a", "d")), ElementsAre("a>c", "c>d"));
  EXPECT_THAT(steps_of(crosswalk_chain(some, "b", "c")), ElementsAre("b>c"));
  EXPECT_THAT(test::error_of([&] { crosswalk_chain(some, "d", "a"); }), HasSubstr("swap --from"));
  EXPECT_THAT(test::error_of([&] { crosswalk_chain({}, "d", "a"); }), HasSubstr("[[crosswalks]]"));
}

TEST(LoadCrosswalks, FilesOfOneChangeArePutTogether) {
  const test::TwoVintages project;
  project.folder.write("them.csv", "from_vintage,to_vintage,old_code,new_code\ncu,moi,00006,00006\n");
  project.replace_in("du_an.toml", "[[indicators]]", "[[crosswalks]]\nfile = \"them.csv\"\n[[indicators]]");
  const ProjectCrosswalks crosswalks = load_crosswalks(project.data().project());
  ASSERT_EQ(crosswalks.all.size(), 1U);
  EXPECT_EQ(crosswalks.all.front().links.size(), 5U);
}

const base::Finding* finding_of(const base::Findings& findings, std::string_view rule) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const base::Finding& one) { return one.rule == rule; });
  return found == findings.end() ? nullptr : &*found;
}

TEST(LoadCrosswalks, ARowOfAnUnknownVintageIsNamed) {
  const test::TwoVintages project;
  project.folder.write("chuyen.csv",
                       "from_vintage,to_vintage,old_code,new_code,share\ncu,moi,00001,00002,1\n"
                       "cu,moi2,00002,00002,1\ncu,moi,00003,00004,\ncu,moi,00003,00005,\n");
  ProjectData data = project.data();
  const base::Findings findings = load_crosswalks(data.project()).findings;
  const base::Finding* const told = finding_of(findings, "crosswalk.unknown-vintage");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, base::Severity::error);
  EXPECT_THAT(told->file, HasSubstr("chuyen.csv"));
  EXPECT_EQ(told->place.en, "row 3, column “to_vintage”");
  EXPECT_THAT(told->what.en, HasSubstr("no boundaries “moi2”"));
  EXPECT_THAT(test::error_of([&] { refuse_errors(findings, "cu", "moi"); }),
              HasSubstr("chuyen.csv, row 3, column “to_vintage”: the project has no boundaries “moi2”"));
}

TEST(LoadCrosswalks, ChangesThatTheProjectDoesNotAskForAreAWarning) {
  const test::TwoVintages project;
  project.folder.write("chuyen.csv",
                       "from_vintage,to_vintage,old_code,new_code,share\nxua,cu,00001,00001,1\n"
                       "xua,cu,00002,00002,1\ncu,moi,00001,00002,1\ncu,moi,00002,00002,1\n"
                       "cu,moi,00003,00004,\ncu,moi,00003,00005,\n");
  const ProjectCrosswalks crosswalks = load_crosswalks(project.data().project());
  ASSERT_EQ(crosswalks.all.size(), 1U);
  const base::Finding* const told = finding_of(crosswalks.findings, "crosswalk.unknown-vintage");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, base::Severity::warning);
  EXPECT_EQ(told->place.en, "row 2, 3, column “from_vintage”");
}

TEST(LoadCrosswalks, SharesUnderAnotherHeadingAreReadOrTold) {
  for (const char* heading : {"tỷ lệ", "Tỉ lệ chia (%)", "SHARES"}) {
    const test::TwoVintages project;
    project.folder.write("chuyen.csv",
                         std::string("old_code,new_code,") + heading +
                             "\n00001,00002,1\n00002,00002,1\n00003,00004,40 %\n00003,00005,60 %\n");
    const ProjectCrosswalks crosswalks = load_crosswalks(project.data().project());
    EXPECT_NE(finding_of(crosswalks.findings, "crosswalk.share-heading"), nullptr) << heading;
    ASSERT_EQ(crosswalks.all.size(), 1U);
    EXPECT_EQ(crosswalks.all.front().links[2].share, criteria::Decimal::parse("0.4")) << heading;
  }
  const test::TwoVintages project;
  project.replace_in("chuyen.csv", "share", "phan");
  const base::Findings findings = load_crosswalks(project.data().project()).findings;
  const base::Finding* const told = finding_of(findings, "crosswalk.share-unread");
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->severity, base::Severity::warning);
  EXPECT_EQ(told->place.en, "column “phan”");
}

TEST(TieStep, AUnitThatTheMapShowsElsewhereIsNamed) {
  const test::TwoVintages project;
  project.replace_in("chuyen.csv", "00001,00002,1\n", "00001,00005,1\n");
  ProjectData data = project.data();
  const base::Findings findings = crosswalk_findings(data);
  ASSERT_EQ(test::count_rule(findings, "crosswalk.elsewhere"), 1U);
  for (const base::Finding& finding : findings) {
    if (finding.rule != "crosswalk.elsewhere") continue;
    EXPECT_EQ(finding.place.en, "Xã Một (00001)");
    EXPECT_THAT(finding.what.en,
                HasSubstr("into Xã Năm (00005), but on the map it lies in Xã Hai Một (00002)"));
  }
}

TEST(TieStep, LostZerosArePutBackAndSaid) {
  const test::TwoVintages project;
  project.folder.write("chuyen.csv", "old_code,new_code,share\n1,2,1\n2,2,1\n3,4,0.5\n3,5,0.5\n");
  ProjectData data = project.data();
  const base::Findings findings = crosswalk_findings(data);
  EXPECT_EQ(test::count_rule(findings, "crosswalk.code-padded"), 1U);
  EXPECT_EQ(test::count_rule(findings, "crosswalk.unknown-unit"), 0U);
}

TEST(CheckCrosswalks, AFileWithoutRowsIsAnError) {
  const test::TwoVintages project;
  project.folder.write("chuyen.csv", "old_code,new_code,share\n");
  ProjectData data = project.data();
  EXPECT_EQ(test::count_rule(crosswalk_findings(data), "crosswalk.no-rows"), 1U);
}

TEST(CheckCrosswalks, FlawsAreFoundByCheck) {
  const test::TwoVintages project;
  project.replace_in("chuyen.csv", "00001,00002,1\n", "00001,00009,1\n");
  ProjectData data = project.data();
  const base::Findings findings = check_project(data);
  EXPECT_EQ(test::count_rule(findings, "crosswalk.unknown-unit"), 1U);
}

TEST(CrosswalkSections, BadOnesAreRefusedByName) {
  const auto error = [](std::string_view from, std::string_view to) {
    const test::TwoVintages project;
    project.replace_in("du_an.toml", from, to);
    return test::error_of([&] { read_project(project.file()); });
  };
  EXPECT_THAT(error("from = \"cu\"\nto = \"moi\"", "from = \"cu\""), HasSubstr("belong together"));
  EXPECT_THAT(error("from = \"cu\"", "from = \"xua\""), HasSubstr("“xua”"));
  EXPECT_THAT(error("file = \"chuyen.csv\"", "files = \"chuyen.csv\""), HasSubstr("crosswalks"));
  EXPECT_THAT(error("carry = \"min\"", "carry = \"minimum\""), HasSubstr("all_met, any"));
}

/// The real boundaries of Hà Tĩnh with the sample's crosswalk, or with other sections.
std::shared_ptr<const model::Project> real_project(
    const std::filesystem::path& data,
    const std::string& crosswalks = "[[crosswalks]]\nfile = \"" +
                                    test::checkout("gis_data/hatinh/crosswalk.csv").string() + "\"\n") {
  std::string toml = "[project]\nprovince = \"Hà Tĩnh\"\ncrs = \"EPSG:9209\"\n";
  for (const auto& [id, folder] : {std::pair{"2008", "hatinh_2008"},
                                   {"2020", "hatinh_2020"},
                                   {"2025-01", "hatinh_2025_01"},
                                   {"2025-07", "hatinh_2025_07"}}) {
    toml += std::string("[[boundaries]]\nid = \"") + id + "\"\nfile = \"" +
            (data / folder / "communes.shp").string() + "\"\ncode = \"code\"\nname = \"name\"\n";
  }
  toml += crosswalks;
  return std::make_shared<const model::Project>(parse_project(toml, "real.toml"));
}

class RealCrosswalk : public testing::Test {
 protected:
  void SetUp() override {
    const auto folder = test::real_data("hatinh_2008");
    if (folder.empty()) GTEST_SKIP() << "NTMAP_REAL_DATA is not set";
    m_data = std::make_unique<ProjectData>(real_project(folder.parent_path()));
    m_crosswalks = load_crosswalks(m_data->project());
  }

  struct Groups {
    std::vector<std::uint32_t> of_old;  ///< new unit of each old one; the count of new units: none
    std::vector<bool> cut;              ///< of each new unit: it holds a part of a unit that was split
    std::shared_ptr<const Units> old_units, new_units;
  };

  Groups groups_of(const criteria::Crosswalk& crosswalk) {
    const CrosswalkStep step = tie_step(*m_data, crosswalk);
    std::map<std::uint32_t, int> goals;
    for (const auto& link : step.tied.links) ++goals[link.old_unit];
    Groups out{std::vector<std::uint32_t>(step.old_units->size(), count(*step.new_units)),
               std::vector<bool>(step.new_units->size()), step.old_units, step.new_units};
    for (const auto& link : step.tied.links) {
      out.of_old[link.old_unit] = link.new_unit;
      if (goals[link.old_unit] > 1) out.cut[link.new_unit] = true;
    }
    return out;
  }

  static std::uint32_t count(const Units& units) { return static_cast<std::uint32_t>(units.size()); }

  /// One step after another, down to the units of the first.
  Groups groups_of(const std::vector<criteria::Crosswalk>& chain) {
    Groups out = groups_of(chain.front());
    for (std::size_t i = 1; i < chain.size(); ++i) {
      Groups next = groups_of(chain[i]);
      for (std::uint32_t unit = 0; unit < out.cut.size(); ++unit) {
        if (out.cut[unit] && next.of_old[unit] < next.cut.size()) next.cut[next.of_old[unit]] = true;
      }
      for (std::uint32_t& unit : out.of_old)
        unit = unit < out.new_units->size() ? next.of_old[unit] : count(*next.new_units);
      out.cut = std::move(next.cut);
      out.new_units = std::move(next.new_units);
    }
    return out;
  }

  /// Holds the old units dissolved by the crosswalks against the new units. Splits are left out: a dissolve
  /// cannot cut a unit.
  void expect_dissolved(const std::string& from, const std::string& to) {
    const Groups groups = groups_of(crosswalk_chain(m_crosswalks, from, to));
    const Units& units = *groups.new_units;
    const model::PolygonSet united =
        geom::dissolve(groups.old_units->layer.polygons, groups.of_old, units.size() + 1);
    std::size_t compared = 0;
    for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
      if (groups.cut[unit]) continue;
      model::PolygonSet one;
      one.append_feature(united, unit);
      model::PolygonSet other;
      other.append_feature(units.layer.polygons, unit);
      const double area = model::feature_area(other, 0);
      const geom::Overlay both = geom::overlay(other, one);
      const double shared = both.pairs.empty() ? 0 : both.pairs.front().shared;
      EXPECT_NEAR(shared, area, 1e-4 * area) << units.full_name(unit);
      EXPECT_NEAR(model::feature_area(one, 0), area, 1e-4 * area) << units.full_name(unit);
      ++compared;
    }
    EXPECT_GE(compared + 6, units.size()) << "few units were split";
  }

  std::unique_ptr<ProjectData> m_data;
  ProjectCrosswalks m_crosswalks;
};

TEST_F(RealCrosswalk, DissolvingTheUnitsOf2008GivesThoseOf2020) {
  expect_dissolved("2008", "2020");
}

TEST_F(RealCrosswalk, DissolvingTheUnitsOf2020GivesThoseOfJanuary2025) {
  expect_dissolved("2020", "2025-01");
}

TEST_F(RealCrosswalk, DissolvingTheUnitsOf2008GivesThoseOfJanuary2025) {
  expect_dissolved("2008", "2025-01");
}

/// The rows of one date of a list of changes, as a file of their own.
std::string crosswalk_of_date(const test::TemporaryFolder& folder, const std::filesystem::path& list,
                              const std::string& date, const char* from, const char* to) {
  std::istringstream lines(test::read_bytes(list));
  std::string line;
  std::string rows;
  while (std::getline(lines, line)) {
    if (rows.empty() || line.find("," + date + ",") != std::string::npos) rows += line + "\n";
  }
  return "[[crosswalks]]\nfile = \"" + folder.write(date + ".csv", rows).string() + "\"\nfrom = \"" + from +
         "\"\nto = \"" + to + "\"\n";
}

/// The list as it was collected, from which the sample's was made, says the same.
TEST_F(RealCrosswalk, TheCollectedListSaysTheSame) {
  const auto list = test::real_data("../domain/crosswalk_hatinh.csv");
  ASSERT_TRUE(std::filesystem::exists(list));
  const test::TemporaryFolder folder;
  m_data = std::make_unique<ProjectData>(
      real_project(test::real_data("hatinh_2008").parent_path(),
                   crosswalk_of_date(folder, list, "2020-01-01", "2008", "2020") +
                       crosswalk_of_date(folder, list, "2025-01-01", "2020", "2025-01")));
  m_crosswalks = load_crosswalks(m_data->project());
  expect_dissolved("2008", "2020");
  expect_dissolved("2008", "2025-01");
  for (const base::Finding& finding : crosswalk_findings(*m_data)) {
    if (!finding.rule.starts_with("crosswalk.name")) continue;
    EXPECT_EQ(finding.severity, base::Severity::note) << finding.place.en << ": " << finding.what.en;
  }
}

TEST_F(RealCrosswalk, NothingIsLostOrElsewhere) {
  EXPECT_THAT(steps_of(crosswalk_chain(m_crosswalks, "2008", "2025-07")),
              ElementsAre("2008>2020", "2020>2025-01", "2025-01>2025-07"));
  for (const base::Finding& finding : crosswalk_findings(*m_data)) {
    EXPECT_NE(finding.severity, base::Severity::error) << finding.what.en;
    EXPECT_NE(finding.rule, "crosswalk.elsewhere") << finding.place.en << ": " << finding.what.en;
    if (!finding.rule.starts_with("crosswalk.name")) continue;
    EXPECT_EQ(finding.severity, base::Severity::note) << finding.place.en << ": " << finding.what.en;
  }
}

}  // namespace
}  // namespace ntmap::app
