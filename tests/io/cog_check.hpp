#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace ntmap::test {

/// What keeps a classic TIFF from being a cloud-optimised GeoTIFF, read from its bytes: directories not
/// before the pixels or not from large to small, strips instead of tiles, tiles out of order or overviews
/// after the full picture. Empty for a good file.
std::vector<std::string> cog_complaints(const std::filesystem::path& path);

}  // namespace ntmap::test
