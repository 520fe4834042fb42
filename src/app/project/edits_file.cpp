#include "app/project/edits_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/project/project_file.hpp"
#include "app/project/text_file.hpp"
#include "base/error.hpp"
#include "io/csv_reader.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;
using model::ValueEdit;

constexpr std::array<std::pair<const char*, std::string ValueEdit::*>, 8> k_columns{{
    {"table", &ValueEdit::table},
    {"field", &ValueEdit::field},
    {"period", &ValueEdit::period},
    {"code", &ValueEdit::code},
    {"value", &ValueEdit::value},
    {"was", &ValueEdit::was},
    {"who", &ValueEdit::who},
    {"when", &ValueEdit::when},
}};

std::string text_of(const io::Cell& cell) {
  return cell.kind == io::CellKind::number && cell.text.empty() ? fmt::format("{}", cell.number) : cell.text;
}

Error refused(const std::string& file, std::uint32_t row, const base::Text& what) {
  return Error(ErrorKind::data, text("{}, dòng {}: {}", "{}, row {}: {}", {file, std::to_string(row), what}),
               text("Sửa hoặc xóa dòng này trong tệp số liệu đã sửa.",
                    "Mend or delete the row in the file of edited values."));
}

/// Column of the file for each of k_columns; -1 where it has none.
std::array<int, 8> places(const io::Grid& grid, const std::string& file) {
  std::array<int, 8> out{};
  out.fill(-1);
  for (std::size_t i = 0; i < k_columns.size(); ++i) {
    for (std::size_t at = 0; at < grid.rows.front().size(); ++at) {
      if (text_of(grid.rows.front()[at]) == k_columns[i].first) out[i] = static_cast<int>(at);
    }
  }
  for (const std::size_t required : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
    if (out[required] < 0)
      throw refused(file, 1, text("thiếu cột “{}”", "column “{}” is missing", {k_columns[required].first}));
  }
  return out;
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",;\"\r\n\t ") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace

std::vector<ValueEdit> parse_edits(std::string_view csv, const std::string& file) {
  const io::CsvFile parsed = io::parse_csv(std::string(csv), file);
  const io::Grid& grid = parsed.grid;
  std::vector<ValueEdit> edits;
  if (grid.rows.empty()) return edits;
  const std::array<int, 8> columns = places(grid, file);
  for (std::size_t row = 1; row < grid.rows.size(); ++row) {
    ValueEdit edit;
    for (std::size_t i = 0; i < k_columns.size(); ++i) {
      const auto at = static_cast<std::size_t>(columns[i]);
      if (columns[i] >= 0 && at < grid.rows[row].size())
        edit.*k_columns[i].second = text_of(grid.rows[row][at]);
    }
    if (edit.table.empty() || edit.field.empty() || edit.code.empty())
      throw refused(file, grid.row_number[row],
                    text("thiếu bảng, cột hoặc mã đơn vị", "table, field or unit code is missing"));
    std::erase_if(edits, [&](const ValueEdit& other) { return other.same_cell(edit); });
    edits.push_back(std::move(edit));
  }
  return edits;
}

std::string format_edits(const std::vector<ValueEdit>& edits) {
  std::string out = "\xEF\xBB\xBF";
  const auto line = [&](const auto& cell) {
    for (std::size_t i = 0; i < k_columns.size(); ++i) {
      if (i > 0) out += ',';
      out += quoted(cell(k_columns[i]));
    }
    out += "\r\n";
  };
  line([](const auto& column) { return std::string(column.first); });
  for (const ValueEdit& edit : edits) {
    line([&](const auto& column) { return edit.*column.second; });
  }
  return out;
}

std::vector<ValueEdit> read_edits(const model::Project& project) {
  if (project.edits.empty()) return {};
  const std::string path = resolve(project, project.edits);
  const auto csv = read_text(path);
  return csv ? parse_edits(*csv, path) : std::vector<ValueEdit>();
}

const ValueEdit* find_edit(const std::vector<ValueEdit>& edits, const std::string& table,
                           const std::string& field, const std::string& period, const std::string& code) {
  const auto found = std::find_if(edits.begin(), edits.end(), [&](const ValueEdit& edit) {
    return edit.table == table && edit.field == field && edit.period == period && edit.code == code;
  });
  return found == edits.end() ? nullptr : &*found;
}

void put_edit(std::vector<ValueEdit>& edits, const ValueEdit& edit) {
  const auto earlier =
      std::find_if(edits.begin(), edits.end(), [&](const ValueEdit& other) { return other.same_cell(edit); });
  if (earlier == edits.end()) {
    if (edit.value != edit.was) edits.push_back(edit);
    return;
  }
  const std::string source = earlier->was;
  if (edit.value == source) {
    edits.erase(earlier);
    return;
  }
  *earlier = edit;
  earlier->was = source;
}

}  // namespace ntmap::app
