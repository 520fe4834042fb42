#include "ui/map_canvas.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gl/map_renderer.hpp"
#include "gl/mesh_cache.hpp"
#include "gl/unit_look.hpp"
#include "scene/camera.hpp"
#include "scene/hit_test.hpp"
#include "scene/live_layer.hpp"
#include "ui/area_layers.hpp"
#include "ui/fonts.hpp"
#include "ui/layout.hpp"
#include "ui/window.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

constexpr double k_wheel_factor = 1.25;  // one notch
constexpr double k_key_pan = 0.15;       // of the picture, one press
constexpr double k_fit_margin = 24;      // pixels
constexpr double k_closest = 0.25;       // CRS units a pixel
constexpr double k_click_slack = 4;      // pixels a click may wander
constexpr double k_name_gap = 4;         // pixels between names

ImVec2 vec(base::Vec2 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y)};
}
base::Vec2 vec(ImVec2 v) {
  return {static_cast<double>(v.x), static_cast<double>(v.y)};
}

ImU32 halo_colour(bool light_text) {
  return light_text ? IM_COL32(20, 26, 32, 190) : IM_COL32(255, 255, 255, 215);
}

bool is_dark(model::Rgb fill) {
  return 299 * fill.r + 587 * fill.g + 114 * fill.b < 128000;
}

/// Text with a halo, so that it reads on every fill.
void draw_label(ImDrawList& list, ImVec2 at, const std::string& text, bool on_dark) {
  constexpr float k_offsets[][2] = {{-1, -1},  {0, -1.4F}, {1, -1},   {-1.4F, 0},
                                    {1.4F, 0}, {-1, 1},    {0, 1.4F}, {1, 1}};
  for (const auto& offset : k_offsets) {
    list.AddText({at.x + offset[0], at.y + offset[1]}, halo_colour(on_dark), text.c_str());
  }
  list.AddText(at, on_dark ? IM_COL32(255, 255, 255, 255) : IM_COL32(24, 30, 38, 255), text.c_str());
}

}  // namespace

struct MapCanvas::Impl {
  gl::MeshCache cache;
  gl::MapRenderer renderer{cache};
  std::shared_ptr<const app::MapContent> map;
  std::shared_ptr<const app::Units> units;
  std::optional<scene::LiveLayer> layer;
  std::optional<scene::HitTest> hits;
  std::optional<gl::UnitLook> look;
  AreaLayers areas;
  AreaView area_view;
  std::vector<std::uint8_t> flags;
  scene::Camera camera;
  gl::MapStyle style;
  std::optional<std::uint32_t> hovered;
  std::optional<std::uint32_t> selected;
  double dragged = 0;       // pixels since the button went down
  bool fit_pending = true;  // the first size of the picture is not known before the first frame
  bool labels = true;
  float name_font = 0;  // size that `name_sizes` hold for, pixels
  std::vector<base::Vec2> name_sizes;
  scene::Camera named_camera;
  std::vector<PlacedName> names;  // for that camera

  void take_units(const std::shared_ptr<const app::Units>& other);
  void resize(int width, int height);
  void pan_and_zoom(base::Vec2 corner);
  void use_keys();
  void use_mouse(base::Vec2 corner);
  void update_flags();
  void update_names();
  void draw_names(base::Vec2 corner) const;
  void draw_tip(base::Lang lang, double scale) const;
};

MapCanvas::MapCanvas() : m_impl(std::make_unique<Impl>()) {}
MapCanvas::~MapCanvas() = default;

void MapCanvas::Impl::take_units(const std::shared_ptr<const app::Units>& other) {
  units = other;
  const std::shared_ptr<const model::PolygonSet> polygons(units, &units->layer.polygons);
  auto source =
      std::make_shared<const scene::LayerSource>(polygons, scene::BorderGroups{units->district_of, {}});
  layer.emplace(source, &Window::wake);
  hits.emplace(polygons);
  look.emplace(units->size());
  flags.assign(units->size(), 0);
  hovered.reset();
  selected.reset();
  fit_pending = true;
  name_font = 0;
}

void MapCanvas::show(std::shared_ptr<const app::MapContent> map) {
  if (map->figures.units != m_impl->units) m_impl->take_units(map->figures.units);
  m_impl->look->set_classes(map->classes);
  m_impl->areas.show(map->areas);
  m_impl->map = std::move(map);
}

void MapCanvas::Impl::resize(int width, int height) {
  camera.resize(width, height);
  if (!fit_pending) return;
  fit_pending = false;
  camera.limit(layer->source()->box(), k_closest);
  camera.fit(layer->source()->box(), k_fit_margin);
}

void MapCanvas::Impl::pan_and_zoom(base::Vec2 corner) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
    camera.pan(vec(io.MouseDelta));
    dragged += std::hypot(static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y));
  }
  if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
    camera.zoom(vec(io.MousePos) - corner, std::pow(k_wheel_factor, static_cast<double>(io.MouseWheel)));
  }
}

void MapCanvas::Impl::use_keys() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool meant = ImGui::IsItemHovered() || ImGui::IsWindowFocused();
  if (!meant || io.WantTextInput || ImGui::IsAnyItemActive()) return;
  const double step = k_key_pan * std::min(camera.width(), camera.height());
  const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  if (pressed(ImGuiKey_LeftArrow)) camera.pan({step, 0});
  if (pressed(ImGuiKey_RightArrow)) camera.pan({-step, 0});
  if (pressed(ImGuiKey_UpArrow)) camera.pan({0, step});
  if (pressed(ImGuiKey_DownArrow)) camera.pan({0, -step});
  if (pressed(ImGuiKey_Home)) camera.fit(layer->source()->box(), k_fit_margin);
  for (const ImWchar typed : io.InputQueueCharacters) {
    const base::Vec2 middle{camera.width() / 2.0, camera.height() / 2.0};
    if (typed == '+' || typed == '=') camera.zoom(middle, k_wheel_factor);
    if (typed == '-') camera.zoom(middle, 1 / k_wheel_factor);
  }
}

