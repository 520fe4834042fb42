#include "ui/viewer.hpp"

#include <imgui.h>

#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "app/open_paths.hpp"
#include "app/session.hpp"
#include "ui/layout.hpp"
#include "ui/map_canvas.hpp"
#include "ui/open_dialog.hpp"
#include "ui/panels.hpp"
#include "ui/view_state.hpp"
#include "ui/window.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr double k_scale_step = 1.15;

/// Lays out the one window: menu on top, theme and legend left, the map, the unit on the right.
class Viewer {
 public:
  explicit Viewer(const ViewerOptions& options)
      : m_window({.title = "ntmap", .scale = options.scale}),
        m_session(&Window::wake),
        m_quit_after_first_map(options.quit_after_first_map) {
    m_view.lang = options.lang;
    m_window.on_drop([this](const std::vector<std::string>& paths) { open(paths); });
    if (!options.paths.empty()) open(options.paths);
  }

  void run() {
    m_window.run([this] { return frame(); });
    if (m_quit_after_first_map && !m_session.problems().empty())
      throw base::Error(m_session.problems().front());
    if (m_quit_after_first_map && !m_view.problems.empty()) throw base::Error(m_view.problems.front());
  }

 private:
  void open(const std::vector<std::string>& paths) {
    try {
      m_session.apply(app::command_for_paths(paths));
    } catch (const base::Error& error) {
      m_view.problems.push_back(error);
    }
  }

  Next frame() {
    m_session.poll();
    m_view.scale = m_window.scale();
    take_map();
    set_title();
    draw_menu();
    draw_columns();
    draw_dialogs();
    for (const app::Command& command : std::exchange(m_view.commands, {})) m_session.apply(command);
    if (m_quit_after_first_map) quit_when_shown();
    const bool drawing = m_shown && !m_canvas.complete() && !m_canvas.failure();
    return m_session.busy() || drawing ? Next::soon : Next::event;
  }

  /// This frame still goes to the screen; the first one only shows the window.
  void quit_when_shown() {
    const bool failed = !m_session.problems().empty() || !m_view.problems.empty();
    if (failed || (m_frames > 1 && m_shown && m_canvas.complete())) m_window.close();
  }

  void draw_columns() {
    ++m_frames;
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    const ImVec2 at{viewport.WorkPos.x, std::ceil(viewport.WorkPos.y)};
    const float height = viewport.WorkPos.y + viewport.WorkSize.y - at.y;
    const Columns columns = lay_out_columns(viewport.WorkSize.x, m_view.scale, m_view.show_unit_panel);
    panel("left", at, {columns.left, height}, 0, [this] { draw_map_panel(m_session, m_view); });
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    panel("map_window", {at.x + columns.left, at.y}, {columns.map, height},
          ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse,
          [this] { draw_canvas(); });
    ImGui::PopStyleVar(2);
    if (columns.right == 0) return;
    panel("right", {at.x + columns.left + columns.map, at.y}, {columns.right, height}, 0,
          [this] { draw_unit_panel(m_session, m_view); });
  }

  template <class Draw>
  void panel(const char* id, ImVec2 at, ImVec2 size, ImGuiWindowFlags flags, const Draw& draw) {
    constexpr ImGuiWindowFlags fixed =
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoCollapse |
        ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::Begin(id, nullptr, fixed | flags);
    draw();
    ImGui::End();
  }

  void take_map() {
    if (m_session.map() == m_shown || !m_session.map()) return;
    m_shown = m_session.map();
    m_canvas.show(m_shown);
  }

  void set_title() {
    const auto project = m_session.project();
    std::string title = "ntmap";
    if (project) title = title_words(*project).in(m_view.lang) + " – ntmap" + (m_session.dirty() ? " *" : "");
    if (title == m_title) return;
    m_title = title;
    m_window.set_title(title);
  }

  void draw_canvas() {
    m_canvas.set_paper_dark(m_window.appearance() == Appearance::dark);
    m_canvas.set_labels(m_view.labels);
    if (!m_shown) return draw_welcome(m_session, m_view);
    if (m_view.zoom_to_all) m_canvas.zoom_to_all();
    m_view.zoom_to_all = false;
    m_canvas.draw(m_view.lang, m_view.scale);
    m_view.selected = m_canvas.selected();
  }

