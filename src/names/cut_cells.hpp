#pragma once

#include "base/finding.hpp"
#include "model/table.hpp"

namespace ntmap::names {

/// Columns of raw UTF-8 whose field was too narrow: cells that fill it and end in a part of a letter, "Quang
/// Di\xE1\xBB" of Quang Diệm in nine bytes. The part is taken off and what is whole kept; a warning for each
/// such column (encoding.cut: how many, the first rows and an example). The width is the longest cell's, in
/// bytes. A column is UTF-8 here where at least as many letters beyond ASCII are whole as cells are cut, and
/// nine of ten of the cells that hold some are without fault. "Xa La\xE1" alone may be Windows-1258: a single
/// byte counts as a part only where two different cells fill the field.
base::Findings trim_cut_cells(model::Table& table);

}  // namespace ntmap::names
