#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "criteria/criteria_set.hpp"

namespace ntmap::criteria {

/// How a figure of the programme comes about (figures.toml says each in words).
enum class Compute : std::uint8_t {
  column,
  sum,
  mean,
  count,
  share,
  units,
  implementing,
  flag,
  events,
  ratio,
  difference,
  criteria,
  criteria_mean,
  products,
};

/// How a figure goes over from old units to new ones.
enum class Carry : std::uint8_t {
  none,     ///< cannot be carried: no data
  sum,      ///< ha, households, products: add up; a part takes its share
  mean,     ///< percentages: mean weighted by `weight`
  worst,    ///< the lowest part, the highest where less is better
  all_met,  ///< met when all parts are
  any,      ///< met when any part is
};

/// One figure beside the criteria: what tables, themes and targets follow.
struct Figure {
  std::string id;
  base::Text name;
  std::string unit;
  bool flow = false;  ///< what happened in one year; never added to a stock
  Compute compute = Compute::column;
  std::vector<std::string> ranks;  ///< count, share, flag, events: titles that count
  std::vector<std::string> types;  ///< unit types
  std::string set;                 ///< criteria, criteria_mean
  std::string of;                  ///< the figure it is computed from; empty: its own column
  std::string base;                ///< ratio: the figure below the line
  std::string weight;              ///< mean: the figure that weighs
  Carry carry = Carry::none;
  bool falling = false;        ///< difference: positive when the figure falls
  bool by_decision = false;    ///< events: of the year of decision, however titles count else
  bool mean_of_years = false;  ///< difference: a year, on average
  int stars = 0;               ///< products: only these; 0: any
  bool exported = false;       ///< products: only exported ones
  bool share_of_all = false;   ///< products: as a percentage of all
  std::vector<std::string> scale;
  bool whole = false;  ///< counted one by one
};

/// Reads figures.toml. Throws base::Error with file and line, also for an id that is there twice.
std::vector<Figure> load_figures(const std::filesystem::path& file);

const Figure* find_figure(const std::vector<Figure>& figures, std::string_view id);

/// What may stand in a column of a table of figures, and how it is carried and rolled up.
struct ColumnSpec {
  std::string id;
  base::Text name;
  std::string unit;
  double least = 0;
  double most = 0;     ///< 100 for percentages, the top of a scale that is stated, else infinity
  bool whole = false;  ///< only 0 and 1
  std::vector<std::string> scale;
  Carry carry = Carry::none;
  std::string weight;
  bool less_is_better = false;
  bool counted = false;  ///< whole numbers: what is counted, levels, ranks of a scale
  /// A larger figure is read and told of: the top of its scale is not stated.
  double doubtful_above = std::numeric_limits<double>::infinity();
};

/// The columns that the sets and the figures know, each id once, sorted by id.
std::vector<ColumnSpec> column_specs(const Catalogue& catalogue, const std::vector<Figure>& figures);

const ColumnSpec* find_spec(const std::vector<ColumnSpec>& specs, std::string_view id);

}  // namespace ntmap::criteria
