#include <imgui.h>

#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "app/deck/scene_list.hpp"
#include "app/deck/scene_pictures.hpp"
#include "ui/memory.hpp"
#include "ui/panel.hpp"
#include "ui/scene_commands.hpp"
#include "ui/scene_editor.hpp"
#include "ui/scene_thumbnails.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr float k_list_share = 0.48F;                      // of the panel's width
constexpr double k_thumbnail = 88;                         // pixels wide, at scale 1
constexpr double k_page_width = 2.0 * app::k_small_width;  // painted for it, pixels
constexpr const char* k_payload = "scene";

/// What is wrong with a scene, the gravest first; empty where nothing is.
Text trouble_of(const app::ScenePicture& picture) {
  if (picture.failure) return text("Sẽ bỏ qua: {}", "Is skipped: {}", {picture.failure->message()});
  for (const base::Severity severity : {base::Severity::error, base::Severity::warning}) {
    for (const base::Finding& finding : picture.findings) {
      if (finding.severity == severity) return finding.what;
    }
  }
  return {};
}

/// The scenes of the talk in their order, with small pictures and what is wrong with them; beside them what
/// the chosen one says and plans.
class ScenePanel : public Panel {
 public:
  const char* id() const override { return "scenes"; }
  Text title() const override { return text("Các cảnh trình chiếu", "Scenes"); }
  Text short_title() const override { return text("Trình chiếu", "Scenes"); }
  Place place() const override { return Place::bottom; }

  void draw(Desk& desk) override {
    const auto project = desk.session.project();
    if (!project) return;
    if (!m_pictures) m_pictures = std::make_unique<app::ScenePictures>(&give_memory_back_and_wake);
    m_pictures->want(desk.session.data(), project->scenes,
                     {.page = {k_page_width, k_page_width * 9 / 16}, .lang = desk.view.lang});
    const float width = std::floor(ImGui::GetContentRegionAvail().x * k_list_share);
    ImGui::BeginChild("list", {width, 0});
    draw_head(desk, *project);
    for (std::size_t i = 0; i < project->scenes.size(); ++i) {
      ImGui::PushID(project->scenes[i].id.c_str());
      draw_row(desk, *project, i);
      ImGui::PopID();
    }
    ImGui::EndChild();
    ImGui::SameLine();
    ImGui::BeginChild("editor", {0, 0}, false, ImGuiWindowFlags_NavFlattened);
    draw_editor(desk, *project);
    ImGui::EndChild();
  }

  void hide() override { m_thumbnails.clear(); }

 private:
  static void draw_head(Desk& desk, const model::Project& project) {
    ImGui::BeginDisabled(desk.session.map() == nullptr);
    if (ImGui::Button(desk.say(text("+ Cảnh từ khung nhìn", "+ Scene from the view")).c_str()))
      add_scene(desk);
    tip(desk, text("Ctrl+K", "Ctrl+K"));
    ImGui::EndDisabled();
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Trình chiếu", "Present")).c_str())) desk.view.present = std::string();
    tip(desk, text("F5; Shift+F5 từ cảnh đang chọn", "F5; Shift+F5 from the chosen scene"));
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    if (project.scenes.empty()) {
      ImGui::NewLine();
      muted(desk.say(text("Chưa có cảnh nào: F5 sẽ trình chiếu mỗi chuyên đề một cảnh.",
                          "No scenes yet: F5 presents one for each theme.")));
      return;
    }
    muted(desk.say(text("{} cảnh · {}", "{} scenes · {}",
                        {project.scenes.size(), app::clock_words(app::planned_seconds(project.scenes))})));
  }

  static void tip(const Desk& desk, const Text& words) {
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", desk.say(words).c_str());
  }

