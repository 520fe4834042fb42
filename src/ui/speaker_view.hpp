#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/deck/presentation.hpp"
#include "app/deck/scene_pictures.hpp"
#include "base/text.hpp"
#include "model/project.hpp"

namespace ntmap::ui {

/// One scene of the talk as the speaker sees it in the list.
struct SpeakerRow {
  std::size_t number = 0;  ///< from 1 among those that can be shown; 0: skipped
  base::Text title;
  double spent = 0;    ///< seconds so far
  int planned = 0;     ///< seconds; 0: not planned
  base::Text problem;  ///< why it is skipped; empty: it is not
  bool current = false;
};

/// What the speaker alone sees.
struct SpeakerView {
  base::Lang lang = base::Lang::vi;
  std::vector<SpeakerRow> rows;
  std::size_t number = 0;  ///< of the scene, from 1
  std::size_t count = 0;
  base::Text title;
  base::Text notes;
  double elapsed = 0;     ///< seconds since the start
  double ahead = 0;       ///< seconds that were planned for what is over, less those that it took
  double on_scene = 0;    ///< seconds spent on the scene
  int planned = 0;        ///< for it; 0: not planned
  bool blank = false;     ///< the audience sees nothing
  base::Text next_title;  ///< empty at the end
  std::shared_ptr<const app::ScenePicture> shown;  ///< null while it is being painted
  std::shared_ptr<const app::ScenePicture> next;   ///< null at the end and while it is being painted
};

/// The speaker's view of a talk at a time; pictures as far as they are painted.
SpeakerView speaker_view(const app::Presentation& talk, const model::Project& project,
                         const app::ScenePictures& pictures, base::Lang lang, double now);

/// Clock, scene, time against plan.
void draw_speaker_clock(const SpeakerView& view);
/// Title and notes, in large letters.
void draw_speaker_notes(const SpeakerView& view);
/// All scenes with their times; those that are skipped with the reason.
void draw_speaker_rows(const SpeakerView& view);

}  // namespace ntmap::ui
