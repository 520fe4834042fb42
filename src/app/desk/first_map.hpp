#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/map/map_content.hpp"
#include "base/error.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// A map, and what went wrong with the one that was wanted.
struct FirstMap {
  std::shared_ptr<const MapContent> map;
  std::optional<base::Error> failure;  ///< none: it is the one that was wanted
};

/// The map that a project opens with. Where the wanted one cannot be made, as where a file of the newest
/// period is missing, the nearest that can and has figures: of its theme the latest period, else of the
/// themes after. Throws what is wrong with the wanted one where none can be made, and Error{cancelled}.
FirstMap first_map(ProjectData& data, const MapChoice& wanted, const base::Job& job = {});

/// Periods with figures of an indicator, in the project's order.
struct ReadPeriods {
  std::vector<std::string> periods;
  std::optional<base::Error> failure;  ///< of the first one that could not be read, and is left out
};
ReadPeriods read_periods(ProjectData& data, const std::string& indicator, const base::Job& job = {});

}  // namespace ntmap::app
