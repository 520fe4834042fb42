#pragma once

namespace ntmap::ui {

/// How scenes are looked at before and during a meeting.
struct MeetingLook {
  bool on = false;        ///< in the viewer: the meeting sheet stands in the place of the map
  int preview_lines = 0;  ///< 720 or 360: as the other sites see it; 0: as it is
  int fix_lines = 0;      ///< texts are enlarged until sites at that many lines can read them; 0: not

  /// Puts the sheet in the map's place, or the map back: the next time the sheet is seen as it is.
  void toggle() {
    on = !on;
    preview_lines = 0;
  }
  /// As it is, at 720 lines, at 360, and round again.
  void next_preview() { preview_lines = preview_lines == 0 ? 720 : preview_lines == 720 ? 360 : 0; }
  /// For the lines that are previewed, else 720.
  void toggle_fix() { fix_lines = fix_lines > 0 ? 0 : preview_lines > 0 ? preview_lines : 720; }
};

}  // namespace ntmap::ui
