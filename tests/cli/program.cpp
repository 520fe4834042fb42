#include "program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "support/temporary_folder.hpp"

namespace ntmap::test {
namespace {

namespace fs = std::filesystem;

/// In the child: never returns.
[[noreturn]] void execute(std::vector<char*>& words, const fs::path& folder, const fs::path& out,
                          const fs::path& err) {
  const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT, 0600);
  const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT, 0600);
  ::dup2(to_out, STDOUT_FILENO);
  ::dup2(to_err, STDERR_FILENO);
  ::setenv("LC_ALL", "en_US.UTF-8", 1);
  if (::chdir(folder.c_str()) == 0) ::execv(NTMAP_PROGRAM, words.data());
  ::_exit(127);
}

}  // namespace

Outcome ntmap(const std::vector<std::string>& arguments, const fs::path& folder, const fs::path& out_to) {
  const TemporaryFolder streams;
  std::vector<std::string> words{"ntmap"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const fs::path out = out_to.empty() ? streams / "out" : out_to;
  const fs::path err = streams / "err";
  const pid_t child = ::fork();
  if (child == 0) execute(pointers, folder, out, err);
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) return {};
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          out_to.empty() ? read_bytes(out) : std::string(), read_bytes(err)};
}

std::map<std::string, std::string> listing(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    files[entry.path().string()] = entry.is_regular_file() ? read_bytes(entry.path()) : std::string("folder");
  }
  return files;
}

std::string compare_with_golden_text(const std::string& text, const std::string& name) {
  const fs::path path = checkout("tests/golden/cli/" + name + ".txt");
  if (std::getenv("NTMAP_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return {};
  }
  std::error_code ignored;
  const std::string golden = fs::exists(path, ignored) ? read_bytes(path) : "(no golden text)\n";
  if (golden == text) return {};
  return name + " should be\n" + golden + "but is\n" + text + "(NTMAP_UPDATE_GOLDEN=1 accepts it)";
}

}  // namespace ntmap::test
