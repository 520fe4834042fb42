#include "app/data/carry_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "app/data/crosswalk_report.hpp"
#include "app/data/load_layer.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

CarriedFigures carried(const test::TwoVintages& project) {
  ProjectData data = project.data();
  return carry_figures(data, {"cu", "moi", ""});
}

double at(const CarriedFigures& figures, const char* column, std::size_t unit) {
  return figures.values.find(column)->value[unit];
}

TEST(CarryFigures, EachIndicatorByItsRule) {
  const CarriedFigures figures = carried({});
  EXPECT_EQ(figures.period, "2024");
  EXPECT_EQ(at(figures, "ha", 0), 30);
  EXPECT_EQ(at(figures, "pct", 0), 80);  // (50 x 100 + 90 x 300) / 400
  EXPECT_EQ(at(figures, "dat", 0), 0);
  EXPECT_EQ(at(figures, "muc", 0), 3);
  EXPECT_EQ(at(figures, "ha", 3), 5);
  EXPECT_EQ(mark_text(figures, "dat", 0).en, "parts differ");
  EXPECT_TRUE(mark_text(figures, "ha", 0).empty());
}

TEST(CarryFigures, SplitsWithoutSharesGoByAreaWithAMark) {
  const CarriedFigures figures = carried({});
  EXPECT_NEAR(at(figures, "ha", 1), 10, 0.01);
  EXPECT_NEAR(at(figures, "ha", 2), 30, 0.01);
  EXPECT_EQ(at(figures, "ha", 1) + at(figures, "ha", 2), 40);
  EXPECT_EQ(mark_text(figures, "ha", 1).en, "estimated by area");
  EXPECT_THAT(parts_text(figures, 1).en, AllOf(HasSubstr("Xã Ba (00003) 25"), HasSubstr("% by area")));
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.no-share"), 1U);
}

TEST(CarryFigures, GivenSharesAreTaken) {
  const test::TwoVintages project;
  project.replace_in("chuyen.csv", "00004,\n00003,00005,", "00004,0.4\n00003,00005,0.6");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(at(figures, "ha", 1), 16);
  EXPECT_EQ(at(figures, "ha", 2), 24);
  EXPECT_TRUE(mark_text(figures, "ha", 1).empty());
}

TEST(CarryFigures, TotalsAreShownBeforeAndAfter) {
  const CarriedFigures figures = carried({});
  ASSERT_EQ(figures.columns.size(), 5U);
  EXPECT_EQ(figures.columns[0].spec.id, "ha");
  EXPECT_EQ(figures.columns[0].old_total, 75);
  EXPECT_EQ(figures.columns[0].new_total, 75);
  EXPECT_EQ(figures.columns[0].estimated, 2U);
  EXPECT_NEAR(figures.columns[2].old_total, figures.columns[2].new_total, 1e-9);  // the mean by households
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.total"), 0U);
}

TEST(CarryFigures, AFieldOfTheSameNameInATableOfTheCriteriaIsAnotherFigure) {
  const test::TwoVintages project;
  project.replace_in("du_an.toml", "[[crosswalks]]",
                     "[[tables]]\nid = \"khac\"\nfile = \"khac.csv\"\nkey = \"ma\"\nperiod = \"2024\"\n"
                     "[criteria]\nfigures = \"hinh.toml\"\ntables = [\"khac\"]\n[[crosswalks]]");
  project.folder.write("hinh.toml",
                       "[[figure]]\nid = \"ha\"\nvi = \"Đất\"\nen = \"Land\"\nunit = \"ha\"\n"
                       "nature = \"stock\"\ncompute = \"sum\"\ncarry = \"sum\"\n");
  project.folder.write("khac.csv", "ma,ha\n00001,1\n00002,1\n00003,1\n00006,1\n");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(at(figures, "dien_tich", 0), 30);
  EXPECT_EQ(at(figures, "ha", 0), 2);
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.field-shared"), 1U);
}

TEST(CarryFigures, AMissingPartLeavesTheUnitUnknownAndIsNamed) {
  const test::TwoVintages project;
  project.replace_in("so_lieu.csv", "00001,10,", "00001,,");
  const CarriedFigures figures = carried(project);
  EXPECT_TRUE(std::isnan(at(figures, "ha", 0)));
  EXPECT_EQ(mark_text(figures, "ha", 0).en, "unknown: no figure of Xã Một");
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.total"), 1U);
  EXPECT_EQ(figures.columns[0].missing, 1U);
}

TEST(CarryFigures, UnitsThatATableIsNotAboutSayNothing) {
  const test::TwoVintages project;
  project.replace_in("du_an.toml", "key = \"ma\"\n", "key = \"ma\"\napplies_to = [\"Xã\"]\n");
  project.replace_in("cu.geojson", R"("ten":"Một","loai":"Xã")", R"("ten":"Một","loai":"Thị trấn")");
  project.replace_in("so_lieu.csv", "00001,10,100,50,chưa đạt,3\n", "");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(at(figures, "ha", 0), 20);
  EXPECT_EQ(mark_text(figures, "ha", 0).en, "only from the parts it applies to");
}

