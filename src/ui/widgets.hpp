#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/verdict.hpp"
#include "model/class_list.hpp"
#include "model/colour.hpp"

namespace ntmap::ui {

// Small pieces that panels are made of; each draws at the cursor of the current Dear ImGui window.

void heading(const std::string& words);
/// Large bold text that wraps.
void title_line(const std::string& words);
/// Grey text that wraps.
void muted(const std::string& words);
void right_aligned(const std::string& words);
void bold(const std::string& words);
/// Text cut with … where it is wider than the room left, in full as a tip.
void fitted(const std::string& words, float width);

/// ImGui::BeginCombo with the chosen words cut with … where the box is too narrow, in full as a tip.
bool begin_fitted_combo(const char* id, const std::string& words, int flags = 0);

/// Grey text on two lines, cut where it is longer; "thêm" behind it shows the rest, a click on that folds it
/// again.
void folding(const char* id, const std::string& words, base::Lang lang);

/// Shows that the last item has the keyboard's focus, where Dear ImGui does not: on buttons without a face.
void mark_focus();

/// A checkbox behind the last item where there is room for it, else on the next line; words that are too long
/// even there are cut as fitted() does.
bool checkbox_that_fits(const std::string& words, bool& on);

/// A box of a class's look, hatched as on the map; without `ink` stripes have the one that suits the fill.
void draw_swatch(model::Rgb fill, model::Hatch hatch, double scale, std::optional<model::Rgb> ink = {});
/// Colours side by side over the whole width, `height` pixels high.
void draw_colour_strip(const std::vector<model::Rgb>& colours, float width, float height);

/// A button that looks like text and an on-off switch in one; true when clicked.
bool switch_button(const std::string& words, bool on);

/// A tick, a cross, a question mark or a dash of the verdict, in its colour, as high as a line.
void draw_verdict(criteria::Mark mark);

// Colours as Dear ImGui packs them, for the current appearance.
std::uint32_t packed(model::Rgb rgb, std::uint8_t alpha = 255);
std::uint32_t accent_ink();
std::uint32_t unmet_ground();
std::uint32_t unmet_ink();
std::uint32_t unknown_ground();
std::uint32_t selected_ground();
std::uint32_t muted_ink();

}  // namespace ntmap::ui
