#pragma once

#include <memory>
#include <vector>

#include "app/map/render_options.hpp"
#include "app/map/sheet_content.hpp"
#include "base/job.hpp"

namespace ntmap::app {

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
                              const RenderOptions& options, const base::Job& job = {});

}  // namespace ntmap::app
