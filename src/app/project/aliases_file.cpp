#include "app/project/aliases_file.hpp"

#include <algorithm>

#include "app/project/project_file.hpp"
#include "app/project/text_file.hpp"

namespace ntmap::app {

std::vector<names::Alias> all_aliases(const model::Project& project) {
  std::vector<names::Alias> aliases;
  if (!project.aliases.empty()) {
    const std::string path = resolve(project, project.aliases);
    // The file is written with the first confirmed choice.
    if (const auto csv = read_text(path)) aliases = names::parse_aliases(*csv, path);
  }
  for (const model::ConfirmedName& one : project.confirmed_names) {
    std::erase_if(aliases, [&](const names::Alias& other) {
      return other.name == one.name && other.district == one.district;
    });
    if (!one.withdrawn()) aliases.push_back({one.name, one.district, {}, one.code});
  }
  return aliases;
}

std::vector<model::ConfirmedName> names_against(const std::vector<names::Alias>& wanted,
                                                const std::vector<names::Alias>& on_disk) {
  const auto in = [](const std::vector<names::Alias>& list, const names::Alias& alias, bool whatever_code) {
    return std::any_of(list.begin(), list.end(), [&](const names::Alias& other) {
      return other.name == alias.name && other.district == alias.district &&
             (whatever_code || other.code == alias.code);
    });
  };
  std::vector<model::ConfirmedName> names;
  for (const names::Alias& alias : wanted) {
    if (!in(on_disk, alias, false)) names.push_back({alias.name, alias.district, alias.code});
  }
  for (const names::Alias& alias : on_disk) {
    if (!in(wanted, alias, true)) names.push_back({alias.name, alias.district, {}});
  }
  return names;
}

}  // namespace ntmap::app
