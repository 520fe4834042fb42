#include "ui/viewer.hpp"

#include <imgui.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/desk/open_paths.hpp"
#include "app/desk/session.hpp"
#include "app/project/sample_place.hpp"
#include "app/project/settings.hpp"
#include "app/project/start_mark.hpp"
#include "ui/actions.hpp"
#include "ui/command_palette.hpp"
#include "ui/desk.hpp"
#include "ui/dialog.hpp"
#include "ui/escape.hpp"
#include "ui/export_dialog.hpp"
#include "ui/file_dialog.hpp"
#include "ui/join_wizard.hpp"
#include "ui/map_canvas.hpp"
#include "ui/map_overlay.hpp"
#include "ui/meeting_view.hpp"
#include "ui/memory.hpp"
#include "ui/menu_bar.hpp"
#include "ui/opening.hpp"
#include "ui/panel.hpp"
#include "ui/period_bar.hpp"
#include "ui/places.hpp"
#include "ui/presentation.hpp"
#include "ui/problems.hpp"
#include "ui/save_as.hpp"
#include "ui/save_conflict.hpp"
#include "ui/settings_popup.hpp"
#include "ui/split_view.hpp"
#include "ui/start_notices.hpp"
#include "ui/tab_order.hpp"
#include "ui/theme_editor.hpp"
#include "ui/unsaved_popup.hpp"
#include "ui/view_state.hpp"
#include "ui/welcome.hpp"
#include "ui/window.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

constexpr int k_first_frames = 2;  // after these the window has opened

/// The one window: menus on top, theme and legend left, the map, the unit on the right, tables and plots
/// below. Knows where things stand and in which order they are drawn; what they show is the panels' own.
class Viewer {
 public:
  explicit Viewer(const ViewerOptions& options)
      : m_session(&Window::wake, app::state_folder() / "recovery"),
        m_panels(make_panels()),
        m_actions(all_actions(m_panels)),
        m_start(app::state_folder()),
        m_quit_after_first_map(options.quit_after_first_map) {
    load_settings(options);
    if (m_start.last_failed() && options.scale == 0) drop_scale();
    if (!m_quit_after_first_map) m_session.look_for_unsaved();
    if (!options.paths.empty()) open(options.paths);  // reads while the window is made
    if (options.paths.empty()) start_without_paths();
    m_window.open({.title = "ntmap",
                   .scale = options.scale > 0 ? options.scale : m_view.settings.scale,
                   .appearance = appearance(),
                   .large_text = m_view.settings.large_text});
    m_window.on_drop([this](std::vector<std::string> paths) { m_view.open_paths = std::move(paths); });
    m_window.on_close([this] {
      m_view.quit = true;
      return false;
    });
    m_canvas.emplace();
    m_session.prepare_units_with([this](const std::shared_ptr<const app::Units>& units,
                                        const base::Job& job) { m_canvas->prepare(units, job); });
    m_meeting.emplace();
    m_talk.emplace();
    if (options.present) m_view.present = std::string();
  }

  void run() {
    m_window.run([this] { return frame(); });
    keep_settings();
    if (m_quit_after_first_map && !m_session.problems().empty())
      throw base::Error(m_session.problems().front());
    if (m_quit_after_first_map && !m_view.problems.empty()) throw base::Error(m_view.problems.front());
  }

 private:
  Appearance appearance() const { return m_view.settings.dark ? Appearance::dark : Appearance::light; }

  void load_settings(const ViewerOptions& options) {
    const std::filesystem::path file = app::settings_file();
    std::error_code ignored;
    const bool first_run = options.reset_settings || !std::filesystem::exists(file, ignored);
    if (!first_run) m_view.settings = app::load_settings(file);
    m_saved_settings = m_view.settings;
    if (first_run) m_view.settings.lang = options.first_lang;
    m_view.lang = options.lang.value_or(m_view.settings.lang);
    // The hints are for people who start the program, not for files named on the command line.
    m_tour = options.paths.empty() && !options.quit_after_first_map;
  }

