// Preloaded into the viewer: writes, for each frame, when it was on the screen and how long it took, from the
// last event to the end of the swap, and the processor time of all threads since the frame before;
// milliseconds, the first since the program began. Appends to $FRAME_TIMES.
#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

struct GLFWwindow;

namespace {

double now(clockid_t clock = CLOCK_MONOTONIC) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

const double g_start = now();
double g_events = g_start;
double g_worked = 0;

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

void glfwPollEvents() {
  real<void (*)()>("glfwPollEvents")();
  g_events = now();
}

void glfwWaitEvents() {
  real<void (*)()>("glfwWaitEvents")();
  g_events = now();
}

void glfwWaitEventsTimeout(double seconds) {
  real<void (*)(double)>("glfwWaitEventsTimeout")(seconds);
  g_events = now();
}

void glfwSwapBuffers(GLFWwindow* window) {
  real<void (*)(GLFWwindow*)>("glfwSwapBuffers")(window);
  const double shown = now();
  static std::FILE* const out = std::fopen(std::getenv("FRAME_TIMES"), "a");
  const double worked = now(CLOCK_PROCESS_CPUTIME_ID);
  std::fprintf(out, "%.1f %.2f %.2f\n", shown - g_start, shown - g_events, worked - g_worked);
  g_worked = worked;
  std::fflush(out);
}
}
