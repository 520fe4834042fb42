#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ntmap::cli {

/// A table for people to read: columns side by side, long cells wrapped so that a line is no wider than
/// the page; columns of numbers stand to the right.
class TextTable {
 public:
  explicit TextTable(std::vector<base::Text> heads) : m_heads(std::move(heads)) {}

  /// A row; must have a cell for each head.
  void add(std::vector<base::Text> cells) { m_rows.push_back(std::move(cells)); }

  /// Lines joined by '\n', without one at the end. Words longer than their column are cut, so that no line
  /// is ever wider than `width` (at least a few characters a column).
  std::string text(base::Lang lang, std::size_t width = page_width()) const;

  /// Columns of the terminal; 120 where the output is no terminal.
  static std::size_t page_width();

 private:
  std::vector<base::Text> m_heads;
  std::vector<std::vector<base::Text>> m_rows;
};

}  // namespace ntmap::cli
