#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "base/error.hpp"
#include "base/job.hpp"
#include "scene/camera.hpp"
#include "scene/layer_source.hpp"
#include "scene/mesh.hpp"
#include "scene/mesh_worker.hpp"

namespace ntmap::scene {

/// A layer on the screen: makes the overview first, then the chunks that are in view at the level that
/// the scale asks for, on one background thread; keeps what was made while memory allows. Until a
/// chunk is ready, what there is of it is shown. All calls from one thread (the main one).
class LiveLayer {
 public:
  static constexpr int k_overview_pixels = 1080;

  /// Starts to make the overview, for pictures of up to `overview_pixels` across the layer's longer
  /// side. `wake` is called from the background thread whenever something is ready for update(),
  /// for instance to wake a sleeping frame loop.
  explicit LiveLayer(std::shared_ptr<const LayerSource> source, std::function<void()> wake = {},
                     int overview_pixels = k_overview_pixels);
  /// With the overview that make_overview() made of the source: there is something to show at once.
  LiveLayer(std::shared_ptr<const LayerSource> source, std::shared_ptr<const Mesh> overview,
            std::function<void()> wake);

  /// The overview for pictures of the usual size; on any thread.
  static std::shared_ptr<const Mesh> make_overview(const LayerSource& source, const base::Job& job = {});

  /// Call once a frame: takes in what is ready and orders what this view lacks, nearest to its centre
  /// first; what earlier views ordered and this one does not need is dropped. True when pieces() may
  /// have changed for a reason other than the camera.
  bool update(const Camera& camera);
  /// What to draw for this view, in the order of the chunks; empty until the overview is ready.
  std::vector<MeshPiece> pieces(const Camera& camera) const;
  /// Whether pieces(camera) are all at the level that the scale asks for.
  bool complete(const Camera& camera) const;
  /// Whether nothing is being made or waits for update().
  bool idle() const { return m_worker.idle(); }
  /// What stopped the background thread, if anything did: what was made before is still shown.
  std::optional<base::Error> failure() const { return m_worker.failure(); }

  const std::shared_ptr<const LayerSource>& source() const { return m_source; }

 private:
  struct Entry {
    std::shared_ptr<const Mesh> mesh;
    std::uint64_t last_used = 0;  // number of the update()
  };

  int level_for(const Camera& camera) const;
  std::vector<std::uint32_t> chunks_in(const base::Box& box) const;
  void order(const Camera& camera, int level);
  void forget_old();
  std::optional<MeshPiece> best(std::uint32_t chunk, int level) const;

  std::shared_ptr<const LayerSource> m_source;
  int m_overview_level = 0;
  int m_finest_level = 0;
  std::shared_ptr<const Mesh> m_overview;
  std::map<MeshKey, Entry> m_chunks;
  std::uint64_t m_updates = 0;
  MeshWorker m_worker;
};

}  // namespace ntmap::scene
