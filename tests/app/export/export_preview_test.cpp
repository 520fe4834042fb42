#include "app/export/export_preview.hpp"

#include <gmock/gmock.h>

#include <set>

#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

struct MakeExportPreview : testing::Test {
  ExportPreview preview(const ExportChoice& choice) {
    return make_export_preview(data.project(), map, choice, base::Lang::en, 400, 300);
  }
  test::SampleProject sample;
  ProjectData data = sample.data();
  MapContent map = map_content(data, {});
};

std::size_t colours_in(const sheet::Picture& picture) {
  std::set<std::uint32_t> seen;
  for (std::size_t i = 0; i < picture.rgba.size(); i += 4)
    seen.insert(picture.rgba[i] << 16U | picture.rgba[i + 1] << 8U | picture.rgba[i + 2]);
  return seen.size();
}

TEST_F(MakeExportPreview, PicturesKeepThePagesShape) {
  const ExportPreview wide = preview({.format = ExportFormat::png, .size = "1920x1080"});
  EXPECT_EQ(wide.picture.width, 400);
  EXPECT_EQ(wide.picture.height, 225);
  EXPECT_GT(colours_in(wide.picture), 3U);
  const ExportPreview tall = preview({.format = ExportFormat::pdf, .size = "A4-portrait"});
  EXPECT_EQ(tall.picture.height, 300);
  EXPECT_LT(tall.picture.width, 230);
}

TEST_F(MakeExportPreview, ShowsThePartThatIsSeenWhereThatIsWanted) {
  SheetFocus seen;
  seen.world = map.units().layer.polygons.feature_box(0);
  const auto picture = [&](bool as_seen) {
    return make_export_preview(data.project(), map, {.as_seen = as_seen}, base::Lang::en, 400, 300, seen)
        .picture;
  };
  EXPECT_EQ(picture(false).rgba, preview({}).picture.rgba);
  EXPECT_NE(picture(true).rgba, preview({}).picture.rgba);
}

TEST_F(MakeExportPreview, LayersShowTheMapAndLegendsTheLegend) {
  EXPECT_EQ(preview({.format = ExportFormat::geojson}).picture.width, 400);
  const ExportPreview legend = preview({.format = ExportFormat::legend});
  EXPECT_LE(legend.picture.width, 400);
  EXPECT_LE(legend.picture.height, 300);
  EXPECT_GT(colours_in(legend.picture), 3U);
}

TEST_F(MakeExportPreview, TablesShowTheirFirstRows) {
  const ExportPreview table = preview({.format = ExportFormat::xlsx});
  ASSERT_EQ(table.rows.size(), 5U);
  EXPECT_EQ(table.rows[0][0], "Unit code");
  EXPECT_EQ(table.rows[1][0], "00097");
  EXPECT_EQ(table.rows[1].size(), table.rows[0].size());
  EXPECT_TRUE(table.picture.rgba.empty());
}

TEST_F(MakeExportPreview, RefusesChoicesThatCannotBe) {
  EXPECT_THAT(test::error_of([&] { preview({.format = ExportFormat::png, .size = "9x9"}); }),
              testing::StartsWith("usage"));
}

}  // namespace
}  // namespace ntmap::app
