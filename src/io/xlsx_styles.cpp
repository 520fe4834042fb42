#include "io/xlsx_styles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ntmap::io {
namespace {

constexpr int k_text_format = 49;        // built in: "@"
constexpr int k_first_own_format = 164;  // below are built-in ones
constexpr int k_most_decimals = 10;
constexpr model::Rgb k_header_fill{221, 226, 232};

std::string argb(model::Rgb colour) {
  std::string hex = model::to_hex(colour).substr(1);
  std::ranges::transform(hex, hex.begin(),
                         [](char c) { return c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c; });
  return fmt::format("FF{}", hex);
}

int format_id(const CellLook& look) {
  if (look.kind == CellLook::Kind::number) {
    return look.decimals < 0 ? 0 : k_first_own_format + std::min(look.decimals, k_most_decimals);
  }
  return look.kind == CellLook::Kind::text ? k_text_format : 0;
}

std::string number_formats() {
  std::string out = "<numFmts count=\"" + std::to_string(k_most_decimals + 1) + "\">";
  for (int decimals = 0; decimals <= k_most_decimals; ++decimals) {
    std::string code = "#,##0";
    if (decimals > 0) code += '.';
    code.append(static_cast<std::size_t>(decimals), '0');
    out += "<numFmt numFmtId=\"" + std::to_string(k_first_own_format + decimals) + "\" formatCode=\"" + code +
           "\"/>";
  }
  return out + "</numFmts>";
}

std::string solid(model::Rgb colour) {
  return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + argb(colour) +
         "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
}

// Fonts by place in the part: what look.fill and kind choose from.
constexpr const char* k_fonts =
    "<fonts count=\"3\">"
    "<font><sz val=\"11\"/><color rgb=\"FF000000\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><b/><sz val=\"11\"/><color rgb=\"FF000000\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "<font><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
    "</fonts>";

int font_id(const CellLook& look) {
  if (look.kind == CellLook::Kind::header) return 1;
  return look.fill && wants_light_text(*look.fill) ? 2 : 0;
}

std::string format(const CellLook& look, std::size_t fill) {
  const bool header = look.kind == CellLook::Kind::header;
  std::string out = "<xf numFmtId=\"" + std::to_string(format_id(look)) + "\" fontId=\"" +
                    std::to_string(font_id(look)) + "\" fillId=\"" + std::to_string(fill) +
                    "\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\"";
  if (!header) return out + "/>";
  return out + " applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>";
}

}  // namespace

bool wants_light_text(model::Rgb fill) {
  const auto linear = [](std::uint8_t part) {
    const double v = part / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  const double light = 0.2126 * linear(fill.r) + 0.7152 * linear(fill.g) + 0.0722 * linear(fill.b);
  return 1.05 / (light + 0.05) > (light + 0.05) / 0.05;
}

std::size_t XlsxStyles::index_of(const CellLook& look) {
  const auto found = std::ranges::find(m_looks, look);
  if (found != m_looks.end()) return static_cast<std::size_t>(found - m_looks.begin()) + 1;
  m_looks.push_back(look);
  return m_looks.size();  // 0 is the plain style that every workbook has
}

std::string XlsxStyles::part() const {
  // The format reserves the first two fills.
  std::string fills =
      "<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>";
  std::size_t fill_count = 2;
  std::string formats = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
  for (const CellLook& look : m_looks) {
    const bool header = look.kind == CellLook::Kind::header;
    const bool filled = header || look.fill;
    if (filled) fills += solid(header ? k_header_fill : *look.fill);
    formats += format(look, filled ? fill_count++ : 0);
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
         "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" +
         number_formats() + k_fonts + "<fills count=\"" + std::to_string(fill_count) + "\">" + fills +
         "</fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
         "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
         "borderId=\"0\"/></cellStyleXfs>"
         "<cellXfs count=\"" +
         std::to_string(m_looks.size() + 1) + "\">" + formats +
         "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
         "builtinId=\"0\"/></cellStyles>"
         "</styleSheet>";
}

}  // namespace ntmap::io
