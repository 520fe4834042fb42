#include "app/check/check_registers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "app/sample_data.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::IsEmpty;

/// The sample with these registers, each sound.
struct WithRegisters : test::SampleProject {
  WithRegisters() {
    test::append(file(),
                 "[programme]\nproducts = \"ocop.csv\"\nexclusions = \"loai_tru.csv\"\nrecognitions = "
                 "\"cong_nhan.csv\"\n");
    folder.write("ocop.csv",
                 "name,unit_code,unit_code_valid,stars,certified\nMật ong,00097,2024-01-01,3,2023-05-14\n"
                 "Mật ong,00099,2024-01-01,3,2023-05-14\nTrà,00097,2024-01-01,4,2023-05-14\n");
    folder.write(
        "loai_tru.csv",
        "unit_code,unit_code_valid,from,to,reason_vi\n00098,2024-01-01,2023-01-01,2024-12-31,Khu kinh tế\n");
    folder.write(
        "cong_nhan.csv",
        "id,unit_code,unit_code_valid,rank,attainment_year,decision_date\nR1,00097,2024-01-01,NTM,2022,\n"
        "R2,00097,2024-01-01,NTM_NC,2022,2023-03-01\n");
  }
};

std::string told(const test::SampleProject& sample) {
  ProjectData data = sample.data();
  std::string out;
  for (const base::Finding& finding : register_findings(data, "2025-06-30")) {
    if (finding.severity != base::Severity::note)
      out += finding.rule + ", " + finding.place.en + ": " + finding.what.en + "\n";
  }
  return out;
}

TEST(CheckRegisters, SoundRegistersAreNoNews) {
  EXPECT_THAT(told(WithRegisters()), IsEmpty());
  EXPECT_THAT(told(test::SampleProject()), IsEmpty()) << "no [programme]";
}

TEST(CheckRegisters, AProductThatStandsTwice) {
  const WithRegisters sample;
  sample.replace_in("ocop.csv", "00099,2024-01-01,3", "00097,2024-01-01,4");
  EXPECT_EQ(told(sample), "products.twice, row 3: the same product, unit and day as row 2\n");
}

TEST(CheckRegisters, TitlesOfYearsThatCannotBeAndIdsThatStandTwice) {
  const WithRegisters sample;
  sample.replace_in("cong_nhan.csv", "NTM_NC,2022,2023-03-01", "NTM_NC,2024,2023-03-01");
  sample.replace_in("cong_nhan.csv", "NTM,2022,", "NTM,2026,");
  sample.replace_in("cong_nhan.csv", "R2,", "R1,");
  EXPECT_EQ(told(sample),
            "recognitions.future-year, row 2: the year 2026 is still to come\n"
            "recognitions.before-attainment, row 3: decided on 2023-03-01 for the year 2024\n"
            "recognitions.id-twice, row 3: the id R1 stands in row 2 already\n");
}

TEST(CheckRegisters, ATitleThatTheUnitCannotHold) {
  auto project = std::make_shared<model::Project>(test::ha_tinh().project());
  const test::TemporaryFolder folder;
  project->programme->recognitions =
      folder
          .write("cong_nhan.csv",
                 "id,unit_code,unit_code_valid,unit_name,rank,attainment_year,decision_date\n"
                 "A,18112,2025-01-01,Thạch Bình,DTVM,2024,2024-12-31\n"
                 "B,18112,2025-01-01,Thạch Bình,NTM,2024,2024-12-31\n"
                 "C,441,2025-01-01,Vũ Quang,NTM,2024,2024-12-31\n")
          .string();
  ProjectData data(project);
  std::vector<std::string> places;
  for (const base::Finding& one : register_findings(data, "2026-01-01")) {
    if (one.rule == "recognitions.wrong-kind") places.push_back(one.place.en + ": " + one.what.en);
  }
  EXPECT_THAT(places, testing::ElementsAre("row 2: Xã Thạch Bình is a xã, which cannot hold DTVM",
                                           "row 4: Huyện Vũ Quang is a huyện, which cannot hold NTM"));
}

TEST(CheckRegisters, TheSampleHasOnlyTitlesThatItsUnitsCanHold) {
  for (const base::Finding& one : register_findings(test::ha_tinh(), "2026-01-01")) {
    EXPECT_NE(one.rule, "recognitions.wrong-kind") << one.place.vi << ": " << one.what.vi;
    EXPECT_NE(one.rule, "recognitions.before-attainment") << one.place.vi << ": " << one.what.vi;
    EXPECT_NE(one.rule, "recognitions.id-twice") << one.place.vi << ": " << one.what.vi;
  }
}

TEST(CheckRegisters, DaysThatAreStillToComeOrNone) {
  const WithRegisters sample;
  sample.replace_in("ocop.csv", "3,2023-05-14", "3,2203-05-14");
  sample.replace_in("ocop.csv", "4,2023-05-14", "4,14/13/2023");
  sample.replace_in("cong_nhan.csv", "2023-03-01", "2032-03-01");
  EXPECT_EQ(told(sample),
            "products.bad-date, row 4: \"14/13/2023\" is not a day\n"
            "recognitions.future, row 3: the day 2032-03-01 is still to come\n"
            "products.future, row 2: the day 2203-05-14 is still to come\n");
}

TEST(CheckRegisters, AnExclusionThatNothingLooksUp) {
  const WithRegisters sample;
  sample.replace_in("loai_tru.csv", "00098,2024-01-01", "00098,2004-01-01");
  EXPECT_EQ(
      told(sample),
      "exclusions.no-map, row 2: codes meant for days of which the project has no map (1 row); they are "
      "not used\n");
}

TEST(CheckRegisters, AnExclusionThatEndsBeforeItBegins) {
  const WithRegisters sample;
  sample.replace_in("loai_tru.csv", "2024-12-31", "2022-12-31");
  EXPECT_EQ(told(sample),
            "exclusions.ends-before, row 2: from 2023-01-01 to 2022-12-31: it ends before it begins\n");
}

}  // namespace
}  // namespace ntmap::app
