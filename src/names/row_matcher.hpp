#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "names/aliases.hpp"
#include "names/name_cell.hpp"
#include "names/name_decision.hpp"
#include "names/unit_index.hpp"
#include "names/verdict.hpp"

namespace ntmap::names {

/// Facts about the table that decisions on single rows need.
struct TableFacts {
  std::size_t coded = 0;  ///< rows with a code
  std::size_t found = 0;  ///< of them, those whose code is a unit's
  /// At least half of the codes are units' codes, or half of the units have one (a table of the whole country
  /// beside one province), or there are codes only.
  bool codes_trusted = false;
  bool bare = false;  ///< no text has a mark: all were lost
};

/// Decides about rows one by one: by a confirmed choice, by code and name, and, where the cell of the name
/// holds more than a name, by its parts.
class RowMatcher {
 public:
  RowMatcher(const UnitIndex& index, const AliasBook& aliases, TableFacts facts)
      : m_index(index), m_names(index), m_aliases(aliases), m_facts(facts) {}

  /// `given` is the row as the table has it, with an address in its name.
  Verdict decide(const MatchRow& given, const MatchRow& row, const Scope& scope) const;

 private:
  std::optional<AliasBook::Found> alias_of(const MatchRow& given, const MatchRow& row) const;
  bool elsewhere(const AliasBook::Found& alias, const MatchRow& row, std::uint32_t unit,
                 const Scope& scope) const;
  bool codes_another(const MatchRow& row, std::uint32_t unit) const;

  Verdict decide_unaided(const MatchRow& row, const Scope& scope) const;
  Verdict against_note(const MatchRow& row, const Scope& scope, Verdict whole) const;
  Verdict decide_alone(const MatchRow& row, const Scope& scope) const;
  Verdict against_type(const MatchRow& row, const Scope& scope, Verdict by_name) const;
  Verdict decide_by_code(const UnitIndex::CodeHits& hits, const std::vector<Reading>& readings,
                         const Scope& scope) const;
  Verdict against_code(const MatchRow& row, Verdict by_name) const;
  bool lost_marks(const std::vector<Reading>& readings, const Scope& scope) const;

  std::optional<Scope> place_of(const CellParts& parts) const;
  Verdict decide_parted(const MatchRow& row, const Scope& scope, Verdict whole) const;
  std::optional<Verdict> decide_parts(const MatchRow& row, const Scope& scope, const CellParts& parts) const;
  std::optional<Verdict> decide_without_place(const MatchRow& row, const Scope& scope,
                                              const CellParts& parts) const;
  Verdict against_place(const MatchRow& row, const CellParts& parts, const Scope& scope,
                        Verdict verdict) const;

  const UnitIndex& m_index;
  NameDecision m_names;
  const AliasBook& m_aliases;
  TableFacts m_facts;
};

}  // namespace ntmap::names
