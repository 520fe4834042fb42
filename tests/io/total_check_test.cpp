#include "io/total_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "findings.hpp"
#include "io/table_reader.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// What is said of the totals of a CSV table.
std::string told(const std::string& csv) {
  const test::TemporaryFolder folder;
  std::string out;
  for (const base::Finding& finding : read_table(folder.write("a.csv", csv), {}).findings) {
    if (finding.rule == "table.total-differs") out += finding.place.en + ": " + finding.what.en + "\n";
  }
  return out;
}

TEST(TotalCheck, TotalsThatAreRightAreNoNews) {
  EXPECT_THAT(told("xa,ho,ha\nA,100,\"1,5\"\nB,200,\"2,25\"\nTổng cộng,300,\"3,8\"\n"), IsEmpty());
  EXPECT_THAT(told("xa,ho\nTổng số,300\nA,100\nB,200\n"), IsEmpty()) << "above its rows";
}

TEST(TotalCheck, AWrongFigureShowsInTheTotal) {
  EXPECT_EQ(told("xa,ho\nA,100\nB,290\nTổng cộng,300\n"),
            "row 4, column “ho”: the total says 300, the rows add up to 390\n");
  EXPECT_THAT(told("xa,ho\nA,1.100\nB,1.200\nC,1.300\nTổng cộng,3.601\n"), HasSubstr("3,601"));
}

TEST(TotalCheck, SubtotalsOfDistricts) {
  const std::string sound = "xa,ho\nA,10\nB,20\nCộng,30\nC,5\nD,6\nCộng,11\nTổng cộng,41\n";
  EXPECT_THAT(told(sound), IsEmpty());
  std::string wrong = sound;
  EXPECT_THAT(told(wrong.replace(wrong.find("D,6"), 3, "D,8")),
              HasSubstr("row 7, column “ho”: the total says 11"));
}

TEST(TotalCheck, SubtotalsThatNameTheirDistrict) {
  const std::string sound =
      "xa,ho\nA,10\nB,20\nCộng huyện Kỳ Anh,30\nC,5\nD,6\nCộng thị xã Kỳ Anh,11\nE,7\nF,2\n"
      "Cộng TP. Hà Tĩnh,9\nTổng cộng,50\n";
  EXPECT_THAT(told(sound), IsEmpty());
  std::string wrong = sound;
  EXPECT_EQ(told(wrong.replace(wrong.find("Anh,11"), 6, "Anh,12")),
            "row 7, column “ho”: the total says 12, the rows add up to 11\n");
  wrong = sound;
  EXPECT_EQ(told(wrong.replace(wrong.find("g,50"), 4, "g,51")),
            "row 11, column “ho”: the total says 51, the rows add up to 50\n")
      << "subtotals are not added a second time";
  EXPECT_THAT(told("xa,ho\nTổng cộng,41\nCộng huyện A,30\nA,10\nB,20\nCộng huyện B,11\nC,5\nD,6\n"),
              IsEmpty());
}

TEST(TotalCheck, SubtotalsOfOneDistrictOnly) {
  EXPECT_THAT(told("xa,ho\nA,10\nB,20\nCộng huyện Kỳ Anh,30\nC,5\nD,6\nTổng cộng,41\n"), IsEmpty());
  EXPECT_THAT(told("xa,ho\nA,10\nB,20\nCộng huyện Một,30\nC,5\nCộng huyện Hai,5\nCộng khu vực,35\nD,6\n"
                   "E,1\nCộng huyện Ba,7\nTổng cộng,42\n"),
              IsEmpty())
      << "a sum of subtotals";
}

TEST(TotalCheck, RowsOfDistrictsAmongThoseOfCommunesCountTwice) {
  EXPECT_THAT(told("xa,ho\nHuyện Một,30\nA,10\nB,20\nHuyện Hai,11\nC,5\nD,6\nTổng cộng,41\n"), IsEmpty());
}

