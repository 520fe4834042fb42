#include "ui/tab_order.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace ntmap::ui {
namespace {

constexpr const char* k_menu_bar = "##MainMenuBar";

/// In the order of Tab: what asks for an answer, the panels as one reads them, the bar on top last. Names
/// that begin with "/" are of children, which Dear ImGui calls "parent/name_number".
constexpr std::array<const char*, 12> k_windows{"recovery", "tour",          "missing",      "problems",
                                                "left",     "/map_buttons_", "/period_bar_", "right",
                                                "bottom",   "corner",        "welcome",      k_menu_bar};

bool is_called(const ImGuiWindow* window, const char* name) {
  if (name[0] == '/')
    return (window->Flags & ImGuiWindowFlags_ChildWindow) != 0 && std::strstr(window->Name, name) != nullptr;
  return std::strcmp(window->Name, name) == 0;
}

std::vector<ImGuiWindow*> windows_there() {
  std::vector<ImGuiWindow*> there;
  for (const char* name : k_windows) {
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
      if (window->WasActive && is_called(window, name)) there.push_back(window);
    }
  }
  return there;
}

bool is_ours(const ImGuiWindow* window) {
  return window != nullptr && std::any_of(k_windows.begin(), k_windows.end(),
                                          [&](const char* name) { return is_called(window, name); });
}

/// The window that has the focus: one of ours, or the root of something else.
ImGuiWindow* focused_root() {
  ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
  while (window != nullptr && !is_ours(window) && window != window->RootWindow) window = window->ParentWindow;
  return window;
}

/// The one that follows the focused one, round and round; the first or the last when none is.
ImGuiWindow* neighbour(int direction) {
  const std::vector<ImGuiWindow*> there = windows_there();
  if (there.empty()) return nullptr;
  const auto now = std::find(there.begin(), there.end(), focused_root());
  if (now == there.end()) return direction > 0 ? there.front() : there.back();
  const auto count = static_cast<int>(there.size());
  const auto at = static_cast<int>(now - there.begin());
  return there[static_cast<std::size_t>((at + direction + count) % count)];
}

/// A list or menu that Dear ImGui opened under something of ours.
bool is_list(const ImGuiWindow* window) {
  constexpr std::array<const char*, 3> k_lists{"##Combo_", "##Menu_", "##Popup_"};
  return window != nullptr && std::any_of(k_lists.begin(), k_lists.end(), [&](const char* name) {
           return std::strncmp(name, window->Name, std::strlen(name)) == 0;
         });
}

bool any_popup_open() {
  return ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

/// Enter presses as Space does; by itself it only starts typing.
void press_by_enter() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  // Tab sets NavActivateInputId too, to start typing in a field: that presses nothing.
  if (!ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) || g.NavActivateInputId == 0 ||
      g.ActiveId != 0 || !g.IO.NavVisible || !(is_ours(focused_root()) || is_list(focused_root())))
    return;
  g.NavActivateId = g.NavActivateDownId = g.NavActivatePressedId = g.NavActivateInputId;
}

}  // namespace

/// Asks Dear ImGui for the next stop in the focused window; without an item that has the focus for its first
/// or last one.
void TabOrder::request(int direction) const {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGui::NavMoveRequestSubmit(ImGuiDir_None, direction < 0 ? ImGuiDir_Up : ImGuiDir_Down,
                              ImGuiNavMoveFlags_Tabbing, ImGuiScrollFlags_None);
  g.NavTabbingResultFirst.Clear();
  g.NavTabbingCounter = -1;
  g.NavTabbingDir = direction < 0 ? -1 : (g.NavId == 0 ? 0 : 1);
}

void TabOrder::begin() {
  ImGui::PushItemFlag(ImGuiItemFlags_Inputable, true);  // all that can be used is a stop
  m_asked = false;
  press_by_enter();
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  if (m_enter != 0) {
    m_direction = m_enter;
    m_enter = 0;
    m_asked = true;
    return request(m_direction);
  }
  if (!ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab)) || g.IO.KeyCtrl || g.IO.KeyAlt) return;
  m_direction = g.IO.KeyShift ? -1 : 1;
  if (is_ours(focused_root())) {
    m_asked = true;
    m_left = static_cast<int>(k_windows.size());
    return request(m_direction);
  }
  if (any_popup_open()) {
    if (g.NavMoveSubmitted) request(m_direction);  // within the dialog
    return;
  }
  m_left = static_cast<int>(k_windows.size());
  go_on();
}

void TabOrder::go_on() {
  ImGuiWindow* next = --m_left < 0 ? nullptr : neighbour(m_direction);
  if (next == nullptr) return;
  ImGui::FocusWindow(next);
  const bool bar = std::strcmp(next->Name, k_menu_bar) == 0;
  ImGui::SetNavID(0, bar ? ImGuiNavLayer_Menu : ImGuiNavLayer_Main, 0, ImRect());
  m_enter = m_direction;
}

void TabOrder::end() {
  ImGui::PopItemFlag();
  ImGuiContext& g = *ImGui::GetCurrentContext();
  if (!m_asked) return;
  g.NavDisableHighlight = false;
  if (!g.NavMoveScoringItems) return;  // the next stop was found
  // Backwards into a window: Dear ImGui noted every stop down and waits for one it came from. The last one it
  // is.
  if (m_direction < 0 && g.NavId == 0 && g.NavMoveResultLocal.ID != 0) return;
  ImGui::NavMoveRequestCancel();
  go_on();
}

}  // namespace ntmap::ui
