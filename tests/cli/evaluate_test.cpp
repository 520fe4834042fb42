#include <gmock/gmock.h>

#include "program.hpp"
#include "support/temporary_folder.hpp"
#include "two_units.hpp"

namespace ntmap::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string sample() {
  return checkout("gis_data/sonduong.toml").string();
}

TEST(Evaluate, PrintsASummary) {
  const Outcome run = ntmap({"evaluate", sample()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("18/30 of all (60.0 %)"));
  EXPECT_THAT(run.out, HasSubstr("made-up values"));
  EXPECT_EQ(run.err, "");
}

TEST(Evaluate, WritesTheThreeFormats) {
  const TemporaryFolder folder;
  for (const char* name : {"a.csv", "a.xlsx", "a.json"}) {
    const Outcome run = ntmap({"evaluate", sample(), "-o", name}, folder.path());
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(run.out, std::string(name) + "\n");
  }
  EXPECT_THAT(read_bytes(folder / "a.csv"), HasSubstr("XA_NTM_2021_2025"));
  EXPECT_THAT(read_bytes(folder / "a.xlsx"), StartsWith("PK"));
  EXPECT_EQ(listing(folder.path()).size(), 3U) << "no half-written files";
}

TEST(Evaluate, JsonGoesToStdoutWithoutAFile) {
  const Outcome run = ntmap({"--json", "evaluate", sample(), "--level", "district"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith(R"({"project":"New rural areas)"));
  EXPECT_THAT(run.out, HasSubstr(R"("level":"district","code":"076")"));
  EXPECT_THAT(run.out, testing::Not(HasSubstr(R"("level":"commune")")));
}

TEST(Evaluate, RefusesBeforeItReads) {
  const TwoUnits units;
  EXPECT_EQ(units.run({"evaluate", "du_an.toml", "-o", "a.docx"}).code, 2);
  EXPECT_EQ(units.run({"evaluate", "du_an.toml", "--level", "village"}).code, 2);
  const Outcome none = units.run({"evaluate", "du_an.toml"});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("[criteria]"));
  units.folder.write("a.csv", "mine");
  const Outcome there = ntmap({"evaluate", sample(), "-o", "a.csv"}, units.folder.path());
  EXPECT_EQ(there.code, 1);
  EXPECT_THAT(there.err, HasSubstr("--overwrite"));
  EXPECT_EQ(read_bytes(units.folder / "a.csv"), "mine");
}

TEST(Evaluate, AnUnknownPeriodNamesTheNearest) {
  const Outcome run = ntmap({"evaluate", sample(), "--period", "2024-04"});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.err, HasSubstr("2024-03"));
}

TEST(Evaluate, ComparesTwoSets) {
  const std::string ha_tinh = checkout("gis_data/hatinh.toml").string();
  const Outcome run = ntmap({"evaluate", ha_tinh, "--period", "2024", "--compare-sets",
                             "XA_NTM_2021_2025@2024-12-31", "XA_NTM_2021_2025@2025-12-31"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("From: New rural commune 2021-2025"));
  EXPECT_THAT(run.out, HasSubstr("  10: threshold: ≥ 45 "));
  const Outcome json = ntmap({"--json", "evaluate", ha_tinh, "--period", "2024", "--compare-sets",
                              "XA_NTM_2021_2025", "XA_NTM_NANGCAO_2021_2025"});
  EXPECT_THAT(json.out, StartsWith(R"({"period":"2024","before":{"set":"XA_NTM_2021_2025",)"));
}

TEST(Evaluate, ComparingNeedsTwoSetsOfOneKind) {
  EXPECT_EQ(ntmap({"evaluate", sample(), "--compare-sets", "XA_NTM_2021_2025"}).code, 2);
  EXPECT_EQ(ntmap({"evaluate", sample(), "--level", "commune", "--compare-sets", "XA_NTM_2021_2025",
                   "XA_NTM_2026_2030"})
                .code,
            2);
  const Outcome wrong = ntmap({"evaluate", sample(), "--compare-sets", "XA_NTM_2021_2025", "XA_NTM_2026"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_THAT(wrong.err, HasSubstr("XA_NTM_2026_2030"));
}

TEST(Evaluate, SaysWhatAnotherThresholdWouldFlip) {
  const Outcome run = ntmap({"evaluate", sample(), "--what-if", "3.1=100"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("If the threshold for all 30 units were 3.1"));
  EXPECT_EQ(ntmap({"evaluate", sample(), "--what-if", "3.1"}).code, 2);
}

}  // namespace
}  // namespace ntmap::test
