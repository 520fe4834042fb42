#pragma once

#include <imgui.h>

#include <cstddef>
#include <string>
#include <vector>

namespace ntmap::ui {

/// Which parts of the window differ from the frame before: only these are drawn again, since without a
/// graphics card every pixel costs. Parts are boxes in pixels: left, top, right, bottom (beyond the last).
class Damage {
 public:
  /// Compares a frame with the one before, leaves of its commands what falls on changed parts, and returns
  /// these: whole pixels, none touching another, none at all where both frames look the same. Texts and
  /// shapes are compared; a texture other than the fonts' counts as changed; a callback draws the same as
  /// before when its function and its pointer are the same. Everything is one part in the first frame, at
  /// another size or order of windows, and where pixels are not the interface's units.
  std::vector<ImVec4> take(ImDrawData& frame);
  /// Everything will be drawn in the next frame: what was drawn is lost, or the fonts are others.
  void forget() { m_before.clear(); }

 private:
  /// What one list of commands drew.
  struct Layer {
    std::string owner;
    std::size_t content = 0;
    ImVec4 box;
    bool passing = false;  ///< cannot be compared
  };
  static Layer layer_of(const ImDrawList& list, ImTextureID fonts);
  bool changed_parts(const std::vector<Layer>& now, std::vector<ImVec4>& parts) const;

  std::vector<Layer> m_before;
  ImVec2 m_size;
};

}  // namespace ntmap::ui
