#include "cli/interrupt.hpp"

#include <csignal>
#include <cstdlib>
#include <thread>

namespace ntmap::cli {
namespace {

/// Waits for the signals on a thread of its own: a handler may do almost nothing.
std::stop_source* start() {
  auto* const source = new std::stop_source;  // lives as long as the process, as the thread does
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([source, signals] {
    int signal = 0;
    if (sigwait(&signals, &signal) != 0) return;
    source->request_stop();
    if (sigwait(&signals, &signal) == 0) std::_Exit(128 + signal);
  }).detach();
  return source;
}

}  // namespace

std::stop_token stop_on_interrupt() {
  static std::stop_source* const source = start();
  return source->get_token();
}

}  // namespace ntmap::cli
