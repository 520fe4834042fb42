#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace ntmap::app {

/// Extensions, in small letters and with their dot, of files that can hold boundaries.
std::span<const std::string_view> boundary_extensions();
/// The same of tables.
std::span<const std::string_view> table_extensions();

/// Files that a dialog lists together: a name, and extensions in small letters with their dot; without any
/// extension all files are of it.
struct FileKind {
  base::Text name;
  std::vector<std::string> extensions;
  bool operator==(const FileKind&) const = default;
};

/// What a dialog to open a file offers to list, the first at first, all files last.
std::vector<FileKind> kinds_to_open();
std::vector<FileKind> kinds_of_boundaries();
std::vector<FileKind> kinds_of_tables();
/// Of files that may take the place of `missing`: files like it first.
std::vector<FileKind> kinds_like(const std::string& missing);
/// Of files that are written with one of these extensions.
std::vector<FileKind> kinds_to_save(const base::Text& name, const std::vector<std::string>& extensions);

/// Whether a file called like that is of the kind, in small or capital letters.
bool is_of_kind(const std::string& file, const FileKind& kind);

/// Whether the file, or the file before ":sheet", is called like a table.
bool is_table_file(const std::string& path);

/// Throws Error with the formats that there are for a file that is not called like one of boundaries.
void require_boundary_file(const std::string& path);

}  // namespace ntmap::app
