#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "names/name_grade.hpp"
#include "names/unit_name.hpp"

namespace ntmap::names {

/// Names that can be found by any spelling near them, in time that does not grow with their number:
/// by the key without marks, and by that key with one letter left out (so that two keys one mistake
/// apart share an entry).
class NameIndex {
 public:
  struct Entry {
    UnitType type = UnitType::none;
    ComparedName name;
    bool below_district = false;  ///< lies in a district, so that it is none itself, whatever its type
  };

  /// Adds a name, split into its type and name. Entries are numbered from 0.
  void add(const UnitName& name, bool below_district = false);
  /// Must follow the last add and precede the first look-up.
  void finish();

  const Entry& entry(std::uint32_t id) const { return m_entries[id]; }
  std::size_t size() const { return m_entries.size(); }

  /// Entries with the same letters, whatever their marks.
  const std::vector<std::uint32_t>& same_letters(const ComparedName& name) const;
  /// Entries that may be one mistake away, each once, in ascending order.
  std::vector<std::uint32_t> near(const ComparedName& name) const;

 private:
  void collect(std::u32string_view bare, std::vector<std::uint32_t>& out) const;

  std::vector<Entry> m_entries;
  std::unordered_map<std::u32string, std::vector<std::uint32_t>> m_by_letters;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> m_by_hash;  ///< sorted
};

}  // namespace ntmap::names
