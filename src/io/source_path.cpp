#include "io/source_path.hpp"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <system_error>
#include <vector>

#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::io {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::text;

bool is_file(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored);
}

bool is_drive_colon(std::string_view text, std::size_t at) {
  return at == 1 && std::isalpha(static_cast<unsigned char>(text[0])) != 0 && text.size() > 2 &&
         (text[2] == '\\' || text[2] == '/');
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 128 ? std::tolower(c) : c); });
  return text;
}

[[noreturn]] void throw_missing(const fs::path& path) {
  std::error_code ignored;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> names;
  for (fs::directory_iterator it(folder, ignored), end; it != end && names.size() < 1000;
       it.increment(ignored)) {
    names.push_back(it->path().filename().string());
  }
  const auto nearest = base::nearest_word(path.filename().string(), names);
  throw Error(ErrorKind::not_found, text("Không tìm thấy tệp {}", "File not found: {}", {path.string()}),
              nearest ? text("Có phải ý bạn là “{}”?", "Did you mean “{}”?", {*nearest})
                      : text("Kiểm tra lại đường dẫn.", "Check the path."));
}

void refuse_address(const std::string& name) {
  if (!name.starts_with("/vsi") && name.find("://") == std::string::npos) return;
  throw Error(ErrorKind::usage,
              text("{} là địa chỉ, không phải tệp trên máy", "{} is an address, not a local file", {name}),
              text("Tải tệp về máy rồi mở.", "Download the file and open the copy."));
}

}  // namespace

SourcePath split_source(std::string_view source) {
  if (is_file(fs::path(source))) return {fs::path(source), {}};
  for (std::size_t at = source.rfind(':'); at != std::string_view::npos && at > 0;
       at = source.rfind(':', at - 1)) {
    if (is_drive_colon(source, at)) continue;
    if (is_file(fs::path(source.substr(0, at)))) {
      return {fs::path(source.substr(0, at)), std::string(source.substr(at + 1))};
    }
  }
  const std::size_t last = source.rfind(':');
  const bool splits = last != std::string_view::npos && last > 0 && !is_drive_colon(source, last) &&
                      source.find('/', last) == std::string_view::npos &&
                      fs::path(source.substr(0, last)).has_extension();
  if (!splits) return {fs::path(source), {}};
  return {fs::path(source.substr(0, last)), std::string(source.substr(last + 1))};
}

void require_file(const fs::path& path) {
  const std::string name = path.string();
  refuse_address(name);
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (!fs::exists(status)) throw_missing(path);
  if (fs::is_directory(status)) {
    throw Error(ErrorKind::usage, text("{} là thư mục, không phải tệp", "{} is a folder, not a file", {name}),
                text("Chọn một tệp trong thư mục đó.", "Name a file in that folder."));
  }
  if (!fs::is_regular_file(status)) {
    throw Error(ErrorKind::usage, text("{} không phải tệp dữ liệu", "{} is not a data file", {name}));
  }
  if (::access(path.c_str(), R_OK) != 0) {
    throw Error(
        ErrorKind::io, text("Không có quyền đọc {}", "No permission to read {}", {name}),
        text("Xin quyền đọc hoặc chép tệp sang nơi khác.", "Ask for the right to read it, or copy it."));
  }
  if (fs::file_size(path, failure) == 0) {
    throw Error(ErrorKind::data, text("Tệp {} rỗng", "The file {} is empty", {name}),
                text("Xin lại tệp từ nơi gửi.", "Ask the sender for the file again."));
  }
}

std::string extension_of(const fs::path& path) {
  return lower(path.extension().string());
}

fs::path sibling(const fs::path& path, std::string_view extension) {
  fs::path exact = path;
  exact.replace_extension(fs::path(extension));
  if (is_file(exact)) return exact;
  std::error_code ignored;
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  for (fs::directory_iterator it(folder, ignored), end; it != end; it.increment(ignored)) {
    if (it->path().stem() == path.stem() && extension_of(it->path()) == extension) return it->path();
  }
  return {};
}

}  // namespace ntmap::io
