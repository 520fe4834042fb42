#include "sheet/meeting.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "colour/contrast.hpp"
#include "sample_sheet.hpp"
#include "scene/symbols.hpp"
#include "sheet/typesetter.hpp"

namespace ntmap::sheet {
namespace {

using testing::Each;
using testing::Ge;
using testing::IsEmpty;
using testing::SizeIs;

/// The sample as a meeting sheet, with so many copies of its units that names cannot stand on the map.
struct Crowd : SampleSheet {
  explicit Crowd(int copies = 2) : SampleSheet({1920, 1080}, Style::meeting) {
    const model::PolygonSet once = polygons;
    request.histogram = nullptr;
    for (int copy = 1; copy < copies; ++copy) {
      for (std::size_t i = 0; i < 24; ++i) {
        polygons.append_feature(once, i);
        request.names.push_back(request.names[i] + " " + std::to_string(copy));
        request.anchors.push_back(request.anchors[i]);
        classes.class_of.push_back(classes.class_of[i]);
      }
    }
  }
};

std::vector<double> sizes(const Layout& sheet) {
  std::vector<double> out;
  for (const TextRun& run : texts(sheet)) out.push_back(run.size);
  return out;
}

/// The ink behind a text: the last filled shape under its middle, else the ground.
model::Rgb ground_of(const Layout& sheet, const TextRun& run) {
  Typesetter type;
  const base::Vec2 middle{run.at.x + type.width(run.text, {run.size, run.bold}) / 2, run.at.y - run.size / 4};
  model::Rgb ground = sheet.ground;
  for (const Item& item : sheet.items) {
    if (const auto* other = std::get_if<TextRun>(&item); other != nullptr && other->at == run.at) break;
    const auto* shape = std::get_if<Shape>(&item);
    if (shape != nullptr && shape->fill && shape->box.contains(middle)) ground = *shape->fill;
  }
  return ground;
}

TEST(Meeting, LegendLabelsBreakIntoLinesOfNearlyOneLength) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  for (model::MapClass& one : sample.classes.classes) one.label = "Còn ba tới bốn tiêu chí chưa đạt được";
  Typesetter type;
  std::vector<double> widths;
  const std::string label = sample.classes.classes.front().label.vi;
  for (const TextRun& run : texts(layout(sample.request))) {
    if (run.text.size() > 4 && label.find(run.text) != std::string::npos)
      widths.push_back(type.width(run.text, {run.size, run.bold}));
  }
  ASSERT_GT(widths.size(), sample.classes.classes.size()) << "the labels take several lines";
  EXPECT_GT(*std::min_element(widths.begin(), widths.end()),
            0.6 * *std::max_element(widths.begin(), widths.end()));
}

TEST(Meeting, DashesStandWhereTheVideoWouldLoseADot) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  sample.request.subtitle = "Tỉnh A · 24 xã · cuối năm 2025";
  EXPECT_TRUE(says(layout(sample.request), "Tỉnh A – 24 xã – cuối năm 2025"));
}

TEST(Meeting, NothingIsSmallerThanTwentyFourOfThousandEighty) {
  const SampleSheet few({1920, 1080}, Style::meeting);
  const Crowd many;
  for (const SheetRequest* request : {&few.request, &many.request}) {
    const Layout sheet = layout(*request);
    EXPECT_THAT(sizes(sheet), Each(Ge(k_meeting_text)));
    EXPECT_GE(texts(sheet).front().size, k_meeting_title);
  }
}

TEST(Meeting, LongTitlesKeepTheirSizeAndWrap) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  sample.request.title =
      "Tỷ lệ hộ sử dụng nước sạch theo quy chuẩn từ công trình cấp nước tập trung của các xã trên "
      "địa bàn toàn tỉnh đến hết tháng 6 năm 2025";
  EXPECT_THAT(sizes(layout(sample.request)), Each(Ge(k_meeting_text)));
  EXPECT_GE(texts(layout(sample.request)).front().size, k_meeting_title);
}

