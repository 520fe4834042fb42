#pragma once

#include <filesystem>

namespace ntmap::sample {

/// Makes the data of both sample projects from the facts in `sources` and writes them under `target`
/// (hatinh/, sonduong/). The same sources give the same data. Throws std::runtime_error.
void make(const std::filesystem::path& sources, const std::filesystem::path& target);

}  // namespace ntmap::sample
