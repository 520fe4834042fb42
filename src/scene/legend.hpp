#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/class_list.hpp"

namespace ntmap::scene {

/// One line of a legend: a swatch, a label and how many units.
struct LegendRow {
  std::uint8_t byte = 0;  ///< class byte, as in ClassList::class_of
  base::Text label;
  model::Rgb fill;
  model::Hatch hatch = model::Hatch::none;
  std::size_t count = 0;
  std::optional<model::Rgb> hatch_ink = std::nullopt;  ///< as in MapClass
};

/// The text with a capital first letter, of those that Vietnamese words begin with: legends and headings.
std::string capitalised(std::string text);

/// Special states are always shown when some unit is in them; these show them also when none is.
struct LegendOptions {
  bool always_no_data = true;  ///< readers then see that nothing is missing
  bool always_not_applicable = false;
  bool always_out_of_range = false;
};

/// The rows, their labels with capital first letters, in class order, then no data, not applicable and out of
/// range.
std::vector<LegendRow> legend_rows(const model::ClassList& classes, const LegendOptions& options = {});

/// The ink of lines between units where white ones would vanish.
inline constexpr model::Rgb k_border_on_pale{0x9a, 0xa4, 0xae};

/// Whether one of these class bytes has a fill that is nearly white: white border lines would vanish there.
bool shows_pale_fills(const model::ClassList& classes, std::span<const std::uint8_t> class_of);

/// Bars of a histogram in class colours: a bar's units class by class, the lowest class first.
struct LegendHistogram {
  std::vector<double> bounds;                    ///< of the bars; for whole numbers each bar is one number
  bool whole_numbers = false;                    ///< bar i is the number bounds[i]
  std::vector<std::vector<std::size_t>> counts;  ///< [bar][class]
  std::size_t highest = 0;                       ///< units in the fullest bar
};

/// About `bars` bars for the values of the units that are in a class. Whole numbers that span at most
/// `bars` get a bar each. Empty when no unit is in a class. Requires one value a unit.
LegendHistogram legend_histogram(const model::ClassList& classes, std::span<const double> values,
                                 int bars = 20);

}  // namespace ntmap::scene
