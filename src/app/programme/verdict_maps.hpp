#pragma once

#include <string>
#include <vector>

#include "app/programme/assessment.hpp"
#include "base/text.hpp"
#include "model/class_list.hpp"
#include "model/theme.hpp"

namespace ntmap::app {

/// The verdicts on one criterion as a map shows them.
struct VerdictMap {
  std::string number;        ///< "17"
  base::Text title;          ///< "17. Môi trường và an toàn thực phẩm"
  model::ClassList classes;  ///< met, not met; unknown and not applicable as the special states
};

/// "Đạt" and "Chưa đạt" in the colours of every verdict map.
std::vector<model::ThemeCategory> verdict_categories();

/// One map for each criterion of the set, in its order, over the map's units: the small multiples of the 19
/// criteria. Conditions that are no criterion (gates) are left out. Throws Error naming the nearest set.
std::vector<VerdictMap> verdict_maps(const Assessment& assessment, const std::string& set);

}  // namespace ntmap::app
