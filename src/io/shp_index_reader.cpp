#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "io/binary_reader.hpp"
#include "io/shp_reader.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Findings;
using base::Severity;
using base::text;
using base::Text;
using Records = std::vector<ShpRecord>;

constexpr std::int32_t k_file_code = 9994;
constexpr std::size_t k_header = 100;

Text ask_again() {
  return text("Xin lại đủ bộ tệp .shp, .shx, .dbf.", "Ask for the whole set of .shp, .shx and .dbf again.");
}

[[noreturn]] void throw_wrong_type(std::int32_t type, const std::string& file) {
  const bool points = type == 1 || type == 8 || type == 11 || type == 18 || type == 21 || type == 28;
  const bool lines = type == 3 || type == 13 || type == 23;
  const Text what = points  ? text("điểm", "points")
                    : lines ? text("đường", "lines")
                            : text("kiểu hình {}", "shapes of type {}", {type});
  throw Error(ErrorKind::data, text("{} chứa {}, không phải vùng", "{} holds {}, not polygons", {file, what}),
              text("Chọn lớp ranh giới dạng vùng.", "Choose the layer of boundaries as polygons."));
}

void check_type(std::int32_t type, const std::string& file) {
  if (type == 5 || type == 15 || type == 25) return;
  throw_wrong_type(type, file);
}

/// Walks the records from the header on. Complete when they end exactly at the end of the file and are
/// numbered 1, 2, 3...
struct Walk {
  Records records;
  bool complete = false;
};

Walk walk(const BinaryFile& shp) {
  Walk out;
  std::uint64_t at = k_header;
  std::array<std::byte, 8> head{};
  while (shp.read(at, head)) {
    const std::int64_t number = big32(head, 0);
    const std::int64_t words = big32(head, 4);
    const bool fits = words >= 2 && at + 8 + 2 * static_cast<std::uint64_t>(words) <= shp.size();
    if (!fits || number != static_cast<std::int64_t>(out.records.size()) + 1) return out;
    out.records.push_back({at + 8, static_cast<std::uint32_t>(2 * words)});
    at += 8 + 2 * static_cast<std::uint64_t>(words);
  }
  out.complete = at == shp.size();
  return out;
}

/// The records a .shx names; nothing when it is no .shx or points outside the .shp.
struct Shx {
  Records records;
  std::optional<std::size_t> wrong;  ///< first entry that does not fit the .shp
};

std::optional<Shx> read_shx(const std::filesystem::path& path, const BinaryFile& shp) {
  const BinaryFile file(path);
  std::vector<std::byte> bytes(file.size());
  if (bytes.size() < k_header || !file.read(0, bytes) || big32(bytes, 0) != k_file_code) return std::nullopt;
  Shx out;
  std::array<std::byte, 8> head{};
  for (std::size_t at = k_header; at + 8 <= bytes.size(); at += 8) {
    const std::uint64_t offset = 2 * static_cast<std::uint64_t>(static_cast<std::uint32_t>(big32(bytes, at)));
    const std::int64_t length = 2 * static_cast<std::int64_t>(big32(bytes, at + 4));
    const bool agrees = length >= 4 && offset >= k_header && shp.read(offset, head) &&
                        2 * static_cast<std::int64_t>(big32(head, 4)) == length &&
                        offset + 8 + static_cast<std::uint64_t>(length) <= shp.size();
    if (!agrees && !out.wrong) out.wrong = out.records.size();
    out.records.push_back({offset + 8, agrees ? static_cast<std::uint32_t>(length) : 0});
  }
  return out;
}

bool same(const Records& a, const Records& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ShpRecord& x, const ShpRecord& y) {
    return x.offset == y.offset && x.length == y.length;
  });
}

std::size_t first_difference(const Records& walked, const Shx& shx) {
  std::size_t i = 0;
  const std::size_t both = std::min(walked.size(), shx.records.size());
  while (i < both && walked[i].offset == shx.records[i].offset && walked[i].length == shx.records[i].length)
    ++i;
  return i;
}