TEST(Meeting, LinesAreThickAndDark) {
  const SampleSheet sample({1920, 1080}, Style::meeting);
  const Layout sheet = layout(sample.request);
  for (const BorderLook& border : sheet.borders) {
    EXPECT_GE(border.width, k_meeting_line);
    EXPECT_GE(colour::contrast(border.ink, sheet.ground), colour::k_readable_contrast);
  }
  for (const Item& item : sheet.items) {
    if (const auto* rule = std::get_if<Rule>(&item)) {
      EXPECT_GE(rule->width, 2.5);
    }
  }
}

TEST(Meeting, EveryTextReadsOnItsGround) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  sample.request.selected = {3};
  sample.request.annotations = {{5, {"Đang mở rộng mạng cấp nước", "x"}}};
  const Layout sheet = layout(sample.request);
  for (const TextRun& run : texts(sheet)) {
    EXPECT_GE(colour::contrast(run.ink, ground_of(sheet, run)), colour::k_readable_contrast) << run.text;
  }
  EXPECT_GT(colour::relative_luminance(sheet.ground), 0.85) << "off-white";
  EXPECT_LT(colour::relative_luminance(sheet.ground), 1) << "not glaring";
}

TEST(Meeting, NothingIsSetInTheMargin) {
  const SampleSheet few({1920, 1080}, Style::meeting);
  const Crowd many(3);
  Typesetter type;
  for (const SheetRequest* request : {&few.request, &many.request}) {
    for (const TextRun& run : texts(layout(*request))) {
      const Font font{run.size, run.bold};
      EXPECT_GE(run.at.x, k_meeting_margin_x - 20) << run.text;
      EXPECT_LE(run.at.x + type.width(run.text, font), 1920 - k_meeting_margin_x + 1) << run.text;
      EXPECT_GE(run.at.y - type.ascent(font), k_meeting_margin_y - 1) << run.text;
      EXPECT_LE(run.at.y + type.descent(font), 1080 - k_meeting_margin_y + 1) << run.text;
    }
  }
}

TEST(Meeting, NamesStandOnTheMapWhereAllOfThemFit) {
  const SampleSheet sample({1920, 1080}, Style::meeting);
  const Layout sheet = layout(sample.request);
  EXPECT_THAT(sheet.unplaced, IsEmpty());
  for (const TextRun& run : texts(sheet)) EXPECT_NE(run.text, "24") << "no numbers";
  EXPECT_GT(sheet.frames.front().width(), 1700) << "the map has the whole width";
}

TEST(Meeting, ElseEveryNameHasItsNumberOnTheMapAndInTheList) {
  const Crowd sample;
  const Layout sheet = layout(sample.request);
  const auto runs = texts(sheet);
  std::size_t numbered = 0;
  for (int number = 1; number <= 48; ++number) {
    const auto times = std::count_if(runs.begin(), runs.end(), [&](const TextRun& run) {
      return run.bold && run.text == std::to_string(number);
    });
    EXPECT_GE(times, 1) << number;
    numbered += times == 2 ? 1 : 0;
  }
  EXPECT_EQ(numbered, 48U);
  EXPECT_THAT(sheet.unplaced, IsEmpty());
  EXPECT_TRUE(says(sheet, "Hương Khê 1"));
}

/// How often a text stands on the map, and beside it.
std::pair<long, long> on_map_and_beside(const Layout& sheet, const std::string& text) {
  const auto runs = texts(sheet);
  const double right = sheet.frames.front().box.max_x;
  const auto count = [&](bool beside) {
    return std::count_if(runs.begin(), runs.end(), [&](const TextRun& run) {
      return run.text == text && (run.at.x > right) == beside;
    });
  };
  return {count(false), count(true)};
}

