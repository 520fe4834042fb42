#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/value_table.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// Reads the figures of the criteria in a table, the one way for verdicts, maps and exports: a column of
/// numbers as io::read_numbers() decides it for the whole column (decimal marks, thousands, percentages as
/// fractions), words where Đạt or a rank is due, then as criteria::read_values() does. Columns in `labels`
/// are no figures.
void read_figures(criteria::ValueTable& values, const std::vector<criteria::ColumnSpec>& specs,
                  const model::Table& table, std::span<const std::uint32_t> unit_of_row,
                  const std::vector<std::string>& labels, base::Findings& findings);

/// One figure of all units, as read_figures() reads it. Both vectors have one entry a unit.
struct FigureColumn {
  std::vector<double> values;       ///< NaN: no data, or refused
  std::vector<std::uint8_t> flags;  ///< criteria::CellFlag bits
  base::Findings findings;
};
FigureColumn read_figure(const criteria::ColumnSpec& spec, const model::Table& table,
                         std::span<const std::uint32_t> unit_of_row, std::size_t unit_count);

}  // namespace ntmap::app
