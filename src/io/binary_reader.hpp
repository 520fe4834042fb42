#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>

namespace ntmap::io {

/// A file open for reading at any place, from any thread.
class BinaryFile {
 public:
  /// Throws Error as require_file() does, or when opening fails.
  explicit BinaryFile(const std::filesystem::path& path);
  ~BinaryFile();
  BinaryFile(const BinaryFile&) = delete;
  BinaryFile& operator=(const BinaryFile&) = delete;

  std::uint64_t size() const { return m_size; }
  /// Fills `into` with the bytes from `offset` on; false when the file ends before or reading fails.
  bool read(std::uint64_t offset, std::span<std::byte> into) const;

 private:
  int m_file = -1;
  std::uint64_t m_size = 0;
};

/// The whole file; Error{data} when it has more than `cap` bytes.
std::string read_whole(const std::filesystem::path& path, std::uint64_t cap);

/// A little-endian value at `offset` of bytes that hold it.
template <class T>
T little(std::span<const std::byte> bytes, std::size_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

/// A big-endian 32-bit number at `offset` of bytes that hold it.
inline std::int32_t big32(std::span<const std::byte> bytes, std::size_t offset) {
  const auto raw = little<std::uint32_t>(bytes, offset);
  return static_cast<std::int32_t>((raw >> 24U) | ((raw >> 8U) & 0xFF00U) | ((raw << 8U) & 0xFF0000U) |
                                   (raw << 24U));
}

}  // namespace ntmap::io
