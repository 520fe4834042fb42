#include "io/repeat_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "findings.hpp"
#include "io/table_reader.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using testing::IsEmpty;

std::string told(const base::Findings& findings) {
  std::string out;
  for (const base::Finding& finding : findings) {
    if (finding.rule == "table.row-repeated") out += finding.place.en + ": " + finding.what.en + "\n";
  }
  return out;
}

std::string told(const std::string& csv) {
  const test::TemporaryFolder folder;
  return told(read_tables({{folder.write("a.csv", csv), {}}}, {}).findings);
}

TEST(RepeatCheck, ACopiedRowIsTold) {
  EXPECT_EQ(told("ma,xa,ho\n001,A,10\n002,B,20\n001,A,10\n003,C,30\n001,A,10\n"),
            "row 4: the same as row 2\nrow 6: the same as row 2\n");
}

TEST(RepeatCheck, ARunningNumberDoesNotHideIt) {
  EXPECT_EQ(told("STT,xa,ho\n1,A,10\n2,B,20\n3,A,10\n"), "row 4: the same as row 2\n");
}

TEST(RepeatCheck, RowsThatDifferAnywhereAreNone) {
  EXPECT_THAT(told("ma,xa,ho\n001,A,10\n001,A,\n001,a,10\n01,A,10\n"), IsEmpty());
  EXPECT_THAT(told("xa,ho\nA,\nA,\n"), IsEmpty()) << "a single cell says too little";
}

TEST(RepeatCheck, AFileThatWasAppendedTwice) {
  const test::TemporaryFolder folder;
  const auto a = folder.write("a.csv", "ma,ho\n001,10\n002,20\n");
  const auto b = folder.write("b.csv", "ma,ho\n002,20\n003,30\n");
  EXPECT_EQ(told(read_tables({{a, {}}, {b, {}}}, {}).findings),
            b.string() + ", row 2: the same as " + a.string() + ", row 3\n");
}

}  // namespace
}  // namespace ntmap::io
