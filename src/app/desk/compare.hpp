#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/map/map_content.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// A second map beside the first one, to compare two themes or two periods.
struct Beside {
  MapChoice choice;
  std::shared_ptr<const MapContent> map;  ///< null until it is ready
  std::vector<std::string> periods;       ///< with figures for its theme, in order
};

/// What stands beside a map at first: the same theme in the period before, or where there is none in the one
/// after, or else the project's next theme.
MapChoice first_choice_beside(const model::Project& project, const MapChoice& shown,
                              const std::vector<std::string>& periods);

/// The second map. A period without figures for its theme gives way to the latest that has some. Where both
/// maps show one theme of numbers, the second takes the classes of the first (the outer two reach on to its
/// own figures), so that one colour means one thing in both; but not where the first has a class for each
/// value. Throws what map_content() throws.
Beside map_beside(ProjectData& data, const MapContent& first, const MapChoice& choice,
                  const base::Job& job = {});

}  // namespace ntmap::app
