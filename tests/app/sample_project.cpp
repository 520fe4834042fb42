#include "app/sample_project.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "app/project/project_file.hpp"
#include "base/error.hpp"

namespace ntmap::test {
namespace {

std::string unit(double west, double south, const std::string& properties) {
  const auto corner = [&](double x, double y) {
    return "[" + std::to_string(west + x) + "," + std::to_string(south + y) + "]";
  };
  return R"({"type":"Feature","properties":{)" + properties +
         R"(},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," + corner(0.1, 0) + "," +
         corner(0.1, 0.1) + "," + corner(0, 0.1) + "," + corner(0, 0) + "]]}}";
}

}  // namespace

std::string four_units_geojson() {
  return R"({"type":"FeatureCollection","features":[)" +
         unit(105.8, 18.3,
              R"("code":"00097","name":"Hương Khê","type":"Xã","district":"Hương Khê","pct":10)") +
         "," +
         unit(105.9, 18.3,
              R"("code":"00098","name":"Trần Phú","type":"Phường","district":"Hà Tĩnh","pct":40)") +
         "," +
         unit(105.8, 18.4,
              R"("code":"00099","name":"Cẩm Bình","type":"Xã","district":"Cẩm Xuyên","pct":70)") +
         "," +
         unit(105.9, 18.4,
              R"("code":"00100","name":"Thạch Lạc","type":"Xã","district":"Hà Tĩnh","pct":null)") +
         "]}";
}

std::string values_csv() {
  return "ma,nam,nuoc,ket_qua\n"
         "00097,2023,10,chưa\n00098,2023,20,chưa\n00099,2023,30,đạt\n00100,2023,40,đạt\n"
         "00097,2024,15.5,chưa\n00098,2024,60,đạt\n00099,2024,100,đạt\n";
}

std::string project_toml() {
  return R"([project]
title_vi = "Thử"
title_en = "Trial"
province = "Hà Tĩnh"
source_vi = "Nguồn thử"
source_en = "Trial source"
[[boundaries]]
id = "2023"
file = "units.geojson"
code = "code"
name = "name"
type = "type"
district = "district"
valid_from = 2023-01-01
[[periods]]
id = "2023"
title_vi = "năm 2023"
title_en = "2023"
date = 2023-12-31
[[periods]]
id = "2024"
date = 2024-12-31
[[tables]]
id = "bang"
file = "values.csv"
key = "ma"
period_field = "nam"
[[indicators]]
id = "nuoc"
title_vi = "Nước sạch"
title_en = "Clean water"
unit = "%"
table = "bang"
field = "nuoc"
percent = true
[[indicators]]
id = "ket_qua"
title_vi = "Kết quả"
title_en = "Result"
table = "bang"
field = "ket_qua"
words = true
[[themes]]
id = "nuoc-sach"
indicator = "nuoc"
breaks = [0, 50, 100]
palette = "Blues"
message_vi = "{met} trên {n} đạt, {unknown} chưa rõ, trung bình {mean}"
message_en = "{met} of {n} met, {unmet} not, {unknown} unknown, mean {mean}, sum {sum}"
[[themes]]
id = "ket-qua"
indicator = "ket_qua"
kind = "category"
[[themes.categories]]
value = "đạt"
fill = "#2b8a3e"
[[themes.categories]]
value = "chưa"
fill = "#c92a2a"
)";
}

SampleProject::SampleProject() {
  folder.write("units.geojson", four_units_geojson());
  folder.write("values.csv", values_csv());
  folder.write("du_an.toml", project_toml());
}

void SampleProject::replace_in(std::string_view name, std::string_view from, std::string_view to) const {
  std::string bytes = read_bytes(folder / name);
  const std::size_t at = bytes.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  folder.write(name, bytes.replace(at, from.size(), to));
}

std::shared_ptr<const model::Project> SampleProject::project() const {
  return std::make_shared<const model::Project>(app::read_project(file()));
}

void append(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary | std::ios::app) << text;
}

std::string error_of(const std::function<void()>& action) {
  constexpr std::array<const char*, 5> k_kinds{"usage", "not_found", "data", "io", "cancelled"};
  try {
    action();
  } catch (const base::Error& error) {
    return std::string(k_kinds[static_cast<std::size_t>(error.kind())]) + " | " + error.message().en + " | " +
           error.remedy().en;
  }
  return "no error";
}

std::size_t count_rule(const base::Findings& findings, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [&](const base::Finding& one) { return one.rule == rule; }));
}

}  // namespace ntmap::test
