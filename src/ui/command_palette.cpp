#include "ui/command_palette.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <utility>

#include "app/programme/verdict_matrix.hpp"
#include "ui/action_words.hpp"
#include "ui/dialog.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr const char* k_opener = "view.commands";
constexpr std::size_t k_most_lines = 24;
constexpr int k_by_other_words = 5;  // behind all that is called so

/// The keys that opened it: they close it, too.
bool pressed_again(const std::vector<Action>& actions) {
  const auto opener = std::find_if(actions.begin(), actions.end(),
                                   [](const Action& action) { return action.id == k_opener; });
  return !ImGui::IsWindowAppearing() && opener != actions.end() && pressed(opener->keys);
}

/// Selects the communes that do not meet the criterion of that number.
void select_failing(const std::string& number, Desk& desk) {
  const auto& content = desk.session.desk();
  if (!content || !content->assessment) return;
  const app::VerdictMatrix matrix = app::verdict_matrix(*content->assessment, content->main_set);
  for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
    if (matrix.columns[i].number == number)
      desk.view.selection.set(app::units_with(matrix, i, criteria::Verdict::not_met));
  }
}

}  // namespace

void CommandPalette::fill(const std::vector<Action>& actions, const Desk& desk) {
  m_lines.clear();
  m_at = 0;
  for (const Action& action : actions) {
    if (action.id == k_opener || action.submenu || !action.can_run(desk)) continue;
    auto score = app::title_score(m_typed, action.name);
    if (!score && app::match_score(m_typed, other_words(action.id))) score = k_by_other_words;
    if (score) m_lines.push_back({action.name, action.keys.text(), *score, &action, {}});
  }
  if (const auto project = desk.session.project()) {
    for (app::Found& found :
         app::search(m_typed, *project, desk.session.map().get(), desk.session.desk().get())) {
      const std::string detail = desk.say(found.detail);
      m_lines.push_back({found.title, detail, found.score, nullptr, std::move(found)});
    }
  }
  // Of equal fit the data come before the commands, once something was typed.
  std::stable_sort(m_lines.begin(), m_lines.end(), [&](const Line& a, const Line& b) {
    const auto rank = [&](const Line& line) {
      return 2 * line.score + (line.action != nullptr && !m_typed.empty() ? 1 : 0);
    };
    return rank(a) < rank(b);
  });
  if (m_lines.size() > k_most_lines) m_lines.resize(k_most_lines);
  m_filled_for = m_typed;
  m_filled_of = desk.session.map();
}

void CommandPalette::take(const Line& line, Desk& desk) {
  if (line.action != nullptr) return line.action->run(desk);
  switch (line.found.kind) {
    case app::Found::Kind::unit:
      desk.view.selection.only(line.found.unit);
      desk.view.zoom_to = ZoomTo::selection;
      break;
    case app::Found::Kind::theme:
      desk.command(app::ChooseTheme{line.found.id});
      break;
    case app::Found::Kind::period:
      desk.command(app::ChoosePeriod{line.found.id});
      break;
    case app::Found::Kind::criterion:
      select_failing(line.found.id, desk);
      break;
  }
}

void CommandPalette::use_keys() {
  const auto key = [](ImGuiKey_ which) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(which)); };
  m_moved = false;
  if (m_lines.empty()) return;
  if (key(ImGuiKey_DownArrow)) m_at = (m_at + 1) % m_lines.size();
  if (key(ImGuiKey_UpArrow)) m_at = (m_at + m_lines.size() - 1) % m_lines.size();
  m_moved = key(ImGuiKey_DownArrow) || key(ImGuiKey_UpArrow);
}

void CommandPalette::draw_lines(Desk& desk) {
  for (std::size_t i = 0; i < m_lines.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const bool clicked = ImGui::Selectable("##line", i == m_at);
    if (i == m_at && m_moved) ImGui::SetScrollHereY();
    ImGui::SameLine(0, 4);
    ImGui::TextUnformatted(desk.say(m_lines[i].title).c_str());
    ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Text, muted_ink());
    right_aligned(m_lines[i].detail);
    ImGui::PopStyleColor();
    ImGui::PopID();
    if (clicked) {
      ImGui::CloseCurrentPopup();
      return take(Line(m_lines[i]), desk);
    }
  }
  if (m_lines.empty()) muted(desk.say(text("Không tìm thấy.", "Nothing found.")));
}

void CommandPalette::draw(const std::vector<Action>& actions, Desk& desk) {
  if (desk.view.popup == Popup::commands) {
    desk.view.popup = Popup::none;
    m_typed.clear();
    m_fresh = true;
    ImGui::OpenPopup("###commands");
  }
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const float width = std::min(static_cast<float>(640 * desk.view.scale), viewport.WorkSize.x * 0.8F);
  ImGui::SetNextWindowPos({viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + 8},
                          ImGuiCond_Always, {0.5F, 0});
  ImGui::SetNextWindowSize({width, viewport.WorkSize.y * 0.6F});
  if (!ImGui::BeginPopup("###commands", ImGuiWindowFlags_NoMove)) return;
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(-1);
  const std::string hint = desk.say(text("Tìm xã, lệnh, tiêu chí…", "Find a commune, command, criterion…"));
  const bool enter =
      ImGui::InputTextWithHint("##typed", hint.c_str(), &m_typed, ImGuiInputTextFlags_EnterReturnsTrue);
  if (std::exchange(m_fresh, false) || m_typed != m_filled_for || m_filled_of != desk.session.map())
    fill(actions, desk);
  // Enter ends the typing; where it leads nowhere the next letters are for the box all the same.
  if (enter && m_lines.empty()) ImGui::SetKeyboardFocusHere(-1);
  use_keys();
  ImGui::BeginChild("lines");
  draw_lines(desk);
  ImGui::EndChild();
  if (escape_pressed(desk.view) || pressed_again(actions)) ImGui::CloseCurrentPopup();
  if (enter && m_at < m_lines.size()) {
    ImGui::CloseCurrentPopup();
    take(Line(m_lines[m_at]), desk);
  }
  ImGui::EndPopup();
}

}  // namespace ntmap::ui
