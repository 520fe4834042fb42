// What others can read of a meeting sheet: painted, sent as a screen share sends it, and read by OCR.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

#include "app/map/map_sheet.hpp"
#include "app/map/scene_content.hpp"
#include "app/project/project_file.hpp"
#include "received.hpp"
#include "sheet/typesetter.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

using test::box_of;
using test::joined;
using test::Received;
using test::Seen;

constexpr double k_least_names = 0.95;  // of those drawn

/// The texts of a sheet by what they are.
struct Texts {
  std::vector<std::pair<std::string, base::Box>> blocks;  ///< title, subtitle, caption, source, legend labels
  std::map<long, std::vector<std::string>> list;          ///< names by column (left edge)
  std::map<long, base::Box> columns;
  std::vector<std::pair<std::string, base::Box>> plates;  ///< names on the map
};

bool is_number(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Texts texts_of(const sheet::Layout& layout, const std::vector<std::string>& names) {
  sheet::Typesetter type;
  Texts out;
  const std::set<std::string> known(names.begin(), names.end());
  const sheet::TextRun* before = nullptr;
  for (const sheet::Item& item : layout.items) {
    const auto* run = std::get_if<sheet::TextRun>(&item);
    if (run == nullptr || is_number(run->text) || run->text == "B" || run->text.ends_with(" km")) continue;
    const base::Box box = box_of(type, *run);
    if (known.contains(run->text) && run->at.x > layout.frames.front().box.max_x - 5) {
      const long left = std::lround(run->at.x);
      out.list[left].push_back(run->text);
      out.columns[left].add(box);
    } else if (known.contains(run->text)) {
      out.plates.emplace_back(run->text, box);
    } else if (before != nullptr && run->size == before->size && !out.blocks.empty() &&
               box.min_x < out.blocks.back().second.max_x + 20 &&
               box.max_x > out.blocks.back().second.min_x - 20 &&
               std::abs(run->at.y - before->at.y) < 2 * run->size) {
      // The next stretch or line of the same block.
      out.blocks.back().first += " " + run->text;
      out.blocks.back().second.add(box);
    } else {
      out.blocks.emplace_back(run->text, box);
    }
    before = run;
  }
  return out;
}

/// Draws a scene of a project as a meeting sheet and sends it.
struct Sent {
  test::TemporaryFolder folder;
  app::SceneContent content;
  std::unique_ptr<app::MapSheet> sheet;
  std::unique_ptr<Received> received;
  Texts texts;

  Sent(app::ProjectData& data, const model::Scene& scene) : content(app::scene_content(data, scene)) {
    sheet = std::make_unique<app::MapSheet>(content.map, app::RenderOptions{.style = sheet::Style::meeting},
                                            content.focus);
    gl::PicturePainter painter;
    sheet::write_png(folder / "sheet.png", sheet->paint(painter).view());
    received = std::make_unique<Received>(folder / "sheet.png");
    texts = texts_of(sheet->layout(), content.map.units().names);
  }

  void expect_blocks_are_read() const {
    const Seen seen = received->seen();
    EXPECT_GE(texts.blocks.size(), 5U);
    for (const auto& [text, box] : texts.blocks) {
      // As a block or as one line: what one way of looking misses, the other may read.
      const std::string block = joined(seen.read(box, 6));
      EXPECT_EQ(block == joined(text) ? block : joined(seen.read(box, 7)), joined(text)) << block;
    }
  }

  /// Names in the list or on the map that OCR reads letter by letter; how many were drawn.
  std::pair<std::size_t, std::size_t> names_read() const {
    const Seen picture = received->seen();
    std::size_t read = 0;
    std::size_t drawn = 0;
    for (const auto& [left, names] : texts.list) {
      std::istringstream lines(picture.read(texts.columns.at(left), 6));
      std::multiset<std::string> seen;
      for (std::string line; std::getline(lines, line);) seen.insert(joined(line));
      for (const std::string& name : names) {
        ++drawn;
        const auto found = seen.find(joined(name));
        if (found != seen.end()) {
          seen.erase(found);
          ++read;
        } else {
          std::printf("not read: %s\n", name.c_str());
        }
      }
    }
    for (const auto& [name, box] : texts.plates) {
      ++drawn;
      const std::string seen = joined(picture.read(box, 7));
      if (seen == joined(name))
        ++read;
      else
        std::printf("not read: %s (%s)\n", name.c_str(), seen.c_str());
    }
    return {read, drawn};
  }
};

app::ProjectData sample_data() {
  return app::ProjectData(
      std::make_shared<const model::Project>(app::read_project(test::checkout("gis_data/hatinh.toml"))));
}

class MeetingThroughVideo : public testing::Test {
 protected:
  void SetUp() override {
    if (!test::video_programs_are_there()) GTEST_SKIP() << "needs ffmpeg and tesseract-ocr-vie";
  }
};

TEST_F(MeetingThroughVideo, TheSampleScenesAreRead) {
  app::ProjectData data = sample_data();
  std::size_t read = 0;
  std::size_t drawn = 0;
  for (const model::Scene& scene : data.project().scenes) {
    SCOPED_TRACE(scene.id);
    const Sent sent(data, scene);
    sent.expect_blocks_are_read();
    const auto [some_read, some_drawn] = sent.names_read();
    read += some_read;
    drawn += some_drawn;
  }
  std::printf("read %zu of %zu names\n", read, drawn);
  EXPECT_GE(static_cast<double>(read), k_least_names * static_cast<double>(drawn));
}

TEST_F(MeetingThroughVideo, AStillSceneNeedsHardlyAnyBits) {
  app::ProjectData data = sample_data();
  for (const model::Scene& scene : data.project().scenes) {
    const Sent sent(data, scene);
    const double rate = sent.received->bits_a_second(2);
    std::printf("%s: %.1f kbit/s after 2 s\n", scene.id.c_str(), rate / 1000);
    EXPECT_LT(rate, 50000) << scene.id;
  }
}

/// The 69 real communes with made-up values: their names, title, caption and legend.
TEST_F(MeetingThroughVideo, RealNamesReachTheViewer) {
  const auto shapes = test::real_data("hatinh_2025_07/communes.shp");
  if (shapes.empty()) GTEST_SKIP() << "needs NTMAP_REAL_DATA";
  const test::TemporaryFolder folder;
  const auto file = folder.write("du_an.toml", R"(
[project]
province = "Hà Tĩnh"
source = "Số liệu minh họa"
[[boundaries]]
id = "2025-07"
file = ")" + shapes.string() + R"("
code = "code"
name = "name"
[[tables]]
id = "bang"
file = ")" + shapes.string() + R"("
key = "code"
[[indicators]]
id = "dien_tich"
title = "Diện tích tự nhiên"
table = "bang"
field = "area_km2"
[[themes]]
id = "dien-tich"
title = "Diện tích tự nhiên của các xã, phường"
indicator = "dien_tich"
method = "quantile"
palette = "Blues"
decimals = 0
message = "Toàn tỉnh có **{n}** xã, phường, bình quân **{mean}** ki-lô-mét vuông mỗi đơn vị."
)");
  app::ProjectData data(std::make_shared<const model::Project>(app::read_project(file)));
  model::Scene scene;
  scene.id = "a";
  const Sent sent(data, scene);
  sent.expect_blocks_are_read();
  const auto [read, drawn] = sent.names_read();
  std::printf("read %zu of %zu names\n", read, drawn);
  EXPECT_EQ(drawn, 69U);
  EXPECT_GE(read, 65U);
  EXPECT_GE(static_cast<double>(read), k_least_names * static_cast<double>(drawn));
}

}  // namespace
}  // namespace ntmap
