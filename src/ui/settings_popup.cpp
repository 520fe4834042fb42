#include "ui/settings_popup.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <cmath>

#include "ui/dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using base::text;

/// Taken once the mouse lets go: another scale would move the slider from under it.
void draw_scale(Desk& desk) {
  const int percent = static_cast<int>(std::lround(desk.window.scale() * 100));
  ImGui::SetNextItemWidth(-1);
  ImGui::SliderInt("##scale", &desk.view.scale_percent, 75, 300, "%d %%", ImGuiSliderFlags_AlwaysClamp);
  if (ImGui::IsItemDeactivatedAfterEdit()) {
    desk.window.set_scale(desk.view.scale_percent / 100.0);
    desk.view.settings.scale = desk.window.scale();
  } else if (!ImGui::IsItemActive()) {
    desk.view.scale_percent = percent;
  }
}

void choose_language(Desk& desk) {
  const auto choice = [&](const char* name, base::Lang lang) {
    if (ImGui::RadioButton(name, desk.view.lang == lang)) desk.view.lang = desk.view.settings.lang = lang;
  };
  choice("Tiếng Việt", base::Lang::vi);
  ImGui::SameLine();
  choice("English", base::Lang::en);
}

}  // namespace

void draw_settings(Desk& desk) {
  const std::string title = desk.say(text("Thiết lập", "Settings")) + "###settings";
  if (desk.view.popup == Popup::settings) {
    desk.view.popup = Popup::none;
    ImGui::OpenPopup(title.c_str());
  }
  ImGui::SetNextWindowSize({dialog_width(460, desk.view), 0});
  bool keep = true;
  if (!begin_dialog(title, keep)) return;
  app::Settings& settings = desk.view.settings;
  heading(desk.say(text("Ngôn ngữ", "Language")));
  choose_language(desk);
  heading(desk.say(text("Cỡ giao diện", "Scale of the interface")));
  draw_scale(desk);
  ImGui::Checkbox(desk.say(text("Chữ to", "Large text")).c_str(), &settings.large_text);
  ImGui::Checkbox(desk.say(text("Nền tối", "Dark")).c_str(), &settings.dark);
  ImGui::Checkbox(desk.say(text("Tên đơn vị trên bản đồ", "Unit names on the map")).c_str(),
                  &settings.unit_names);
  heading(desk.say(
      text("Tên hoặc chức danh ghi vào số liệu sửa tay", "Name or role that edited values are signed with")));
  ImGui::SetNextItemWidth(-1);
  ImGui::InputText("##person", &settings.person);
  muted(app::settings_file().string());
  if (default_button(desk.say(text("Đóng", "Close"))) || escape_pressed(desk.view))
    ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace ntmap::ui
