#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// A column whose cells are the names of the units that its rows are about.
struct NameColumn {
  const model::Column* column = nullptr;
  /// Its heading says that these are names of before ("Tên xã cũ"): they bear out a code and never refute
  /// one that another column bears out.
  bool of_before = false;
};

/// The columns of names in a table that is joined by code, found by what stands in them: most cells are
/// called like some unit of the list, whichever, or begin with a type that its units have ("Xã ..."), and
/// they vary as the units do. A heading that speaks of names lets fewer such cells do; one that speaks of
/// something else (district, village, person) rules the column out. Whether names and codes agree counts for
/// nothing: a column of codes that slipped by a row must not hide the names beside it.
///
/// `unit_of_row` says which unit each row's code means (k_no_unit: none). Fields of `known` are something
/// else.
std::vector<NameColumn> find_name_columns(const model::Table& table, std::span<const names::MatchUnit> units,
                                          std::span<const std::uint32_t> unit_of_row,
                                          std::span<const std::string> known);

/// Whether a cell names several units ("Xã Kỳ Lợi, xã Kỳ Hà"): what a unit was made of, or where it borders.
/// A place behind the name ("Xã Kỳ Hà, huyện Kỳ Anh") is none.
bool names_several(const std::string& cell);

/// The column that says the rows' districts: more than half of its cells are called like one of the units';
/// null where there is none.
const model::Column* find_district_column(const model::Table& table, std::span<const names::MatchUnit> units,
                                          std::span<const std::string> known);

}  // namespace ntmap::app
