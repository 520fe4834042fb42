#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ntmap::test {

/// What is wrong with a file by RFC 7946: not JSON, members missing, coordinates out of range or with
/// more than 7 decimals, rings not closed, too short or wound the wrong way, a "crs" member, a bbox that
/// does not hold its feature. Empty for a good file.
std::vector<std::string> geojson_complaints(const std::filesystem::path& path);

}  // namespace ntmap::test
