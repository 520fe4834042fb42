#include "app/two_vintages.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "app/project/project_file.hpp"

namespace ntmap::test {
namespace {

struct Strip {
  std::string code;
  std::string name;
  double west;
  double east;
};

/// Units side by side along a parallel, x in hundredths of a degree east of 105.5.
std::string strips(const std::vector<Strip>& units) {
  std::string features;
  for (const Strip& unit : units) {
    const auto corner = [](double x, double y) {
      return "[" + std::to_string(105.5 + x / 100) + "," + std::to_string(18.2 + y / 100) + "]";
    };
    features += (features.empty() ? "" : ",") + std::string(R"({"type":"Feature","properties":{"ma":")") +
                unit.code + R"(","ten":")" + unit.name +
                R"(","loai":"Xã"},"geometry":{"type":"Polygon","coordinates":[[)" + corner(unit.west, 0) +
                "," + corner(unit.east, 0) + "," + corner(unit.east, 4) + "," + corner(unit.west, 4) + "," +
                corner(unit.west, 0) + "]]}}";
  }
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

constexpr const char* k_project = R"([project]
title = "Thử"
province = "Hà Tĩnh"
crs = "EPSG:9209"
[[boundaries]]
id = "cu"
file = "cu.geojson"
code = "ma"
name = "ten"
type = "loai"
valid_to = 2024-12-31
[[boundaries]]
id = "moi"
file = "moi.geojson"
code = "ma"
name = "ten"
type = "loai"
valid_from = 2025-01-01
[[periods]]
id = "2024"
date = 2024-12-31
[[periods]]
id = "2025"
date = 2025-12-31
[[tables]]
id = "so_lieu"
file = "so_lieu.csv"
key = "ma"
period = "2024"
[[crosswalks]]
file = "chuyen.csv"
from = "cu"
to = "moi"
[[indicators]]
id = "dien_tich"
title_vi = "Diện tích"
title_en = "Area"
table = "so_lieu"
field = "ha"
carry = "sum"
[[indicators]]
id = "so_ho"
table = "so_lieu"
field = "ho"
carry = "sum"
[[indicators]]
id = "nuoc"
table = "so_lieu"
field = "pct"
percent = true
weight = "so_ho"
[[indicators]]
id = "ket_qua"
table = "so_lieu"
field = "dat"
words = true
carry = "all_met"
[[indicators]]
id = "muc"
table = "so_lieu"
field = "muc"
carry = "min"
)";

}  // namespace

TwoVintages::TwoVintages() {
  folder.write("cu.geojson", strips({{"00001", "Một", 0, 4},
                                     {"00002", "Hai", 4, 8},
                                     {"00003", "Ba", 8, 16},
                                     {"00006", "Sáu", 16, 20}}));
  folder.write("moi.geojson", strips({{"00002", "Hai Một", 0, 8},
                                      {"00004", "Bốn", 8, 10},
                                      {"00005", "Năm", 10, 16},
                                      {"00006", "Sáu", 16, 20}}));
  folder.write("so_lieu.csv",
               "ma,ha,ho,pct,dat,muc\n"
               "00001,10,100,50,chưa đạt,3\n00002,20,300,90,đạt,4\n"
               "00003,40,400,60,đạt,5\n00006,5,50,70,đạt,1\n");
  folder.write("chuyen.csv",
               "old_code,new_code,share\n00001,00002,1\n00002,00002,1\n00003,00004,\n00003,00005,\n");
  folder.write("du_an.toml", k_project);
}

void TwoVintages::replace_in(std::string_view name, std::string_view from, std::string_view to) const {
  std::string bytes = read_bytes(folder / name);
  const std::size_t at = bytes.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  folder.write(name, bytes.replace(at, from.size(), to));
}

app::ProjectData TwoVintages::data() const {
  return app::ProjectData(std::make_shared<const model::Project>(app::read_project(file())));
}

}  // namespace ntmap::test