void MapCanvas::Impl::use_mouse(base::Vec2 corner) {
  hovered.reset();
  if (!ImGui::IsItemHovered()) return;
  const base::Vec2 cursor = vec(ImGui::GetIO().MousePos) - corner;
  hovered = hits->unit_at(camera.to_world(cursor), 6 * camera.units_per_pixel());
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) dragged = 0;
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && dragged < k_click_slack) selected = hovered;
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && hovered) {
    camera.fit(units->layer.polygons.feature_box(*hovered), camera.width() / 4.0);
  }
}

void MapCanvas::Impl::update_flags() {
  std::vector<std::uint8_t> next(units->size(), 0);
  if (selected) next[*selected] |= gl::k_flag_selected;
  if (hovered) next[*hovered] |= gl::k_flag_hovered;
  if (next == flags) return;
  flags = std::move(next);
  look->set_flags(flags);
}

void MapCanvas::Impl::update_names() {
  const float font = ImGui::GetFontSize();
  if (font == name_font && camera == named_camera) return;
  if (font != name_font) {
    name_sizes.clear();
    for (const std::string& name : units->names) name_sizes.push_back(vec(ImGui::CalcTextSize(name.c_str())));
  }
  name_font = font;
  named_camera = camera;
  names = place_names(camera, *map->label_points, name_sizes, k_name_gap);
}

void MapCanvas::Impl::draw_names(base::Vec2 corner) const {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const PlacedName& name : names) {
    const model::MapClass& shown = map->classes.by_byte(map->classes.class_of[name.unit]);
    draw_label(list, vec(corner + name.corner), units->names[name.unit], is_dark(shown.fill));
  }
}

void MapCanvas::Impl::draw_tip(base::Lang lang, double scale) const {
  if (!hovered || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  ImGui::PushStyleColor(ImGuiCol_PopupBg, IM_COL32(34, 45, 56, 240));
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(245, 247, 249, 255));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(static_cast<float>(340 * scale));
  push_font(Font::bold);
  ImGui::TextUnformatted(units->full_name(*hovered).c_str());
  pop_font();
  for (const base::Text& line : tip_words(*map, *hovered)) ImGui::TextUnformatted(line.in(lang).c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleColor(2);
}

void MapCanvas::draw(base::Lang lang, double scale) {
  Impl& self = *m_impl;
  const base::Vec2 corner = vec(ImGui::GetCursorScreenPos());
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const int width = std::max(1, static_cast<int>(room.x));
  const int height = std::max(1, static_cast<int>(room.y));
  if (!self.map) return;
  self.resize(width, height);
  ImGui::InvisibleButton("map", {static_cast<float>(width), static_cast<float>(height)});
  self.pan_and_zoom(corner);
  self.use_keys();
  self.use_mouse(corner);
  self.update_flags();

  self.layer->update(self.camera);
  self.style.scale = static_cast<float>(scale);
  std::vector<gl::MapLayer> shown{{.pieces = self.layer->pieces(self.camera), .look = &*self.look}};
  self.areas.append(self.camera, self.area_view, shown);
  self.renderer.draw(self.camera, shown, self.style);
  self.cache.collect();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto texture = static_cast<std::uintptr_t>(self.renderer.picture().texture());
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  list.AddImage(reinterpret_cast<ImTextureID>(texture), vec(corner),
                vec(corner + base::Vec2{width * 1.0, height * 1.0}), {0, 1}, {1, 0});
  if (self.labels) {
    self.update_names();
    self.draw_names(corner);
  }
  self.draw_tip(lang, scale);
}

bool MapCanvas::complete() const {
  return m_impl->layer && m_impl->layer->complete(m_impl->camera) &&
         m_impl->areas.complete(m_impl->camera, m_impl->area_view);
}

std::optional<base::Error> MapCanvas::failure() const {
  return m_impl->layer ? m_impl->layer->failure() : std::nullopt;
}

std::optional<std::uint32_t> MapCanvas::hovered() const {
  return m_impl->hovered;
}
std::optional<std::uint32_t> MapCanvas::selected() const {
  return m_impl->selected;
}
void MapCanvas::select(std::optional<std::uint32_t> unit) {
  m_impl->selected = unit;
}

void MapCanvas::zoom_to(std::uint32_t unit) {
  if (m_impl->units)
    m_impl->camera.fit(m_impl->units->layer.polygons.feature_box(unit), m_impl->camera.width() / 4.0);
}

void MapCanvas::zoom_to_all() {
  if (m_impl->layer) m_impl->camera.fit(m_impl->layer->source()->box(), k_fit_margin);
}

void MapCanvas::set_labels(bool shown) {
  m_impl->labels = shown;
}

void MapCanvas::set_paper_dark(bool dark) {
  gl::MapStyle style;
  style.paper = model::Rgb{0xf7, 0xf5, 0xf1};
  if (dark) {
    style.paper = model::Rgb{0x1d, 0x22, 0x27};
    style.borders[static_cast<std::size_t>(scene::BorderRank::province)].colour = {0xc3, 0xca, 0xd1};
    style.selected.colour = {0xff, 0xff, 0xff};
    style.hovered.colour = {0xff, 0xff, 0xff};
  }
  m_impl->style = style;
}

}  // namespace ntmap::ui
