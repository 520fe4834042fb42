#pragma once

#include <vector>

struct ImDrawData;

namespace ntmap::ui {

/// Which parts of the window differ from the frame before: only these are drawn again, since without a
/// graphics card every pixel costs.
class Damage {
 public:
  /// Pixels from the upper left corner of the window; right and bottom are beyond the last.
  struct Part {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    bool operator==(const Part&) const = default;
  };

  Damage();
  ~Damage();
  Damage(const Damage&) = delete;
  Damage& operator=(const Damage&) = delete;

  /// Compares a frame with the one before, leaves of its commands what falls on changed parts, and returns
  /// these: none touching another, none at all where both frames look the same. Texts and shapes are
  /// compared; a texture that is neither the fonts' nor `letters` counts as changed; a callback draws the
  /// same as before when its function and its pointer are the same. Everything is one part in the first
  /// frame, at another size or order of windows, and where pixels are not the interface's units.
  std::vector<Part> take(ImDrawData& frame, const void* letters = nullptr);
  /// Whether all of the last frame differed from the one before, as when one scene follows another.
  bool all_differed() const { return m_all_differed; }
  /// What the last frame drew is not kept: everything is drawn as soon as anything differs.
  void drop_last() { m_dropped = true; }
  /// Everything will be drawn in the next frame: what was drawn is lost, or the fonts are others.
  void forget();

 private:
  struct Layer;
  bool changed_parts(const std::vector<Layer>& now, std::vector<Part>& parts) const;

  std::vector<Layer> m_before;
  int m_width = 0;
  int m_height = 0;
  bool m_all_differed = false;
  bool m_dropped = false;
};

}  // namespace ntmap::ui
