#include "app/programme/verdict_matrix.hpp"

#include <algorithm>
#include <numeric>

#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using criteria::Mark;
using criteria::Verdict;

bool in_use(const criteria::SetResult& result, std::size_t units) {
  for (std::size_t unit = 0; unit < units; ++unit) {
    if (result.applies(unit) && result.overall(unit).why() != criteria::Why::not_in_force) return true;
  }
  return false;
}

void count(MatrixColumn& column, Verdict verdict) {
  if (verdict == Verdict::met) ++column.met;
  if (verdict == Verdict::not_met) ++column.not_met;
  if (verdict == Verdict::unknown) ++column.unknown;
}

/// Worst first.
int rank(Mark mark) {
  switch (mark.verdict()) {
    case Verdict::not_met:
      return 0;
    case Verdict::unknown:
      return 1;
    case Verdict::met:
      return 2;
    default:
      return 3;
  }
}

template <class Less>
void sort_rows(std::vector<MatrixRow>& rows, bool reversed, const Less& less) {
  std::stable_sort(rows.begin(), rows.end(), [&](const MatrixRow& a, const MatrixRow& b) {
    return reversed ? less(b, a) : less(a, b);
  });
}

}  // namespace

std::vector<std::string> sets_in_use(const Assessment& assessment) {
  const std::size_t units = assessment.tree().map_count;
  std::vector<std::string> ids;
  for (const criteria::SetResult& result : assessment.evaluation().sets()) {
    if (in_use(result, units)) ids.push_back(result.set().id);
  }
  return ids;
}

std::string main_set(const Assessment& assessment, const model::Project& project) {
  const std::vector<std::string> used = sets_in_use(assessment);
  for (const model::Indicator& indicator : project.indicators) {
    if (std::find(used.begin(), used.end(), indicator.set) != used.end()) return indicator.set;
  }
  return used.empty() ? std::string() : used.front();
}

VerdictMatrix verdict_matrix(const Assessment& assessment, const std::string& set) {
  const criteria::SetResult& result = assessment.result(set);
  VerdictMatrix matrix;
  matrix.set = set;
  matrix.title = result.set().name;
  std::vector<std::size_t> shown;  // without gates, which are conditions and no criteria
  for (std::size_t i = 0; i < result.set().criteria.size(); ++i) {
    const criteria::Criterion& criterion = result.set().criteria[i];
    if (criterion.gate) continue;
    shown.push_back(i);
    matrix.columns.push_back({.number = criterion.no, .name = criterion.name});
  }
  for (std::uint32_t unit = 0; unit < assessment.tree().map_count; ++unit) {
    if (!result.applies(unit)) continue;
    MatrixRow row{.unit = unit, .count = result.count(unit), .marks = {}};
    for (std::size_t i = 0; i < shown.size(); ++i) {
      row.marks.push_back(result.criterion(shown[i], unit));
      count(matrix.columns[i], row.marks.back().verdict());
    }
    matrix.rows.push_back(std::move(row));
  }
  return matrix;
}

void sort_matrix(VerdictMatrix& matrix, const Units& units, int by, bool reversed) {
  if (by >= 0 && static_cast<std::size_t>(by) < matrix.columns.size()) {
    const auto column = static_cast<std::size_t>(by);
    sort_rows(matrix.rows, reversed, [column](const MatrixRow& a, const MatrixRow& b) {
      return rank(a.marks[column]) < rank(b.marks[column]);
    });
  } else if (by == k_by_name) {
    std::vector<std::string> keys;
    for (const std::string& name : units.names) keys.push_back(names::search_key(name));
    sort_rows(matrix.rows, reversed,
              [&](const MatrixRow& a, const MatrixRow& b) { return keys[a.unit] < keys[b.unit]; });
  } else {
    sort_rows(matrix.rows, reversed, [](const MatrixRow& a, const MatrixRow& b) {
      if (a.count.not_met != b.count.not_met) return a.count.not_met > b.count.not_met;
      return a.count.unknown > b.count.unknown;
    });
  }
}

std::vector<std::uint32_t> units_with(const VerdictMatrix& matrix, std::size_t column, Verdict verdict) {
  std::vector<std::uint32_t> units;
  for (const MatrixRow& row : matrix.rows) {
    if (row.marks[column].verdict() == verdict) units.push_back(row.unit);
  }
  return units;
}

const char* sign_of(Mark mark) {
  switch (mark.verdict()) {
    case Verdict::not_met:
      return "×";
    case Verdict::unknown:
      return "?";
    case Verdict::met:
      return mark.just_met() ? "≈" : "·";
    default:
      return "";
  }
}

}  // namespace ntmap::app
