#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ntmap::ui {

/// A plain dialog to choose a file: folders and the files ntmap can open.
class OpenDialog {
 public:
  void open();
  /// Draws while it is open; the path once one was chosen.
  std::optional<std::string> draw(base::Lang lang);

 private:
  struct Entry {
    std::string name;
    bool folder = false;
  };
  void list(const std::filesystem::path& folder);
  std::optional<std::string> draw_entries();

  bool m_ask = false;
  std::filesystem::path m_folder;
  std::vector<Entry> m_entries;
  std::string m_failure;
};

}  // namespace ntmap::ui
