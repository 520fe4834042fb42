#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/evaluate.hpp"

namespace ntmap::criteria {

/// Which units a roll-up takes: of these types (empty: any), below one unit (k_no_unit: everywhere).
struct Selection {
  std::vector<std::string> types;
  std::uint32_t under = k_no_unit;
};

/// Indices of the selected units, in order.
std::vector<std::uint32_t> selected(const Units& units, const Selection& selection);

/// What a share of communes is a share of. The documents use all three, so every share says which.
enum class Base : std::uint8_t {
  all,           ///< all units of the type (rule N01)
  implementing,  ///< without the excluded ones, above and below the line (rule N02)
  met,           ///< those that met the level below, as national pages do (rule N04)
};

base::Text word(Base base);

/// How many of how many. "17/19 met, 1 unknown".
struct Share {
  std::int64_t met = 0;
  std::int64_t unknown = 0;
  std::int64_t of = 0;
  std::int64_t excluded = 0;  ///< left out of `of`: they do not implement the programme
  Base base = Base::all;
  std::int64_t not_applicable = 0;  ///< the same, but counted in `of`, as the base is all

  /// 0..100; NaN when `of` is 0.
  double percent() const;
  /// Whether it reaches p percent, in whole numbers; unknown while the unknown units could decide it,
  /// not applicable over nothing.
  Verdict reaches(Decimal p) const;
  base::Text text() const;
};

struct ShareInput {
  const Units* units = nullptr;
  Selection selection;
  Base base = Base::all;
  std::span<const std::uint8_t> excluded;  ///< 1 a unit; empty: none
  std::span<const Verdict> base_met;       ///< for Base::met: who met the level below
};

/// The share of units that hold something, one verdict a unit; what does not apply is left out, but for
/// units that do not implement the programme where the base is all.
Share share_of(const ShareInput& input, std::span<const Verdict> held);

/// How many units stand in each of the four states.
struct Tally {
  std::int64_t met = 0;
  std::int64_t not_met = 0;
  std::int64_t unknown = 0;
  std::int64_t not_applicable = 0;
  std::int64_t illustrative = 0;  ///< of those decided

  std::int64_t total() const { return met + not_met + unknown + not_applicable; }
  Tally& operator+=(const Tally& other);
  bool operator==(const Tally&) const = default;
};

Tally tally(std::span<const Mark> marks, const std::vector<std::uint32_t>& units);

/// Mean criteria a unit: "511/30 = 17,03 tiêu chí/xã" (rule S01). Unknown criteria do not count as met.
struct CriteriaMean {
  std::int64_t credited = 0;
  std::int64_t unknown = 0;  ///< criteria
  std::int64_t units = 0;
  double mean() const;
};

CriteriaMean criteria_mean(const SetResult& result, const std::vector<std::uint32_t>& units);

/// A sum with what is missing in it. Flows and stocks are never added together: each has its own figure.
struct Total {
  ExactSum sum;
  std::int64_t used = 0;
  std::int64_t missing = 0;

  /// NaN when nothing was used.
  double value() const;
  Total& operator+=(const Total& other);
};

Total total(const ValueTable& values, std::string_view figure, const std::vector<std::uint32_t>& units);

/// A mean weighted by households, people or area, kept as two sums so that parts add up to the whole.
struct WeightedMean {
  ExactSum weighted;
  ExactSum weight;
  std::int64_t used = 0;
  std::int64_t missing = 0;         ///< units without the figure
  std::int64_t missing_weight = 0;  ///< units with the figure but without the weight

  /// NaN when there is no weight.
  double value() const;
  WeightedMean& operator+=(const WeightedMean& other);
  /// Against a limit, cross-multiplied; unknown while figures are missing.
  Verdict holds(Op op, Decimal limit) const;
};

WeightedMean weighted_mean(const ValueTable& values, std::string_view figure, std::string_view weight,
                           const std::vector<std::uint32_t>& units);

}  // namespace ntmap::criteria
