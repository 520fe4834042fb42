#pragma once

#include <compare>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "scene/layer_source.hpp"
#include "scene/mesh.hpp"

namespace ntmap::scene {

/// A mesh that can be asked for: one chunk, or all of them, at the level of cell 2^level.
struct MeshKey {
  static constexpr std::uint32_t k_all_chunks = 0xffffffff;

  int level = 0;
  std::uint32_t chunk = k_all_chunks;
  auto operator<=>(const MeshKey&) const = default;
};

/// Makes meshes on one background thread, in the order asked for.
class MeshWorker {
 public:
  using Made = std::pair<MeshKey, std::shared_ptr<const Mesh>>;

  /// `wake` is called from the background thread after each mesh and after a failure.
  MeshWorker(std::shared_ptr<const LayerSource> source, std::function<void()> wake);
  /// Cancels what is under way and waits for it.
  ~MeshWorker();
  MeshWorker(const MeshWorker&) = delete;
  MeshWorker& operator=(const MeshWorker&) = delete;

  /// Replaces what was asked for and not begun yet.
  void request(std::vector<MeshKey> keys);
  /// What was made since the last call.
  std::vector<Made> take();
  /// True when nothing is asked for, under way or waiting to be taken.
  bool idle() const;
  /// What ended the thread, if anything did.
  std::optional<base::Error> failure() const;

 private:
  void run(const std::stop_token& stop);
  std::optional<MeshKey> next(const std::stop_token& stop);
  void fail(base::Error error);

  std::shared_ptr<const LayerSource> m_source;
  std::function<void()> m_wake;
  mutable std::mutex m_mutex;
  std::condition_variable_any m_asked;
  std::vector<MeshKey> m_queue;  // the next one last
  std::optional<MeshKey> m_current;
  std::vector<Made> m_made;
  std::optional<base::Error> m_failure;
  std::jthread m_thread;  // last: it uses all of the above
};

}  // namespace ntmap::scene
