#pragma once

#include <filesystem>
#include <string>

#include "base/geometry.hpp"
#include "sheet/layout.hpp"
#include "sheet/typesetter.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

/// Whether ffmpeg and tesseract are installed.
bool video_programs_are_there();

/// A text as it is compared: without spaces, with one sign for dashes of all kinds.
std::string joined(std::string text);

base::Box box_of(sheet::Typesetter& type, const sheet::TextRun& run);

/// A picture as it arrived; parts of it are read by OCR.
class Seen {
 public:
  /// `scale`: pixels of the picture for one of the page (1920 x 1080).
  Seen(std::filesystem::path png, double scale) : m_png(std::move(png)), m_scale(scale) {}

  const std::filesystem::path& png() const { return m_png; }
  /// What OCR reads in a box of the page. `layout` is tesseract's page segmentation: 6 a block of lines, 7
  /// one line.
  std::string read(const base::Box& box, int layout) const;

 private:
  std::filesystem::path m_png;
  double m_scale;
  TemporaryFolder m_folder;
};

/// A picture of 1920 x 1080 sent as a meeting program sends a shared screen, at `lines` lines.
class Received {
 public:
  explicit Received(const std::filesystem::path& png, int lines = 720);

  /// What is seen after three seconds.
  Seen seen() const { return Seen(m_folder / "seen.png", m_lines / 1080.0); }
  /// Mean bits a second from `from` seconds on.
  double bits_a_second(double from) const;

 private:
  int m_lines;
  TemporaryFolder m_folder;
};

}  // namespace ntmap::test
