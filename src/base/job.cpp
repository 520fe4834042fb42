#include "base/job.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include "base/error.hpp"

namespace ntmap::base {

struct Job::State {
  Report report;
  std::stop_token stop;
  std::mutex mutex;
  double reached = 0;
  double reported = -1;
  Text phase;
};

Job::Job() : m_state(std::make_shared<State>()) {}

Job::Job(Report report, std::stop_token stop) : m_state(std::make_shared<State>()) {
  m_state->report = std::move(report);
  m_state->stop = std::move(stop);
}

void Job::progress(double fraction) const {
  if (!m_state->report) return;
  const std::scoped_lock lock(m_state->mutex);
  const double overall = m_from + std::clamp(fraction, 0.0, 1.0) * (m_to - m_from);
  m_state->reached = std::max(m_state->reached, overall);
  if (m_state->reached - m_state->reported < 0.005 && m_state->reached < 1) return;
  if (m_state->reached == m_state->reported) return;
  m_state->reported = m_state->reached;
  m_state->report(m_state->reached, m_state->phase);
}

void Job::phase(const Text& name) const {
  if (!m_state->report) return;
  const std::scoped_lock lock(m_state->mutex);
  m_state->phase = name;
  m_state->reported = m_state->reached;
  m_state->report(m_state->reached, m_state->phase);
}

void Job::checkpoint() const {
  if (cancelled()) throw Error(ErrorKind::cancelled, text("Đã hủy theo yêu cầu", "Cancelled on request"));
}

bool Job::cancelled() const {
  return m_state->stop.stop_requested();
}

Job Job::part(double from, double to) const {
  Job inner = *this;
  inner.m_from = m_from + from * (m_to - m_from);
  inner.m_to = m_from + to * (m_to - m_from);
  return inner;
}

}  // namespace ntmap::base
