#include "scene/mesh_worker.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>
#include <utility>

#include "base/job.hpp"
#include "base/parallel.hpp"
#include "scene/prepare.hpp"

namespace ntmap::scene {

MeshWorker::MeshWorker(std::shared_ptr<const LayerSource> source, std::function<void()> wake)
    : m_source(std::move(source)),
      m_wake(std::move(wake)),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

MeshWorker::~MeshWorker() = default;

void MeshWorker::request(std::vector<MeshKey> keys) {
  std::reverse(keys.begin(), keys.end());
  {
    const std::scoped_lock lock(m_mutex);
    const auto known = [this](const MeshKey& key) {
      return m_current == key ||
             std::any_of(m_made.begin(), m_made.end(), [&](const Made& made) { return made.first == key; });
    };
    std::erase_if(keys, known);
    m_queue = std::move(keys);
  }
  m_asked.notify_one();
}

std::vector<MeshWorker::Made> MeshWorker::take() {
  const std::scoped_lock lock(m_mutex);
  return std::exchange(m_made, {});
}

bool MeshWorker::idle() const {
  const std::scoped_lock lock(m_mutex);
  return m_failure || (m_queue.empty() && !m_current && m_made.empty());
}

std::optional<base::Error> MeshWorker::failure() const {
  const std::scoped_lock lock(m_mutex);
  return m_failure;
}

std::optional<MeshKey> MeshWorker::next(const std::stop_token& stop) {
  std::unique_lock lock(m_mutex);
  m_current.reset();
  if (!m_asked.wait(lock, stop, [this] { return !m_queue.empty(); })) return std::nullopt;
  m_current = m_queue.back();
  m_queue.pop_back();
  return m_current;
}

void MeshWorker::fail(base::Error error) {
  {
    const std::scoped_lock lock(m_mutex);
    m_failure = std::move(error);
    m_current.reset();
    m_queue.clear();
  }
  if (m_wake) m_wake();
}

void MeshWorker::run(const std::stop_token& stop) {
  const base::Job job({}, stop);
  try {
    while (const auto key = next(stop)) {
      // The first overview is what the window waits for; detail must not hold up what follows the hand.
      if (key->chunk != MeshKey::k_all_chunks) base::give_way();
      const double cell = std::exp2(key->level);
      auto mesh = std::make_shared<const Mesh>(key->chunk == MeshKey::k_all_chunks
                                                   ? prepare_all(*m_source, cell, job)
                                                   : prepare_chunk(*m_source, key->chunk, cell, job));
      {
        const std::scoped_lock lock(m_mutex);
        m_made.emplace_back(*key, std::move(mesh));
        m_current.reset();
      }
      if (m_wake) m_wake();
    }
  } catch (const base::Error& error) {
    if (error.kind() != base::ErrorKind::cancelled) fail(error);
  } catch (const std::exception& error) {
    fail(base::Error(base::ErrorKind::data,
                     base::text("Không chuẩn bị được bản đồ chi tiết: {}",
                                "Cannot prepare the detailed map: {}", {base::Text(error.what())}),
                     base::text("Đóng bớt chương trình khác rồi mở lại lớp dữ liệu.",
                                "Close other programs, then open the layer again.")));
  }
}

}  // namespace ntmap::scene
