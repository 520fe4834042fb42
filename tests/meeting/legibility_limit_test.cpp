// Holds the limit below which texts are told as lost against OCR: what passes can be read, what is told
// cannot.
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/map/map_sheet.hpp"
#include "app/map/scene_content.hpp"
#include "app/map/video_preview.hpp"
#include "app/project/project_file.hpp"
#include "received.hpp"
#include "sheet/legibility.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

constexpr std::size_t k_least_letters = 5;  // shorter texts are read, or not, by luck
constexpr double k_step = 5;                // of the margins that are counted together

struct Judged {
  double margin = 0;  ///< score above the limit of its text
  bool read = false;
};

/// Every text of a sheet in that style: its score, and whether OCR reads it to the letter.
void judge(const app::SceneContent& content, sheet::Style style, int lines, std::vector<Judged>& all) {
  const app::MapSheet sheet(content.map, app::RenderOptions{.style = style}, content.focus);
  gl::PicturePainter painter;
  const sheet::Picture painted = sheet.paint(painter);
  const app::VideoPreview preview = app::video_preview(sheet, painted, {.lines = lines});
  ASSERT_TRUE(preview.encoded);
  const test::TemporaryFolder folder;
  sheet::write_png(folder / "sheet.png", painted.view());
  const test::Received received(folder / "sheet.png", lines);
  const test::Seen seen = received.seen();
  for (const sheet::TextLegibility& one : preview.texts) {
    if (one.text.size() < k_least_letters ||
        one.text.find_first_not_of("0123456789 ,.%") == std::string::npos)
      continue;
    all.push_back({one.score - sheet::readable_score(one.text, lines),
                   test::joined(seen.read(one.box, 7)) == test::joined(one.text)});
  }
}

double share_read(const std::vector<Judged>& all, double from, double to) {
  double count = 0;
  double read = 0;
  for (const Judged& one : all) {
    if (one.margin < from || one.margin >= to) continue;
    ++count;
    read += one.read ? 1 : 0;
  }
  if (count > 0) std::printf("%4.0f to %4.0f from the limit: %3.0f of %3.0f read\n", from, to, read, count);
  return count > 0 ? read / count : -1;
}

class LegibilityLimit : public testing::TestWithParam<int> {};

TEST_P(LegibilityLimit, PartsWhatOcrReadsFromWhatItDoesNot) {
  if (!test::video_programs_are_there()) GTEST_SKIP() << "needs ffmpeg and tesseract-ocr-vie";
  app::ProjectData data(
      std::make_shared<const model::Project>(app::read_project(test::checkout("gis_data/hatinh.toml"))));
  const app::SceneContent content = app::scene_content(data, *data.project().find_scene("nuoc-sach"));
  std::vector<Judged> all;
  judge(content, sheet::Style::meeting, GetParam(), all);
  judge(content, sheet::Style::normal, GetParam(), all);
  for (double from = -100; from < 100; from += k_step) share_read(all, from, from + k_step);
  const double above = share_read(all, 0, 101);
  const double below = share_read(all, -101, 0);
  // Measured: 91 % above the limit and 37 % below at 720 lines; 72 % and 15 % at 360, where OCR mistakes
  // small marks for one another by luck.
  EXPECT_GE(above, GetParam() <= 360 ? 0.7 : 0.9);
  EXPECT_GE(below, 0) << "some texts must be lost, else nothing is tried";
  EXPECT_LE(below, GetParam() <= 360 ? 0.2 : 0.4);
}

INSTANTIATE_TEST_SUITE_P(Lines, LegibilityLimit, testing::Values(720, 360));

}  // namespace
}  // namespace ntmap
