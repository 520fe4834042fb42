#include "ui/map_canvas.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>

#include "app/map/measure.hpp"
#include "app/map/sheet_content.hpp"
#include "app/programme/unit_card.hpp"
#include "crs/crs.hpp"
#include "gl/map_renderer.hpp"
#include "gl/mesh_cache.hpp"
#include "gl/unit_look.hpp"
#include "scene/camera.hpp"
#include "scene/hit_test.hpp"
#include "scene/legend.hpp"
#include "scene/live_layer.hpp"
#include "sheet/page.hpp"
#include "ui/area_layers.hpp"
#include "ui/desk.hpp"
#include "ui/fonts.hpp"
#include "ui/map_names.hpp"
#include "ui/map_overlay.hpp"
#include "ui/map_symbols.hpp"
#include "ui/ring_tool.hpp"
#include "ui/shown_picture.hpp"
#include "ui/window.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

constexpr double k_wheel_factor = 1.25;  // one notch
constexpr double k_key_pan = 0.15;       // of the picture, one press
constexpr double k_fit_margin = 24;      // pixels
constexpr double k_closest = 0.25;       // metres a pixel
constexpr double k_metres_a_degree = 111320;
constexpr double k_click_slack = 4;  // pixels a click may wander

ImVec2 vec(base::Vec2 v) {
  return {static_cast<float>(v.x), static_cast<float>(v.y)};
}
base::Vec2 vec(ImVec2 v) {
  return {static_cast<double>(v.x), static_cast<double>(v.y)};
}

std::shared_ptr<const scene::LayerSource> source_of(const std::shared_ptr<const app::Units>& units) {
  return std::make_shared<const scene::LayerSource>(app::polygons_of(units),
                                                    scene::BorderGroups{units->district_of, {}});
}

/// What takes time of units that are to be shown.
struct PreparedUnits {
  std::shared_ptr<const app::Units> units;
  std::shared_ptr<const scene::LayerSource> source;
  std::shared_ptr<const scene::Mesh> overview;
};

}  // namespace

struct MapCanvas::Impl {
  std::mutex mutex;                       // guards `prepared`
  std::optional<PreparedUnits> prepared;  // by a worker
  gl::MeshCache cache;
  gl::MapRenderer renderer{cache};
  std::shared_ptr<const app::MapContent> map;
  std::shared_ptr<const app::Units> units;
  std::optional<scene::LiveLayer> layer;
  std::optional<scene::HitTest> hits;
  std::optional<gl::UnitLook> look;
  std::optional<gl::UnitLook> marks;  // of a theme that marks units
  AreaLayers areas;
  std::vector<std::uint8_t> flags;
  scene::Camera camera;
  scene::Camera whole;  // as fit_all() left it: while the camera is that, the user has not moved it
  gl::MapStyle style;
  double dragged = 0;                  // pixels since the button went down
  bool clicking = false;               // the button went down on the map, and what it began is not done yet
  std::optional<base::Vec2> box_from;  // CRS units: where a box to select with began
  RingTool ring;
  Tool tool = Tool::pick;
  int covered_above = 0;    // pixels under captions
  int covered_below = 0;    // pixels under the period slider
  bool follows = false;     // looks like another canvas from the next frame that it draws
  bool led = false;         // looks like another canvas in the frame that is being drawn
  bool fit_pending = true;  // the first size of the picture is not known before the first frame
  ShownPicture picture;
  scene::SymbolScale circles;  // radius 0: the theme has none
  MapNames names;

  void take_units(const std::shared_ptr<const app::Units>& other);
  std::optional<PreparedUnits> take_prepared();
  void resize(int width, int height, int above, int below);
  void fit(const base::Box& box, double margin, int at_left = 0);
  void fit_all();
  void set_look(const Desk& desk);
  void zoom_to(Desk& desk);
  base::Box box_of(const app::Selection& selection) const;
  void pan_and_zoom(base::Vec2 corner);
  bool keys_are_meant() const;
  void use_keys();
  void use_mouse(Desk& desk, base::Vec2 corner);
  void use_box(Desk& desk, base::Vec2 world);
  void pick(Desk& desk);
  void use_ring(Desk& desk, base::Vec2 world, bool clicked);
  void update_flags(const ViewState& view);
  void update_circles(double scale);
  void draw_picture(base::Vec2 corner, const AreaView& area_view);
  void draw_circles(const Desk& desk, base::Vec2 corner) const;
  void draw_tools(const Desk& desk, base::Vec2 corner) const;
  void draw_tip(const Desk& desk) const;
};

