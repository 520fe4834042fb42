#include "sheet/layout.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "colour/contrast.hpp"
#include "sample_sheet.hpp"
#include "sheet/typesetter.hpp"

namespace ntmap::sheet {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// Every text lies on the page, measured with its own font.
void expect_all_on_page(const Layout& layout) {
  Typesetter type;
  for (const TextRun& run : texts(layout)) {
    const Font font{run.size, run.bold};
    EXPECT_GE(run.at.x, 0) << run.text;
    EXPECT_LE(run.at.x + type.width(run.text, font), layout.page.width) << run.text;
    EXPECT_GE(run.at.y - type.ascent(font), 0) << run.text;
    EXPECT_LE(run.at.y + type.descent(font), layout.page.height) << run.text;
  }
}

TEST(Layout, SaysAllThatIsAsked) {
  const SampleSheet sample({1920, 1080});
  const Layout sheet = layout(sample.request);
  for (const char* text : {"Hộ dùng nước sạch tập trung", "Tỉnh mẫu", "Còn 18/24", "Số liệu minh họa",
                           "Dưới 15 %", "Từ 50 % (đạt)", "Chưa rõ", "Vũ Quang", "km", "B"}) {
    EXPECT_TRUE(says(sheet, text)) << text;
  }
  EXPECT_THAT(sheet.unplaced, IsEmpty());
  ASSERT_THAT(sheet.frames, SizeIs(1));
}

TEST(Layout, SpeaksEnglish) {
  SampleSheet sample({1920, 1080});
  sample.request.lang = base::Lang::en;
  const Layout sheet = layout(sample.request);
  EXPECT_TRUE(says(sheet, "Households"));
  EXPECT_TRUE(says(sheet, "Under 15 %"));
  EXPECT_FALSE(says(sheet, "Hộ dùng"));
}

TEST(Layout, FitsEveryPageAndStyle) {
  for (const Page page : {Page{1920, 1080}, Page{1366, 768}, Page{640, 480}, page_from("A4"),
                          page_from("A4-portrait"), page_from("A0"), Page{900, 1600}, Page{160, 160}}) {
    for (const Style style : {Style::normal, Style::meeting, Style::plain}) {
      const SampleSheet sample(page, style);
      const Layout sheet = layout(sample.request);
      expect_all_on_page(sheet);
      for (const MapFrame& frame : sheet.frames) {
        EXPECT_GE(frame.width(), page.width / 8);
        EXPECT_GE(frame.height(), page.height / 8);
        EXPECT_EQ(frame.box.min_x, std::floor(frame.box.min_x)) << "frames lie on whole pixels";
        EXPECT_EQ(frame.box.max_y, std::floor(frame.box.max_y));
      }
    }
  }
}

TEST(Layout, LongTextsWrapAndNothingIsLost) {
  SampleSheet sample({1366, 768});
  sample.request.title = {
      "Tỷ lệ hộ sử dụng nước sạch theo quy chuẩn từ công trình cấp nước tập trung của các xã, phường trên "
      "địa bàn tỉnh Hà Tĩnh giai đoạn 2021–2025 phân theo mức độ hoàn thành chỉ tiêu 17.1",
      "x"};
  const Layout sheet = layout(sample.request);
  expect_all_on_page(sheet);
  EXPECT_TRUE(says(sheet, "chỉ tiêu 17.1"));
}

TEST(Layout, IsTheSameSheetAtEverySize) {
  const SampleSheet small({960, 540});
  const SampleSheet large({3840, 2160});
  const auto a = texts(layout(small.request));
  const auto b = texts(layout(large.request));
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].text, b[i].text);
    EXPECT_NEAR(4 * a[i].size, b[i].size, 1e-6);
  }
}

TEST(Layout, NamesReadOnTheirFills) {
  const SampleSheet sample({1920, 1080});
  for (const TextRun& run : texts(layout(sample.request))) {
    if (run.halo == 0) continue;
    EXPECT_GE(colour::contrast(run.ink, run.halo_ink), colour::k_readable_contrast) << run.text;
  }
}

TEST(Layout, FarIslandsGetAnInset) {
  SampleSheet sample({1920, 1080});
  for (const auto& [x, y] : {std::pair{900000.0, 1900000.0}, {905000.0, 1900000.0}, {905000.0, 1905000.0}}) {
    sample.polygons.add_vertex(x, y);
  }
  sample.polygons.end_ring();
  sample.polygons.end_part();
  sample.polygons.end_feature();
  sample.classes.class_of.push_back(0);
  sample.values.push_back(3);
  sample.request.names.push_back("Hoàng Sa");
  sample.request.anchors.push_back({{903000, 1902000}, 1000});
  const Layout sheet = layout(sample.request);
  ASSERT_THAT(sheet.frames, SizeIs(2));
  EXPECT_TRUE(sheet.frames[1].inset);
  EXPECT_TRUE(sheet.frames[1].world().contains({903000, 1902000}));
  sample.request.inset = false;
  EXPECT_THAT(layout(sample.request).frames, SizeIs(1));
}

