#pragma once

#include <string_view>

#include "base/text.hpp"
#include "criteria/criteria_set.hpp"
#include "criteria/decimal.hpp"

namespace ntmap::criteria {

/// The values that a figure, or a threshold it is held against, can take.
struct ValueRange {
  double least = 0;
  double most = 0;        ///< infinity: no bound
  bool in_words = false;  ///< Đạt or Không đạt, as 1 and 0
  bool contains(double value) const { return value >= least && value <= most; }
};

/// The values of a figure by its unit: 0 to 100 for "%", 0 or 1 for "Đạt/không đạt" and "0/1", from -100 for
/// changes
/// ("điểm %...", "%/năm"), else 0 and more.
ValueRange range_of_unit(std::string_view unit);

/// Whether figures of the unit are levels, 1 2 3: "Mức độ", "cấp độ".
bool is_level_unit(std::string_view unit);

/// What a figure without a stated top is doubted above, by its unit: 100 points, level 5, else infinity. A
/// rule of ours: no score or level that the sets know goes further.
double doubtful_above(std::string_view unit);

/// The unit of one figure of the indicator, which may differ from the indicator's.
const std::string& unit_of(const Indicator& indicator, std::string_view part);

/// What a threshold of the indicator can be, or of one figure of it (`part`; empty: of the indicator): Đạt
/// for what is judged in words, a rank of the scale for a level, a value of the unit for what is measured.
ValueRange range_of_threshold(const Indicator& indicator, std::string_view part);

/// "một số từ 0 đến 100 (%)": what to write for a threshold that range_of_threshold() does not hold.
base::Text due_threshold(const Indicator& indicator, std::string_view part);

}  // namespace ntmap::criteria
