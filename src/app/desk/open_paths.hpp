#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/desk/session.hpp"
#include "base/job.hpp"

namespace ntmap::app {

/// Boundaries whose fields are guessed by their names (code, name, district), to be shown by their first
/// column of numbers. Reads them; throws Error where they cannot be read.
DirectInput guessed_input(const std::string& path, const base::Job& job = {});

/// The command that opens what a user dropped or named: a project file, or boundaries with guessed fields. Of
/// a large file that is read as a whole to know its fields (GeoJSON, KML) it names none: the session guesses
/// them in a job, for the window must not stand still. Throws Error for files that cannot be opened or of
/// which none is a project or boundaries.
Command command_for_paths(const std::vector<std::string>& paths);

/// Whether a project is among these files.
bool has_project(const std::vector<std::string>& paths);
/// Whether these files are boundaries and a table, or a table alone: they must be joined first. The parts of
/// a shapefile (.dbf beside .shp) are no table.
bool wants_joining(const std::vector<std::string>& paths);
/// The boundaries and the table among them; empty texts for what is not there.
std::pair<std::string, std::string> boundaries_and_table(const std::vector<std::string>& paths);

}  // namespace ntmap::app
