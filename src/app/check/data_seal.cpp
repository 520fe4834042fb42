#include "app/check/data_seal.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "base/pending_file.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;

constexpr std::size_t k_hex_digits = 64;
constexpr std::string_view k_between = "  ";  // as sha256sum writes it

fs::path in_folder(const model::Project& project, const std::string& relative) {
  return fs::path(resolve(project, relative));
}

using Hashes = std::map<std::string, std::string>;  // by file

/// The lines of a seal; one that is none goes to the findings.
Hashes read_seal(const fs::path& path, base::Findings& findings) {
  Hashes hashes;
  std::ifstream stream(path, std::ios::binary);
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    const std::string_view digits = std::string_view(line).substr(0, k_hex_digits);
    const bool sound = line.size() > k_hex_digits + k_between.size() &&
                       digits.find_first_not_of("0123456789abcdef") == std::string_view::npos &&
                       std::string_view(line).substr(k_hex_digits, k_between.size()) == k_between;
    if (sound) {
      hashes[line.substr(k_hex_digits + k_between.size())] = std::string(digits);
    } else {
      findings.push_back({Severity::error, "seal.unreadable", path.string(),
                          text("dòng {}", "row {}", {number}),
                          text("không phải dòng của tệp chốt số liệu", "it is no line of a seal"),
                          text("Chốt lại: ntmap check --seal.", "Seal again: ntmap check --seal.")});
    }
  }
  return hashes;
}

base::Finding about(Severity severity, const char* rule, const model::Project& project,
                    const std::string& file, base::Text what) {
  return {severity,
          rule,
          in_folder(project, file).string(),
          {},
          std::move(what),
          text("Hỏi người giữ số liệu; nếu thay đổi là đúng, chốt lại bằng ntmap check --seal.",
               "Ask who keeps the data; if the change is right, seal again with ntmap check --seal.")};
}

}  // namespace

fs::path seal_file(const model::Project& project) {
  return fs::path(project.file).replace_extension(".sha256");
}

void seal(const model::Project& project) {
  base::PendingFile file(seal_file(project), base::Overwrite::yes);
  std::ofstream stream(file.temporary(), std::ios::binary);
  for (const std::string& source : source_files(project)) {
    stream << file_sha256(in_folder(project, source)) << k_between << source << '\n';
  }
  stream.close();
  if (!stream) {
    throw Error(
        ErrorKind::io, text("Không ghi được {}", "Cannot write {}", {file.target().string()}),
        text("Kiểm tra dung lượng đĩa và quyền ghi.", "Check the free disk space and the permission."));
  }
  file.commit();
}

base::Findings seal_findings(const model::Project& project) {
  base::Findings findings;
  if (project.file.empty()) return findings;
  if (!fs::exists(seal_file(project))) {
    findings.push_back(
        {Severity::note,
         "seal.none",
         project.file,
         {},
         text("số liệu chưa chốt: số bị sửa mà vẫn hợp lý thì không nhận ra được",
              "the data are not sealed: a figure that is changed and stays plausible goes unnoticed"),
         text("Khi số liệu đã đúng, chốt bằng ntmap check --seal.",
              "When the data are right, seal them with ntmap check --seal.")});
    return findings;
  }
  const Hashes sealed = read_seal(seal_file(project), findings);
  for (const auto& [file, hash] : sealed) {
    std::error_code ignored;
    const fs::path path = in_folder(project, file);
    if (!fs::is_regular_file(path, ignored)) {
      findings.push_back(about(Severity::error, "seal.missing", project, file,
                               text("tệp có khi chốt số liệu nay không còn",
                                    "the file was there when the data were sealed and is gone")));
    } else if (file_sha256(path) != hash) {
      findings.push_back(about(Severity::warning, "seal.changed", project, file,
                               text("nội dung đã thay đổi từ khi chốt số liệu",
                                    "its content has changed since the data were sealed")));
    }
  }
  for (const std::string& file : source_files(project)) {
    if (sealed.contains(file)) continue;
    findings.push_back(about(Severity::warning, "seal.new", project, file,
                             text("tệp mới, chưa có khi chốt số liệu",
                                  "a new file that was not there when the data were sealed")));
  }
  return findings;
}

}  // namespace ntmap::app
