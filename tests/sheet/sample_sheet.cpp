#include "sample_sheet.hpp"

#include <cmath>

#include "scene/classify.hpp"
#include "sheet/typesetter.hpp"

namespace ntmap::sheet {
namespace {

constexpr int k_columns = 6;
constexpr int k_rows = 4;
constexpr double k_side = 8000;  // metres

/// Corners of the grid, bent so that units differ in size and shape.
base::Vec2 corner(int column, int row) {
  return {540000 + k_side * column + 1500 * std::sin(1.7 * row + column),
          2000000 + k_side * row + 1800 * std::cos(1.3 * column - row)};
}

}  // namespace

SampleSheet::SampleSheet(Page page, Style style) {
  const std::vector<std::string> names{"Hương Khê", "Vũ Quang", "Đức Thọ",   "Nam Hồng Lĩnh",
                                       "Cẩm Xuyên", "Kỳ Anh",   "Sơn Kim 1", "Thạch Hà",
                                       "Can Lộc",   "Đồng Lộc", "Yên Hoà",   "Ẳng Ổ"};
  for (int row = 0; row < k_rows; ++row) {
    for (int column = 0; column < k_columns; ++column) {
      base::Vec2 middle;
      for (const auto& p : {corner(column, row), corner(column + 1, row), corner(column + 1, row + 1),
                            corner(column, row + 1)}) {
        polygons.add_vertex(p.x, p.y);
        middle = middle + p * 0.25;
      }
      polygons.end_ring();
      polygons.end_part();
      polygons.end_feature();
      const std::size_t unit = values.size();
      values.push_back(unit == 7 ? model::k_no_data : std::fmod(static_cast<double>(unit) * 17.3, 70));
      request.names.push_back(names[unit % names.size()]);
      request.anchors.push_back({middle, k_side / 3});
    }
  }
  model::Classification how;
  how.method = model::BreakMethod::manual;
  how.breaks = {0, 15, 25, 35, 50, 100};
  scene::ClassifyOptions options;
  options.title = {"Số xã theo mức", "Communes by level"};
  options.unit = "%";
  options.target = {50, true};
  classes = scene::classify(values, how, options);

  request.page = page;
  request.style = style;
  request.title = {"Hộ dùng nước sạch tập trung", "Households with centralised water"};
  request.subtitle = {"Tỉnh mẫu · 24 xã · cuối năm 2024", "Sample province · 24 communes · end of 2024"};
  request.message = {"**Còn 18/24** xã chưa đạt 50 %.", "**18 of 24** communes have not met 50 %."};
  request.source = {"Số liệu minh họa. VN-2000, kinh tuyến trục 105°30'.",
                    "Made-up figures. VN-2000, central meridian 105°30'."};
  request.date = "2026-11-21";
  request.polygons = &polygons;
  request.classes = &classes;
  request.histogram = &values;
}

std::vector<TextRun> texts(const Layout& layout) {
  std::vector<TextRun> runs;
  for (const Item& item : layout.items) {
    if (const auto* run = std::get_if<TextRun>(&item)) runs.push_back(*run);
  }
  return runs;
}

bool says(const Layout& layout, const std::string& text) {
  for (const TextRun& run : texts(layout)) {
    if (run.text.find(text) != std::string::npos) return true;
  }
  return false;
}

bool set_in_noto_sans() {
  // Widths that other families do not have together.
  Typesetter type;
  return std::abs(type.width("Hà Tĩnh", {100, false}) - 361.2) < 2 &&
         std::abs(type.width("nông thôn", {100, true}) - 519.3) < 3;
}

}  // namespace ntmap::sheet
