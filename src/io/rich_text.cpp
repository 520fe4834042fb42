#include "io/rich_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "io/grid_reader.hpp"
#include "io/utf_reader.hpp"

namespace ntmap::io {
namespace {

/// "m", "km", "(ha, dam": a small 2 or 3 behind it is its exponent.
bool ends_in_metre(std::string_view text) {
  if (!text.ends_with('m')) return false;
  text.remove_suffix(1);
  if (!text.empty() && std::string_view("kdch").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  };
  return text.empty() || !letter(text.back());
}

/// The UTF-16 unit of an escape at the start of the text.
std::optional<std::uint32_t> escaped_unit(std::string_view text) {
  constexpr std::size_t k_length = 7;  // _x000A_
  if (text.size() < k_length || !text.starts_with("_x") || text[k_length - 1] != '_') return std::nullopt;
  std::uint32_t unit = 0;
  const char* const end = text.data() + k_length - 1;
  const auto read = std::from_chars(text.data() + 2, end, unit, 16);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return unit;
}

}  // namespace

std::vector<bool> RichText::kept() const {
  std::vector<bool> out;
  std::string so_far;
  for (const Run& each : m_runs) {
    const bool exponent = (each.text == "2" || each.text == "3") && ends_in_metre(so_far);
    out.push_back(!each.struck && (!each.raised || exponent));
    if (out.back()) so_far += each.text;
  }
  if (trimmed(so_far).empty()) out.assign(m_runs.size(), true);
  return out;
}

std::string RichText::text() const {
  if (m_runs.size() == 1) return m_runs.front().text;
  const std::vector<bool> stays = kept();
  std::string out;
  for (std::size_t i = 0; i < m_runs.size(); ++i) {
    if (stays[i]) out += m_runs[i].text;
  }
  return out;
}

std::string RichText::raised_left_out() const {
  const std::vector<bool> stays = kept();
  std::string out;
  for (std::size_t i = 0; i < m_runs.size(); ++i) {
    if (!stays[i] && !m_runs[i].struck) out += m_runs[i].text;
  }
  return out;
}

std::string RichText::struck_left_out() const {
  const std::vector<bool> stays = kept();
  std::string out;
  for (std::size_t i = 0; i < m_runs.size(); ++i) {
    if (!stays[i] && m_runs[i].struck) out += m_runs[i].text;
  }
  return out;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    constexpr std::size_t k_rest = 6;  // of an escape, behind its first character
    const auto unit = text[i] == '_' ? escaped_unit(text.substr(i)) : std::nullopt;
    const bool surrogate = unit && *unit >= 0xD800 && *unit <= 0xDFFF;
    if (unit && !surrogate) {
      if (*unit != '\r' && *unit != 0) append_utf8(out, *unit);
      i += k_rest;
    } else if (text[i] != '\r') {
      out += text[i];
    }
  }
  return out;
}

}  // namespace ntmap::io
