#pragma once

#include <string>
#include <vector>

namespace ntmap::ui {

/// The desktop's file dialog as a command line: zenity or kdialog, whichever is on the PATH. Empty when
/// there is none, or NTMAP_DIALOG is "own".
std::vector<std::string> native_dialog(const std::string& title, const std::string& start, bool saving);

/// The desktop's way to tell of an error without a window of our own: zenity, kdialog or xmessage. Empty as
/// native_dialog().
std::vector<std::string> native_notice(const std::string& title, const std::string& words);

/// Runs the command without a shell and returns the first line it prints; empty when it was cancelled.
std::string first_line_of(const std::vector<std::string>& command);

}  // namespace ntmap::ui
