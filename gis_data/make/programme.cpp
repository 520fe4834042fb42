#include "make/programme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "make/random.hpp"
#include "make/sheet.hpp"

namespace ntmap::sample {

namespace {

bool civilised(const std::vector<Recognition>& recognitions, const std::string& code, int year) {
  return std::any_of(recognitions.begin(), recognitions.end(), [&](const Recognition& r) {
    return r.code == code && r.rank == "DTVM" && r.year <= year;
  });
}

std::vector<Cell> urban_row(const Profile& unit, bool titled, int year) {
  Random random("urban-row/" + unit.unit.code);
  const int failed = titled ? 0 : std::max(1, 1 + random.below(4) - (year - 2021) / 2);
  std::array<bool, 9> met;
  met.fill(true);
  for (int i = 0; i < failed; ++i) met[static_cast<std::size_t>(random.below(9))] = false;
  std::vector<Cell> row = {unit.unit.code, unit.unit.name, unit.unit.district};
  for (const bool one : met) row.emplace_back(std::string(one ? "Đạt" : "Không đạt"));
  row.emplace_back(Number{titled ? random.between(90.5, 97) : random.between(80, 93), 1});
  row.emplace_back(Number{static_cast<double>(titled ? 2 : 1), 0});
  row.emplace_back(std::string("Đạt"));
  return row;
}

/// Figures of the province itself, by year.
struct ProvinceFigure {
  const char* id;
  int decimals;
  std::array<double, 6> values;  ///< 2021, 2022, 2023, 2024, June 2025, December 2025
};

constexpr std::array<ProvinceFigure, 18> k_province = {{
    {"sipas", 1, {82.4, 84.1, 85.6, 87.2, 88.4, 90.3}},
    {"tthc_truc_tuyen_pct", 1, {41, 55, 68, 76, 80.5, 84}},
    {"ho_so_truc_tuyen_pct", 1, {18, 29, 38, 47, 51.2, 56}},
    {"tang_truong_nltS", 2, {3.1, 2.4, 2.7, 2.9, 3.0, 3.05}},
    {"di_san_pct", 1, {82, 88, 93, 97, 98.5, 100}},
    {"di_san_pvt_pct", 1, {75, 83, 90, 96, 98, 100}},
    {"di_san_du_lich", 0, {0, 0, 1, 1, 1, 2}},
    {"tai_tro", 0, {71, 84, 96, 102, 48, 108}},
    {"tai_tro_giao", 0, {11, 14, 16, 18, 9, 20}},
    {"tinh_ho_so", 0, {0, 0, 0, 0, 0, 1}},
    {"so_nam", 0, {11, 12, 13, 14, 14, 15}},
    {"dai_bieu", 0, {8120, 7600, 7240, 6900, 6900, 6900}},
    {"diem_cau", 0, {201, 198, 195, 190, 190, 70}},
    {"tinh.6", 1, {58, 63, 67, 71, 73, 75}},
    {"tinh.7", 1, {3.1, 3.4, 3.6, 3.9, 4.0, 4.2}},
    {"tinh.8", 1, {82.4, 84.1, 85.6, 87.2, 88.4, 90.3}},
    {"t2114.7", 2, {41.2, 45.3, 49.2, 54.78, 57.0, 57.3}},
    {"t2114.8", 2, {3.1, 2.4, 2.7, 2.9, 3.0, 3.05}},
}};

std::vector<const Profile*> lasting_communes(const Profiles& profiles) {
  std::vector<const Profile*> result;
  for (const Profile& unit : profiles.at[1])
    if (unit.is_commune() &&
        std::any_of(profiles.at[2].begin(), profiles.at[2].end(), [&](const Profile& later) {
          return later.unit.code == unit.unit.code && later.unit.name == unit.unit.name && later.is_commune();
        }))
      result.push_back(&unit);
  return result;
}

/// Products certified in a year by stars.
struct Certified {
  int year;
  int three;
  int four;
};

}  // namespace

void write_urban(const Profiles& profiles, const std::vector<Recognition>& recognitions,
                 const std::filesystem::path& folder) {
  for (const char* period : {"2022", "2023", "2024", "2025_06"}) {
    const int year = std::stoi(std::string(period).substr(0, 4));
    Sheet sheet;
    sheet.title = fmt::format("BIỂU TIÊU CHÍ ĐÔ THỊ VĂN MINH NĂM {}", year);
    sheet.header = {
        "MA_XA",          "TEN_XA", "TEN_HUYEN", "dtvm.1", "dtvm.2", "dtvm.3",  "dtvm.4",
        "dtvm.5",         "dtvm.6", "dtvm.7",    "dtvm.8", "dtvm.9", "dtvm.G2", "dtvm.g3.nam_dang_ky",
        "dtvm.g3.lan_dau"};
    for (const Profile& unit : profiles.at[year == 2025 ? 2 : 1])
      if (!unit.is_commune())
        sheet.rows.push_back(urban_row(unit, civilised(recognitions, unit.unit.code, year), year));
    write_csv(folder / period / "do_thi.csv", sheet, CsvStyle::plain);
  }
}

void write_province(const std::filesystem::path& folder) {
  constexpr std::array<const char*, 6> k_periods = {"2021", "2022", "2023", "2024", "2025_06", "2025_12"};
  for (std::size_t i = 0; i < k_periods.size(); ++i) {
    Sheet sheet;
    sheet.header = {"MA_TINH", "TEN_TINH", "pci", "tinh.5"};
    std::vector<Cell> row = {std::string("42"), std::string("Hà Tĩnh"), std::string("khá"),
                             std::string("Đạt")};
    for (const ProvinceFigure& figure : k_province) {
      sheet.header.emplace_back(figure.id);
      row.emplace_back(Number{figure.values[i], figure.decimals});
    }
    sheet.rows.push_back(row);
    write_csv(folder / k_periods[i] / "tinh.csv", sheet, CsvStyle::plain);
  }
}

void write_products(const Profiles& profiles, const std::filesystem::path& folder) {
  constexpr std::array<Certified, 6> k_years = {
      {{2020, 36, 4}, {2021, 88, 7}, {2022, 50, 8}, {2023, 128, 14}, {2024, 52, 10}, {2025, 24, 6}}};
  constexpr std::array<const char*, 10> k_kinds = {"Mật ong", "Nước mắm",     "Cam",  "Bưởi",      "Chè",
                                                   "Gạo",     "Trà thảo mộc", "Miến", "Kẹo cu đơ", "Ruốc"};
  const std::vector<const Profile*> communes = lasting_communes(profiles);
  Sheet sheet;
  sheet.header = {"id",        "name",  "unit_code", "unit_code_valid",
                  "unit_name", "stars", "certified", "exported"};
  int number = 0;
  int exported = 0;
  for (const Certified& certified : k_years)
    for (int i = 0; i < certified.three + certified.four; ++i) {
      Random random(fmt::format("product/{}", ++number));
      const Profile& unit =
          *communes[static_cast<std::size_t>(random.below(static_cast<int>(communes.size())))];
      const char* kind = k_kinds[static_cast<std::size_t>(random.below(10))];
      // Six of those that are valid at the end of 2023 are exported.
      const bool abroad = certified.year == 2022 && i >= certified.three && exported < 6;
      exported += abroad ? 1 : 0;
      sheet.rows.push_back(
          {fmt::format("OCOP{:03}", number), fmt::format("{} (mẫu {:03})", kind, number), unit.unit.code,
           "2020-01-01", unit.unit.name, Number{i < certified.three ? 3.0 : 4.0, 0},
           fmt::format("{}-{:02}-{:02}", certified.year, 1 + random.below(6), 1 + random.below(28)),
           Number{abroad ? 1.0 : 0.0, 0}});
    }
  write_csv(folder / "ocop.csv", sheet, CsvStyle::plain);
}

void write_sponsors(const Profiles& profiles, const std::filesystem::path& folder) {
  constexpr std::array<const char*, 10> k_sponsors = {"Sở Nông nghiệp và Phát triển nông thôn",
                                                      "Sở Tài nguyên và Môi trường",
                                                      "Sở Giao thông vận tải",
                                                      "Sở Kế hoạch và Đầu tư",
                                                      "Sở Y tế",
                                                      "Sở Giáo dục và Đào tạo",
                                                      "Sở Văn hóa, Thể thao và Du lịch",
                                                      "Sở Công Thương",
                                                      "Sở Lao động - Thương binh và Xã hội",
                                                      "Doanh nghiệp đỡ đầu"};
  Sheet sheet;
  sheet.header = {"unit_code", "unit_name", "unit_code_valid", "sponsor", "due"};
  for (const Profile& unit : profiles.at[2]) {
    if (!unit.is_commune() || unit.unit.code == k_excluded) continue;
    Random random("sponsor/" + unit.unit.code);
    sheet.rows.push_back({unit.unit.code, unit.unit.name, "2025-01-01",
                          k_sponsors[static_cast<std::size_t>(random.below(10))],
                          random.chance(0.5) ? "2025-06-30" : "2025-12-31"});
  }
  write_csv(folder / "do_dau.csv", sheet, CsvStyle::plain);
}

}  // namespace ntmap::sample
