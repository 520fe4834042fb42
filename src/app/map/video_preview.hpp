#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/map/map_sheet.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "sheet/legibility.hpp"
#include "sheet/picture.hpp"

namespace ntmap::app {

/// What carries the picture to the other sites.
struct VideoLink {
  int lines = 720;   ///< height that arrives: 720, or 360 on a poor line
  int kbit_s = 300;  ///< of the encoder where ffmpeg is installed
};

/// A sheet as the other sites see it.
struct VideoPreview {
  sheet::Picture seen;  ///< of the sheet's size
  std::vector<sheet::TextLegibility> texts;
  bool encoded = false;  ///< by ffmpeg's libx264; else by our own imitation of a codec's first second
  VideoLink link;
};

/// Sends a painted sheet through H.264 at 5 frames a second, as meeting programs do, and takes what is seen
/// after three seconds; where ffmpeg with libx264 is not installed, through sheet::through_codec.
VideoPreview video_preview(const MapSheet& sheet, const sheet::Picture& painted, const VideoLink& link);

/// The texts that will be lost, each once.
std::vector<std::string> lost_texts(const VideoPreview& preview);

/// "video.unreadable": one warning with every text that will be lost, and the remedy.
base::Findings preview_findings(const VideoPreview& preview);

/// Paints a sheet: by OpenGL, or by Cairo alone where the thread has no context.
using PaintSheet = std::function<sheet::Picture(const MapSheet& sheet)>;

/// The least text size (units, of 1,080 lines) from a few at which every text of the meeting sheet can still
/// be read; where none suffices, the largest that leaves the map two fifths of the page's height. Larger
/// texts leave room for fewer names: those least important go.
double readable_text_size(const PaintSheet& paint, const MapContent& map, RenderOptions options,
                          const SheetFocus& focus, const VideoLink& link, const base::Job& job = {});

}  // namespace ntmap::app
