#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "gl/mask_texture.hpp"
#include "ui/fonts.hpp"

struct ImDrawList;
struct ImFont;
struct ImFontAtlas;
struct ImVec2;

namespace ntmap::ui {

/// The letters of the text font, grown by a rim: drawn under a text they are its halo. Grown once, when the
/// font is made, since without a graphics card a halo of copies of the text costs more than the map.
class HaloFont {
 public:
  HaloFont();
  ~HaloFont();
  HaloFont(const HaloFont&) = delete;
  HaloFont& operator=(const HaloFont&) = delete;

  /// Makes the letters at `scale` (as load_fonts() takes it); the rim is a pixel wide at 1, more beyond 1.5.
  void make(const FontFiles& files, double scale);
  /// Brings them to the GPU. Needs the window's context.
  void upload();
  /// Lets go of what lies on the GPU, while the context is there.
  void drop() { m_texture = {}; }

  /// Between begin() and end() add() puts halos into the list; a text at the same place covers the letters.
  void begin(ImDrawList& list) const;
  void add(ImDrawList& list, const ImVec2& at, std::uint32_t colour, const std::string& text) const;
  static void end(ImDrawList& list);

  const ImFont& font() const;
  /// What begin() draws with, for Damage.
  const void* texture() const;
  /// The grown letters, one byte a pixel, as wide and as high as the font's atlas; empty once uploaded.
  const std::vector<std::uint8_t>& coverage() const { return m_coverage; }

 private:
  std::unique_ptr<ImFontAtlas> m_atlas;
  std::vector<std::uint8_t> m_coverage;
  gl::MaskTexture m_texture;
};

}  // namespace ntmap::ui
