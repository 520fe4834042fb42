#include "support/ordinary_user.hpp"

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ntmap::test {
namespace {

constexpr unsigned k_nobody = 65534;
constexpr unsigned k_most_seconds = 30;
constexpr int k_failed = 255;

bool step_down_from_root() {
  if (::geteuid() != 0) return true;
  return ::setgroups(0, nullptr) == 0 && ::setgid(k_nobody) == 0 && ::setuid(k_nobody) == 0;
}

}  // namespace

int as_ordinary_user(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child < 0) return k_failed;
  if (child == 0) {
    ::alarm(k_most_seconds);
    ::_exit(step_down_from_root() ? work() : k_failed);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFEXITED(status)) return k_failed;
  return WEXITSTATUS(status);
}

}  // namespace ntmap::test
