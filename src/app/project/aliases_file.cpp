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
    aliases.push_back({one.name, one.district, {}, one.code});
  }
  return aliases;
}

}  // namespace ntmap::app
