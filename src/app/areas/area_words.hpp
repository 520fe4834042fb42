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

/// "với cả công trình đang xây dựng", "với cả vùng quy hoạch"; for areas at work just what they are called.
base::Text with_all_title(model::AreaKind kind, model::AreaStatus last);
/// "cuối năm 2024" ("the end of 2024") for the last day of a year, else "15/07/2021". The date is ISO.
base::Text day_text(const std::string& date);

}  // namespace ntmap::app
