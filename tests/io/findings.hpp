#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <string_view>

#include "base/error.hpp"
#include "base/finding.hpp"

namespace ntmap::test {

/// The first finding of a rule, or null.
inline const base::Finding* find_rule(const base::Findings& findings, std::string_view rule) {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const base::Finding& finding) { return finding.rule == rule; });
  return found == findings.end() ? nullptr : &*found;
}

inline std::size_t count_rule(const base::Findings& findings, std::string_view rule) {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [&](const base::Finding& finding) { return finding.rule == rule; }));
}

/// The Error that `action` throws; fails the test when it throws none.
template <class Action>
base::Error error_of(Action action) {
  try {
    action();
  } catch (const base::Error& error) {
    return error;
  }
  ADD_FAILURE() << "no error was thrown";
  return {base::ErrorKind::data, "none"};
}

}  // namespace ntmap::test
