#include "make/maker.hpp"

#include "make/areas.hpp"
#include "make/boundaries.hpp"
#include "make/figures.hpp"
#include "make/geos.hpp"
#include "make/households.hpp"
#include "make/programme.hpp"
#include "make/rounds.hpp"

namespace ntmap::sample {

namespace {

/// Older tables come as CSV with semicolons, those of 2023 and 2024 as XLSX, the newest as plain CSV.
void write_table(const std::filesystem::path& stem, Sheet sheet, int year) {
  if (year == 2023 || year == 2024) {
    sheet.total_row = year == 2024;
    write_xlsx(stem.string() + ".xlsx", sheet);
  } else {
    write_csv(stem.string() + ".csv", sheet, year < 2023 ? CsvStyle::vietnamese : CsvStyle::plain);
  }
}

void write_round(const Round& round, const std::filesystem::path& folder) {
  write_table(folder / "xa_ntm", basic_sheet(round), round.year);
  write_table(folder / "xa_nang_cao", advanced_sheet(round), round.year);
}

void make_hatinh_tables(const Geos& geos, const Hatinh& hatinh, const std::filesystem::path& sources,
                        const std::filesystem::path& folder) {
  const Profiles profiles = make_profiles(geos, hatinh, sources);
  const std::vector<Recognition> recognitions = make_recognitions(profiles, sources);
  const std::filesystem::path tables = folder / "tables";
  write_recognitions(recognitions, tables / "recognitions.csv");
  for (const NamedRound& named : make_rounds(profiles, recognitions))
    write_round(named.round, tables / named.period);
  write_figures(profiles, tables);
  write_districts(profiles, recognitions, tables);
  write_urban(profiles, recognitions, tables);
  write_province(tables);
  write_products(profiles, tables);
  write_sponsors(profiles, tables);
  write_areas(geos, hatinh, profiles, folder / "areas");
  write_households(geos, hatinh.at[2], profiles.at[2], folder / "areas" / "households.tif");
}

void make_sonduong_tables(const Geos& geos, const Sonduong& sonduong, const std::filesystem::path& folder) {
  const std::vector<Profile> profiles = make_profiles(geos, sonduong.units);
  const Round round = make_sonduong_round(profiles);
  write_round(round, folder / "tables" / "2024_03");
  write_sonduong_district(profiles, folder / "tables");
  write_recognitions(sonduong_recognitions(round), folder / "tables" / "recognitions.csv");
}

}  // namespace

void make(const std::filesystem::path& sources, const std::filesystem::path& target) {
  const Geos geos;
  const Hatinh hatinh = make_hatinh(geos, sources);
  write_hatinh(geos, hatinh, target / "hatinh");
  make_hatinh_tables(geos, hatinh, sources, target / "hatinh");
  const Sonduong sonduong = make_sonduong(geos, sources);
  write_sonduong(geos, sonduong, target / "sonduong");
  make_sonduong_tables(geos, sonduong, target / "sonduong");
}

}  // namespace ntmap::sample
