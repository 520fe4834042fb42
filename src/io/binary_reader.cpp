#include "io/binary_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>

#include "base/error.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {

using base::Error;
using base::ErrorKind;
using base::text;

static_assert(std::endian::native == std::endian::little,
              "the readers copy little-endian numbers as they are");

BinaryFile::BinaryFile(const std::filesystem::path& path) {
  require_file(path);
  m_file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (m_file < 0 || ::fstat(m_file, &status) != 0) {
    const std::string reason = std::strerror(errno);
    if (m_file >= 0) ::close(m_file);
    throw Error(ErrorKind::io, text("Không đọc được {}: {}", "Cannot read {}: {}", {path.string(), reason}));
  }
  m_size = static_cast<std::uint64_t>(status.st_size);
}

BinaryFile::~BinaryFile() {
  ::close(m_file);
}

bool BinaryFile::read(std::uint64_t offset, std::span<std::byte> into) const {
  if (offset > m_size || into.size() > m_size - offset) return false;
  while (!into.empty()) {
    const auto got = ::pread(m_file, into.data(), into.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    offset += static_cast<std::uint64_t>(got);
    into = into.subspan(static_cast<std::size_t>(got));
  }
  return true;
}

std::string read_whole(const std::filesystem::path& path, std::uint64_t cap) {
  const BinaryFile file(path);
  if (file.size() > cap) {
    throw Error(ErrorKind::data,
                text("Tệp {} quá lớn: {} MB, tối đa {} MB", "The file {} is too big: {} MB, at most {} MB",
                     {path.string(), file.size() >> 20U, cap >> 20U}),
                text("Tách tệp thành các phần nhỏ hơn.", "Split it into smaller files."));
  }
  std::string bytes(file.size(), '\0');
  if (!file.read(0, std::as_writable_bytes(std::span(bytes)))) {
    throw Error(ErrorKind::io, text("Không đọc được {}", "Cannot read {}", {path.string()}));
  }
  return bytes;
}

}  // namespace ntmap::io
