#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/evaluate.hpp"

namespace ntmap::criteria {

/// What one of several sources says where they differ.
struct SourcedValue {
  std::optional<Decimal> value;  ///< nothing: "không áp dụng"
  SourceSheet sheet;
  std::uint32_t row = 0;
};

/// One figure behind a verdict, and the threshold it was held against.
struct FigureEvidence {
  std::string id;
  base::Text name;    ///< of the part ("nam"), empty when the indicator has one figure; rules: of the figure
  std::string unit;   ///< "%"
  bool pass = false;  ///< Đạt / không đạt: 1 or 0
  std::optional<Decimal> value;
  std::vector<SourcedValue> differing;  ///< the sides of a conflict; empty where nobody kept them
  bool not_applicable = false;
  bool conflict = false;
  bool refused = false;  ///< the cell at `sheet`, `row` holds something that is no figure
  bool edited = false;
  bool estimated = false;     ///< carried over a split by area
  bool parts_differ = false;  ///< carried over from parts that disagree
  std::optional<Decimal> threshold;
  std::optional<Decimal> next_year_threshold;
  /// Signed reserve as a share of the threshold: (value - threshold) / threshold for >=, the opposite for
  /// <=. NaN where there is none.
  double margin = 0;
  Mark mark;
  base::Text threshold_document;  ///< the overlay that gives the threshold; empty: the set's decision
  std::string threshold_source;   ///< ids of sources.csv
  std::string threshold_confidence;
  bool illustrative = false;
  SourceSheet sheet;  ///< where the figure was read; empty file: nowhere
  std::uint32_t row = 0;
};

/// Everything a verdict on one indicator of one unit rests on; made on demand.
struct Evidence {
  std::string set;
  std::string decision;
  std::string criterion;
  std::string code;
  base::Text name;
  std::string unit;
  IndicatorKind kind = IndicatorKind::pass;
  Op op = Op::ge;
  std::vector<std::string> scale;
  std::string delegated_to;
  std::string source;      ///< of the wording
  std::string confidence;  ///< of the wording
  Period period;
  Mark mark;
  std::string rule_text;
  base::Text rule_words;  ///< the rule on this unit's figures: "Số trường học 4 > 3"
  base::Text excluded;    ///< why the unit does not implement the programme; empty: it does
  std::string other_set;  ///< prerequisite, share
  base::Text other_name;
  ChildCount children;
  std::optional<CriteriaCount> criteria;  ///< all_criteria
  std::vector<FigureEvidence> figures;
};

/// The evidence of one verdict. `result` is one of evaluate(input).
Evidence evidence(const EvaluationInput& input, const SetResult& result, std::size_t indicator,
                  std::size_t unit);

/// One sentence: "Tiêu chí 3.1: 76,4 % < 80 % (QĐ 318/QĐ-TTg), chưa đạt; bảng thuy_loi.xlsx, dòng 41".
std::string explain(const Evidence& evidence, base::Lang lang);

/// What stands where a figure is due and there is none: "chưa có số liệu", "ô không đọc được".
base::Text no_figure(const FigureEvidence& figure);

/// A unit of measure in both languages ("triệu đồng/người/năm"); one we have no English for stays as it is.
base::Text unit_text(const std::string& unit);

}  // namespace ntmap::criteria
