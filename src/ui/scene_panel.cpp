#include <imgui.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/scene_list.hpp"
#include "ui/panel.hpp"
#include "ui/speaker_view.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// The scenes of the talk in their order: to be moved, taken out, or presented.
class ScenePanel : public Panel {
 public:
  const char* id() const override { return "scenes"; }
  Text title() const override { return text("Các cảnh trình chiếu", "Scenes"); }
  Place place() const override { return Place::bottom; }

  void draw(Desk& desk) override {
    const auto project = desk.session.project();
    if (!project) return;
    draw_head(desk, *project);
    std::optional<std::vector<model::Scene>> changed;
    for (std::size_t i = 0; i < project->scenes.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      draw_row(desk, *project, i, changed);
      ImGui::PopID();
    }
    if (changed) desk.command(app::SetScenes{std::move(*changed)});
  }

 private:
  static void draw_head(Desk& desk, const model::Project& project) {
    if (project.scenes.empty()) {
      muted(desk.say(
          text("Chưa có cảnh nào: F5 trình chiếu mỗi chuyên đề một cảnh, Ctrl+K thêm cảnh từ khung nhìn.",
               "No scenes yet: F5 presents one a theme, Ctrl+K adds one from the view.")));
      return;
    }
    int seconds = 0;
    for (const model::Scene& scene : project.scenes) seconds += scene.seconds;
    muted(desk.say(text("{} cảnh, dự kiến {}. F5 trình chiếu, Ctrl+K thêm cảnh từ khung nhìn.",
                        "{} scenes, planned {}. F5 presents, Ctrl+K adds one from the view.",
                        {project.scenes.size(), clock_words(seconds)})));
  }

  static std::string name_of(const Desk& desk, const model::Project& project, const model::Scene& scene) {
    const model::Theme* theme = project.find_theme(scene.theme);
    if (!scene.title.empty()) return desk.say(scene.title);
    if (theme != nullptr) return desk.say(theme->title);
    if (scene.theme.empty() && !project.themes.empty()) return desk.say(project.themes.front().title);
    return desk.say(text("{} (chuyên đề “{}” không còn, sẽ bỏ qua)",
                         "{} (theme “{}” is gone, will be skipped)", {scene.id, scene.theme}));
  }

  static void draw_row(Desk& desk, const model::Project& project, std::size_t i,
                       std::optional<std::vector<model::Scene>>& changed) {
    const model::Scene& scene = project.scenes[i];
    const auto move = [&](std::size_t to) {
      changed = project.scenes;
      app::move_scene(*changed, i, to);
    };
    if (ImGui::ArrowButton("up", ImGuiDir_Up) && i > 0) move(i - 1);
    ImGui::SameLine();
    if (ImGui::ArrowButton("down", ImGuiDir_Down)) move(i + 1);
    ImGui::SameLine();
    if (ImGui::Button("×")) {
      changed = project.scenes;
      changed->erase(changed->begin() + static_cast<std::ptrdiff_t>(i));
    }
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted((std::to_string(i + 1) + ".").c_str());
    ImGui::SameLine();
    if (ImGui::Selectable(name_of(desk, project, scene).c_str())) show(desk, project, scene);
  }

  /// The desk shows what the scene shows.
  static void show(Desk& desk, const model::Project& project, const model::Scene& scene) {
    if (project.find_theme(scene.theme) != nullptr) desk.command(app::ChooseTheme{scene.theme});
    if (project.find_period(scene.period) != nullptr) desk.command(app::ChoosePeriod{scene.period});
  }
};

}  // namespace

std::unique_ptr<Panel> make_scene_panel() {
  return std::make_unique<ScenePanel>();
}

}  // namespace ntmap::ui
