#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/data/file_kinds.hpp"
#include "base/text.hpp"

namespace ntmap::ui {

struct Desk;

/// What a file is wanted for.
struct FileRequest {
  base::Text title;
  std::vector<app::FileKind> kinds;  ///< to choose between which files are listed; the first at first
  std::string suggested = {};        ///< to save: name of the file
  std::string ending = {};           ///< to save: ".toml", which a name without it gets; empty: any name
  std::function<void(Desk&, const std::string&)> chosen;
  std::function<void(Desk&)> cancelled = {};  ///< may be empty
};

/// Asks for a file: by the desktop's own dialog (zenity or kdialog) where there is one, else by a plain one
/// of ours. NTMAP_DIALOG=own takes ours always.
class FileDialog {
 public:
  /// Opens in this folder first.
  void start_in(const std::filesystem::path& folder) { m_folder = folder; }
  /// Where it opens.
  std::filesystem::path folder() const;
  void open(FileRequest request);
  void save(FileRequest request);
  /// Draws while our own is open, and hands over what was chosen in either.
  void draw(Desk& desk);
  bool waiting() const { return m_native.valid(); }

 private:
  struct Entry {
    std::string name;
    bool folder = false;
  };
  void ask(FileRequest request, bool saving);
  void list(const std::filesystem::path& folder);
  bool is_listed(const std::filesystem::path& path) const;
  void draw_kinds(const Desk& desk);
  std::optional<std::string> draw_entries();
  std::optional<std::string> draw_name(Desk& desk);
  std::optional<std::string> draw_path(Desk& desk);
  std::string with_ending(const std::filesystem::path& path) const;
  void take_native(Desk& desk, const std::string& path);
  /// `path` empty: cancelled.
  void hand_over(Desk& desk, const std::string& path);

  FileRequest m_request;
  bool m_saving = false;
  base::Lang m_lang = base::Lang::vi;
  std::size_t m_kind = 0;  // of those that are asked for: which files are listed
  bool m_ask = false;
  std::filesystem::path m_folder;
  std::vector<Entry> m_entries;
  std::string m_failure;
  std::string m_name;                 // typed
  bool m_replace = false;             // the file exists and the user was asked once
  std::future<std::string> m_native;  // path from the desktop's dialog; empty: cancelled
  std::jthread m_asking;              // waits for that dialog
};

}  // namespace ntmap::ui
