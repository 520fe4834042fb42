#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/sheet_content.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Which small maps stand side by side on one sheet.
enum class Multiples : std::uint8_t {
  none,
  criteria,  ///< the criteria of the set that the theme's indicator is computed from, in one period
  periods,   ///< the theme in every period that has figures, in the same classes
};

/// A sheet of small maps with one legend, and the units it shows (of several dates for periods).
struct MultiplesContent {
  SheetContent sheet;
  std::vector<std::shared_ptr<const Units>> units;
  base::Findings findings;
};

/// Makes it. Classes of periods are cut over the figures of all periods together, so that colours mean the
/// same everywhere. Throws Error{usage} for a theme whose indicator comes from no criteria set (criteria), or
/// that has figures in fewer than two periods or is of two variables or symbols (periods).
MultiplesContent multiples_of(ProjectData& data, const MapChoice& choice, Multiples which,
                              const SheetOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
