#include "io/archive_reader.hpp"

#include <minizip/unzip.h>

#include <array>
#include <utility>

#include "base/error.hpp"
#include "io/binary_reader.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::io {
namespace {

constexpr int k_exact_case = 1;

[[noreturn]] void refuse_size(const std::string& file) {
  throw base::Error(base::ErrorKind::data,
                    base::text("{} quá lớn khi giải nén", "{} is too big when unpacked", {file}),
                    base::text("Tách bảng thành các phần nhỏ hơn.", "Split the table into smaller parts."));
}

/// The entry that is open now, piece by piece: sizes that archives declare are not believed.
std::optional<std::string> unpacked(unzFile zip, const std::string& file) {
  std::string bytes;
  std::array<char, 1U << 16U> piece{};
  int got = 0;
  while ((got = unzReadCurrentFile(zip, piece.data(), piece.size())) > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes.size() > k_file_cap) refuse_size(file);
  }
  return got == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

Archive::Archive(const std::filesystem::path& path) : m_file(path.string()) {
  const BinaryFile can_be_read(path);
  m_zip = unzOpen64(m_file.c_str());
}

Archive::~Archive() {
  if (m_zip != nullptr) unzClose(m_zip);  // and the entry that an Error may have left open
}

std::optional<std::string> Archive::read(std::string_view entry) const {
  if (m_zip == nullptr || unzLocateFile(m_zip, std::string(entry).c_str(), k_exact_case) != UNZ_OK ||
      unzOpenCurrentFile(m_zip) != UNZ_OK) {
    return std::nullopt;
  }
  std::optional<std::string> bytes = unpacked(m_zip, m_file);
  return unzCloseCurrentFile(m_zip) == UNZ_OK ? bytes : std::nullopt;
}

}  // namespace ntmap::io
