#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "make/programme.hpp"
#include "make/random.hpp"
#include "make/sheet.hpp"

namespace ntmap::sample {

namespace {

/// A column of the district set with the range of good values and of bad ones; pass where both are empty.
struct DistrictItem {
  const char* id;
  int criterion;  ///< 0: condition
  std::array<double, 2> good{};
  std::array<double, 2> bad{};
  int decimals = 1;

  bool is_pass() const { return good[1] == 0; }
};

constexpr std::array<DistrictItem, 41> k_items = {{
    {"hntm.g4", 0, {92, 98}, {84, 89}},
    {"hntm.g4.thap_nhat", 0, {82, 90}, {72, 79}},
    {"hntm.G5", 0},
    {"hntm.1.1", 1},
    {"hntm.1.2", 1, {1, 3}, {0, 0}, 0},
    {"hntm.2.1", 2},
    {"hntm.2.2", 2, {100, 100}, {82, 96}},
    {"hntm.2.3", 2, {55, 85}, {28, 46}},
    {"hntm.2.4", 2},
    {"hntm.3.1", 3},
    {"hntm.3.2", 3},
    {"hntm.4", 4},
    {"hntm.5.1", 5},
    {"hntm.5.2", 5},
    {"hntm.5.3", 5, {66, 100}, {40, 57}},
    {"hntm.5.4", 5, {1, 1}, {0, 0}, 0},
    {"hntm.6.1.kcn", 6},
    {"hntm.6.1.cum_lap_day", 6, {52, 90}, {12, 44}},
    {"hntm.6.1.cum_nganh_nghe", 6},
    {"hntm.6.2", 6},
    {"hntm.6.3", 6},
    {"hntm.6.4", 6},
    {"hntm.7.1", 7, {18, 46}, {72, 88}},
    {"hntm.7.2", 7, {45, 70}, {14, 27}},
    {"hntm.7.3", 7, {1, 4}, {0, 0}, 0},
    {"hntm.7.4", 7, {1, 3}, {0, 0}, 0},
    {"hntm.7.5", 7, {92, 100}, {70, 86}},
    {"hntm.7.6", 7, {2.2, 4.4}, {1.1, 1.8}},
    {"hntm.7.7", 7},
    {"hntm.7.8", 7, {52, 82}, {20, 36}},
    {"hntm.8.1", 8, {18, 46}, {3, 9}},
    {"hntm.8.2", 8, {54, 86}, {18, 37}},
    {"hntm.8.3", 8, {1, 3}, {0, 0}, 0},
    {"hntm.8.4", 8},
    {"hntm.8.5", 8, {91, 100}, {74, 87}},
    {"hntm.9.1", 9},
    {"hntm.9.2", 9, {100, 100}, {78, 95}},
    {"hntm.9.3", 9},
    {"hntm.9.4", 9},
    {"hntm.9.5", 9},
    {"hntm.9.6", 9},
}};

/// Three of the columns are alternatives of one indicator; a district that fails criterion 6 has none.
Cell district_cell(const DistrictItem& item, const std::string& code, bool fails) {
  Random random("district/" + code + "/" + item.id);
  if (item.is_pass()) return std::string(fails ? "Không đạt" : "Đạt");
  const std::array<double, 2>& range = fails ? item.bad : item.good;
  return Number{random.between(range[0], range[1] + (item.decimals == 0 ? 0.999 : 0)) -
                    (item.decimals == 0 ? 0.499 : 0),
                item.decimals};
}

void add_district(Sheet& sheet, const std::string& code, const std::string& name, const std::set<int>& failed,
                  int dossier) {
  std::vector<Cell> row = {code, name};
  for (const DistrictItem& item : k_items)
    row.push_back(district_cell(item, code, failed.contains(item.criterion)));
  row.push_back(Number{static_cast<double>(dossier), 0});
  sheet.rows.push_back(row);
}

Sheet district_sheet() {
  Sheet sheet;
  sheet.title = "BIỂU CHỈ TIÊU CẤP HUYỆN";
  sheet.header = {"MA_HUYEN", "TEN_HUYEN"};
  for (const DistrictItem& item : k_items) sheet.header.emplace_back(item.id);
  sheet.header.emplace_back("huyen_ho_so");
  return sheet;
}

Sheet town_sheet() {
  Sheet sheet;
  sheet.header = {"MA_HUYEN", "TEN_HUYEN", "tx.T4", "tx.t5", "tx.t5.thap_nhat", "huyen_ho_so"};
  return sheet;
}

std::set<int> failed_criteria(bool recognised, int year, const std::string& code) {
  if (recognised) return {};
  std::set<int> result = {0};
  Random random("district-fails/" + code);
  const int count = std::max(1, 5 - (year - 2021));
  while (static_cast<int>(result.size()) <= count) result.insert(1 + random.below(9));
  return result;
}

int dossier(const std::string& code, int year) {
  if (code == "439") return 1;  // Hương Sơn, appraised by the ministries in 2021
  return year >= 2024 && (code == "437" || code == "449" || code == "444") ? 1 : 0;
}

}  // namespace

void write_districts(const Profiles& profiles, const std::vector<Recognition>& recognitions,
                     const std::filesystem::path& folder) {
  for (const char* period : {"2021", "2022", "2023", "2024", "2025_06"}) {
    const int year = std::stoi(std::string(period).substr(0, 4));
    std::set<std::pair<std::string, std::string>> names;
    for (const Profile& unit : profiles.at[year == 2025 ? 2 : 1])
      names.emplace(unit.unit.district_code, unit.unit.district);
    Sheet districts = district_sheet();
    Sheet towns = town_sheet();
    for (const auto& [code, name] : names) {
      const bool recognised =
          std::any_of(recognitions.begin(), recognitions.end(), [&, c = code](const Recognition& r) {
            return r.code == c && (r.rank == "HUYEN_NTM" || r.rank == "HTNV") && r.year <= year;
          });
      if (name.starts_with("Huyện")) {
        add_district(districts, code, name, failed_criteria(recognised, year, code), dossier(code, year));
        continue;
      }
      Random random("town/" + code);
      const double better = recognised ? 1 : 0;
      towns.rows.push_back({code, name, Number{3.4 + better + random.unit() / 2, 1},
                            Number{88 + 5 * better + random.between(0, 1.5), 1},
                            Number{77 + 6 * better + random.between(0, 2), 1},
                            Number{static_cast<double>(dossier(code, year)), 0}});
    }
    write_csv(folder / period / "huyen.csv", districts, CsvStyle::plain);
    write_csv(folder / period / "thi_xa_thanh_pho.csv", towns, CsvStyle::plain);
  }
}

void write_sonduong_district(const std::vector<Profile>& profiles, const std::filesystem::path& folder) {
  Sheet district = district_sheet();
  add_district(district, "076", "Huyện Sơn Dương", {0, 2, 5, 6, 7, 8}, 0);  // the conditions and five of nine
  write_csv(folder / "2024_03" / "huyen.csv", district, CsvStyle::plain);
  Sheet town;
  town.header = {"MA_XA",
                 "TEN_XA",
                 "dtvm.1",
                 "dtvm.2",
                 "dtvm.3",
                 "dtvm.4",
                 "dtvm.5",
                 "dtvm.6",
                 "dtvm.7",
                 "dtvm.8",
                 "dtvm.9",
                 "dtvm.G2",
                 "dtvm.g3.nam_dang_ky",
                 "dtvm.g3.lan_dau"};
  for (const Profile& unit : profiles) {
    if (unit.is_commune()) continue;
    std::vector<Cell> row = {unit.unit.code, unit.unit.name};
    for (const bool met : {true, false, false, true, true, false, true, true, false})
      row.emplace_back(std::string(met ? "Đạt" : "Không đạt"));
    row.insert(row.end(), {Number{84.5, 1}, Number{1, 0}, std::string("Đạt")});
    town.rows.push_back(row);
  }
  write_csv(folder / "2024_03" / "do_thi.csv", town, CsvStyle::plain);
}

}  // namespace ntmap::sample
