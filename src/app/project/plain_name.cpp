#include "app/project/plain_name.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_longest_file = 60;  // letters, so that a list of files still shows the whole name

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

/// "hatinh_2" as "hatinh" and 2; 1 where no number of at most two digits stands behind it.
struct Numbered {
  std::string stem;
  int number = 1;
};

Numbered numbered(const std::string& stem) {
  const std::size_t at = stem.rfind('_');
  const std::size_t digits = at == std::string::npos ? 0 : stem.size() - at - 1;
  if (at == 0 || digits < 1 || digits > 2) return {stem};
  int number = 0;
  const char* const end = stem.data() + stem.size();
  const auto read = std::from_chars(stem.data() + at + 1, end, number);
  const bool whole = read.ec == std::errc() && read.ptr == end && number > 0;
  return whole ? Numbered{stem.substr(0, at), number} : Numbered{stem};
}

std::string wanted_stem(const model::Project& project) {
  if (!project.file.empty()) return fs::path(project.file).stem().string();
  const std::string& title = project.title.vi.empty() ? project.title.en : project.title.vi;
  const std::string name = plain_name(title, '_', k_longest_file);
  return name.empty() ? "du_an" : name;
}

}  // namespace

std::string plain_name(std::string_view title, char between, std::size_t most) {
  std::string name;
  const std::string key = names::search_key(title);
  for (auto at = key.begin(); at != key.end();) {
    const auto from = std::find_if(at, key.end(), is_plain);
    at = std::find_if_not(from, key.end(), is_plain);
    const auto length = static_cast<std::size_t>(at - from);
    if (length == 0) continue;
    if (name.empty())
      name.assign(from, from + static_cast<std::ptrdiff_t>(std::min(length, most)));
    else if (name.size() + 1 + length <= most)
      name.append(1, between).append(from, at);
    else
      break;
  }
  return name;
}

std::string free_project_name(const model::Project& project, const fs::path& folder) {
  std::string stem = wanted_stem(project);
  auto [base, number] = numbered(stem);
  std::error_code ignored;
  while (fs::exists(folder / (stem + ".toml"), ignored)) stem = base + "_" + std::to_string(++number);
  return stem + ".toml";
}

}  // namespace ntmap::app
