#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/map/map_content.hpp"
#include "app/map/map_sheet.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "model/scene.hpp"

namespace ntmap::app {

/// A scene with its figures of today: what is drawn, counted and said.
struct SceneContent {
  model::Scene scene;
  MapContent map;     ///< title, subtitle and message are the scene's; of a district only its units
  SheetFocus focus;   ///< what of the map is shown and marked
  base::Text period;  ///< in words; empty when the project has no periods
  base::Text notes;   ///< the speaker's, places filled as in a caption
};

/// Fills a scene from the figures. Captions and notes may hold the places of a theme's message, and {name}
/// and {value} of the scene's unit. Without a caption a district's scene has the theme's message, said of the
/// district, and a unit's the unit's value. Throws Error when theme, period, district or unit are not there
/// (naming the nearest); marks on units that are not there are left out and told in map.findings.
SceneContent scene_content(ProjectData& data, const model::Scene& scene, const base::Job& job = {});

/// How a scene is drawn in the meeting style; other options are the caller's.
RenderOptions scene_options(const SceneContent& content, RenderOptions options);

/// Words that were written for the province, said of a part of it (a district's name): "Toàn tỉnh: {sum} ha"
/// becomes "Huyện Kỳ Anh: {sum} ha"; where they name no place, it is put before them.
base::Text words_of_part(const base::Text& words, const std::string& part);

/// "Cảnh 3 “nuoc-sach”": where findings and messages place a scene; `number` counts from 1.
base::Text scene_place(const model::Scene& scene, std::size_t number);

/// What would go wrong with one scene that can be shown, on a day (ISO date): see scene_findings.
base::Findings findings_of_scene(ProjectData& data, const SceneContent& content, const base::Text& place,
                                 const std::string& today);

/// What would go wrong with the project's scenes on a day (ISO date): a scene that cannot be shown, one
/// without data, one that shows an older period than there is, a target past its date, marks on units that
/// are gone, names that find no room on the sheet.
base::Findings scene_findings(ProjectData& data, const std::string& today, const base::Job& job = {});

/// Today by the local clock, ISO.
std::string today();

}  // namespace ntmap::app
