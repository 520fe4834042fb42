#pragma once

#include <cstdint>
#include <vector>

#include "app/map/map_content.hpp"
#include "scene/camera.hpp"
#include "scene/hit_test.hpp"
#include "scene/symbols.hpp"
#include "ui/layout.hpp"

namespace ntmap::ui {

class HaloFont;

/// The names of the units over the map, each in the ink that reads on its unit's fill, with a halo for what
/// else it runs over. On stripes, and where dark letters run out onto a dark ground, they get a plate.
class MapNames {
 public:
  /// What the names are written on.
  struct Ground {
    const app::MapContent& map;
    const scene::HitTest& hits;
    model::Rgb paper;  ///< around the units
    scene::SymbolScale circles;
    int covered_below = 0;  ///< pixels under the period slider
  };

  /// Another map, other classes or circles: all is chosen anew.
  void forget() { m_font = 0; }
  /// Chooses which names are written and how; does nothing where nothing has changed.
  void update(const Ground& ground, const scene::Camera& camera);
  /// Over the picture whose upper left pixel is `corner`.
  void draw(const HaloFont& halo, const app::Units& units, base::Vec2 corner) const;

 private:
  struct Name {
    PlacedName place;
    bool light = false;  ///< letters, on a dark fill
    bool plate = false;
  };
  Name looked_at(const Ground& ground, const scene::Camera& camera, const PlacedName& place) const;
  bool runs_out(const Ground& ground, const scene::Camera& camera, const PlacedName& place) const;

  float m_font = 0;  // size that m_sizes hold for, pixels; the next three say what m_names hold for
  scene::Camera m_camera;
  int m_below = 0;
  model::Rgb m_paper;
  std::vector<base::Vec2> m_sizes;
  std::vector<Name> m_names;
};

}  // namespace ntmap::ui
