#include "ui/halo_font.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace ntmap::ui {
namespace {

constexpr ImWchar k_stacked[] = {u'Ắ', u'Ổ', u'ậ', u'ỵ', u'g', u'1', u'Đ'};

/// A letter of the halo font beside the same of the text font, at some scale.
class HaloFontAt : public testing::TestWithParam<double> {
 protected:
  HaloFontAt() : m_files(find_font_files()) {
    m_plain.Flags = ImFontAtlasFlags_NoMouseCursors;
    add_text_font(m_plain, m_files, GetParam());
    m_plain.Build();
    m_halo.make(m_files, GetParam());
  }
  const ImFontGlyph& plain(ImWchar letter) { return *m_plain.Fonts[0]->FindGlyph(letter); }
  const ImFontGlyph& grown(ImWchar letter) const { return *m_halo.font().FindGlyph(letter); }
  int width() const { return m_halo.font().ContainerAtlas->TexWidth; }
  int height() const { return m_halo.font().ContainerAtlas->TexHeight; }
  int column(float u) const { return static_cast<int>(std::lround(u * static_cast<float>(width()))); }
  int row(float v) const { return static_cast<int>(std::lround(v * static_cast<float>(height()))); }
  int at(int x, int y) const {
    return m_halo.coverage()[static_cast<std::size_t>(y) * static_cast<std::size_t>(width()) +
                             static_cast<std::size_t>(x)];
  }
  /// The strongest texel of the rows from..to of a letter.
  int most(const ImFontGlyph& glyph, int from, int to) const {
    int found = 0;
    for (int y = from; y < to; ++y) {
      for (int x = column(glyph.U0); x < column(glyph.U1); ++x) found = std::max(found, at(x, y));
    }
    return found;
  }

  FontFiles m_files;
  ImFontAtlas m_plain;
  HaloFont m_halo;
};

TEST_P(HaloFontAt, GrowsEachLetterByAPixelOrMore) {
  const float rim = static_cast<float>(std::lround(std::max(1.0, GetParam())));
  for (const ImWchar letter : k_stacked) {
    EXPECT_FLOAT_EQ(grown(letter).X0, plain(letter).X0 - rim);
    EXPECT_FLOAT_EQ(grown(letter).Y0, plain(letter).Y0 - rim);
    EXPECT_FLOAT_EQ(grown(letter).X1, plain(letter).X1 + rim);
    EXPECT_FLOAT_EQ(grown(letter).Y1, plain(letter).Y1 + rim);
    EXPECT_FLOAT_EQ(grown(letter).AdvanceX, plain(letter).AdvanceX);
  }
}

TEST_P(HaloFontAt, KeepsTexelsAndPixelsInStep) {
  for (const ImWchar letter : k_stacked) {
    const auto texels = [](const ImFontGlyph& glyph, int atlas) {
      return (glyph.U1 - glyph.U0) * static_cast<float>(atlas) / (glyph.X1 - glyph.X0);
    };
    EXPECT_NEAR(texels(grown(letter), width()), texels(plain(letter), m_plain.TexWidth), 0.01F);
  }
}

TEST_P(HaloFontAt, ReachesAboveStackedAccentsAndBelowDots) {
  const int rim = static_cast<int>(std::lround(std::max(1.0, GetParam())));
  for (const ImWchar letter : k_stacked) {
    const ImFontGlyph& glyph = grown(letter);
    EXPECT_GT(most(glyph, row(glyph.V0), row(glyph.V0) + rim), 0) << letter;
    EXPECT_GT(most(glyph, row(glyph.V1) - rim, row(glyph.V1)), 0) << letter;
  }
}

/// The texels round a letter, which would show at its edge, are another's only where they are empty.
TEST_P(HaloFontAt, LeavesRoomBetweenLetters) {
  for (const ImWchar letter : k_stacked) {
    const ImFontGlyph& glyph = grown(letter);
    for (int y = row(glyph.V0); y < row(glyph.V1); ++y) {
      EXPECT_EQ(at(column(glyph.U0) - 1, y), 0) << letter;
    }
  }
}

/// Also those at the edges of the picture; which those are differs from scale to scale.
TEST(HaloFont, KeepsEveryLetterWithinThePictureAtAnyScale) {
  const FontFiles files = find_font_files();
  for (int percent = 75; percent <= 300; percent += 15) {
    HaloFont halo;
    halo.make(files, percent / 100.0);
    const ImFontAtlas& atlas = *halo.font().ContainerAtlas;
    ASSERT_EQ(halo.coverage().size(),
              static_cast<std::size_t>(atlas.TexWidth) * static_cast<std::size_t>(atlas.TexHeight));
    for (const ImFontGlyph& glyph : halo.font().Glyphs) {
      if (glyph.Visible == 0) continue;
      EXPECT_GE(glyph.U0, 0) << percent;
      EXPECT_GE(glyph.V0, 0) << percent;
      EXPECT_LE(glyph.U1, 1) << percent;
      EXPECT_LT(glyph.V1, 1) << percent;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Scales, HaloFontAt, testing::Values(0.75, 1.0, 1.5, 3.0));

}  // namespace
}  // namespace ntmap::ui
