#include <algorithm>

#include "ui/actions.hpp"

namespace ntmap::ui {
namespace {

using base::text;

bool has_areas(const Desk& desk) {
  const auto project = desk.session.project();
  return desk.session.map() && project && !project->areas.empty();
}

bool areas_shown(const Desk& desk) {
  return desk.session.map() && !desk.session.map()->areas.empty();
}

/// Off: the map alone. On: the theme's own layers, or all of them where it names none.
void switch_areas(Desk& desk) {
  app::ChooseAreas choose{.areas = std::nullopt, .filter = desk.session.choice().area_filter};
  if (areas_shown(desk)) {
    choose.areas.emplace();
  } else if (desk.session.map()->theme.areas.empty()) {
    choose.areas.emplace();
    for (const model::AreaSource& source : desk.session.project()->areas) choose.areas->push_back(source.id);
  }
  desk.command(std::move(choose));
}

}  // namespace

void add_ground_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "map.areas",
                     .menu = Menu::map,
                     .name = text("Hiện vùng trên bản đồ", "Areas over the map"),
                     .keys = {'A'},
                     .run = switch_areas,
                     .enabled = has_areas,
                     .checked = areas_shown});
}

}  // namespace ntmap::ui