  void drop_scale() {
    if (m_view.settings.scale == 0) return;
    if (!m_quit_after_first_map) m_view.problems.push_back(scale_not_tried(m_view.settings.scale));
    m_view.settings.scale = 0;
  }

  /// The first run shows the sample; later ones the list of recent projects.
  void start_without_paths() {
    const bool first = !m_view.settings.tour_seen && m_view.settings.recent.empty();
    const auto sample = app::sample_project();
    if (first && sample) open({sample->string()});
  }

  void keep_settings() {
    if (m_view.settings == m_saved_settings) return;
    m_saved_settings = m_view.settings;
    desk_for([](Desk& desk) {
      desk.attempt([&] { app::save_settings(desk.view.settings, app::settings_file()); });
    });
  }

  template <class Use>
  void desk_for(const Use& use) {
    Desk desk{m_session, m_view, m_window, *m_canvas, m_files};
    use(desk);
  }

  void open(const std::vector<std::string>& paths) {
    try {
      if (app::wants_joining(paths)) {
        m_join.start(paths);
        m_view.popup = Popup::join;
        return;
      }
      apply_to_another(app::command_for_paths(paths));
      m_view.selection.clear();
      m_view.playing = false;
      if (m_session.open_elsewhere() && !m_quit_after_first_map) m_view.problems.push_back(two_windows());
    } catch (const base::Error& error) {
      m_view.problems.push_back(error);
    }
  }

  /// A command that opens another project.
  void apply_to_another(const app::Command& command) {
    const auto before = m_session.project();
    m_session.apply(command);
    if (before && m_session.project() != before) m_view.problems.clear();  // they were of that one
  }

  /// Also of one that was saved as another file.
  void remember_file() {
    const auto project = m_session.project();
    if (!project || project->file.empty() || project->file == m_remembered) return;
    m_remembered = project->file;
    app::add_recent(m_view.settings, m_remembered);
    m_files.start_in(std::filesystem::absolute(m_remembered).parent_path());
  }

  Next frame() {
    m_session.poll();
    remember_file();
    if (++m_frames > k_first_frames) m_start.done();
    if (std::exchange(m_busy, m_session.busy() || m_export.busy()) && !m_busy) give_memory_back();
    m_view.scale = m_window.scale();
    m_view.hovered.reset();
    if (!m_session.busy()) m_view.busy_since = ImGui::GetTime();
    Desk desk{m_session, m_view, m_window, *m_canvas, m_files};
    take_map();
    set_title();
    if (const auto scene = std::exchange(m_view.present, std::nullopt)) m_talk->start(desk, *scene);
    if (m_view.quit || m_leaving) m_talk->stop(desk);  // whether to save may have to be asked
    if (m_talk->running()) {
      m_meeting->hide();
      for (const auto& panel : m_panels) panel->hide();
      const Next next = m_talk->draw(desk);
      const bool carried_out = carry_out(desk);
      return carried_out || m_session.busy() || m_session.unkept() ? Next::soon : next;
    }
    // Before all that asks for keys. What plays is ended by Esc wherever the keyboard's focus is.
    m_tabs.begin(m_view.playing ? TabOrder::Escape::ends_more : TabOrder::Escape::leaves_it_only);
    use_shortcuts(m_actions, desk);  // before drawing, so that this frame shows what they do
    use_escape(desk);
    draw_menu_bar(m_actions, desk);
    draw_places(m_panels, desk, m_shown != nullptr, [&] { draw_canvas(desk); });
    draw_dialogs(desk);
    m_tabs.end();
    if (m_talk->preparing()) m_talk->prepare(desk);
    const bool playing = play_on(desk);
    const bool carried_out = carry_out(desk);  // after all was drawn: the next frame shows it
    m_window.set_appearance(appearance());
    m_window.set_large_text(m_view.settings.large_text);
    if (!ImGui::IsAnyItemActive()) keep_settings();  // not at every step of a drag
    if (m_quit_after_first_map) quit_when_shown();
    const bool drawing =
        (m_shown && !m_view.meeting.on && !m_canvas->complete() && !m_canvas->failure()) || m_split.drawing();
    const bool soon = carried_out || m_session.busy() || m_join.busy() || m_export.busy() ||
                      m_session.unkept() || drawing || playing || m_note.shows() || m_tabs.moving() ||
                      m_talk->preparing() || m_talk->running();
    return soon ? Next::soon : Next::event;
  }

