#include "app/check/findings_report.hpp"

#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "io/csv_writer.hpp"
#include "io/source_path.hpp"
#include "io/xlsx_writer.hpp"

namespace ntmap::app {

using base::text;

base::Text severity_text(base::Severity severity) {
  switch (severity) {
    case base::Severity::error:
      return text("Lỗi", "Error");
    case base::Severity::warning:
      return text("Cảnh báo", "Warning");
    case base::Severity::note:
      break;
  }
  return text("Ghi chú", "Note");
}

std::string short_file(const base::Finding& finding, const std::string& folder) {
  const std::string start = folder + "/";
  return !folder.empty() && finding.file.starts_with(start) ? finding.file.substr(start.size())
                                                            : finding.file;
}

base::Findings with_places_joined(const base::Findings& findings) {
  constexpr std::size_t k_named = 8;
  base::Findings joined;
  std::map<std::tuple<std::string, std::string, std::string>, std::pair<std::size_t, std::size_t>> known;
  for (const base::Finding& finding : findings) {
    const auto [at, fresh] =
        known.try_emplace({finding.rule, finding.file, finding.what.en}, joined.size(), 1);
    if (fresh || finding.place.empty()) {
      joined.push_back(finding);
      continue;
    }
    auto& [index, places] = at->second;
    ++places;
    if (places <= k_named) joined[index].place = base::join({joined[index].place, finding.place}, ", ");
    if (places == k_named + 1) joined[index].place = base::join({joined[index].place, "…"}, ", ");
  }
  return joined;
}

void check_findings_target(const std::filesystem::path& target, base::Overwrite overwrite) {
  const std::string extension = io::extension_of(target);
  if (extension != ".csv" && extension != ".xlsx") {
    throw base::Error(base::ErrorKind::usage,
                      text("Không ghi được dạng “{}”", "“{}” is no format for this", {extension}),
                      text("Dùng .csv hoặc .xlsx.", "Use .csv or .xlsx."));
  }
  const base::PendingFile possible(target, overwrite);
}

void write_findings(const base::Findings& findings, const std::string& folder,
                    const std::filesystem::path& target, base::Lang lang, base::Overwrite overwrite) {
  const base::Text heads[] = {text("Mức", "Severity"),           text("Tệp", "File"),
                              text("Dòng, đơn vị", "Row, unit"), text("Điều sai", "What is wrong"),
                              text("Cách xử lý", "What to do"),  text("Mã kiểm tra", "Rule")};
  std::vector<model::Column> columns;
  for (const base::Text& head : heads) {
    model::Column column;
    column.name = head.in(lang);
    columns.push_back(std::move(column));
  }
  for (const base::Finding& finding : findings) {
    const std::string cells[] = {severity_text(finding.severity).in(lang),
                                 short_file(finding, folder),
                                 finding.place.in(lang),
                                 finding.what.in(lang),
                                 finding.remedy.in(lang),
                                 finding.rule};
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].texts.push_back(cells[i]);
  }
  if (io::extension_of(target) == ".csv") {
    io::write_csv(columns, {}, target, overwrite);
    return;
  }
  io::Sheet sheet;
  sheet.name = text("Kiểm tra dữ liệu", "Data check").in(lang);
  for (model::Column& column : columns) {
    std::string heading = column.name;
    sheet.columns.push_back({std::move(column), std::move(heading), -1, {}});
  }
  const std::vector<io::Sheet> sheets{std::move(sheet)};
  io::write_xlsx(sheets, sheets.front().name, target, overwrite);
}

}  // namespace ntmap::app
