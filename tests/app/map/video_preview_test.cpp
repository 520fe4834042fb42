#include "app/map/video_preview.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "app/map/run_program.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// Programs are not found while it lives: what machines without ffmpeg do.
class WithoutPrograms {
 public:
  WithoutPrograms() : m_path(std::getenv("PATH")) { ::setenv("PATH", "/nowhere", 1); }
  ~WithoutPrograms() { ::setenv("PATH", m_path.c_str(), 1); }
  WithoutPrograms(const WithoutPrograms&) = delete;
  WithoutPrograms& operator=(const WithoutPrograms&) = delete;

 private:
  std::string m_path;
};

struct Drawn {
  test::SampleProject sample;
  ProjectData data = sample.data();
  MapContent map = map_content(data, {.meeting = true});
  gl::PicturePainter painter;

  VideoPreview preview(sheet::Style style, const VideoLink& link) {
    const MapSheet sheet(map, {.style = style}, {});
    return video_preview(sheet, sheet.paint(painter), link);
  }
};

double least(const VideoPreview& preview) {
  double score = 100;
  for (const auto& one : preview.texts) score = std::min(score, one.score);
  return score;
}

TEST(VideoPreview, WithoutFfmpegOurOwnCodecStandsIn) {
  const WithoutPrograms alone;
  Drawn drawn;
  const VideoPreview preview = drawn.preview(sheet::Style::meeting, {});
  EXPECT_FALSE(preview.encoded);
  EXPECT_EQ(preview.seen.width, 1920);
  EXPECT_THAT(lost_texts(preview), IsEmpty()) << "the meeting style comes through";
  EXPECT_TRUE(preview_findings(preview).empty());
}

TEST(VideoPreview, TheOrdinarySheetLosesTextsAndSaysWhich) {
  const WithoutPrograms alone;
  Drawn drawn;
  const VideoPreview preview = drawn.preview(sheet::Style::normal, {.lines = 360});
  const base::Findings findings = preview_findings(preview);
  ASSERT_EQ(test::count_rule(findings, "video.unreadable"), 1U);
  EXPECT_THAT(findings.front().what.en, HasSubstr("cannot be read"));
  EXPECT_THAT(findings.front().remedy.en, HasSubstr("--fix"));
}

TEST(VideoPreview, ThePoorerLineShowsLess) {
  const WithoutPrograms alone;
  Drawn drawn;
  EXPECT_LT(least(drawn.preview(sheet::Style::meeting, {.lines = 360})),
            least(drawn.preview(sheet::Style::meeting, {.lines = 720})));
}

TEST(VideoPreview, FixEnlargesUntilAllIsReadable) {
  const WithoutPrograms alone;
  Drawn drawn;
  const double size = readable_text_size([&](const MapSheet& sheet) { return sheet.paint(drawn.painter); },
                                         drawn.map, {}, {}, {.lines = 360});
  EXPECT_GT(size, 24);
  const MapSheet sheet(drawn.map, {.style = sheet::Style::meeting, .least_text = size}, {});
  EXPECT_GT(least(video_preview(sheet, sheet.paint(drawn.painter), {.lines = 360})),
            least(drawn.preview(sheet::Style::meeting, {.lines = 360})));
}

TEST(VideoPreview, TheEncoderIsUsedWhereItIsInstalled) {
  if (!run_program({"ffmpeg", "-version"}).ok()) GTEST_SKIP() << "needs ffmpeg";
  Drawn drawn;
  const VideoPreview preview = drawn.preview(sheet::Style::meeting, {});
  EXPECT_TRUE(preview.encoded);
  EXPECT_THAT(lost_texts(preview), IsEmpty());
}

}  // namespace
}  // namespace ntmap::app
