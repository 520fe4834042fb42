#include "ui/presentation.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "app/deck/deck.hpp"
#include "app/deck/presentation.hpp"
#include "app/deck/scene_pictures.hpp"
#include "ui/desk.hpp"
#include "ui/legibility_marks.hpp"
#include "ui/memory.hpp"
#include "ui/present_keys.hpp"
#include "ui/present_overlays.hpp"
#include "ui/scene_overview.hpp"
#include "ui/speaker_view.hpp"
#include "ui/speaker_window.hpp"
#include "ui/stage_picture.hpp"
#include "ui/stage_plan.hpp"

namespace ntmap::ui {
namespace {

using app::Blank;
using app::PresentAction;
using base::text;

constexpr double k_shape = 16.0 / 9;
constexpr double k_widest = 1920;      // pixels painted: beyond it nothing reaches the other sites
constexpr double k_longest_wait = 15;  // seconds for the first scene; then the talk begins without it

ImGuiWindowFlags whole_screen() {
  return ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
         ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground;
}

/// The largest place of the usual shape in some room, whole pixels.
base::Box stage_in(const base::Box& room) {
  const double wide = std::floor(std::min(room.width(), room.height() * k_shape));
  const double high = std::floor(wide / k_shape);
  const double left = room.min_x + std::floor((room.width() - wide) / 2);
  const double top = room.min_y + std::floor((room.height() - high) / 2);
  return {left, top, left + wide, top + high};
}

base::Box stage_in(const ImGuiViewport& viewport) {
  const auto left = static_cast<double>(viewport.Pos.x);
  const auto top = static_cast<double>(viewport.Pos.y);
  return stage_in(base::Box{left, top, left + static_cast<double>(viewport.Size.x),
                            top + static_cast<double>(viewport.Size.y)});
}

base::Box stage_of_monitor(std::size_t monitor) {
  const auto [width, height] = Window::monitor_size(monitor);
  return stage_in(base::Box{0, 0, static_cast<double>(width), static_cast<double>(height)});
}

/// What is painted for it: as it is shown, or smaller; a preview is always of the picture that is sent.
sheet::Page page_for(const base::Box& stage, bool preview) {
  sheet::Page page;
  page.width = preview ? k_widest : std::min(k_widest, std::max(stage.width(), 640.0));
  page.height = std::floor(page.width / k_shape);
  return page;
}

}  // namespace

struct PresentationView::Impl {
  app::Presentation talk;
  app::ScenePictures pictures{&give_memory_back_and_wake};
  std::shared_ptr<const model::Project> project;
  std::shared_ptr<app::ProjectData> data;
  std::shared_ptr<const app::ScenePicture> on_screen;
  StagePicture stage_picture;
  std::optional<SpeakerWindow> speaker;
  SceneOverview overview;
  std::optional<model::Scene> pointed;  // what a click would drill into, painted ahead
  base::Vec2 rested_at;                 // pixels: where the mouse was then
  std::size_t monitors = 0;             // that the windows were placed for
  base::Lang lang = base::Lang::vi;
  bool preparing = false;
  bool running = false;
  bool swapped = false;
  bool fills = true;
  bool wants_notes = false;
  bool help = false;
  bool pointer_hidden = true;  // until the mouse moves

  void ask(Desk& desk, const std::string& first_scene);
  bool first_scene_ready(double now) const;
  void begin(Desk& desk);
  void place_windows(Desk& desk);
  void follow_monitors(Desk& desk);
  void open_speaker(Desk& desk);
  void want(const Desk& desk, const sheet::Page& page);
  void skip_broken(double now);
  void use_keys(Desk& desk, double now);
  void use_digits(double now);
  void use_talk_key(PresentAction action, double now);
  void use_stage_key(Desk& desk, StageAction action, double now);
  void use_mouse(const base::Box& stage, double now);
  std::optional<std::uint32_t> unit_under_mouse(const base::Box& stage) const;
  void drill_under_mouse(const base::Box& stage);
  void prepare_drilling(const base::Box& stage);
  void take_picture();
  void show(const Desk& desk, const base::Box& stage);
  void draw_pointer(const base::Box& stage);
  void draw_over(Desk& desk, const base::Box& stage, double now);
  void tick();
  void stop(Desk& desk);
};

PresentationView::PresentationView() : m(std::make_unique<Impl>()) {}
PresentationView::~PresentationView() = default;

bool PresentationView::running() const {
  return m->running;
}

bool PresentationView::preparing() const {
  return m->preparing;
}

void PresentationView::start(Desk& desk, const std::string& first_scene) {
  if (desk.session.project() && !m->running) m->ask(desk, first_scene);
}

void PresentationView::prepare(Desk& desk) {
  const double now = Window::seconds();
  m->skip_broken(now);
  m->want(desk, page_for(stage_of_monitor(plan_stage(Window::monitors(), false).audience), false));
  if (m->first_scene_ready(now)) return m->begin(desk);
  draw_waiting(m->lang);
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) m->stop(desk);
}

