#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ntmap::app {

/// What a user has set for all projects. Kept in the user's configuration folder.
struct Settings {
  base::Lang lang = base::Lang::vi;
  double scale = 0;  ///< of the interface, 0.75-3; 0: the monitor's
  bool dark = false;
  bool large_text = false;
  bool unit_names = true;           ///< on the map
  bool tour_seen = false;           ///< the hints of the first run were dismissed
  double bottom_share = 0.32;       ///< of the window's height for the panels below the map, 0.15-0.7
  std::string person;               ///< name or role that edits are signed with; empty: the login
  std::vector<std::string> recent;  ///< project files, the last one first
  bool operator==(const Settings&) const = default;
};

inline constexpr std::size_t k_recent_projects = 8;

/// $XDG_CONFIG_HOME/ntmap/settings.toml, else ~/.config/ntmap/settings.toml.
std::filesystem::path settings_file();
/// $XDG_STATE_HOME/ntmap, else ~/.local/state/ntmap: for what is not worth keeping long.
std::filesystem::path state_folder();

/// A setting that does not read or lies out of range takes its default, for a bad setting must never keep
/// the program from starting.
Settings parse_settings(std::string_view toml);
std::string settings_text(const Settings& settings);

/// The defaults when there is no file.
Settings load_settings(const std::filesystem::path& file);
/// Makes the folder when it is not there. Throws Error{io}.
void save_settings(const Settings& settings, const std::filesystem::path& file);

/// Puts a project first among the recent ones, as an absolute path.
void add_recent(Settings& settings, const std::string& project_file);

/// Who edits: the name set, else the full name that the system knows, else the login.
std::string person_of(const Settings& settings);
/// "2025-01-31 14:05", local time.
std::string now_text();

}  // namespace ntmap::app
