#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ntmap::app {

/// Extensions, in small letters and with their dot, of files that can hold boundaries.
std::span<const std::string_view> boundary_extensions();
/// The same of tables.
std::span<const std::string_view> table_extensions();

/// Whether the file, or the file before ":sheet", is called like a table.
bool is_table_file(const std::string& path);

/// Throws Error with the formats that there are for a file that is not called like one of boundaries.
void require_boundary_file(const std::string& path);

}  // namespace ntmap::app
