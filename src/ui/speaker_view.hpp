#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/scene_pictures.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

/// What the speaker alone sees.
struct SpeakerView {
  base::Lang lang = base::Lang::vi;
  std::size_t number = 0;  ///< of the scene, from 1
  std::size_t count = 0;
  base::Text title;
  base::Text notes;
  double elapsed = 0;                             ///< seconds since the start
  double on_scene = 0;                            ///< seconds since the scene came
  std::optional<double> left;                     ///< of the planned time of the scene; below 0: over time
  base::Text next_title;                          ///< empty at the end
  std::shared_ptr<const app::ScenePicture> next;  ///< null at the end and while it is being painted
  std::vector<base::Text> skipped;                ///< scenes that cannot be shown, and why
};

/// "1:05"; negative times with a minus sign.
std::string clock_words(double seconds);

/// Head line, clock and notes, into the current Dear ImGui window.
void draw_speaker_words(const SpeakerView& view);

/// The same as a strip over the lower edge of the picture: for rehearsing with one monitor.
void draw_notes_over_picture(const SpeakerView& view);

}  // namespace ntmap::ui
