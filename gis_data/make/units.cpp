#include "make/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "make/csv.hpp"

namespace ntmap::sample {

namespace {

using Successors = std::map<std::string, std::vector<std::string>>;

/// For each unit that a reform touched, the units that its land went to.
Successors successors(const CsvTable& mergers, std::string_view date) {
  Successors result;
  for (std::size_t row = 0; row < mergers.size(); ++row) {
    if (mergers.cell(row, "effective_date") != date) continue;
    std::vector<std::string>& to = result[mergers.cell(row, "old_code")];
    const std::string& code = mergers.cell(row, "new_code");
    if (std::find(to.begin(), to.end(), code) == to.end()) to.push_back(code);
  }
  return result;
}

double squared_distance(Point a, Point b) {
  const double k_cos = 0.95;  // cos(18.3°): degrees of longitude are shorter
  return (a.x - b.x) * (a.x - b.x) * k_cos * k_cos + (a.y - b.y) * (a.y - b.y);
}

/// The place of the nearest other atom of which every piece goes to this one unit.
Point nearest_of(const std::vector<Atom>& atoms, const Atom& from, const Successors& to,
                 const std::string& code, std::size_t before) {
  const Atom* best = nullptr;
  for (const Atom& atom : atoms) {
    const auto found = to.find(atom.code[before]);
    if (found == to.end() || found->second != std::vector{code}) continue;
    if (best == nullptr ||
        squared_distance(atom.place, from.place) < squared_distance(best->place, from.place))
      best = &atom;
  }
  if (best == nullptr) throw std::runtime_error(fmt::format("{}: nothing goes to it whole", code));
  return best->place;
}

Point towards(Point from, Point to, double share) {
  return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

/// Carries the atoms over one reform; a unit that is split becomes one atom for each unit it goes to,
/// each a little way from the seat towards that unit.
std::vector<Atom> carry(const std::vector<Atom>& atoms, const Successors& to, std::size_t before) {
  constexpr double k_share = 0.4;
  std::vector<Atom> result;
  for (const Atom& atom : atoms) {
    const auto found = to.find(atom.code[before]);
    const std::vector<std::string> codes = found == to.end() ? std::vector{atom.code[before]} : found->second;
    for (const std::string& code : codes) {
      Atom piece = atom;
      piece.code[before + 1] = code;
      if (codes.size() > 1)
        piece.place = towards(atom.place, nearest_of(atoms, atom, to, code, before), k_share);
      result.push_back(piece);
    }
  }
  return result;
}

}  // namespace

std::vector<Unit> official_units(const std::filesystem::path& sources, std::string_view vintage) {
  const CsvTable table(sources / "hatinh_official_units.csv");
  std::vector<Unit> result;
  for (std::size_t row = 0; row < table.size(); ++row)
    if (table.cell(row, "vintage") == vintage)
      result.push_back({table.cell(row, "code"), table.cell(row, "name"), table.cell(row, "type"),
                        table.cell(row, "district_code"), table.cell(row, "district")});
  std::sort(result.begin(), result.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });
  return result;
}

std::vector<Atom> hatinh_atoms(const std::filesystem::path& sources) {
  const CsvTable seats(sources / "hatinh_seats.csv");
  const CsvTable mergers(sources / "hatinh_mergers.csv");
  std::vector<Atom> atoms;
  for (std::size_t row = 0; row < seats.size(); ++row) {
    Atom atom;
    atom.place = {std::stod(seats.cell(row, "lon")), std::stod(seats.cell(row, "lat"))};
    atom.code[0] = seats.cell(row, "code");
    atoms.push_back(atom);
  }
  constexpr std::array<std::string_view, 3> k_reforms = {"2020-01-01", "2025-01-01", "2025-07-01"};
  for (std::size_t i = 0; i < k_reforms.size(); ++i)
    atoms = carry(atoms, successors(mergers, k_reforms[i]), i);
  return atoms;
}

District sonduong(const std::filesystem::path& sources) {
  const CsvTable seats(sources / "sonduong_seats.csv");
  District result;
  for (std::size_t row = 0; row < seats.size(); ++row) {
    Atom atom;
    atom.place = {std::stod(seats.cell(row, "lon")), std::stod(seats.cell(row, "lat"))};
    atom.code[0] = seats.cell(row, "code");
    result.atoms.push_back(atom);
    result.units.push_back({seats.cell(row, "code"), seats.cell(row, "name"), seats.cell(row, "type"),
                            seats.cell(row, "district_code"), seats.cell(row, "district")});
  }
  std::sort(result.units.begin(), result.units.end(),
            [](const Unit& a, const Unit& b) { return a.code < b.code; });
  return result;
}

}  // namespace ntmap::sample
