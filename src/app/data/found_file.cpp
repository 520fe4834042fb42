#include "app/data/found_file.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "app/data/load_layer.hpp"
#include "base/error.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

constexpr std::size_t k_listed_fields = 12;  // fields of the file that a message lists

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < std::min(names.size(), k_listed_fields); ++i)
    out += (i > 0 ? ", " : "") + names[i];
  return names.size() > k_listed_fields ? out + ", …" : out;
}

/// One file in the place of another that the project names.
class Candidate {
 public:
  Candidate(const std::string& missing, const std::string& found, const base::Job& job)
      : m_missing(missing), m_found(found), m_job(job) {}

  /// The path by which the file is read where `path` is the one that is missing; else empty.
  std::string stands_for(const std::string& path) const {
    const io::SourcePath source = io::split_source(path);
    if (source.path.string() != m_missing) return {};
    return source.part.empty() ? m_found : m_found + ":" + source.part;
  }
  model::Table read(const TableRequest& request) const {
    try {
      return load_table(request, m_job).table;
    } catch (Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
      throw error.at(text("Chưa nhận tệp này thay cho {}", "The file was not taken for {}", {m_missing}));
    }
  }
  void require(const model::Table& table, const std::vector<std::string>& fields) const {
    std::vector<std::string> lacking;
    for (const std::string& field : fields) {
      if (!field.empty() && table.find(field) == nullptr) lacking.push_back(field);
    }
    if (!lacking.empty()) refuse(table, lacking);
  }
  void require_one(const model::Table& table, const std::vector<std::string>& fields) const {
    const bool any = std::any_of(fields.begin(), fields.end(),
                                 [&](const std::string& field) { return table.find(field) != nullptr; });
    if (!any && !fields.empty()) refuse(table, fields);
  }

 private:
  [[noreturn]] void refuse(const model::Table& table, const std::vector<std::string>& lacking) const {
    std::vector<std::string> there;
    for (const model::Column& column : table.columns) there.push_back(column.name);
    throw Error(ErrorKind::data,
                text("Chưa nhận {} thay cho {}: tệp không có trường {}",
                     "{} was not taken for {}: it has no field {}",
                     {std::filesystem::path(m_found).filename().string(), m_missing, listed(lacking)}),
                text("Bấm “Tìm tệp…” lần nữa và chọn đúng tệp. Tệp vừa chọn có các trường: {}.",
                     "Click “Find it…” again and choose the right file. The one chosen has the fields {}.",
                     {there.empty() ? "–" : listed(there)}));
  }

  std::string m_missing;
  std::string m_found;
  base::Job m_job;
};

std::vector<std::string> indicator_fields(const model::Project& project, const std::string& table) {
  std::vector<std::string> fields;
  for (const model::Indicator& indicator : project.indicators) {
    if (indicator.table == table && !indicator.field.empty()) fields.push_back(indicator.field);
  }
  return fields;
}

void check_boundaries(const Candidate& candidate, const model::Boundaries& boundaries) {
  std::vector<std::string> paths = boundaries.more_files;
  paths.push_back(boundaries.file);
  for (const std::string& path : paths) {
    const std::string file = candidate.stands_for(path);
    if (file.empty()) continue;
    candidate.require(
        candidate.read({.files = {file}, .encoding = boundaries.encoding}),
        {boundaries.code, boundaries.name, boundaries.type, boundaries.district_code, boundaries.district});
  }
}

void check_table(const Candidate& candidate, const model::TableSource& source,
                 const std::vector<std::string>& figures) {
  std::vector<std::string> paths = source.files;
  for (const auto& [period, files] : source.by_period) paths.insert(paths.end(), files.begin(), files.end());
  for (const std::string& path : paths) {
    const std::string file = candidate.stands_for(path);
    if (file.empty()) continue;
    const model::Table table =
        candidate.read({.files = {file}, .encoding = source.encoding, .header_row = source.header_row});
    candidate.require(table, {source.key, source.name, source.district, source.period_field});
    candidate.require_one(table, figures);
  }
}

}  // namespace

void check_found_file(const model::Project& project, const std::string& missing, const std::string& found,
                      const base::Job& job) {
  const Candidate candidate(missing, found, job);
  for (const model::Boundaries& boundaries : project.boundaries) check_boundaries(candidate, boundaries);
  for (const model::TableSource& source : project.tables)
    check_table(candidate, source, indicator_fields(project, source.id));
}

}  // namespace ntmap::app
