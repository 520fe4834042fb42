#include "sheet/picture.hpp"

#include <gtest/gtest.h>

#include <random>

#include "base/error.hpp"
#include "support/image_difference.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::sheet {
namespace {

Picture picture_of(int colours, std::uint8_t alpha) {
  Picture picture{64, 48, {}};
  std::mt19937 random(1);
  for (int i = 0; i < 64 * 48; ++i) {
    const auto c = static_cast<unsigned>(random() % static_cast<unsigned>(colours));
    picture.rgba.insert(picture.rgba.end(),
                        {static_cast<std::uint8_t>(c), static_cast<std::uint8_t>(c >> 8),
                         static_cast<std::uint8_t>(7 * c), i == 5 ? alpha : std::uint8_t{255}});
  }
  return picture;
}

TEST(WritePng, ComesBackByteForByte) {
  const test::TemporaryFolder folder;
  for (const int colours : {1, 2, 200, 256, 257, 3000}) {
    for (const std::uint8_t alpha : {std::uint8_t{255}, std::uint8_t{90}}) {
      const Picture picture = picture_of(colours, alpha);
      write_png(folder / "a.png", picture.view());
      const test::Image back = test::read_png(folder / "a.png");
      EXPECT_EQ(back.width, 64);
      EXPECT_EQ(back.rgba, picture.rgba) << colours << ' ' << int{alpha};
    }
  }
}

TEST(WritePng, FewColoursTakeLessRoomAndBytesRepeat) {
  const test::TemporaryFolder folder;
  write_png(folder / "few.png", picture_of(2, 255).view());
  write_png(folder / "many.png", picture_of(3000, 255).view());
  write_png(folder / "again.png", picture_of(3000, 255).view());
  EXPECT_LT(3 * test::read_bytes(folder / "few.png").size(), test::read_bytes(folder / "many.png").size());
  EXPECT_EQ(test::read_bytes(folder / "again.png"), test::read_bytes(folder / "many.png"));
}

TEST(WritePng, SaysHowLargeItIsPrinted) {
  const test::TemporaryFolder folder;
  write_png(folder / "a.png", picture_of(2, 255).view(), 300);
  const std::string bytes = test::read_bytes(folder / "a.png");
  const std::size_t at = bytes.find("pHYs");
  ASSERT_NE(at, std::string::npos);
  // 300 an inch are 11,811 a metre, 0x2E23, both ways.
  EXPECT_EQ(bytes.substr(at + 4, 9), std::string("\0\0\x2E\x23\0\0\x2E\x23\1", 9));
}

TEST(WritePng, SaysWhatIsWrong) {
  const test::TemporaryFolder folder;
  EXPECT_THROW(write_png(folder / "no"
                                  "where/a.png",
                         picture_of(2, 255).view()),
               base::Error);
  EXPECT_THROW(write_png(folder / "a.png", Picture{}.view()), base::Error);
  EXPECT_THROW(write_png(folder / "a.png", Picture{5, 5, std::vector<std::uint8_t>(3)}.view()), base::Error);
}

}  // namespace
}  // namespace ntmap::sheet
