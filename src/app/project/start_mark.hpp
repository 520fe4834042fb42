#pragma once

#include <filesystem>
#include <memory>

#include "app/project/file_claim.hpp"

namespace ntmap::app {

/// Notes that a window is being opened until it has drawn its first frames, so that the next start knows when
/// that never came to pass: what was set then (a scale, say) is better not tried again.
class StartMark {
 public:
  /// `folder` (state_folder()) is made where it is not there; where nothing can be written there is no mark.
  explicit StartMark(const std::filesystem::path& folder);

  /// Whether the last start ended before its first frames. Another window that is opening just now is none.
  bool last_failed() const { return m_last_failed; }
  /// The first frames are drawn.
  void done() { m_claim.reset(); }

 private:
  std::shared_ptr<const FileClaim> m_claim;
  bool m_last_failed = false;
};

}  // namespace ntmap::app
