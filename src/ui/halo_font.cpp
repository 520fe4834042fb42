#include "ui/halo_font.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

namespace ntmap::ui {
namespace {

constexpr int k_most_texels_a_pixel = 3;  // Dear ImGui's oversampling of letters, from left to right

/// Where a letter lies in the atlas, texels; right and bottom are beyond the last.
struct Cell {
  int left;
  int top;
  int right;
  int bottom;
};

struct Step {
  int x;
  int y;
};

/// Where copies of the letter lie to grow it by `rim` pixels.
std::vector<Step> ring(int rim) {
  if (rim == 1) return {{-1, -1}, {1, -1}, {-1, 1}, {1, 1}};  // enough to close it
  const int slant = static_cast<int>(std::lround(0.7 * rim));
  return {{-slant, -slant}, {slant, -slant}, {-slant, slant}, {slant, slant},
          {-rim, 0},        {rim, 0},        {0, -rim},       {0, rim}};
}

int rim_at(double scale) {
  return std::max(1, static_cast<int>(std::lround(scale)));
}

/// Grows letters of one atlas into another picture as wide. It is higher: the packer leaves room between
/// letters and at every edge but the lowest.
class Grower {
 public:
  Grower(std::span<const std::uint8_t> from, int width, int height, int rim)
      : m_from(from),
        m_width(width),
        m_height(height),
        m_to_height(height + rim + 1),
        m_rim(rim),
        m_ring(ring(rim)),
        m_to(static_cast<std::size_t>(width) * static_cast<std::size_t>(m_to_height)) {}

  /// Grows one letter, and its place in the text with it.
  void grow(ImFontGlyph& glyph) {
    const auto texel = [](float share, int size) {
      return static_cast<int>(std::lround(share * static_cast<float>(size)));
    };
    const Cell cell{texel(glyph.U0, m_width), texel(glyph.V0, m_height), texel(glyph.U1, m_width),
                    texel(glyph.V1, m_height)};
    const float pixels = glyph.X1 - glyph.X0;
    if (pixels <= 0 || cell.right <= cell.left) return;
    const auto texels = static_cast<int>(std::lround(static_cast<float>(cell.right - cell.left) / pixels));
    const int across = texels * m_rim;
    for (int y = cell.top - m_rim; y < cell.bottom + m_rim; ++y) {
      for (int x = cell.left - across; x < cell.right + across; ++x)
        m_to[index(x, y)] = grown(cell, texels, x, y);
    }
    const auto rim = static_cast<float>(m_rim);
    glyph.X0 -= rim;
    glyph.X1 += rim;
    glyph.Y0 -= rim;
    glyph.Y1 += rim;
    const auto share = [](int texels_from_edge, int size) {
      return static_cast<float>(texels_from_edge) / static_cast<float>(size);
    };
    glyph.U0 = share(cell.left - across, m_width);
    glyph.U1 = share(cell.right + across, m_width);
    glyph.V0 = share(cell.top - m_rim, m_to_height);
    glyph.V1 = share(cell.bottom + m_rim, m_to_height);
  }

  int height() const { return m_to_height; }
  std::vector<std::uint8_t> take() { return std::move(m_to); }

 private:
  std::size_t index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
  }
  /// What the copies of the letter leave of a texel together, each over the others.
  std::uint8_t grown(const Cell& cell, int texels, int x, int y) const {
    constexpr float k_opacity = 0.8F;  // of one copy: where but one reaches the rim stays soft
    constexpr float k_full = 255;
    float clear = 1;
    for (const Step& step : m_ring) {
      const int from_x = x - texels * step.x;
      const int from_y = y - step.y;
      if (from_x < cell.left || from_x >= cell.right || from_y < cell.top || from_y >= cell.bottom) continue;
      clear *= 1 - k_opacity * static_cast<float>(m_from[index(from_x, from_y)]) / k_full;
    }
    return static_cast<std::uint8_t>(std::lround(k_full * (1 - clear)));
  }

  std::span<const std::uint8_t> m_from;
  int m_width;
  int m_height;
  int m_to_height;
  int m_rim;
  std::vector<Step> m_ring;
  std::vector<std::uint8_t> m_to;
};

}  // namespace

HaloFont::HaloFont() = default;
HaloFont::~HaloFont() = default;

void HaloFont::make(const FontFiles& files, double scale) {
  const int rim = rim_at(scale);
  m_atlas = std::make_unique<ImFontAtlas>();
  m_atlas->Flags =
      ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoPowerOfTwoHeight;
  m_atlas->TexGlyphPadding = 2 * k_most_texels_a_pixel * rim + 1;  // two letters grow into it
  add_text_font(*m_atlas, files, scale);
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  m_atlas->GetTexDataAsAlpha8(&pixels, &width, &height);
  const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  Grower grower({pixels, size}, width, height, rim);
  for (ImFontGlyph& glyph : m_atlas->Fonts[0]->Glyphs) {
    if (glyph.Visible != 0) grower.grow(glyph);
  }
  m_atlas->ClearTexData();
  m_atlas->ClearInputData();
  m_atlas->TexHeight = grower.height();
  m_coverage = grower.take();
}

void HaloFont::upload() {
  m_texture = gl::MaskTexture(m_atlas->TexWidth, m_atlas->TexHeight, m_coverage);
  std::vector<std::uint8_t>().swap(m_coverage);
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  m_atlas->SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(m_texture.name())));
}

void HaloFont::begin(ImDrawList& list) const {
  list.PushTextureID(m_atlas->TexID);
}

void HaloFont::add(ImDrawList& list, const ImVec2& at, std::uint32_t colour, const std::string& text) const {
  const ImFont& grown = font();
  list.AddText(&grown, grown.FontSize, at, colour, text.data(), text.data() + text.size());
}

void HaloFont::end(ImDrawList& list) {
  list.PopTextureID();
}

const ImFont& HaloFont::font() const {
  return *m_atlas->Fonts[0];
}

const void* HaloFont::texture() const {
  return m_atlas ? m_atlas->TexID : nullptr;
}

}  // namespace ntmap::ui
