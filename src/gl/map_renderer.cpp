#include "gl/map_renderer.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gl/check.hpp"

namespace ntmap::gl {

namespace {

constexpr float k_dot_pixels = 2;  // covers a pixel centre wherever it lies
// Around a region, what may still touch it: half a wide line and the shift of snapping, in pixels.
constexpr double k_reach = 8;

std::array<float, 3> colour(model::Rgb of) {
  return {static_cast<float>(of.r) / 255.0f, static_cast<float>(of.g) / 255.0f,
          static_cast<float>(of.b) / 255.0f};
}

std::array<float, 2> floats(double x, double y) {
  return {static_cast<float>(x), static_cast<float>(y)};
}

std::uint32_t chunk_of(const scene::MeshPiece& piece) {
  return piece.mesh->ranges[piece.range].chunk;
}

const base::Box& box_of(const scene::MeshPiece& piece) {
  return piece.mesh->ranges[piece.range].box;
}

// Appends `next` to `span` where it follows directly.
bool extend(scene::MeshSpan& span, scene::MeshSpan next) {
  if (span.first + span.count != next.first) return false;
  span.count += next.count;
  return true;
}

bool extend_all(scene::MeshSpan& triangles, scene::MeshSpan& dots,
                std::array<scene::MeshSpan, scene::k_border_ranks>& borders, const scene::MeshRange& next) {
  bool follows = extend(triangles, next.triangles);
  follows = extend(dots, next.dots) && follows;
  for (std::size_t rank = 0; rank < borders.size(); ++rank) {
    follows = extend(borders[rank], next.borders[rank]) && follows;
  }
  return follows;
}

// Adds to `area` where two lists of pieces, both in the order of their chunks, show something else.
void add_changes(const std::vector<scene::MeshPiece>& before, const std::vector<scene::MeshPiece>& after,
                 const base::Box& view_before, const base::Box& view_after, base::Box& area) {
  auto a = before.begin();
  auto b = after.begin();
  while (a != before.end() || b != after.end()) {
    if (b == after.end() || (a != before.end() && chunk_of(*a) < chunk_of(*b))) {
      if (box_of(*a).intersects(view_after)) area.add(box_of(*a));
      ++a;
    } else if (a == before.end() || chunk_of(*b) < chunk_of(*a)) {
      if (box_of(*b).intersects(view_before)) area.add(box_of(*b));
      ++b;
    } else {
      if (a->mesh != b->mesh) area.add(box_of(*b));
      ++a;
      ++b;
    }
  }
}

}  // namespace

MapRenderer::MapRenderer(MeshCache& cache)
    : m_cache(cache),
      m_fill("fill.vert", "fill.frag"),
      m_fill_hatched("fill.vert", "fill_hatched.frag"),
      m_line("line.vert", "line.frag") {
  for (const Program* program : {&m_fill, &m_fill_hatched, &m_line}) {
    program->use();
    program->set_sampler("u_classes", 0);
    program->set_sampler("u_flags", 1);
    program->set_sampler("u_palette", 2);
  }
}

bool MapRenderer::draw(const scene::Camera& camera, std::span<const MapLayer> layers, const MapStyle& style) {
  Shown next{camera, style, {layers.begin(), layers.end()}, {}};
  for (const MapLayer& layer : layers) next.revisions.push_back(layer.look->revision());
  const auto by = moved_by(next);
  const base::Box stale = by ? changed_area(next) : base::Box{};
  if (by && *by == std::array{0, 0} && stale.empty()) return false;
  if (m_picture.width() != camera.width() || m_picture.height() != camera.height()) {
    m_picture = Framebuffer(camera.width(), camera.height());
    m_spare = {};
  }
  move_hatch(next);
  m_picture.bind();
  if (by) {
    scroll(next, *by);
    draw_region(next, region_of(camera, stale, k_reach * static_cast<double>(style.scale)));
  } else {
    draw_region(next, {0, 0, camera.width(), camera.height()});
  }
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
  check_gl("draw");
  m_shown = std::move(next);
  return true;
}

bool MapRenderer::same_look(const Shown& next) const {
  if (m_shown->style != next.style || m_shown->revisions != next.revisions) return false;
  return std::equal(m_shown->layers.begin(), m_shown->layers.end(), next.layers.begin(), next.layers.end(),
                    [](const MapLayer& a, const MapLayer& b) {
                      return a.look == b.look && a.opacity == b.opacity &&
                             a.hatch_opacity == b.hatch_opacity && a.borders == b.borders;
                    });
}

// Where meshes came or went, as far as both pictures show it. Requires the same layers.
base::Box MapRenderer::changed_area(const Shown& next) const {
  base::Box area;
  for (std::size_t i = 0; i < next.layers.size(); ++i) {
    add_changes(m_shown->layers[i].pieces, next.layers[i].pieces, m_shown->camera.view(), next.camera.view(),
                area);
  }
  return area;
}

MapRenderer::Region MapRenderer::region_of(const scene::Camera& camera, const base::Box& box, double reach) {
  if (box.empty()) return {0, 0, 0, 0};
  const base::Vec2 low = camera.to_pixel({box.min_x, box.min_y});
  const base::Vec2 high = camera.to_pixel({box.max_x, box.max_y});
  const auto clip = [](double value, int size) {
    return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(size)));
  };
  const int x0 = clip(std::floor(low.x - reach), camera.width());
  const int x1 = clip(std::ceil(high.x + reach), camera.width());
  const int y0 = clip(std::floor(camera.height() - low.y - reach), camera.height());
  const int y1 = clip(std::ceil(camera.height() - high.y + reach), camera.height());
  return {x0, y0, x1 - x0, y1 - y0};
}

