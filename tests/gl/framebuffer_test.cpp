#include "gl/framebuffer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include "headless.hpp"

namespace ntmap::gl {
namespace {

constexpr model::Rgb k_red{255, 0, 0};
constexpr model::Rgb k_blue{0, 0, 255};

using FramebufferTest = test::HeadlessTest;

TEST_F(FramebufferTest, ClearsAPartOnly) {
  const Framebuffer picture(8, 6);
  picture.clear({0, 0, 8, 6}, {1, 0, 0});
  picture.clear({2, 0, 3, 2}, {0, 0, 1});  // the two lowest rows
  const Image image = picture.read();
  EXPECT_EQ(image.at(2, 5), k_blue);
  EXPECT_EQ(image.at(4, 4), k_blue);
  EXPECT_EQ(image.at(5, 5), k_red);
  EXPECT_EQ(image.at(2, 3), k_red);
}

TEST_F(FramebufferTest, CopiesAPartToTheTarget) {
  const Framebuffer from(4, 4);
  from.clear({0, 0, 4, 4}, {1, 0, 0});
  from.clear({0, 0, 2, 2}, {0, 0, 1});
  const Framebuffer to(8, 8);
  to.clear({0, 0, 8, 8}, {1, 0, 0});
  to.bind();
  from.copy_to_target({1, 1, 2, 2}, {5, 6, 2, 2});  // one blue pixel in its lower left corner
  const Image image = to.read();
  EXPECT_EQ(image.at(5, 1), k_blue);
  EXPECT_EQ(image.at(6, 1), k_red);
  EXPECT_EQ(image.at(5, 0), k_red);
  EXPECT_EQ(image.at(4, 1), k_red);
}

TEST_F(FramebufferTest, TakesAFinishedPictureFromTheTop) {
  Image given(3, 2);
  const std::array<std::uint8_t, 8> seen{255, 0, 0, 255, 0, 0, 255, 255};
  std::copy(seen.begin(), seen.end(), given.row(0));
  std::vector<std::uint8_t> rgba(given.row(0), given.row(0) + 24);
  const Framebuffer picture(3, 2);
  picture.load(rgba);
  const Image image = picture.read();
  EXPECT_EQ(image.at(0, 0), k_red);
  EXPECT_EQ(image.at(1, 0), k_blue);
  EXPECT_THROW(picture.load(std::vector<std::uint8_t>(8)), std::invalid_argument);
}

TEST_F(FramebufferTest, TakesRowsAsTheyAreMade) {
  Image given(2, 200);  // in more than one go
  for (int y = 0; y < 200; ++y) {
    for (int i = 0; i < 8; ++i) given.row(y)[i] = static_cast<std::uint8_t>(i % 4 == 3 ? 255 : y + i);
  }
  const Framebuffer picture(2, 200);
  picture.load_rows([from = given.row(0)](std::span<std::uint8_t> rows) mutable {
    std::copy_n(from, rows.size(), rows.begin());
    from += rows.size();
  });
  EXPECT_EQ(picture.read().rgba, given.rgba);
}

TEST_F(FramebufferTest, CopiesInAnotherSize) {
  const Framebuffer from(2, 2);
  from.clear({0, 0, 2, 2}, {1, 0, 0});
  from.clear({0, 0, 1, 2}, {0, 0, 1});
  const Framebuffer to(8, 8);
  to.bind();
  from.copy_to_target({0, 0, 2, 2}, {0, 0, 8, 8});
  const Image image = to.read();
  EXPECT_EQ(image.at(3, 4), k_blue);
  EXPECT_EQ(image.at(4, 4), k_red);
}

}  // namespace
}  // namespace ntmap::gl
