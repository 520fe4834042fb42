#include "app/project/source_files.hpp"

#include <array>
#include <fstream>
#include <set>

#include "app/project/project_file.hpp"
#include "app/project/text_file.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::text;

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
  for (const model::AreaSource& areas : project.areas) add(areas.file);
  for (const model::WeightSource& weights : project.weights) add(weights.file);
  if (project.criteria) {
    add(project.criteria->figures);
    add_all(project.criteria->sets);
    add_all(project.criteria->overlays);
  }
  if (project.programme) {
    const model::Programme& programme = *project.programme;
    for (const std::string* file :
         {&programme.rules, &programme.recognitions, &programme.exclusions, &programme.traits,
          &programme.departments, &programme.sponsors, &programme.products, &programme.targets}) {
      add(*file);
    }
  }
  return {files.begin(), files.end()};
}

std::string file_sha256(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  base::Sha256 hash;
  std::array<char, 1U << 16U> block{};
  while (stream) {
    stream.read(block.data(), block.size());
    hash.add({block.data(), static_cast<std::size_t>(stream.gcount())});
  }
  if (!stream.eof()) {
    throw base::Error(base::ErrorKind::io, text("Không đọc được {}", "Cannot read {}", {path.string()}),
                      text("Kiểm tra quyền đọc.", "Check the permission to read it."));
  }
  return hash.hex();
}

void refuse_source(const fs::path& source, const fs::path& target) {
  std::error_code ignored;
  if (!fs::equivalent(source, target, ignored)) return;
  throw base::Error(base::ErrorKind::usage,
                    text("{} là tệp nguồn đang dùng, không ghi đè",
                         "{} is a source that is read; it is not replaced", {target.string()}),
                    text("Đặt tên khác cho tệp ra.", "Choose another name for the output."));
}

void refuse_source(const model::Project& project, const fs::path& target) {
  std::error_code ignored;
  if (!fs::exists(target, ignored)) return;
  for (const std::string& source : source_files(project)) refuse_source(resolve(project, source), target);
  if (!project.edits.empty()) refuse_source(resolve(project, project.edits), target);
}

void refuse_no_project(const fs::path& target) {
  const auto content = read_text(target);
  if (!content) return;
  try {
    parse_project(*content, target.string());
  } catch (const base::Error&) {
    throw base::Error(base::ErrorKind::usage,
                      text("{} đã có và không phải tệp dự án, không ghi đè",
                           "{} is there and is no project file; it is not replaced", {target.string()}),
                      text("Đặt tên khác cho dự án.", "Choose another name for the project."));
  }
}

}  // namespace ntmap::app