  void draw_row(Desk& desk, const model::Project& project, std::size_t i) {
    const model::Scene& scene = project.scenes[i];
    const auto picture = m_pictures->find(scene);
    const auto thumbnail = static_cast<float>(std::round(k_thumbnail * desk.view.scale));
    const float height = std::round(thumbnail * 9 / 16) + 4;
    const ImVec2 at = ImGui::GetCursorPos();
    const bool chosen = desk.view.scene == scene.id;
    if (ImGui::Selectable("##row", chosen, ImGuiSelectableFlags_AllowDoubleClick, {0, height})) {
      choose_scene(desk, scene);
      if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) desk.view.present = scene.id;
    }
    if (chosen && m_chosen != scene.id) {  // by a key or a new scene: it may lie outside the list's window
      m_chosen = scene.id;
      ImGui::SetScrollHereY();
    }
    drag(desk, project, i);
    const Text trouble = picture ? trouble_of(*picture) : Text();
    if (!trouble.empty()) tip(desk, trouble);
    ImGui::SetCursorPos({at.x + 2, at.y + 2});
    m_thumbnails.draw(scene.id, picture, thumbnail);
    ImGui::SetCursorPos({at.x + thumbnail + 12, at.y + 2});
    ImGui::BeginGroup();
    const float room = ImGui::GetContentRegionAvail().x - 8;
    fitted(std::to_string(i + 1) + ". " + desk.say(app::scene_title(project, scene)), room);
    if (!trouble.empty()) {
      ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
      fitted(desk.say(trouble), room);
      ImGui::PopStyleColor();
    } else {
      ImGui::PushStyleColor(ImGuiCol_Text, muted_ink());
      fitted(desk.say(line_of(desk, project, scene)), room);
      ImGui::PopStyleColor();
    }
    ImGui::EndGroup();
    ImGui::SetCursorPos({at.x, at.y + height + ImGui::GetStyle().ItemSpacing.y});
  }

  /// "2:00 (tập 2:35) · cuối năm 2024 · chưa có lời ghi".
  static Text line_of(const Desk& desk, const model::Project& project, const model::Scene& scene) {
    const model::Period* period = project.find_period(scene.period);
    const Text plan = scene.seconds > 0 ? Text(app::clock_words(scene.seconds)) : Text();
    const double spent = rehearsed(desk, scene);
    const Text time =
        spent < 1 ? plan : base::join({plan, text("(tập {})", "(took {})", {app::clock_words(spent)})}, " ");
    const Text when = period == nullptr ? text("kỳ mới nhất", "the latest period") : period->title;
    const Text notes = scene.notes.empty() ? text("chưa có lời ghi", "no notes") : Text();
    return base::join({time, project.periods.empty() ? Text() : when, notes}, " · ");
  }

  /// Rows can be dragged to another place.
  static void drag(Desk& desk, const model::Project& project, std::size_t i) {
    if (ImGui::BeginDragDropSource()) {
      ImGui::SetDragDropPayload(k_payload, &i, sizeof i);
      ImGui::TextUnformatted(desk.say(app::scene_title(project, project.scenes[i])).c_str());
      ImGui::EndDragDropSource();
    }
    if (!ImGui::BeginDragDropTarget()) return;
    if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload(k_payload))
      move_scene_to(desk, *static_cast<const std::size_t*>(payload->Data), i);
    ImGui::EndDragDropTarget();
  }

  void draw_editor(Desk& desk, const model::Project& project) {
    const model::Scene* chosen = project.find_scene(desk.view.scene);
    if (chosen == nullptr) {
      muted(desk.say(text("Chọn một cảnh để sửa tiêu đề, lời và thời lượng. Kéo để đổi thứ tự.",
                          "Choose a scene to edit its title, words and time. Drag to change the order.")));
      return;
    }
    draw_tools(desk);
    m_editor.draw(desk, *chosen, m_pictures->find(*chosen).get());
  }

  static void draw_tools(Desk& desk) {
    if (ImGui::ArrowButton("up", ImGuiDir_Up)) shift_scene(desk, -1);
    tip(desk, text("Lên trước", "Earlier"));
    ImGui::SameLine();
    if (ImGui::ArrowButton("down", ImGuiDir_Down)) shift_scene(desk, 1);
    tip(desk, text("Xuống sau", "Later"));
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Lấy theo khung nhìn", "Take the view")).c_str())) retake_scene(desk);
    tip(desk,
        text("Cảnh hiện chuyên đề, kỳ và phần bản đồ đang xem; lời giữ nguyên (Ctrl+Shift+K)",
             "The scene shows theme, period and part that are seen now; its words stay (Ctrl+Shift+K)"));
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Nhân đôi", "Duplicate")).c_str())) duplicate_scene(desk);
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Xóa", "Delete")).c_str())) remove_scene(desk);
  }

  std::unique_ptr<app::ScenePictures> m_pictures;  // once the panel is looked at
  SceneThumbnails m_thumbnails;
  SceneEditor m_editor;
  std::string m_chosen;  // the scene that the list was last scrolled to
};

}  // namespace

std::unique_ptr<Panel> make_scene_panel() {
  return std::make_unique<ScenePanel>();
}

}  // namespace ntmap::ui
