#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/error.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// Runs long work on threads of its own and brings the results back to the main thread.
class JobRunner {
 public:
  /// What to do with the result, on the main thread.
  using Completion = std::function<void()>;
  using Work = std::function<Completion(const base::Job&)>;
  using Failure = std::function<void(const base::Error&)>;

  struct Status {
    base::Text name;
    base::Text phase;
    double fraction = 0;  ///< 0..1
  };

  /// `wake` is called from workers when there is something for poll() or a new status to show.
  explicit JobRunner(std::function<void()> wake);
  /// Cancels and waits for everything.
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  /// Starts work; its completion, or `failed`, runs inside a later poll(). Cancelled work runs neither.
  void start(const base::Text& name, Work work, Failure failed);
  /// Runs the completions of finished work on this thread. Call from the main thread only.
  void poll();
  void cancel_all();
  bool busy() const { return !m_tasks.empty(); }
  std::vector<Status> status() const;

 private:
  struct Task;
  std::function<void()> m_wake;
  std::vector<std::unique_ptr<Task>> m_tasks;
};

}  // namespace ntmap::app