void PresentationView::stop(Desk& desk) {
  if (m->running || m->preparing) m->stop(desk);
}

/// The talk is made, and its first scene painted.
void PresentationView::Impl::ask(Desk& desk, const std::string& first_scene) {
  project = desk.session.project();
  data = desk.session.data();
  lang = desk.view.lang;
  std::vector<app::PresentedScene> scenes;
  std::size_t first = 0;
  for (model::Scene& scene : app::scenes_of(*project)) {
    if (scene.id == first_scene) first = scenes.size();
    scenes.push_back({std::move(scene), {}});
  }
  talk = app::Presentation(std::move(scenes), Window::seconds());
  talk.go_to(first + 1, Window::seconds());
  desk.view.meeting.preview_lines = 0;  // the sites are to see the scene, not what it would look like to them
  preparing = true;
}

/// So far on, also where no scene can be shown, or the first takes long.
bool PresentationView::Impl::first_scene_ready(double now) const {
  const auto shown = talk.shown();
  return !shown || pictures.find(*shown) || talk.elapsed(now) > k_longest_wait;
}

void PresentationView::Impl::begin(Desk& desk) {
  preparing = false;
  talk.restart_clock(Window::seconds());
  overview.close();
  running = fills = pointer_hidden = true;
  swapped = help = false;
  monitors = Window::monitors();
  wants_notes = plan_stage(monitors, false).speaker.has_value();
  place_windows(desk);
  desk.window.on_clock([this] { tick(); });
}

void PresentationView::Impl::stop(Desk& desk) {
  if (std::exchange(preparing, false)) return pictures.want(nullptr, {}, {});
  running = false;
  desk.view.meeting.preview_lines = desk.view.meeting.fix_lines = 0;  // larger texts were for this talk
  desk.view.rehearsed.clear();
  const std::vector<double> times = talk.times(Window::seconds());
  for (std::size_t i = 0; i < times.size(); ++i) desk.view.rehearsed[talk.scenes()[i].scene.id] = times[i];
  speaker.reset();
  on_screen.reset();
  stage_picture = {};
  pointed.reset();
  rested_at = {};
  overview.close();
  overview.clear();
  pictures.want(nullptr, {}, {});
  desk.window.on_clock({});
  desk.window.leave_monitor();
}

/// At the start, when a monitor comes or goes, and when the speaker says so.
void PresentationView::Impl::place_windows(Desk& desk) {
  const StagePlan plan = plan_stage(monitors, swapped);
  if (fills)
    desk.window.fill_monitor(plan.audience);
  else
    desk.window.leave_monitor();
  if (wants_notes && !speaker) open_speaker(desk);
  if (!wants_notes) speaker.reset();
  if (speaker) speaker->place(plan.speaker);
}

/// When a monitor comes or goes. With one left its picture may be what the sites see: the notes go, until
/// they are asked for or another monitor is there.
void PresentationView::Impl::follow_monitors(Desk& desk) {
  const bool changed = std::exchange(monitors, Window::monitors()) != monitors;
  if (changed) wants_notes = plan_stage(monitors, swapped).speaker.has_value();
  if (changed || (fills && !desk.window.fills_monitor())) place_windows(desk);
}

void PresentationView::Impl::open_speaker(Desk& desk) {
  speaker.emplace(desk.window, text("Lời thuyết trình", "Speaker's notes").in(lang) + " – ntmap");
  if (!speaker->open()) speaker.reset();
}

