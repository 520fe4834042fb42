#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "app/areas/coverage.hpp"
#include "app/sample_project.hpp"

namespace ntmap::test {

/// One area of a GeoJSON file: a box in degrees, or any geometry.
struct TestArea {
  std::string properties;  ///< R"("ma":"A","nam":2022)"
  double west = 0, south = 0, east = 0, north = 0;
  std::string geometry = {};  ///< instead of the box
};

inline std::string areas_geojson(const std::vector<TestArea>& areas) {
  std::string features;
  for (const TestArea& area : areas) {
    const std::string box = fmt::format(
        R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]}})",
        area.west, area.south, area.east, area.north);
    features += fmt::format(R"({}{{"type":"Feature","properties":{{{}}},"geometry":{}}})",
                            features.empty() ? "" : ",", area.properties,
                            area.geometry.empty() ? box : area.geometry);
  }
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

/// A of 2022 covers the west half of 00097; B of 2024 the south half of 00097 and 00098, so a quarter of
/// 00097 twice; C is being built over the whole of 00099; D is planned over the west half of 00100.
inline std::vector<TestArea> usual_areas() {
  return {{R"("ma":"A","nam":2022,"tt":"đang hoạt động","ha":6000,"ho":100)", 105.8, 18.3, 105.85, 18.4},
          {R"("ma":"B","nam":2024,"tt":"ĐANG HOẠT ĐỘNG","ha":11700,"ho":300)", 105.8, 18.3, 106, 18.35},
          {R"("ma":"C","nam":2026,"tt":"đang xây dựng","ha":null,"ho":50)", 105.8, 18.4, 105.9, 18.5},
          {R"("ma":"D","nam":2028,"tt":"Quy hoạch","ha":null,"ho":70)", 105.9, 18.4, 105.95, 18.5}};
}

inline constexpr const char* k_areas_toml = R"([[areas]]
id = "nuoc"
title_vi = "Cấp nước"
title_en = "Water supply"
kind = "water-supply"
file = "areas.geojson"
code = "ma"
year = "nam"
status = "tt"
households = "ho"
hectares = "ha"
target = 50
)";

/// SampleProject with such areas; its map is in VN-2000, central meridian 105°30'.
struct AreaSample : SampleProject {
  explicit AreaSample(const std::vector<TestArea>& areas = usual_areas(), const std::string& more = {}) {
    folder.write("areas.geojson", areas_geojson(areas));
    folder.write("du_an.toml", project_toml() + k_areas_toml + more);
    replace_in("du_an.toml", "province = \"Hà Tĩnh\"", "province = \"Hà Tĩnh\"\ncrs = \"EPSG:9209\"");
  }
  std::shared_ptr<const app::Coverage> coverage() const {
    app::ProjectData loaded = data();
    return loaded.coverage("nuoc", loaded.units("2023"));
  }
};

}  // namespace ntmap::test
