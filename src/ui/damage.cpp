#include "ui/damage.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace ntmap::ui {
namespace {

using Part = Damage::Part;

constexpr std::size_t k_most_parts = 8;

bool is_empty(const Part& part) {
  return part.right <= part.left || part.bottom <= part.top;
}

Part common(const Part& a, const Part& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

Part around(const Part& a, const Part& b) {
  if (is_empty(a)) return b;
  if (is_empty(b)) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

/// The pixels that Dear ImGui's renderer lets through for a clip rectangle.
Part pixels_clipped_to(const ImVec4& clip) {
  const auto whole = [](float number) { return static_cast<int>(number); };
  const int left = whole(clip.x);
  const int bottom = whole(std::ceil(clip.w));
  return {left, bottom - whole(clip.w - clip.y), left + whole(clip.z - clip.x), bottom};
}

Part bounds(const ImVector<ImDrawVert>& vertices) {
  if (vertices.empty()) return {};
  ImVec2 least = vertices[0].pos;
  ImVec2 most = least;
  for (const ImDrawVert& vertex : vertices) {
    least = {std::min(least.x, vertex.pos.x), std::min(least.y, vertex.pos.y)};
    most = {std::max(most.x, vertex.pos.x), std::max(most.y, vertex.pos.y)};
  }
  const auto down = [](float number) { return static_cast<int>(std::floor(number)); };
  const auto up = [](float number) { return static_cast<int>(std::ceil(number)); };
  return {down(least.x), down(least.y), up(most.x), up(most.y)};
}

void mix(std::size_t& hash, std::size_t next) {
  constexpr std::size_t k_golden = 0x9e3779b97f4a7c15U;
  hash ^= next + k_golden + (hash << 6U) + (hash >> 2U);
}

template <class T>
void mix_bytes(std::size_t& hash, const ImVector<T>& list) {
  const auto bytes = sizeof(T) * static_cast<std::size_t>(list.Size);
  mix(hash, std::hash<std::string_view>{}({reinterpret_cast<const char*>(list.Data), bytes}));
}

void mix_command(std::size_t& hash, const ImDrawCmd& command) {
  for (const float side : {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w})
    mix(hash, std::hash<float>{}(side));
  mix(hash, command.VtxOffset);
  mix(hash, command.IdxOffset);
  mix(hash, command.ElemCount);
  mix(hash, std::hash<const void*>{}(command.TextureId));
  mix(hash, std::hash<const void*>{}(command.UserCallbackData));
  mix(hash, std::hash<ImDrawCallback>{}(command.UserCallback));
}

/// Adds a part and joins those that share pixels, which would be blended twice.
void add(std::vector<Part>& parts, Part next) {
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
void clip(ImDrawList& list, const std::vector<Part>& parts) {
  const auto number = [](int whole) { return static_cast<float>(whole); };
  ImVector<ImDrawCmd> left;
  for (ImDrawCmd command : list.CmdBuffer) {
    const Part pixels = pixels_clipped_to(command.ClipRect);
    for (const Part& part : parts) {
      const Part seen = common(pixels, part);
      if (is_empty(seen)) continue;
      command.ClipRect = {number(seen.left), number(seen.top), number(seen.right), number(seen.bottom)};
      left.push_back(command);
    }
  }
  list.CmdBuffer.swap(left);
}

}  // namespace

/// What one list of commands drew.
struct Damage::Layer {
  std::string owner;
  std::size_t content = 0;
  Part box;
  bool passing = false;  ///< cannot be compared

  Layer(const ImDrawList& list, const void* fonts, const void* letters)
      : owner(list._OwnerName == nullptr ? "" : list._OwnerName) {
    const Part drawn = bounds(list.VtxBuffer);
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const bool calls = command.UserCallback != nullptr;
      if (!calls && command.ElemCount == 0) continue;
      const Part pixels = pixels_clipped_to(command.ClipRect);
      box = around(box, calls ? pixels : common(pixels, drawn));
      passing = passing || (!calls && command.TextureId != fonts && command.TextureId != letters);
      mix_command(content, command);
    }
    mix_bytes(content, list.VtxBuffer);
    mix_bytes(content, list.IdxBuffer);
  }
};

Damage::Damage() = default;
Damage::~Damage() = default;

void Damage::forget() {
  m_before.clear();
}

/// False where windows lie in another order than before.
bool Damage::changed_parts(const std::vector<Layer>& now, std::vector<Part>& parts) const {
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

std::vector<Part> Damage::take(ImDrawData& frame, const void* letters) {
  const Part whole{0, 0, static_cast<int>(frame.DisplaySize.x), static_cast<int>(frame.DisplaySize.y)};
  const bool plain = frame.FramebufferScale.x == 1 && frame.FramebufferScale.y == 1 &&
                     frame.DisplayPos.x == 0 && frame.DisplayPos.y == 0;
  m_all_differed = false;
  if (!plain) {
    forget();
    return {whole};
  }
  std::vector<Layer> now;
  for (int i = 0; i < frame.CmdListsCount; ++i)
    now.emplace_back(*frame.CmdLists[i], ImGui::GetIO().Fonts->TexID, letters);
  std::vector<Part> parts;
  const bool comparable = !m_before.empty() && m_width == whole.right && m_height == whole.bottom;
  const bool compared = comparable && changed_parts(now, parts);
  if (!compared) parts = {whole};
  if (parts.size() > k_most_parts) {
    Part all;
    for (const Part& part : parts) all = around(all, part);
    parts = {all};
  }
  std::vector<Part> seen;
  for (const Part& part : parts) add(seen, common(part, whole));
  m_all_differed = compared && seen == std::vector<Part>{whole};
  if (!seen.empty() && std::exchange(m_dropped, false)) seen = {whole};
  for (int i = 0; i < frame.CmdListsCount; ++i) clip(*frame.CmdLists[i], seen);
  m_before = std::move(now);
  m_width = whole.right;
  m_height = whole.bottom;
  return seen;
}

}  // namespace ntmap::ui