/// True where a unit of the main map lies under an inset.
bool insets_hide_units(const SampleSheet& sample, const Layout& sheet) {
  const MapFrame& main = sheet.frames[0];
  const auto raster = scene::rasterise_units(sample.polygons, main.to_page, main.box, 2);
  for (int y = 0; y < raster.rows; ++y) {
    for (int x = 0; x < raster.columns; ++x) {
      const base::Vec2 at{main.box.min_x + (x + 0.5) * raster.cell, main.box.min_y + (y + 0.5) * raster.cell};
      for (std::size_t i = 1; i < sheet.frames.size(); ++i)
        if (raster.at(x, y) != scene::k_no_unit && sheet.frames[i].box.contains(at)) return true;
    }
  }
  return false;
}

class Insets : public ::testing::TestWithParam<Page> {};
INSTANTIATE_TEST_SUITE_P(Pages, Insets, testing::Values(Page{1920, 1080}, Page{1240, 1754}),
                         [](const auto& one) {
                           return one.param.width > one.param.height ? "wide" : "upright";
                         });

TEST_P(Insets, StandBesideEachOtherAndShowTheSmallestIslets) {
  SampleSheet sample(GetParam());
  const auto islet = [&](double x, double y) {
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {50.0, 0.0}, {50.0, 50.0}})
      sample.polygons.add_vertex(x + dx, y + dy);
    sample.polygons.end_ring();
    sample.polygons.end_part();
  };
  for (const auto& [name, x] : {std::pair{"Hoàng Sa", 1.5e6}, {"Trường Sa", 4e6}}) {
    islet(x, 1.8e6);
    islet(x + 1e5, 1.9e6);
    sample.polygons.end_feature();
    sample.classes.class_of.push_back(0);
    sample.values.push_back(3);
    sample.request.names.push_back(name);
    sample.request.anchors.push_back({{x, 1.8e6}, 50});
  }
  const Layout sheet = layout(sample.request);
  ASSERT_THAT(sheet.frames, SizeIs(3));
  EXPECT_FALSE(sheet.frames[1].box.intersects(sheet.frames[2].box));
  EXPECT_FALSE(insets_hide_units(sample, sheet));
  std::size_t dots = 0;
  for (const Item& item : sheet.items) {
    const auto* shape = std::get_if<Shape>(&item);
    dots += shape && shape->fill == sample.classes.classes[0].fill && shape->radius > 0 &&
            std::abs(shape->radius - shape->box.width() / 2) < 1e-6;
  }
  EXPECT_EQ(dots, 4U);
}

TEST(Layout, SmallMapsShareOneLegendAndOneScale) {
  SampleSheet sample({1920, 1080});
  for (int i = 1; i <= 19; ++i) {
    sample.request.maps.push_back({base::Text(std::to_string(i) + ". Tiêu chí"), sample.classes.class_of});
  }
  const Layout sheet = layout(sample.request);
  ASSERT_THAT(sheet.frames, SizeIs(19));
  for (std::size_t i = 0; i < 19; ++i) {
    EXPECT_EQ(sheet.frames[i].map, i);
    EXPECT_NEAR(sheet.frames[i].to_page.scale, sheet.frames[0].to_page.scale,
                0.02 * sheet.frames[0].to_page.scale);
    for (std::size_t j = 0; j < i; ++j) {
      const base::Box& a = sheet.frames[i].box;
      const base::Box& b = sheet.frames[j].box;
      EXPECT_FALSE(a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y);
    }
  }
  const auto runs = texts(sheet);
  EXPECT_EQ(
      std::count_if(runs.begin(), runs.end(), [](const TextRun& run) { return run.text == "Dưới 15 %"; }), 1);
  expect_all_on_page(sheet);
}

TEST(Layout, OddDataDoesNoHarm) {
  SampleSheet sample({1366, 768});
  // All missing: no classes at all.
  sample.classes.classes.clear();
  std::fill(sample.classes.class_of.begin(), sample.classes.class_of.end(), model::k_class_no_data);
  EXPECT_TRUE(says(layout(sample.request), "Chưa rõ"));
  sample.request.style = Style::meeting;
  EXPECT_FALSE(layout(sample.request).frames.empty());
  // No units at all.
  const model::PolygonSet none;
  const model::ClassList no_classes;
  SheetRequest request;
  request.polygons = &none;
  request.classes = &no_classes;
  EXPECT_THAT(layout(request).frames, SizeIs(1));
}

