#pragma once

#include <cstdint>
#include <optional>

#include "app/desk/selection.hpp"

namespace ntmap::ui {

/// Brings the row of the current unit into sight when it was chosen elsewhere: on the map, by search.
class RowFollower {
 public:
  /// In a table that scrolls, before its rows: `row_of` says in which row a unit stands, if in any. Rows are
  /// `height` pixels high.
  template <class RowOf>
  void follow(const app::Selection& selection, float height, const RowOf& row_of) {
    if (m_seen == selection.revision()) return;
    m_seen = selection.revision();
    if (!selection.current()) return;
    if (const std::optional<int> row = row_of(*selection.current())) show(*row, height);
  }
  /// The rows that are drawn, from `first` up to but without `end`.
  void drawn(int first, int end) {
    m_first = first;
    m_end = end;
  }

 private:
  void show(int row, float height) const;

  std::uint64_t m_seen = 0;  ///< revision of the selection
  int m_first = 0;
  int m_end = 0;
};

}  // namespace ntmap::ui
