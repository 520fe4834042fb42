#include "ui/native_dialog.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <utility>

namespace ntmap::ui {
namespace {

bool on_path(const std::string& program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

bool own_dialogs_only() {
  const char* wish = std::getenv("NTMAP_DIALOG");
  return wish != nullptr && std::string_view(wish) == "own";
}

/// "*.shp *.SHP *.gpkg *.GPKG": desktops heed the case.
std::string patterns_of(const app::FileKind& kind) {
  if (kind.extensions.empty()) return "*";
  std::string out;
  for (const std::string& extension : kind.extensions) {
    std::string capitals = extension;
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (const std::string& one : {extension, capitals}) {
      if (!out.empty()) out += ' ';
      out += '*';
      out += one;
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> zenity_dialog(const DialogWish& wish) {
  std::vector<std::string> command{"zenity", "--file-selection", "--title=" + wish.title,
                                   "--filename=" + wish.start};
  if (wish.saving) command.insert(command.end(), {"--save", "--confirm-overwrite"});
  for (const app::FileKind& kind : wish.kinds) {
    std::string filter = "--file-filter=";
    filter += kind.name.in(wish.lang);
    filter += " | ";
    filter += patterns_of(kind);
    command.push_back(std::move(filter));
  }
  return command;
}

std::vector<std::string> kdialog_dialog(const DialogWish& wish) {
  std::string filter;
  for (const app::FileKind& kind : wish.kinds) {
    if (!filter.empty()) filter += " | ";
    filter += kind.name.in(wish.lang);
    filter += " (";
    filter += patterns_of(kind);
    filter += ")";
  }
  std::vector<std::string> command{"kdialog", "--title", wish.title,
                                   wish.saving ? "--getsavefilename" : "--getopenfilename", wish.start};
  if (!filter.empty()) command.push_back(filter);
  return command;
}

std::vector<std::string> native_dialog(const DialogWish& wish) {
  if (own_dialogs_only()) return {};
  if (on_path("zenity")) return zenity_dialog(wish);
  if (on_path("kdialog")) return kdialog_dialog(wish);
  return {};
}

std::vector<std::string> native_notice(const std::string& title, const std::string& words) {
  if (own_dialogs_only()) return {};
  if (on_path("zenity")) return {"zenity", "--error", "--no-markup", "--title=" + title, "--text=" + words};
  if (on_path("kdialog")) return {"kdialog", "--title", title, "--error", words};
  if (on_path("xmessage")) return {"xmessage", "-center", "-title", title, words};
  return {};
}

std::string first_line_of(const std::vector<std::string>& command) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string said;
  std::array<char, 4096> buffer{};
  for (ssize_t got = 0; child > 0 && (got = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
    said.append(buffer.data(), static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  if (child > 0) ::waitpid(child, &status, 0);
  if (child <= 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return {};
  return said.substr(0, said.find('\n'));
}

}  // namespace ntmap::ui
