#pragma once

#include <string>
#include <vector>

namespace ntmap::app {

/// Runs a program of the system, found by PATH, without a shell; its outputs are thrown away and it reads
/// nothing. Returns its exit status, or nothing when there is no such program.
struct ProgramResult {
  bool found = false;
  int status = -1;

  bool ok() const { return found && status == 0; }
};
ProgramResult run_program(const std::vector<std::string>& words);

}  // namespace ntmap::app
