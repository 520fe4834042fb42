#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "gl/headless_context.hpp"
#include "gl/image.hpp"
#include "model/class_list.hpp"
#include "model/polygon_set.hpp"
#include "scene/camera.hpp"
#include "scene/prepare.hpp"

namespace ntmap::test {

/// A test that needs OpenGL; skipped, with the reason, where there is none.
class HeadlessTest : public ::testing::Test {
 protected:
  void SetUp() override {
    try {
      m_context.emplace();
    } catch (const base::Error& error) {
      GTEST_SKIP() << error.what();
    }
  }

 private:
  std::optional<gl::HeadlessContext> m_context;
};

inline const model::Rgb k_test_fills[] = {
    {200, 30, 30}, {30, 160, 60}, {40, 60, 190}, {220, 190, 40}, {120, 40, 150}};

/// Classes in turn, each unit another than its neighbours by number; no hatching.
inline model::ClassList classes_for(std::size_t units) {
  model::ClassList list;
  for (model::Rgb fill : k_test_fills) {
    model::MapClass one;
    one.fill = fill;
    list.classes.push_back(one);
  }
  list.no_data.fill = {190, 190, 190};
  list.not_applicable.fill = {225, 225, 225};
  list.out_of_range.fill = {255, 0, 255};
  for (std::size_t i = 0; i < units; ++i) list.class_of.push_back(static_cast<std::uint8_t>(i * 7 % 5));
  return list;
}

inline std::shared_ptr<const scene::LayerSource> source_of(model::PolygonSet set) {
  return std::make_shared<const scene::LayerSource>(
      std::make_shared<const model::PolygonSet>(std::move(set)));
}

inline scene::Camera camera_on(const scene::LayerSource& source, int width, int height, double margin = 10) {
  scene::Camera camera(width, height);
  camera.fit(source.box(), margin);
  return camera;
}

inline std::shared_ptr<const scene::Mesh> mesh_for(const scene::LayerSource& source,
                                                   const scene::Camera& camera) {
  return std::make_shared<const scene::Mesh>(
      scene::prepare_all(source, scene::exact_cell(camera.units_per_pixel())));
}

/// Pixels where a channel differs by more than `tolerance`; all of them when the sizes differ.
inline int count_different(const gl::Image& a, const gl::Image& b, int tolerance = 0) {
  if (a.width != b.width || a.height != b.height) return std::max(a.width * a.height, 1);
  int count = 0;
  for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
    int worst = 0;
    for (std::size_t k = 0; k < 4; ++k) worst = std::max(worst, std::abs(a.rgba[i + k] - b.rgba[i + k]));
    if (worst > tolerance) ++count;
  }
  return count;
}

inline int count_colour(const gl::Image& image, model::Rgb colour) {
  int count = 0;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) count += image.at(x, y) == colour ? 1 : 0;
  }
  return count;
}

/// The unit at each pixel centre, -1 for none: by crossings of each row, from the full geometry.
inline std::vector<int> units_by_scanline(const model::PolygonSet& set, const scene::Camera& camera) {
  std::vector<int> units(static_cast<std::size_t>(camera.width()) * static_cast<std::size_t>(camera.height()),
                         -1);
  std::vector<double> crossings;
  for (std::size_t unit = 0; unit < set.feature_count(); ++unit) {
    for (int row = 0; row < camera.height(); ++row) {
      const double y = camera.to_world({0, row + 0.5}).y;
      crossings.clear();
      for (std::uint32_t r = set.first_ring(unit); r < set.end_ring(unit); ++r) {
        const auto ring = set.ring(r);
        for (std::size_t i = 0, j = ring.size() - 2; i < ring.size(); j = i, i += 2) {
          if ((ring[i + 1] > y) == (ring[j + 1] > y)) continue;
          crossings.push_back(ring[i] +
                              (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) * (ring[j] - ring[i]));
        }
      }
      std::sort(crossings.begin(), crossings.end());
      for (std::size_t k = 0; k + 1 < crossings.size(); k += 2) {
        for (int x = 0; x < camera.width(); ++x) {
          const double at = camera.to_world({x + 0.5, 0}).x;
          if (at < crossings[k] || at >= crossings[k + 1]) continue;
          units[static_cast<std::size_t>(row * camera.width() + x)] = static_cast<int>(unit);
        }
      }
    }
  }
  return units;
}

/// Whether all pixels within `reach` of x, y show the same unit, so that simplifying may not change it.
inline bool is_interior(const std::vector<int>& units, const scene::Camera& camera, int x, int y, int reach) {
  for (int v = std::max(0, y - reach); v <= std::min(camera.height() - 1, y + reach); ++v) {
    for (int u = std::max(0, x - reach); u <= std::min(camera.width() - 1, x + reach); ++u) {
      if (units[static_cast<std::size_t>(v * camera.width() + u)] !=
          units[static_cast<std::size_t>(y * camera.width() + x)]) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace ntmap::test
