#pragma once

#include <string>
#include <vector>

#include "app/data/file_kinds.hpp"

namespace ntmap::ui {

/// What a file dialog asks for.
struct DialogWish {
  std::string title;
  std::string start;  ///< a folder, or a file to save as
  bool saving = false;
  std::vector<app::FileKind> kinds;  ///< to choose between; the first at first
  base::Lang lang = base::Lang::vi;  ///< of their names
};

/// The command lines that open it in zenity and in kdialog.
std::vector<std::string> zenity_dialog(const DialogWish& wish);
std::vector<std::string> kdialog_dialog(const DialogWish& wish);

/// The desktop's file dialog as a command line: zenity or kdialog, whichever is on the PATH. Empty when
/// there is none, or NTMAP_DIALOG is "own".
std::vector<std::string> native_dialog(const DialogWish& wish);

/// The desktop's way to tell of an error without a window of our own: zenity, kdialog or xmessage. Empty as
/// native_dialog().
std::vector<std::string> native_notice(const std::string& title, const std::string& words);

/// Runs the command without a shell and returns the first line it prints; empty when it was cancelled.
std::string first_line_of(const std::vector<std::string>& command);

}  // namespace ntmap::ui
