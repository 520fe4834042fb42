#include "app/areas/area_words.hpp"

namespace ntmap::app {

using base::Text;
using base::text;
using model::AreaKind;
using model::AreaStatus;

Text status_title(AreaKind kind, AreaStatus status) {
  if (kind == AreaKind::water_supply) return model::title_of(status);
  switch (status) {
    case AreaStatus::working:
      return text("đã tập trung", "consolidated");
    case AreaStatus::building:
      return text("đang thực hiện", "under way");
    case AreaStatus::planned:
      break;
  }
  return model::title_of(status);
}

Text before_year_title(AreaKind kind, const std::string& year) {
  if (kind == AreaKind::water_supply) return text("hoạt động trước {}", "at work before {}", {year});
  return text("đã tập trung trước {}", "consolidated before {}", {year});
}

Text in_year_title(AreaKind kind, const std::string& year) {
  if (kind == AreaKind::water_supply) return text("đưa vào sử dụng năm {}", "in service since {}", {year});
  return text("tập trung năm {}", "consolidated in {}", {year});
}

Text with_all_title(AreaKind kind, AreaStatus last) {
  Text status = status_title(kind, last);
  if (last == AreaStatus::working) return status;
  const Text areas = kind == AreaKind::water_supply ? text("công trình", "schemes") : text("vùng", "areas");
  if (last == AreaStatus::building) return text("với cả {} {}", "with all {} {}", {areas, status});
  return text("với cả {} {}", "with all {} {} too", {areas, status});
}

Text day_text(const std::string& date) {
  const std::string year = date.substr(0, 4);
  if (date.ends_with("-12-31")) return text("cuối năm {}", "the end of {}", {year});
  return Text(date.substr(8, 2) + "/" + date.substr(5, 2) + "/" + year, date);
}

}  // namespace ntmap::app
