#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/map/scene_content.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::app {

struct DeckPageOptions {
  base::Lang lang = base::Lang::vi;  ///< shown first; readers may change it
  std::string date;                  ///< "made on"; empty: none
};

/// One HTML file that needs nothing else: the scenes, and every theme in every period that has figures, with
/// the same classes, colours and values as all other outputs (one ClassList each). Speaker's notes stay out.
std::string deck_page(ProjectData& data, const std::vector<SceneContent>& scenes,
                      const DeckPageOptions& options, const base::Job& job = {});

/// A file of deck/, as the program holds it ("deck.js"); empty when there is none of that name.
std::string_view embedded_deck_file(std::string_view name);

}  // namespace ntmap::app
