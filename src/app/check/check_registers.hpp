#pragma once

#include <string_view>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// What rows of the programme's registers say that cannot be, beyond what reading and binding them tells:
/// days after `today` ("2025-06-30"), an end before its beginning, a title or a product that stands twice
/// (and counts twice), and rows whose codes are meant for days of none of the project's maps, which nothing
/// would ever look up. Empty without [programme].
base::Findings register_findings(ProjectData& data, std::string_view today);

}  // namespace ntmap::app
