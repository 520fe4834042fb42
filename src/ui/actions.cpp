#include "ui/actions.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "ui/dialog.hpp"
#include "ui/fonts.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr std::array<Menu, 6> k_menus{Menu::file, Menu::edit,    Menu::view,
                                      Menu::map,  Menu::present, Menu::help};

/// The same sign on the keypad, as GLFW numbers keys; 0 for other keys.
int on_keypad(int key) {
  if (key == '=') return 334;  // which has a plus
  if (key == '-') return 333;
  return key == '0' ? 320 : 0;
}

/// A plus needs Shift on most keyboards.
bool any_in(const std::vector<Action>& actions, Menu menu) {
  for (const Action& action : actions) {
    if (action.menu == menu) return true;
  }
  return false;
}

void draw_item(const Action& action, Desk& desk) {
  if (action.line_before) ImGui::Separator();
  if (action.submenu) {
    if (!ImGui::BeginMenu((desk.say(action.name) + "##" + action.id).c_str(), action.can_run(desk))) return;
    action.submenu(desk);
    return ImGui::EndMenu();
  }
  const std::string keys = action.keys.text();
  const bool checked = action.checked && action.checked(desk);
  if (ImGui::MenuItem((desk.say(action.name) + "##" + action.id).c_str(),
                      keys.empty() ? nullptr : keys.c_str(), checked, action.can_run(desk)))
    action.run(desk);
  if (action.why_not && !action.can_run(desk) && ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) {
    ImGui::SetTooltip("%s", desk.say(action.why_not(desk)).c_str());
  }
}

}  // namespace

std::string Shortcut::text() const {
  if (key == 0) return {};
  std::string out;
  if (ctrl) out += "Ctrl+";
  if (shift) out += "Shift+";
  if (key == k_f1) return out + "F1";
  if (key == k_f5) return out + "F5";
  if (key == k_f11) return out + "F11";
  if (key == k_home) return out + "Home";
  if (key == k_space) return out + "Space";
  if (key == '=') return out + "+";
  return out + static_cast<char>(key);
}

Text menu_name(Menu menu) {
  switch (menu) {
    case Menu::file:
      return text("Tệp", "File");
    case Menu::edit:
      return text("Sửa", "Edit");
    case Menu::view:
      return text("Xem", "View");
    case Menu::map:
      return text("Bản đồ", "Map");
    case Menu::present:
      return text("Trình chiếu", "Present");
    case Menu::help:
      return text("Trợ giúp", "Help");
    case Menu::none:
      break;
  }
  return {};
}

bool is_for_text(const Shortcut& keys) {
  constexpr std::string_view k_of_text_boxes = "ACVXYZ";
  if (keys.key == Shortcut::k_home) return true;
  if (!keys.ctrl) return keys.key < Shortcut::k_home;
  return k_of_text_boxes.find(static_cast<char>(keys.key)) != std::string_view::npos;
}

bool is_for_focus(const Shortcut& keys) {
  return !keys.ctrl && (keys.key == Shortcut::k_space || keys.key == Shortcut::k_home);
}

bool pressed(const Shortcut& keys) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool shift = keys.key == '=' ? keys.shift : io.KeyShift;
  if (keys.key == 0 || io.KeyCtrl != keys.ctrl || shift != keys.shift || io.KeyAlt) return false;
  const int other = on_keypad(keys.key);
  return ImGui::IsKeyPressed(keys.key, false) || (other != 0 && ImGui::IsKeyPressed(other, false));
}

void use_shortcuts(const std::vector<Action>& actions, Desk& desk) {
  const bool typing = ImGui::GetIO().WantTextInput;
  const bool popup = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  for (const Action& action : actions) {
    const bool for_the_focus = is_for_focus(action.keys) && ImGui::GetIO().NavVisible;
    if (popup || (typing && is_for_text(action.keys)) || for_the_focus || !pressed(action.keys)) continue;
    if (action.can_run(desk)) action.run(desk);
    return;
  }
}

void run_action(const std::vector<Action>& actions, std::string_view id, Desk& desk) {
  const auto found =
      std::find_if(actions.begin(), actions.end(), [&](const Action& action) { return action.id == id; });
  if (found != actions.end() && found->can_run(desk)) found->run(desk);
}

