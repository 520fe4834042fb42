#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "model/project.hpp"

namespace ntmap::app {

/// The text of a project file with the changes from `before` to `after` put in: themes that were changed,
/// added, taken away or put in another order, paths that are written otherwise now, and the files of aliases
/// and edited values. Everything
/// else stays as the user wrote it: comments, order, spacing, keys that this program knows nothing of. The
/// result is read again and compared with `after`; Error{data} when they differ.
std::string patched_project(std::string_view text, const model::Project& before, const model::Project& after);

/// A new project file, for a project that was made in the program. Paths are written relative to the
/// folder of `file` where they lie below it.
std::string project_text(const model::Project& project, const std::filesystem::path& file);

/// Writes the project and, before it, the files of thresholds, aliases and edited values that were changed
/// (each wholly or not at all; they get names beside the project file when they have none). `saved` is the
/// state that the file on the disk has, null for a project that has none yet. Returns the project as it is
/// now: with its file, and nothing left to confirm. Another file than the one it was read from becomes a copy
/// that shares the sources and nothing that the program writes (project_copy.hpp). The changes are put into
/// the text of the project file `as_read`, without it into the one that is on the disk now. Throws Error for
/// a file that cannot be written.
model::Project save_project(const model::Project& project, const model::Project* saved,
                            const std::filesystem::path& file,
                            const std::optional<std::string>& as_read = {});

}  // namespace ntmap::app