  /// Whether there was anything.
  bool carry_out(Desk& desk) {
    const bool any = !m_view.commands.empty() || !m_view.open_paths.empty() || m_view.quit ||
                     m_unsaved != Unsaved::undecided;
    for (const app::Command& command : std::exchange(m_view.commands, {})) {
      if (m_session.leaves_project(command))
        leave([this, command] { apply_to_another(command); });
      else
        m_session.apply(command);
    }
    if (const auto paths = std::exchange(m_view.open_paths, {}); !paths.empty()) take_paths(paths);
    if (std::exchange(m_view.quit, false)) leave([this] { m_window.close(); });
    switch (std::exchange(m_unsaved, Unsaved::undecided)) {
      case Unsaved::save:
        save_and_leave(desk);
        break;
      case Unsaved::discard:
        m_session.forget_unsaved();
        std::exchange(m_leaving, nullptr)();
        break;
      case Unsaved::stay:
        m_leaving = nullptr;
        break;
      case Unsaved::undecided:
        break;
    }
    return any;
  }

  /// Files dropped or chosen. While boundaries and a table are being joined they are for that.
  void take_paths(const std::vector<std::string>& paths) {
    if (m_join.open() && !app::has_project(paths)) return m_join.add(paths);
    if (m_join.open()) m_join.close();
    if (app::wants_joining(paths))
      open(paths);  // what is open stays until the map is to be made
    else
      leave([this, paths] { open(paths); });
  }

  /// Every way out of a project comes through here: unsaved work is asked about first.
  void leave(std::function<void()> go) {
    if (!m_session.dirty()) return go();
    m_leaving = std::move(go);
    m_view.popup = Popup::unsaved;
  }

  void save_and_leave(Desk& desk) {
    if (!m_session.project()->file.empty()) return save_to({});
    ask_where_to_save(
        desk, [this](Desk&, const std::string& file) { save_to(file); },
        [this](Desk&) { m_leaving = nullptr; });
  }

  /// What could not be saved is not left: the problem says why.
  void save_to(const std::string& file) {
    m_session.apply(app::SaveProject{file});
    remember_file();  // before another project takes its place
    const auto go = std::exchange(m_leaving, nullptr);
    if (!m_session.dirty() && go) go();
  }

  /// This frame still goes to the screen; the first one only shows the window.
  void quit_when_shown() {
    const bool failed = !m_session.problems().empty() || !m_view.problems.empty();
    if (failed || (m_frames > 1 && m_shown && m_canvas->complete())) m_window.close();
  }

  void take_map() {
    // While another project is read its predecessor's map stays; not where that one cannot be shown.
    if (m_shown && !m_session.map() && !m_session.busy()) {
      m_shown.reset();
      m_view.selection.clear();
    }
    if (m_session.map() == m_shown || !m_session.map()) return;
    const auto earlier = std::exchange(m_shown, m_session.map());
    if (!earlier)
      m_view.selection.clear();
    else if (&earlier->units() != &m_shown->units())
      m_view.selection.move_to(earlier->units(), m_shown->units());
    m_view.sides.leave_at(m_view.selection);
    m_canvas->show(m_shown);
  }

  void set_title() {
    const auto project = m_session.project();
    std::string title = "ntmap";
    if (project) title = title_words(*project).in(m_view.lang) + (m_session.dirty() ? " *" : "") + " – ntmap";
    if (title == m_title) return;
    m_title = title;
    m_window.set_title(title);
  }

