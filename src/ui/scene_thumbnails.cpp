#include "ui/scene_thumbnails.hpp"

#include <imgui.h>

#include <cmath>

namespace ntmap::ui {

void SceneThumbnails::draw(const std::string& id, const std::shared_ptr<const app::ScenePicture>& picture,
                           float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size{width, std::round(width * 9 / 16)};
  const ImVec2 end{at.x + size.x, at.y + size.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, ImGui::GetColorU32(ImGuiCol_FrameBg), 3);
  Loaded& loaded = m_textures[id];
  if (picture && picture->small.width > 0 && picture != loaded.picture) {
    loaded.texture.load(picture->small.width, picture->small.height, picture->small.unpacked().rgba, true);
    loaded.picture = picture;
  }
  const bool broken = picture && picture->failure;
  if (loaded.texture.width() > 0 && !broken) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
    const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(loaded.texture.name()));
    list.AddImage(texture, at, end);
  }
  list.AddRect(at, end, ImGui::GetColorU32(ImGuiCol_Border), 3);
  ImGui::Dummy(size);
}

}  // namespace ntmap::ui
