#include "make/titles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "make/csv.hpp"
#include "make/random.hpp"
#include "make/sheet.hpp"

namespace ntmap::sample {

namespace {

constexpr const char* k_2020 = "2020-01-01";
constexpr const char* k_2025 = "2025-01-01";
constexpr const char* k_source = "minh họa";

/// Communes that met the standard after July 2021; those with a real recognition keep it.
const std::set<std::string>& late() {
  static const std::set<std::string> k_codes = {k_excluded, "18850", "18793", "18514", "18508", "18523",
                                                "18505",    "18556", "18559", "18502", "18499"};
  return k_codes;
}

class RecognitionMaker {
 public:
  RecognitionMaker(const Profiles& profiles, const std::filesystem::path& sources)
      : m_2020(profiles.at[1]), m_2025(profiles.at[2]), m_mergers(sources / "hatinh_mergers.csv") {
    read_facts(CsvTable(sources / "hatinh_recognitions.csv"));
    find_unchanged();
  }

  std::vector<Recognition> make() {
    for (const Profile& unit : m_2020)
      if (unit.is_commune()) add_met(unit);
    add_advanced();
    add_model();
    carry_to_2025();
    add_districts();
    add_urban();
    return std::move(m_all);
  }

 private:
  void read_facts(const CsvTable& facts) {
    for (std::size_t row = 0; row < facts.size(); ++row) {
      const auto cell = [&](const char* column) { return facts.cell(row, column); };
      Recognition r{cell("id"),
                    cell("unit_level"),
                    cell("unit_code"),
                    cell("unit_code_valid"),
                    cell("unit_name"),
                    cell("rank"),
                    std::stoi(cell("attainment_year")),
                    cell("decision"),
                    cell("decision_date"),
                    cell("source"),
                    cell("confidence")};
      // Recognised in the year 2021 by decision; July 2021's eight districts fit only by attainment before.
      if (r.code == "441" || r.code == "446") {
        r.year = 2020;
        r.date = "2021-03-31";
        r.source += "; ngày minh họa";
      }
      m_all.push_back(r);
    }
  }

  /// Communes of January 2025 that are the same commune as in 2020.
  void find_unchanged() {
    std::set<std::string> touched;
    for (std::size_t row = 0; row < m_mergers.size(); ++row) {
      if (m_mergers.cell(row, "effective_date") != k_2025) continue;
      if (m_mergers.cell(row, "relation") == "district_transfer") continue;
      touched.insert(m_mergers.cell(row, "old_code"));
      touched.insert(m_mergers.cell(row, "new_code"));
    }
    for (const Profile& unit : m_2025)
      if (unit.is_commune() && !touched.contains(unit.unit.code)) m_unchanged.insert(unit.unit.code);
  }

  bool has(const std::string& code, const std::string& rank) const {
    return std::any_of(m_all.begin(), m_all.end(), [&](const Recognition& r) {
      return r.code == code && r.rank == rank && r.vintage == k_2020;
    });
  }

  void add(const Profile& unit, const char* rank, int year, const std::string& date, const char* vintage,
           const char* level = "xã") {
    m_all.push_back({fmt::format("M{:03}", ++m_count), level, unit.unit.code, vintage, unit.unit.name, rank,
                     year, "", date, k_source, "none"});
  }

  void add_met(const Profile& unit) {
    const std::string& code = unit.unit.code;
    if (has(code, "NTM")) return;
    if (code == k_excluded) {
      add(unit, "NTM", 2024, "2024-12-31", k_2020);
      m_all.back().source =
          "minh họa: tính là đạt để khớp cách đếm 170/170 của 187-KL/TU; xã không triển khai";
      return;
    }
    const int year = 2013 + Random("met/" + code).below(8);
    add(unit, "NTM", year, fmt::format("{}-01-15", year + 1), k_2020);
  }

  /// Unchanged communes that met the standard early, easiest first, without the rank.
  std::vector<const Profile*> candidates(const char* rank) const {
    std::vector<const Profile*> result;
    for (const Profile& unit : m_2020)
      if (m_unchanged.contains(unit.unit.code) && !late().contains(unit.unit.code) &&
          !has(unit.unit.code, rank))
        result.push_back(&unit);
    std::sort(result.begin(), result.end(),
              [](const Profile* a, const Profile* b) { return a->hardness < b->hardness; });
    return result;
  }

  void add_some(const char* rank, int year, long count) {
    std::vector<const Profile*> from = candidates(rank);
    if (std::string_view(rank) == "KIEUMAU")
      std::erase_if(from, [&](const Profile* unit) { return !advanced_before(unit->unit.code, year); });
    if (static_cast<std::size_t>(count) > from.size())
      throw std::runtime_error("not enough communes to recognise");
    for (long i = 0; i < count; ++i)
      add(*from[static_cast<std::size_t>(i)], rank, year, fmt::format("{}-12-20", year), k_2020);
  }

  bool advanced_before(const std::string& code, int year) const {
    return std::any_of(m_all.begin(), m_all.end(), [&](const Recognition& r) {
      return r.code == code && r.rank == "NANGCAO" && r.vintage == k_2020 && r.year < year;
    });
  }

  long in_year(const char* rank, int year) const {
    return std::count_if(m_all.begin(), m_all.end(), [&](const Recognition& r) {
      return r.rank == rank && r.year == year && r.vintage == k_2020;
    });
  }

