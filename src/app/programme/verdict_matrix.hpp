#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "criteria/evaluate.hpp"

namespace ntmap::app {

/// One criterion over all communes.
struct MatrixColumn {
  std::string number;  ///< "17"
  base::Text name;
  std::size_t met = 0;
  std::size_t not_met = 0;
  std::size_t unknown = 0;
};

struct MatrixRow {
  std::uint32_t unit = 0;
  criteria::CriteriaCount count;
  std::vector<criteria::Mark> marks;  ///< one a column
};

/// Communes by criteria: who lacks what. Holds the units of the map that the set is for, those that met it
/// too (area_report's unmet_matrix() leaves them out, and orders by nearness).
struct VerdictMatrix {
  std::string set;  ///< id
  base::Text title;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixRow> rows;
};

/// Throws Error{not_found} for a set that the assessment does not have.
VerdictMatrix verdict_matrix(const Assessment& assessment, const std::string& set);

/// Sets that are in force and apply to at least one unit of the map, in the order of the catalogue.
std::vector<std::string> sets_in_use(const Assessment& assessment);
/// The set that a project's indicators count, if one is in use; else the first in use; empty without any.
std::string main_set(const Assessment& assessment, const model::Project& project);

/// What rows are sorted by: a criterion (column), or one of these.
inline constexpr int k_by_name = -2;
inline constexpr int k_by_count = -1;

/// Rows by a criterion (not met, then unknown, then met), by the number of criteria not met (most first,
/// unknown ones break ties), or by name. Equal rows keep their order. `reversed` turns the order round.
void sort_matrix(VerdictMatrix& matrix, const Units& units, int by, bool reversed);

/// The units whose verdict on a column is this one.
std::vector<std::uint32_t> units_with(const VerdictMatrix& matrix, std::size_t column,
                                      criteria::Verdict verdict);

/// "×", "?", "·", "≈" (just met), "": what a cell shows. Every mark is told by its shape, not by colour
/// alone.
const char* sign_of(criteria::Mark mark);

}  // namespace ntmap::app