TEST(Layout, RefusesWhatDoesNotGoTogether) {
  SampleSheet sample({1366, 768});
  SheetRequest broken = sample.request;
  broken.classes = nullptr;
  EXPECT_THROW(layout(broken), base::Error);
  broken = sample.request;
  broken.names.pop_back();
  EXPECT_THROW(layout(broken), base::Error);
  broken = sample.request;
  broken.maps.push_back({"x", {1, 2}});
  EXPECT_THROW(layout(broken), base::Error);
  broken = sample.request;
  sample.classes.class_of.pop_back();
  EXPECT_THROW(layout(broken), base::Error);
}

TEST(Layout, AColourSquareStandsForTheClasses) {
  SampleSheet sample({1920, 1080});
  const scene::BivariateKey key{5, 1, "Nước (%)", "Thu nhập", {"a1", "a2", "a3", "a4", "a5"}, {"b1"}};
  sample.request.key = &key;
  const Layout sheet = layout(sample.request);
  for (const char* text : {"Nước (%) →", "↑ Thu nhập", "a1", "a5", "b1", "Chưa rõ"}) {
    EXPECT_TRUE(says(sheet, text)) << text;
  }
  EXPECT_FALSE(says(sheet, "Dưới 15 %"));
}

TEST(Layout, OverlaysStandInTheLegendUnlessTheyAreNotMeantTo) {
  SampleSheet sample({1920, 1080});
  model::ClassList areas;
  areas.title = "Vùng cấp nước";
  areas.classes.emplace_back().label = "đang hoạt động";
  areas.class_of.assign(24, 0);
  sample.request.overlays = {{.polygons = &sample.polygons, .classes = &areas, .opacity = 0.5}};
  EXPECT_TRUE(says(layout(sample.request), "Vùng cấp nước"));
  EXPECT_TRUE(says(layout(sample.request), "Đang hoạt động"));
  sample.request.overlays[0].legend = false;
  EXPECT_FALSE(says(layout(sample.request), "Đang hoạt động"));
  areas.class_of.pop_back();
  EXPECT_THROW(layout(sample.request), base::Error);
}

TEST(Layout, APageAboutOnePartShowsItLargeAndWhereItLies) {
  SampleSheet sample({1920, 1080});
  const Layout whole = layout(sample.request);
  Focus focus{sample.polygons.feature_box(7), std::vector<std::uint8_t>(24, 0)};
  focus.inside[7] = 1;
  sample.request.focus = focus;
  const Layout page = layout(sample.request);
  ASSERT_THAT(page.frames, SizeIs(2));
  const bool first_is_map = !page.frames[0].overview;
  const MapFrame& map = page.frames[first_is_map ? 0 : 1];
  const MapFrame& overview = page.frames[first_is_map ? 1 : 0];
  EXPECT_TRUE(overview.overview);
  EXPECT_GT(map.to_page.scale, 2 * whole.frames[0].to_page.scale);
  EXPECT_LT(page.borders_in(overview)[2].width, page.borders_in(map)[2].width);
  expect_all_on_page(page);
}

TEST(Layout, SmallMapsMayShowOtherUnits) {
  SampleSheet sample({1920, 1080});
  model::PolygonSet fewer;
  for (std::size_t unit = 0; unit < 6; ++unit) fewer.append_feature(sample.polygons, unit);
  sample.request.maps = {{"2024", sample.classes.class_of, nullptr, {}},
                         {"2025", std::vector<std::uint8_t>(6, 0), &fewer, {}}};
  EXPECT_THAT(layout(sample.request).frames, SizeIs(2));
  sample.request.maps[1].class_of.pop_back();
  EXPECT_THROW(layout(sample.request), base::Error);
}

TEST(Layout, LinesBetweenNearlyWhiteFillsAreNotWhite) {
  SampleSheet sample({1920, 1080});
  EXPECT_EQ(layout(sample.request).borders[0].ink == (model::Rgb{255, 255, 255}), false)
      << "the palest blue is nearly white";
  for (model::MapClass& c : sample.classes.classes) c.fill = {1, 102, 94};
  EXPECT_EQ(layout(sample.request).borders[0].ink, (model::Rgb{255, 255, 255}));
  sample.classes.not_applicable.fill = {250, 250, 250};
  EXPECT_EQ(layout(sample.request).borders[0].ink, (model::Rgb{255, 255, 255})) << "no unit is in that state";
  sample.classes.class_of[3] = model::k_class_not_applicable;
  EXPECT_NE(layout(sample.request).borders[0].ink, (model::Rgb{255, 255, 255}));
  sample.request.maps = {{"một", std::vector<std::uint8_t>(24, 0), nullptr, {}}};
  EXPECT_EQ(layout(sample.request).borders[0].ink, (model::Rgb{255, 255, 255}))
      << "small maps speak for themselves";
  sample.request.maps.clear();
  sample.request.style = Style::plain;
  EXPECT_NE(layout(sample.request).borders[0].ink, (model::Rgb{255, 255, 255}));
}

