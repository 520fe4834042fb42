#include "sheet/legibility.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.hpp"
#include "sample_sheet.hpp"
#include "sheet/codec.hpp"
#include "sheet/paint.hpp"

namespace ntmap::sheet {
namespace {

/// One line of text on paper, as a layout of its own.
Layout line_of(const std::string& text, double size, model::Rgb ink) {
  Layout sheet;
  sheet.page = {1920, 1080};
  sheet.ground = {247, 246, 242};
  sheet.items.emplace_back(TextRun{text, {200, 500}, size, false, ink, 0, {}});
  return sheet;
}

double score(double size, model::Rgb ink, const CodecSettings& codec) {
  const SampleSheet sample({1920, 1080}, Style::meeting);
  const Layout sheet = line_of("Kỳ Thượng, Đồng Lộc, Nghĩa Thuận", size, ink);
  const Picture painted = paint_picture(sample.request, sheet);
  const auto texts = legibility(sheet, painted.view(), through_codec(painted.view(), codec).view());
  EXPECT_EQ(texts.size(), 1U);
  return texts.front().score;
}

constexpr model::Rgb k_text{26, 29, 33};

TEST(Legibility, WhatArrivesUnchangedScoresHundred) {
  const SampleSheet sample({1920, 1080}, Style::meeting);
  const Layout sheet = layout(sample.request);
  const Picture painted = paint_picture(sample.request, sheet);
  for (const TextLegibility& one : legibility(sheet, painted.view(), painted.view()))
    EXPECT_NEAR(one.score, 100, 1e-6) << one.text;
}

TEST(Legibility, GrowsWithTheSizeOfTheText) {
  double last = 0;
  for (const double size : {9.0, 14.0, 20.0, 28.0, 40.0}) {
    const double now = score(size, k_text, {720, 30});
    EXPECT_GT(now, last) << size;
    last = now;
  }
}

TEST(Legibility, MeetingSizesAreReadableAtTheMeetingsSizeAndSmallOnesAreNot) {
  EXPECT_GT(score(24, k_text, {720, 30}), readable_score("Kỳ", 720));
  EXPECT_LT(score(11, k_text, {720, 30}), readable_score("Kỳ", 720));
  EXPECT_LT(score(14, k_text, {360, 28}), readable_score("Kỳ", 360));
}

TEST(Legibility, SmallMarksNeedMore) {
  const double plain = readable_score("Thach Ha", 360);
  EXPECT_EQ(readable_score("Thạch Hà", 360), plain) << "a dot below and a grave on a bare letter";
  EXPECT_GT(readable_score("Việt", 360), plain) << "two marks";
  EXPECT_GT(readable_score("Kỷ", 360), readable_score("Việt", 360)) << "a hook";
  EXPECT_GT(readable_score("CẨM", 360), readable_score("Kỷ", 360)) << "both, and capitals";
  EXPECT_EQ(readable_score("", 360), plain);
}

TEST(Legibility, FaintTextsScoreLess) {
  EXPECT_LT(score(16, {225, 224, 222}, {720, 36}), score(16, k_text, {720, 36}));
}

TEST(Legibility, RefusesPicturesOfDifferentSizes) {
  const Picture a{2, 2, std::vector<std::uint8_t>(16)};
  const Picture b{2, 1, std::vector<std::uint8_t>(8)};
  EXPECT_THROW(legibility({}, a.view(), b.view()), base::Error);
}

}  // namespace
}  // namespace ntmap::sheet
