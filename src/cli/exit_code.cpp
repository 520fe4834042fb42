#include "cli/exit_code.hpp"

#include <algorithm>

namespace ntmap::cli {

int exit_code(const base::Findings& findings) {
  const bool errors = std::any_of(findings.begin(), findings.end(), [](const base::Finding& finding) {
    return finding.severity == base::Severity::error;
  });
  return errors ? 1 : 0;
}

}  // namespace ntmap::cli
