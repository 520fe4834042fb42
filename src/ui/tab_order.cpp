#include "ui/tab_order.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "ui/dialog.hpp"

namespace ntmap::ui {
namespace {

constexpr const char* k_menu_bar = "##MainMenuBar";

constexpr const char* k_map = "map_window";
constexpr int k_key_f6 = 295;  // as GLFW numbers it

/// In the order of Tab: what asks for an answer, the panels as one reads them, the bar on top last. Names
/// that begin with "/" are of children, which Dear ImGui calls "parent/name_number". The map itself has the
/// arrows to move it.
constexpr std::array<const char*, 13> k_windows{
    "recovery",     "tour",  "missing", "problems", "left",    k_map,     "/map_buttons_",
    "/period_bar_", "right", "bottom",  "corner",   "welcome", k_menu_bar};

bool is_called(const ImGuiWindow* window, const char* name) {
  if (name[0] == '/')
    return (window->Flags & ImGuiWindowFlags_ChildWindow) != 0 && std::strstr(window->Name, name) != nullptr;
  return std::strcmp(window->Name, name) == 0;
}

std::vector<ImGuiWindow*> windows_there(bool panels_only) {
  std::vector<ImGuiWindow*> there;
  for (const char* name : k_windows) {
    if (panels_only && name[0] == '/') continue;
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
      if (window->WasActive && is_called(window, name)) there.push_back(window);
    }
  }
  return there;
}

/// Whether there are stops in it for Dear ImGui; the map has none.
bool takes_keys(const ImGuiWindow* window) {
  return (window->Flags & ImGuiWindowFlags_NoNavInputs) == 0;
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
ImGuiWindow* neighbour(const ImGuiWindow* focused, int step, bool panels_only) {
  const std::vector<ImGuiWindow*> there = windows_there(panels_only);
  if (there.empty()) return nullptr;
  if (panels_only && focused != nullptr) focused = focused->RootWindow;
  const auto now = std::find(there.begin(), there.end(), focused);
  if (now == there.end()) return step > 0 ? there.front() : there.back();
  const auto count = static_cast<int>(there.size());
  const auto at = static_cast<int>(now - there.begin());
  return there[static_cast<std::size_t>((at + step + count) % count)];
}

/// A table or list that scrolls by itself: a window within another one, which Enter leads into.
bool is_table(const ImGuiWindow* window) {
  constexpr ImGuiWindowFlags kind =
      ImGuiWindowFlags_ChildWindow | ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_Popup;
  return window != nullptr && (window->Flags & kind) == ImGuiWindowFlags_ChildWindow;
}

/// Back to the table as one stop among those of its dialog.
void leave_table() {
  const ImGuiWindow* table = ImGui::GetCurrentContext()->NavWindow;
  ImGuiWindow* parent = table->ParentWindow;
  const ImRect place = ImGui::WindowRectAbsToRel(parent, table->Rect());
  ImGui::FocusWindow(parent);
  ImGui::SetNavID(table->ChildId, ImGuiNavLayer_Main, 0, place);
  ImGui::GetCurrentContext()->NavDisableHighlight = false;
}

/// Dear ImGui's own Ctrl+Tab shows a list of windows by names that mean nothing to people.
void drop_window_list() {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  g.NavWindowingTarget = g.NavWindowingTargetAnim = nullptr;
  g.NavWindowingToggleLayer = false;
}

}  // namespace

/// Asks Dear ImGui for the next stop in the focused window; without an item that has the focus for its first
/// or last one.
void TabOrder::request(int direction) {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  ImGui::NavMoveRequestSubmit(ImGuiDir_None, direction < 0 ? ImGuiDir_Up : ImGuiDir_Down,
                              ImGuiNavMoveFlags_Tabbing, ImGuiScrollFlags_None);
  g.NavTabbingResultFirst.Clear();
  g.NavTabbingCounter = -1;
  g.NavTabbingDir = direction < 0 ? -1 : (g.NavId == 0 ? 0 : 1);
  g.NavDisableHighlight = false;
  m_asked = direction;
}

void TabOrder::begin(Escape escape) {
  ImGui::PushItemFlag(ImGuiItemFlags_Inputable, true);  // all that can be used is a stop
  m_asked = 0;
  if (escape == Escape::leaves_it_only) take_escape();
  m_on_map = on_map() && !ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  press_by_enter();
  drop_window_list();
  if (m_enter != 0) {
    request(std::exchange(m_enter, 0));
    if (open_popups() > 0) m_asked = 0;  // within a dialog Dear ImGui goes round
    return;
  }
  const ImGuiIO& io = ImGui::GetIO();
  const bool tab = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Tab));
  const bool panel = ImGui::IsKeyPressed(k_key_f6) || (tab && io.KeyCtrl);
  if ((!tab && !panel) || io.KeyAlt) return;
  m_step = io.KeyShift ? -1 : 1;
  m_by_panel = panel;
  m_left = static_cast<int>(k_windows.size());
  if (open_popups() > 0) {
    const bool within = ImGui::GetCurrentContext()->NavMoveSubmitted;
    if (within) request(m_step);
    if (!within || !is_table(ImGui::GetCurrentContext()->NavWindow)) m_asked = 0;
  } else if (!panel && is_ours(focused_root()) && takes_keys(focused_root())) {
    request(m_step);
  } else {
    go_on();
  }
}