  /// How many hold the rank as unchanged communes of January 2025.
  long left_in_2025(const char* rank) const {
    return std::count_if(m_all.begin(), m_all.end(), [&](const Recognition& r) {
      return r.rank == rank && r.vintage == k_2020 && m_unchanged.contains(r.code);
    });
  }

  static const Profile& find(const std::vector<Profile>& units, const std::string& code) {
    return *std::find_if(units.begin(), units.end(), [&](const Profile& p) { return p.unit.code == code; });
  }

  void add_advanced() {
    // Model communes were advanced before, so these belong to the 19 of July 2021.
    for (const char* code : {"18259", "18550", "18628", "18685", "18382", "18100"})
      if (!has(code, "NANGCAO")) add(find(m_2020, code), "NANGCAO", 2020, "2021-01-15", k_2020);
    add_some("NANGCAO", 2020, 19 - in_year("NANGCAO", 2020));
    add_some("NANGCAO", 2022, 15 - in_year("NANGCAO", 2022));
    add_some("NANGCAO", 2023, 10 - in_year("NANGCAO", 2023));
    add_some("NANGCAO", 2024, 69 - left_in_2025("NANGCAO"));
  }

  void add_model() {
    add_some("KIEUMAU", 2023, 8 - in_year("KIEUMAU", 2023));
    add_some("KIEUMAU", 2024, 18 - left_in_2025("KIEUMAU"));
  }

  void carry_to_2025() {
    const std::vector<Recognition> before = m_all;
    for (const Recognition& r : before) {
      if (r.level != "xã" || r.vintage != k_2020 || !m_unchanged.contains(r.code)) continue;
      m_all.push_back(r);
      m_all.back().id += "-25";
      m_all.back().vintage = k_2025;
      m_all.back().name = find(m_2025, r.code).unit.name;  // Cẩm Vĩnh is written Cẩm Vịnh there
    }
    for (const Profile& unit : m_2025)
      if (unit.is_commune() && !m_unchanged.contains(unit.unit.code))
        add(unit, "NTM_MERGED", 2024, "2025-01-01", k_2025);
  }

  void add_district(const char* code, const char* name, const char* level, const char* rank, int year) {
    m_all.push_back({fmt::format("M{:03}", ++m_count), level, code, k_2020, name, rank, year, "",
                     fmt::format("{}-01-31", year + 1), k_source, "none"});
  }

  void add_districts() {
    add_district("442", "Nghi Xuân", "huyện", "HUYEN_NTM", 2018);
    add_district("440", "Đức Thọ", "huyện", "HUYEN_NTM", 2019);
    add_district("443", "Can Lộc", "huyện", "HUYEN_NTM", 2019);
    add_district("445", "Thạch Hà", "huyện", "HUYEN_NTM", 2019);
    add_district("436", "Hà Tĩnh", "thành phố", "HTNV", 2019);
    const std::vector<Recognition> before = m_all;
    for (const Recognition& r : before) {
      if (r.level != "huyện" && r.level != "thành phố") continue;
      if (r.code == "448") continue;  // Lộc Hà joined Thạch Hà
      m_all.push_back(r);
      m_all.back().id += "-25";
      m_all.back().vintage = k_2025;
    }
  }

  /// Civilised urban titles of wards and townships; three of four by the end of 2024.
  void add_urban() {
    for (const bool newer : {false, true})
      for (const Profile& unit : newer ? m_2025 : m_2020) {
        Random random("urban/" + unit.unit.code);
        if (unit.is_commune() || random.chance(0.25)) continue;
        const int year = 2022 + random.below(3);
        const char* level = unit.unit.type == "Phường" ? "phường" : "thị trấn";
        add(unit, "DTVM", year, fmt::format("{}-12-25", year), newer ? k_2025 : k_2020, level);
      }
  }

  const std::vector<Profile>& m_2020;
  const std::vector<Profile>& m_2025;
  CsvTable m_mergers;
  std::set<std::string> m_unchanged;
  std::vector<Recognition> m_all;
  int m_count = 0;
};

Title title_of(const std::string& rank) {
  if (rank == "KIEUMAU") return Title::model;
  if (rank == "NANGCAO") return Title::advanced;
  return rank == "NTM" || rank == "NTM_MERGED" ? Title::met : Title::none;
}

}  // namespace

std::vector<Recognition> make_recognitions(const Profiles& profiles, const std::filesystem::path& sources) {
  return RecognitionMaker(profiles, sources).make();
}

std::map<std::string, Title> titles(const std::vector<Recognition>& recognitions, const std::string& vintage,
                                    int year) {
  std::map<std::string, Title> result;
  for (const Recognition& r : recognitions) {
    if (r.vintage != vintage || r.year > year) continue;
    Title& held = result[r.code];
    held = std::max(held, title_of(r.rank));
  }
  return result;
}

void write_recognitions(const std::vector<Recognition>& recognitions, const std::filesystem::path& file) {
  Sheet sheet;
  sheet.made_up = false;  // some rows are real; the column "source" says which are not
  sheet.header = {"id",        "unit_level",      "unit_code", "unit_code_valid", "unit_name",
                  "rank",      "attainment_year", "decision",  "decision_date",   "source",
                  "confidence"};
  for (const Recognition& r : recognitions)
    sheet.rows.push_back({r.id, r.level, r.code, r.vintage, r.name, r.rank,
                          Number{static_cast<double>(r.year), 0}, r.decision, r.date, r.source,
                          r.confidence});
  write_csv(file, sheet, CsvStyle::plain);
}

}  // namespace ntmap::sample
