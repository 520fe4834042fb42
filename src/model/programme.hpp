#pragma once

#include <string>

namespace ntmap::model {

/// What a project knows of the programme beside the figures of units: files, PATH[:sheet] relative to the
/// project file; empty: none. docs/project-file.md says what columns each has.
struct Programme {
  std::string rules;         ///< recognition rules (TOML); without them the engine's own parameters hold
  std::string recognitions;  ///< decisions that gave titles
  std::string exclusions;    ///< units that do not implement the programme
  std::string traits;        ///< communes with another region's thresholds, or of a commune group
  std::string departments;   ///< who answers for which criterion
  std::string sponsors;      ///< who helps which commune
  std::string products;      ///< OCOP products
  std::string targets;       ///< figures that documents state
  std::string counted = "attainment";  ///< a title counts from its year of "attainment" or its "decision"
  std::string base = "all";            ///< shares are of "all" units or of those "implementing"
};

}  // namespace ntmap::model
