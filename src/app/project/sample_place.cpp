#include "app/project/sample_place.hpp"

#include <array>
#include <system_error>

namespace ntmap::app {

namespace fs = std::filesystem;

std::optional<fs::path> sample_project(const fs::path& program) {
  constexpr std::array<const char*, 2> k_places{"share/ntmap/gis_data/hatinh.toml", "gis_data/hatinh.toml"};
  std::error_code ignored;
  fs::path folder = program.parent_path();
  for (int up = 0; up < 5 && !folder.empty(); ++up) {
    for (const char* place : k_places) {
      if (fs::is_regular_file(folder / place, ignored)) return folder / place;
    }
    folder = folder.parent_path();
  }
  return std::nullopt;
}

std::optional<fs::path> sample_project() {
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  return failure ? std::nullopt : sample_project(program);
}

}  // namespace ntmap::app
