#include "gl/unit_look.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "gl/check.hpp"
#include "scene/hatch.hpp"

namespace ntmap::gl {

namespace {

constexpr std::size_t k_row = 2048;  // as in the shaders
constexpr std::size_t k_class_bytes = 256;

TextureHandle make_lookup(GLint format, GLsizei width, GLsizei height, GLenum pixel) {
  TextureHandle texture = make_texture();
  glBindTexture(GL_TEXTURE_2D, texture.name());
  glTexImage2D(GL_TEXTURE_2D, 0, format, width, height, 0, pixel, GL_UNSIGNED_BYTE, nullptr);
  for (const GLenum filter : std::array<GLenum, 2>{GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) {
    glTexParameteri(GL_TEXTURE_2D, filter, GL_NEAREST);
  }
  return texture;
}

TextureHandle make_bytes(std::size_t count) {
  const auto rows = static_cast<GLsizei>(std::max<std::size_t>(1, (count + k_row - 1) / k_row));
  return make_lookup(GL_R8UI, k_row, rows, GL_RED_INTEGER);
}

using PaletteTexels = std::array<std::uint8_t, k_class_bytes * 2 * 4>;

void put(PaletteTexels& texels, std::size_t byte, const model::MapClass& of) {
  const model::Rgb ink = scene::hatch_ink_of(of);
  const std::uint8_t fill[] = {of.fill.r, of.fill.g, of.fill.b, 255};
  const std::uint8_t hatch[] = {ink.r, ink.g, ink.b, static_cast<std::uint8_t>(of.hatch)};
  std::copy(std::begin(fill), std::end(fill), texels.begin() + static_cast<std::ptrdiff_t>(byte * 4));
  std::copy(std::begin(hatch), std::end(hatch),
            texels.begin() + static_cast<std::ptrdiff_t>((k_class_bytes + byte) * 4));
}

}  // namespace

UnitLook::UnitLook(std::size_t unit_count)
    : m_unit_count(unit_count),
      m_classes(make_bytes(unit_count)),
      m_flags(make_bytes(unit_count)),
      m_palette(make_lookup(GL_RGBA8, k_class_bytes, 2, GL_RGBA)) {
  upload(m_classes, std::vector<std::uint8_t>(unit_count, model::k_class_no_data));
  upload(m_flags, std::vector<std::uint8_t>(unit_count, 0));
}

// Rows are filled up with zeros, so that each upload is one call.
void UnitLook::upload(const TextureHandle& texture, std::span<const std::uint8_t> bytes) const {
  std::vector<std::uint8_t> rows(bytes.begin(), bytes.end());
  rows.resize(std::max<std::size_t>(1, (bytes.size() + k_row - 1) / k_row) * k_row);
  glBindTexture(GL_TEXTURE_2D, texture.name());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, k_row, static_cast<GLsizei>(rows.size() / k_row), GL_RED_INTEGER,
                  GL_UNSIGNED_BYTE, rows.data());
  check_gl("classes");
}

void UnitLook::set_classes(const model::ClassList& classes) {
  const auto known = [&](std::uint8_t byte) {
    return byte < classes.classes.size() || byte >= model::k_class_out_of_range;
  };
  if (classes.class_of.size() != m_unit_count || classes.classes.size() > model::k_max_classes ||
      !std::all_of(classes.class_of.begin(), classes.class_of.end(), known)) {
    throw std::invalid_argument("UnitLook: class list does not fit the layer");
  }
  PaletteTexels texels{};
  for (std::size_t i = 0; i < classes.classes.size(); ++i) put(texels, i, classes.classes[i]);
  put(texels, model::k_class_no_data, classes.no_data);
  put(texels, model::k_class_not_applicable, classes.not_applicable);
  put(texels, model::k_class_out_of_range, classes.out_of_range);
  glBindTexture(GL_TEXTURE_2D, m_palette.name());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, k_class_bytes, 2, GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
  upload(m_classes, classes.class_of);
  m_hatched = std::any_of(classes.class_of.begin(), classes.class_of.end(), [&](std::uint8_t byte) {
    return classes.by_byte(byte).hatch != model::Hatch::none;
  });
  ++m_revision;
}

void UnitLook::set_flags(std::span<const std::uint8_t> flags) {
  if (flags.size() != m_unit_count) throw std::invalid_argument("UnitLook: flags do not fit the layer");
  upload(m_flags, flags);
  m_flags_in_use = 0;
  for (std::uint8_t byte : flags) m_flags_in_use |= byte;
  ++m_revision;
}

void UnitLook::bind() const {
  const TextureHandle* textures[] = {&m_classes, &m_flags, &m_palette};
  for (GLenum unit = 0; unit < 3; ++unit) {
    glActiveTexture(GL_TEXTURE0 + unit);
    glBindTexture(GL_TEXTURE_2D, textures[unit]->name());
  }
  glActiveTexture(GL_TEXTURE0);
}

}  // namespace ntmap::gl
