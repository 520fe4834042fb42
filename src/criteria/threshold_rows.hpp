#pragma once

#include "criteria/criteria_set.hpp"
#include "criteria/toml_tree.hpp"

namespace ntmap::criteria {

/// Reads one row of thresholds of a set file: { year, from, to, value, all | <regions> | <groups> |
/// factor + of + indicator | unknown = true, source, confidence }. "Đạt" is 1 for what is judged in words;
/// words of a level are ranked by its scale. Throws base::Error{data}, with file, line and what is due, for a
/// word that is no threshold of the indicator and for a number out of its range (value_range.hpp).
ThresholdRow read_threshold_row(Fields fields, ThresholdKey key, const Indicator& indicator);

/// The part of a row that overlays write too: everything but source and confidence.
ThresholdRow read_threshold_values(Fields& fields, ThresholdKey key, const Indicator& indicator);

/// Whether two rows can be meant for the same part, year, day and region or group.
bool overlaps(const ThresholdRow& a, const ThresholdRow& b, ThresholdKey key);

/// Throws base::Error{data}, with file and line, for two known thresholds for one part, region and year,
/// and for a row that names a part the indicator does not have.
void check_rows(const Indicator& indicator, ThresholdKey key);

}  // namespace ntmap::criteria
