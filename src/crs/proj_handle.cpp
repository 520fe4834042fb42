#include "crs/proj_handle.hpp"

#include <proj.h>

namespace ntmap::crs {
namespace {

struct ContextDeleter {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;

Context make_context() {
  Context context(proj_context_create());
  proj_context_set_enable_network(context.get(), 0);
  proj_log_level(context.get(), PJ_LOG_NONE);  // errors are asked for by code, never printed
  return context;
}

}  // namespace

pj_ctx* thread_context() {
  thread_local const Context context = make_context();
  return context.get();
}

void ProjDeleter::operator()(PJconsts* object) const {
  proj_destroy(object);
}

}  // namespace ntmap::crs
