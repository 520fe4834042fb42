#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "criteria/evaluate.hpp"

namespace ntmap::app {

/// One indicator of a card.
struct CardIndicator {
  std::string code;  ///< "17.1"
  base::Text name;
  criteria::Mark mark;
  base::Text brief;     ///< "24 < 30 %", "chưa có số liệu"; short enough for one line
  base::Text sentence;  ///< criteria::explain: figure, threshold, decision, verdict, source
  std::string figure;   ///< id of the figure that can be edited; empty when there are several or none
  bool edited = false;
};

/// One criterion of a card.
struct CardCriterion {
  std::string number;
  base::Text name;
  bool gate = false;  ///< a condition, not counted
  criteria::Mark mark;
  base::Text brief;  ///< of what decides it, with its indicator's code: "17.11: 24 < 30 %"; empty when met
  std::vector<CardIndicator> indicators;
};

/// Where a unit stands with one set of criteria.
struct CardLevel {
  std::string set;
  base::Text name;
  criteria::Mark overall;
  criteria::CriteriaCount count;
  bool prerequisites_met = true;
  base::Text recognised;  ///< evaluated against titles (unit_report.hpp); empty: titles are not known
  base::Text basis;       ///< that the verdict rests partly on illustrative thresholds; empty: it does not
  std::vector<CardCriterion> criteria;
};

/// One unit as the window shows it, short beside long: each set that applies to it, from the first level up.
/// For reports in full see unit_report.hpp.
struct UnitCard {
  std::uint32_t unit = 0;
  std::vector<CardLevel> levels;
  std::size_t next = 0;  ///< the first level that is not met; levels.size() when all are
  base::Text sponsor;    ///< who helps the commune, and until when; empty: nobody is named
  base::Text standing;   ///< "Đạt 16/19 · chưa đạt 10, 17 · chưa rõ 15" of that level
};

UnitCard unit_card(const Assessment& assessment, std::uint32_t unit);

/// "Đạt 16/19 · chưa đạt 10, 17 · chưa rõ 15".
base::Text standing_words(const CardLevel& level);
/// The same for tips, without making the evidence.
base::Text standing_words(const criteria::SetResult& result, std::uint32_t unit);

}  // namespace ntmap::app
