#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "names/encoded_text.hpp"
#include "names/match.hpp"

/// Damages names as offices, programs and scanners damage them, and reads real units to damage.
namespace ntmap::test {

/// Small random numbers that are the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : m_state(seed * 2654435761u + 88172645463325252u) {}
  std::uint64_t next();
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

 private:
  std::uint64_t m_state;
};

/// One damage done to a row. Nothing where it does not apply to this row.
struct Damage {
  std::string name;
  std::function<std::optional<names::MatchRow>(const names::MatchRow&, Random&)> apply;
  bool encodes = false;  ///< writes letters in another encoding
};
std::vector<Damage> all_damages();
/// What surrounds names in cells: the district in the same cell, authorities and numbers in front, notes
/// behind.
std::vector<Damage> cell_damages();
/// One damage after the other; where one of them reads letters as bytes it comes last. Nothing for two of
/// these.
std::optional<Damage> both(const Damage& a, const Damage& b);
/// Any letter of the name replaced by any other: more than scanners do.
Damage random_letter();

/// Units of a CSV file with columns code,name,type,district(_name) and perhaps vintage.
std::vector<names::MatchUnit> read_units(const std::filesystem::path& csv, std::string_view vintage = {});

/// The row that an orderly office would write for the unit: "Xã Kỳ Sơn", "Huyện Kỳ Anh".
names::MatchRow orderly_row(const names::MatchUnit& unit);

}  // namespace ntmap::test
