// All units of Hà Tĩnh at three dates, in tables without a field of districts, as offices lay them out. Every
// third commune is called like one of another district, so that only the sheet or heading tells which is
// meant.

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/data/join_table.hpp"
#include "app/data/load_layer.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::app {
namespace {

/// The units by district; names that stand in two districts.
Units renamed_units(const std::filesystem::path& dbf) {
  const LoadedTable loaded = load_table({.files = {dbf.string()}});
  const model::Table& table = loaded.table;
  Units units;
  std::map<std::string, std::set<std::string>> keys;  // of names, by district
  const auto add = [&](std::size_t row, const std::string& name) {
    units.by_code[table.find("code")->text(row)] = static_cast<std::uint32_t>(units.codes.size());
    units.codes.push_back(table.find("code")->text(row));
    units.names.push_back(name);
    units.types.push_back(table.find("type")->text(row));
    units.districts.push_back(table.find("district")->text(row));
    keys[units.districts.back()].insert(names::search_key(name));
  };
  for (std::size_t row = 0; row < table.row_count(); ++row)
    keys[table.find("district")->text(row)].insert(names::search_key(table.find("name")->text(row)));
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    std::string name = table.find("name")->text(row);
    const std::string other = table.find("name")->text((row + table.row_count() / 2) % table.row_count());
    const bool free = !keys[table.find("district")->text(row)].contains(names::search_key(other));
    if (row % 3 == 0 && free) name = other;
    add(row, name);
  }
  return units;
}

std::string title_of(const std::string& district, std::size_t number) {
  const std::string bare = names::parse_unit_name(district).name;
  const bool town = district.starts_with("Th");
  switch (number % 4) {
    case 0:
      return district;
    case 1:
      return (!town ? "H. " : district.starts_with("Thị xã") ? "TX " : "TP ") + bare;
    case 2:
      return std::to_string(number) + "_" + (town ? district : bare) + " 2024";
    default:
      return "Bieu 1 " + names::search_key(district);
  }
}

struct Laid {
  model::Table table;
  std::vector<std::uint32_t> truth;  ///< unit of each row; k_no_unit: a heading
};

enum class Layout : unsigned char { sheets, headings, subtotals };

Laid lay_out(const Units& units, Layout layout) {
  std::map<std::string, std::vector<std::uint32_t>> of_district;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit)
    of_district[units.districts[unit]].push_back(unit);
  Laid out;
  out.table.file = "bang.xlsx";
  for (const char* name : {"TT", "ten", "ho"})
    out.table.columns.push_back({name, model::ColumnType::text, {}, {}});
  const auto add = [&](const std::string& number, const std::string& name, const std::string& figure,
                       std::uint32_t unit) {
    out.table.columns[0].texts.push_back(number);
    out.table.columns[1].texts.push_back(name);
    out.table.columns[2].texts.push_back(figure);
    out.table.source_row.push_back(static_cast<std::uint32_t>(out.table.source_row.size() + 2));
    out.truth.push_back(unit);
  };
  std::size_t number = 0;
  for (const auto& [district, members] : of_district) {
    if (layout == Layout::sheets)
      out.table.parts.push_back({"bang.xlsx", title_of(district, number++), 1, out.truth.size()});
    if (layout == Layout::headings) add("", district, "", k_no_unit);
    for (std::size_t i = 0; i < members.size(); ++i)
      add(std::to_string(i + 1), units.names[members[i]], std::to_string(100 + i), members[i]);
    if (layout == Layout::subtotals) add("", district, "4321", k_no_unit);
  }
  return out;
}

TEST(ImpliedDistricts, RealUnitsAreToldApartAndNoneIsWrong) {
  if (test::real_data("hatinh_2008").empty()) GTEST_SKIP() << "NTMAP_REAL_DATA is not set";
  for (const char* date : {"hatinh_2008", "hatinh_2020", "hatinh_2025_01"}) {
    const Units units = renamed_units(test::real_data(date) / "communes.dbf");
    for (const Layout layout : {Layout::sheets, Layout::headings, Layout::subtotals}) {
      const Laid laid = lay_out(units, layout);
      const TableJoin join = join_table(units, laid.table, {.name = "ten"}, {});
      std::size_t right = 0;
      std::size_t wrong = 0;
      for (std::size_t row = 0; row < laid.truth.size(); ++row) {
        if (join.unit_of_row[row] == k_no_unit) continue;
        ++(join.unit_of_row[row] == laid.truth[row] ? right : wrong);
      }
      EXPECT_EQ(wrong, 0U) << date;
      EXPECT_GE(right, units.size() * 99 / 100) << date << static_cast<int>(layout);
    }
  }
}

}  // namespace
}  // namespace ntmap::app
