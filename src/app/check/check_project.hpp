#pragma once

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Everything that is wrong with a project's data, each flaw once, worst first: boundaries of every
/// vintage, every table, every indicator in every period, and what the themes rest on. A file that cannot
/// be read at all is an error finding; the rest is still checked.
base::Findings check_project(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