// Right and up, in pixels, where the picture is the one before, moved; else nothing.
std::optional<std::array<int, 2>> MapRenderer::moved_by(const Shown& next) const {
  if (!m_shown) return std::nullopt;
  const scene::Camera& before = m_shown->camera;
  const scene::Camera& after = next.camera;
  if (before.width() != after.width() || before.height() != after.height() ||
      before.units_per_pixel() != after.units_per_pixel()) {
    return std::nullopt;
  }
  const base::Vec2 by = (before.centre() - after.centre()) * (1 / after.units_per_pixel());
  constexpr double k_whole = 1e-3;
  if (std::abs(by.x - std::round(by.x)) > k_whole || std::abs(by.y - std::round(by.y)) > k_whole ||
      std::abs(by.x) >= after.width() || std::abs(by.y) >= after.height() || !same_look(next)) {
    return std::nullopt;
  }
  return std::array{static_cast<int>(std::lround(by.x)), static_cast<int>(std::lround(by.y))};
}

void MapRenderer::scroll(const Shown& next, std::array<int, 2> by) {
  if (by == std::array{0, 0}) return;
  const int width = next.camera.width();
  const int height = next.camera.height();
  if (m_spare.width() != width || m_spare.height() != height) m_spare = Framebuffer(width, height);
  m_spare.copy_moved(m_picture, by[0], by[1]);
  std::swap(m_picture, m_spare);
  m_picture.bind();
  if (by[0] != 0) draw_region(next, {by[0] > 0 ? 0 : width + by[0], 0, std::abs(by[0]), height});
  if (by[1] != 0) draw_region(next, {0, by[1] > 0 ? 0 : height + by[1], width, std::abs(by[1])});
}

// The pattern begins in the top left corner and moves with the map. At another scale or size it begins there
// again: the whole map looks the same whatever was looked at before.
void MapRenderer::move_hatch(const Shown& next) {
  const bool moved = m_shown && m_shown->camera.units_per_pixel() == next.camera.units_per_pixel() &&
                     m_shown->camera.width() == next.camera.width() &&
                     m_shown->camera.height() == next.camera.height();
  if (!moved) {
    m_hatch_origin = {0, 1.0 * next.camera.height()};
    return;
  }
  const base::Vec2 by =
      (m_shown->camera.centre() - next.camera.centre()) * (1 / next.camera.units_per_pixel());
  const double period = next.style.hatch.spacing * static_cast<double>(next.style.scale) * std::sqrt(2.0);
  m_hatch_origin = {std::fmod(m_hatch_origin.x + by.x, period), std::fmod(m_hatch_origin.y + by.y, period)};
}

