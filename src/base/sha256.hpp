#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ntmap::base {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, for manifests.
class Sha256 {
 public:
  void add(std::string_view bytes);
  /// 64 small hexadecimal digits. Call once; nothing is added afterwards.
  std::string hex();

 private:
  void take_block(const unsigned char* block);

  std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                       0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> m_rest{};
  std::size_t m_rest_size = 0;
  std::uint64_t m_total = 0;
};

/// SHA-256 of bytes at hand.
std::string sha256_hex(std::string_view bytes);

}  // namespace ntmap::base
