#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "criteria/analysis.hpp"

namespace ntmap::app {

/// Another threshold for one indicator, the same for every region and year, and what it would change.
struct OtherThreshold {
  std::string set;
  std::string code;  ///< of the indicator, "3.1", or the id of its figure
  base::Text set_name;
  base::Text indicator;    ///< "17.1 Tỷ lệ hộ ...: ≥ 95 %"
  std::int64_t units = 0;  ///< that the set is for and that implement the programme
  criteria::ThresholdChange change;
};

/// Reads "XA_NTM_2021_2025:3.1=85" (or "3.1=85", of the basic set of communes; a comma is a decimal mark too;
/// the id of a figure, "ntm.17.1.tap_trung=12", where an indicator has several) and evaluates anew. Throws
/// Error{usage} for words that say no threshold, for "1.000" that may be 1 or 1000, for a number out of the
/// range of the indicator and for indicators that are not compared with a number, Error naming the nearest
/// set or indicator.
OtherThreshold other_threshold(const Assessment& assessment, const std::string& words);

/// An indicator whose threshold may be another, or one of its figures that has a threshold of its own.
struct ThresholdOption {
  std::string code;  ///< as other_threshold() takes it
  base::Text name;
  base::Text now;  ///< "≥ 80 %", "≥ 42 – 45 triệu đồng/người/năm" where regions differ, "chưa biết"
};

/// All of a set that are compared with a number in this period. Throws Error naming the nearest set.
std::vector<ThresholdOption> thresholds_to_try(const Assessment& assessment, const std::string& set);

/// "chỉ tiêu 3.1: 12 đơn vị từ đạt thành chưa đạt", then of the whole set; and who is unknown.
std::vector<base::Text> transition_lines(const OtherThreshold& what);

/// In sentences, for a terminal: how many units change, from what to what, naming some.
std::vector<base::Text> other_threshold_text(const Assessment& assessment, const OtherThreshold& what);

/// As JSON, with every unit whose verdict on the indicator changes.
std::string other_threshold_json(const Assessment& assessment, const OtherThreshold& what, base::Lang lang);

}  // namespace ntmap::app
