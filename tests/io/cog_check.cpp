#include "cog_check.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

#include "support/temporary_folder.hpp"

namespace ntmap::test {
namespace {

constexpr unsigned k_width = 256;
constexpr unsigned k_tile_offsets = 324;
constexpr unsigned k_tile_sizes = 325;

class Tiff {
 public:
  explicit Tiff(std::string bytes) : m_bytes(std::move(bytes)) {}

  bool is_classic() const { return m_bytes.size() > 8 && number(0, 4) == 0x002a4949; }
  std::uint64_t number(std::uint64_t at, unsigned size) const {
    std::uint64_t value = 0;
    for (unsigned i = 0; i < size; ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(m_bytes.at(at + i))} << (8 * i);
    }
    return value;
  }
  /// The numbers of every tag of the directory at `at`.
  std::map<unsigned, std::vector<std::uint64_t>> directory(std::uint64_t at) const {
    std::map<unsigned, std::vector<std::uint64_t>> tags;
    for (std::uint64_t i = 0; i < number(at, 2); ++i) {
      const std::uint64_t entry = at + 2 + 12 * i;
      const unsigned size = number(entry + 2, 2) == 3 ? 2 : 4;
      if (number(entry + 2, 2) != 3 && number(entry + 2, 2) != 4) continue;
      const std::uint64_t count = number(entry + 4, 4);
      const std::uint64_t values = count * size <= 4 ? entry + 8 : number(entry + 8, 4);
      auto& list = tags[static_cast<unsigned>(number(entry, 2))];
      for (std::uint64_t k = 0; k < count; ++k) list.push_back(number(values + k * size, size));
    }
    return tags;
  }
  std::uint64_t next(std::uint64_t at) const { return number(at + 2 + 12 * number(at, 2), 4); }

 private:
  std::string m_bytes;
};

/// First and last byte of the tiles that hold anything; sparse tiles have size 0.
struct Extent {
  std::uint64_t first = ~std::uint64_t{0};
  std::uint64_t last = 0;
  bool in_order = true;
};

Extent extent_of(const std::vector<std::uint64_t>& offsets, const std::vector<std::uint64_t>& sizes) {
  Extent extent;
  for (std::size_t i = 0; i < offsets.size(); ++i) {
    if (sizes[i] == 0) continue;
    extent.in_order = extent.in_order && offsets[i] > extent.last;
    extent.first = std::min(extent.first, offsets[i]);
    extent.last = offsets[i] + sizes[i] - 1;
  }
  return extent;
}

}  // namespace

std::vector<std::string> cog_complaints(const std::filesystem::path& path) {
  const Tiff tiff(read_bytes(path));
  if (!tiff.is_classic()) return {"not a little-endian classic TIFF"};
  std::vector<std::string> complaints;
  std::uint64_t last_directory = 0;
  std::uint64_t width = ~std::uint64_t{0};
  std::vector<Extent> levels;
  for (std::uint64_t at = tiff.number(4, 4); at != 0; at = tiff.next(at)) {
    auto tags = tiff.directory(at);
    if (at < last_directory) complaints.push_back("a directory before the one it follows");
    last_directory = at;
    if (tags[k_tile_offsets].empty()) return {"strips"};
    if (tags[k_width].at(0) >= width) complaints.push_back("an overview not smaller than the level before");
    width = tags[k_width].at(0);
    levels.push_back(extent_of(tags[k_tile_offsets], tags[k_tile_sizes]));
    if (!levels.back().in_order) complaints.push_back("tiles out of order");
  }
  if (width > 512) complaints.push_back("no overview of one tile");
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (levels[i].first < last_directory) complaints.push_back("pixels before the last directory");
    if (i > 0 && levels[i].first > levels[i - 1].first)
      complaints.push_back("an overview after its larger level");
  }
  return complaints;
}

}  // namespace ntmap::test
