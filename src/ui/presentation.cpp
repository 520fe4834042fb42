#include "ui/presentation.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "app/deck.hpp"
#include "app/presentation.hpp"
#include "app/scene_pictures.hpp"
#include "gl/picture_texture.hpp"
#include "ui/desk.hpp"
#include "ui/present_keys.hpp"
#include "ui/speaker_view.hpp"
#include "ui/speaker_window.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using app::Blank;
using app::Pointer;
using base::text;

constexpr double k_shape = 16.0 / 9;
constexpr ImU32 k_black = IM_COL32(0, 0, 0, 255);
constexpr ImU32 k_white = IM_COL32(255, 255, 255, 255);
constexpr ImU32 k_veil = IM_COL32(0, 0, 0, 165);
constexpr ImU32 k_laser = IM_COL32(214, 0, 147, 255);  // on none of the palettes
constexpr double k_largest_text = 36;                  // of 1,080 lines; then it begins anew
constexpr float k_spot = 0.16F;                        // radius, of the picture's height

ImGuiWindowFlags whole_screen() {
  return ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
         ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground;
}

/// The largest page of the usual shape in the window.
struct Stage {
  ImVec2 corner;
  sheet::Page page;
};

Stage stage_in(const ImGuiViewport& viewport) {
  const double width = static_cast<double>(viewport.Size.x);
  const double height = static_cast<double>(viewport.Size.y);
  Stage stage;
  stage.page.width = std::floor(std::min(width, height * k_shape));
  stage.page.height = std::floor(stage.page.width / k_shape);
  stage.corner = {viewport.Pos.x + static_cast<float>(std::floor((width - stage.page.width) / 2)),
                  viewport.Pos.y + static_cast<float>(std::floor((height - stage.page.height) / 2))};
  return stage;
}

}  // namespace

struct PresentationView::Impl {
  app::Presentation talk;
  app::ScenePictures pictures{&Window::wake};
  std::shared_ptr<app::ProjectData> data;
  std::shared_ptr<const app::ScenePicture> on_screen;
  gl::PictureTexture texture;
  std::optional<SpeakerWindow> speaker;
  bool running = false;
  bool notes_over_picture = false;
  int preview_lines = 0;
  double least_text = 0;

  void want(const Desk& desk, const sheet::Page& page);
  void skip_broken(double now);
  void use_keys(Desk& desk, double now);
  void use_mouse(const Stage& stage, double now);
  void show(const Stage& stage);
  void draw_pointer(const Stage& stage) const;
  void draw_preview_words(const Desk& desk, const Stage& stage) const;
  void draw_speaker(Desk& desk, double now);
  SpeakerView speaker_view(const Desk& desk, double now) const;
  void stop(Desk& desk);
};

PresentationView::PresentationView() : m(std::make_unique<Impl>()) {}
PresentationView::~PresentationView() = default;

bool PresentationView::running() const {
  return m->running;
}

bool PresentationView::waiting() const {
  const auto shown = m->talk.shown();
  return m->running && shown && m->pictures.find(*shown) == nullptr;
}

void PresentationView::start(Desk& desk) {
  const auto project = desk.session.project();
  if (!project || m->running) return;
  std::vector<app::PresentedScene> scenes;
  for (model::Scene& scene : app::scenes_of(*project)) scenes.push_back({std::move(scene), {}});
  m->talk = app::Presentation(std::move(scenes), ImGui::GetTime());
  m->data = desk.session.data();
  m->running = true;
  m->notes_over_picture = false;
  m->preview_lines = 0;
  m->least_text = 0;
  const bool second = desk.window.fill_screen(true);
  if (second) m->speaker.emplace(text("Lời thuyết trình", "Speaker's notes").in(desk.view.lang));
}

void PresentationView::Impl::stop(Desk& desk) {
  running = false;
  speaker.reset();
  on_screen.reset();
  pictures.want(nullptr, {}, {});
  desk.window.fill_screen(false);
}

/// The shown scene first, then what may come next, then the rest.
void PresentationView::Impl::want(const Desk& desk, const sheet::Page& page) {
  std::vector<model::Scene> wanted;
  const auto add = [&](const std::optional<model::Scene>& scene) {
    if (scene && std::find(wanted.begin(), wanted.end(), *scene) == wanted.end()) wanted.push_back(*scene);
  };
  add(talk.shown());
  add(talk.coming());
  for (const app::PresentedScene& one : talk.scenes()) add(one.scene);
  pictures.want(data, std::move(wanted), {page, desk.view.lang, preview_lines, least_text});
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
  if (ImGui::IsKeyPressed(k_key_escape, false)) return stop(desk);
  if (ImGui::IsKeyPressed('N', false)) notes_over_picture = !notes_over_picture;
  if (ImGui::IsKeyPressed('P', false))
    preview_lines = preview_lines == 0 ? 720 : preview_lines == 720 ? 360 : 0;
  if (ImGui::IsKeyPressed('F', false))
    least_text = least_text >= k_largest_text ? 0 : std::max(least_text, 24.0) + 3;
  for (const auto& [key, action] : present_keys()) {
    if (ImGui::IsKeyPressed(key, false)) talk.act(action, now);
  }
  for (int digit = 0; digit <= 9; ++digit) {
    if (ImGui::IsKeyPressed('0' + digit, false) || ImGui::IsKeyPressed(k_key_pad_0 + digit, false))
      talk.type_digit(digit, now);
  }
}

