#pragma once

#include <string>
#include <vector>

#include "base/finding.hpp"
#include "criteria/figures.hpp"
#include "criteria/levels.hpp"
#include "criteria/registers.hpp"
#include "criteria/responsibility.hpp"
#include "criteria/rollup.hpp"
#include "criteria/targets.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// One register as it was read: its rows, not yet tied to units, and its file for messages.
template <typename Row>
struct Register {
  std::string file;
  std::vector<Row> rows;
};

/// What a project knows of the programme beside figures ([programme] of its file).
struct Registers {
  criteria::ProgrammeRules rules;
  Register<criteria::Recognition> recognitions;
  Register<criteria::Exclusion> exclusions;
  Register<criteria::UnitTrait> traits;
  Register<criteria::Sponsor> sponsors;
  Register<criteria::Product> products;
  Register<criteria::Lead> leads;
  Register<criteria::Statement> statements;
  criteria::Counted counted = criteria::Counted::from_attainment;
  criteria::Base base = criteria::Base::all;
  base::Findings findings;
};

/// Reads them all; empty ones where the project names none. Throws Error for a file or column that is not
/// there; flaws of single rows are findings.
Registers load_registers(const model::Project& project);

/// The ranks that titles may have: those that sets give and those that figures count.
std::vector<std::string> known_ranks(const criteria::Catalogue& catalogue,
                                     const std::vector<criteria::Figure>& figures);

/// Leaves out decisions of ranks that nothing knows; a finding ("recognitions.unknown-rank") for each names
/// the nearest.
void drop_unknown_ranks(Registers& registers, const std::vector<std::string>& ranks);

}  // namespace ntmap::app
