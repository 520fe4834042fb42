#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/project/toml_text.hpp"

namespace ntmap::app {

/// A row of thresholds in the text of an overlay (docs/criteria.md): the line it begins on, and what tells
/// it from others of that line.
struct OverlayRow {
  std::string set;
  std::uint32_t line = 0;  ///< from 1
  std::string indicator;
  std::string part;  ///< its `value`; empty: every part
  int year = 0;      ///< 0: every year
};

// All three change the lines of that row only: comments, order and spacing of the rest stay. They throw
// Error{data} for a text that is not TOML or has no such row.

/// The row with these keys in place of its own, written the way it was: { ... } or a section of its own.
std::string with_row_replaced(std::string_view text, const OverlayRow& row, const TomlKeys& keys);
std::string with_row_removed(std::string_view text, const OverlayRow& row);
/// With one more row at the end of the set's; the set's section is made where there is none.
std::string with_row_added(std::string_view text, const std::string& set, const TomlKeys& keys);

/// The head of a new overlay of a province.
std::string new_overlay(const std::string& id, const std::string& province, const std::string& document);

/// What the head of an overlay says; empty where it says nothing.
struct OverlayHead {
  base::Text document;  ///< that it is from
  bool illustrative = false;
};
OverlayHead overlay_head(std::string_view text);

}  // namespace ntmap::app