TEST(CarryFigures, AWrongCrosswalkCarriesNothing) {
  const test::TwoVintages project;
  project.replace_in("chuyen.csv", "00001,00002,1\n", "");
  ProjectData data = project.data();
  EXPECT_THAT(test::error_of([&] {
                carry_figures(data, {"cu", "moi", ""});
              }),
              AllOf(HasSubstr("data | "), HasSubstr("Một (00001)"), HasSubstr("ntmap check")));
}

TEST(CarryFigures, ARowWithABadShareCarriesNothing) {
  for (const char* share : {"1.5", "-0.5", "một nửa"}) {
    const test::TwoVintages project;
    project.replace_in("chuyen.csv", "00003,00004,\n", std::string("00003,00004,") + share + "\n");
    ProjectData data = project.data();
    EXPECT_THAT(test::error_of([&] {
                  carry_figures(data, {"cu", "moi", ""});
                }),
                AllOf(HasSubstr("data | "), HasSubstr("chuyen.csv, row 4"), HasSubstr(share),
                      HasSubstr("write a number above 0")));
  }
}

TEST(CarryFigures, TheRestOfAShareIsTakenAndSaid) {
  const test::TwoVintages project;
  project.replace_in("chuyen.csv", "00004,\n", "00004,\"0,4\"\n");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(at(figures, "ha", 1), 16);
  EXPECT_EQ(at(figures, "ha", 2), 24);
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.share-rest"), 1U);
}

TEST(CarryFigures, WaysThatDoNotExistAreNamed) {
  const test::TwoVintages project;
  ProjectData data = project.data();
  const auto error = [&](const CarryRequest& request) {
    return test::error_of([&] { carry_figures(data, request); });
  };
  EXPECT_THAT(error({"moi", "cu", ""}), AllOf(HasSubstr("cu → moi"), HasSubstr("swap --from and --to")));
  EXPECT_THAT(error({"cu", "cu", ""}), HasSubstr("usage | "));
  EXPECT_THAT(error({"cu", "mới", ""}), HasSubstr("“moi”"));
  EXPECT_THAT(error({"cu", "moi", "2025"}), HasSubstr("not_found | Period “2025”"));
  EXPECT_THAT(error({"cu", "moi", "1999"}), AllOf(HasSubstr("usage | "), HasSubstr("no period “1999”")));
}

TEST(CarryFigures, AnIndicatorWithoutARuleIsNamedAndLeftOut) {
  const test::TwoVintages project;
  project.replace_in("du_an.toml", "field = \"ha\"\ncarry = \"sum\"\n", "field = \"ha\"\n");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(figures.values.find("ha"), nullptr);
  EXPECT_THAT(figures.left_out, ElementsAre("ha"));
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.no-rule"), 1U);
}

TEST(CarryFigures, AMeanWithoutItsWeightIsNamed) {
  const test::TwoVintages project;
  project.replace_in("du_an.toml", "percent = true\nweight = \"so_ho\"\n", "carry = \"mean\"\n");
  EXPECT_EQ(test::count_rule(carried(project).findings, "crosswalk.no-weight"), 1U);
}

TEST(CarryFigures, AWeightBelowZeroLeavesTheMeanUnknownAndIsAnError) {
  const test::TwoVintages project;
  project.replace_in("so_lieu.csv", "00001,10,100,", "00001,10,-100,");
  const CarriedFigures figures = carried(project);
  EXPECT_TRUE(std::isnan(at(figures, "pct", 0)));
  ASSERT_EQ(test::count_rule(figures.findings, "crosswalk.negative-weight"), 1U);
}

TEST(CarryFigures, PercentagesAreNotAdded) {
  const test::TwoVintages project;
  project.replace_in("du_an.toml", "percent = true\n", "percent = true\ncarry = \"sum\"\n");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(figures.values.find("pct"), nullptr);
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.percent-summed"), 1U);
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.no-rule"), 0U);
}

TEST(CarryFigures, MetAndNotMetAreNeitherAddedNorAveraged) {
  for (const char* rule : {"sum", "mean"}) {
    const test::TwoVintages project;
    project.replace_in("du_an.toml", "carry = \"all_met\"",
                       "weight = \"so_ho\"\ncarry = \"" + std::string(rule) + "\"");
    const CarriedFigures figures = carried(project);
    EXPECT_EQ(figures.values.find("dat"), nullptr) << rule;
    EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.no-rule"), 0U) << rule;
    ASSERT_EQ(test::count_rule(figures.findings, "crosswalk.words-added"), 1U) << rule;
    for (const base::Finding& finding : figures.findings) {
      if (finding.rule != "crosswalk.words-added") continue;
      EXPECT_EQ(finding.severity, base::Severity::error);
      EXPECT_EQ(finding.place.en, "indicator “ket_qua”");
      EXPECT_THAT(finding.what.en, HasSubstr(rule));
      EXPECT_THAT(finding.remedy.en, AllOf(HasSubstr("all_met"), HasSubstr("any")));
    }
  }
}