TEST(Meeting, ANumberThatFindsNoPlaceTakesItsNameOffTheListAndIsTold) {
  Crowd sample(3);
  for (std::size_t unit = 0; unit < sample.request.names.size(); ++unit)
    sample.request.names[unit] = "Xã " + std::to_string(unit);
  const base::Box all = sample.polygons.box();
  sample.request.world = all.grown(15 * all.width());  // units of a few pixels
  const Layout sheet = layout(sample.request);
  ASSERT_FALSE(sheet.unplaced.empty());
  std::size_t listed = 0;
  for (std::size_t unit = 0; unit < sample.request.names.size(); ++unit) {
    const bool told = std::find(sheet.unplaced.begin(), sheet.unplaced.end(), unit) != sheet.unplaced.end();
    const bool in_list = on_map_and_beside(sheet, sample.request.names[unit]).second > 0;
    EXPECT_NE(told, in_list) << sample.request.names[unit];
    listed += in_list ? 1 : 0;
  }
  ASSERT_GT(listed, 0U);
  for (std::size_t number = 1; number <= listed; ++number) {
    EXPECT_EQ(on_map_and_beside(sheet, std::to_string(number)), std::pair(1L, 1L)) << number;
  }
}

TEST(Meeting, AColourSquareStandsForItsClassesInLargeText) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  const scene::BivariateKey key{
      2, 2, "Nước sạch (%)", "Thu nhập (triệu đồng)", {"0 đến 50", "50 đến 100"}, {"20 đến 60", "60 đến 90"}};
  sample.classes.classes.resize(4);
  for (std::uint8_t& byte : sample.classes.class_of) byte = byte < model::k_max_classes ? byte % 4 : byte;
  sample.request.key = &key;
  const Layout sheet = layout(sample.request);
  for (const char* words : {"Nước sạch (%)", "Thu nhập (triệu đồng)", "0 đến 50", "60 đến 90"})
    EXPECT_TRUE(says(sheet, words)) << words;
  EXPECT_FALSE(says(sheet, sample.classes.classes[2].label.vi)) << "the axes say it";
  EXPECT_THAT(sizes(sheet), Each(Ge(k_meeting_text)));
  for (const model::MapClass& one : sample.classes.classes) {
    const bool cell = std::any_of(sheet.items.begin(), sheet.items.end(), [&](const Item& item) {
      const auto* shape = std::get_if<Shape>(&item);
      return shape != nullptr && shape->fill == one.fill && shape->edge >= k_meeting_line;
    });
    EXPECT_TRUE(cell) << one.label.vi;
  }
}

TEST(Meeting, NumbersStandInTheCirclesThatHaveRoomAndNoneIsLostToThem) {
  Crowd sample;
  std::vector<double> values(48, 0);
  for (std::size_t i = 0; i < 24; ++i) values[i] = i % 2 == 0 ? 1000 : 3;
  sample.request.symbols = Symbols{values, {"Diện tích (ha)", "Area (ha)"}};
  const Layout sheet = layout(sample.request);
  std::size_t in_circles = 0;
  for (const TextRun& run : texts(sheet)) {
    if (ground_of(sheet, run) != scene::k_symbol_fill) continue;
    ++in_circles;
    EXPECT_GE(colour::contrast(run.ink, scene::k_symbol_fill), colour::k_readable_contrast);
  }
  EXPECT_GE(in_circles, 6U);
  EXPECT_LT(sheet.unplaced.size(), 16U) << "of 48, two of them on every place";
}

TEST(Meeting, SaysWhatCirclesStandFor) {
  Crowd sample;
  sample.request.symbols = Symbols{std::vector<double>(48, 640), {"Diện tích (ha)", "Area (ha)"}};
  const Layout sheet = layout(sample.request);
  EXPECT_TRUE(says(sheet, "Diện tích (ha)"));
  EXPECT_TRUE(says(sheet, "500"));
  EXPECT_TRUE(says(sheet, "Số xã theo mức")) << "with two figures the classes say whose they are";
  EXPECT_THAT(sizes(sheet), Each(Ge(k_meeting_text)));
}

TEST(Meeting, ListFollowsTheGivenOrder) {
  Crowd sample;
  for (std::size_t i = 48; i-- > 0;) sample.request.list_order.push_back(i);
  std::vector<std::string> listed;
  for (const TextRun& run : texts(layout(sample.request))) {
    const auto& names = sample.request.names;
    if (std::find(names.begin(), names.end(), run.text) != names.end()) listed.push_back(run.text);
  }
  EXPECT_EQ(listed, std::vector<std::string>(sample.request.names.rbegin(), sample.request.names.rend()));
}