MapCanvas::MapCanvas() : m_impl(std::make_unique<Impl>()) {}
MapCanvas::~MapCanvas() = default;

/// Of the units that are shown now; what was prepared of others is dropped.
std::optional<PreparedUnits> MapCanvas::Impl::take_prepared() {
  const std::scoped_lock lock(mutex);
  auto ready = std::exchange(prepared, std::nullopt);
  return ready && ready->units == units ? ready : std::nullopt;
}

void MapCanvas::Impl::take_units(const std::shared_ptr<const app::Units>& other) {
  units = other;
  if (const auto ready = take_prepared())
    layer.emplace(ready->source, ready->overview, &Window::wake);
  else
    layer.emplace(source_of(units), &Window::wake);
  hits.emplace(app::polygons_of(units));
  look.emplace(units->size());
  flags.assign(units->size(), 0);
  ring.clear();
  box_from.reset();
  fit_pending = true;
  names.forget();
}

void MapCanvas::prepare(const std::shared_ptr<const app::Units>& units, const base::Job& job) {
  const auto source = source_of(units);
  PreparedUnits ready{units, source, scene::LiveLayer::make_overview(*source, job)};
  const std::scoped_lock lock(m_impl->mutex);
  m_impl->prepared = std::move(ready);
}

void MapCanvas::show(std::shared_ptr<const app::MapContent> map) {
  if (map->figures.units != m_impl->units) m_impl->take_units(map->figures.units);
  m_impl->look->set_classes(map->classes);
  m_impl->areas.show(map->areas);
  m_impl->marks.reset();
  if (map->marks) m_impl->marks.emplace(map->units().size()).set_classes(map->marks->classes);
  m_impl->names.forget();  // other circles, other places
  m_impl->map = std::move(map);
}

/// A map that was shown whole is so in the new size too; else its middle stays where it is.
void MapCanvas::Impl::resize(int width, int height, int above, int below) {
  const bool same_room = width == camera.width() && height == camera.height() && above == covered_above &&
                         below == covered_below;
  const bool untouched = camera == whole;
  camera.resize(width, height);
  covered_above = above;
  covered_below = below;
  if (fit_pending) {
    const bool degrees = crs::describe(units->crs).geographic;
    camera.limit(layer->source()->box(), degrees ? k_closest / k_metres_a_degree : k_closest);
  }
  if (fit_pending || (untouched && !same_room && !follows)) fit_all();
  if (untouched && follows) whole = camera;  // the one that leads has fitted it
  fit_pending = follows = false;
}

/// Where the buttons would lie over a unit it is shown beside them.
void MapCanvas::Impl::fit_all() {
  const base::Box all = layer->source()->box();
  fit(all, k_fit_margin);
  const base::Box buttons = map_buttons_box();
  base::Box under;
  under.add(camera.to_world({buttons.min_x, buttons.min_y}));
  under.add(camera.to_world({buttons.max_x, buttons.max_y}));
  if (!hits->units_in(under).empty()) fit(all, k_fit_margin, static_cast<int>(std::ceil(buttons.max_x)));
  whole = camera;
}

/// Shows the box between what covers the upper and the lower edge, `at_left` pixels from the left one.
void MapCanvas::Impl::fit(const base::Box& box, double margin, int at_left) {
  const int width = camera.width();
  const int height = camera.height();
  camera.resize(std::max(1, width - at_left), std::max(1, height - covered_above - covered_below));
  camera.fit(box, margin);
  camera.resize(width, height);
  camera.pan({at_left / 2.0, (covered_above - covered_below) / 2.0});
}

void MapCanvas::Impl::pan_and_zoom(base::Vec2 corner) {
  const ImGuiIO& io = ImGui::GetIO();
  // In the frame in which the button goes down the mouse moved before that: the map stays.
  const bool held = ImGui::IsItemActive() && !ImGui::IsItemActivated();
  if (held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
    if (!box_from) camera.pan(vec(io.MouseDelta));
    dragged += std::hypot(static_cast<double>(io.MouseDelta.x), static_cast<double>(io.MouseDelta.y));
  }
  if (ImGui::IsItemHovered() && io.MouseWheel != 0) {
    camera.zoom(vec(io.MousePos) - corner, std::pow(k_wheel_factor, static_cast<double>(io.MouseWheel)));
  }
}

