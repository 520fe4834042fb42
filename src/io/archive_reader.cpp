#include "io/archive_reader.hpp"

#include <cpl_vsi.h>

#include <atomic>
#include <memory>

#include "base/error.hpp"
#include "io/binary_reader.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::io {
namespace {

std::atomic<unsigned> g_archive_serial{0};  // GDAL remembers archives by name

}  // namespace

Archive::Archive(const std::filesystem::path& path)
    : m_file(path.string()),
      m_bytes(read_whole(path, k_file_cap)),
      m_memory_name("/vsimem/ntmap-archive-" + std::to_string(g_archive_serial++) + ".zip") {
  VSILFILE* file = VSIFileFromMemBuffer(m_memory_name.c_str(), reinterpret_cast<GByte*>(m_bytes.data()),
                                        m_bytes.size(), FALSE);
  if (file != nullptr) VSIFCloseL(file);
}

Archive::~Archive() {
  VSIUnlink(m_memory_name.c_str());
}

std::optional<std::string> Archive::read(std::string_view entry) const {
  const std::string name = "/vsizip/" + m_memory_name + "/" + std::string(entry);
  VSIStatBufL status;
  if (VSIStatL(name.c_str(), &status) != 0 || VSI_ISDIR(status.st_mode)) return std::nullopt;
  if (static_cast<std::uint64_t>(status.st_size) > k_file_cap) {
    throw base::Error(base::ErrorKind::data,
                      base::text("{} quá lớn khi giải nén", "{} is too big when unpacked", {m_file}),
                      base::text("Tách bảng thành các phần nhỏ hơn.", "Split the table into smaller parts."));
  }
  const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> file(VSIFOpenL(name.c_str(), "rb"), VSIFCloseL);
  if (file == nullptr) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  if (VSIFReadL(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) return std::nullopt;
  return bytes;
}

}  // namespace ntmap::io
