#pragma once

#include <optional>
#include <string>

#include "base/text.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// The province that a layer's own fields name.
struct ProvinceHint {
  std::string province;  ///< "Hà Tĩnh"
  base::Text where;      ///< "theo trường MA_TINH"
};

/// Looks for a field of provinces, by its name or its cells ("Tỉnh Hà Tĩnh"), all of whose cells name one
/// province (of before July 2025) or give its code ("42"). Nothing where there is none, or several provinces.
std::optional<ProvinceHint> province_in(const model::Table& table);

}  // namespace ntmap::app
