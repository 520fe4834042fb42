#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "base/text.hpp"
#include "names/aliases.hpp"

namespace ntmap::names {

/// A unit of the boundaries. All texts UTF-8.
struct MatchUnit {
  std::string code = {};
  std::string name = {};      ///< with or without its type in front
  std::string type = {};      ///< "Xã"; empty: what the name says
  std::string district = {};  ///< empty where there is no district level
  std::string province = {};  ///< empty where all units lie in one province

  bool operator==(const MatchUnit&) const = default;
};

/// A row to be matched; empty fields are not known.
struct MatchRow {
  std::string code = {};
  std::string name = {};
  std::string district = {};
  std::string province = {};
  std::string type = {};  ///< where the table has a column of its own for it
};

enum class MatchStatus : std::uint8_t {
  matched,    ///< exactly one unit can be meant
  ambiguous,  ///< several units can be meant, or one that a person should confirm
  unmatched,
};

/// The rule that made (or suggests) a match, strictest first.
enum class MatchRule : std::uint8_t {
  none,
  alias,        ///< a confirmed choice
  code,         ///< equal codes
  code_padded,  ///< equal codes once leading zeros are put back
  exact,        ///< the same name
  folded,       ///< the same name spelt another way
  legacy,       ///< the same name in TCVN3, VNI or mojibake
  unmarked,     ///< the same name with marks missing
  fuzzy,        ///< one wrong letter
};

/// "matched", "code-padded": the words of reports and files.
std::string_view status_word(MatchStatus status);
std::string_view rule_word(MatchRule rule);

inline constexpr std::uint32_t k_no_unit = 0xFFFFFFFF;

struct RowMatch {
  MatchStatus status = MatchStatus::unmatched;
  MatchRule rule = MatchRule::none;
  std::uint32_t unit = k_no_unit;         ///< index of the unit where matched
  double score = 0;                       ///< 1 for alias, code and exact, less down the rules, 0 unmatched
  std::vector<std::uint32_t> candidates;  ///< up to five units that may be meant, best first
  base::Text why;                         ///< one sentence for the user
};

/// What is to be said of one row; whoever knows the file names it, and where the row stands in it.
struct RowNote {
  std::size_t row = 0;
  base::Finding finding = {};
};

struct MatchReport {
  std::vector<RowMatch> rows;  ///< one for each row
  std::size_t matched = 0;
  std::size_t ambiguous = 0;
  std::size_t unmatched = 0;
  base::Findings findings;  ///< units claimed by several rows, padded codes, scopes that were not used
  /// Aliases against rows: join.alias-refused where the row contradicts it, join.alias-over-code where it
  /// decided between the row's name and code (warnings).
  std::vector<RowNote> notes;
};

class UnitIndex;

/// Matches rows to units, each row on its own: automatically only where exactly one unit in its scope can be
/// meant, else ambiguous with those that can. docs/reading.md tells the rules to users; here is where they
/// are:
///
/// - Order: alias; code; name exact or folded, legacy, unmarked, fuzzy. The first that finds anything decides
///   (name_decision). Exact and folded find together: how Hòa is typed tells no units apart, so of two that
///   differ in that alone both are meant. A type decides between them, and one that contradicts leaves the
///   row ambiguous.
/// - Scope: the row's district (found by the same rules, or resembled), else its province, else all units
///   (unit_index). A name that stands in another district only, or nearer there, and a district that is none
///   of the units' are ambiguous: units that changed are not guessed.
/// - Rivals: a name with a wrong letter is ambiguous where another unit is one letter away too, begins with
/// it, or
///   differs in marks alone (name_rivals).
/// - Codes decide where the table's are the units' (half of either); unless the name is not the unit's, means
///   another better, or says another type. Else they are set aside, and contradict still (row_matcher).
/// - Cells that hold more than a name: numbers, authorities and notes are left aside (name_frame), and what
/// is no
///   name as it stands is taken for a name and its place (name_cell), which is the row's scope.
/// - An alias decides only where the row does not contradict it: not where it leaves the district (or
/// province)
///   open and the row names another than the unit's, nor where the row's code and name agree on another unit.
///
/// Rows about a district among its communes are the caller's: only all rows of a table together tell a
/// heading from a town of that name (app/data/heading_rows).
///
/// Building costs time linear in the units; a row costs time nearly independent of their number.
class UnitMatcher {
 public:
  explicit UnitMatcher(std::vector<MatchUnit> units);
  ~UnitMatcher();
  UnitMatcher(UnitMatcher&&) noexcept;
  UnitMatcher& operator=(UnitMatcher&&) noexcept;

  /// `row_numbers` are those that findings give the rows: where they stand in their file. Empty: from 1.
  MatchReport match(const std::vector<MatchRow>& rows, const AliasBook& aliases = {},
                    std::span<const std::uint32_t> row_numbers = {}) const;

  /// Whether a code is that of exactly one unit, as written or with its leading zeros put back.
  bool knows_code(std::string_view code) const;

 private:
  std::unique_ptr<const UnitIndex> m_index;
};

}  // namespace ntmap::names