void MapRenderer::draw_region(const Shown& what, Region region) {
  if (region.width <= 0 || region.height <= 0) return;
  const scene::Camera& camera = what.camera;
  const base::Vec2 low = camera.to_world({1.0 * region.x, 1.0 * (camera.height() - region.y)});
  const base::Vec2 high =
      camera.to_world({1.0 * (region.x + region.width), 1.0 * (camera.height() - region.y - region.height)});
  const base::Box box = base::Box{low.x, low.y, high.x, high.y}.grown(k_reach * camera.units_per_pixel() *
                                                                      static_cast<double>(what.style.scale));
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_DITHER);
  glEnable(GL_PROGRAM_POINT_SIZE);
  glEnable(GL_SCISSOR_TEST);
  glScissor(region.x, region.y, region.width, region.height);
  const auto paper = colour(what.style.paper);
  glClearColor(paper[0], paper[1], paper[2], 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  std::vector<std::vector<Run>> runs;
  for (const MapLayer& layer : what.layers) {
    runs.push_back(runs_in(layer, box));
    layer.look->bind();
    draw_fills(what, layer, runs.back());
  }
  glEnable(GL_BLEND);
  for (std::size_t i = 0; i < what.layers.size(); ++i) {
    what.layers[i].look->bind();
    draw_borders(what, what.layers[i], runs[i]);
  }
  glDisable(GL_BLEND);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

std::vector<MapRenderer::Run> MapRenderer::runs_in(const MapLayer& layer, const base::Box& box) {
  std::vector<Run> runs;
  for (const scene::MeshPiece& piece : layer.pieces) {
    if (!box_of(piece).intersects(box)) continue;
    const scene::MeshRange& range = piece.mesh->ranges[piece.range];
    if (!runs.empty() && runs.back().mesh == piece.mesh.get()) {
      Run longer = runs.back();
      if (extend_all(longer.triangles, longer.dots, longer.borders, range)) {
        runs.back() = longer;
        continue;
      }
    }
    runs.push_back({&m_cache.get(piece.mesh), piece.mesh.get(), range.triangles, range.dots, range.borders});
  }
  return runs;
}

void MapRenderer::draw_fills(const Shown& what, const MapLayer& layer, std::span<const Run> runs) const {
  const MapStyle& style = what.style;
  const Program& program = layer.look->hatched() ? m_fill_hatched : m_fill;
  const double per_unit = 2 / what.camera.units_per_pixel();
  const base::Vec2 scale{per_unit / what.camera.width(), per_unit / what.camera.height()};
  if (layer.opacity < 1 || layer.hatch_opacity < 1) {
    glEnable(GL_BLEND);
  } else {
    glDisable(GL_BLEND);
  }
  program.use();
  program.set("u_scale", floats(scale.x, scale.y));
  program.set("u_paper", colour(style.paper));
  program.set("u_lift", style.lift);
  program.set("u_dim", style.dim);
  program.set("u_opacity", layer.opacity);
  program.set("u_hatch_opacity", layer.hatch_opacity);
  program.set("u_hatch_origin", floats(m_hatch_origin.x, m_hatch_origin.y));
  program.set("u_point_size", k_dot_pixels * style.scale);
  const auto zoom = static_cast<double>(style.scale);
  program.set("u_hatch", std::array{static_cast<float>(style.hatch.spacing * zoom),
                                    static_cast<float>(style.hatch.width / 2 * zoom),
                                    static_cast<float>(style.hatch.dot_radius * zoom)});
  for (const Run& run : runs) {
    const base::Vec2 from_centre = run.mesh->origin - what.camera.centre();
    program.set("u_offset", floats(from_centre.x * scale.x, from_centre.y * scale.y));
    run.buffers->draw_triangles(run.triangles);
    run.buffers->draw_dots(run.dots);
  }
}

void MapRenderer::draw_borders(const Shown& what, const MapLayer& layer, std::span<const Run> runs) const {
  for (std::size_t rank = 0; layer.borders && rank < scene::k_border_ranks; ++rank) {
    draw_lines(what, what.style.borders[rank], 0, runs, rank);
  }
  const std::pair<std::uint8_t, LineLook> outlines[] = {{k_flag_selected, what.style.selected},
                                                        {k_flag_hovered, what.style.hovered}};
  for (const auto& [flag, look] : outlines) {
    if ((layer.look->flags_in_use() & flag) == 0) continue;
    for (std::size_t rank = 0; rank < scene::k_border_ranks; ++rank) draw_lines(what, look, flag, runs, rank);
  }
}

void MapRenderer::draw_lines(const Shown& what, const LineLook& look, std::uint32_t flag,
                             std::span<const Run> runs, std::size_t rank) const {
  if (!(look.width > 0)) return;
  const double per_unit = 1 / what.camera.units_per_pixel();
  const auto ink = colour(look.colour);
  m_line.use();
  m_line.set("u_scale", floats(per_unit, per_unit));
  m_line.set("u_to_clip", floats(2.0 / what.camera.width(), 2.0 / what.camera.height()));
  m_line.set("u_half_width", look.width * what.style.scale / 2);
  m_line.set("u_colour", std::array{ink[0], ink[1], ink[2], 1.0f});
  m_line.set("u_flag", flag);
  for (const Run& run : runs) {
    const base::Vec2 from_centre = (run.mesh->origin - what.camera.centre()) * per_unit;
    m_line.set("u_offset", floats(from_centre.x, from_centre.y));
    run.buffers->draw_segments(run.borders[rank]);
  }
}

// A picture of one unit of each kind; only what the driver keeps of it matters.
void MapRenderer::warm_up() {
  auto mesh = std::make_shared<scene::Mesh>();
  mesh->vertices = {{0, 0, 0}, {4, 0, 0}, {0, 4, 0}};
  mesh->indices = {0, 1, 2};
  mesh->segments = {{0, 0, 4, 0, 0, 0xffffffff}};
  scene::MeshRange range;
  range.box = {0, 0, 4, 4};
  range.triangles = {0, 3};
  range.borders[0] = {0, 1};
  mesh->ranges = {range};
  const UnitLook look(1);
  const MapLayer layers[] = {{{{mesh, 0}}, &look}};
  draw(scene::Camera(8, 8), layers, {});
  glFinish();
  m_shown.reset();
  m_cache.collect();
}

}  // namespace ntmap::gl
