#include "io/zip_archive.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "base/error.hpp"

namespace ntmap::io {
namespace {

constexpr std::uint64_t k_limit = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint16_t k_version = 20;           // deflate and folders
constexpr std::uint16_t k_utf8_names = 1U << 11;  // general purpose flag
constexpr std::uint16_t k_deflate = 8;
constexpr std::uint16_t k_midnight = 0;
constexpr std::uint16_t k_first_of_january_1980 = 1U << 5 | 1U;

/// Little-endian fields of a ZIP record.
class Record {
 public:
  Record& u16(std::uint16_t value) { return bytes(value, 2); }
  Record& u32(std::uint32_t value) { return bytes(value, 4); }
  Record& text(std::string_view value) {
    m_bytes += value;
    return *this;
  }
  const std::string& bytes() const { return m_bytes; }

 private:
  Record& bytes(std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) m_bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return *this;
  }
  std::string m_bytes;
};

[[noreturn]] void too_large() {
  throw base::Error(base::ErrorKind::io,
                    base::text("Tệp nén vượt quá 4 GiB", "The archive would be over 4 GiB"),
                    base::text("Chia thành nhiều tệp.", "Split it into several files."));
}

const Bytef* as_zlib(std::string_view bytes) {
  return reinterpret_cast<const Bytef*>(bytes.data());
}

std::string deflated(std::string_view bytes) {
  z_stream stream{};
  const auto negative_bits_mean_no_zlib_header = -MAX_WBITS;
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, negative_bits_mean_no_zlib_header, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = const_cast<Bytef*>(as_zlib(bytes));  // zlib only reads it
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  // deflateBound gives a little over 4 GiB at most for input below 4 GiB; such output is refused later.
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), k_limit));
  const int state = deflate(&stream, Z_FINISH);
  const std::size_t size = stream.total_out;
  deflateEnd(&stream);
  if (state != Z_STREAM_END) too_large();
  out.resize(size);
  return out;
}

bool is_good_name(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.back() == '/' || name.size() > 0xffff) return false;
  if (name.find('\\') != std::string_view::npos) return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view step = name.substr(at, end - at);
    if (step.empty() || step == "." || step == "..") return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

void ZipWriter::put(std::string_view bytes) {
  m_file.write(bytes);
  m_offset += bytes.size();
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
  if (!is_good_name(name) || std::ranges::find(m_entries, name, &Entry::name) != m_entries.end()) {
    throw base::Error(base::ErrorKind::usage, base::text("Tên không dùng được trong tệp nén: {}",
                                                         "Not a name for an archive: {}", {name}));
  }
  if (bytes.size() >= k_limit || m_offset >= k_limit || m_entries.size() >= 0xffff) too_large();
  const std::string packed = deflated(bytes);
  Entry entry{std::string(name), static_cast<std::uint32_t>(crc32_z(0, as_zlib(bytes), bytes.size())),
              static_cast<std::uint32_t>(packed.size()), static_cast<std::uint32_t>(bytes.size()),
              static_cast<std::uint32_t>(m_offset)};
  Record head;
  head.u32(0x04034b50).u16(k_version).u16(k_utf8_names).u16(k_deflate);
  head.u16(k_midnight).u16(k_first_of_january_1980);
  head.u32(entry.crc).u32(entry.packed).u32(entry.unpacked);
  head.u16(static_cast<std::uint16_t>(name.size())).u16(0).text(name);
  put(head.bytes());
  put(packed);
  m_entries.push_back(std::move(entry));
}

void ZipWriter::finish() {
  const std::uint64_t start = m_offset;
  for (const Entry& entry : m_entries) {
    Record head;
    head.u32(0x02014b50).u16(k_version).u16(k_version).u16(k_utf8_names).u16(k_deflate);
    head.u16(k_midnight).u16(k_first_of_january_1980);
    head.u32(entry.crc).u32(entry.packed).u32(entry.unpacked);
    head.u16(static_cast<std::uint16_t>(entry.name.size())).u16(0).u16(0);
    head.u16(0).u16(0).u32(0).u32(entry.offset).text(entry.name);
    put(head.bytes());
  }
  if (m_offset >= k_limit) too_large();
  const auto count = static_cast<std::uint16_t>(m_entries.size());
  Record end;
  end.u32(0x06054b50).u16(0).u16(0).u16(count).u16(count);
  end.u32(static_cast<std::uint32_t>(m_offset - start)).u32(static_cast<std::uint32_t>(start)).u16(0);
  put(end.bytes());
}

std::string safe_file_name(std::string_view name) {
  constexpr std::string_view k_bad = "/\\:*?\"<>|";
  std::string out;
  for (const char c : name) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    out += control || k_bad.find(c) != std::string_view::npos ? '_' : c;
  }
  const std::size_t first = out.find_first_not_of(" .");
  if (first == std::string::npos) return "_";
  return out.substr(first, out.find_last_not_of(" .") - first + 1);
}

}  // namespace ntmap::io
