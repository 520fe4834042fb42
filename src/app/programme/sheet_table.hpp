#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "io/xlsx_writer.hpp"
#include "model/colour.hpp"

namespace ntmap::app {

/// One cell of a table that is made row by row: a text, a number, or empty.
struct SheetCell {
  std::string text;
  double number = model::k_no_data;
  std::optional<model::Rgb> fill;

  SheetCell() = default;
  SheetCell(std::string value) : text(std::move(value)) {}
  SheetCell(const char* value) : text(value) {}
  SheetCell(double value) : number(value) {}
  SheetCell(std::string value, model::Rgb colour) : text(std::move(value)), fill(colour) {}
};

/// Says things in the language of a sheet.
struct Say {
  base::Lang lang;

  std::string operator()(const char* vi, const char* en) const { return lang == base::Lang::vi ? vi : en; }
  std::string operator()(const base::Text& text) const { return text.in(lang); }
};

/// A sheet under work: the head first, then rows of as many cells.
class SheetTable {
 public:
  /// `name` is the column's in CSV, `heading` what people read in a spreadsheet.
  struct Head {
    std::string name;
    std::string heading;
    bool number = false;
    int decimals = -1;
  };

  /// `frozen`: how many columns stay when a person scrolls to the right.
  SheetTable(std::string name, const std::vector<Head>& heads, std::size_t frozen = 0);
  /// Throws std::logic_error when the row is not as long as the head.
  void add(const std::vector<SheetCell>& row);
  std::size_t row_count() const { return m_rows; }
  const io::Sheet& sheet() const { return m_sheet; }

 private:
  io::Sheet m_sheet;
  std::size_t m_rows = 0;
};

}  // namespace ntmap::app
