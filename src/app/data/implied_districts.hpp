#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "model/table.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// What says the district of a row that does not say it itself.
enum class DistrictSource : std::uint8_t {
  none,
  heading,  ///< a row of the table: "I | Huyện Đức Thọ" above its communes, or their subtotal below
  above,    ///< the field of districts, filled in the first row of each district only
  title,    ///< the rows above the header: "Huyện: Kỳ Anh"
  sheet,    ///< the name of the sheet
  file,     ///< the name of the file
};

/// "heading", "above", "title", "sheet", "file"; empty for none: the words of reports.
std::string_view source_word(DistrictSource source);

/// The districts that a table says outside its rows.
struct ImpliedDistricts {
  std::vector<std::string> of_row;      ///< as the units spell it; empty: nothing is implied
  std::vector<DistrictSource> sources;  ///< of each row
  std::vector<std::size_t> headings;    ///< rows that say a district and mean no unit, ascending
  base::Findings findings;
  bool any() const { return !of_row.empty(); }
};

/// Finds them, for rows without a district that a code does not decide. `match` gives what the rows mean as
/// they stand; it is asked only where something names a district.
///
/// A title counts where the rows above the header name one district with its type. A sheet or file counts
/// where its whole name, apart from numbers and a year ("01 H. Kỳ Anh", "Huyen Ky Anh 2024"), is that of one
/// district of the units; a row where it is called so and is no unit. The nearest to a row wins: heading,
/// field above, title, sheet, file; but where a title and the sheet (or file) name different districts, the
/// one is used that the rows bear out, else none, and that is told (join.districts-differ). Headings count
/// as standing above (or below) their communes only where the first (or last) row of the sheet is one, or
/// the rows that are known without them say so; a heading that is no district ends the scope of the one
/// before.
///
/// Nothing is implied where more of the rows that are known without it lie in other districts: where these
/// are not a province's, that is a warning (join.district-contradicted). What is implied is told as notes
/// (join.district-from-heading, -above, -title, -sheet, -file).
ImpliedDistricts imply_districts(const model::Table& table, const std::string& name_field,
                                 std::span<const names::MatchRow> rows,
                                 std::span<const names::MatchUnit> units,
                                 const std::function<std::vector<names::RowMatch>()>& match);

}  // namespace ntmap::app
