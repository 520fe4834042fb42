#include "make/profile.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "make/random.hpp"
#include "make/totals.hpp"

namespace ntmap::sample {

namespace {

Profile first_profile(const Geos& geos, const Unit& unit, const GEOSGeometry* land) {
  Random random("profile/" + unit.code);
  Profile result;
  result.unit = unit;
  result.area = geos.area(land) / 10000;
  const double people = result.is_commune() ? random.between(3800, 8600) : random.between(5200, 12500);
  result.people = static_cast<int>(people);
  result.households = static_cast<int>(people / random.between(3.2, 3.7));
  const double share = std::clamp(0.52 - result.area / 30000, 0.06, 0.5) * random.between(0.8, 1.15);
  result.farm_land = std::round(result.area * share * 10) / 10;
  result.hardness = 0.75 * random.unit() + 0.25 * std::min(1.0, result.area / 9000);
  return result;
}

/// 1,512 thôn in the communes that are left in February 2025; the communes that became urban since 2020
/// had theirs beside these.
void add_villages(std::vector<Profile>& units, const std::set<std::string>& left) {
  constexpr long k_villages = 1512;
  std::vector<double> weights;
  for (Profile& profile : units) {
    weights.push_back(left.contains(profile.unit.code) ? profile.people : 0);
    if (profile.is_commune()) profile.villages = profile.people / 800 + 1;
  }
  const std::vector<long> counts = distribute(k_villages, weights);
  for (std::size_t i = 0; i < units.size(); ++i)
    if (weights[i] > 0) units[i].villages = static_cast<int>(counts[i]);
}

struct Share {
  std::string from;
  std::string to;
  double part = 1;
};

/// Which part of each unit of 2020 goes to which unit of the later date.
std::vector<Share> shares(const std::vector<Atom>& atoms, std::size_t later) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const Atom& atom : atoms) pairs.emplace(atom.code[1], atom.code[later]);
  std::vector<Share> result;
  for (const auto& [from, to] : pairs) {
    const auto count =
        std::count_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == from; });
    result.push_back({from, to, 1.0 / static_cast<double>(count)});
  }
  return result;
}

std::vector<Profile> carried(const Geos& geos, const std::vector<Profile>& units, const UnitLayer& layer,
                             const std::vector<Share>& parts) {
  std::vector<Profile> result;
  for (std::size_t i = 0; i < layer.units.size(); ++i) {
    Profile sum;
    sum.unit = layer.units[i];
    sum.area = geos.area(layer.land[i].get()) / 10000;
    double weight = 0;
    for (const Share& part : parts) {
      if (part.to != sum.unit.code) continue;
      const Profile& from = *std::find_if(units.begin(), units.end(),
                                          [&](const Profile& p) { return p.unit.code == part.from; });
      sum.people += static_cast<int>(from.people * part.part);
      sum.households += static_cast<int>(from.households * part.part);
      sum.farm_land += std::round(from.farm_land * part.part * 10) / 10;
      if (sum.is_commune()) sum.villages += static_cast<int>(from.villages * part.part);
      sum.hardness += from.hardness * part.part;
      weight += part.part;
    }
    sum.hardness /= weight;
    result.push_back(sum);
  }
  return result;
}

}  // namespace

Profiles make_profiles(const Geos& geos, const Hatinh& hatinh, const std::filesystem::path& sources) {
  const std::vector<Atom> atoms = hatinh_atoms(sources);
  Profiles result;
  std::vector<Profile>& base = result.at[1];
  for (std::size_t i = 0; i < hatinh.at[1].units.size(); ++i)
    base.push_back(first_profile(geos, hatinh.at[1].units[i], hatinh.at[1].land[i].get()));
  std::set<std::string> communes;  // codes of 2020 whose land lies in a commune of January 2025
  for (const Atom& atom : atoms)
    for (const Unit& unit : hatinh.at[2].units)
      if (unit.code == atom.code[2] && unit.type == "Xã") communes.insert(atom.code[1]);
  add_villages(base, communes);
  for (const std::size_t later : {2u, 3u})
    result.at[later] = carried(geos, base, hatinh.at[later], shares(atoms, later));
  return result;
}

std::vector<Profile> make_profiles(const Geos& geos, const UnitLayer& layer) {
  std::vector<Profile> result;
  for (std::size_t i = 0; i < layer.units.size(); ++i) {
    result.push_back(first_profile(geos, layer.units[i], layer.land[i].get()));
    if (result.back().is_commune()) result.back().villages = result.back().people / 620;
  }
  return result;
}

}  // namespace ntmap::sample
