#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Decomposed (NFD), and half composed (shape in the letter, tone behind it).
std::string to_nfd(std::string_view text);
std::string to_half_composed(std::string_view text);

/// Bytes of legacy encodings; letters that the encoding lacks keep their base letter.
std::string to_tcvn3(std::string_view text);
std::string to_vni(std::string_view text);
std::string to_cp1258(std::string_view text);
/// Bytes taken for Latin-1 and written as UTF-8: how a sheet typed in an old font arrives.
std::string as_latin1_text(std::string_view bytes);

/// Without any mark, "đ" included.
std::string without_any_mark(std::string_view text);

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