/// The shown scene first, then what may come next, then the rest.
void PresentationView::Impl::want(const Desk& desk, const sheet::Page& page) {
  std::vector<model::Scene> wanted;
  const auto add = [&](const std::optional<model::Scene>& scene) {
    if (scene && std::find(wanted.begin(), wanted.end(), *scene) == wanted.end()) wanted.push_back(*scene);
  };
  add(talk.shown());
  add(talk.coming());
  add(pointed);
  const MeetingLook& look = desk.view.meeting;
  if (look.preview_lines == 0) {  // what a codec made does not pack well
    for (const app::PresentedScene& one : talk.scenes()) add(one.scene);
  }
  pictures.want(data, std::move(wanted), {page, lang, look.preview_lines, 0, look.fix_lines});
}

/// Scenes that turn out not to be showable are marked, and so skipped.
void PresentationView::Impl::skip_broken(double now) {
  auto scenes = talk.scenes();
  bool changed = false;
  for (app::PresentedScene& one : scenes) {
    const auto picture = one.problem.empty() ? pictures.find(one.scene) : nullptr;
    if (!picture || !picture->failure) continue;
    one.problem = picture->failure->message();
    changed = true;
  }
  if (changed) talk.replace(std::move(scenes), now);
}

void PresentationView::Impl::use_keys(Desk& desk, double now) {
  for (const PresentKey& key : present_keys()) {
    if (!running || !ImGui::IsKeyPressed(key.key, false)) continue;
    pointer_hidden = true;
    if (const auto* action = std::get_if<PresentAction>(&key.action))
      use_talk_key(*action, now);
    else
      use_stage_key(desk, std::get<StageAction>(key.action), now);
  }
  if (!overview.open()) use_digits(now);
}

void PresentationView::Impl::use_digits(double now) {
  for (int digit = 0; digit <= 9; ++digit) {
    if (ImGui::IsKeyPressed(k_key_0 + digit, false) || ImGui::IsKeyPressed(k_key_pad_0 + digit, false))
      talk.type_digit(digit, now);
  }
}

/// The overview takes arrows, Space and Enter for itself.
void PresentationView::Impl::use_talk_key(PresentAction action, double now) {
  if (!overview.open()) talk.act(action, now);
}

void PresentationView::Impl::use_stage_key(Desk& desk, StageAction action, double now) {
  MeetingLook& look = desk.view.meeting;
  switch (action) {
    case StageAction::overview:
      return overview.toggle(talk);
    case StageAction::drill:
      return drill_under_mouse(stage_in(*ImGui::GetMainViewport()));
    case StageAction::notes:
      wants_notes = !wants_notes;
      return place_windows(desk);
    case StageAction::swap:
      swapped = !swapped;
      return place_windows(desk);
    case StageAction::window:
      fills = !fills;
      return place_windows(desk);
    case StageAction::preview:
      return look.next_preview();
    case StageAction::fix:
      return look.toggle_fix();
    case StageAction::clock:
      return talk.restart_clock(now);
    case StageAction::help:
      help = !help;
      return;
    case StageAction::end:
      if (std::exchange(help, false)) return;  // it lies over all else
      if (overview.open()) return overview.close();
      if (std::exchange(look.preview_lines, 0) > 0) return;
      return stop(desk);
  }
}

std::optional<std::uint32_t> PresentationView::Impl::unit_under_mouse(const base::Box& stage) const {
  if (!on_screen || talk.blank() != Blank::no || !ImGui::IsMousePosValid()) return std::nullopt;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const double scale = on_screen->look.page.width / stage.width();
  return on_screen->unit_at({(static_cast<double>(mouse.x) - stage.min_x) * scale,
                             (static_cast<double>(mouse.y) - stage.min_y) * scale});
}

void PresentationView::Impl::drill_under_mouse(const base::Box& stage) {
  const auto unit = unit_under_mouse(stage);
  if (!unit) return;
  const app::Units& units = on_screen->content->map.units();
  talk.drill(units.districts[*unit], units.codes[*unit]);
}

/// A click on a unit goes in; the right button, or a click beside all units, comes back out.
void PresentationView::Impl::use_mouse(const base::Box& stage, double now) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0) pointer_hidden = false;
  if (overview.open() || talk.blank() != Blank::no) return;
  prepare_drilling(stage);
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Right)) talk.act(PresentAction::out, now);
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  if (unit_under_mouse(stage))
    drill_under_mouse(stage);
  else
    talk.act(PresentAction::out, now);
}

