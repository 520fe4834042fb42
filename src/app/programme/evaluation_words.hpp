#pragma once

#include <string>

#include "app/programme/target_report.hpp"
#include "criteria/evidence.hpp"
#include "criteria/levels.hpp"
#include "criteria/targets.hpp"
#include "criteria/verdict.hpp"
#include "model/project.hpp"

namespace ntmap::app {

// The words that files for programs hold, the same in every language.

std::string verdict_id(criteria::Verdict verdict);  ///< met, not_met, unknown, not_applicable
std::string state_id(criteria::State state);        ///< nothing, evaluated, recognised, unchecked, lapsed...
std::string pace_id(criteria::Pace pace);           ///< reached, on_track, late, missed, unknown
std::string agreement_id(Agreement agreement);      ///< agrees, truncated, disagrees...
std::string level_id(model::UnitLevel level);       ///< commune, district, province
/// The level of a type of unit: "district" for "thị xã".
std::string level_id_of_type(const std::string& type);
/// What a mark says beside its verdict: "just_met", "fails_next_year", "illustrative", joined by blanks.
std::string mark_notes(criteria::Mark mark);

/// Whether a verdict that is decided rests on an illustrative threshold.
bool rests_on_illustrative(criteria::Mark mark);
/// "một phần dựa trên ngưỡng minh họa, không phải quy định"; empty where it does not.
base::Text illustrative_words(criteria::Mark mark);

/// The figure that decides: one that has the verdict of the whole, of several (men, women) the one with the
/// least reserve; else the first that has a value, else the first; null when the indicator has none.
const criteria::FigureEvidence* deciding_figure(const criteria::Evidence& evidence);
/// "≥" of what is compared with a number; empty for what is said in words and for rules.
std::string comparison_sign(const criteria::Evidence& evidence);
/// The day a figure is of, ISO: its table's where that says one, else the period's.
std::string figure_date(const criteria::Evidence& evidence, const criteria::FigureEvidence& figure);
/// Those of its mark, and "mandatory_item_not_met" where an item that has to be there fails beside a score
/// or a number that is reached.
std::string evidence_notes(const criteria::Evidence& evidence);
/// What a figure is measured in: "Đạt/không đạt" of an item that passes or not, whatever its indicator has.
std::string figure_unit(const criteria::FigureEvidence& figure);
/// Its signed reserve as a share of the threshold; NaN where nothing measured decides, as when a mandatory
/// item fails beside a figure that is met.
double reserve_of(const criteria::Evidence& evidence);

}  // namespace ntmap::app
