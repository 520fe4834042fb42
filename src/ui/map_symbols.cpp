#include "ui/map_symbols.hpp"

#include <imgui.h>

#include "ui/widgets.hpp"

namespace ntmap::ui {

void draw_symbol(base::Vec2 centre, double radius, double scale) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at{static_cast<float>(centre.x), static_cast<float>(centre.y)};
  list.AddCircleFilled(at, static_cast<float>(radius), packed(scene::k_symbol_fill));
  list.AddCircle(at, static_cast<float>(radius), packed(scene::k_symbol_edge_ink), 0,
                 static_cast<float>(scene::k_symbol_edge * scale));
}

std::vector<PlacedSymbol> place_symbols(const scene::Camera& camera, std::span<const geom::LabelPoint> places,
                                        std::span<const double> values, const scene::SymbolScale& scale) {
  const base::Box picture{0, 0, static_cast<double>(camera.width()), static_cast<double>(camera.height())};
  std::vector<PlacedSymbol> placed;
  for (const std::uint32_t unit : scene::symbol_order(values)) {
    if (!(places[unit].radius > 0)) continue;  // it has no geometry
    const PlacedSymbol symbol{camera.to_pixel(places[unit].point), scale.radius_of(values[unit])};
    if (picture.grown(symbol.radius).contains(symbol.centre)) placed.push_back(symbol);
  }
  return placed;
}

}  // namespace ntmap::ui
