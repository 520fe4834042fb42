#pragma once

#include <cstdint>
#include <optional>

#include "app/desk/selection.hpp"
#include "app/desk/unit_table.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// What shows rows again in a table that shows none.
enum class TableWayOut : std::uint8_t { show_unselected, clear_filters };

/// Why an attribute table shows no row, and the way out.
struct EmptyTable {
  base::Text why;
  TableWayOut way_out = TableWayOut::clear_filters;
};

/// Nothing where rows are shown, or the table has no units at all.
std::optional<EmptyTable> why_empty(const UnitTable& table, const TableView& view, const TableRows& rows,
                                    const Selection& selection);

}  // namespace ntmap::app
