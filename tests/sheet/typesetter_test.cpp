#include "sheet/typesetter.hpp"

#include <gmock/gmock.h>

namespace ntmap::sheet {
namespace {

using testing::SizeIs;

TEST(Typesetter, WidthsGrowWithTheSizeExactly) {
  Typesetter type;
  EXPECT_DOUBLE_EQ(type.width("Hà Tĩnh", {40, false}), 2 * type.width("Hà Tĩnh", {20, false}));
  EXPECT_GT(type.width("Hà Tĩnh", {20, true}), type.width("Hà Tĩnh", {20, false}));
}

TEST(Typesetter, LinesHaveRoomForStackedAccents) {
  Typesetter type;
  EXPECT_GT(type.ascent({100, false}), 90);
  EXPECT_GT(type.line_height({100, false}), 115);
}

TEST(Typesetter, WrapsAtSpacesWithinTheWidth) {
  Typesetter type;
  const Font font{20, false};
  const std::string text = "Môi trường, an toàn thực phẩm và cảnh quan nông thôn";
  for (const double width : {100.0, 180.0, 300.0}) {
    std::string joined;
    for (const Line& line : type.wrap(text, font, width)) {
      EXPECT_LE(line.width, width);
      for (const Span& span : line.spans) joined += (joined.empty() ? "" : " ") + span.text;
    }
    EXPECT_EQ(joined, text) << "no word is lost";
  }
}

TEST(Typesetter, AWordWiderThanTheLineStandsAlone) {
  Typesetter type;
  EXPECT_THAT(type.wrap("Khôngcóchỗnàođểngắtdòng ở đây", {30, false}, 50), SizeIs(3));
}

TEST(Typesetter, StarsMakeBoldAndBreaksStay) {
  Typesetter type;
  const auto lines = type.wrap("**Còn 12/170** xã.\nHết", {20, false}, 1000);
  ASSERT_THAT(lines, SizeIs(2));
  ASSERT_THAT(lines[0].spans, SizeIs(2));
  EXPECT_TRUE(lines[0].spans[0].bold);
  EXPECT_EQ(lines[0].spans[0].text, "Còn 12/170");
  EXPECT_FALSE(lines[0].spans[1].bold);
  EXPECT_GT(lines[0].spans[1].left, type.width("Còn 12/170", {20, true})) << "a space lies between";
}

TEST(Typesetter, EmptyTextIsOneEmptyLine) {
  Typesetter type;
  const auto lines = type.wrap("", {20, false}, 100);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines[0].spans, SizeIs(0));
}

}  // namespace
}  // namespace ntmap::sheet
