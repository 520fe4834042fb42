#include "ui/meeting_view.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/deck/scene_list.hpp"
#include "app/deck/scene_pictures.hpp"
#include "gl/picture_texture.hpp"
#include "ui/desk.hpp"
#include "ui/legibility_marks.hpp"
#include "ui/memory.hpp"
#include "ui/scene_commands.hpp"
#include "ui/stage_picture.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr double k_sheet_shape = 16.0 / 9;
constexpr float k_loupe_width = 460;  // pixels of the picture, at its own size
constexpr float k_loupe_height = 130;

/// The chosen scene, else one of what the map shows.
model::Scene scene_to_show(const Desk& desk, const model::Project& project) {
  if (const model::Scene* chosen = project.find_scene(desk.view.scene)) return *chosen;
  model::Scene scene = scene_of_view(desk);
  scene.id.clear();
  return scene;
}

sheet::Page page_of(const MeetingLook& look, double width) {
  sheet::Page page;  // 1920 x 1080, which is what a preview sends
  if (look.preview_lines > 0) return page;
  page.width = std::clamp(std::floor(width), 640.0, 1920.0);
  page.height = std::floor(page.width / k_sheet_shape);
  return page;
}

}  // namespace

struct MeetingView::Impl {
  app::ScenePictures pictures{&give_memory_back_and_wake};
  std::shared_ptr<const app::ScenePicture> shown;
  gl::PictureTexture texture;
  int fix_lines = 0;      // as in the frame before
  std::string fix_scene;  // chosen when larger texts were asked for

  void draw_buttons(Desk& desk, const model::Project& project) const;
  void draw_picture(const Desk& desk, const base::Box& place, bool current);
  void draw_loupe(const Desk& desk, const base::Box& place, const Text& tip) const;
};

MeetingView::MeetingView() : m(std::make_unique<Impl>()) {}
MeetingView::~MeetingView() = default;

void MeetingView::Impl::draw_buttons(Desk& desk, const model::Project& project) const {
  MeetingLook& look = desk.view.meeting;
  if (ImGui::Button(desk.say(text("← Bản đồ (V)", "← Map (V)")).c_str())) look.toggle();
  ImGui::SameLine();
  for (const int lines : {0, 720, 360}) {
    const Text name = lines == 0 ? text("Như trên máy", "As it is") : text("{} dòng", "{} lines", {lines});
    if (switch_button(desk.say(name), look.preview_lines == lines)) look.preview_lines = lines;
    if (ImGui::IsItemHovered())
      ImGui::SetTooltip("%s",
                        desk.say(text("Các điểm cầu thấy gì (P)", "What the other sites see (P)")).c_str());
    ImGui::SameLine();
  }
  if (switch_button(desk.say(text("Chữ to hơn (F)", "Larger texts (F)")), has_larger_texts(desk)))
    toggle_larger_texts(desk);
  if (ImGui::IsItemHovered())
    ImGui::SetTooltip("%s",
                      desk.say(text("Cỡ chữ được lưu cùng cảnh", "The size is kept with the scene")).c_str());
  ImGui::SameLine();
  const model::Scene* chosen = project.find_scene(desk.view.scene);
  if (chosen == nullptr) {
    if (ImGui::Button(desk.say(text("+ Thêm cảnh (Ctrl+K)", "+ Add scene (Ctrl+K)")).c_str()))
      add_scene(desk);
    return;
  }
  ImGui::AlignTextToFramePadding();
  fitted(desk.say(app::scene_title(project, *chosen)), ImGui::GetContentRegionAvail().x);
}

void MeetingView::Impl::draw_picture(const Desk& desk, const base::Box& place, bool current) {
  const ImVec2 from{static_cast<float>(place.min_x), static_cast<float>(place.min_y)};
  const ImVec2 to{static_cast<float>(place.max_x), static_cast<float>(place.max_y)};
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  const auto name = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.name()));
  ImGui::GetWindowDrawList()->AddImage(name, from, to, {0, 0}, {1, 1},
                                       current ? IM_COL32_WHITE : IM_COL32(255, 255, 255, 120));
  if (!current || !shown->preview) return;
  const Text tip = draw_legibility_marks(*shown, place);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to)) draw_loupe(desk, place, tip);
}

