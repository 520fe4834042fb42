#include "app/map/render_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>

#include "app/sample_project.hpp"
#include "base/error.hpp"
#include "colour/palettes.hpp"
#include "gl/headless_context.hpp"
#include "support/image_difference.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

model::Rgb pixel(const test::Image& image, int x, int y) {
  const auto at = static_cast<std::size_t>(4 * (y * image.width + x));
  return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
}

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

/// PNG needs OpenGL; skipped, with the reason, where there is none.
class RenderPicture : public ::testing::Test {
 protected:
  void SetUp() override {
    try {
      const gl::HeadlessContext probe;
    } catch (const base::Error& error) {
      GTEST_SKIP() << error.what();
    }
  }
  test::SampleProject m_sample;
  ProjectData m_data = m_sample.data();
};

TEST_F(RenderPicture, PlainShowsEveryUnitInItsClassColour) {
  const auto target = m_sample.folder / "map.png";
  render_map(m_data, {}, target, {.page = {400, 400}, .style = sheet::Style::plain});
  const test::Image image = test::read_png(target);
  ASSERT_EQ(image.width, 400);
  ASSERT_EQ(image.height, 400);
  const model::ClassList classes = map_content(m_data, {}).classes;
  EXPECT_EQ(pixel(image, 110, 300), classes.classes[0].fill);  // south-west
  EXPECT_EQ(pixel(image, 290, 300), classes.classes[1].fill);
  EXPECT_EQ(pixel(image, 110, 100), classes.classes[1].fill);
}

TEST_F(RenderPicture, TheSameMapTwiceIsTheSameFile) {
  const RenderOptions options{.page = {640, 400}};
  render_map(m_data, {}, m_sample.folder / "a.png", options);
  render_map(m_data, {}, m_sample.folder / "b.png", options);
  EXPECT_EQ(test::read_bytes(m_sample.folder / "a.png"), test::read_bytes(m_sample.folder / "b.png"));
}

TEST_F(RenderPicture, SizesThatNobodyCanDrawLeaveNoFile) {
  const std::size_t before = files_in(m_sample.folder.path());
  const RenderOptions options{.page = {100'000, 100'000}, .style = sheet::Style::plain};
  EXPECT_THAT(test::error_of([&] { render_map(m_data, {}, m_sample.folder / "map.png", options); }),
              AllOf(StartsWith("usage"), HasSubstr("100000x100000")));
  EXPECT_EQ(files_in(m_sample.folder.path()), before);
}

TEST(RenderMap, VectorsNeedNoOpenGl) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  render_map(data, {}, sample.folder / "map.svg", {.lang = base::Lang::vi});
  const std::string svg = test::read_bytes(sample.folder / "map.svg");
  EXPECT_THAT(svg, HasSubstr("<svg"));
  EXPECT_THAT(svg, HasSubstr(model::to_hex(colour::palette("Blues", 2).colours[1])));
  render_map(data, {}, sample.folder / "map.pdf", {});
  EXPECT_THAT(test::read_bytes(sample.folder / "map.pdf"), StartsWith("%PDF"));
}

TEST(RenderMap, FindingsOfTheDataComeBack) {
  const test::SampleProject sample;
  sample.replace_in("values.csv", "00098,2024,60", "00098,2024,160");
  ProjectData data = sample.data();
  EXPECT_EQ(test::count_rule(render_map(data, {}, sample.folder / "map.svg", {}), "figures.out-of-range"),
            1U);
}

TEST(RenderMap, NamesOnlyWhereWanted) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  render_map(data, {}, sample.folder / "with.svg", {});
  render_map(data, {}, sample.folder / "without.svg", {.labels = false});
  EXPECT_GT(test::read_bytes(sample.folder / "with.svg").size(),
            test::read_bytes(sample.folder / "without.svg").size());
}

TEST(RenderMap, ExistingFilesAreKept) {
  const test::SampleProject sample;
  sample.folder.write("map.svg", "mine");
  std::filesystem::remove(sample.folder / "units.geojson");  // refused before any data file is opened
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { render_map(data, {}, sample.folder / "map.svg", {}); }),
              HasSubstr("--overwrite"));
  EXPECT_EQ(test::read_bytes(sample.folder / "map.svg"), "mine");
}

TEST(RenderMap, OverwriteReplaces) {
  const test::SampleProject sample;
  sample.folder.write("map.svg", "mine");
  ProjectData data = sample.data();
  render_map(data, {}, sample.folder / "map.svg", {.overwrite = base::Overwrite::yes});
  EXPECT_THAT(test::read_bytes(sample.folder / "map.svg"), HasSubstr("<svg"));
}

TEST(RenderMap, UnknownKindsAreUsageErrors) {
  EXPECT_THAT(test::error_of([] { check_render("map.bmp", {}); }),
              AllOf(StartsWith("usage"), HasSubstr(".png")));
  EXPECT_THAT(test::error_of([] { check_render("map.svg", {.style = sheet::Style::plain}); }),
              StartsWith("usage"));
  EXPECT_NO_THROW(check_render("MAP.PNG", {}));
}

TEST(RenderMap, DataErrorsLeaveNoFile) {
  const test::SampleProject sample;
  std::filesystem::remove(sample.folder / "values.csv");
  const std::size_t before = files_in(sample.folder.path());
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { render_map(data, {}, sample.folder / "map.svg", {}); }),
              HasSubstr("values.csv"));
  EXPECT_EQ(files_in(sample.folder.path()), before);
}

}  // namespace
}  // namespace ntmap::app
