#include "app/map/atlas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "app/sample_project.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> names(const std::vector<AtlasPage>& pages) {
  std::vector<std::string> out;
  for (const AtlasPage& page : pages) out.push_back(page.name);
  return out;
}

AtlasOptions svg_pages(AtlasLevel level) {
  AtlasOptions options;
  options.level = level;
  options.format = "svg";
  return options;
}

TEST(AtlasPages, NamesComeFromTheUnitsAlone) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto units = data.units("2023");
  EXPECT_THAT(names(atlas_pages(*units, AtlasLevel::district)),
              ElementsAre("cam-xuyen", "ha-tinh", "huong-khe"));
  EXPECT_THAT(
      names(atlas_pages(*units, AtlasLevel::commune)),
      ElementsAre("00097-xa-huong-khe", "00098-phuong-tran-phu", "00099-xa-cam-binh", "00100-xa-thach-lac"));
  EXPECT_EQ(atlas_pages(*units, AtlasLevel::district)[1].units.size(), 2U);
}

TEST(AtlasPages, UnitsWithoutDistrictsHaveNoAtlasByDistrict) {
  const test::SampleProject sample;
  sample.replace_in("du_an.toml", "district = \"district\"\n", "");
  ProjectData data = sample.data();
  EXPECT_THAT(test::error_of([&] { atlas_pages(*data.units("2023"), AtlasLevel::district); }),
              testing::AllOf(StartsWith("usage"), HasSubstr("commune")));
}

TEST(RenderAtlas, AFileAPageInAFolder) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const AtlasResult result = render_atlas(data, {}, sample.folder / "tap", svg_pages(AtlasLevel::commune));
  EXPECT_EQ(result.pages, 4U);
  const std::string page = test::read_bytes(sample.folder / "tap" / "00098-phuong-tran-phu.svg");
  EXPECT_THAT(page, HasSubstr("Phường Trần Phú"));
  EXPECT_THAT(page, HasSubstr("thứ 2 trong 3"));
}

TEST(RenderAtlas, GoesOnWhereItStopped) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const AtlasOptions options = svg_pages(AtlasLevel::commune);
  render_atlas(data, {}, sample.folder / "tap", options);
  std::filesystem::remove(sample.folder / "tap" / "00099-xa-cam-binh.svg");
  sample.folder.write("tap/00097-xa-huong-khe.svg", "kept");
  const AtlasResult again = render_atlas(data, {}, sample.folder / "tap", options);
  EXPECT_EQ(again.pages, 1U);
  EXPECT_EQ(again.kept, 3U);
  EXPECT_EQ(test::read_bytes(sample.folder / "tap" / "00097-xa-huong-khe.svg"), "kept");
}

TEST(RenderAtlas, PagesOfOtherDataAreNotMixedIn) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  AtlasOptions options = svg_pages(AtlasLevel::commune);
  render_atlas(data, {}, sample.folder / "tap", options);
  sample.replace_in("values.csv", "00098,2024,60", "00098,2024,61");
  ProjectData changed = sample.data();
  EXPECT_THAT(test::error_of([&] { render_atlas(changed, {}, sample.folder / "tap", options); }),
              testing::AllOf(StartsWith("usage"), HasSubstr("--overwrite")));
  options.sheet.overwrite = base::Overwrite::yes;
  EXPECT_EQ(render_atlas(changed, {}, sample.folder / "tap", options).pages, 4U);
}

TEST(RenderAtlas, OnePdfOfAllPages) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  render_atlas(data, {}, sample.folder / "tap.pdf", svg_pages(AtlasLevel::district));
  EXPECT_TRUE(test::read_bytes(sample.folder / "tap.pdf").find("/Count 3") != std::string::npos);
}

TEST(RenderAtlas, CancelledPagesAreWholeOrNotThere) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  std::stop_source stop;
  const base::Job job(
      [&](double fraction, const base::Text&) {
        if (fraction > 0.3) stop.request_stop();
      },
      stop.get_token());
  EXPECT_THROW(render_atlas(data, {}, sample.folder / "tap", svg_pages(AtlasLevel::commune), job),
               base::Error);
  for (const auto& entry : std::filesystem::directory_iterator(sample.folder / "tap")) {
    if (entry.path().extension() == ".svg") {
      EXPECT_TRUE(test::read_bytes(entry.path()).ends_with("</svg>\n")) << entry.path();
    }
  }
}

TEST(RenderAtlas, RefusesAFileAndTheMeetingStyle) {
  const test::SampleProject sample;
  sample.folder.write("tap", "a file");
  EXPECT_THAT(test::error_of([&] { check_atlas(sample.folder / "tap", {}); }), StartsWith("usage"));
  AtlasOptions video;
  video.sheet.style = sheet::Style::meeting;
  EXPECT_THAT(test::error_of([&] { check_atlas(sample.folder / "x", video); }), StartsWith("usage"));
}

}  // namespace
}  // namespace ntmap::app
