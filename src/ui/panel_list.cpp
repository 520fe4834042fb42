#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {

void still_computing(const Desk& desk) {
  if (desk.session.stopped()) return;  // the dock says so
  if (desk.session.busy()) return muted(desk.say(base::text("Đang tính…", "Computing…")));
  muted(desk.say(
      base::text("Chưa lập được: một tệp số liệu cần dùng bị thiếu hoặc có lỗi, như thông báo đã nêu.",
                 "Not made: a file that it needs is missing or has errors, as the notice says.")));
}

bool has_criteria(const Desk& desk) {
  const auto project = desk.session.project();
  return project && project->criteria.has_value();
}

base::Text Panel::why_not(const Desk& desk) const {
  if (!desk.session.map()) return base::text("Chưa có bản đồ.", "There is no map yet.");
  return base::text("Chuyên đề và kỳ đang xem không có gì để hiện ở đây.",
                    "The theme and period that are shown have nothing to show here.");
}

base::Text no_criteria_words() {
  return base::text("Dự án không có bộ tiêu chí.", "The project has no criteria.");
}

base::Text VerdictPanel::why_not(const Desk& /*desk*/) const {
  return no_criteria_words();
}

void VerdictPanel::draw(Desk& desk) {
  const auto content = desk.session.desk();
  if (!content || !content->assessment) return still_computing(desk);
  draw_verdicts(desk, content);
}

std::vector<std::unique_ptr<Panel>> make_panels() {
  std::vector<std::unique_ptr<Panel>> panels;
  panels.push_back(make_theme_panel());
  panels.push_back(make_style_panel());
  panels.push_back(make_target_bars());
  panels.push_back(make_unit_panel());
  panels.push_back(make_matrix_panel());
  panels.push_back(make_table_panel());
  panels.push_back(make_area_panel());
  panels.push_back(make_ground_panel());
  panels.push_back(make_target_table());
  panels.push_back(make_set_panel());
  panels.push_back(make_threshold_panel());
  panels.push_back(make_quality_panel());
  panels.push_back(make_scene_panel());
  panels.push_back(make_other_threshold_panel());
  panels.push_back(make_criteria_plot_panel());
  panels.push_back(make_value_plot_panel());
  panels.push_back(make_series_panel());
  panels.push_back(make_scatter_panel());
  panels.push_back(make_district_panel());
  return panels;
}

}  // namespace ntmap::ui