TEST(TotalCheck, OfAWrongSubtotalNotTheGrandTotalIsTold) {
  const std::string sound =
      "tt,xa,ho\nI,Một,30\n1,A,10\n2,B,20\nII,Hai,11\n1,C,5\n2,D,6\nIII,Ba,9\n1,E,7\n2,F,2\n,Tổng cộng,50\n";
  EXPECT_THAT(told(sound), IsEmpty());
  std::string wrong = sound;
  wrong.replace(wrong.find("Hai,11"), 6, "Hai,21");
  EXPECT_EQ(told(wrong), "row 5, column “ho”: the heading “Hai” says 21, its rows add up to 11\n");
  wrong.replace(wrong.find("cộng,50"), wrong.size(), "cộng,60\n");
  EXPECT_EQ(told(wrong), "row 5, column “ho”: the heading “Hai” says 21, its rows add up to 11\n")
      << "the grand total adds up what the headings say";
  wrong.replace(wrong.find("Hai,21"), 6, "Hai,11");
  EXPECT_EQ(told(wrong), "row 11, column “ho”: the total says 60, the rows add up to 50\n");
}

TEST(TotalCheck, AWrongSubtotalIsToldWhereTheGrandTotalAddsItUp) {
  EXPECT_EQ(told("xa,ho\nA,10\nB,20\nCộng huyện Một,40\nC,5\nD,6\nCộng huyện Hai,11\nTổng cộng,51\n"),
            "row 4, column “ho”: the total says 40, the rows add up to 30\n");
  EXPECT_EQ(told("xa,ho\nHuyện Một,40\nA,10\nB,20\nHuyện Hai,11\nC,5\nD,6\nTổng cộng,51\n"),
            "row 2, column “ho”: the heading “Huyện Một” says 40, its rows add up to 30\n");
}

TEST(TotalCheck, RowsWithoutANumberHeadTheOthers) {
  const std::string rows =
      "tt,xa,ho\n,Một,30\n1,A,10\n2,B,12\n3,E,8\n,Hai,21\n1,C,5\n2,D,4\n3,F,2\n,Ba,9\n1,G,3\n2,H,4\n3,I,2\n";
  for (const char* total : {"50", "60"})  // of the communes, and of what the headings say
    EXPECT_EQ(told(rows + ",Tổng cộng," + total + "\n"),
              "row 6, column “ho”: the heading “Hai” says 21, its rows add up to 11\n");
  EXPECT_EQ(told(rows + ",Tổng cộng,49\n"),
            "row 6, column “ho”: the heading “Hai” says 21, its rows add up to 11\n"
            "row 14, column “ho”: the total says 49, the rows add up to 50\n");
}

TEST(TotalCheck, ACommuneWithoutANumberIsNoHeading) {
  EXPECT_THAT(told("tt,xa,ho\n1,A,10\n2,B,20\n,C,5\n3,D,6\n4,E,7\n,Tổng cộng,48\n"), IsEmpty());
}

TEST(TotalCheck, HeadingsThatAreNoSumsAreNotCompared) {
  EXPECT_THAT(told("tt,xa,tl\nI,Một,25\n1,A,10\n2,B,20\nII,Hai,50\n1,C,45\n2,D,60\n"), IsEmpty());
}

TEST(TotalCheck, MeansAndSharesAreNoSums) {
  EXPECT_THAT(told("xa,tl\nA,\"98,5\"\nB,\"97,1\"\nC,90\nTổng cộng,\"95,2\"\n"), IsEmpty());
}

TEST(TotalCheck, MeansOfDistrictsAreNoSumsOfOthersRows) {
  EXPECT_THAT(told("xa,tl\nA,98\nB,97\nCộng huyện Một,97.5\nC,90\nD,80\nCộng huyện Hai,85\nTổng cộng,91\n"),
              IsEmpty());
}

TEST(TotalCheck, SubtotalsAboveTheirRows) {
  const std::string sound =
      "xa,ho\nTổng cộng,41\nCộng huyện Một,30\nA,10\nB,20\nCộng huyện Hai,11\nC,5\nD,6\n";
  EXPECT_THAT(told(sound), IsEmpty());
  std::string wrong = sound;
  EXPECT_EQ(told(wrong.replace(wrong.find("t,30"), 4, "t,31")),
            "row 3, column “ho”: the total says 31, the rows add up to 30\n");
}

TEST(TotalCheck, ATotalMayCountWhatARowHasNot) {
  EXPECT_THAT(told("xa,ho\nA,100\nB,\nC,50\nTổng cộng,190\n"), IsEmpty());
  EXPECT_THAT(told("xa,ho\nA,100\nB,\nC,50\nTổng cộng,140\n"), HasSubstr("the rows add up to 150"));
}

}  // namespace
}  // namespace ntmap::io
