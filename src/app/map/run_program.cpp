#include "app/map/run_program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace ntmap::app {
namespace {

constexpr int k_not_found = 127;  // as shells say it

/// Never returns. Between fork and exec only calls that are safe in a copy of one thread of many.
[[noreturn]] void become(char* const* words) {
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, stream);
  ::execvp(words[0], words);
  ::_exit(k_not_found);
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) become(arguments.data());
  int status = 0;
  if (child < 0) return {};
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return {};
  }
  if (!WIFEXITED(status)) return {true, -1};
  const int code = WEXITSTATUS(status);
  return {code != k_not_found, code};
}

}  // namespace ntmap::app
