#include "app/map/render_legend.hpp"

#include <gmock/gmock.h>

#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"
#include "support/image_difference.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

struct RenderLegend : testing::Test {
  test::SampleProject sample;
  ProjectData data = sample.data();
  MapContent map = map_content(data, {});
};

TEST_F(RenderLegend, SaysEveryClass) {
  render_legend(map, sample.folder / "legend.svg", {});
  const std::string svg = test::read_bytes(sample.folder / "legend.svg");
  for (const model::MapClass& look : map.classes.classes) {
    EXPECT_THAT(svg, HasSubstr(look.label.vi.substr(1)));  // the legend begins rows with a capital
    EXPECT_THAT(svg, HasSubstr(model::to_hex(look.fill)));
  }
}

TEST_F(RenderLegend, ThePictureIsAsLargeAsTheLegend) {
  render_legend(map, sample.folder / "legend.png", {});
  const test::Image image = test::read_png(sample.folder / "legend.png");
  EXPECT_EQ(image.width, 468);
  EXPECT_LT(image.height, 400);
}

TEST_F(RenderLegend, SaysAllThatTheLegendOfTheSheetSays) {
  ProjectData hatinh(
      std::make_shared<const model::Project>(read_project(test::checkout("gis_data/hatinh.toml"))));
  const auto svg_of = [&](const char* theme) {
    const MapContent content = map_content(hatinh, {theme, {}});
    render_legend(content, sample.folder / "l.svg", {.overwrite = base::Overwrite::yes});
    return test::read_bytes(sample.folder / "l.svg");
  };
  EXPECT_THAT(svg_of("nuoc-sach-va-thu-nhap"), AllOf(HasSubstr("↑ "), HasSubstr(" →")))
      << "the colour square";
  EXPECT_THAT(svg_of("ruong-dat-vong-tron"), AllOf(HasSubstr("(ha)<"), HasSubstr("vòng tròn")));
  EXPECT_THAT(svg_of("phu-cap-nuoc"), HasSubstr(">Vùng cấp nước sạch tập trung<")) << "areas over the map";
}

TEST_F(RenderLegend, SaysThatBoundariesAreSchematic) {
  auto project = std::make_shared<model::Project>(*sample.project());
  project->notice = {"Sơ đồ", "Schematic"};
  ProjectData schematic(project);
  render_legend(map_content(schematic, {}), sample.folder / "s.svg", {});
  EXPECT_THAT(test::read_bytes(sample.folder / "s.svg"), HasSubstr(" Sơ đồ.<"));
}

TEST_F(RenderLegend, IsRefusedAsMapsAre) {
  EXPECT_THAT(test::error_of([&] { render_legend(map, sample.folder / "a.docx", {}); }),
              AllOf(StartsWith("usage"), HasSubstr(".png")));
}

}  // namespace
}  // namespace ntmap::app
