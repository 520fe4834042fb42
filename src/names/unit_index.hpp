#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "names/match.hpp"
#include "names/name_search.hpp"

namespace ntmap::names {

/// Where the unit of a row must lie, as far as the row says it.
struct Scope {
  std::vector<std::uint32_t> districts = {};  ///< ids; empty: any
  std::vector<std::uint32_t> provinces = {};  ///< ids; empty: any
  bool foreign = false;  ///< names a district or province that is none of the units' and resembles none
  bool bare = false;     ///< district or province was found only without marks
};

/// The units, their districts and provinces by name, and the units by code.
class UnitIndex {
 public:
  explicit UnitIndex(std::vector<MatchUnit> units);

  std::size_t size() const { return m_units.size(); }
  const MatchUnit& unit(std::uint32_t id) const { return m_units[id]; }
  const NameIndex::Entry& name(std::uint32_t id) const { return m_names.entry(id); }

  bool has_districts() const { return m_districts.size() > 0; }
  bool has_provinces() const { return m_provinces.size() > 0; }
  Scope scope(std::string_view district, std::string_view province) const;
  /// The scope of places that must be found as they stand or but for their marks; nothing where one of them
  /// is not. Empty texts name no place.
  std::optional<Scope> named_scope(std::string_view district, std::string_view province) const;
  /// What lies in both; nothing where they contradict one another.
  static std::optional<Scope> common(const Scope& a, const Scope& b);
  /// The same scope without the districts: their provinces.
  Scope widened(const Scope& scope) const;
  /// Whether the unit lies in the districts of the scope, where it has any; units without a district do.
  bool in_districts(std::uint32_t unit, const Scope& scope) const;
  bool in_provinces(std::uint32_t unit, const Scope& scope) const;
  std::vector<Hit> find(const std::vector<Reading>& readings, const Scope& scope) const;
  /// Units that a name with words cut off may stand for: Long Điền Đông for "Long Điền Đ.".
  std::vector<std::uint32_t> abbreviated(const Reading& reading, const Scope& scope) const;

  /// Units of that code; `padded` says that leading zeros had to be put back (or cut off).
  struct CodeHits {
    std::vector<std::uint32_t> units;
    bool padded = false;
  };
  CodeHits by_code(std::string_view code) const;

 private:
  std::vector<std::uint32_t> by_exact_code(std::string_view code) const;
  struct Place {
    std::vector<std::uint32_t> ids = {};
    bool bare = false;
    bool foreign = false;
  };
  static Place locate(const NameIndex& index, std::string_view text,
                      const std::vector<std::uint32_t>* parents, const std::vector<std::uint32_t>& scope);
  void add_unit(const MatchUnit& unit, const UnitName& name, bool among_communes);

  std::vector<MatchUnit> m_units;
  NameIndex m_names;      ///< entry i is unit i
  NameIndex m_districts;  ///< districts of different provinces are different
  NameIndex m_provinces;
  std::unordered_map<std::string, std::uint32_t> m_district_ids;
  std::unordered_map<std::string, std::uint32_t> m_province_ids;
  std::vector<std::uint32_t> m_district_of;         ///< of each unit; k_no_unit: none
  std::vector<std::uint32_t> m_province_of;         ///< of each unit; k_no_unit: none
  std::vector<std::uint32_t> m_district_provinces;  ///< of each district
  std::unordered_map<std::string, std::vector<std::uint32_t>> m_by_code;
  std::unordered_map<std::string, std::vector<std::uint32_t>> m_by_digits;  ///< without leading zeros
};

}  // namespace ntmap::names
