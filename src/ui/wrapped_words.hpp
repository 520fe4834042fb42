#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ntmap::ui {

/// Words on lines that are so many pixels wide, in the current font.
struct WrappedWords {
  std::string words;
  std::vector<std::string> lines;  ///< at least one
  bool cut = false;                ///< the last line ends with …, for there was more
};

/// On at most `most` lines, of which each holds at least one word.
WrappedWords wrapped(const std::string& words, float width, std::size_t most);

/// Draws the lines close together, and where they are cut the words in full as a tip.
void draw_wrapped(const WrappedWords& shown);

/// ImGui::BeginCombo that is as high as the chosen words need, at most so many lines; where they are cut they
/// stand in full in a tip.
bool begin_wrapped_combo(const char* id, const std::string& words, std::size_t most, int flags = 0);
/// The width that the words have in the next combo of such a width.
float room_in_combo(float width);

}  // namespace ntmap::ui