/// Keys that go through a table, press a button or are typed into a field do nothing to the map that the
/// mouse happens to lie on.
bool MapCanvas::Impl::keys_are_meant() const {
  const ImGuiIO& io = ImGui::GetIO();
  const bool focused =
      ImGui::IsWindowFocused() || (!led && ImGui::IsWindowFocused(ImGuiFocusedFlags_RootWindow));
  const bool meant = focused || (ImGui::IsItemHovered() && !io.NavVisible);
  return meant && !io.WantTextInput && !ImGui::IsAnyItemActive();
}

void MapCanvas::Impl::use_keys() {
  const ImGuiIO& io = ImGui::GetIO();
  if (!keys_are_meant()) return;
  const double step = k_key_pan * std::min(camera.width(), camera.height());
  const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  if (pressed(ImGuiKey_LeftArrow)) camera.pan({step, 0});
  if (pressed(ImGuiKey_RightArrow)) camera.pan({-step, 0});
  if (pressed(ImGuiKey_UpArrow)) camera.pan({0, step});
  if (pressed(ImGuiKey_DownArrow)) camera.pan({0, -step});
  for (const ImWchar typed : io.InputQueueCharacters) {
    const base::Vec2 middle{camera.width() / 2.0, camera.height() / 2.0};
    if (typed == '+' || typed == '=') camera.zoom(middle, k_wheel_factor);
    if (typed == '-') camera.zoom(middle, 1 / k_wheel_factor);
  }
}

void MapCanvas::Impl::use_mouse(Desk& desk, base::Vec2 corner) {
  if (desk.view.tool != tool) ring.clear();
  tool = desk.view.tool;
  const base::Vec2 world = camera.to_world(vec(ImGui::GetIO().MousePos) - corner);
  if (ImGui::IsItemActivated()) {
    dragged = 0;
    clicking = true;
  }
  use_box(desk, world);
  const bool clicked = ImGui::IsMouseReleased(ImGuiMouseButton_Left) && std::exchange(clicking, false) &&
                       dragged < k_click_slack;
  if (!ImGui::IsItemHovered()) return;
  desk.view.hovered = hits->unit_at(world, 6 * camera.units_per_pixel());
  if (tool != Tool::pick) return use_ring(desk, world, clicked);
  if (clicked) pick(desk);
  if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) && desk.view.hovered) {
    clicking = false;  // under the mouse there will be something else when the button goes up
    fit(units->layer.polygons.feature_box(*desk.view.hovered), camera.width() / 4.0);
  }
}

/// A click selects one unit, with Ctrl one more or one less.
void MapCanvas::Impl::pick(Desk& desk) {
  if (!ImGui::GetIO().KeyCtrl)
    desk.view.selection.only(desk.view.hovered);
  else if (desk.view.hovered)
    desk.view.selection.toggle(*desk.view.hovered);
}

/// Shift and drag selects what a box touches; with Ctrl it is added.
void MapCanvas::Impl::use_box(Desk& desk, base::Vec2 world) {
  if (ImGui::IsItemActivated() && ImGui::GetIO().KeyShift && tool == Tool::pick) box_from = world;
  if (!box_from || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  base::Box box;
  box.add(*box_from);
  box.add(world);
  box_from.reset();
  if (dragged < k_click_slack) return;
  const std::vector<std::uint32_t> inside = hits->units_in(box);
  if (ImGui::GetIO().KeyCtrl)
    desk.view.selection.add(inside);
  else
    desk.view.selection.set(inside);
}

void MapCanvas::Impl::use_ring(Desk& desk, base::Vec2 world, bool clicked) {
  if (clicked) ring.add(world);
  const bool keys = keys_are_meant();
  const bool closed = ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left) ||
                      ImGui::IsMouseClicked(ImGuiMouseButton_Right) ||
                      (keys && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false));
  if (keys && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Backspace))) ring.take_last_back();
  if (!closed || ring.empty()) return;
  if (tool == Tool::polygon) {
    std::vector<double> xy;
    for (const base::Vec2& point : ring.points()) xy.insert(xy.end(), {point.x, point.y});
    desk.view.selection.set(hits->units_in(std::span<const double>(xy)));
    desk.view.tool = Tool::pick;
  }
  ring.clear();
  clicking = false;  // the second click of a double one closes: its end is no click of its own
}