TEST(Meeting, TooManyNamesAreThinnedByImportanceAndTold) {
  Crowd sample(5);
  for (std::size_t i = 0; i < 120; ++i) sample.request.importance.push_back(static_cast<double>(i));
  const Layout sheet = layout(sample.request);
  EXPECT_NE(std::find(sheet.unplaced.begin(), sheet.unplaced.end(), 0U), sheet.unplaced.end())
      << "the least important goes first";
  EXPECT_TRUE(says(sheet, sample.request.names[119]));
  EXPECT_FALSE(says(sheet, sample.request.names[24]));
}

TEST(Meeting, NamesThatFitNoColumnAreCutNotShrunk) {
  Crowd sample;
  std::string longest;
  for (int i = 0; i < 12; ++i) longest += "Xã Nghĩa Thuận ";
  sample.request.names[30] = longest;
  sample.request.importance.assign(sample.request.names.size(), 1);
  sample.request.importance[30] = 2;  // it is not among those that the list has no room for
  const Layout sheet = layout(sample.request);
  EXPECT_TRUE(says(sheet, "…"));
  EXPECT_THAT(sizes(sheet), Each(Ge(k_meeting_text)));
}

TEST(Meeting, APartOfTheWorldNamesOnlyWhatItShows) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  const base::Box unit = sample.polygons.feature_box(8);
  sample.request.world = unit;
  const Layout sheet = layout(sample.request);
  ASSERT_THAT(sheet.frames, SizeIs(1));
  EXPECT_TRUE(sheet.frames.front().world().contains(unit.centre()));
  EXPECT_NEAR(sheet.frames.front().world().centre().x, unit.centre().x, 1);
  EXPECT_TRUE(says(sheet, "Can Lộc"));
  EXPECT_FALSE(says(sheet, "Kỳ Anh"));
}

TEST(Meeting, RemarksStandOnPlatesAndPointAtTheirUnit) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  sample.request.annotations = {{0, {"Đang thi công nhà máy nước", "Water works under construction"}}};
  const Layout sheet = layout(sample.request);
  EXPECT_TRUE(says(sheet, "thi công"));
  sample.request.lang = base::Lang::en;
  EXPECT_TRUE(says(layout(sample.request), "construction"));
}

TEST(Meeting, OfManyCategoriesTheLegendHasThoseOnTheMap) {
  SampleSheet sample({1920, 1080}, Style::meeting);
  sample.classes.classes.resize(8);
  for (std::size_t i = 0; i < 8; ++i) {
    sample.classes.classes[i] = {"Loại " + std::to_string(i + 1), {120, 170, 210}};
    sample.classes.classes[i].count = i == 2 || i == 6 ? 0 : 4;
  }
  const auto shown = [&] {
    const Layout sheet = layout(sample.request);
    std::string numbers;
    for (std::size_t i = 1; i <= 8; ++i) {
      if (says(sheet, "Loại " + std::to_string(i))) numbers += std::to_string(i);
    }
    return numbers;
  };
  EXPECT_EQ(shown(), "124568");
  for (model::MapClass& one : sample.classes.classes) one.low = 0;
  EXPECT_EQ(shown(), "12345678") << "intervals have no gaps";
  sample.classes.classes.resize(5);
  for (model::MapClass& one : sample.classes.classes) one.low = model::k_no_data;
  for (std::uint8_t& byte : sample.classes.class_of) byte = byte < model::k_max_classes ? byte % 5 : byte;
  EXPECT_EQ(shown(), "12345") << "few have room, and stay the same from scene to scene";
}

TEST(Meeting, LargerTextsOnRequest) {
  Crowd sample;
  sample.request.least_text = 34;
  EXPECT_THAT(sizes(layout(sample.request)), Each(Ge(34)));
}

}  // namespace
}  // namespace ntmap::sheet
