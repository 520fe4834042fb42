#include "io/utf_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ntmap::io {
namespace {

constexpr char32_t k_replacement = 0xFFFD;

char32_t unit(std::string_view bytes, std::size_t at, bool big) {
  const auto a = static_cast<unsigned char>(bytes[at]);
  const auto b = static_cast<unsigned char>(bytes[at + 1]);
  return static_cast<char32_t>(big ? (a << 8) | b : (b << 8) | a);
}

Decoded from_utf16(std::string_view bytes, bool big) {
  Decoded out;
  out.text.reserve(bytes.size());
  out.utf16 = true;
  out.damaged = bytes.size() % 2 != 0;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(bytes, at, big);
    if (code >= 0xD800 && code < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(bytes, at + 2, big);
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    out.damaged = out.damaged || (code >= 0xD800 && code < 0xE000);
    append_utf8(out.text, code);
  }
  return out;
}

/// Share of zero bytes at even or odd places of the first bytes.
bool mostly_zero(std::string_view bytes, std::size_t parity) {
  const std::size_t n = std::min(bytes.size(), k_utf16_head) / 2;
  std::size_t zeros = 0;
  for (std::size_t i = 0; i < n; ++i) zeros += bytes[2 * i + parity] == '\0' ? 1 : 0;
  return n >= 2 && 2 * zeros > n;
}

}  // namespace

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = k_replacement;
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | (code >> 6U));
  } else {
    if (code < 0x10000) {
      put(0xE0 | (code >> 12U));
    } else {
      put(0xF0 | (code >> 18U));
      put(0x80 | ((code >> 12U) & 0x3FU));
    }
    put(0x80 | ((code >> 6U) & 0x3FU));
  }
  put(0x80 | (code & 0x3FU));
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + length > bytes.size()) return false;
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(bytes[i + k]);
      if ((next & 0xC0U) != 0x80U) return false;
      code = (code << 6U) | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return false;
    i += length;
  }
  return true;
}

Utf16 utf16_form(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Utf16::none;
  if (bytes.starts_with("\xFF\xFE")) return Utf16::little_endian;
  if (bytes.starts_with("\xFE\xFF")) return Utf16::big_endian;
  if (mostly_zero(bytes, 1)) return Utf16::little_endian;
  return mostly_zero(bytes, 0) ? Utf16::big_endian : Utf16::none;
}

std::string_view name_of(Utf16 form) {
  if (form == Utf16::none) return {};
  return form == Utf16::big_endian ? "UTF-16 BE" : "UTF-16 LE";
}

Decoded to_utf8(std::string bytes) {
  const std::string_view view = bytes;
  if (view.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    const bool invalid = !is_utf8(bytes);
    return {.text = std::move(bytes), .raw = invalid};
  }
  const Utf16 form = utf16_form(view);
  const bool marked = view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF");
  if (form != Utf16::none) return from_utf16(view.substr(marked ? 2 : 0), form == Utf16::big_endian);
  const bool raw = !is_utf8(bytes);
  return {.text = std::move(bytes), .raw = raw};
}

}  // namespace ntmap::io
