#include "ui/theme_editor.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "app/desk/theme_edits.hpp"
#include "ui/dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

const std::string& shown_theme(const Desk& desk) {
  return desk.session.map()->theme.id;
}

/// Its place in the project's list; -1 where it is not there any more.
std::ptrdiff_t place_of(const Desk& desk) {
  const auto& themes = desk.session.project()->themes;
  const auto at = std::find_if(themes.begin(), themes.end(),
                               [&](const model::Theme& theme) { return theme.id == shown_theme(desk); });
  return at == themes.end() ? -1 : at - themes.begin();
}

/// A theme of numbers needs an indicator of numbers.
bool gives_numbers(const Desk& desk, const model::Indicator& indicator) {
  const auto& content = desk.session.desk();
  if (!content) return !indicator.words;
  const app::UnitColumn* column = content->table.find(indicator.id);
  return column != nullptr && column->is_number();
}

}  // namespace

void duplicate_theme(Desk& desk) {
  if (place_of(desk) < 0) return;
  model::Theme copy = app::copy_of_theme(*desk.session.project(), shown_theme(desk));
  const std::string id = copy.id;
  desk.command(app::PutTheme{std::move(copy), shown_theme(desk)});
  desk.command(app::ChooseTheme{id});
}

void remove_theme(Desk& desk) {
  desk.command(app::RemoveTheme{shown_theme(desk)});
}

void move_theme(Desk& desk, int by) {
  desk.command(app::MoveTheme{shown_theme(desk), by});
}

bool can_move_theme(const Desk& desk, int by) {
  if (!desk.session.map()) return false;
  const std::ptrdiff_t to = place_of(desk) + by;
  return place_of(desk) >= 0 && to >= 0 &&
         to < static_cast<std::ptrdiff_t>(desk.session.project()->themes.size());
}

bool can_remove_theme(const Desk& desk) {
  return desk.session.map() && desk.session.project()->themes.size() > 1;
}

void draw_theme_menu(Desk& desk) {
  if (!ImGui::BeginPopup("theme_menu")) return;
  const auto item = [&](const Text& name, bool enabled) {
    return ImGui::MenuItem(desk.say(name).c_str(), nullptr, false, enabled);
  };
  if (item(text("Thêm chuyên đề…", "New theme…"), true)) desk.view.popup = Popup::theme_new;
  if (item(text("Nhân bản", "Duplicate"), true)) duplicate_theme(desk);
  if (item(text("Đổi tên…", "Change the title…"), true)) desk.view.popup = Popup::theme_title;
  ImGui::Separator();
  if (item(text("Đưa lên", "Move up"), can_move_theme(desk, -1))) move_theme(desk, -1);
  if (item(text("Đưa xuống", "Move down"), can_move_theme(desk, 1))) move_theme(desk, 1);
  ImGui::Separator();
  if (item(text("Xóa khỏi dự án", "Remove from the project"), can_remove_theme(desk))) remove_theme(desk);
  ImGui::EndPopup();
}

void ThemeEditor::start(Desk& desk, bool fresh) {
  m_new = fresh;
  m_indicator.clear();
  m_title = {};
  if (fresh || !desk.session.map()) return;
  m_theme = shown_theme(desk);
  if (const model::Theme* theme = desk.session.project()->find_theme(m_theme))
    m_title = theme_title(*desk.session.project(), *theme);
}

void ThemeEditor::draw(Desk& desk) {
  const bool fresh = desk.view.popup == Popup::theme_new;
  const bool open = fresh || desk.view.popup == Popup::theme_title;
  if (open) {
    desk.view.popup = Popup::none;
    start(desk, fresh);
  }
  const std::string title =
      desk.say(m_new ? text("Chuyên đề mới", "New theme") : text("Tên chuyên đề", "Title of the theme")) +
      "###theme_editor";
  if (open) ImGui::OpenPopup(title.c_str());
  ImGui::SetNextWindowSize({dialog_width(480, desk.view), 0});
  bool keep = true;
  if (!begin_dialog(title, keep)) return;
  if (m_new) draw_indicators(desk);
  draw_titles(desk);
  const bool ready = m_new ? !m_indicator.empty() : !m_title.empty();
  ImGui::BeginDisabled(!ready);
  const bool accept = default_button(desk.say(m_new ? text("Thêm", "Add") : text("Đổi", "Change")));
  ImGui::EndDisabled();
  ImGui::SameLine();
  const bool cancel = ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str()) || escape_pressed(desk.view);
  if (accept) finish(desk);
  if (cancel || accept) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void ThemeEditor::draw_indicators(Desk& desk) {
  const auto project = desk.session.project();
  const model::Indicator* chosen = project->find_indicator(m_indicator);
  heading(desk.say(text("Chỉ tiêu", "Indicator")));
  ImGui::SetNextItemWidth(-1);
  if (!begin_fitted_combo("##indicator", chosen == nullptr ? "–" : desk.say(chosen->title),
                          ImGuiComboFlags_HeightLarge))
    return;
  for (const model::Indicator& one : project->indicators) {
    if (!gives_numbers(desk, one)) continue;
    const Text& name = one.title.empty() ? Text(one.id) : one.title;
    if (ImGui::Selectable((desk.say(name) + "##" + one.id).c_str(), chosen == &one)) {
      m_indicator = one.id;
      m_title = one.title;
    }
  }
  ImGui::EndCombo();
}

void ThemeEditor::draw_titles(Desk& desk) {
  heading(desk.say(text("Tên tiếng Việt", "Vietnamese title")));
  ImGui::SetNextItemWidth(-1);
  if (!m_new && ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::InputText("##vi", &m_title.vi, ImGuiInputTextFlags_AutoSelectAll);
  heading(desk.say(text("Tên tiếng Anh", "English title")));
  ImGui::SetNextItemWidth(-1);
  ImGui::InputText("##en", &m_title.en);
  ImGui::Spacing();
}

/// A language that is left empty takes the other's words.
void ThemeEditor::finish(Desk& desk) {
  if (m_title.vi.empty()) m_title.vi = m_title.en;
  if (m_title.en.empty()) m_title.en = m_title.vi;
  const auto project = desk.session.project();
  if (m_new) {
    model::Theme theme = app::new_theme(*project, m_indicator, m_title);
    const std::string id = theme.id;
    desk.command(app::PutTheme{std::move(theme), desk.session.map() ? shown_theme(desk) : std::string()});
    desk.command(app::ChooseTheme{id});
    return;
  }
  const model::Theme* theme = project->find_theme(m_theme);
  if (theme == nullptr) return;
  model::Theme changed = *theme;
  changed.title = m_title;
  desk.command(app::PutTheme{std::move(changed)});
}

}  // namespace ntmap::ui