/// A chessboard of squares that numbers fit into and names do not.
struct Tiles {
  Tiles() {
    for (int i = 0; i < 64; ++i) {
      const double x = i % 8;
      const double y = std::floor(i / 8.0);
      for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}})
        polygons.add_vertex(x + dx, y + dy);
      polygons.end_ring();
      polygons.end_part();
      polygons.end_feature();
      request.anchors.push_back({{x + 0.5, y + 0.5}, 0.5});
      request.names.push_back("Thượnglộchàhuyệnkỳanhtỉnhhàtĩnhvàxuyên" + std::to_string(10 + i));
      request.list_order.insert(request.list_order.begin(), static_cast<std::size_t>(i));
      classes.class_of.push_back(0);
    }
    classes.classes.resize(1);
    classes.classes[0].fill = {120, 170, 210};
    classes.classes[0].count = 64;
    request.page = {960, 540};
    request.classes = &classes;
    request.polygons = &polygons;
  }
  model::PolygonSet polygons;
  model::ClassList classes;
  SheetRequest request;
};

class NamesWithoutAPlace : public testing::TestWithParam<Page> {};

TEST_P(NamesWithoutAPlace, StandAsNumbersThatAListExplains) {
  Tiles tiles;
  tiles.request.page = GetParam();
  const Layout sheet = layout(tiles.request);
  const MapFrame& frame = sheet.frames.front();
  std::vector<std::string> on_map;
  std::vector<std::string> listed;
  for (const TextRun& run : texts(sheet)) {
    const bool number = run.text.find_first_not_of("0123456789") == std::string::npos;
    if (frame.box.contains(run.at) && number && run.bold) on_map.push_back(run.text);
    if (!frame.box.contains(run.at) && run.text.starts_with("Thượng")) listed.push_back(run.text);
  }
  ASSERT_GT(listed.size(), 10U);
  EXPECT_EQ(on_map.size(), listed.size());
  for (std::size_t i = 1; i <= listed.size(); ++i) EXPECT_THAT(on_map, testing::Contains(std::to_string(i)));
  // In the order that was asked for: here from the last to the first.
  std::vector<std::string> sorted = listed;
  std::sort(sorted.begin(), sorted.end(), [&](const std::string& a, const std::string& b) {
    const auto& names = tiles.request.names;
    return std::find(names.begin(), names.end(), a) > std::find(names.begin(), names.end(), b);
  });
  EXPECT_EQ(listed, sorted);
  for (const std::size_t unit : sheet.unplaced)
    EXPECT_FALSE(says(sheet, tiles.request.names[unit])) << "told, so it is not on the sheet";
  expect_all_on_page(sheet);
}

INSTANTIATE_TEST_SUITE_P(Pages, NamesWithoutAPlace, testing::Values(Page{960, 540}, Page{540, 960}),
                         [](const auto& one) {
                           return one.param.width > one.param.height ? "wide" : "upright";
                         });

TEST(Layout, TheLegendMakesRoomForTheListOfNumbers) {
  Tiles tiles;
  tiles.classes.classes.resize(12, tiles.classes.classes.front());
  for (std::size_t i = 0; i < 12; ++i) tiles.classes.classes[i].label = "Lớp " + std::to_string(i + 10);
  const auto size_of_legend = [&](const Layout& sheet) {
    for (const TextRun& run : texts(sheet)) {
      if (run.text == "Lớp 10") return run.size;
    }
    return 0.0;
  };
  const Layout sheet = layout(tiles.request);
  EXPECT_TRUE(says(sheet, "Đơn vị ghi bằng số"));
  tiles.request.labels = false;
  const Layout alone = layout(tiles.request);
  EXPECT_LT(size_of_legend(sheet), 0.85 * size_of_legend(alone));
  EXPECT_GT(size_of_legend(sheet), 0.7 * size_of_legend(alone));
}

TEST(Layout, AnUprightPageKeepsItsWholeHeightForTheMapWhereAllNamesFit) {
  const SampleSheet sample({1080, 1920});
  const Layout sheet = layout(sample.request);
  EXPECT_THAT(sheet.unplaced, testing::IsEmpty());
  EXPECT_FALSE(says(sheet, "Đơn vị ghi bằng số"));
}

}  // namespace
}  // namespace ntmap::sheet