base::Box MapCanvas::Impl::box_of(const app::Selection& selection) const {
  base::Box box;
  for (const std::uint32_t unit : selection.units()) box.add(units->layer.polygons.feature_box(unit));
  return box;
}

void MapCanvas::Impl::zoom_to(Desk& desk) {
  const ZoomTo to = std::exchange(desk.view.zoom_to, ZoomTo::nothing);
  if (to == ZoomTo::all) fit_all();
  if (to != ZoomTo::selection) return;
  const double around = desk.view.selection.size() == 1 ? camera.width() / 4.0 : 2 * k_fit_margin;
  fit(box_of(desk.view.selection), around);
}

void MapCanvas::Impl::update_flags(const ViewState& view) {
  std::vector<std::uint8_t> next(units->size(), 0);
  for (const std::uint32_t unit : view.selection.units()) next[unit] |= gl::k_flag_selected;
  if (view.hovered && *view.hovered < next.size()) next[*view.hovered] |= gl::k_flag_hovered;
  if (next == flags) return;
  flags = std::move(next);
  look->set_flags(flags);
}

void MapCanvas::Impl::update_circles(double scale) {
  circles = {};
  if (map->theme.kind != model::ThemeKind::symbols) return;
  // As large as in a picture of this size that is written to a file, but never too small to compare; zooming
  // in makes room between them.
  constexpr double k_least = 0.75;
  const double unit =
      std::max(sheet::unit_of({1.0 * camera.width(), 1.0 * camera.height()}), k_least * scale);
  circles = scene::symbol_scale(map->figures.values, unit);
}

void MapCanvas::Impl::draw_circles(const Desk& desk, base::Vec2 corner) const {
  if (!(circles.radius > 0)) return;
  for (const PlacedSymbol& symbol : place_symbols(camera, *map->label_points, map->figures.values, circles))
    draw_symbol(corner + symbol.centre, symbol.radius, desk.view.scale);
}

void MapCanvas::Impl::draw_tools(const Desk& desk, base::Vec2 corner) const {
  const base::Vec2 cursor = camera.to_world(vec(ImGui::GetIO().MousePos) - corner);
  ring.draw(camera, corner, cursor);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (box_from) {
    list.AddRect(vec(corner + camera.to_pixel(*box_from)), ImGui::GetIO().MousePos,
                 IM_COL32(0xc0, 0x22, 0x5a, 255), 0, 0, 2);
  }
  if (tool != Tool::measure || ring.empty()) return;
  desk.attempt([&] {
    const app::Measured measured = app::measure(ring.with(cursor), units->crs);
    ImGui::SetTooltip("%s", desk.say(app::measured_words(measured)).c_str());
  });
}

void MapCanvas::Impl::draw_tip(const Desk& desk) const {
  const auto& unit = desk.view.hovered;
  if (!unit || tool != Tool::pick || ImGui::IsMouseDown(ImGuiMouseButton_Left) || !ImGui::IsItemHovered())
    return;
  ImGui::PushStyleColor(ImGuiCol_PopupBg, IM_COL32(34, 45, 56, 255));
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(245, 247, 249, 255));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(static_cast<float>(340 * desk.view.scale));
  push_font(Font::bold);
  ImGui::TextUnformatted(units->full_name(*unit).c_str());
  pop_font();
  for (const base::Text& line : tip_words(*map, *unit)) ImGui::TextUnformatted(desk.say(line).c_str());
  // Verdicts are of the desk's period; a second map may show another.
  const app::DeskContent* content = desk.session.desk().get();
  const bool same_period = content != nullptr && content->period == map->period;
  const base::Text standing = standing_words_of(same_period ? content : nullptr, *units, *unit);
  if (!standing.empty()) ImGui::TextUnformatted(desk.say(standing).c_str());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
  ImGui::PopStyleColor(2);
}

