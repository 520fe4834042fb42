#include "ui/stage_picture.hpp"

#include <imgui.h>

#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

namespace ntmap::ui {

void StagePicture::take(const sheet::PackedPicture& picture) {
  m_picture = &picture;
  m_copy_loaded = m_texture_loaded = false;
}

gl::NextRows unpacked_rows(const sheet::PackedPicture& picture) {
  return [unpacker = sheet::Unpacker(picture)](std::span<std::uint8_t> rgba) mutable { unpacker.next(rgba); };
}

bool StagePicture::fits(const base::Box& place) const {
  const ImVec2 scale = ImGui::GetIO().DisplayFramebufferScale;
  return m_picture != nullptr && scale.x == 1 && scale.y == 1 && place.min_x == std::floor(place.min_x) &&
         place.min_y == std::floor(place.min_y) && place.width() == m_picture->width &&
         place.height() == m_picture->height && m_picture->width <= gl::Framebuffer::max_size() &&
         m_picture->height <= gl::Framebuffer::max_size();
}

void StagePicture::draw(const base::Box& place) {
  if (m_picture == nullptr) return;
  if (fits(place)) {
    const bool changed = !std::exchange(m_copy_loaded, true);
    m_texture = {};
    m_texture_loaded = false;
    if (m_copy.width() != m_picture->width || m_copy.height() != m_picture->height)
      m_copy = gl::Framebuffer(m_picture->width, m_picture->height);
    if (changed) m_copy.load_rows(unpacked_rows(*m_picture));
    return m_shown.show(m_copy, {place.min_x, place.min_y}, changed);
  }
  m_copy = {};
  m_copy_loaded = false;
  if (!std::exchange(m_texture_loaded, true))
    m_texture.load_rows(m_picture->width, m_picture->height, unpacked_rows(*m_picture));
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  const auto name = reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(m_texture.name()));
  ImGui::GetWindowDrawList()->AddImage(name,
                                       {static_cast<float>(place.min_x), static_cast<float>(place.min_y)},
                                       {static_cast<float>(place.max_x), static_cast<float>(place.max_y)});
}

}  // namespace ntmap::ui
