#include "app/export/export_request.hpp"

#include <gmock/gmock.h>

#include <set>

#include "app/export/export_map.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(ExportFormats, EachIsListedOnce) {
  std::set<std::string> ids;
  for (const ExportFormatInfo& info : export_format_list()) {
    EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    EXPECT_EQ(&info_of(info.format), &info);
    EXPECT_FALSE(info.name.vi.empty() || info.purpose.vi.empty());
  }
  EXPECT_EQ(ids.size(), static_cast<std::size_t>(ExportFormat::pack) + 1);
}

TEST(ExportChoice, IsKeptAsText) {
  ExportChoice choice;
  choice.format = ExportFormat::geotiff;
  choice.size = "A3";
  choice.meeting = choice.geo = choice.bbox = choice.as_seen = true;
  choice.labels = choice.style_file = false;
  choice.kind = io::RasterKind::rgba;
  choice.resolution = 12.5;
  choice.simplify = 50;
  choice.to_crs = "EPSG:4326";
  choice.folder = "/nhà/\"Bản đồ\"";
  EXPECT_EQ(parse_export_choice(export_choice_text(choice)), choice);
  EXPECT_EQ(parse_export_choice(export_choice_text({})), ExportChoice());
}

TEST(ExportChoice, BadSettingsTakeTheDefaults) {
  for (const char* bad : {"not toml at all [", "size = \"1x1\"", "to_crs = \"EPSG:nine\"", "labels = 3"}) {
    EXPECT_EQ(parse_export_choice(bad), ExportChoice()) << bad;
  }
  EXPECT_EQ(parse_export_choice("format = \"docx\"\nresolution = -5\nfrom_a_later_version = 1"),
            ExportChoice());
}

struct ExportRequestOfTheSample : testing::Test {
  std::string preview(const ExportChoice& choice) {
    std::string out;
    for (const base::Text& line : export_preview(data.project(), map, choice)) out += line.en + "\n";
    return out;
  }
  std::string run(const ExportChoice& choice, const std::string& name) {
    return test::error_of([&] {
      run_export(data, map, choice, sample.folder / name, base::Lang::en, base::Overwrite::no, "ntmap 9");
    });
  }

  test::SampleProject sample;
  ProjectData data = sample.data();
  MapContent map = map_content(data, {});
};

TEST_F(ExportRequestOfTheSample, NamesSayThemeAndPeriod) {
  EXPECT_EQ(suggested_name({.format = ExportFormat::geojson}, map), "nuoc-sach_2024.geojson");
  EXPECT_EQ(suggested_name({.format = ExportFormat::geotiff_zip}, map), "nuoc-sach_2024.tif.zip");
  EXPECT_EQ(suggested_name({.format = ExportFormat::legend}, map), "nuoc-sach_2024_chu-giai.png");
  map.theme.id = "a/b";
  EXPECT_EQ(suggested_name({}, map), "a_b_2024.png");
}

TEST_F(ExportRequestOfTheSample, PicturesShowThePartThatIsSeenWhereThatIsWanted) {
  SeenMap seen;
  seen.focus.world = map.units().layer.polygons.feature_box(0);
  seen.focus.selection = {0};
  const auto svg = [&](bool as_seen) {
    const auto file = sample.folder / (as_seen ? "seen.svg" : "all.svg");
    run_export(data, map, {.format = ExportFormat::svg, .as_seen = as_seen}, file, base::Lang::en,
               base::Overwrite::no, "ntmap 9", {}, seen);
    return test::read_bytes(file);
  };
  EXPECT_EQ(run({.format = ExportFormat::svg}, "plain.svg"), "no error");
  EXPECT_EQ(svg(false), test::read_bytes(sample.folder / "plain.svg"));
  EXPECT_NE(svg(true), test::read_bytes(sample.folder / "plain.svg"));
}

