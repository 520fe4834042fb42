#include "app/map/sheet_content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

TEST(WrittenDate, AsPeopleWriteIt) {
  EXPECT_EQ(written_date("2026-11-21").vi, "21/11/2026");
  EXPECT_EQ(written_date("2026-11-21").en, "2026-11-21");
  EXPECT_EQ(written_date("2026-01-05").vi, "5/1/2026");
}

TEST(WrittenDate, WhatIsNoDateIsRefused) {
  for (const char* word : {"21/11/2026", "2026-13-01", "2026-02-30", "hôm nay", "2026-1-1", "2026-11-2x"}) {
    EXPECT_THAT(test::error_of([&] { written_date(word); }), StartsWith("usage")) << word;
  }
}

TEST(SheetContent, BordersByRankAndOneSetOfPolygons) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  const SheetContent content = sheet_of(map, {.date = "2026-11-21"});
  ASSERT_THAT(content.request.borders, SizeIs(3));
  EXPECT_GT(content.request.borders[0].lines->line_count(), 0U);
  EXPECT_THAT(content.drawn, SizeIs(1));
  EXPECT_THAT(content.request.source.vi, HasSubstr("Lập ngày 21/11/2026"));
}

TEST(SheetContent, TheHistogramSaysWhatIsCountedAndInWhat) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  const SheetContent content = sheet_of(map, {.histogram = true});
  ASSERT_NE(content.request.histogram, nullptr);
  EXPECT_EQ(content.request.histogram_title.vi, "Nước sạch (%)");
}

}  // namespace
}  // namespace ntmap::app
