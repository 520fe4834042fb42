#include "io/gdal/watched_file.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <sys/stat.h>

#include <cctype>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>
#include <utility>

namespace ntmap::io {
namespace {

constexpr const char* k_prefix_bytes = "/vsintmap/";
constexpr std::string_view k_prefix = k_prefix_bytes;

struct Watched {
  std::filesystem::path path;
  base::Job job;
  std::uintmax_t size = 0;
};

std::mutex g_mutex;
std::map<std::string, std::shared_ptr<const Watched>> g_watched;  // by name, without the prefix

std::shared_ptr<const Watched> find_watched(const char* name) {
  const std::scoped_lock lock(g_mutex);
  const auto at = g_watched.find(name);
  return at == g_watched.end() ? nullptr : at->second;
}

/// One handle on a watched file.
class Reading {
 public:
  explicit Reading(std::shared_ptr<const Watched> file)
      : m_file(std::move(file)), m_stream(m_file->path, std::ios::binary) {}

  bool open() const { return m_stream.is_open(); }
  std::uintmax_t at() const { return m_at; }
  bool ended() const { return m_ended; }

  void seek(std::uintmax_t at) {
    m_at = at;
    m_ended = false;
    m_stream.clear();
    m_stream.seekg(static_cast<std::streamoff>(at));
  }

  std::uintmax_t size() const { return m_file->size; }

  std::size_t read(char* to, std::size_t bytes) {
    if (m_file->job.cancelled()) {
      m_ended = true;
      return 0;
    }
    m_stream.read(to, static_cast<std::streamsize>(bytes));
    const auto got = static_cast<std::size_t>(m_stream.gcount());
    m_at += got;
    m_ended = got < bytes;
    if (m_file->size > 0) m_file->job.progress(static_cast<double>(m_at) / static_cast<double>(m_file->size));
    return got;
  }

 private:
  std::shared_ptr<const Watched> m_file;
  std::ifstream m_stream;
  std::uintmax_t m_at = 0;
  bool m_ended = false;
};

Reading& reading(void* handle) {
  return *static_cast<Reading*>(handle);
}

int stat_watched(void*, const char* name, VSIStatBufL* out, int) {
  const auto file = find_watched(name);
  if (!file) return -1;
  *out = {};
  out->st_mode = S_IFREG | S_IRUSR;
  out->st_size = static_cast<decltype(out->st_size)>(file->size);
  return 0;
}

void* open_watched(void*, const char* name, const char* access) {
  const auto file = find_watched(name);
  if (!file || std::string_view(access).find_first_of("wa+") != std::string_view::npos) return nullptr;
  auto handle = std::make_unique<Reading>(file);
  return handle->open() ? handle.release() : nullptr;
}

int seek_watched(void* handle, vsi_l_offset offset, int whence) {
  Reading& file = reading(handle);
  const std::uintmax_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.at() : file.size();
  file.seek(from + offset);
  return 0;
}

std::size_t read_watched(void* handle, void* buffer, std::size_t size, std::size_t count) {
  return size == 0 ? 0 : reading(handle).read(static_cast<char*>(buffer), size * count) / size;
}

int close_watched(void* handle) {
  const std::unique_ptr<Reading> closed(static_cast<Reading*>(handle));
  return 0;
}

/// No other file belongs to one that is watched.
char** no_siblings(void*, const char*) {
  return static_cast<char**>(CPLCalloc(1, sizeof(char*)));
}

void install() {
  static const bool k_once = [] {
    VSIFilesystemPluginCallbacksStruct* callbacks = VSIAllocFilesystemPluginCallbacksStruct();
    callbacks->stat = stat_watched;
    callbacks->open = open_watched;
    callbacks->tell = [](void* handle) { return static_cast<vsi_l_offset>(reading(handle).at()); };
    callbacks->seek = seek_watched;
    callbacks->read = read_watched;
    callbacks->eof = [](void* handle) { return reading(handle).ended() ? 1 : 0; };
    callbacks->close = close_watched;
    callbacks->sibling_files = no_siblings;
    VSIInstallPluginHandler(k_prefix_bytes, callbacks);  // it keeps the pointer
    VSIFreeFilesystemPluginCallbacksStruct(callbacks);
    return true;
  }();
  static_cast<void>(k_once);
}

}  // namespace

WatchedFile::WatchedFile(const std::filesystem::path& path, const base::Job& job) {
  static std::uint64_t g_count = 0;
  install();
  std::error_code ignored;
  const auto watched =
      std::make_shared<const Watched>(Watched{path, job, std::filesystem::file_size(path, ignored)});
  const std::scoped_lock lock(g_mutex);
  const std::string own = std::to_string(++g_count) + "/" + path.filename().string();
  m_name = std::string(k_prefix) + own;
  g_watched[own] = watched;
}

WatchedFile::~WatchedFile() {
  const std::scoped_lock lock(g_mutex);
  g_watched.erase(m_name.substr(k_prefix.size()));
}

std::string without_watch(std::string message) {
  for (std::size_t at = message.find(k_prefix); at != std::string::npos; at = message.find(k_prefix)) {
    std::size_t end = at + k_prefix.size();
    while (end < message.size() && std::isdigit(static_cast<unsigned char>(message[end])) != 0) ++end;
    message.erase(at, end + (end < message.size() && message[end] == '/' ? 1U : 0U) - at);
  }
  return message;
}

}  // namespace ntmap::io