/// A click on a unit goes into its district; one beside all units comes back out.
void PresentationView::Impl::use_mouse(const Stage& stage, double now) {
  if (talk.blank() != Blank::no || !ImGui::IsMouseClicked(ImGuiMouseButton_Left) || !on_screen) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const base::Vec2 pixel{static_cast<double>(mouse.x - stage.corner.x),
                         static_cast<double>(mouse.y - stage.corner.y)};
  if (const auto unit = on_screen->unit_at(pixel)) {
    talk.drill(on_screen->content->map.units().districts[*unit]);
  } else {
    talk.act(app::PresentAction::out, now);
  }
}

void PresentationView::Impl::show(const Stage& stage) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const ImVec2 far{viewport.Pos.x + viewport.Size.x, viewport.Pos.y + viewport.Size.y};
  list.AddRectFilled(viewport.Pos, far, talk.blank() == Blank::white ? k_white : k_black);
  if (talk.blank() != Blank::no) return;
  const auto shown = talk.shown();
  const auto picture = shown ? pictures.find(*shown) : nullptr;
  if (picture && picture != on_screen && picture->picture.width > 0) {
    on_screen = picture;
    texture.load(picture->picture.width, picture->picture.height, picture->picture.rgba);
  }
  if (!on_screen) return;
  const ImVec2 end{stage.corner.x + static_cast<float>(stage.page.width),
                   stage.corner.y + static_cast<float>(stage.page.height)};
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.name())), stage.corner,
                end);
  draw_pointer(stage);
}

/// While previewing: at how many lines, what is lost, and what helps.
void PresentationView::Impl::draw_preview_words(const Desk& desk, const Stage& stage) const {
  if (preview_lines == 0 || !on_screen || talk.blank() != Blank::no) return;
  base::Text words =
      text("Các điểm cầu thấy ở {} dòng (P đổi, F chữ to hơn). ",
           "What the other sites see at {} lines (P changes, F enlarges the texts). ", {preview_lines});
  if (on_screen->look.preview_lines != preview_lines) {
    words = base::join({words, text("Đang chuẩn bị…", "Being prepared…")}, "");
  } else if (on_screen->lost.empty()) {
    words = base::join({words, text("Chữ nào cũng đọc được.", "Every text can be read.")}, "");
  } else {
    words = base::join({words, on_screen->lost.front().what}, "");
  }
  const float size = ImGui::GetFontSize();
  const float width = static_cast<float>(stage.page.width);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end{stage.corner.x + width, stage.corner.y + 3 * size};
  list.AddRectFilled(stage.corner, end, IM_COL32(20, 24, 28, 235));
  list.AddText(ImGui::GetFont(), size, {stage.corner.x + size, stage.corner.y + size / 2}, k_white,
               desk.say(words).c_str(), nullptr, width - 2 * size);
}

void PresentationView::Impl::draw_pointer(const Stage& stage) const {
  const bool plain = talk.pointer() == Pointer::arrow;
  ImGui::SetMouseCursor(plain ? ImGuiMouseCursor_Arrow : ImGuiMouseCursor_None);
  if (plain) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float unit = static_cast<float>(stage.page.height) / 1080;
  if (talk.pointer() == Pointer::laser) {
    list.AddCircleFilled(mouse, 17 * unit, k_white);
    list.AddCircleFilled(mouse, 13 * unit, k_laser);
    return;
  }
  // A ring so thick that it reaches every corner.
  const float inner = k_spot * static_cast<float>(stage.page.height);
  const float thick = static_cast<float>(std::hypot(stage.page.width, stage.page.height)) + inner;
  list.AddCircle(mouse, inner + thick / 2, k_veil, 96, thick);
}

SpeakerView PresentationView::Impl::speaker_view(const Desk& desk, double now) const {
  SpeakerView view;
  view.lang = desk.view.lang;
  view.number = talk.number();
  view.count = talk.count();
  view.elapsed = talk.elapsed(now);
  view.on_scene = talk.on_scene(now);
  view.left = talk.left_on_scene(now);
  if (on_screen && on_screen->content) {
    view.title = on_screen->content->map.title;
    view.notes = on_screen->content->notes;
  }
  const auto coming = talk.coming();
  const auto picture = coming ? pictures.find(*coming) : nullptr;
  if (picture && picture->content) {
    view.next_title = picture->content->map.title;
    view.next = picture;
  }
  for (const app::PresentedScene& scene : talk.scenes()) {
    if (!scene.problem.empty())
      view.skipped.push_back(text("{}: {}", "{}: {}", {scene.scene.id, scene.problem}));
  }
  return view;
}

void PresentationView::Impl::draw_speaker(Desk& desk, double now) {
  if (speaker && !speaker->open()) speaker.reset();  // closed, or its monitor is gone: the talk goes on
  const SpeakerView view = speaker_view(desk, now);
  if (speaker) {
    speaker->draw(view);
  } else if (notes_over_picture) {
    draw_notes_over_picture(view);
  }
}

void PresentationView::draw(Desk& desk) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const Stage stage = stage_in(viewport);
  const double now = ImGui::GetTime();
  m->use_keys(desk, now);
  if (!m->running) return;
  m->use_mouse(stage, now);
  m->skip_broken(now);
  m->want(desk, stage.page);
  ImGui::SetNextWindowPos(viewport.Pos);
  ImGui::SetNextWindowSize(viewport.Size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("presentation", nullptr, whole_screen());
  ImGui::PopStyleVar(2);
  m->show(stage);
  m->draw_preview_words(desk, stage);
  ImGui::End();
  m->draw_speaker(desk, now);
}

}  // namespace ntmap::ui
