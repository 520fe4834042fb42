#include "app/map/map_sheet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/sample_project.hpp"
#include "sheet/paint.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class MapSheetTest : public ::testing::Test {
 protected:
  SheetFocus part() const {
    return {.world = m_map.units().layer.polygons.feature_box(0), .says_counts = true};
  }

  test::SampleProject m_sample;
  ProjectData m_data = m_sample.data();
  MapContent m_map = map_content(m_data, {});
};

TEST_F(MapSheetTest, APartSaysThatTheCountsAreOfAllUnits) {
  const MapSheet part_of_it(m_map, {}, part());
  EXPECT_THAT(part_of_it.request().legend_note.vi,
              HasSubstr("số đếm và nhận định tính cho toàn bộ " + count_of_units(m_map.units()).vi));
  EXPECT_THAT(part_of_it.request().legend_note.en, HasSubstr("counts and message are those of all"));
}

TEST_F(MapSheetTest, TheMeetingStyleSaysSoInItsMessage) {
  const MapSheet part_of_it(m_map, {.style = sheet::Style::meeting}, part());
  EXPECT_EQ(part_of_it.request().message.vi,
            "Toàn bộ " + count_of_units(m_map.units()).vi + ": " + m_map.message.vi);
}

TEST_F(MapSheetTest, TheWholeMapAndScenesSayNothingOfIt) {
  const MapSheet whole(m_map, {}, {.says_counts = true});
  EXPECT_THAT(whole.request().legend_note.vi, Not(HasSubstr("Khung")));
  const MapSheet scene(m_map, {.style = sheet::Style::meeting}, {.world = part().world});
  EXPECT_EQ(scene.request().message, m_map.message);
}

class MapSheetWithAreas : public MapSheetTest {
 protected:
  /// One area that covers all units, striped.
  MapSheetWithAreas() {
    AreaOverlay areas;
    areas.polygons = {m_map.figures.units, &m_map.units().layer.polygons};
    areas.classes.classes.push_back({.label = "Đang phục vụ", .hatch = model::Hatch::forward});
    areas.classes.class_of.assign(m_map.units().size(), 0);
    areas.opacity = 0.8;
    m_map.areas.push_back(areas);
  }

  std::string svg(double strength) const {
    const MapSheet sheet(m_map, {}, {.area_strength = strength});
    sheet::write_svg(m_sample.folder / "a.svg", sheet.request(), sheet.layout());
    return test::read_bytes(m_sample.folder / "a.svg");
  }
};

TEST_F(MapSheetWithAreas, AreAsStrongAsInTheWindow) {
  const MapSheet half(m_map, {}, {.area_strength = 0.5});
  ASSERT_THAT(half.request().overlays, SizeIs(1));
  EXPECT_DOUBLE_EQ(half.request().overlays.front().opacity, 0.4);
  EXPECT_DOUBLE_EQ(half.request().overlays.front().hatch_opacity, 0.5);
  EXPECT_THAT(svg(1), Not(HasSubstr("stroke-opacity")));
  EXPECT_THAT(svg(0.5), HasSubstr("stroke-opacity=\"0.5\""));
}

TEST_F(MapSheetWithAreas, WithoutStrengthTheyAreNotInTheLegendEither) {
  const MapSheet none(m_map, {}, {.area_strength = 0});
  EXPECT_THAT(none.request().overlays, IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
