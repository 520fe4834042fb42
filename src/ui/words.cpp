#include "ui/words.hpp"

#include <cmath>
#include <filesystem>
#include <utility>

#include "app/programme/count_range.hpp"
#include "app/programme/unit_card.hpp"
#include "app/project/typed_value.hpp"
#include "base/counted.hpp"
#include "criteria/date.hpp"
#include "names/unit_name.hpp"

namespace ntmap::ui {

using base::Text;
using base::text;

Text title_words(const model::Project& project) {
  if (!project.title.empty()) return project.title;
  if (project.boundaries.empty()) return "ntmap";
  return std::filesystem::path(project.boundaries.front().file).filename().string();
}

namespace {

/// Why a unit has no value: of circles the classes are those of another figure.
const Text& state_label(const app::MapContent& map, std::uint32_t unit) {
  if (map.theme.kind != model::ThemeKind::symbols)
    return map.classes.by_byte(map.classes.class_of[unit]).label;
  const auto& not_applicable = map.figures.not_applicable;
  return unit < not_applicable.size() && not_applicable[unit] != 0 ? map.classes.not_applicable.label
                                                                   : map.classes.no_data.label;
}

/// The class in a sentence of its own; empty where it says no more than the value does.
Text class_words(const app::MapContent& map, std::uint32_t unit, const Text& value) {
  const std::uint8_t byte = map.classes.class_of[unit];
  const Text& label = map.classes.by_byte(byte).label;
  if (map.theme.kind == model::ThemeKind::symbols)
    return map.theme.second ? text("{}: {}", "{}: {}", {map.classes.title, label}) : Text();
  const bool open = byte == model::k_class_no_data && !app::count_range(map.figures, unit);
  if (open || label == value) return {};
  return text("Lớp: {}", "Class: {}", {label});
}

}  // namespace

Text theme_title(const model::Project& project, const model::Theme& theme) {
  if (!theme.title.empty()) return theme.title;
  const model::Indicator* indicator = project.find_indicator(theme.indicator);
  return indicator == nullptr || indicator->title.empty() ? Text(theme.id) : indicator->title;
}

Text value_words(const app::MapContent& map, std::uint32_t unit) {
  if (map.theme.kind == model::ThemeKind::category) {
    return map.classes.by_byte(map.classes.class_of[unit]).label;
  }
  if (const auto range = app::count_range(map.figures, unit))
    return app::range_words(*range, map.figure_unit);
  const double value = map.figures.values[unit];
  if (std::isnan(value)) return state_label(map, unit);
  const Text number = base::number(value, map.theme.classification.decimals);
  return base::with_unit(number, map.figure_unit);
}

std::vector<Text> tip_words(const app::MapContent& map, std::uint32_t unit) {
  std::vector<Text> lines;
  const std::string& district = map.units().districts[unit];
  if (!district.empty()) lines.emplace_back(district);
  const Text value = value_words(map, unit);
  const bool two_figures =
      map.theme.kind == model::ThemeKind::symbols || map.theme.kind == model::ThemeKind::bivariate;
  lines.push_back(text("{}: {}", "{}: {}", {two_figures ? map.figure_title : map.title, value}));
  if (Text words = class_words(map, unit, value); !words.empty()) lines.push_back(std::move(words));
  return lines;
}

base::Text moment_words(const std::string& when) {
  constexpr std::size_t k_date_length = 10;
  const auto day = criteria::Date::parse(std::string_view(when).substr(0, k_date_length));
  if (!day || when.size() <= k_date_length + 1) return when;
  return base::text("lúc {} ngày {}", "at {} on {}", {when.substr(k_date_length + 1), day->text()});
}

base::Text district_words(const std::string& district) {
  if (district.empty() || names::parse_unit_name(district).type != names::UnitType::none) return district;
  return base::text("huyện {}", "{} district", {district});
}

base::Text edit_words(const model::ValueEdit& edit) {
  const base::Text was = edit.was.empty() ? base::text("chưa rõ", "unknown")
                                          : base::Text(app::shown_text(edit.was, base::Lang::vi),
                                                       app::shown_text(edit.was, base::Lang::en));
  const base::Text signed_by = base::join({moment_words(edit.when), base::Text(edit.who)}, ", ");
  return base::text("Sửa tay {}. Trước khi sửa: {}.", "Edited by hand {}. Before: {}.", {signed_by, was});
}

namespace {

/// What stands for an option of the command line.
struct Wording {
  std::string_view option;
  std::string_view vi;
  std::string_view en;
};

void put_in_words(base::Text& remedy, const Wording& one) {
  const auto replace = [&](std::string& words, std::string_view said) {
    if (said.empty()) return;
    if (const std::size_t at = words.find(one.option); at != std::string::npos)
      words.replace(at, one.option.size(), said);
  };
  replace(remedy.vi, one.vi);
  replace(remedy.en, one.en);
}

}  // namespace

base::Text window_remedy(base::Text remedy) {
  // Prepositions go with what they belong to, so that the sentence stays one.
  constexpr Wording k_wordings[] = {
      {"bằng --encoding", "ở ô Bảng mã khi ghép với bảng (Ctrl+J), hoặc bằng encoding trong tệp dự án", ""},
      {"with --encoding", "",
       "in the box Encoding when joining (Ctrl+J), or by encoding in the project file"},
      {"bằng --crs EPSG:", "bằng crs trong tệp dự án: EPSG:", ""},
      {"with --crs EPSG:", "", "by crs in the project file: EPSG:"},
      {"--crs EPSG:", "crs trong tệp dự án: EPSG:", "crs in the project file: EPSG:"},
      {"bằng ntmap join --aliases", "ở mục Tên cần xác nhận của bảng Chất lượng số liệu", ""},
      {"with ntmap join --aliases", "", "under Names to confirm in the panel Data quality"},
  };
  for (const Wording& one : k_wordings) put_in_words(remedy, one);
  return remedy;
}

base::Text wizard_remedy(base::Text remedy) {
  constexpr Wording k_wordings[] = {
      {"bằng --encoding", "ở ô “Bảng mã” phía trên", ""},
      {"with --encoding", "", "in the box “Encoding” above"},
      {"bằng ntmap join --aliases", "ở thẻ “Cần xác nhận”", ""},
      {"with ntmap join --aliases", "", "under “To confirm”"},
  };
  for (const Wording& one : k_wordings) put_in_words(remedy, one);
  return window_remedy(std::move(remedy));
}

base::Text unit_and_district(const app::Units& units, std::uint32_t unit) {
  return base::join({units.full_name(unit), district_words(units.districts[unit])}, ", ");
}

Text counted_units(std::size_t count) {
  return count == 1 ? base::text("1 đơn vị", "1 unit") : base::text("{} đơn vị", "{} units", {count});
}

Text standing_words_of(const app::DeskContent* desk, const app::Units& units, std::uint32_t unit) {
  if (desk == nullptr || &desk->units() != &units || !desk->assessment || desk->main_set.empty()) return {};
  const criteria::SetResult& result = *desk->assessment->evaluation().find(desk->main_set);
  return result.applies(unit) ? app::standing_words(result, unit) : Text();
}

Text method_words(model::BreakMethod method) {
  switch (method) {
    case model::BreakMethod::equal:
      return text("Khoảng đều", "Equal intervals");
    case model::BreakMethod::quantile:
      return text("Phân vị (số đơn vị bằng nhau)", "Quantiles (equal counts)");
    case model::BreakMethod::jenks:
      return text("Ngắt tự nhiên", "Natural breaks");
    case model::BreakMethod::pretty:
      return text("Số tròn", "Round numbers");
    case model::BreakMethod::stddev:
      return text("Độ lệch chuẩn", "Standard deviations");
    case model::BreakMethod::geometric:
      return text("Cấp số nhân", "Geometric");
    case model::BreakMethod::head_tail:
      return text("Đầu – đuôi", "Head/tail");
    case model::BreakMethod::manual:
      break;
  }
  return text("Tự đặt ngưỡng chia lớp", "Bounds set by hand");
}

Text plain_words(Text marked) {
  for (std::string* words : {&marked.vi, &marked.en}) {
    for (std::size_t at = words->find("**"); at != std::string::npos; at = words->find("**", at)) {
      words->erase(at, 2);
    }
  }
  return marked;
}

Text source_words(const app::MapContent& map, std::uint32_t unit) {
  const std::uint32_t row = map.figures.source_row[unit];
  if (row == 0) return {};
  return text("Nguồn: {}, dòng {}", "Source: {}, row {}",
              {std::filesystem::path(map.figures.file).filename().string(), std::to_string(row)});
}

}  // namespace ntmap::ui
