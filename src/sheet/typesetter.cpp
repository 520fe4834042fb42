#include "sheet/typesetter.hpp"

#include <pango/pangocairo.h>

#include <algorithm>
#include <map>
#include <utility>

namespace ntmap::sheet {
namespace {

// Measured once at this size and scaled: layouts are unhinted, so widths are linear.
constexpr double k_measured_at = 100;
// The tallest capitals and the deepest marks of Vietnamese.
constexpr const char* k_extremes = "ẮẦẤẨẪẶỀẾỂỄỆỐỒỔỖỘỚỨỮỰỴẠỊỤgjpqy";

struct Extent {
  double ascent = 0;
  double descent = 0;
};

/// Splits "**bold** rest" into stretches.
std::vector<std::pair<std::string_view, bool>> stretches(std::string_view text) {
  std::vector<std::pair<std::string_view, bool>> out;
  bool bold = false;
  for (;;) {
    const std::size_t stars = text.find("**");
    if (stars != 0) out.emplace_back(text.substr(0, stars), bold);
    if (stars == std::string_view::npos) return out;
    text.remove_prefix(stars + 2);
    bold = !bold;
    if (text.empty()) return out;
  }
}

}  // namespace

struct Typesetter::Impl {
  PangoContext* context = nullptr;
  PangoLayout* layout = nullptr;
  PangoFontDescription* fonts[2] = {nullptr, nullptr};
  Extent extents[2];
  std::map<std::pair<std::string, bool>, double> widths;
};

Typesetter::Typesetter() : m_impl(std::make_unique<Impl>()) {
  m_impl->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
  pango_cairo_context_set_resolution(m_impl->context, 96);
  pango_context_set_round_glyph_positions(m_impl->context, FALSE);
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(m_impl->context, options);
  cairo_font_options_destroy(options);
  m_impl->layout = pango_layout_new(m_impl->context);
  for (const bool bold : {false, true}) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, k_font_families);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font, k_measured_at * PANGO_SCALE);
    m_impl->fonts[bold] = font;
    pango_layout_set_font_description(m_impl->layout, font);
    pango_layout_set_text(m_impl->layout, k_extremes, -1);
    PangoRectangle ink;
    PangoRectangle logical;
    pango_layout_get_extents(m_impl->layout, &ink, &logical);
    const int baseline = pango_layout_get_baseline(m_impl->layout);
    m_impl->extents[bold] = {double(baseline - std::min(ink.y, 0)) / PANGO_SCALE / k_measured_at,
                             double(std::max(ink.y + ink.height, logical.y + logical.height) - baseline) /
                                 PANGO_SCALE / k_measured_at};
  }
}

Typesetter::~Typesetter() {
  for (PangoFontDescription* font : m_impl->fonts) pango_font_description_free(font);
  g_object_unref(m_impl->layout);
  g_object_unref(m_impl->context);
}

double Typesetter::width(std::string_view text, const Font& font) {
  const auto [entry, added] = m_impl->widths.try_emplace({std::string(text), font.bold}, 0.0);
  if (added) {
    pango_layout_set_font_description(m_impl->layout, m_impl->fonts[font.bold]);
    pango_layout_set_text(m_impl->layout, text.data(), static_cast<int>(text.size()));
    int width = 0;
    pango_layout_get_size(m_impl->layout, &width, nullptr);
    entry->second = static_cast<double>(width) / PANGO_SCALE / k_measured_at;
  }
  return entry->second * font.size;
}

double Typesetter::ascent(const Font& font) const {
  return m_impl->extents[font.bold].ascent * font.size;
}

double Typesetter::descent(const Font& font) const {
  return m_impl->extents[font.bold].descent * font.size;
}

std::vector<Line> Typesetter::wrap(std::string_view text, const Font& font, double width) {
  std::vector<Line> lines(1);
  const auto add_word = [&](std::string_view word, bool bold, bool space_before) {
    const Font as{font.size, font.bold || bold};
    const double space = space_before && !lines.back().spans.empty() ? this->width(" ", as) : 0;
    const double word_width = this->width(word, as);
    if (space_before && !lines.back().spans.empty() && lines.back().width + space + word_width > width) {
      lines.emplace_back();
    }
    Line& line = lines.back();
    const double gap = line.spans.empty() ? 0 : space;
    if (!line.spans.empty() && line.spans.back().bold == as.bold) {
      if (gap > 0) line.spans.back().text += ' ';
      line.spans.back().text += word;
    } else {
      line.spans.push_back({std::string(word), as.bold, line.width + gap});
    }
    line.width = line.spans.back().left + this->width(line.spans.back().text, as);
  };
  bool space = false;
  for (const auto& [stretch, bold] : stretches(text)) {
    std::size_t at = 0;
    while (at < stretch.size()) {
      if (stretch[at] == ' ' || stretch[at] == '\n') {
        if (stretch[at] == '\n') lines.emplace_back();
        space = true;
        ++at;
        continue;
      }
      const std::size_t end = std::min(stretch.find_first_of(" \n", at), stretch.size());
      add_word(stretch.substr(at, end - at), bold, space);
      space = false;
      at = end;
    }
  }
  return lines;
}

}  // namespace ntmap::sheet
