#include "app/project/settings.hpp"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <system_error>

#include "app/project/config_section.hpp"
#include "app/project/text_file.hpp"
#include "app/project/toml_text.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

constexpr double k_least_scale = 0.75;
constexpr double k_most_scale = 3;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

/// $NAME, else a folder below the home folder. The specification wants absolute paths and no others.
fs::path user_folder(const char* name, const char* below_home) {
  const fs::path set = variable(name);
  if (set.is_absolute()) return set / "ntmap";
  const fs::path home = variable("HOME");
  return (home.empty() ? fs::temp_directory_path() : home / below_home) / "ntmap";
}

/// Takes what the file says over, one key at a time; keys of the wrong type are left out.
class Reader {
 public:
  explicit Reader(ConfigSection section) : m_section(std::move(section)) {}

  template <class Take>
  void read(const Take& take) {
    try {
      take(m_section);
    } catch (const base::Error&) {
      return;  // the default stays
    }
  }

 private:
  ConfigSection m_section;
};

}  // namespace

fs::path settings_file() {
  return user_folder("XDG_CONFIG_HOME", ".config") / "settings.toml";
}

fs::path state_folder() {
  return user_folder("XDG_STATE_HOME", ".local/state");
}

Settings parse_settings(std::string_view toml) {
  Settings out;
  try {
    Reader reader(ConfigSection::from_text(toml, "settings.toml"));
    reader.read([&](auto& s) { out.lang = base::lang_from(s.text("lang")).value_or(out.lang); });
    reader.read([&](auto& s) { out.scale = s.number("scale", out.scale); });
    reader.read([&](auto& s) { out.dark = s.flag("dark", out.dark); });
    reader.read([&](auto& s) { out.large_text = s.flag("large_text", out.large_text); });
    reader.read([&](auto& s) { out.unit_names = s.flag("unit_names", out.unit_names); });
    reader.read([&](auto& s) { out.tour_seen = s.flag("tour_seen", out.tour_seen); });
    reader.read([&](auto& s) { out.bottom_share = s.number("bottom_share", out.bottom_share); });
    reader.read([&](auto& s) { out.person = s.text("person"); });
    reader.read([&](auto& s) { out.recent = s.texts("recent"); });
  } catch (const base::Error&) {
    return {};  // not TOML at all
  }
  if (!(out.scale >= k_least_scale && out.scale <= k_most_scale)) out.scale = 0;
  if (!(out.bottom_share >= 0.15 && out.bottom_share <= 0.7)) out.bottom_share = Settings().bottom_share;
  if (out.recent.size() > k_recent_projects) out.recent.resize(k_recent_projects);
  return out;
}

std::string settings_text(const Settings& settings) {
  const auto flag = [](bool on) { return std::string(on ? "true" : "false"); };
  return toml_lines({{"lang", settings.lang == base::Lang::vi ? "\"vi\"" : "\"en\""},
                     {"scale", toml_number(settings.scale)},
                     {"dark", flag(settings.dark)},
                     {"large_text", flag(settings.large_text)},
                     {"unit_names", flag(settings.unit_names)},
                     {"tour_seen", flag(settings.tour_seen)},
                     {"bottom_share", toml_number(settings.bottom_share)},
                     {"person", toml_text(settings.person)},
                     {"recent", toml_list(settings.recent)}});
}

Settings load_settings(const fs::path& file) {
  const auto toml = read_text(file);
  return toml ? parse_settings(*toml) : Settings();
}

void save_settings(const Settings& settings, const fs::path& file) {
  std::error_code ignored;
  fs::create_directories(file.parent_path(), ignored);
  write_text(file, settings_text(settings));
}

void add_recent(Settings& settings, const std::string& project_file) {
  const std::string path = fs::absolute(project_file).lexically_normal().string();
  std::erase(settings.recent, path);
  settings.recent.insert(settings.recent.begin(), path);
  if (settings.recent.size() > k_recent_projects) settings.recent.resize(k_recent_projects);
}

std::string person_of(const Settings& settings) {
  if (!settings.person.empty()) return settings.person;
  passwd entry{};
  passwd* known = nullptr;
  std::array<char, 4096> room{};
  if (::getpwuid_r(::getuid(), &entry, room.data(), room.size(), &known) != 0) known = nullptr;
  if (known != nullptr && known->pw_gecos != nullptr) {
    const std::string_view all = known->pw_gecos;
    const std::string_view name = all.substr(0, all.find(','));  // room and telephone follow
    if (!name.empty()) return std::string(name);
  }
  for (const char* name : {"USER", "LOGNAME"}) {
    if (std::string login = variable(name); !login.empty()) return login;
  }
  if (known != nullptr && known->pw_name != nullptr) return known->pw_name;
  return "uid " + std::to_string(::getuid());
}

std::string now_text() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  std::string text(17, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local));
  return text;
}

}  // namespace ntmap::app
