#pragma once

#include <string>

namespace ntmap::ui {

struct ViewState;

/// The width of a dialog that takes so many pixels at scale 1, where the window has room for it.
float dialog_width(double at_scale_one, const ViewState& view);

/// Begins a dialog over all else, as ImGui::BeginPopupModal does. The cross in its title, which makes `keep`
/// false, is the mouse's: Esc closes the dialog too, and Tab does not stop there.
bool begin_dialog(const std::string& title, bool& keep);

// What Enter and Esc do where something asks for an answer. Dear ImGui 1.86 by itself presses with Space
// only, and closes a list with the same Esc that the dialog under the list then sees.

/// Lists and dialogs that are open, one above the other.
int open_popups();

/// Enter, also the keypad's, presses what visibly has the keyboard's focus, wherever that is. Call it once a
/// frame, before anything is drawn.
void press_by_enter();

/// Whether Enter was pressed for the dialog that is being drawn as a whole: not for the button or the list in
/// it that has the focus, and not by who opened it, whose key still counts as pressed in its first frame.
/// Enter that ends a line of text counts.
bool enter_pressed();

/// What Enter means that ends a line of text in a dialog.
enum class EnterInText : bool { ends_the_line, accepts };

/// The button that Enter presses too, with a frame that says so; not while it is disabled.
bool default_button(const std::string& words, float width = 0, EnterInText in_text = EnterInText::accepts);

/// Whether Esc was pressed for the dialog that is being drawn, or outside of all for the window: not for a
/// list above it, which the same Esc has closed by now.
bool escape_pressed(const ViewState& view);

}  // namespace ntmap::ui