/// Where the arrow rests, a click is likely; while it moves, or points for the audience, nothing is painted.
void PresentationView::Impl::prepare_drilling(const base::Box& stage) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool rests = io.MouseDelta.x == 0 && io.MouseDelta.y == 0;
  const base::Vec2 mouse{static_cast<double>(io.MousePos.x), static_cast<double>(io.MousePos.y)};
  if (!rests || talk.pointer() != app::Pointer::arrow || mouse == rested_at) return;
  rested_at = mouse;
  pointed.reset();
  const auto unit = unit_under_mouse(stage);
  if (!unit) return;
  const app::Units& units = on_screen->content->map.units();
  pointed = talk.part(units.districts[*unit], units.codes[*unit]);
}

/// The earlier picture stays until the wanted one is painted.
void PresentationView::Impl::take_picture() {
  const auto shown = talk.shown();
  const auto picture = shown ? pictures.find(*shown) : nullptr;
  if (!picture || picture == on_screen || picture->picture.width == 0) return;
  on_screen = picture;
  rested_at = {};  // something else lies under the mouse
  stage_picture.take(picture->picture);
}

void PresentationView::Impl::show(const Desk& desk, const base::Box& stage) {
  const bool white = talk.blank() == Blank::white;
  take_picture();
  const bool scene = talk.blank() == Blank::no && talk.any() && on_screen;
  const ImVec2 screen = ImGui::GetMainViewport()->Size;
  const bool covers = scene && stage.width() >= static_cast<double>(screen.x) &&
                      stage.height() >= static_cast<double>(screen.y);
  if (!covers) fill_whole_screen(white);
  if (talk.blank() != Blank::no) return;
  if (!talk.any()) return draw_nothing_to_show(talk, lang);
  if (!on_screen) return draw_waiting(lang);
  stage_picture.draw(stage);
  if (desk.view.meeting.preview_lines > 0) {
    const base::Text tip = draw_legibility_marks(*on_screen, stage);
    if (!tip.empty()) ImGui::SetTooltip("%s", tip.in(lang).c_str());
    const bool ready = on_screen->look.preview_lines == desk.view.meeting.preview_lines;
    draw_notice(stage,
                ready ? legibility_words(*on_screen)
                      : text("Đang xem thử qua bộ nén…", "Being sent through the codec…"),
                lang);
  }
  draw_pointer(stage);
}

void PresentationView::Impl::draw_pointer(const base::Box& stage) {
  const bool plain = talk.pointer() == app::Pointer::arrow;
  ImGui::SetMouseCursor(plain && !pointer_hidden ? ImGuiMouseCursor_Arrow : ImGuiMouseCursor_None);
  if (!plain && ImGui::IsMousePosValid()) draw_stage_pointer(talk.pointer(), stage);
}

void PresentationView::Impl::draw_over(Desk& desk, const base::Box& stage, double now) {
  if (overview.open()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Arrow);
    if (const auto chosen = overview.draw(desk, talk, pictures, *project)) talk.go_to(*chosen, now);
  }
  if (help) draw_present_help(stage, lang);
}

/// Called each second while nothing else happens.
void PresentationView::Impl::tick() {
  if (speaker) speaker->draw(speaker_view(talk, *project, pictures, lang, Window::seconds()));
}

Next PresentationView::draw(Desk& desk) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const base::Box stage = stage_in(viewport);
  const double now = Window::seconds();
  m->use_keys(desk, now);
  if (!m->running) return Next::soon;
  m->follow_monitors(desk);
  if (m->speaker && !m->speaker->open()) {  // closed: the talk goes on
    m->speaker.reset();
    m->wants_notes = false;
  }
  m->use_mouse(stage, now);
  m->skip_broken(now);
  m->want(desk, page_for(stage, desk.view.meeting.preview_lines > 0));
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("presentation", nullptr, whole_screen() | ImGuiWindowFlags_NoBringToFrontOnFocus);
  ImGui::PopStyleVar(2);
  m->show(desk, stage);
  ImGui::End();
  m->draw_over(desk, stage, now);
  if (m->speaker) m->speaker->draw(speaker_view(m->talk, *m->project, m->pictures, m->lang, now));
  return m->speaker ? Next::clock : Next::event;
}

}  // namespace ntmap::ui
