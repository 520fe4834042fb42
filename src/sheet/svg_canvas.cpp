#include "sheet/svg_canvas.hpp"

#include <fmt/format.h>

#include <iterator>
#include <stdexcept>

#include "sheet/typesetter.hpp"

namespace ntmap::sheet {
namespace {

/// Shortest form with at most three decimals.
std::string number(double value) {
  std::string digits = fmt::format("{:.3f}", value);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits == "-0" ? "0" : digits;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

}  // namespace

SvgCanvas::SvgCanvas(const Page& page, model::Rgb ground, const std::string& title) {
  m_out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"{2}\" stroke-linejoin=\"round\">\n<title>{3}</title>\n"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"{4}\"/>\n",
      number(page.width), number(page.height), k_font_families, escaped(title), model::to_hex(ground));
}

std::string SvgCanvas::take() {
  m_out += "</svg>\n";
  return std::move(m_out);
}

void SvgCanvas::path_data(const Path& path) {
  const auto out = std::back_inserter(m_out);
  for (std::size_t line = 0; line + 1 < path.starts.size(); ++line) {
    for (std::uint32_t i = path.starts[line]; i < path.starts[line + 1]; ++i) {
      const char command = i == path.starts[line] ? 'M' : i == path.starts[line] + 1 ? 'L' : ' ';
      fmt::format_to(out, "{}{} {}", command, number(path.points[i].x), number(path.points[i].y));
    }
    if (path.closed) m_out += 'Z';
  }
}

void SvgCanvas::box(const base::Box& box, double radius, const model::Rgb* fill, double edge,
                    model::Rgb edge_ink) {
  fmt::format_to(std::back_inserter(m_out), "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"",
                 number(box.min_x), number(box.min_y), number(box.width()), number(box.height()),
                 fill != nullptr ? model::to_hex(*fill) : "none");
  if (radius > 0) fmt::format_to(std::back_inserter(m_out), " rx=\"{}\"", number(radius));
  if (edge > 0) {
    fmt::format_to(std::back_inserter(m_out), " stroke=\"{}\" stroke-width=\"{}\"", model::to_hex(edge_ink),
                   number(edge));
  }
  m_out += "/>\n";
}

void SvgCanvas::fill(const Path& path, model::Rgb ink, double spread, double opacity) {
  if (path.empty()) return;
  fmt::format_to(std::back_inserter(m_out), "<path fill=\"{}\"", model::to_hex(ink));
  if (opacity < 1) {
    fmt::format_to(std::back_inserter(m_out), " fill-opacity=\"{}\"", number(opacity));
  } else if (spread > 0) {
    fmt::format_to(std::back_inserter(m_out), " stroke=\"{}\" stroke-width=\"{}\"", model::to_hex(ink),
                   number(spread));
  }
  m_out += " d=\"";
  path_data(path);
  m_out += "\"/>\n";
}

void SvgCanvas::stroke(const Path& path, double width, model::Rgb ink, double opacity) {
  if (path.empty()) return;
  fmt::format_to(std::back_inserter(m_out), "<path fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                 model::to_hex(ink), number(width));
  if (opacity < 1) fmt::format_to(std::back_inserter(m_out), " stroke-opacity=\"{}\"", number(opacity));
  m_out += " d=\"";
  path_data(path);
  m_out += "\"/>\n";
}

void SvgCanvas::text(const TextRun& run) {
  fmt::format_to(std::back_inserter(m_out), "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"",
                 number(run.at.x), number(run.at.y), number(run.size), model::to_hex(run.ink));
  if (run.bold) m_out += " font-weight=\"bold\"";
  if (run.halo > 0) {
    fmt::format_to(std::back_inserter(m_out), " stroke=\"{}\" stroke-width=\"{}\" paint-order=\"stroke\"",
                   model::to_hex(run.halo_ink), number(run.halo));
  }
  m_out += '>';
  m_out += escaped(run.text);
  m_out += "</text>\n";
}

void SvgCanvas::picture(const base::Box&, const PictureView&) {
  throw std::logic_error("a picture in an SVG sheet");
}

void SvgCanvas::clip(const Path& path) {
  ++m_clips;
  fmt::format_to(std::back_inserter(m_out), "<clipPath id=\"c{}\"><path d=\"", m_clips);
  path_data(path);
  fmt::format_to(std::back_inserter(m_out), "\"/></clipPath>\n<g clip-path=\"url(#c{})\">\n", m_clips);
}

void SvgCanvas::unclip() {
  m_out += "</g>\n";
}

}  // namespace ntmap::sheet
