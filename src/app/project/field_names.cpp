#include "app/project/field_names.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

// Most telling first; without accents, blanks and underscores.
constexpr std::string_view k_codes[] = {"maxa", "madvhc", "code", "ma", "maso", "maphuongxa", "idxa", "gid"};
constexpr std::string_view k_names[] = {"tenxa",       "tendvhc", "name",      "ten",     "xaphuong", "xa",
                                        "tenxaphuong", "donvi",   "xathitran", "commune", "name3"};
constexpr std::string_view k_districts[] = {"tenhuyen",  "huyen", "district",
                                            "quanhuyen", "name2", "huyenthixa"};

constexpr std::string_view k_means[] = {"ty le", "ti le", "binh quan", "mat do", "percent", "average"};

std::span<const std::string_view> names_of(FieldRole role) {
  if (role == FieldRole::code) return k_codes;
  if (role == FieldRole::name) return k_names;
  return k_districts;
}

std::string plain(const std::string& name) {
  std::string key = names::search_key(name);
  std::erase_if(key,
                [](char c) { return c == ' ' || c == '_' || c == '-' || c == '.' || c == '/' || c == ','; });
  return key;
}

}  // namespace

std::string guess_field(const model::Table& table, FieldRole role) {
  for (const std::string_view wanted : names_of(role)) {
    for (const model::Column& column : table.columns) {
      if (plain(column.name) == wanted) return column.name;
    }
  }
  return {};
}

bool says_percent(const std::string& field) {
  return field.find('%') != std::string::npos ||
         names::search_key(field).find("phan tram") != std::string::npos;
}

bool says_mean(const std::string& title, const std::string& unit) {
  if (says_percent(title) || unit.find_first_of("%/") != std::string::npos) return true;
  const std::string key = names::search_key(title);
  return std::any_of(std::begin(k_means), std::end(k_means),
                     [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

}  // namespace ntmap::app
