#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/desk/desk_content.hpp"
#include "app/map/map_content.hpp"
#include "base/text.hpp"
#include "model/project.hpp"

namespace ntmap::ui {

/// What a map says about one unit in passing, line by line: district, value, and its class where that
/// says more than the value.
std::vector<base::Text> tip_words(const app::MapContent& map, std::uint32_t unit);

/// "2025-01-31 14:05" as people say it: "lúc 14:05 ngày 31/1/2025", "at 14:05 on 2025-01-31".
base::Text moment_words(const std::string& when);

/// Of a value that a person changed: "Sửa tay lúc 14:05 ngày 31/1/2025, cán bộ GIS. Trước khi sửa: 98,5.".
base::Text edit_words(const model::ValueEdit& edit);

/// "huyện Cẩm Xuyên"; a name that says already what it is stays as it is: "Thành phố Hà Tĩnh".
base::Text district_words(const std::string& district);

/// "Xã Cẩm Bình, huyện Cẩm Xuyên".
base::Text unit_and_district(const app::Units& units, std::uint32_t unit);

/// "1 đơn vị" / "1 unit", "3 đơn vị" / "3 units".
base::Text counted_units(std::size_t count);

/// A remedy as people can follow it in the window: what options of the command line do is said by where it is
/// done here.
base::Text window_remedy(base::Text remedy);
/// The same in the dialog that joins two files, whose own boxes stand above the remedy.
base::Text wizard_remedy(base::Text remedy);

/// "Đạt 16/19 · chưa đạt 10, 17 · chưa rõ 15" by the main set of criteria; empty where it does not apply,
/// or `desk` is null or of other units.
base::Text standing_words_of(const app::DeskContent* desk, const app::Units& units, std::uint32_t unit);

/// "Phân vị (số đơn vị bằng nhau)".
base::Text method_words(model::BreakMethod method);

/// A message without the marks (**) that make parts of it bold on a sheet.
base::Text plain_words(base::Text marked);

/// File and row that the value comes from; empty when no row gave one.
base::Text source_words(const app::MapContent& map, std::uint32_t unit);

/// The project's title; of data opened directly the name of the file.
base::Text title_words(const model::Project& project);

/// The theme's title, or where it has none of its own the indicator's, or its id.
base::Text theme_title(const model::Project& project, const model::Theme& theme);

/// The value with its unit of measure; of a unit without a value why: "chưa rõ", "không áp dụng".
base::Text value_words(const app::MapContent& map, std::uint32_t unit);

}  // namespace ntmap::ui
