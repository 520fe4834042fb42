#include "io/text_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "base/error.hpp"
#include "io/utf_reader.hpp"

namespace ntmap::io {
namespace {

std::string_view json_escape(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return {};
  }
}

constexpr std::array<char, 200> k_pairs = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

char* put_pair(char* out, std::uint32_t below_100) {
  std::memcpy(out, &k_pairs[2 * std::size_t{below_100}], 2);
  return out + 2;
}

/// Whole degrees without leading zeros.
char* put_whole(char* out, std::uint32_t value) {
  if (value >= 100) return std::to_chars(out, out + 10, value).ptr;
  if (value >= 10) return put_pair(out, value);
  *out = static_cast<char>('0' + value);
  return out + 1;
}

constexpr std::uint64_t k_1e7 = 10'000'000;
constexpr std::size_t k_longest = 12;  // "-180.1234567"

char* put_coordinate(char* out, std::int64_t value) {
  if (value < 0) *out++ = '-';
  const auto size = static_cast<std::uint64_t>(value < 0 ? -value : value);
  out = put_whole(out, static_cast<std::uint32_t>(size / k_1e7));
  const auto fraction = static_cast<std::uint32_t>(size % k_1e7);
  if (fraction == 0) return out;
  *out++ = '.';
  *out++ = static_cast<char>('0' + fraction / 1'000'000);
  out = put_pair(out, fraction / 10'000 % 100);
  out = put_pair(out, fraction / 100 % 100);
  out = put_pair(out, fraction % 100);
  while (out[-1] == '0') --out;
  return out;
}

}  // namespace

void require_utf8(std::string_view text) {
  if (is_utf8(text)) return;
  throw base::Error(
      base::ErrorKind::data, base::text("Văn bản không phải UTF-8", "A text is not UTF-8"),
      base::text("Chọn lại bảng mã của dữ liệu vào.", "Choose the encoding of the input again."));
}

void append_json(std::string& out, std::string_view text) {
  require_utf8(text);
  constexpr char k_hex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (const std::string_view escape = json_escape(c); !escape.empty()) {
      out += escape;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += k_hex[c >> 4 & 15];
      out += k_hex[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_json(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";
    return;
  }
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end.ptr);
}

std::string xml(std::string_view text) {
  require_utf8(text);
  std::string out;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t';
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += control ? ' ' : c;
    }
  }
  return out;
}

std::int64_t to_1e7(double degrees) {
  const double product = degrees * 1e7;
  const double whole = std::floor(product);
  double rest = product - whole;
  // Near a tie the rounding of the product could decide: add what it lost, which is exact.
  if (std::abs(rest - 0.5) < 1e-6) rest += std::fma(degrees, 1e7, -product);
  const auto below = static_cast<std::int64_t>(whole);
  const bool odd = (below & 1) != 0;
  return rest > 0.5 || (rest == 0.5 && odd) ? below + 1 : below;
}

void append_coordinates(std::string& out, std::span<const std::int64_t> xy) {
  const std::size_t start = out.size();
  out.resize(start + xy.size() / 2 * (2 * k_longest + 4));
  char* at = out.data() + start;
  for (std::size_t i = 0; i < xy.size(); i += 2) {
    if (i != 0) *at++ = ',';
    *at++ = '[';
    at = put_coordinate(at, xy[i]);
    *at++ = ',';
    at = put_coordinate(at, xy[i + 1]);
    *at++ = ']';
  }
  out.resize(static_cast<std::size_t>(at - out.data()));
}

}  // namespace ntmap::io