void draw_menus(const std::vector<Action>& actions, Desk& desk) {
  const ImVec4 bar_text(0.95F, 0.96F, 0.97F, 1);
  for (const Menu menu : k_menus) {
    if (!any_in(actions, menu)) continue;
    ImGui::PushStyleColor(ImGuiCol_Text, bar_text);
    for (const ImGuiCol hover : {ImGuiCol_Header, ImGuiCol_HeaderHovered, ImGuiCol_HeaderActive})
      ImGui::PushStyleColor(hover, IM_COL32(255, 255, 255, 40));
    const bool open = ImGui::BeginMenu(desk.say(menu_name(menu)).c_str());
    ImGui::PopStyleColor(4);
    if (!open) continue;
    for (const Action& action : actions) {
      if (action.menu == menu) draw_item(action, desk);
    }
    ImGui::EndMenu();
  }
}

void draw_shortcut_list(const std::vector<Action>& actions, Desk& desk) {
  const std::string title = desk.say(text("Phím tắt", "Shortcuts")) + "###shortcuts";
  if (desk.view.popup == Popup::shortcuts) {
    desk.view.popup = Popup::none;
    ImGui::OpenPopup(title.c_str());
  }
  const ImVec2 size = ImGui::GetMainViewport()->WorkSize;
  ImGui::SetNextWindowSize({dialog_width(520, desk.view), size.y * 0.8F});
  bool keep = true;
  if (!begin_dialog(title, keep)) return;
  if (ImGui::IsWindowAppearing()) ImGui::SetNextWindowFocus();  // so that arrows and Page Down scroll it
  ImGui::BeginChild("list", {0, -ImGui::GetFrameHeightWithSpacing()});
  for (const Menu menu : k_menus) {
    const auto listed = [menu](const Action& action) { return action.menu == menu && action.keys.key != 0; };
    if (std::none_of(actions.begin(), actions.end(), listed)) continue;
    heading(desk.say(menu_name(menu)));
    for (const Action& action : actions) {
      if (!listed(action)) continue;
      ImGui::TextUnformatted(desk.say(action.name).c_str());
      ImGui::SameLine();
      right_aligned(action.keys.text());
    }
  }
  const auto list = [&](const Text& name, std::span<const std::pair<Text, Text>> lines) {
    heading(desk.say(name));
    for (const auto& [what, how] : lines) {
      ImGui::TextUnformatted(desk.say(what).c_str());
      ImGui::SameLine();
      right_aligned(desk.say(how));
    }
  };
  const std::array<std::pair<Text, Text>, 5> keyboard{{
      {text("Tới nút, ô tiếp theo; lùi lại", "Next button or field; back"), Text("Tab · Shift+Tab")},
      {text("Sang bảng khác, bản đồ; lùi lại", "Next panel or the map; back"), Text("F6 · Shift+F6")},
      {text("Bấm nút, mở danh sách, vào bảng", "Press, open a list, enter a table"), Text("Space · Enter")},
      {text("Đi trong bảng, danh sách", "Move in a table or a list"), Text("← ↑ → ↓")},
      {text("Ra khỏi bảng, đóng", "Leave a table, close"), Text("Esc")},
  }};
  list(text("Dùng bàn phím thay chuột", "Keyboard instead of mouse"), keyboard);
  const std::array<std::pair<Text, Text>, 5> mouse{{
      {text("Chọn thêm đơn vị", "Select one more unit"), text("Ctrl + nhấp", "Ctrl + click")},
      {text("Chọn bằng khung", "Select with a box"), text("Shift + kéo", "Shift + drag")},
      {text("Phóng tới đơn vị", "Zoom to a unit"), text("nhấp đúp", "double click")},
      {text("Di chuyển bản đồ", "Move the map"), text("kéo · ← ↑ → ↓", "drag · ← ↑ → ↓")},
      {text("Phóng to, thu nhỏ", "Zoom"), text("con lăn · + -", "wheel · + -")},
  }};
  list(text("Chuột trên bản đồ", "Mouse on the map"), mouse);
  ImGui::EndChild();
  if (default_button(desk.say(text("Đóng", "Close"))) || escape_pressed(desk.view))
    ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace ntmap::ui
