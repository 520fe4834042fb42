// Pictures and frames of a layer of country size (7.13 million vertices) at 1920x1080.
#include <benchmark/benchmark.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include "gl/map_picture.hpp"
#include "scene/live_layer.hpp"
#include "scene/prepare.hpp"
#include "support/country_layer.hpp"

namespace ntmap::gl {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Country {
  std::shared_ptr<const model::PolygonSet> polygons;
  scene::BorderGroups groups;
  model::ClassList classes;
};

const Country& country() {
  static const Country made = [] {
    bench::CountryLayer layer = bench::make_country();
    Country country;
    for (std::size_t i = 0; i < layer.polygons.feature_count(); ++i) {
      country.classes.class_of.push_back(static_cast<std::uint8_t>(i % 5));
    }
    for (std::uint8_t k = 0; k < 5; ++k) {
      model::MapClass one;
      one.fill = {static_cast<std::uint8_t>(40 * k), 120, static_cast<std::uint8_t>(200 - 30 * k)};
      country.classes.classes.push_back(one);
    }
    country.polygons = std::make_shared<const model::PolygonSet>(std::move(layer.polygons));
    country.groups = {std::move(layer.district), std::move(layer.province)};
    return country;
  }();
  return made;
}

// What the command line does once the file is read.
void plain_picture(benchmark::State& state) {
  country();  // made outside of what is measured
  for (auto _ : state) {
    auto prepared = std::async(std::launch::async, [] {
      const scene::LayerSource source(country().polygons, country().groups);
      scene::Camera camera(1920, 1080);
      camera.fit(source.box(), 10);
      return std::pair(camera, std::make_shared<const scene::Mesh>(
                                   scene::prepare_all(source, scene::exact_cell(camera.units_per_pixel()))));
    });
    PicturePainter painter;
    const auto [camera, mesh] = prepared.get();
    const PictureLayer layers[] = {{mesh, &country().classes}};
    benchmark::DoNotOptimize(painter.paint(camera, layers, {}));
  }
}
BENCHMARK(plain_picture)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A viewer's map: one layer, its look and a camera.
class Desk {
 public:
  Desk()
      : m_source(std::make_shared<const scene::LayerSource>(country().polygons, country().groups)),
        m_live(m_source),
        m_look(m_source->unit_count()),
        m_renderer(m_cache),
        camera(1920, 1080) {
    camera.fit(m_source->box(), 10);
    m_look.set_classes(country().classes);
  }
  /// One frame, as far as the map goes; milliseconds. What all threads spend on it is kept too, which a busy
  /// machine does not stretch.
  double frame() {
    const auto start = Clock::now();
    const std::clock_t spent = std::clock();
    m_live.update(camera);
    const MapLayer layers[] = {{m_live.pieces(camera), &m_look}};
    m_renderer.draw(camera, layers, {});
    glFinish();
    m_cache.collect();
    spent_ms.push_back(1000.0 * static_cast<double>(std::clock() - spent) / CLOCKS_PER_SEC);
    return milliseconds_since(start);
  }
  /// Frames until all detail is there; milliseconds.
  double settle() {
    const auto start = Clock::now();
    while (!m_live.complete(camera)) {
      frame();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    frame();
    return milliseconds_since(start);
  }

 private:
  HeadlessContext m_context;
  std::shared_ptr<const scene::LayerSource> m_source;
  scene::LiveLayer m_live;
  MeshCache m_cache;
  UnitLook m_look;
  MapRenderer m_renderer;

 public:
  scene::Camera camera;
  std::vector<double> spent_ms;  ///< by frame: time of the processors
};

void report_spent(benchmark::State& state, std::vector<double> spent) {
  std::sort(spent.begin(), spent.end());
  state.counters["p95_cpu_ms"] = spent[spent.size() * 95 / 100];
}

void report(benchmark::State& state, std::vector<double> frames) {
  std::sort(frames.begin(), frames.end());
  state.counters["median_ms"] = frames[frames.size() / 2];
  state.counters["p95_ms"] = frames[frames.size() * 95 / 100];
  state.counters["max_ms"] = frames.back();
}

void first_picture(benchmark::State& state) {
  for (auto _ : state) {
    Desk desk;
    desk.settle();
  }
}
BENCHMARK(first_picture)->Unit(benchmark::kMillisecond)->UseRealTime();

// Drags the map about at 1, 4, 16 and 64 times the overview's scale, while detail is still coming.
void pan(benchmark::State& state) {
  Desk desk;
  desk.settle();
  desk.camera.zoom({800, 300}, static_cast<double>(state.range(0)));
  desk.spent_ms.clear();
  std::vector<double> frames;
  int step = 0;
  for (auto _ : state) {
    desk.camera.pan({std::round(14 * std::sin(step * 0.05)), std::round(11 * std::cos(step * 0.03))});
    ++step;
    frames.push_back(desk.frame());
    state.SetIterationTime(frames.back() / 1000);
  }
  report_spent(state, desk.spent_ms);
  report(state, std::move(frames));
}
BENCHMARK(pan)
    ->Arg(1)
    ->Arg(4)
    ->Arg(16)
    ->Arg(64)
    ->Iterations(400)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime();

// In and out again by steps of a mouse wheel.
void zoom(benchmark::State& state) {
  Desk desk;
  desk.settle();
  desk.spent_ms.clear();
  std::vector<double> frames;
  int step = 0;
  for (auto _ : state) {
    desk.camera.zoom({800, 300}, step++ / 40 % 2 == 0 ? 1.15 : 1 / 1.15);
    frames.push_back(desk.frame());
    state.SetIterationTime(frames.back() / 1000);
  }
  report_spent(state, desk.spent_ms);
  report(state, std::move(frames));
}
BENCHMARK(zoom)->Iterations(320)->Unit(benchmark::kMillisecond)->UseManualTime();

// From the overview to full detail of a view.
void full_detail(benchmark::State& state) {
  std::vector<double> waits;
  for (auto _ : state) {
    Desk desk;
    desk.settle();
    desk.camera.zoom({800, 300}, static_cast<double>(state.range(0)));
    waits.push_back(desk.settle());
    state.SetIterationTime(waits.back() / 1000);
  }
  report(state, std::move(waits));
}
BENCHMARK(full_detail)
    ->Arg(3)
    ->Arg(16)
    ->Arg(256)
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime();

}  // namespace
}  // namespace ntmap::gl
