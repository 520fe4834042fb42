#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "base/text.hpp"
#include "criteria/compare_sets.hpp"
#include "io/xlsx_writer.hpp"

namespace ntmap::app {

/// Which two sets, as people write them: "XA_NTM_2021_2025", or with the day whose rules hold,
/// "XA_NTM_2021_2025@2024-02-29". Without a day: that of the period, or the nearest on which the set holds.
struct SetComparisonChoice {
  std::string before;
  std::string after;
  std::string period;  ///< id, whose figures are judged; empty: the latest with figures for a criteria set
};

/// One of the two, on its day.
struct ComparedSet {
  std::string id;
  base::Text name;
  criteria::Date day;
};

/// What changes for the units of one region or group.
struct RegionChanges {
  base::Text region;       ///< empty: thresholds do not differ by it
  std::int64_t units = 0;  ///< of the period that take these thresholds
  std::vector<criteria::SetChange> changes;
};

/// A unit whose verdict is another by the later set.
struct VerdictFlip {
  std::uint32_t unit = 0;
  criteria::Verdict before = criteria::Verdict::unknown;
  criteria::Verdict after = criteria::Verdict::unknown;
};

/// The flips of one indicator, or of the whole set.
struct ItemFlips {
  std::string old_code;
  std::string new_code;
  base::Text name;
  bool borrowed = false;  ///< the later set has no figure yet: the earlier set's is judged by its threshold
  std::vector<VerdictFlip> flips;
  std::int64_t unknown = 0;  ///< units that are unknown by both sets: no flip, and no verdict either
};

/// What a project's units would have to expect of another set, or of the same on another day.
struct SetComparison {
  std::shared_ptr<const Assessment> assessment;  ///< of the period whose figures are judged
  ComparedSet before;
  ComparedSet after;
  std::int64_t units = 0;  ///< that both sets are for and that implement the programme
  std::vector<RegionChanges> regions;
  ItemFlips whole;
  std::vector<ItemFlips> indicators;  ///< those with any flip, in the order of the earlier set
};

/// A set that may be compared: the words to ask for it by, and its name for people.
struct SetOption {
  std::string words;
  base::Text name;
};

/// "cả bộ tiêu chí: 3 đơn vị chưa rõ theo cả hai bộ"; empty when there is none.
base::Text unknown_text(const ItemFlips& item, const base::Text& heading);

/// The sets that are for units of the map, in an order in which each comes after those it needs; a set whose
/// thresholds go by the year once more for each of its other years.
std::vector<SetOption> sets_to_compare(const Assessment& assessment);

/// Compares. Throws Error naming the nearest set or period, Error{usage} for a day that is none and for sets
/// about different kinds of units.
SetComparison compare_project_sets(ProjectData& data, const SetComparisonChoice& choice,
                                   const base::Job& job = {});

/// The same in sentences, for a terminal: what changes, then which verdicts flip, naming a few units each.
std::vector<base::Text> comparison_text(const SetComparison& comparison);

/// Two sheets: what changes, and each flip of each unit.
std::vector<io::Sheet> comparison_sheets(const SetComparison& comparison, base::Lang lang);

/// One table for programs, kinds change, flip and whole; verdicts are met, not_met, unknown, not_applicable.
io::Sheet comparison_records(const SetComparison& comparison, base::Lang lang);

std::string comparison_json(const SetComparison& comparison, base::Lang lang);

/// Writes it as .csv, .xlsx or .json, whatever the extension says.
void write_comparison(const SetComparison& comparison, const std::filesystem::path& target, base::Lang lang,
                      base::Overwrite overwrite);

}  // namespace ntmap::app
