#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/colour.hpp"

namespace ntmap::io {

/// How a cell of a workbook looks.
struct CellLook {
  enum class Kind : std::uint8_t { header, text, number } kind = Kind::text;
  int decimals = -1;  ///< numbers only; below 0: the program's general format
  std::optional<model::Rgb> fill;
  bool operator==(const CellLook&) const = default;
};

/// The styles of one workbook: each look once, in the order of first use.
class XlsxStyles {
 public:
  /// The number by which cells name the look.
  std::size_t index_of(const CellLook& look);
  /// xl/styles.xml.
  std::string part() const;

 private:
  std::vector<CellLook> m_looks;
};

/// True when white letters read better than black ones on that colour (WCAG 2 contrast).
bool wants_light_text(model::Rgb fill);

}  // namespace ntmap::io
