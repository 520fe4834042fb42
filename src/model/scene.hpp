#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/text.hpp"

namespace ntmap::model {

/// A remark on the map that points at a unit.
struct SceneAnnotation {
  std::string unit;  ///< code
  base::Text text;
  bool operator==(const SceneAnnotation&) const = default;
};

/// One picture of a presentation: what it shows, what it says and what the speaker says to it. A scene may
/// name a theme, a period or a unit that is no longer there: it is kept, told about and left out when
/// presenting (app::scene_findings).
struct Scene {
  std::string id;
  base::Text title;                    ///< empty: the theme's
  std::string theme;                   ///< id; empty: the project's first
  std::string period;                  ///< id; empty: the latest with figures, so that the scene keeps up
  std::string district;                ///< name: only its units are shown and counted
  std::string unit;                    ///< code: this unit and what lies round it
  std::optional<base::Box> extent;     ///< units of the map's CRS; without any of the three: everything
  std::vector<std::string> selection;  ///< codes of units with a thick outline
  std::vector<SceneAnnotation> annotations;
  base::Text caption;  ///< {..} places are filled from the figures; empty: the theme's message
  base::Text notes;    ///< for the speaker only
  std::string due;     ///< last day of the target that the scene speaks of, ISO; empty: of none
  int seconds = 0;     ///< planned speaking time; 0: none planned
  int text_size = 0;   ///< least text size, of 1,080 lines; 0: the meeting style's own
  bool operator==(const Scene&) const = default;
};

}  // namespace ntmap::model
