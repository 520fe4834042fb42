#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/criteria_set.hpp"
#include "criteria/units.hpp"
#include "criteria/value_table.hpp"
#include "criteria/verdict.hpp"

namespace ntmap::criteria {

/// What an evaluation is of: the year of the figures, and the day whose rules hold.
struct Period {
  int year = 0;
  Date date;
};

struct EvaluationOptions {
  /// "Mới chạm chuẩn": met with at most this share of the threshold in reserve (0.05 is 5 %). Rule B01.
  Decimal just_met_margin = *Decimal::parse("0.05");
};

/// Which units hold a set's title, from decisions: what "share of communes" counts in place of today's
/// evaluation when it is given. One verdict a unit.
struct Titles {
  std::string set;
  std::vector<Verdict> by_unit;
  /// 1: held only for a year before the set's own, so it is to be confirmed under it (rule C06): of such a
  /// unit shares ask the evaluation. Empty: none.
  std::vector<std::uint8_t> of_older_set;
};

/// A threshold picked for one region or group, and the row that gives it; null: not known.
struct PickedThreshold {
  const ThresholdRow* row = nullptr;
  Decimal value;
  double as_double = 0;  ///< the nearest double
  double just_met = 0;   ///< the farthest value that is still "just met"; NaN: never just met
};

/// One figure of an indicator with the thresholds that hold in the period.
struct PartPlan {
  const IndicatorPart* part = nullptr;
  const ValueColumn* column = nullptr;                        ///< null: no table has this figure
  std::array<PickedThreshold, k_region_count + 1> by_key;     ///< by region or group; last: neither known
  std::array<PickedThreshold, k_region_count + 1> next_year;  ///< of rows by year only
};

struct IndicatorPlan {
  const Indicator* indicator = nullptr;
  std::uint16_t criterion = 0;  ///< index into the set's criteria
  std::vector<PartPlan> parts;
};

/// How many child units a share counts.
struct ChildCount {
  std::int32_t met = 0;
  std::int32_t unknown = 0;
  std::int32_t all = 0;  ///< without those excluded and those the set does not apply to
  std::int32_t excluded = 0;
  std::int32_t of_older_set = 0;  ///< of `all`: their title is of an older set, so today's figures were asked
  bool level_ended = false;       ///< no unit of that level is left anywhere: districts since July 2025
};

/// How many criteria of a unit stand in each state. "17/19 met, 1 unknown".
struct CriteriaCount {
  std::uint16_t met = 0;
  std::uint16_t not_met = 0;
  std::uint16_t unknown = 0;
  std::uint16_t not_applicable = 0;
  std::uint16_t total = 0;
  /// What counts for means: all of them once the set is met (rules.md 2.10), else those met.
  std::uint16_t credited = 0;
};

/// The verdicts of one set in one period; marks are stored a byte each.
class SetResult {
 public:
  const CriteriaSet& set() const { return *m_set; }
  Period period() const { return m_period; }
  const std::vector<IndicatorPlan>& indicators() const { return m_indicators; }

  bool applies(std::size_t unit) const { return m_applies[unit] != 0; }
  Mark indicator(std::size_t index, std::size_t unit) const { return m_indicator_marks[index][unit]; }
  std::span<const Mark> indicator_marks(std::size_t index) const { return m_indicator_marks[index]; }
  Mark criterion(std::size_t index, std::size_t unit) const { return m_criterion_marks[index][unit]; }
  /// The whole set: criteria, gates and prerequisites. not_applicable for unit types it is not for, and for
  /// units that do not implement the programme.
  Mark overall(std::size_t unit) const { return m_overall[unit]; }
  std::span<const Mark> overall() const { return m_overall; }
  /// Whether every set that this one requires is met.
  bool prerequisites_met(std::size_t unit) const { return m_prerequisites_met[unit] != 0; }
  CriteriaCount count(std::size_t unit) const;
  /// For an indicator of kind share; zeros for others.
  ChildCount children(std::size_t index, std::size_t unit) const;
  /// Index of the indicator with that code in this period.
  std::optional<std::size_t> find(std::string_view code) const;

 private:
  friend class Evaluator;
  const CriteriaSet* m_set = nullptr;
  Period m_period;
  std::vector<IndicatorPlan> m_indicators;
  std::vector<std::uint8_t> m_applies;
  std::vector<std::vector<Mark>> m_indicator_marks;
  std::vector<std::vector<Mark>> m_criterion_marks;
  std::vector<Mark> m_overall;
  std::vector<std::uint8_t> m_prerequisites_met;
  std::vector<std::vector<ChildCount>> m_children;  ///< by indicator; empty for other kinds
};

struct Exclusion;

/// What is evaluated. All that is referred to must outlive the result.
struct EvaluationInput {
  const Catalogue* catalogue = nullptr;
  const Units* units = nullptr;
  const ValueTable* values = nullptr;
  Period period;
  EvaluationOptions options;
  std::span<const Titles> titles;  ///< counted by shares in place of the evaluation
  /// 1 a unit that does not implement the programme: nothing applies to it, and shares leave it out. Empty:
  /// none.
  std::span<const std::uint8_t> excluded;
  const std::vector<Exclusion>* exclusions = nullptr;  ///< why, for evidence; may be null
};

/// The verdicts of all sets of the catalogue in one period.
class Evaluation {
 public:
  const std::vector<SetResult>& sets() const { return m_sets; }
  const SetResult* find(std::string_view set_id) const;

 private:
  friend Evaluation evaluate(const EvaluationInput& input);
  std::vector<SetResult> m_sets;
};

/// Evaluates every set for every unit. A set that does not cover the period's year leaves its units
/// unknown (Why::not_in_force). Decided on the stored figures, exactly.
Evaluation evaluate(const EvaluationInput& input);

}  // namespace ntmap::criteria
