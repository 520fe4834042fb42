#include "app/data/match_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/data/join_files.hpp"
#include "app/data/join_plan.hpp"
#include "app/data/project_data.hpp"
#include "app/project/project_file.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::ElementsAre;

/// Two communes and a town of one name in two districts; the boundaries have a field of types that nobody
/// named.
std::string boundaries() {
  std::string features;
  double west = 105.5;
  for (const auto& [code, name, type, district] :
       std::vector<std::array<std::string, 4>>{{"001", "Thạch Hà", "Thị trấn", "Huyện Thạch Hà"},
                                               {"002", "Thạch Hà", "Xã", "Huyện Thạch Hà"},
                                               {"003", "Kỳ Sơn", "Xã", "Huyện Thạch Hà"},
                                               {"004", "Kỳ Sơn", "Xã", "Huyện Kỳ Anh"},
                                               {"005", "Kỳ Tây", "Xã", "Huyện Kỳ Anh"}}) {
    const auto corner = [&](double x, double y) {
      return "[" + std::to_string(west + x) + "," + std::to_string(18.2 + y) + "]";
    };
    features += (features.empty() ? "" : ",") + std::string(R"({"type":"Feature","properties":{"ma":")") +
                code + R"(","ten":")" + name + R"(","loai":")" + type + R"(","huyen":")" + district +
                R"("},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," + corner(0.1, 0) +
                "," + corner(0.1, 0.1) + "," + corner(0, 0.1) + "," + corner(0, 0) + "]]}}";
    west += 0.1;
  }
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

constexpr const char* k_table =
    "TT,ten,phan loai,so\n,Huyện Thạch Hà,,\n1,Thạch Hà,Xã,1\n2,Thạch Hà,Thị trấn,2\n3,Kỳ Sơn,Xã,3\n"
    ",Huyện Kỳ Anh,,\n1,Kỳ Sơn,Xã,4\n2,Kỳ Tây,Xã,5\n";

constexpr const char* k_project = R"([project]
title = "Thử"
[[boundaries]]
id = "nay"
file = "ranh.geojson"
code = "ma"
name = "ten"
district = "huyen"
[[tables]]
id = "bang"
file = "bang.csv"
name = "ten"
[[indicators]]
id = "so"
table = "bang"
field = "so"
)";

/// The code of the unit that has each figure.
using Codes = std::map<double, std::string>;

Codes by_project(const test::TemporaryFolder& folder) {
  ProjectData data(std::make_shared<const model::Project>(read_project(folder / "du_an.toml")));
  const Figures figures = data.figures("so", "");
  Codes out;
  for (std::size_t unit = 0; unit < figures.values.size(); ++unit)
    out[figures.values[unit]] = figures.units->codes[unit];
  return out;
}

Codes by_files(const test::TemporaryFolder& folder) {
  const JoinResult result =
      join_files({.units = (folder / "ranh.geojson").string(),
                  .unit_fields = {{"code", "ma"}, {"name", "ten"}, {"district", "huyen"}},
                  .table = (folder / "bang.csv").string(),
                  .table_fields = {{"name", "ten"}}});
  Codes out;
  double figure = 1;
  for (std::size_t row = 0; row < result.report.rows.size(); ++row) {
    if (row == 0 || row == 4) continue;  // the headings
    const names::RowMatch& match = result.report.rows[row];
    if (match.status == names::MatchStatus::matched) out[figure] = "00" + std::to_string(match.unit + 1);
    ++figure;
  }
  return out;
}

Codes by_window(const test::TemporaryFolder& folder) {
  JoinPlan plan{.boundaries = (folder / "ranh.geojson").string(),
                .code = "ma",
                .name = "ten",
                .district = "huyen",
                .table = (folder / "bang.csv").string(),
                .table_name = "ten",
                .values = {"so"}};
  const JoinPreview preview = join_preview(plan);
  guess_fields(plan, preview);
  Codes out;
  const std::vector<double> figures{0, 0, 0, 1, 2, 3, 0, 4, 5};  // by row of the file
  for (const MatchedRow& row : join_lists(plan, preview).matched)
    out[figures.at(row.row)] = row.unit.substr(row.unit.size() - 3);
  return out;
}

TEST(MatchTable, IsOneForMapsAndJoinAndWindow) {
  const test::TemporaryFolder folder;
  folder.write("ranh.geojson", boundaries());
  folder.write("bang.csv", k_table);
  folder.write("du_an.toml", k_project);
  const Codes expected{{1, "002"}, {2, "001"}, {3, "003"}, {4, "004"}, {5, "005"}};
  EXPECT_EQ(by_project(folder), expected);
  EXPECT_EQ(by_files(folder), expected);
  EXPECT_EQ(by_window(folder), expected);
}

TEST(MatchTable, RowsThatACodeDecidedKeepTheirUnit) {
  model::Table table;
  table.file = "b.csv";
  table.columns.push_back({"ten", model::ColumnType::text, {"Kỳ Sơn", "", "Kỳ Tây"}, {}});
  table.source_row = {2, 3, 4};
  const std::vector<names::MatchUnit> units{{.code = "1", .name = "Kỳ Sơn"}, {.code = "2", .name = "Kỳ Tây"}};
  const TableMatcher matcher(table, {.name = "ten"}, units, {names::k_no_unit, 0, names::k_no_unit});
  const TableMatch match = matcher.match({});
  std::vector<std::uint32_t> found;
  for (const names::RowMatch& row : match.report.rows) found.push_back(row.unit);
  EXPECT_THAT(found, ElementsAre(0, 0, 1));
  EXPECT_EQ(match.report.matched, 3U);
}

}  // namespace
}  // namespace ntmap::app
