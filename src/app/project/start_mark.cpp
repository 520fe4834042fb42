#include "app/project/start_mark.hpp"

#include <system_error>

namespace ntmap::app {

/// The file of a program that died stays, but nobody holds it.
StartMark::StartMark(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::create_directories(folder, ignored);
  const std::filesystem::path file = folder / "opening";
  const bool there = std::filesystem::exists(file, ignored);
  m_claim = FileClaim::take(file).claim;
  m_last_failed = there && m_claim != nullptr;
}

}  // namespace ntmap::app
