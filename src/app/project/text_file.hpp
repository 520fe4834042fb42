#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ntmap::app {

/// The bytes of a small file; nothing when it cannot be opened.
std::optional<std::string> read_text(const std::filesystem::path& file);

/// Replaces a file wholly or not at all (base::PendingFile). Throws Error{io}.
void write_text(const std::filesystem::path& file, std::string_view text);

}  // namespace ntmap::app
