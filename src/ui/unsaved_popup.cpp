#include "ui/unsaved_popup.hpp"

#include <imgui.h>

#include "ui/dialog.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {

using base::text;

Unsaved draw_unsaved(Desk& desk) {
  const std::string title = desk.say(text("Chưa lưu", "Not saved")) + "###unsaved";
  if (desk.view.popup == Popup::unsaved) {
    desk.view.popup = Popup::none;
    ImGui::OpenPopup(title.c_str());
  }
  Unsaved chosen = Unsaved::undecided;
  ImGui::SetNextWindowSize({dialog_width(440, desk.view), 0});
  bool keep = true;
  if (!begin_dialog(title, keep)) return keep ? chosen : Unsaved::stay;  // by the cross in the title
  const auto project = desk.session.project();
  ImGui::TextWrapped(
      "%s", desk.say(text("Dự án “{}” có thay đổi chưa lưu.", "The project “{}” has unsaved changes.",
                          {project ? title_words(*project) : base::Text()}))
                .c_str());
  if (default_button(desk.say(text("Lưu", "Save")))) chosen = Unsaved::save;
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Không lưu", "Do not save")).c_str())) chosen = Unsaved::discard;
  ImGui::SameLine();
  const bool cancel = ImGui::Button(desk.say(text("Ở lại", "Stay")).c_str()) || escape_pressed(desk.view);
  if (cancel) chosen = Unsaved::stay;
  if (chosen != Unsaved::undecided) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return chosen;
}

}  // namespace ntmap::ui
