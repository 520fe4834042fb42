#pragma once

#include <string>

#include "base/text.hpp"
#include "model/areas.hpp"

namespace ntmap::app {

/// What a status is called for areas of a kind: schemes are at work, land is consolidated.
base::Text status_title(model::AreaKind kind, model::AreaStatus status);
/// "hoạt động trước 2024", "đã tập trung trước 2024".
base::Text before_year_title(model::AreaKind kind, const std::string& year);
/// "đưa vào sử dụng năm 2024", "tập trung năm 2024".
base::Text in_year_title(model::AreaKind kind, const std::string& year);

}  // namespace ntmap::app
