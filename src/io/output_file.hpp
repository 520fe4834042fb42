#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

namespace ntmap::io {

/// A file being written, every write checked: a full disk is an Error{io} that names `shown`.
class OutputFile {
 public:
  /// `path` is where the bytes go (a PendingFile's temporary), `shown` the name that errors give.
  OutputFile(const std::filesystem::path& path, std::filesystem::path shown);

  void write(std::string_view bytes);
  /// Closes the file; the disk may turn out to be full only here. Nothing is written afterwards.
  void close();

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  [[noreturn]] void fail(int error_number) const;

  std::filesystem::path m_shown;
  std::unique_ptr<std::FILE, Closer> m_file;
};

}  // namespace ntmap::io
