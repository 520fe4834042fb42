#include "app/desk/empty_table.hpp"

namespace ntmap::app {

using base::text;

std::optional<EmptyTable> why_empty(const UnitTable& table, const TableView& view, const TableRows& rows,
                                    const Selection& selection) {
  if (!rows.units.empty() || table.units->size() == 0) return std::nullopt;
  if (view.only_selected && selection.empty())
    return EmptyTable{text("Chưa chọn đơn vị nào: bảng đang chỉ hiện đơn vị được chọn.",
                           "No unit is selected, and the table shows selected units only."),
                      TableWayOut::show_unselected};
  if (view.only_selected)
    return EmptyTable{text("Không đơn vị nào trong {} đơn vị đang chọn qua được bộ lọc.",
                           "None of the {} selected units passes the filters.", {selection.size()}),
                      TableWayOut::clear_filters};
  return EmptyTable{text("Không đơn vị nào qua được bộ lọc.", "No unit passes the filters."),
                    TableWayOut::clear_filters};
}

}  // namespace ntmap::app
