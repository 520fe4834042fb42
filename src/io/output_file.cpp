#include "io/output_file.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.hpp"

namespace ntmap::io {

OutputFile::OutputFile(const std::filesystem::path& path, std::filesystem::path shown)
    : m_shown(std::move(shown)), m_file(std::fopen(path.c_str(), "wb")) {
  if (!m_file) fail(errno);
  // The writers hand over large blocks: a second buffer would only copy them.
  std::setvbuf(m_file.get(), nullptr, _IONBF, 0);
}

void OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) != bytes.size()) fail(errno);
}

void OutputFile::close() {
  if (std::fclose(m_file.release()) != 0) fail(errno);
}

void OutputFile::fail(int error_number) const {
  throw base::Error(base::ErrorKind::io,
                    base::text("Không ghi được {}: {}", "Cannot write {}: {}",
                               {m_shown.string(), std::strerror(error_number)}),
                    base::text("Kiểm tra dung lượng đĩa và quyền ghi, hoặc chọn nơi ghi khác.",
                               "Check the free disk space and the permission, or choose another place."));
}

}  // namespace ntmap::io
