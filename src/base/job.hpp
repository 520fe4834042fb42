#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "base/text.hpp"

namespace ntmap::base {

/// The context of one piece of long work: takes its progress, tells it to stop.
/// Progress never decreases and is reported only when it has grown by 0.5 % or the phase changes.
/// A default-made job reports nothing and is never cancelled. Copies share the same state.
class Job {
 public:
  using Report = std::function<void(double fraction, const Text& phase)>;

  Job();
  explicit Job(Report report, std::stop_token stop = {});

  /// `fraction` 0..1 of this job, or of the part that it is.
  void progress(double fraction) const;
  /// Names what is being done now ("Đọc ranh giới").
  void phase(const Text& name) const;
  /// Throws Error{cancelled} when the user has cancelled. Call at least every 50 ms.
  void checkpoint() const;
  /// True when cancelled: for worker threads, which must not throw.
  bool cancelled() const;
  /// A job whose 0..1 is from..to of this one.
  Job part(double from, double to) const;

 private:
  struct State;
  std::shared_ptr<State> m_state;
  double m_from = 0;
  double m_to = 1;
};

}  // namespace ntmap::base
