#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gl/handle.hpp"
#include "model/class_list.hpp"

namespace ntmap::gl {

/// Bits of a unit's flag byte.
inline constexpr std::uint8_t k_flag_selected = 1;
inline constexpr std::uint8_t k_flag_hovered = 2;
inline constexpr std::uint8_t k_flag_dimmed = 4;  ///< taken back, as by a filter

/// How each unit of a layer is drawn, on the GPU: one class byte and one flag byte a unit and a small
/// palette. A change of theme, class, palette, selection or period uploads these bytes, never geometry.
class UnitLook {
 public:
  /// Every unit "no data", without flags.
  explicit UnitLook(std::size_t unit_count);

  /// Classes and colours. Requires class_of of every unit, each byte a class or k_class_* (else
  /// std::invalid_argument).
  void set_classes(const model::ClassList& classes);
  /// k_flag_* of every unit.
  void set_flags(std::span<const std::uint8_t> flags);

  std::size_t unit_count() const { return m_unit_count; }
  /// Grows with every change: what was drawn with another revision is stale.
  std::uint64_t revision() const { return m_revision; }
  /// Whether a class that some unit has is hatched.
  bool hatched() const { return m_hatched; }
  /// All bits that some unit has.
  std::uint8_t flags_in_use() const { return m_flags_in_use; }

  /// Binds the textures to the units 0 (classes), 1 (flags) and 2 (palette).
  void bind() const;

 private:
  void upload(const TextureHandle& texture, std::span<const std::uint8_t> bytes) const;

  std::size_t m_unit_count;
  TextureHandle m_classes;
  TextureHandle m_flags;
  TextureHandle m_palette;
  std::uint64_t m_revision = 0;
  bool m_hatched = false;
  std::uint8_t m_flags_in_use = 0;
};

}  // namespace ntmap::gl
