#include "app/desk/open_paths.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <system_error>

#include "app/data/file_kinds.hpp"
#include "app/data/load_layer.hpp"
#include "app/project/field_names.hpp"
#include "base/error.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

/// The first column of numbers that is not the code; else the name, so that something is drawn.
std::string first_value(const model::Table& table, const std::string& code) {
  for (const model::Column& column : table.columns) {
    if (column.type == model::ColumnType::number && column.name != code) return column.name;
  }
  return table.columns.empty() ? std::string() : table.columns.front().name;
}

/// Whether seconds may pass before the fields of a file are known.
bool is_read_slowly(const std::string& path) {
  constexpr std::array<const char*, 4> k_whole{".geojson", ".json", ".kml", ".kmz"};
  constexpr std::uintmax_t k_large = 8U << 20U;  // bytes: a third of a second
  const std::filesystem::path file = io::split_source(path).path;
  std::error_code missing;
  const std::uintmax_t size = std::filesystem::file_size(file, missing);
  return !missing && size > k_large &&
         std::find(k_whole.begin(), k_whole.end(), io::extension_of(file)) != k_whole.end();
}

/// Whether a .dbf holds the attributes of a .shp among the paths.
bool belongs_to_layer(const std::string& path, const std::vector<std::string>& paths) {
  if (io::extension_of(path) != ".dbf") return false;
  const auto stem = std::filesystem::path(path).replace_extension();
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& other) {
    return io::extension_of(other) == ".shp" && std::filesystem::path(other).replace_extension() == stem;
  });
}

}  // namespace

DirectInput guessed_input(const std::string& path, const base::Job& job) {
  const io::SourcePath source = io::split_source(path);
  const model::Table table =
      io::read_vector(source.path, {.layer = source.part, .geometry = false}, job).layer.attributes;
  DirectInput input;
  input.boundaries = path;
  input.code = guess_field(table, FieldRole::code);
  input.name = guess_field(table, FieldRole::name);
  input.district = guess_field(table, FieldRole::district);
  input.value = first_value(table, input.code);
  return input;
}

std::pair<std::string, std::string> boundaries_and_table(const std::vector<std::string>& paths) {
  std::pair<std::string, std::string> found;
  for (const std::string& path : paths) {
    if (found.first.empty() && is_vector_file(path)) found.first = path;
    if (found.second.empty() && is_table_file(path) && !belongs_to_layer(path, paths)) found.second = path;
  }
  return found;
}

bool has_project(const std::vector<std::string>& paths) {
  return std::any_of(paths.begin(), paths.end(),
                     [](const std::string& path) { return io::extension_of(path) == ".toml"; });
}

bool wants_joining(const std::vector<std::string>& paths) {
  return !has_project(paths) && !boundaries_and_table(paths).second.empty();
}

Command command_for_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (io::extension_of(path) == ".toml") return OpenProject{path};
  }
  if (paths.empty()) throw Error(ErrorKind::usage, text("Không có tệp nào", "No file given"));
  const auto boundaries = std::find_if(paths.begin(), paths.end(), is_vector_file);
  const std::string& path = boundaries == paths.end() ? paths.front() : *boundaries;
  if (!is_read_slowly(path)) return OpenData{guessed_input(path)};
  DirectInput later;
  later.boundaries = path;
  return OpenData{later};
}

}  // namespace ntmap::app
