#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/evaluate.hpp"

namespace ntmap::criteria {

enum class ChangeKind : std::uint8_t { added, removed, kind, threshold, wording };

/// One thing that differs between two sets for units of one region or group.
struct SetChange {
  ChangeKind change = ChangeKind::wording;
  std::string old_code;  ///< empty when added
  std::string new_code;  ///< empty when removed
  base::Text what;
};

/// A set as it holds in a period for one kind of unit.
struct SetView {
  const CriteriaSet* set = nullptr;
  Period period;
  Unit unit;  ///< its region and group choose the thresholds
};

/// What changes for a province: indicators added and removed, kinds, thresholds (also from and to "not
/// known") and wordings that differ. Indicators are the same when they read the same figure, have the
/// same name, or have the same code in sets of one prefix.
std::vector<SetChange> compare_sets(const Catalogue& catalogue, const SetView& before, const SetView& after);

/// An indicator as two sets have it; null on the side that has none.
struct IndicatorPair {
  const Indicator* before = nullptr;
  const Indicator* after = nullptr;
};

/// All indicators of both views, paired as compare_sets() pairs them: those of `before` in its order, then
/// what `after` has besides.
std::vector<IndicatorPair> match_sets(const Catalogue& catalogue, const SetView& before,
                                      const SetView& after);

}  // namespace ntmap::criteria
