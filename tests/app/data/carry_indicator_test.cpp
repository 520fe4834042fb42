#include "app/data/carry_indicator.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "app/sample_project.hpp"
#include "app/two_vintages.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The two vintages with figures of the new units for 2025, and the change of each indicator.
struct Reform : test::TwoVintages {
  Reform() {
    replace_in("du_an.toml", "file = \"so_lieu.csv\"\nkey = \"ma\"\nperiod = \"2024\"\n",
               "key = \"ma\"\n[tables.by_period]\n\"2024\" = \"so_lieu.csv\"\n\"2025\" = \"moi.csv\"\n");
    folder.write("moi.csv",
                 "ma,ha,ho,pct,dat,muc\n00002,31,410,85,đạt,3\n00004,10,100,60,đạt,5\n"
                 "00005,30,300,62,chưa đạt,5\n00006,5,50,75,đạt,1\n");
    std::string keys;
    for (const char* of : {"nuoc", "ket_qua", "muc"}) {
      keys += std::string("[[indicators]]\nid = \"doi_") + of + "\"\ncompute = \"change\"\nof = \"" + of +
              "\"\n" + (std::string(of) == "ket_qua" ? "words = true\n" : "");
    }
    replace_in("du_an.toml", "[[indicators]]\nid = \"dien_tich\"",
               keys + "[[indicators]]\nid = \"dien_tich\"");
  }

  Figures change(const char* of) const {
    ProjectData opened = data();
    return opened.figures(std::string("doi_") + of, "2025");
  }
};

TEST(CarryIndicator, AChangeIsAgainstWhatThePartsWere) {
  const Figures change = Reform().change("nuoc");
  // The parts of 00002 had (50 x 100 + 90 x 300) / 400 = 80 %.
  EXPECT_THAT(change.values, ElementsAre(5, 0, 2, 5));
  ASSERT_EQ(test::count_rule(change.findings, "figures.carried"), 1U);
  for (const base::Finding& finding : change.findings) {
    if (finding.rule == "figures.carried") {
      EXPECT_THAT(finding.what.en, HasSubstr("mean by"));
    }
  }
}

TEST(CarryIndicator, WordsAreTakenWhereAllPartsAgree) {
  const Figures change = Reform().change("ket_qua");
  EXPECT_THAT(change.texts, ElementsAre(IsEmpty(), "same", "changed", "same"));
  for (const base::Finding& finding : change.findings) {
    if (finding.rule == "figures.carried") {
      EXPECT_THAT(finding.what.en, HasSubstr("1 unit unknown"));
    }
  }
}

TEST(CarryIndicator, ABadCrosswalkClaimsNothing) {
  const Reform project;
  project.replace_in("chuyen.csv", "00003,00004,\n", "00003,00004,1.5\n");
  for (const char* of : {"ket_qua", "nuoc"}) {
    const Figures change = project.change(of);
    EXPECT_EQ(test::count_rule(change.findings, "figures.carried"), 0U);
    ASSERT_EQ(test::count_rule(change.findings, "figures.other-units"), 1U) << of;
    for (const base::Finding& finding : change.findings) {
      if (finding.rule == "figures.other-units") {
        EXPECT_THAT(finding.what.en, HasSubstr("row 4"));
      }
    }
  }
}

TEST(CarryIndicator, WithoutARuleItSaysSoAndNothingIsClaimed) {
  const Reform project;
  project.replace_in("du_an.toml", "field = \"muc\"\ncarry = \"min\"", "field = \"muc\"");
  const Figures change = project.change("muc");
  EXPECT_TRUE(std::isnan(change.values[0]));
  EXPECT_EQ(test::count_rule(change.findings, "figures.other-units"), 1U);
}

/// Two indicators read one field, and one of them is called as the field is.
TEST(CarryIndicator, EachIndicatorOfASharedFieldGoesOverByItsOwnRule) {
  const Reform project;
  project.replace_in("du_an.toml", "[[indicators]]\nid = \"dien_tich\"",
                     "[[indicators]]\nid = \"pct\"\ntable = \"so_lieu\"\nfield = \"pct\"\npercent = true\n"
                     "carry = \"min\"\n[[indicators]]\nid = \"doi_pct\"\ncompute = \"change\"\nof = \"pct\"\n"
                     "[[indicators]]\nid = \"dien_tich\"");
  EXPECT_THAT(project.change("nuoc").values, ElementsAre(5, 0, 2, 5));
  EXPECT_THAT(project.change("pct").values, ElementsAre(35, 0, 2, 5));  // the lowest part had 50 %
}

TEST(CarryIndicator, WithoutACrosswalkItSaysSo) {
  const Reform project;
  project.replace_in("du_an.toml", "[[crosswalks]]\nfile = \"chuyen.csv\"\nfrom = \"cu\"\nto = \"moi\"\n",
                     "");
  const Figures change = project.change("nuoc");
  EXPECT_TRUE(std::isnan(change.values[3]));
  EXPECT_EQ(test::count_rule(change.findings, "figures.other-units"), 1U);
}

}  // namespace
}  // namespace ntmap::app
