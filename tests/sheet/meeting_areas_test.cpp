#include "sheet/meeting_areas.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "sample_sheet.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::sheet {
namespace {

using testing::Contains;

/// The sample's meeting sheet under a layer of areas with three classes.
struct WithAreas : SampleSheet {
  WithAreas() : SampleSheet({1920, 1080}, Style::meeting) {
    areas.title = "Vùng cấp nước sạch tập trung";
    for (const char* label : {"hoạt động trước 2025", "đang xây dựng", "quy hoạch"}) {
      model::MapClass look;
      look.label = label;
      look.fill = {0x0b, 0x1f, 0x44};
      look.hatch = model::Hatch::forward;
      areas.classes.push_back(look);
    }
    areas.class_of.assign(polygons.feature_count(), 0);
    request.overlays = {{.polygons = &polygons, .classes = &areas, .opacity = 0.45}};
  }
  model::ClassList areas;
};

double baseline_of(const Layout& sheet, const std::string& text) {
  for (const TextRun& run : texts(sheet))
    if (run.text == text) return run.at.y;
  ADD_FAILURE() << text << " is not on the sheet";
  return 0;
}

TEST(MeetingAreas, LabelsStandWholeBesideTheirTitle) {
  const WithAreas sample;
  const Layout sheet = layout(sample.request);
  const double line = baseline_of(sheet, "Vùng cấp nước sạch tập trung:");
  for (const char* label : {"Hoạt động trước 2025", "Đang xây dựng", "Quy hoạch"})
    EXPECT_EQ(baseline_of(sheet, label), line);
}

TEST(MeetingAreas, BoxesLookAsTheTintDoesOnTheMap) {
  const WithAreas sample;
  const Layout sheet = layout(sample.request);
  std::vector<model::Rgb> fills;
  for (const Item& item : sheet.items)
    if (const auto* shape = std::get_if<Shape>(&item); shape != nullptr && shape->fill)
      fills.push_back(*shape->fill);
  EXPECT_THAT(fills, testing::Not(Contains(model::Rgb{0x0b, 0x1f, 0x44})));
}

TEST(MeetingAreas, WhatHasNoRoomGoesToTheNextLine) {
  WithAreas sample;
  Composer composer(sample.request);
  const double wide = meeting_areas_height(composer, 1700);
  const double narrow = meeting_areas_height(composer, 1000);
  EXPECT_NEAR(narrow, 2 * wide, 1);
  set_meeting_areas(composer, {100, 200}, 500);
  for (const Item& item : composer.out.items) {
    const auto* run = std::get_if<TextRun>(&item);
    if (run == nullptr) continue;
    EXPECT_LE(run->at.x + composer.type.width(run->text, {run->size, run->bold}), 600) << run->text;
  }
}

TEST(MeetingAreas, NothingWithoutAreas) {
  const SampleSheet sample({1920, 1080}, Style::meeting);
  Composer composer(sample.request);
  EXPECT_EQ(meeting_areas_height(composer, 1700), 0);
  EXPECT_TRUE(composer.out.items.empty());
}

}  // namespace
}  // namespace ntmap::sheet
