#include "ui/damage.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <utility>

namespace ntmap::ui {
namespace {

constexpr std::size_t k_most_parts = 8;

bool is_empty(const ImVec4& box) {
  return box.z <= box.x || box.w <= box.y;
}

ImVec4 common(const ImVec4& a, const ImVec4& b) {
  return {std::max(a.x, b.x), std::max(a.y, b.y), std::min(a.z, b.z), std::min(a.w, b.w)};
}

ImVec4 around(const ImVec4& a, const ImVec4& b) {
  if (is_empty(a)) return b;
  if (is_empty(b)) return a;
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.z, b.z), std::max(a.w, b.w)};
}

ImVec4 to_pixels(const ImVec4& box) {
  return {std::floor(box.x), std::floor(box.y), std::ceil(box.z), std::ceil(box.w)};
}

/// The pixels that Dear ImGui's renderer lets through for a clip rectangle.
ImVec4 pixels_clipped_to(const ImVec4& clip) {
  const float left = std::trunc(clip.x);
  const float bottom = std::ceil(clip.w);
  return {left, bottom - std::trunc(clip.w - clip.y), left + std::trunc(clip.z - clip.x), bottom};
}

ImVec4 bounds(const ImVector<ImDrawVert>& vertices) {
  if (vertices.empty()) return {};
  ImVec4 box{vertices[0].pos.x, vertices[0].pos.y, vertices[0].pos.x, vertices[0].pos.y};
  for (const ImDrawVert& vertex : vertices) {
    box.x = std::min(box.x, vertex.pos.x);
    box.y = std::min(box.y, vertex.pos.y);
    box.z = std::max(box.z, vertex.pos.x);
    box.w = std::max(box.w, vertex.pos.y);
  }
  return box;
}

void mix(std::size_t& hash, std::size_t next) {
  constexpr std::size_t k_golden = 0x9e3779b97f4a7c15U;
  hash ^= next + k_golden + (hash << 6U) + (hash >> 2U);
}

template <class T>
void mix_bytes(std::size_t& hash, const T* first, int count) {
  const auto bytes = sizeof(T) * static_cast<std::size_t>(count);
  mix(hash, std::hash<std::string_view>{}({reinterpret_cast<const char*>(first), bytes}));
}

void mix_command(std::size_t& hash, const ImDrawCmd& command) {
  for (const float side : {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w})
    mix(hash, std::hash<float>{}(side));
  mix(hash, command.VtxOffset);
  mix(hash, command.IdxOffset);
  mix(hash, command.ElemCount);
  mix(hash, std::hash<const void*>{}(command.UserCallbackData));
  mix(hash, std::hash<ImDrawCallback>{}(command.UserCallback));
}

/// Adds a part and joins those that share pixels, which would be blended twice.
void add(std::vector<ImVec4>& parts, ImVec4 next) {
  if (is_empty(next)) return;
  for (std::size_t i = 0; i < parts.size();) {
    if (is_empty(common(parts[i], next))) {
      ++i;
      continue;
    }
    next = around(parts[i], next);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
  parts.push_back(next);
}

/// Leaves of each command what falls on the parts, once for each of them.
void clip(ImDrawList& list, const std::vector<ImVec4>& parts) {
  ImVector<ImDrawCmd> left;
  for (ImDrawCmd command : list.CmdBuffer) {
    const ImVec4 pixels = pixels_clipped_to(command.ClipRect);
    for (const ImVec4& part : parts) {
      command.ClipRect = common(pixels, part);
      if (!is_empty(command.ClipRect)) left.push_back(command);
    }
  }
  list.CmdBuffer.swap(left);
}

}  // namespace

Damage::Layer Damage::layer_of(const ImDrawList& list, ImTextureID fonts) {
  Layer layer;
  layer.owner = list._OwnerName == nullptr ? "" : list._OwnerName;
  const ImVec4 drawn = bounds(list.VtxBuffer);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const bool calls = command.UserCallback != nullptr;
    if (!calls && command.ElemCount == 0) continue;
    const ImVec4 pixels = pixels_clipped_to(command.ClipRect);
    layer.box = around(layer.box, calls ? pixels : common(pixels, to_pixels(drawn)));
    layer.passing = layer.passing || (!calls && command.TextureId != fonts);
    mix_command(layer.content, command);
  }
  mix_bytes(layer.content, list.VtxBuffer.Data, list.VtxBuffer.Size);
  mix_bytes(layer.content, list.IdxBuffer.Data, list.IdxBuffer.Size);
  return layer;
}

/// False where windows lie in another order than before.
bool Damage::changed_parts(const std::vector<Layer>& now, std::vector<ImVec4>& parts) const {
  std::vector<bool> met(m_before.size());
  std::size_t after = 0;  // of those before, the first that may follow
  for (const Layer& layer : now) {
    const auto before = std::find_if(m_before.begin(), m_before.end(), [&](const Layer& other) {
      return other.owner == layer.owner && !met[static_cast<std::size_t>(&other - m_before.data())];
    });
    if (before == m_before.end()) {
      add(parts, layer.box);
      continue;
    }
    const auto at = static_cast<std::size_t>(before - m_before.begin());
    if (at < after) return false;
    after = at + 1;
    met[at] = true;
    if (before->content == layer.content && !layer.passing) continue;
    add(parts, before->box);
    add(parts, layer.box);
  }
  for (std::size_t i = 0; i < m_before.size(); ++i) {
    if (!met[i]) add(parts, m_before[i].box);
  }
  return true;
}

std::vector<ImVec4> Damage::take(ImDrawData& frame) {
  const ImVec4 whole{0, 0, frame.DisplaySize.x, frame.DisplaySize.y};
  const bool plain = frame.FramebufferScale.x == 1 && frame.FramebufferScale.y == 1 &&
                     frame.DisplayPos.x == 0 && frame.DisplayPos.y == 0;
  if (!plain) return {whole};
  std::vector<Layer> now;
  for (int i = 0; i < frame.CmdListsCount; ++i)
    now.push_back(layer_of(*frame.CmdLists[i], ImGui::GetIO().Fonts->TexID));
  std::vector<ImVec4> parts;
  const bool comparable =
      !m_before.empty() && m_size.x == frame.DisplaySize.x && m_size.y == frame.DisplaySize.y;
  if (!comparable || !changed_parts(now, parts)) parts = {whole};
  if (parts.size() > k_most_parts) {
    ImVec4 all;
    for (const ImVec4& part : parts) all = around(all, part);
    parts = {all};
  }
  std::vector<ImVec4> seen;
  for (const ImVec4& part : parts) add(seen, common(part, whole));
  for (int i = 0; i < frame.CmdListsCount; ++i) clip(*frame.CmdLists[i], seen);
  m_before = std::move(now);
  m_size = frame.DisplaySize;
  return seen;
}

}  // namespace ntmap::ui
