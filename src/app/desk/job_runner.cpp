#include "app/desk/job_runner.hpp"

#include <atomic>
#include <exception>
#include <utility>

namespace ntmap::app {

using base::Error;
using base::ErrorKind;

struct JobRunner::Task {
  Status shown;
  mutable std::mutex mutex;  // guards `shown`
  Completion completion;
  std::optional<Error> error;
  Failure failed;
  std::atomic<bool> finished{false};
  std::jthread thread;  // last: joined before the rest is destroyed
};

namespace {

/// Errors of libraries and of the machine (bad_alloc) are told like ours.
Error as_error(const std::exception& failure) {
  return Error(ErrorKind::io,
               base::text("Lỗi nội bộ: {}", "Internal error: {}", {std::string(failure.what())}));
}

}  // namespace

JobRunner::JobRunner(std::function<void()> wake) : m_wake(std::move(wake)) {}

JobRunner::~JobRunner() {
  cancel_all();
}

void JobRunner::start(const base::Text& name, Work work, Failure failed) {
  auto task = std::make_unique<Task>();
  task->shown.name = name;
  task->failed = std::move(failed);
  Task* raw = task.get();  // outlives its own thread, see Task
  task->thread = std::jthread([this, raw, work = std::move(work)](const std::stop_token& stop) {
    const base::Job job(
        [this, raw](double fraction, const base::Text& phase) {
          {
            const std::scoped_lock lock(raw->mutex);
            raw->shown.fraction = fraction;
            raw->shown.phase = phase;
          }
          m_wake();
        },
        stop);
    try {
      raw->completion = work(job);
    } catch (const Error& error) {
      raw->error = error;
    } catch (const std::exception& failure) {
      raw->error = as_error(failure);
    }
    raw->finished = true;
    m_wake();
  });
  m_tasks.push_back(std::move(task));
}

void JobRunner::poll() {
  std::vector<std::unique_ptr<Task>> done;
  for (auto& task : m_tasks) {
    if (task->finished) done.push_back(std::move(task));
  }
  std::erase(m_tasks, nullptr);
  for (const auto& task : done) {  // a completion may start new work
    const bool cancelled = task->thread.get_stop_token().stop_requested();
    task->thread.join();
    if (cancelled || (task->error && task->error->kind() == ErrorKind::cancelled)) continue;
    if (task->error) {
      task->failed(*task->error);
    } else if (task->completion) {
      task->completion();
    }
  }
}

void JobRunner::cancel_all() {
  for (const auto& task : m_tasks) task->thread.request_stop();
}

std::vector<JobRunner::Status> JobRunner::status() const {
  std::vector<Status> all;
  for (const auto& task : m_tasks) {
    const std::scoped_lock lock(task->mutex);
    all.push_back(task->shown);
  }
  return all;
}

}  // namespace ntmap::app
