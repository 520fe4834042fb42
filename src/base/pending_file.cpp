#include "base/pending_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "base/error.hpp"

namespace ntmap::base {
namespace {

namespace fs = std::filesystem;

std::atomic<unsigned> g_serial{0};  // makes two pending files of one process differ

void require_writable_folder(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_directory(folder, ignored)) {
    throw Error(ErrorKind::not_found,
                text("Thư mục không tồn tại: {}", "The folder does not exist: {}", {folder.string()}),
                text("Tạo thư mục đó hoặc chọn nơi ghi khác.", "Create it or choose another place."));
  }
  if (::access(folder.c_str(), W_OK) != 0) {
    throw Error(ErrorKind::io,
                text("Không có quyền ghi vào {}", "No permission to write to {}", {folder.string()}),
                text("Chọn thư mục khác.", "Choose another folder."));
  }
}

/// Where a file is written that is named by a symbolic link: renaming over the link would leave a file in
/// its place and the one that it points to as it was. The path itself where it is no link.
fs::path end_of_links(fs::path path) {
  constexpr int k_most_links = 40;  // as the kernel follows
  std::error_code failure;
  for (int i = 0; i < k_most_links && fs::is_symlink(fs::symlink_status(path, failure)); ++i) {
    const fs::path next = fs::read_symlink(path, failure);
    if (failure) break;
    path = next.is_absolute() ? next : path.parent_path() / next;
  }
  return path;
}

/// A device or a pipe would be replaced by a file of its name.
void require_plain_file(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  if (!fs::exists(status) || fs::is_regular_file(status)) return;
  throw Error(ErrorKind::usage,
              text("{} là thiết bị hoặc ống dẫn, không phải tệp", "{} is a device or a pipe, not a file",
                   {path.string()}),
              text("Ghi rõ tên tệp.", "Give the name of a file."));
}

void flush_to_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 || ::fsync(file) != 0) {
    const std::string reason = std::strerror(errno);
    if (file >= 0) ::close(file);
    throw Error(ErrorKind::io, text("Không ghi được {}: {}", "Cannot write {}: {}", {path.string(), reason}));
  }
  ::close(file);
}

std::string replaced(std::string words, const std::string& from, const std::string& to) {
  for (std::size_t at = words.find(from); at != std::string::npos; at = words.find(from, at + to.size()))
    words.replace(at, from.size(), to);
  return words;
}

}  // namespace

PendingFile::PendingFile(fs::path target, Overwrite overwrite) : m_target(std::move(target)) {
  std::error_code ignored;
  if (fs::is_directory(m_target, ignored)) {
    throw Error(ErrorKind::usage,
                text("{} là thư mục, không phải tệp", "{} is a folder, not a file", {m_target.string()}),
                text("Ghi rõ tên tệp.", "Give the name of a file."));
  }
  if (overwrite == Overwrite::no && fs::exists(m_target, ignored)) {
    throw Error(ErrorKind::io, text("Tệp đã có sẵn: {}", "The file exists already: {}", {m_target.string()}),
                text("Thêm --overwrite để ghi đè, hoặc đặt tên khác.",
                     "Add --overwrite to replace it, or choose another name."));
  }
  m_target = end_of_links(m_target);
  require_plain_file(m_target);
  const fs::path folder = m_target.has_parent_path() ? m_target.parent_path() : fs::path(".");
  require_writable_folder(folder);
  const std::string mark = ".tmp-ntmap-" + std::to_string(::getpid()) + "-" + std::to_string(g_serial++);
  m_temporary = folder / (m_target.stem().string() + mark + m_target.extension().string());
}

PendingFile::~PendingFile() {
  std::error_code ignored;
  if (!m_done) fs::remove(m_temporary, ignored);
}

void PendingFile::write(const std::function<void(const fs::path&)>& writer) const {
  try {
    writer(m_temporary);
  } catch (const Error& error) {
    const auto renamed = [&](const std::string& words) {
      return replaced(words, m_temporary.string(), m_target.string());
    };
    throw Error(error.kind(), Text(renamed(error.message().vi), renamed(error.message().en)), error.remedy());
  }
}

void PendingFile::commit() {
  flush_to_disk(m_temporary);
  std::error_code failure;
  fs::rename(m_temporary, m_target, failure);
  if (failure) {
    throw Error(ErrorKind::io,
                text("Không ghi được {}: {}", "Cannot write {}: {}", {m_target.string(), failure.message()}));
  }
  m_done = true;
}

}  // namespace ntmap::base
