#pragma once

#include "app/deck/scene_pictures.hpp"
#include "base/geometry.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

/// Marks in a preview of what the other sites see, in the current Dear ImGui window: a frame round every text
/// that they cannot read. `place` is where the picture stands on the screen, pixels. Gives the score of the
/// text under the mouse in words; empty where there is none.
base::Text draw_legibility_marks(const app::ScenePicture& picture, const base::Box& place);

/// "Ở 720 dòng: 3 chữ không đọc được: …. F cho chữ to hơn." or that all can be read.
base::Text legibility_words(const app::ScenePicture& picture);

}  // namespace ntmap::ui
