#include "app/map/video_preview.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/map/run_program.hpp"
#include "base/text.hpp"
#include "sheet/codec.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

// Quantisers at which the imitation loses as much as libx264 does at 300 kbit/s in its first seconds.
constexpr int k_quantiser_720 = 30;
constexpr int k_quantiser_360 = 28;
// Constant quality under a ceiling, as meeting encoders work: see docs/presenting.md.
constexpr const char* k_quality = "22";
constexpr const char* k_frames_a_second = "5";
constexpr const char* k_seconds = "3";
constexpr std::array<double, 6> k_sizes{24, 27, 30, 34, 38, 42};  // of 1,080 lines
constexpr double k_least_map = 0.4;                               // of the page's height
constexpr std::size_t k_most_named = 12;                          // texts that a warning lists

/// A folder of its own, gone at the end.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ntmap-video-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) m_path = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  bool usable() const { return !m_path.empty(); }
  std::string file(const char* name) const { return (m_path / name).string(); }

 private:
  std::filesystem::path m_path;
};

std::vector<std::string> encoder_words(const VideoLink& link, const std::string& from,
                                       const std::string& to) {
  const std::string rate = std::to_string(link.kbit_s) + "k";
  return {"ffmpeg",
          "-nostdin",
          "-y",
          "-loop",
          "1",
          "-framerate",
          k_frames_a_second,
          "-i",
          from,
          "-t",
          k_seconds,
          "-vf",
          "scale=-2:" + std::to_string(link.lines) + ":flags=area,format=yuv420p",
          "-c:v",
          "libx264",
          "-preset",
          "veryfast",
          "-tune",
          "zerolatency",
          "-crf",
          k_quality,
          "-qcomp",
          "1",
          "-maxrate",
          rate,
          "-bufsize",
          std::to_string(2 * link.kbit_s) + "k",
          "-g",
          "600",
          to};
}

std::vector<std::string> decoder_words(const sheet::Picture& size, const std::string& from,
                                       const std::string& to) {
  const std::string scale =
      "scale=" + std::to_string(size.width) + ":" + std::to_string(size.height) + ":flags=bilinear";
  return {"ffmpeg", "-nostdin", "-y", "-sseof",   "-0.3", "-i", from,       "-vf",
          scale,    "-update",  "1",  "-pix_fmt", "rgba", "-f", "rawvideo", to};
}

/// The last frame that libx264 makes of the picture; nothing where it is not installed.
std::optional<sheet::Picture> through_encoder(const sheet::Picture& painted, const VideoLink& link) {
  const ScratchFolder scratch;
  if (!scratch.usable()) return std::nullopt;
  sheet::write_png(scratch.file("sent.png"), painted.view());
  if (!run_program(encoder_words(link, scratch.file("sent.png"), scratch.file("sent.mkv"))).ok())
    return std::nullopt;
  if (!run_program(decoder_words(painted, scratch.file("sent.mkv"), scratch.file("seen.raw"))).ok())
    return std::nullopt;
  sheet::Picture seen{painted.width, painted.height, std::vector<std::uint8_t>(painted.rgba.size())};
  const auto size = static_cast<std::streamoff>(seen.rgba.size());
  std::ifstream stream(scratch.file("seen.raw"), std::ios::binary);
  stream.seekg(-size, std::ios::end);  // the last frame of several
  stream.read(reinterpret_cast<char*>(seen.rgba.data()), size);
  if (!stream) return std::nullopt;
  return seen;
}

}  // namespace

VideoPreview video_preview(const MapSheet& sheet, const sheet::Picture& painted, const VideoLink& link) {
  VideoPreview preview;
  preview.link = link;
  if (auto seen = through_encoder(painted, link)) {
    preview.seen = std::move(*seen);
    preview.encoded = true;
  } else {
    const int quantiser = link.lines <= 360 ? k_quantiser_360 : k_quantiser_720;
    preview.seen = sheet::through_codec(painted.view(), {link.lines, quantiser});
  }
  preview.texts = sheet::legibility(sheet.layout(), painted.view(), preview.seen.view());
  return preview;
}

std::vector<std::string> lost_texts(const VideoPreview& preview) {
  std::set<std::string> lost;
  for (const sheet::TextLegibility& one : preview.texts) {
    if (one.score < sheet::readable_score(one.text, preview.link.lines)) lost.insert(one.text);
  }
  return {lost.begin(), lost.end()};
}

base::Findings preview_findings(const VideoPreview& preview) {
  const std::vector<std::string> lost = lost_texts(preview);
  if (lost.empty()) return {};
  Text names;
  std::size_t listed = 0;
  for (const std::string& one : lost) {
    if (++listed > k_most_named) break;
    names = base::join({names, one}, "; ");
  }
  if (lost.size() > k_most_named) names = base::join({names, "…"}, "; ");
  return {{Severity::warning,
           "video.unreadable",
           {},
           text("{} dòng", "{} lines", {preview.link.lines}),
           text("{} chữ sẽ không đọc được ở các điểm cầu: {}",
                "{} texts cannot be read at the other sites: {}", {lost.size(), names}),
           text("Dùng --video, và --fix để chữ tự lớn lên cho đọc được.",
                "Use --video, and --fix to enlarge the texts until they can be read.")}};
}

double readable_text_size(const PaintSheet& paint, const MapContent& map, RenderOptions options,
                          const SheetFocus& focus, const VideoLink& link, const base::Job& job) {
  options.style = sheet::Style::meeting;
  double best = k_sizes.front();
  for (const double size : k_sizes) {
    job.checkpoint();
    options.least_text = size;
    const MapSheet sheet(map, options, focus);
    const sheet::Layout& layout = sheet.layout();
    if (layout.frames.front().box.height() < k_least_map * layout.page.height) break;
    best = size;
    if (lost_texts(video_preview(sheet, paint(sheet), link)).empty()) break;
  }
  return best;
}

}  // namespace ntmap::app