/// A part of the picture at its own size: made smaller, one would not see what is lost.
void MeetingView::Impl::draw_loupe(const Desk& desk, const base::Box& place, const Text& tip) const {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const auto width = static_cast<float>(texture.width());
  const auto height = static_cast<float>(texture.height());
  const float x = (mouse.x - static_cast<float>(place.min_x)) / static_cast<float>(place.width()) * width;
  const float y = (mouse.y - static_cast<float>(place.min_y)) / static_cast<float>(place.height()) * height;
  const float left = std::clamp(x - k_loupe_width / 2, 0.0F, std::max(0.0F, width - k_loupe_width));
  const float top = std::clamp(y - k_loupe_height / 2, 0.0F, std::max(0.0F, height - k_loupe_height));
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  const auto name = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.name()));
  ImGui::BeginTooltip();
  ImGui::Image(name, {k_loupe_width, k_loupe_height}, {left / width, top / height},
               {(left + k_loupe_width) / width, (top + k_loupe_height) / height});
  if (!tip.empty()) ImGui::TextUnformatted(desk.say(tip).c_str());
  ImGui::EndTooltip();
}

/// What was painted stays, packed, so that it is there at once the next time.
void MeetingView::hide() {
  if (!m->shown) return;
  m->shown.reset();
  m->texture = {};
}

void MeetingView::draw(Desk& desk) {
  const auto project = desk.session.project();
  if (!project || !desk.session.map()) return;
  const ImVec2 padding = ImGui::GetStyle().WindowPadding;
  ImGui::SetCursorPos({padding.x, padding.y / 2});
  ImGui::BeginGroup();
  m->draw_buttons(desk, *project);
  ImGui::EndGroup();
  const MeetingLook& look = desk.view.meeting;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const double words = look.preview_lines > 0 ? 3.5 * static_cast<double>(ImGui::GetTextLineHeight()) : 0;
  const double width = std::floor(std::max(
      64.0, std::min(static_cast<double>(room.x), (static_cast<double>(room.y) - words) * k_sheet_shape)));
  const model::Scene scene = scene_to_show(desk, *project);
  m->pictures.want(desk.session.data(), {scene},
                   {page_of(look, width), desk.view.lang, look.preview_lines, 0, look.fix_lines});
  const auto picture = m->pictures.find(scene);
  if (picture && picture->failure) {
    ImGui::SetCursorPosX(padding.x);
    ImGui::TextWrapped("%s", desk.say(picture->failure->message()).c_str());
    return;
  }
  if (std::exchange(m->fix_lines, look.fix_lines) == 0 && look.fix_lines > 0) m->fix_scene = desk.view.scene;
  if (picture) keep_larger_texts(desk, *picture, m->fix_scene);
  if (picture && picture != m->shown) {
    m->shown = picture;
    m->texture.load_rows(picture->picture.width, picture->picture.height, unpacked_rows(picture->picture),
                         true);
  }
  if (!m->shown) return;
  const double left = static_cast<double>(at.x) + std::floor((static_cast<double>(room.x) - width) / 2);
  const base::Box place{left, static_cast<double>(at.y), left + width,
                        static_cast<double>(at.y) + std::floor(width / k_sheet_shape)};
  m->draw_picture(desk, place, picture != nullptr);
  if (look.preview_lines == 0) return;
  ImGui::SetCursorScreenPos({at.x + padding.x, static_cast<float>(place.max_y) + padding.y / 2});
  ImGui::PushTextWrapPos(room.x - padding.x);
  ImGui::TextWrapped("%s",
                     desk.say(picture ? legibility_words(*picture)
                                      : text("Đang xem thử qua bộ nén…", "Being sent through the codec…"))
                         .c_str());
  ImGui::PopTextWrapPos();
}

}  // namespace ntmap::ui
