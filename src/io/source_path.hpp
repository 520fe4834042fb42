#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace ntmap::io {

/// A file and the layer or sheet of it that is meant.
struct SourcePath {
  std::filesystem::path path;
  std::string part;  ///< layer or sheet; empty when none is named
};

/// Splits "communes.gpkg:xa" into file and layer. A text that is itself a file stays whole, whatever it
/// contains; else the longest front part (before a ':') that is a file wins; else the last ':' splits.
/// The ':' of "C:\..." never splits.
SourcePath split_source(std::string_view text);

/// Throws Error for what cannot be opened as a file: an address ("http://", "/vsi..."), a missing file
/// (the nearest name in its folder is suggested), a folder, an empty or unreadable file.
void require_file(const std::filesystem::path& path);

/// The lower-case ASCII extension with its dot (".shp").
std::string extension_of(const std::filesystem::path& path);

/// The file beside `path` with the same stem and this extension in any case; empty when there is none.
std::filesystem::path sibling(const std::filesystem::path& path, std::string_view extension);

}  // namespace ntmap::io
