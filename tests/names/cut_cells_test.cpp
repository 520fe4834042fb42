#include "names/cut_cells.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "names/decode_table.hpp"

namespace ntmap::names {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// Names as a field of that many bytes keeps them.
model::Table cut_at(std::size_t width, const std::vector<std::string>& names) {
  model::Table table;
  table.file = "xa.dbf";
  table.columns.resize(1);
  table.columns[0].name = "TEN";
  for (const std::string& name : names) {
    table.columns[0].texts.push_back(name.substr(0, width));
    while (table.columns[0].texts.back().ends_with(' ')) table.columns[0].texts.back().pop_back();
  }
  return table;
}

const base::Finding* finding_of(const base::Findings& findings, std::string_view rule) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const base::Finding& one) { return one.rule == rule; });
  return found == findings.end() ? nullptr : &*found;
}

TEST(CutCells, WhatIsWholeIsKeptAndToldOnce) {
  model::Table table = cut_at(9, {"Quang Diệm", "Quang Thọ", "Đại Nài", "Nam Hà", "Kỳ Anh", "Thanh Lộc",
                                  "Tân Giang", "Hà Linh", "Bắc Hà", "Kỳ Lợi"});
  for (const EncodingSource& source :
       {EncodingSource{true, {}, -1, {}}, EncodingSource{true, "UTF-8", -1, {}},
        EncodingSource{true, {}, 0x57, {}}}) {
    model::Table read = table;
    const EncodingReport report = decode_table(read, source);
    EXPECT_THAT(read.columns[0].texts,
                testing::ElementsAre("Quang Di", "Quang Th", "Đại N", "Nam Hà", "Kỳ Anh", "Thanh L",
                                     "Tân Gian", "Hà Linh", "Bắc Hà", "Kỳ Lợ"));
    const base::Finding* const cut = finding_of(report.findings, "encoding.cut");
    ASSERT_NE(cut, nullptr);
    EXPECT_EQ(cut->place.en, "row 1, 2, 3, 6, column TEN");
    EXPECT_THAT(cut->what.en, AllOf(HasSubstr("4 cells"), HasSubstr("9 bytes"), HasSubstr("“Quang Di…”"),
                                    HasSubstr("3 other cells fill it")));
    EXPECT_EQ(finding_of(report.findings, "encoding.mixed"), nullptr);
    EXPECT_EQ(finding_of(report.findings, "encoding.broken-utf8"), nullptr);
  }
}

TEST(CutCells, OneCutNameIsKnownByTwoBytesOfItsLetter) {
  model::Table table = cut_at(10, {"Quang Diệm", "Kỳ Anh", "Bắc Hà"});
  EXPECT_NE(finding_of(trim_cut_cells(table), "encoding.cut"), nullptr);
  EXPECT_EQ(table.columns[0].texts[0], "Quang Di");
}

TEST(CutCells, OtherBytesAreNoCut) {
  model::Table mixed = cut_at(20, {"Kỳ Anh", "Bắc Hà", "Hà Linh", "Phu Tan L\xE1"});  // "Lá" in Windows-1258
  EXPECT_TRUE(trim_cut_cells(mixed).empty());
  model::Table legacy = cut_at(20, {"X\xE3", "Y\xE3"});
  EXPECT_TRUE(trim_cut_cells(legacy).empty());
  model::Table shorter = cut_at(20, {"K\xE1\xBB", "Kỳ Anh", "Bắc Hà"});
  EXPECT_TRUE(trim_cut_cells(shorter).empty());
}

TEST(CutCells, AChosenEncodingIsBelieved) {
  model::Table table = cut_at(9, {"Quang Diệm", "Quang Thọ", "Nam Hà", "Kỳ Anh"});
  decode_table(table, {true, {}, -1, Encoding::cp1252});
  EXPECT_EQ(table.columns[0].texts[0], "Quang Diá");
}

}  // namespace
}  // namespace ntmap::names
