#pragma once

#include <string>
#include <vector>

#include "app/data/name_candidate.hpp"
#include "app/data/project_data.hpp"
#include "base/job.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// A spelling in the project's tables that a person should say the meaning of.
struct OpenName {
  std::string file;
  base::Text place;  ///< sheet and row where it stands first
  std::string name;
  std::string district;
  base::Text why;
  std::vector<NameCandidate> candidates;
};

/// The spellings in all tables of communes and all periods that may mean several units, or one that is not
/// sure; each once. What a person has confirmed is not among them. Tables that cannot be read are left to
/// check_project(), which says so.
std::vector<OpenName> open_names(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