/// Into the next panel: by Tab to the stop that is nearest, by F6 to the first.
void TabOrder::go_on() {
  // A click has put the keyboard on the map: from there one begins with the first panel.
  const ImGuiWindow* from = focused_root();
  if (from != nullptr && !takes_keys(from) && !m_on_map) from = nullptr;
  ImGuiWindow* next = --m_left < 0 ? nullptr : neighbour(from, m_step, m_by_panel);
  if (next == nullptr) return;
  ImGui::FocusWindow(next);
  const bool bar = std::strcmp(next->Name, k_menu_bar) == 0;
  ImGui::SetNavID(0, bar ? ImGuiNavLayer_Menu : ImGuiNavLayer_Main, 0, ImRect());
  ImGui::GetCurrentContext()->NavDisableHighlight = false;
  m_on_map = !takes_keys(next);
  if (!m_on_map) m_enter = m_by_panel ? 1 : m_step;
}

bool TabOrder::on_map() const {
  const ImGuiWindow* window = ImGui::GetCurrentContext()->NavWindow;
  return m_on_map && window != nullptr && std::strcmp(window->Name, k_map) == 0;
}

/// Dear ImGui has led the focus out of a table already; what else Esc means has to wait for the next one.
void TabOrder::take_escape() const {
  ImGuiContext& g = *ImGui::GetCurrentContext();
  const int escape = ImGui::GetKeyIndex(ImGuiKey_Escape);
  const ImGuiWindow* was_in = ImGui::FindWindowByID(m_was_in);
  const bool left = is_table(was_in) && was_in->ParentWindow == g.NavWindow;
  if (left && ImGui::IsKeyPressed(escape, false)) g.IO.KeysDownDuration[escape] = g.IO.DeltaTime;
}

void TabOrder::end() {
  ImGui::PopItemFlag();
  const ImGuiContext& g = *ImGui::GetCurrentContext();
  m_was_in = g.IO.NavVisible && g.NavWindow != nullptr ? g.NavWindow->ID : 0;
  if (m_asked == 0 || !g.NavMoveScoringItems) return;  // the next stop was found
  // Backwards into a window: Dear ImGui noted every stop down and waits for one it came from. The last one it
  // is.
  if (m_asked < 0 && g.NavId == 0 && g.NavMoveResultLocal.ID != 0) return;
  ImGui::NavMoveRequestCancel();
  if (open_popups() == 0) return go_on();
  leave_table();
  m_enter = m_step;
}

}  // namespace ntmap::ui
