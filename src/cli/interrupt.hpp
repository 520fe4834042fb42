#pragma once

#include <stop_token>

namespace ntmap::cli {

/// A token that Ctrl-C (SIGINT) or a request to end (SIGTERM) stops: work under way then ends as cancelled,
/// with nothing half written. A second signal ends the program at once. Call before the work starts threads.
std::stop_token stop_on_interrupt();

}  // namespace ntmap::cli