  void draw_menu() {
    if (!ImGui::BeginMainMenuBar()) return;
    const ImVec4 bar_text(0.95F, 0.96F, 0.97F, 1);
    const auto menu = [&](const Text& name, auto body) {
      ImGui::PushStyleColor(ImGuiCol_Text, bar_text);
      for (const ImGuiCol hover : {ImGuiCol_Header, ImGuiCol_HeaderHovered, ImGuiCol_HeaderActive}) {
        ImGui::PushStyleColor(hover, IM_COL32(255, 255, 255, 40));
      }
      const bool open = ImGui::BeginMenu(name.in(m_view.lang).c_str());
      ImGui::PopStyleColor(4);
      if (!open) return;
      body();
      ImGui::EndMenu();
    };
    ImGui::TextColored(bar_text, "ntmap");
    menu(text("Tệp", "File"), [this] { draw_file_menu(); });
    menu(text("Sửa", "Edit"), [this] { draw_edit_menu(); });
    menu(text("Xem", "View"), [this] { draw_view_menu(); });
    ImGui::EndMainMenuBar();
  }

  bool item(const Text& name, const char* shortcut = nullptr, bool enabled = true, bool checked = false) {
    return ImGui::MenuItem(name.in(m_view.lang).c_str(), shortcut, checked, enabled);
  }

  void draw_file_menu() {
    if (item(text("Mở…", "Open…"), "Ctrl+O")) m_dialog.open();
    if (item(text("Thoát", "Quit"))) m_window.close();
  }

  void draw_edit_menu() {
    if (item(text("Hoàn tác", "Undo"), "Ctrl+Z", m_session.can_undo()))
      m_view.commands.emplace_back(app::Undo{});
    if (item(text("Làm lại", "Redo"), "Ctrl+Y", m_session.can_redo()))
      m_view.commands.emplace_back(app::Redo{});
  }

  void draw_view_menu() {
    if (item(text("Toàn bộ bản đồ", "Whole map"), "Home")) m_view.zoom_to_all = true;
    if (item(text("Tên đơn vị", "Unit names"), nullptr, true, m_view.labels)) m_view.labels = !m_view.labels;
    if (item(text("Bảng đơn vị", "Unit panel"), nullptr, true, m_view.show_unit_panel)) {
      m_view.show_unit_panel = !m_view.show_unit_panel;
    }
    ImGui::Separator();
    const bool dark = m_window.appearance() == Appearance::dark;
    if (item(text("Nền tối", "Dark"), nullptr, true, dark)) {
      m_window.set_appearance(dark ? Appearance::light : Appearance::dark);
    }
    if (item(text("Chữ to hơn", "Larger text"), "Ctrl++"))
      m_window.set_scale(m_window.scale() * k_scale_step);
    if (item(text("Chữ nhỏ hơn", "Smaller text"), "Ctrl+-"))
      m_window.set_scale(m_window.scale() / k_scale_step);
    ImGui::Separator();
    if (ImGui::MenuItem("Tiếng Việt", nullptr, m_view.lang == base::Lang::vi)) m_view.lang = base::Lang::vi;
    if (ImGui::MenuItem("English", nullptr, m_view.lang == base::Lang::en)) m_view.lang = base::Lang::en;
  }

  void draw_dialogs() {
    use_shortcuts();
    if (const auto path = m_dialog.draw(m_view.lang)) open({*path});
    draw_problems(m_session, m_view);
  }

  void use_shortcuts() {
    const ImGuiIO& io = ImGui::GetIO();
    const bool nothing_open = !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId) &&
                              m_session.problems().empty() && m_view.problems.empty();
    if (nothing_open && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) m_canvas.select({});
    if (!io.KeyCtrl) return;
    const auto letter = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false); };
    if (letter(ImGuiKey_Z)) m_view.commands.emplace_back(app::Undo{});
    if (letter(ImGuiKey_Y)) m_view.commands.emplace_back(app::Redo{});
    if (ImGui::IsKeyPressed('O', false)) m_dialog.open();
    if (ImGui::IsKeyPressed('=', false)) m_window.set_scale(m_window.scale() * k_scale_step);
    if (ImGui::IsKeyPressed('-', false)) m_window.set_scale(m_window.scale() / k_scale_step);
  }

  Window m_window;  // first: the canvas needs its context
  app::Session m_session;
  MapCanvas m_canvas;
  OpenDialog m_dialog;
  ViewState m_view;
  std::shared_ptr<const app::MapContent> m_shown;
  bool m_quit_after_first_map = false;
  std::string m_title;
  int m_frames = 0;
};

}  // namespace

void run_viewer(const ViewerOptions& options) {
  Viewer(options).run();
}

}  // namespace ntmap::ui
