#pragma once

#include <memory>

// Opaque types of PROJ, so that no header of ours includes it.
struct PJconsts;
struct pj_ctx;

namespace ntmap::crs {

/// PROJ's context of the calling thread: PROJ allows one thread a context, and a new one costs a query.
/// It never touches the network, and its messages go to proj_message().
pj_ctx* thread_context();

struct ProjDeleter {
  void operator()(PJconsts* object) const;
};
using ProjHandle = std::unique_ptr<PJconsts, ProjDeleter>;

}  // namespace ntmap::crs
