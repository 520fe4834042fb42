#include "app/data/unit_tree.hpp"

#include <map>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

/// "Thị trấn" as the criteria sets write it: "thị trấn".
std::string small_type(names::UnitType type, const std::string& otherwise) {
  const std::string known = names::type_name(type).vi;
  return known.empty() ? otherwise : known;
}

criteria::Region region_of(const std::string& word) {
  if (const auto region = criteria::region_from(word)) return *region;
  throw Error(ErrorKind::data, text("Không có vùng “{}”", "There is no region “{}”", {word}),
              text("Dùng tdmnpb, dbsh, btb, dhntb, taynguyen, dnb hoặc dbscl.",
                   "Use tdmnpb, dbsh, btb, dhntb, taynguyen, dnb or dbscl."));
}

/// Adds the districts that the communes name and hangs the communes below them.
void add_districts(UnitTree& tree, const Units& units, criteria::Region region) {
  std::map<std::string, std::uint32_t> by_key;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string& code = units.district_codes[i];
    const std::string& key = code.empty() ? units.districts[i] : code;
    if (key.empty()) continue;
    const auto [at, is_new] = by_key.emplace(key, static_cast<std::uint32_t>(tree.units.size()));
    tree.units[i].parent = at->second;
    if (!is_new) continue;
    const names::UnitName name = names::parse_unit_name(units.districts[i]);
    tree.units.push_back(
        {.code = code, .name = name.name, .type = small_type(name.type, "huyện"), .region = region});
    tree.full_names.push_back(units.districts[i].empty() ? code : units.districts[i]);
  }
  tree.district_count = by_key.size();
}

void add_province(UnitTree& tree, const model::Project& project, criteria::Region region) {
  const std::string& code = project.criteria->province_code;
  if (code.empty()) return;
  tree.province = static_cast<std::uint32_t>(tree.units.size());
  for (criteria::Unit& unit : tree.units) {
    if (unit.parent == criteria::k_no_unit) unit.parent = tree.province;
  }
  tree.units.push_back({.code = code, .name = project.province, .type = "tỉnh", .region = region});
  tree.full_names.push_back("Tỉnh " + project.province);
}

std::string capitalised(const std::string& type) {
  // The types begin with h, t or x; "đặc khu" is no district.
  std::string out = type;
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z')
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

}  // namespace

std::vector<std::uint32_t> UnitTree::of_level(model::UnitLevel level) const {
  std::vector<std::uint32_t> out;
  if (level == model::UnitLevel::province) {
    if (province != criteria::k_no_unit) out.push_back(province);
    return out;
  }
  const bool communes = level == model::UnitLevel::commune;
  out.resize(communes ? map_count : district_count);
  std::iota(out.begin(), out.end(), communes ? 0U : static_cast<std::uint32_t>(map_count));
  return out;
}

model::UnitLevel UnitTree::level_of(std::uint32_t unit) const {
  if (unit < map_count) return model::UnitLevel::commune;
  return unit == province ? model::UnitLevel::province : model::UnitLevel::district;
}

std::uint32_t UnitTree::find(model::UnitLevel level, const std::string& code) const {
  for (const std::uint32_t unit : of_level(level)) {
    if (units[unit].code == code) return unit;
  }
  return criteria::k_no_unit;
}

UnitTree unit_tree(const Units& units, const model::Project& project) {
  const criteria::Region region = region_of(project.criteria->region);
  UnitTree tree;
  tree.map_count = units.size();
  for (std::size_t i = 0; i < units.size(); ++i) {
    tree.units.push_back({.code = units.codes[i],
                          .name = units.names[i],
                          .type = small_type(names::unit_type_from(units.types[i]), units.types[i]),
                          .region = region});
    tree.full_names.push_back(units.full_name(i));
  }
  add_districts(tree, units, region);
  add_province(tree, project, region);
  return tree;
}

Units units_of_level(const UnitTree& tree, model::UnitLevel level, const std::string& vintage) {
  Units out;
  out.vintage = vintage;
  for (const std::uint32_t unit : tree.of_level(level)) {
    out.by_code.emplace(tree.units[unit].code, static_cast<std::uint32_t>(out.codes.size()));
    out.codes.push_back(tree.units[unit].code);
    out.names.push_back(tree.units[unit].name);
    out.types.push_back(capitalised(tree.units[unit].type));
  }
  out.districts.resize(out.size());
  out.district_codes.resize(out.size());
  out.district_of.resize(out.size());
  return out;
}

}  // namespace ntmap::app