void check_header(const BinaryFile& shp, std::span<const std::byte> header, const std::string& file,
                  Findings& findings) {
  if (little<std::int32_t>(header, 28) != 1000) {
    findings.push_back({Severity::warning,
                        "shp.header",
                        file,
                        {},
                        text("phần đầu tệp .shp sai phiên bản", "the header of the .shp has a wrong version"),
                        ask_again()});
  }
  const std::uint64_t said = 2 * static_cast<std::uint64_t>(static_cast<std::uint32_t>(big32(header, 24)));
  if (said == shp.size()) return;
  const bool cut = said > shp.size();
  findings.push_back({cut ? Severity::error : Severity::warning,
                      cut ? "shp.truncated" : "shp.length",
                      file,
                      {},
                      text("phần đầu tệp .shp ghi {} byte, tệp có {} byte",
                           "the header of the .shp says {} bytes, the file has {}", {said, shp.size()}),
                      ask_again()});
}

Records choose(Walk walked, std::optional<Shx> shx, const std::string& file, Findings& findings) {
  if (!shx) {
    findings.push_back(
        {Severity::warning,
         "shx.unusable",
         file,
         {},
         text("tệp .shx thiếu hoặc hỏng; vị trí các vùng được dựng lại từ tệp .shp",
              "the .shx is missing or broken; the places of the polygons were found in the .shp"),
         text("Xin lại tệp .shx, hoặc lưu lại lớp bằng phần mềm GIS.",
              "Ask for the .shx, or save the layer anew with a GIS.")});
  }
  if (shx && same(walked.records, shx->records)) return std::move(walked.records);
  if (!walked.complete && (!shx || shx->wrong)) {
    findings.push_back({Severity::error, "shp.record-chain", file,
                        text("đối tượng {}", "feature {}", {walked.records.size() + 1}),
                        text("chuỗi bản ghi đứt tại đây, phần sau không đọc được",
                             "the chain of records breaks here; what follows cannot be read"),
                        ask_again()});
    return std::move(walked.records);
  }
  if (!shx) return std::move(walked.records);
  if (walked.complete && (shx->wrong || shx->records.size() <= walked.records.size())) {
    // A sound .shp wins over an index that fits it only in part.
    findings.push_back(
        {Severity::error, "shx.differs", file,
         text("đối tượng {}", "feature {}", {first_difference(walked.records, *shx) + 1}),
         text("tệp .shx ({} mục) không khớp tệp .shp ({} vùng); theo tệp .shp",
              "the .shx ({} entries) does not match the .shp ({} polygons); the .shp was followed",
              {shx->records.size(), walked.records.size()}),
         ask_again()});
    return std::move(walked.records);
  }
  findings.push_back({Severity::note,
                      "shp.gaps",
                      file,
                      {},
                      text("tệp .shp có khoảng trống do từng được sửa; theo tệp .shx",
                           "the .shp has gaps left by editing; the .shx was followed"),
                      {}});
  return std::move(shx->records);
}

}  // namespace

ShpIndex index_shp(const std::filesystem::path& path, const std::filesystem::path& shx,
                   const std::string& file) {
  const BinaryFile shp(path);
  std::array<std::byte, k_header> header{};
  if (!shp.read(0, header) || big32(header, 0) != k_file_code) {
    throw Error(ErrorKind::data, text("{} không phải shapefile", "{} is not a shapefile", {file}),
                ask_again());
  }
  check_type(little<std::int32_t>(header, 32), file);
  ShpIndex out;
  check_header(shp, header, file, out.findings);
  std::optional<Shx> index;
  if (!shx.empty()) index = read_shx(shx, shp);
  out.records = choose(walk(shp), std::move(index), file, out.findings);
  return out;
}

}  // namespace ntmap::io
