#include "app/map/sheet_painter.hpp"

#include <gtest/gtest.h>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "base/error.hpp"
#include "sheet/paint.hpp"
#include "support/image_difference.hpp"

namespace ntmap::app {
namespace {

/// PNG needs OpenGL; skipped, with the reason, where there is none.
class SheetPainter : public ::testing::Test {
 protected:
  void SetUp() override {
    try {
      m_pictures.emplace();
    } catch (const base::Error& error) {
      GTEST_SKIP() << error.what();
    }
  }
  std::optional<gl::PicturePainter> m_pictures;
};

test::Image image_of(const sheet::Picture& picture) {
  return {picture.width, picture.height, picture.rgba};
}

// The map engine snaps to a third of a pixel and draws its fills without antialiasing, the vector path does
// neither: they may differ along borders and nowhere else.
TEST_F(SheetPainter, OpenGlAndVectorsShowTheSameSheet) {
  const auto project =
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml")));
  ProjectData data(project);
  for (const char* theme : {"nuoc-sach-tap-trung", "tieu-chi-chua-dat", "ruong-dat-vong-tron"}) {
    const MapContent map = map_content(data, {.theme = theme, .period = {}});
    const SheetContent content = sheet_of(map, {.page = {960, 540}});
    const sheet::Layout layout = sheet::layout(content.request);
    const test::Image by_gl = image_of(paint_sheet(*m_pictures, content, layout));
    const test::Image by_vectors = image_of(sheet::paint_picture(content.request, layout));
    const test::ImageDifference seen = test::difference(by_gl, by_vectors, 60);
    EXPECT_TRUE(seen.same_size);
    EXPECT_LT(seen.share_off, 0.012) << theme;
  }
}

TEST_F(SheetPainter, SmallMapsHaveTheirOwnClasses) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const MapContent map = map_content(data, {});
  SheetContent content = sheet_of(map, {.page = {960, 540}, .labels = false});
  content.request.maps = {{"a", {0, 0, 0, 0}, nullptr, {}}, {"b", {1, 1, 1, 1}, nullptr, {}}};
  const sheet::Layout layout = sheet::layout(content.request);
  const sheet::Picture picture = paint_sheet(*m_pictures, content, layout);
  for (std::size_t i = 0; i < 2; ++i) {
    const base::Box unit = map.units().layer.polygons.feature_box(0);
    const base::Vec2 at = layout.frames[i].to_page(unit.centre());
    const auto pixel = 4 * (static_cast<std::size_t>(at.y) * static_cast<std::size_t>(picture.width) +
                            static_cast<std::size_t>(at.x));
    const model::Rgb seen{picture.rgba[pixel], picture.rgba[pixel + 1], picture.rgba[pixel + 2]};
    EXPECT_EQ(seen, map.classes.classes[i].fill) << i;
  }
}

}  // namespace
}  // namespace ntmap::app
