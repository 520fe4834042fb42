#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "criteria/evaluate.hpp"
#include "model/table.hpp"

namespace ntmap::criteria {

/// One decision that gives a unit a title. A unit holds as many as were decided; the ranks below a title
/// are held with it.
struct Recognition {
  std::string id;
  std::uint32_t unit = k_no_unit;  ///< set by bind_units() of registers.hpp
  std::string unit_code;
  std::string code_valid;  ///< the vintage whose codes are meant, "2020-01-01"
  std::string unit_name;
  std::string rank;
  bool after_merger = false;  ///< given anew to a merged unit
  int attainment_year = 0;    ///< the year whose figures met the set
  std::string decision;       ///< number; empty: not known
  Date decided;               ///< empty: not known, and the end of the year of attainment stands in
  Date ends;                  ///< last day of a title that expires or was revoked; empty: open
  std::string source;
  std::string confidence;
  std::string note;
  std::uint32_t row = 0;
};

/// Which day a title counts from: the two are kept apart (525/QĐ-TTg of 27/4/2022 is "for 2020").
enum class Counted : std::uint8_t { from_decision, from_attainment };

/// Reads the columns id, unit_code, unit_code_valid, unit_name, rank, attainment_year, decision,
/// decision_date and, where they are, ends, source, confidence, note. "NTM_MERGED" is NTM given anew.
/// Flaws become findings with the row; the row is left out.
std::vector<Recognition> read_recognitions(const model::Table& table, base::Findings& findings);

/// Ends each open title of the rank `years` after its day (civilised urban: 5, rule U02), unless renewed.
void expire(std::vector<Recognition>& recognitions, std::string_view rank, int years);

/// The day a title counts from. From the year of attainment it is the end of that year, or the decision where
/// that was issued within the year already: what is decided is held.
Date day_of(const Recognition& recognition, Counted counted);

/// Whether the title is held on that day.
bool held_on(const Recognition& recognition, Date day, Counted counted);

/// The rank and all above it: who is advanced or model meets the basic set too.
std::vector<std::string> ranks_from(const Catalogue& catalogue, std::string_view rank);

/// Whether the title is for a year before the set's own: it is to be confirmed under the set (rule C06).
/// Where the year of attainment is not known, that of the decision stands in.
bool is_of_older_set(const Recognition& recognition, int first_year);

/// Who holds any of the ranks on that day, one verdict a unit: met or not met. `first_year` of the set tells
/// titles of older sets apart; 0: none is.
Titles titles_of(const std::string& set, std::span<const Recognition> recognitions, std::size_t unit_count,
                 const std::vector<std::string>& ranks, Date day, Counted counted, int first_year = 0);

/// 18/2022/QĐ-TTg: when a title is to be taken back.
struct RevocationRule {
  Decimal share = 50;                     ///< percent of criteria failed that is enough
  Decimal share_with_key = 30;            ///< percent that is enough with a key criterion among them
  std::vector<std::string> key_criteria;  ///< Vietnamese names
  std::optional<Decimal> children_share;  ///< percent of revoked communes that is enough (districts)
};

/// What recognition asks for beside the criteria, and no table says (rule C07).
struct RecognitionConditions {
  base::Text words;  ///< empty: the rules name none
  Date from;
  Date to;
};

/// Parameters of rules.toml the engine works with.
struct ProgrammeRules {
  RecognitionConditions recognition;                     ///< C07
  RevocationRule commune;                                ///< V01
  RevocationRule district;                               ///< V02
  Decimal just_met_margin = *Decimal::parse("0.05");     ///< B01
  Decimal published_tolerance = *Decimal::parse("0.1");  ///< S02, percentage points
  int civilised_urban_years = 5;                         ///< U02
  int ocop_months = 36;                                  ///< O01
};

ProgrammeRules load_rules(const std::filesystem::path& file);

/// A title against today's figures: three facts, each with a look of its own.
enum class State : std::uint8_t {
  nothing,               ///< neither met nor recognised
  evaluated,             ///< met today, not recognised
  recognised,            ///< recognised, and met today
  recognised_unchecked,  ///< recognised, today's evaluation unknown
  lapsed,                ///< recognised, failing today in `failed` criteria
  revocable,             ///< recognised, failing so much that 18/2022 takes it back
  expired,               ///< was recognised; the title has ended
  pending_after_merger,  ///< a merged unit whose parts were recognised; nothing decided anew
};

/// How a unit came about that a merger or a split made (mergers.hpp).
struct Merger {
  Date since;                                   ///< first day of the unit
  std::vector<std::vector<std::string>> parts;  ///< of each part, the ranks it held the day before
};

base::Text word(State state);

struct Standing {
  State state = State::nothing;
  const Recognition* recognition = nullptr;  ///< the one that counts, or the last that ended
  Mark evaluated;
  int failed = 0;
  int unknown = 0;
  int total = 0;
  bool older_set = false;  ///< recognised for a year before this set: to be confirmed under it (rule C06)
  /// Of a district: communes whose title has been or is to be taken back, of how many (rule V02).
  std::int64_t revoked_children = 0;
  std::int64_t children = 0;
};

/// Whether 18/2022 takes the title back: share of failed criteria, in whole numbers.
bool is_revocable(const RevocationRule& rule, int failed, int total, bool key_failed);

/// Whether so many of a district's communes have lost their title that the district loses its own.
bool is_revocable_by_children(const RevocationRule& rule, std::int64_t revoked, std::int64_t communes);

/// Where a unit stands on that day. `merger`: what made it, null for nothing of that kind. A merged unit has
/// a title by a new decision only (rule M01): until one of its own day or later, it is pending where a part
/// held the title or where the register gives it one that is older than the unit.
Standing standing(const SetResult& result, std::uint32_t unit, std::span<const Recognition> recognitions,
                  const std::vector<std::string>& ranks, Date day, Counted counted,
                  const RevocationRule& rule, const Merger* merger = nullptr);

}  // namespace ntmap::criteria
