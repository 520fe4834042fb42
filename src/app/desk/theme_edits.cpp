#include "app/desk/theme_edits.hpp"

#include "app/project/plain_name.hpp"

namespace ntmap::app {

using base::text;

std::string free_theme_id(const model::Project& project, std::string_view wanted) {
  std::string id = plain_name(wanted, '-');
  if (id.empty()) id = "chuyen-de";
  std::string free = id;
  for (int number = 2; project.find_theme(free) != nullptr; ++number)
    free = id + "-" + std::to_string(number);
  return free;
}

model::Theme copy_of_theme(const model::Project& project, const std::string& theme) {
  model::Theme copy = *project.find_theme(theme);
  const model::Indicator* indicator = project.find_indicator(copy.indicator);
  const base::Text title = copy.title.empty() && indicator != nullptr ? indicator->title : copy.title;
  copy.id = free_theme_id(project, copy.id);
  copy.title = text("{} (bản sao)", "{} (copy)", {title});
  return copy;
}

model::Theme new_theme(const model::Project& project, const std::string& indicator, const base::Text& title) {
  const model::Indicator& of = *project.find_indicator(indicator);
  model::Theme theme;
  theme.id = free_theme_id(project, title.empty() ? indicator : title.vi);
  theme.title = title.empty() ? of.title : title;
  theme.indicator = indicator;
  theme.classification.decimals = of.decimals;
  return theme;
}

}  // namespace ntmap::app
