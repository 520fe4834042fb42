#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/data/district_words.hpp"
#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// Rows from `begin` to before `end`.
struct RowRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A row that means no unit; without a district it only ends the scope of the heading before.
struct DistrictHeading {
  std::size_t row = 0;
  std::optional<SaidDistrict> said = {};
};

/// What names districts in a table, found before any row is matched.
struct DistrictHints {
  std::vector<RowRange> parts;                      ///< files or sheets
  std::vector<std::optional<SaidDistrict>> sheets;  ///< of each part
  std::vector<std::optional<SaidDistrict>> files;
  std::vector<std::optional<SaidDistrict>> titles;  ///< in the rows above the header of each part
  std::vector<bool> grouped;  ///< parts whose field of districts is filled once a district
  std::vector<std::optional<SaidDistrict>> typed;  ///< rows whose name says huyện, thị xã …
  std::vector<DistrictHeading> lone;               ///< rows without code and name
  bool any = false;
};

/// Reads them; `name` is the column of names.
DistrictHints district_hints(const model::Table& table, const model::Column* name,
                             std::span<const names::MatchRow> rows, const DistrictWords& words);

/// What a row says that has no code: its name, else its district, else the last text in front of the names or
/// the only one of the row.
std::string heading_words(const model::Table& table, const model::Column* name, const names::MatchRow& said,
                          std::size_t row);

}  // namespace ntmap::app
