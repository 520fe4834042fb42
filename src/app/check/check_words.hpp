#pragma once

#include "app/data/project_data.hpp"
#include "base/finding.hpp"

namespace ntmap::app {

/// Words of the project's Vietnamese titles, messages and scenes that Vietnamese spelling does not know
/// ("Mrường"; text.word-unusual, note): everyone in the meeting reads them. Only words with a letter beyond
/// ASCII count, and none that the names of units, districts or the province hold (Đắk Lắk).
base::Findings word_findings(ProjectData& data);

}  // namespace ntmap::app
