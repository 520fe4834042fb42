#include "io/spreadsheet_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "base/error.hpp"
#include "base/nearest_word.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {

double percent_shown(double fraction) {
  std::array<char, 40> buffer{};
  const auto digits =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), fraction, std::chars_format::scientific);
  const std::string_view written(buffer.data(), static_cast<std::size_t>(digits.ptr - buffer.data()));
  const std::size_t e = written.find('e');
  int exponent = 0;
  const std::size_t sign = written[e + 1] == '+' ? e + 2 : e + 1;
  std::from_chars(written.data() + sign, written.data() + written.size(), exponent);
  std::string moved(written.substr(0, e + 1));
  moved += std::to_string(exponent + 2);
  double percent = 0;
  std::from_chars(moved.data(), moved.data() + moved.size(), percent);
  return percent;
}

std::vector<Grid> visible_grids(const std::filesystem::path& path) {
  return extension_of(path) == ".ods" ? visible_ods_grids(path) : visible_xlsx_grids(path);
}

std::size_t named_sheet(const std::vector<SheetName>& sheets, const std::string& name,
                        const std::string& file) {
  std::vector<std::string> names;
  for (const SheetName& sheet : sheets) names.push_back(sheet.name);
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  throw base::Error(base::ErrorKind::not_found,
                    base::text("{} không có trang “{}”", "{} has no sheet “{}”", {file, name}),
                    base::nearest_word_advice(name, names));
}

}  // namespace ntmap::io
