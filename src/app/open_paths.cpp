#include "app/open_paths.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "app/load_layer.hpp"
#include "base/error.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

// Names that offices give to these fields, most telling first.
constexpr std::array<std::string_view, 8> k_code_names{"ma_xa",   "maxa",   "code",  "ma",
                                                       "ma_dvhc", "madvhc", "id_xa", "gid"};
constexpr std::array<std::string_view, 8> k_name_names{"ten_xa",   "tenxa", "name",    "ten",
                                                       "ten_dvhc", "xa",    "commune", "name_3"};
constexpr std::array<std::string_view, 6> k_district_names{"ten_huyen", "tenhuyen",   "huyen",
                                                           "district",  "quan_huyen", "name_2"};

template <std::size_t N>
std::string guess(const model::Table& table, const std::array<std::string_view, N>& names) {
  for (const std::string_view wanted : names) {
    for (const model::Column& column : table.columns) {
      std::string lower = column.name;
      std::transform(lower.begin(), lower.end(), lower.begin(),
                     [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      if (lower == wanted) return column.name;
    }
  }
  return {};
}

/// The first column of numbers that is not the code; else the name, so that something is drawn.
std::string first_value(const model::Table& table, const std::string& code) {
  for (const model::Column& column : table.columns) {
    if (column.type == model::ColumnType::number && column.name != code) return column.name;
  }
  return table.columns.empty() ? std::string() : table.columns.front().name;
}

DirectInput input_for(const std::string& path) {
  const io::SourcePath source = io::split_source(path);
  const model::Table table =
      io::read_vector(source.path, {.layer = source.part, .geometry = false}).layer.attributes;
  DirectInput input;
  input.boundaries = path;
  input.code = guess(table, k_code_names);
  input.name = guess(table, k_name_names);
  input.district = guess(table, k_district_names);
  input.value = first_value(table, input.code);
  return input;
}

}  // namespace

Command command_for_paths(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    if (io::extension_of(path) == ".toml") return OpenProject{path};
  }
  if (paths.empty()) throw Error(ErrorKind::usage, text("Không có tệp nào", "No file given"));
  const auto boundaries = std::find_if(paths.begin(), paths.end(), is_vector_file);
  return OpenData{input_for(boundaries == paths.end() ? paths.front() : *boundaries)};
}

}  // namespace ntmap::app
