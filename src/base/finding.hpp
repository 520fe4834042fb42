#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace ntmap::base {

enum class Severity : std::uint8_t { note, warning, error };

/// One flaw (or remark) about data that can still be used: what `ntmap check` lists.
struct Finding {
  Severity severity = Severity::note;
  std::string rule;       ///< stable id, "dbf.count-differs": what scripts and tests look for
  std::string file;       ///< path as the user gave it; empty when no single file is meant
  Text place;             ///< row, sheet and cell, unit, field, layer; empty when the whole file is meant
  Text what;              ///< what is wrong
  Text remedy;            ///< what to do; empty for notes
  std::size_t count = 1;  ///< flaws it tells of: n where it says that there are n more like these
};

using Findings = std::vector<Finding>;

}  // namespace ntmap::base
