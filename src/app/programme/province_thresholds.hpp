#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "app/project/thresholds.hpp"

namespace ntmap::app {

/// A column of thresholds that some unit of the period takes.
struct ThresholdColumn {
  std::string id;  ///< "btb", "group1"
  base::Text name;
  std::size_t units = 0;
};

/// One row of thresholds of an indicator that a decision leaves to the province: as an overlay has it, or
/// still to be laid down.
struct ProvinceThreshold {
  std::string code;  ///< of the indicator: "17.1"
  base::Text name;   ///< of the indicator, or of the figure where it has several
  std::string unit;
  std::vector<std::string> scale;  ///< kind level
  std::string part;                ///< figure it is for; empty: all of them
  std::string from;                ///< ISO dates; mostly empty
  std::string to;
  std::vector<std::optional<criteria::Decimal>> at;            ///< one a column; nothing: not laid down here
  std::vector<std::pair<std::string, std::string>> elsewhere;  ///< of columns that no unit here takes
  std::string overlay;  ///< as the project writes its path; empty: no overlay has it
  base::Text document;
  int year = 0;  ///< 0: every year
  std::uint32_t line = 0;
  criteria::Op op = criteria::Op::ge;
  criteria::IndicatorKind kind = criteria::IndicatorKind::number;
  bool everywhere = false;  ///< one threshold for all columns: all of `at` are it
  bool derived = false;     ///< a factor times another: not to be edited
  bool illustrative = false;
};

/// What a set leaves to the province.
struct ProvinceSet {
  std::string id;
  base::Text name;
  int first_year = 0;  ///< of assessment
  int last_year = 0;
  std::vector<ThresholdColumn> columns;
  std::vector<ProvinceThreshold> rows;  ///< in the order of the criteria
  std::size_t missing = 0;              ///< rows that no overlay has
};

/// The sets that leave anything to the province, in the order of the project; of a set that does not hold in
/// the period its first wordings. A row without an overlay stands where a unit's column has no threshold.
std::vector<ProvinceSet> province_thresholds(const Assessment& assessment, const model::Project& project);

/// A threshold as it stands in a cell: "≥ 90 %", "Đạt", a word of the scale.
base::Text threshold_words(const ProvinceThreshold& row, const criteria::Decimal& value);

/// The same as a person would type it: "90", "Đạt".
std::string threshold_to_type(const ProvinceThreshold& row, const criteria::Decimal& value, base::Lang lang);

/// What was typed, as an overlay writes it ("90.5", "Đạt"); nothing for what cannot be read, a percentage
/// outside 0-100, and "not met".
std::optional<std::string> typed_threshold(const ProvinceThreshold& row, const std::string& typed,
                                           base::Lang lang);

/// The overlays of a project that a threshold can go to, with the documents they are from.
struct OverlayChoice {
  std::string overlay;
  base::Text document;
  bool illustrative = false;
};
std::vector<OverlayChoice> overlay_choices(const model::Project& project);

/// The change that lays the row down with these values, in place of what it was.
ThresholdChange threshold_change(const std::string& set, const ProvinceThreshold& row);

}  // namespace ntmap::app
