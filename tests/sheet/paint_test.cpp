#include "sheet/paint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/error.hpp"
#include "sample_sheet.hpp"
#include "support/image_difference.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::sheet {
namespace {

/// Files are too long to print when they lack something.
bool holds(const std::string& bytes, const std::string& part) {
  return bytes.find(part) != std::string::npos;
}

model::Rgb pixel(const Picture& picture, base::Vec2 at) {
  const auto i = 4 * (static_cast<std::size_t>(at.y) * static_cast<std::size_t>(picture.width) +
                      static_cast<std::size_t>(at.x));
  return {picture.rgba[i], picture.rgba[i + 1], picture.rgba[i + 2]};
}

TEST(PaintPicture, EveryUnitHasTheColourOfItsClass) {
  SampleSheet sample({960, 540});
  sample.request.labels = false;
  const Layout sheet = layout(sample.request);
  const Picture picture = paint_picture(sample.request, sheet);
  EXPECT_EQ(picture.width, 960);
  for (std::size_t unit = 0; unit < 24; ++unit) {
    if (unit == 7) continue;  // hatched
    EXPECT_EQ(pixel(picture, sheet.frames[0].to_page(sample.request.anchors[unit].point)),
              sample.classes.by_byte(sample.classes.class_of[unit]).fill)
        << unit;
  }
}

TEST(PaintPicture, NoSeamsBetweenNeighboursOfOneClass) {
  SampleSheet sample({960, 540}, Style::plain);
  std::fill(sample.classes.class_of.begin(), sample.classes.class_of.end(), std::uint8_t{4});
  const model::LineSet no_lines;
  sample.request.borders = {{&no_lines, 0}};
  const Layout sheet = layout(sample.request);
  const Picture picture = paint_picture(sample.request, sheet);
  // Along the row of label points everything is one colour, borders between units included.
  const base::Vec2 from = sheet.frames[0].to_page(sample.request.anchors[6].point);
  const base::Vec2 to = sheet.frames[0].to_page(sample.request.anchors[11].point);
  for (double t = 0; t <= 1; t += 0.001) {
    const model::Rgb seen = pixel(picture, from + (to - from) * t);
    const model::Rgb fill = sample.classes.classes[4].fill;
    EXPECT_LE(std::abs(seen.r - fill.r) + std::abs(seen.g - fill.g) + std::abs(seen.b - fill.b), 3) << t;
  }
}

TEST(PaintPicture, OverlaysMixWithTheFillsAndHatchTheirUnits) {
  SampleSheet sample({960, 540});
  sample.request.labels = false;
  std::fill(sample.classes.class_of.begin(), sample.classes.class_of.end(), std::uint8_t{2});
  model::ClassList veil;
  veil.classes.emplace_back().fill = {0, 0, 0};
  model::MapClass& marked = veil.classes.emplace_back();
  marked.hatch = model::Hatch::backward;
  marked.hatch_ink = model::Rgb{255, 0, 0};
  veil.class_of.assign(24, 0);
  sample.request.overlays = {{.polygons = &sample.polygons, .classes = &veil, .opacity = 0.5}};
  const auto at = [&](std::size_t unit, const Layout& sheet) {
    return sheet.frames[0].to_page(sample.request.anchors[unit].point);
  };
  const model::Rgb fill = sample.classes.classes[2].fill;
  const Layout mixed = layout(sample.request);
  const model::Rgb half = pixel(paint_picture(sample.request, mixed), at(8, mixed));
  EXPECT_NEAR(half.r, fill.r / 2, 2);
  EXPECT_NEAR(half.b, fill.b / 2, 2);
  veil.class_of.assign(24, 1);
  sample.request.overlays[0].opacity = 0;
  const Layout hatched = layout(sample.request);
  const Picture picture = paint_picture(sample.request, hatched);
  std::size_t red = 0;
  std::size_t plain = 0;
  for (int step = 0; step < 40; ++step) {
    const model::Rgb seen = pixel(picture, at(8, hatched) + base::Vec2{step * 0.5, 0});
    red += seen == model::Rgb{255, 0, 0} ? 1 : 0;
    plain += seen == fill ? 1 : 0;
  }
  EXPECT_GT(red, 0U);
  EXPECT_GT(plain, 0U) << "hatching leaves the fill in between";
}

TEST(PaintPicture, TakesAMapDrawnElsewhere) {
  const SampleSheet sample({640, 360}, Style::plain);
  const Layout sheet = layout(sample.request);
  Picture blue{sheet.frames[0].width(), sheet.frames[0].height(), {}};
  for (int i = 0; i < blue.width * blue.height; ++i) blue.rgba.insert(blue.rgba.end(), {10, 20, 200, 255});
  const PictureView views[] = {blue.view()};
  const Picture picture = paint_picture(sample.request, sheet, views);
  EXPECT_EQ(pixel(picture, {320, 180}), (model::Rgb{10, 20, 200}));
}

TEST(PaintPicture, OrderOfUnitsDoesNotShow) {
  const SampleSheet sample({480, 270}, Style::plain);
  SampleSheet turned({480, 270}, Style::plain);
  turned.polygons = {};
  for (std::size_t i = 24; i-- > 0;) turned.polygons.append_feature(sample.polygons, i);
  std::reverse(turned.classes.class_of.begin(), turned.classes.class_of.end());
  const Picture a = paint_picture(sample.request, layout(sample.request));
  const Picture b = paint_picture(turned.request, layout(turned.request));
  // Antialiased edges may round otherwise; no eye sees that.
  EXPECT_LE(test::difference({a.width, a.height, a.rgba}, {b.width, b.height, b.rgba}, 0).largest, 16);
}

TEST(WritePdf, SameRequestSameBytesWithTheGivenDate) {
  const test::TemporaryFolder folder;
  const SampleSheet sample(page_from("A4"));
  const Layout sheet = layout(sample.request);
  write_pdf(folder / "a.pdf", sample.request, sheet);
  write_pdf(folder / "b.pdf", sample.request, sheet);
  const std::string bytes = test::read_bytes(folder / "a.pdf");
  EXPECT_TRUE(bytes == test::read_bytes(folder / "b.pdf"));
  EXPECT_TRUE(holds(bytes, "/CreationDate (20261121000000Z)"));
  EXPECT_TRUE(holds(bytes, "/FontFile2")) << "text is text, its fonts embedded";
  EXPECT_FALSE(holds(bytes, "/Subtype /Image")) << "vectors throughout";
}

TEST(PdfFile, HoldsManyPages) {
  const test::TemporaryFolder folder;
  const SampleSheet sample(page_from("16:9"));
  const SampleSheet standing(page_from("A4-portrait"));
  PdfFile file(folder / "atlas.pdf", {"Tập bản đồ", "Atlas"}, base::Lang::vi, "2026-11-21");
  file.add(sample.request, layout(sample.request));
  file.add(standing.request, layout(standing.request));
  file.finish();
  EXPECT_TRUE(holds(test::read_bytes(folder / "atlas.pdf"), "/Count 2"));
}

TEST(WriteSvg, HasTextAsTextAndEscapesIt) {
  const test::TemporaryFolder folder;
  SampleSheet sample({1366, 768});
  sample.request.title = {"A < B & \"C\"", "x"};
  write_svg(folder / "a.svg", sample.request, layout(sample.request));
  const std::string svg = test::read_bytes(folder / "a.svg");
  EXPECT_TRUE(holds(svg, ">A &lt; B &amp; \"C\"</text>"));
  EXPECT_TRUE(holds(svg, "Vũ Quang</text>"));
  EXPECT_FALSE(holds(svg, "nan"));
  EXPECT_FALSE(holds(svg, "<image"));
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

TEST(WriteSvg, HatchingStaysWithItsUnits) {
  const test::TemporaryFolder folder;
  SampleSheet sample({1920, 1080});
  const Layout sheet = layout(sample.request);
  write_svg(folder / "one.svg", sample.request, sheet);
  std::fill(sample.classes.class_of.begin(), sample.classes.class_of.end(), std::uint8_t{0});
  write_svg(folder / "none.svg", sample.request, layout(sample.request));
  const std::size_t cost =
      test::read_bytes(folder / "one.svg").size() - test::read_bytes(folder / "none.svg").size();
  EXPECT_LT(cost, 20'000U) << "one hatched unit of 24, not a pattern over the whole page";
}

TEST(WriteVectors, UnwritablePathsAreErrors) {
  const SampleSheet sample({640, 360});
  const Layout sheet = layout(sample.request);
  EXPECT_THROW(write_svg("/no/such/folder/a.svg", sample.request, sheet), base::Error);
  EXPECT_THROW(write_pdf("/no/such/folder/a.pdf", sample.request, sheet), base::Error);
}

TEST(Golden, SheetMeetingAndSmallMaps) {
  if (!set_in_noto_sans()) GTEST_SKIP() << "golden sheets are set in Noto Sans, which is not installed";
  const auto check = [](const SheetRequest& request, const char* name) {
    const Picture picture = paint_picture(request, layout(request));
    EXPECT_EQ(test::compare_with_golden({picture.width, picture.height, picture.rgba}, name), "");
  };
  const SampleSheet normal({960, 540});
  check(normal.request, "sheet/normal");
  const SampleSheet meeting({960, 540}, Style::meeting);
  check(meeting.request, "sheet/meeting");
  const SampleSheet standing({480, 680});
  check(standing.request, "sheet/standing");
  SampleSheet maps({960, 540});
  for (int i = 1; i <= 5; ++i)
    maps.request.maps.push_back({base::Text(std::to_string(2020 + i)), maps.classes.class_of});
  check(maps.request, "sheet/maps");
}

}  // namespace
}  // namespace ntmap::sheet
