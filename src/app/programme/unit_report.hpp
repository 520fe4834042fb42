#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "criteria/evidence.hpp"
#include "criteria/verdict.hpp"

namespace ntmap::app {

/// One indicator of one unit: its verdict, and the sentence that says why.
struct IndicatorReport {
  criteria::Evidence evidence;  ///< code, name, mark, figures with threshold, file and row
  base::Text sentence;  ///< "Tiêu chí 17.1: 42 % < 50 % (QĐ 318/QĐ-TTg), chưa đạt; bảng x.csv, dòng 41"
  double margin = 0;  ///< signed reserve in percent of the threshold, of the figure with the least; NaN: none
  std::string lead;   ///< department; empty: nobody is named
};

struct CriterionReport {
  std::string number;  ///< "17"
  base::Text name;
  bool gate = false;  ///< a condition, not counted among "19 tiêu chí"
  criteria::Mark mark;
  std::vector<IndicatorReport> indicators;
};

/// One unit against one set: evaluated, recognised and lapsed stand apart.
struct SetReport {
  std::string set;
  std::string rank;  ///< "NTM"
  base::Text name;
  std::string decision;
  criteria::Mark overall;
  criteria::CriteriaCount count;
  base::Text summary;  ///< "17/19 tiêu chí đạt, 1 chưa rõ"
  criteria::State state = criteria::State::nothing;
  base::Text
      standing;  ///< "đã công nhận, hụt 2 tiêu chí (QĐ 1234/QĐ-UBND, năm đạt 2023)"; empty: titles unknown
  std::vector<CriterionReport> criteria;
};

/// The lowest level of one chain of sets that a unit has not met. A town has a chain of its own beside the
/// civilised urban one, a province two.
struct NextLevel {
  std::string set;
  base::Text name;
  std::vector<base::Text> missing;  ///< what it lacks for it, one sentence each, not met before unknown
};

/// Everything known of one unit in one period, in both languages.
struct UnitReport {
  std::uint32_t unit = 0;
  std::string code;
  std::string name;      ///< "Xã Cẩm Bình"
  std::string district;  ///< full name; empty: no district level
  base::Text excluded;   ///< why it does not implement the programme; empty: it does
  std::string sponsor;
  std::string deadline;         ///< of the sponsor, ISO; empty: none
  std::vector<SetReport> sets;  ///< sets in force for its type, each after those it needs
  base::Text level;             ///< highest level met by the figures, or pending; empty: unknown
  base::Text recognised;        ///< highest title held, or pending after a merger; empty: titles unknown
  std::vector<NextLevel> next;  ///< of each chain that is not met to its end
  std::string
      next_set;  ///< the first of them: the lowest set of its chain that is not met; empty: all are met
  base::Text next_level;            ///< its name
  std::vector<base::Text> missing;  ///< what it lacks for that set, one sentence each, not met before unknown
};

/// `unit` is an index of assessment.tree(): those of the map come first.
UnitReport unit_report(const Assessment& assessment, std::uint32_t unit);

/// Sentence, verdict and margin of one indicator, without the rest. `code` is "17.1".
/// Throws Error naming the nearest set or code.
IndicatorReport indicator_report(const Assessment& assessment, const std::string& set,
                                 const std::string& code, std::uint32_t unit);

/// The sentences of a criterion: one an indicator that holds in the period. For tips on the map.
std::vector<base::Text> criterion_sentences(const Assessment& assessment, const std::string& set,
                                            const std::string& number, std::uint32_t unit);

/// Where a unit stands with one set: "đã công nhận, hụt 2 tiêu chí (...)". Empty where titles are unknown.
base::Text standing_text(const Assessment& assessment, const criteria::SetResult& result, std::uint32_t unit);

/// "17/19 tiêu chí đạt, 1 chưa rõ"; conditions beside the criteria are named when they fail.
base::Text count_text(const criteria::CriteriaCount& count);

}  // namespace ntmap::app
