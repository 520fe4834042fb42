#include "received.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <utility>
#include <vector>

#include "app/map/run_program.hpp"

namespace ntmap::test {
namespace {

using app::run_program;

// The encoder as a meeting's: 300 kbit/s at most, 5 frames a second, no frames held back, one key frame at
// the start, and a constant quality below that ceiling, so that a still picture is not refined for ever
// (docs/presenting.md). OCR reads the frame after three seconds.
const std::vector<std::string> k_encode = {"-c:v",        "libx264",  "-preset",  "veryfast", "-tune",
                                           "zerolatency", "-crf",     "22",       "-qcomp",   "1",
                                           "-maxrate",    "300k",     "-bufsize", "600k",     "-g",
                                           "600",         "-threads", "1"};  // the same picture each time
constexpr const char* k_frame_rate = "5";
constexpr double k_read_at = 3;  // seconds

}  // namespace

bool video_programs_are_there() {
  return run_program({"ffmpeg", "-version"}).ok() && run_program({"tesseract", "--version"}).ok();
}

std::string joined(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
  // Dashes, the dot between parts of a line, and quotes are of one kind: none of them carries a letter.
  for (const auto& [from, to] :
       {std::pair{"–", "-"}, {"—", "-"}, {"·", "-"}, {"|", ""}, {"“", ""}, {"”", ""}}) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, std::string(from).size(), to);
  }
  return text;
}

base::Box box_of(sheet::Typesetter& type, const sheet::TextRun& run) {
  const sheet::Font font{run.size, run.bold};
  return {run.at.x, run.at.y - type.ascent(font), run.at.x + type.width(run.text, font),
          run.at.y + type.descent(font)};
}

std::string Seen::read(const base::Box& box, int layout) const {
  const base::Box part = box.grown(9);
  const auto scaled = [&](double at) { return std::to_string(std::lround(std::max(at, 0.0) * m_scale)); };
  const std::string enlarged = std::to_string(std::lround(2 / m_scale));
  const std::string crop = "crop=" + scaled(part.width()) + ":" + scaled(part.height()) + ":" +
                           scaled(part.min_x) + ":" + scaled(part.min_y) + ",scale=iw*" + enlarged + ":ih*" +
                           enlarged + ":flags=lanczos";
  const std::string png = (m_folder / "part.png").string();
  EXPECT_TRUE(run_program({"ffmpeg", "-nostdin", "-y", "-i", m_png.string(), "-vf", crop, png}).ok());
  // Its threads wait for one another busily, which on few cores costs more than they bring.
  EXPECT_TRUE(run_program({"env", "OMP_THREAD_LIMIT=1", "tesseract", png, (m_folder / "part").string(), "-l",
                           "vie", "--psm", std::to_string(layout)})
                  .ok());
  return read_bytes(m_folder / "part.txt");
}

Received::Received(const std::filesystem::path& png, int lines) : m_lines(lines) {
  const std::string scale = "scale=-2:" + std::to_string(lines) + ":flags=area,format=yuv420p";
  std::vector<std::string> words{"ffmpeg", "-nostdin",   "-y", "-loop", "1",   "-framerate", k_frame_rate,
                                 "-i",     png.string(), "-t", "6",     "-vf", scale};
  words.insert(words.end(), k_encode.begin(), k_encode.end());
  words.push_back((m_folder / "sent.mkv").string());
  EXPECT_TRUE(run_program(words).ok());
  EXPECT_TRUE(
      run_program({"ffmpeg", "-nostdin", "-y", "-ss", std::to_string(k_read_at), "-i",
                   (m_folder / "sent.mkv").string(), "-frames:v", "1", (m_folder / "seen.png").string()})
          .ok());
}

double Received::bits_a_second(double from) const {
  const std::string out = (m_folder / "frames.csv").string();
  EXPECT_TRUE(run_program({"ffprobe", "-v", "error", "-show_entries", "packet=pts_time,size", "-of",
                           "csv=p=0", "-o", out, (m_folder / "sent.mkv").string()})
                  .ok());
  std::ifstream rows(out);
  double bits = 0;
  double last = from;
  for (std::string row; std::getline(rows, row);) {
    const double time = std::atof(row.c_str());
    if (time < from) continue;
    bits += 8 * std::atof(row.substr(row.find(',') + 1).c_str());
    last = std::max(last, time + 1 / std::atof(k_frame_rate));
  }
  EXPECT_GT(last, from + 2) << "there are frames to measure";
  return bits / (last - from);
}

}  // namespace ntmap::test