TEST_F(ExportRequestOfTheSample, TheAreasAreAsStrongAsSeenInAnyPicture) {
  SeenMap seen;
  seen.focus = {.world = map.units().layer.polygons.feature_box(0), .area_strength = 0.3};
  EXPECT_TRUE(seen.focus_for({.as_seen = true}).world);
  const SheetFocus whole = seen.focus_for({.as_seen = false});
  EXPECT_FALSE(whole.world);
  EXPECT_EQ(whole.area_strength, 0.3);
}

TEST_F(ExportRequestOfTheSample, PreviewSaysWhatWillBe) {
  EXPECT_EQ(preview({.format = ExportFormat::png, .size = "800x600"}), "800 x 600 pixels\n");
  EXPECT_THAT(preview({.format = ExportFormat::pdf, .size = "A4"}), StartsWith("297 x 210 mm"));
  EXPECT_THAT(preview({.format = ExportFormat::geojson}),
              AllOf(HasSubstr("4 units, 2 classes"), HasSubstr("EPSG:4326")));
  EXPECT_THAT(preview({.format = ExportFormat::pack}), StartsWith("2 themes"));
}

TEST_F(ExportRequestOfTheSample, PreviewOfARasterIsItsRealSize) {
  const ExportChoice choice{.format = ExportFormat::geotiff, .resolution = 100, .style_file = false};
  EXPECT_EQ(run(choice, "a.tif"), "no error");
  ExportOptions same;
  same.resolution = 100;
  const RasterSize size = raster_size(map, same);
  EXPECT_EQ(size.pixel, 100);
  EXPECT_THAT(preview(choice), StartsWith(std::to_string(size.width) + " x " + std::to_string(size.height) +
                                          " pixels, 100 m a pixel"));
  const ExportChoice degrees{.format = ExportFormat::geotiff, .resolution = 100, .to_crs = "EPSG:4326"};
  EXPECT_THAT(test::error_of([&] { preview(degrees); }), StartsWith("usage"));
}

TEST_F(ExportRequestOfTheSample, EveryFormatIsWritten) {
  for (const ExportFormatInfo& info : export_format_list()) {
    if (info.format == ExportFormat::png || info.format == ExportFormat::pack) continue;  // these need OpenGL
    const std::string name = std::string(info.id) + info.extension;
    EXPECT_EQ(run({.format = info.format}, name), "no error") << name;
    EXPECT_GT(std::filesystem::file_size(sample.folder / name), 100U) << name;
    EXPECT_THAT(run({.format = info.format}, name), HasSubstr("--overwrite")) << name;
  }
  EXPECT_TRUE(std::filesystem::exists(sample.folder / "geojson.qml"));
}

TEST_F(ExportRequestOfTheSample, ChoicesOfOtherFormatsDoNotMatter) {
  const ExportChoice all{.meeting = true,
                         .geo = true,
                         .kind = io::RasterKind::values,
                         .resolution = 7,
                         .to_crs = "EPSG:9209",
                         .bbox = true};
  for (const ExportFormat format : {ExportFormat::svg, ExportFormat::csv, ExportFormat::geojson}) {
    ExportChoice choice = all;
    choice.format = format;
    EXPECT_EQ(run(choice, std::string("b") + info_of(format).extension), "no error");
  }
}

TEST(FormatForName, FollowsTheEnding) {
  EXPECT_EQ(format_for_name("ban_do.geojson", ExportFormat::png), ExportFormat::geojson);
  EXPECT_EQ(format_for_name("lop.tif.zip", ExportFormat::png), ExportFormat::geotiff_zip);
  EXPECT_EQ(format_for_name("goi.zip", ExportFormat::png), ExportFormat::pack);
  EXPECT_EQ(format_for_name("chu_giai.png", ExportFormat::legend), ExportFormat::legend);
  EXPECT_EQ(format_for_name("ban_do", ExportFormat::pdf), ExportFormat::pdf);
}

}  // namespace
}  // namespace ntmap::app
