#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "base/text.hpp"
#include "model/scene.hpp"

namespace ntmap::app {

/// How a presentation leaves the program.
struct DeckOptions {
  base::Lang lang = base::Lang::vi;
  std::string date;   ///< written on the pages and into PDF metadata; empty: none
  bool notes = true;  ///< PDF: with the speaker's notes; an HTML deck never holds them
  base::Overwrite overwrite = base::Overwrite::no;
};

/// Refuses an unknown extension (.pdf and .html are known) and a target that cannot or must not be written,
/// before any file is opened.
void check_deck(const std::filesystem::path& target, const DeckOptions& options);

/// The project's scenes; of a project without any, one for each theme, so that every project can be shown.
std::vector<model::Scene> scenes_of(const model::Project& project);

/// Writes the scenes that can be shown: a PDF with a page each, in vectors, in the meeting style, or one HTML
/// file with the maps of all themes and periods in it. Scenes that cannot be shown are left out and named
/// in the findings. Throws Error{data} when none can be shown.
base::Findings write_deck(ProjectData& data, const std::filesystem::path& target, const DeckOptions& options,
                          const base::Job& job = {});

}  // namespace ntmap::app
