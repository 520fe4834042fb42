#pragma once

#include <string>

struct ImFontAtlas;

namespace ntmap::ui {

/// Font files that hold all letters of Vietnamese, found by the system's font configuration.
struct FontFiles {
  std::string regular;
  std::string bold;
  std::string signs;  ///< comparison signs, arrows and ticks, which text fonts may lack
};

/// Noto Sans where it is installed, else the nearest sans-serif font that covers Vietnamese.
/// Empty paths when the system has none: the built-in font then shows, without accents.
FontFiles find_font_files();

/// Fills the font atlas of the current Dear ImGui context: text (default), bold and heading fonts at
/// `scale` times their size in pixels. The atlas must be rebuilt for another scale.
void load_fonts(const FontFiles& files, double scale);

/// Adds the text font alone to an atlas, with the same letters in the same places as load_fonts() gives them.
void add_text_font(ImFontAtlas& atlas, const FontFiles& files, double scale);

/// Lets go of the files and pixels of the current context's atlas, once its texture is made (many megabytes);
/// nothing where that is done. load_fonts() reads them again.
void drop_font_sources();

/// Places of the loaded fonts in the atlas.
enum class Font : int { text = 0, bold = 1, heading = 2 };
void push_font(Font font);
void pop_font();

}  // namespace ntmap::ui
