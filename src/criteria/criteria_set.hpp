#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "criteria/date.hpp"
#include "criteria/decimal.hpp"
#include "criteria/rule.hpp"
#include "criteria/units.hpp"

namespace ntmap::criteria {

enum class Op : std::uint8_t { ge, le, gt, lt, eq };

/// ">=", "<=", ">", "<", "="; nothing for other words.
std::optional<Op> op_from(std::string_view word);
/// "≥", "≤", ">", "<", "=".
std::string_view sign(Op op);
/// The sign of the opposite: "<" for >=.
std::string_view opposite_sign(Op op);
bool holds(Decimal value, Op op, Decimal limit);
/// The same on doubles. Exact too, because both are the nearest doubles of decimals and the limit has at
/// most 15 significant digits: rounding keeps order, and no other decimal of 15 digits shares its double.
bool holds(double value, Op op, double limit);

enum class IndicatorKind : std::uint8_t {
  number,        ///< a measured figure against a threshold
  count,         ///< a whole number against a threshold
  score,         ///< points against a threshold
  level,         ///< a level or rating; words are ranked by `scale`, from 1
  pass,          ///< Đạt / không đạt: 1 or 0
  rule,          ///< an expression over figures
  share,         ///< share of child units that met another set
  prerequisite,  ///< this unit met another set
  all_criteria,  ///< this set's criteria met, counted
};

/// What picks the threshold column of a set.
enum class ThresholdKey : std::uint8_t { region, group };

/// One row of thresholds: which periods and parts it is for, what it says, and who says so.
struct ThresholdRow {
  int year = 0;  ///< the year of assessment; 0: every year
  Date from;     ///< further bounds on the date of assessment; empty: those of the indicator
  Date to;
  std::string value;                                      ///< id of the part it is for; empty: every part
  bool unknown = false;                                   ///< it is known that the threshold is not known
  bool everywhere = false;                                ///< the same for every region or group: at[0]
  std::array<std::optional<Decimal>, k_region_count> at;  ///< by region, or by group 1..3
  std::optional<Decimal> factor;  ///< times the threshold of `of_indicator` of `of_set`, same year and unit
  std::string of_set;
  std::string of_indicator;
  std::string source;      ///< ids of sources.csv
  std::string confidence;  ///< high, medium, low, none
  bool illustrative = false;
  base::Text document;  ///< the overlay that gives it; empty: the decision of the set
  std::string file;
  std::uint32_t line = 0;
};

/// One figure of an indicator: most have one; both-sexes pairs have two.
struct IndicatorPart {
  std::string id;     ///< id of the figure, "ntm.12.1.nam"
  base::Text name;    ///< empty when the indicator has only one
  bool pass = false;  ///< Đạt / không đạt beside figures that are measured (the mandatory items of 3.2)
  std::string unit;   ///< where it differs from the indicator's: "%" beside a number of products
};

/// One wording of an indicator: an amended one has several, apart in time.
struct Indicator {
  std::string code;  ///< "3.1"
  base::Text name;
  std::string unit;
  IndicatorKind kind = IndicatorKind::pass;
  Op op = Op::ge;
  Date from;
  Date to;
  std::vector<IndicatorPart> parts;  ///< none for share, prerequisite, all_criteria; rule: its names
  std::optional<Rule> rule;
  std::string rule_text;
  std::string other_set;              ///< share, prerequisite
  std::vector<std::string> children;  ///< share: types of child units counted
  bool of_all = false;                ///< share: the base is all of them, the excluded too (rule N01)
  std::vector<std::string> scale;     ///< level: words from worst to best
  std::optional<Decimal> most;        ///< score, level: the top of the scale, where a source states it
  std::string weight;                 ///< figure that roll-ups weigh by; empty: no mean is given
  bool if_any = false;                ///< "(nếu có)": may be marked not applicable
  std::string lead;                   ///< ministry; empty: the criterion's
  std::string delegated_to;           ///< who sets the threshold
  std::string source;
  std::string confidence;
  std::string hint;  ///< recalled figures, for the reader; never decides
  std::string note;
  std::vector<ThresholdRow> thresholds;
  std::uint32_t line = 0;
};

struct Criterion {
  std::string no;
  std::string group;
  base::Text name;
  std::string lead;
  bool gate = false;  ///< a condition, not counted among "19 tiêu chí"
  std::vector<Indicator> indicators;
};

/// A figure that rules read.
struct NamedFigure {
  std::string id;
  std::string unit;
  base::Text name;
  std::optional<Decimal> most;  ///< the top of its scale, where a source states it
  bool whole = false;           ///< counted one by one
  std::string source;           ///< of `most`
};

/// A set of criteria as a decision lays it down.
struct CriteriaSet {
  std::string id;
  std::string prefix;  ///< of figure ids
  std::string rank;    ///< what a unit that is recognised by it holds: "NTM"
  base::Text name;
  std::vector<std::string> applies_to;  ///< unit types
  std::string decision;
  std::string document;
  std::string source;
  Date from;
  Date to;
  int first_year = 0;  ///< years of assessment
  int last_year = 0;
  ThresholdKey key = ThresholdKey::region;
  std::vector<std::string> requires_sets;
  std::vector<NamedFigure> figures;
  std::vector<Criterion> criteria;
  std::string file;

  const Indicator* find(std::string_view code, Date date) const;
  /// Criteria without gates: the 19 of "19/19".
  std::size_t counted() const;
  /// The day whose wordings hold for an assessment of `year` made on `date`: a date before the decision,
  /// in a year it covers, takes the first wordings. Nothing when the set does not cover that year.
  std::optional<Date> wording_day(int year, Date date) const;
};

/// The sets that are loaded, with overlays laid over them.
class Catalogue {
 public:
  const std::vector<CriteriaSet>& sets() const { return m_sets; }
  const CriteriaSet* find(std::string_view id) const;
  CriteriaSet* find(std::string_view id);
  /// The set that gives this rank and holds on that day, or null.
  const CriteriaSet* of_rank(std::string_view rank, Date day) const;
  /// Takes a set; throws base::Error{data} when the id is there already.
  void add(CriteriaSet set);
  /// Ids of sets in an order in which each comes after all it rests on. Needs a checked catalogue.
  std::vector<std::string> in_order() const;

 private:
  std::vector<CriteriaSet> m_sets;
};

/// The sets that a set rests on: prerequisites and shares of children.
std::vector<std::string> rests_on(const CriteriaSet& set);

}  // namespace ntmap::criteria
