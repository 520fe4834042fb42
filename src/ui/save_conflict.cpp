#include "ui/save_conflict.hpp"

#include <imgui.h>

#include <filesystem>

#include "ui/dialog.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::text;

enum class Choice : bool { plain, by_enter };

bool choice(const Desk& desk, const base::Text& words, const base::Text& what, Choice kind) {
  const std::string label = desk.say(words);
  const bool chosen =
      kind == Choice::by_enter ? default_button(label, -1) : ImGui::Button(label.c_str(), {-1, 0});
  muted(desk.say(what));
  ImGui::Spacing();
  return chosen;
}

}  // namespace

bool draw_save_conflict(app::Session& session, const std::vector<Action>& actions, Desk& desk) {
  if (!session.save_conflict()) return false;
  const std::string title =
      desk.say(text("Tệp dự án đã thay đổi", "The project file was changed")) + "###save_conflict";
  if (!ImGui::IsPopupOpen(title.c_str())) ImGui::OpenPopup(title.c_str());
  ImGui::SetNextWindowSize({dialog_width(480, desk.view), 0});
  bool keep = true;
  if (!begin_dialog(title, keep)) {
    if (!keep) session.drop_save_conflict();
    return false;
  }
  const std::string file = session.project()->file;
  ImGui::TextWrapped(
      "%s",
      desk
          .say(text(
              "Một cửa sổ hoặc chương trình khác đã ghi vào {} sau khi dự án được mở ở đây. Chưa lưu gì.",
              "Another window or program has written to {} since the project was opened here. "
              "Nothing has been saved.",
              {std::filesystem::path(file).filename().string()}))
          .c_str());
  ImGui::Spacing();
  const bool save_as = choice(desk, text("Lưu thành tệp khác…", "Save as another file…"),
                              text("Giữ cả hai: bản ở đây và bản đã ghi trên đĩa.",
                                   "Keeps both: what is here and what is on the disk."),
                              Choice::by_enter);
  const bool overwrite =
      choice(desk, text("Ghi đè", "Overwrite"),
             text("Mất những gì nơi kia đã ghi.", "What was written there is lost."), Choice::plain);
  const bool reload = choice(
      desk, text("Mở lại từ đĩa", "Open again from the disk"),
      text("Mất những thay đổi chưa lưu ở đây.", "Changes here that are not saved are lost."), Choice::plain);
  const bool stay =
      ImGui::Button(desk.say(text("Để sau", "Later")).c_str()) || !keep || escape_pressed(desk.view);
  if (save_as || overwrite || reload || stay) {
    session.drop_save_conflict();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
  if (save_as) run_action(actions, "file.save_as", desk);
  if (overwrite) desk.command(app::SaveProject{.file = {}, .overwrite = true});
  return reload;
}

}  // namespace ntmap::ui