  void draw_canvas(Desk& desk) {
    if (!m_session.map() && m_session.busy()) {
      m_meeting->hide();
      m_split.close();
      return draw_opening(desk);  // the map before would stand under this project's title
    }
    if (!m_shown) {
      if (m_session.missing().empty()) draw_welcome(desk);  // else the list of what is missing stands there
      return;
    }
    if (m_view.meeting.on) return m_meeting->draw(desk);
    m_meeting->hide();
    const bool slider = m_session.periods().size() > 1;
    m_view.covered_above = 0;
    m_view.covered_below = slider ? ImGui::GetFrameHeight() + 4 * ImGui::GetStyle().FramePadding.y : 0;
    const auto draw_over_map = [&] {
      draw_map_buttons(desk);
      draw_period_bar(desk);
    };
    if (m_session.beside()) {
      m_split.draw(desk, *m_shown, draw_over_map);
    } else {
      m_split.close();
      m_canvas->draw(desk);
      draw_over_map();
    }
    draw_making_veil(desk);
    frame_map();
  }

  /// Shows that arrows move the map.
  void frame_map() const {
    if (!m_tabs.on_map()) return;
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 size = ImGui::GetWindowSize();
    const auto thick = static_cast<float>(2 * m_view.scale);
    const float in = thick / 2;
    ImGui::GetWindowDrawList()->AddRect({at.x + in, at.y + in}, {at.x + size.x - in, at.y + size.y - in},
                                        ImGui::GetColorU32(ImGuiCol_NavHighlight), 0, 0, thick);
  }

  void draw_dialogs(Desk& desk) {
    if (std::exchange(m_view.ask_open, false)) run_action(m_actions, "file.open", desk);
    m_files.draw(desk);
    m_palette.draw(m_actions, desk);
    draw_shortcut_list(m_actions, desk);
    m_join.draw(desk);
    m_export.draw(desk);
    draw_settings(desk);
    m_themes.draw(desk);
    if (const Unsaved chosen = draw_unsaved(desk); chosen != Unsaved::undecided) m_unsaved = chosen;
    if (draw_save_conflict(m_session, m_actions, desk)) {
      m_leaving = [this, file = m_session.project()->file] { m_session.apply(app::OpenProject{file}); };
      m_unsaved = Unsaved::discard;
    }
    draw_missing(desk, hint_shows(desk) ? draw_tour(desk) : draw_recovery(desk));
    draw_work(m_session, desk);
    draw_problems(m_session, desk);
    m_note.draw(desk);
    m_view.popups_before = open_popups();
  }

  bool hint_shows(const Desk& desk) const { return m_tour && !m_session.recovered() && tour_shows(desk); }

  /// Dialogs and problems have it first.
  void use_escape(const Desk& desk) {
    const bool free =
        m_session.problems().empty() && m_view.problems.empty() && !ImGui::GetIO().WantTextInput;
    if (free && escape_pressed(m_view)) end_by_escape(m_view, hint_shows(desk));
  }

  Window m_window;                    // first: workers wake it, and the canvas needs its context
  std::optional<MapCanvas> m_canvas;  // this and two more once the window is open
  app::Session m_session;             // its workers prepare what the canvas will show
  std::optional<MeetingView> m_meeting;
  std::optional<PresentationView> m_talk;
  FileDialog m_files;
  CommandPalette m_palette;
  JoinWizard m_join;
  ExportDialog m_export;
  ThemeEditor m_themes;
  SplitView m_split;
  TabOrder m_tabs;
  NoteStrip m_note;
  ViewState m_view;
  app::Settings m_saved_settings;
  std::vector<std::unique_ptr<Panel>> m_panels;
  std::vector<Action> m_actions;
  app::StartMark m_start;
  std::shared_ptr<const app::MapContent> m_shown;
  Unsaved m_unsaved = Unsaved::undecided;
  std::function<void()> m_leaving;  // waits until unsaved work is saved or given up
  bool m_tour = false;
  bool m_busy = false;  // with jobs, in the frame before
  bool m_quit_after_first_map = false;
  std::string m_title;
  std::string m_remembered;  // among the recent projects: the file of the project that is open
  int m_frames = 0;
};

}  // namespace

void run_viewer(const ViewerOptions& options) {
  keep_memory_low();
  try {
    Viewer(options).run();
  } catch (const base::Error& error) {
    if (!options.quit_after_first_map) tell_on_desktop(error, options.lang.value_or(options.first_lang));
    throw;
  }
}

}  // namespace ntmap::ui