void MapCanvas::Impl::draw_picture(base::Vec2 corner, const AreaView& area_view) {
  layer->update(camera);
  std::vector<gl::MapLayer> shown{{.pieces = layer->pieces(camera), .look = &*look}};
  if (marks) shown.push_back({.pieces = shown[0].pieces, .look = &*marks, .opacity = 0, .borders = false});
  areas.append(camera, area_view, shown);
  const bool changed = renderer.draw(camera, shown, style);
  cache.collect();
  picture.show(renderer.picture(), corner, changed);
}

void MapCanvas::draw(Desk& desk) {
  Impl& self = *m_impl;
  if (!self.map) return;
  const base::Vec2 corner = vec(ImGui::GetCursorScreenPos());
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const int width = std::max(1, static_cast<int>(room.x));
  const int height = std::max(1, static_cast<int>(room.y));
  self.led = self.follows;
  self.resize(width, height, static_cast<int>(desk.view.covered_above),
              static_cast<int>(desk.view.covered_below));
  self.set_look(desk);
  ImGui::InvisibleButton("map", {static_cast<float>(width), static_cast<float>(height)});
  ImGui::SetItemAllowOverlap();
  self.zoom_to(desk);
  self.pan_and_zoom(corner);
  self.use_keys();
  self.use_mouse(desk, corner);
  self.update_flags(desk.view);
  self.draw_picture(corner, desk.view.areas);
  self.update_circles(desk.view.scale);
  self.draw_circles(desk, corner);
  if (desk.view.settings.unit_names) {
    self.names.update({*self.map, *self.hits, self.style.paper, self.circles, self.covered_below},
                      self.camera);
    self.names.draw(desk.window.halo(), *self.units, corner);
  }
  self.draw_tip(desk);
  self.draw_tools(desk, corner);
}

bool MapCanvas::complete() const {
  return m_impl->layer && m_impl->layer->complete(m_impl->camera) && m_impl->areas.complete(m_impl->camera);
}

std::optional<base::Error> MapCanvas::failure() const {
  return m_impl->layer ? m_impl->layer->failure() : std::nullopt;
}

scene::SymbolScale MapCanvas::symbol_scale() const {
  return m_impl->circles;
}

std::optional<base::Box> MapCanvas::seen_part() const {
  if (!m_impl->layer) return std::nullopt;
  const base::Box seen = m_impl->camera.view();
  const base::Box all = m_impl->layer->source()->box();
  if (seen.contains({all.min_x, all.min_y}) && seen.contains({all.max_x, all.max_y})) return std::nullopt;
  return seen;
}

app::SheetFocus seen_focus(const Desk& desk) {
  const auto selected = desk.view.selection.units();
  return {.world = desk.canvas.seen_part(),
          .selection = {selected.begin(), selected.end()},
          .area_strength = static_cast<double>(desk.view.areas.strength),
          .says_counts = true};
}

void MapCanvas::zoom(double factor) {
  m_impl->camera.zoom({m_impl->camera.width() / 2.0, m_impl->camera.height() / 2.0}, factor);
}

const scene::Camera& MapCanvas::camera() const {
  return m_impl->camera;
}

/// The size is this canvas's own; draw() sets it.
void MapCanvas::look_like(const MapCanvas& other) {
  m_impl->camera = other.m_impl->camera;
  m_impl->whole = other.m_impl->camera == other.m_impl->whole ? m_impl->camera : scene::Camera();
  m_impl->fit_pending = false;
  m_impl->follows = true;
}

void MapCanvas::Impl::set_look(const Desk& desk) {
  style = {};
  style.scale = static_cast<float>(desk.view.scale);
  style.paper = model::Rgb{0xf7, 0xf5, 0xf1};
  if (map && scene::shows_pale_fills(map->classes, map->classes.class_of))
    style.borders[0].colour = scene::k_border_on_pale;
  if (!desk.view.settings.dark) return;
  style.paper = model::Rgb{0x1d, 0x22, 0x27};
  style.borders[static_cast<std::size_t>(scene::BorderRank::province)].colour = {0xc3, 0xca, 0xd1};
  style.selected.colour = {0xff, 0xff, 0xff};
  style.hovered.colour = {0xff, 0xff, 0xff};
}

}  // namespace ntmap::ui