TEST(CrosswalkReport, ATableThatAProjectReadsAgain) {
  const test::TwoVintages project;
  const CarriedFigures figures = carried(project);
  for (const char* name : {"moi.csv", "moi.xlsx"}) {
    write_crosswalk(figures, project.folder / name, base::Lang::vi, base::Overwrite::no);
    const LoadedTable read = load_table({.files = {(project.folder / name).string()}});
    EXPECT_THAT(read.table.find("code")->texts, ElementsAre("00002", "00004", "00005", "00006")) << name;
    EXPECT_EQ(read.table.find("ha")->text(0), "30") << name;
    EXPECT_THAT(read.table.find("marks")->text(0), HasSubstr("các phần khác nhau: dat")) << name;
    EXPECT_EQ(read.table.find("parts")->text(0), "Xã Một (00001); Xã Hai (00002)") << name;
  }
  EXPECT_THAT(test::error_of([] { check_crosswalk_target("a.pdf", base::Overwrite::no); }),
              HasSubstr("usage | "));
}

TEST(CarryFigures, TwoIndicatorsOfOneFieldAreTwoColumns) {
  const test::TwoVintages project;
  project.replace_in(
      "du_an.toml", "[[indicators]]\nid = \"muc\"",
      "[[indicators]]\nid = \"nuoc_thap\"\ntable = \"so_lieu\"\nfield = \"pct\"\npercent = true\n"
      "carry = \"min\"\n[[indicators]]\nid = \"co_phan\"\ntable = \"so_lieu\"\nfield = \"dat\"\n"
      "words = true\ncarry = \"any\"\n[[indicators]]\nid = \"muc\"");
  const CarriedFigures figures = carried(project);
  EXPECT_EQ(at(figures, "nuoc", 0), 80);
  EXPECT_EQ(at(figures, "nuoc_thap", 0), 50);
  EXPECT_EQ(at(figures, "ket_qua", 0), 0);
  EXPECT_EQ(at(figures, "co_phan", 0), 1);
  EXPECT_EQ(figures.columns.size(), 7U);
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.field-shared"), 2U);
}

TEST(CarryFigures, WordsAreWrittenAsTheirTableDoesAndReadAgain) {
  const test::TwoVintages project;
  write_crosswalk(carried(project), project.folder / "moi.csv", base::Lang::vi, base::Overwrite::no);
  const LoadedTable read = load_table({.files = {(project.folder / "moi.csv").string()}});
  EXPECT_THAT(read.table.find("dat")->texts, ElementsAre("chưa đạt", "đạt", "đạt", "đạt"));
}

TEST(CarryFigures, WordsThatSayNeitherAreTold) {
  const test::TwoVintages project;
  project.replace_in("so_lieu.csv", "400,60,đạt,5", "400,60,Ðạt,5");
  EXPECT_EQ(at(carried(project), "dat", 1), 1);
  project.replace_in("so_lieu.csv", "400,60,Ðạt,5", "400,60,Hoàn thành,5");
  const CarriedFigures figures = carried(project);
  EXPECT_TRUE(std::isnan(at(figures, "dat", 1)));
  EXPECT_EQ(test::count_rule(figures.findings, "crosswalk.unknown-word"), 1U);
  for (const base::Finding& finding : figures.findings) {
    if (finding.rule != "crosswalk.unknown-word") continue;
    EXPECT_EQ(finding.place.en, "row 4, column “dat”");
  }
}

// The sample: figures of 2008's successors over all four dates.
TEST(CarrySample, TheChainOfHaTinhKeepsTotals) {
  ProjectData data(
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml"))));
  const CarriedFigures figures = carry_figures(data, {"2020", "2025-07", "2024"});
  EXPECT_EQ(figures.steps.size(), 2U);
  EXPECT_EQ(figures.new_units->size(), 69U);
  std::size_t compared = 0;
  for (const CarriedColumn& column : figures.columns) {
    if (column.spec.carry != criteria::Carry::sum || column.missing > 0) continue;
    EXPECT_NEAR(column.old_total, column.new_total, 1e-6 * std::max(1.0, column.old_total)) << column.spec.id;
    ++compared;
  }
  EXPECT_GE(compared, 3U);
}

}  // namespace
}  // namespace ntmap::app
