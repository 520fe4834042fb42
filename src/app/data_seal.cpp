#include "app/data_seal.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "app/project_file.hpp"
#include "base/error.hpp"
#include "base/pending_file.hpp"
#include "base/sha256.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;

constexpr std::size_t k_hex_digits = 64;
constexpr std::string_view k_between = "  ";  // as sha256sum writes it

/// All files that one source is made of.
std::vector<fs::path> files_of(const fs::path& path) {
  std::vector<fs::path> files{path};
  const std::string extension = io::extension_of(path);
  if (extension != ".shp" && extension != ".dbf") return files;
  for (const char* other : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
    if (const fs::path sibling = io::sibling(path, other); !sibling.empty()) files.push_back(sibling);
  }
  return files;
}

std::string hash_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  base::Sha256 hash;
  std::array<char, 1U << 16U> block{};
  while (stream) {
    stream.read(block.data(), block.size());
    hash.add({block.data(), static_cast<std::size_t>(stream.gcount())});
  }
  if (!stream.eof()) {
    throw Error(ErrorKind::io, text("Không đọc được {}", "Cannot read {}", {path.string()}),
                text("Kiểm tra quyền đọc.", "Check the permission to read it."));
  }
  return hash.hex();
}

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

std::vector<std::string> source_files(const model::Project& project) {
  std::set<std::string> files;
  const fs::path folder = project.folder.empty() ? fs::path(".") : fs::path(project.folder);
  const auto add = [&](const std::string& source) {
    if (source.empty()) return;
    for (const fs::path& file : files_of(io::split_source(resolve(project, source)).path)) {
      std::error_code ignored;
      if (fs::is_regular_file(file, ignored)) files.insert(file.lexically_proximate(folder).generic_string());
    }
  };
  const auto add_all = [&](const std::vector<std::string>& sources) {
    for (const std::string& source : sources) add(source);
  };
  add(fs::path(project.file).filename().string());
  add(project.aliases);
  for (const model::Boundaries& one : project.boundaries) {
    add(one.file);
    add_all(one.more_files);
  }
  for (const model::TableSource& table : project.tables) {
    add_all(table.files);
    for (const auto& [period, sources] : table.by_period) add_all(sources);
  }
  for (const model::CrosswalkSource& crosswalk : project.crosswalks) add_all(crosswalk.files);
  if (project.criteria) {
    add(project.criteria->figures);
    add_all(project.criteria->sets);
    add_all(project.criteria->overlays);
  }
  if (project.programme) {
    const model::Programme& programme = *project.programme;
    add_all({programme.rules, programme.recognitions, programme.exclusions, programme.traits,
             programme.departments, programme.sponsors, programme.products, programme.targets});
  }
  return {files.begin(), files.end()};
}

fs::path seal_file(const model::Project& project) {
  return fs::path(project.file).replace_extension(".sha256");
}

void seal(const model::Project& project) {
  base::PendingFile file(seal_file(project), base::Overwrite::yes);
  std::ofstream stream(file.temporary(), std::ios::binary);
  for (const std::string& source : source_files(project)) {
    stream << hash_of(in_folder(project, source)) << k_between << source << '\n';
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
  if (project.file.empty() || !fs::exists(seal_file(project))) return findings;
  const Hashes sealed = read_seal(seal_file(project), findings);
  for (const auto& [file, hash] : sealed) {
    std::error_code ignored;
    const fs::path path = in_folder(project, file);
    if (!fs::is_regular_file(path, ignored)) {
      findings.push_back(about(Severity::error, "seal.missing", project, file,
                               text("tệp có khi chốt số liệu nay không còn",
                                    "the file was there when the data were sealed and is gone")));
    } else if (hash_of(path) != hash) {
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
