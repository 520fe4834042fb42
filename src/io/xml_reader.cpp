#include "io/xml_reader.hpp"

#include <algorithm>
#include <charconv>

#include "io/utf_reader.hpp"

namespace ntmap::io {
namespace {

constexpr std::string_view k_xml_space = " \t\r\n";

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// The character that "&lt;" or "&#7841;" stands for is appended; an unknown entity stays as it is.
void append_entity(std::string& out, std::string_view entity) {
  if (entity == "lt") {
    out += '<';
  } else if (entity == "gt") {
    out += '>';
  } else if (entity == "amp") {
    out += '&';
  } else if (entity == "quot") {
    out += '"';
  } else if (entity == "apos") {
    out += '\'';
  } else if (entity.size() > 1 && entity[0] == '#') {
    const bool hex = entity[1] == 'x' || entity[1] == 'X';
    const std::string_view digits = entity.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    append_utf8(out, code);
  } else {
    out.append("&").append(entity).append(";");
  }
}

std::string decoded_text(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const std::size_t end = raw[i] == '&' ? raw.find(';', i) : std::string_view::npos;
    if (end == std::string_view::npos || end - i > 12) {
      out += raw[i];
      continue;
    }
    append_entity(out, raw.substr(i + 1, end - i - 1));
    i = end;
  }
  return out;
}

}  // namespace

XmlReader::Step XmlReader::fail() {
  m_broken = true;
  m_at = m_xml.size();
  return Step::end;
}

bool XmlReader::skip_markup() {
  const std::string_view rest = m_xml.substr(m_at);
  std::string_view end;
  if (rest.starts_with("<!--")) {
    end = "-->";
  } else if (rest.starts_with("<?")) {
    end = "?>";
  } else if (rest.starts_with("<!") && !rest.starts_with("<![CDATA[")) {
    end = ">";
  } else {
    return false;
  }
  const std::size_t found = m_xml.find(end, m_at);
  m_at = found == std::string_view::npos ? m_xml.size() : found + end.size();
  return true;
}

XmlReader::Step XmlReader::next() {
  if (m_close_next) {
    m_close_next = false;
    --m_depth;
    return Step::close;
  }
  while (m_at < m_xml.size()) {
    if (m_xml[m_at] != '<') {
      const std::size_t end = std::min(m_xml.find('<', m_at), m_xml.size());
      m_text = decoded_text(m_xml.substr(m_at, end - m_at));
      m_at = end;
      return Step::text;
    }
    if (skip_markup()) continue;
    if (m_xml.substr(m_at).starts_with("<![CDATA[")) {
      const std::size_t end = m_xml.find("]]>", m_at);
      if (end == std::string_view::npos) return fail();
      m_text = m_xml.substr(m_at + 9, end - m_at - 9);
      m_at = end + 3;
      return Step::text;
    }
    return element();
  }
  m_broken = m_broken || m_depth != 0;
  return Step::end;
}

XmlReader::Step XmlReader::element() {
  // The end of the tag is the first '>' outside quotes.
  std::size_t end = m_at + 1;
  for (char quote = 0; end < m_xml.size() && (quote != 0 || m_xml[end] != '>'); ++end) {
    const char c = m_xml[end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  if (end >= m_xml.size()) return fail();
  std::string_view tag = m_xml.substr(m_at + 1, end - m_at - 1);
  m_at = end + 1;
  if (tag.starts_with("/")) {
    m_name = without_prefix(tag.substr(1, tag.find_first_of(k_xml_space) - 1));
    if (m_depth == 0) return fail();
    --m_depth;
    return Step::close;
  }
  m_close_next = tag.ends_with("/");
  if (m_close_next) tag.remove_suffix(1);
  const std::size_t name_end = std::min(tag.find_first_of(k_xml_space), tag.size());
  if (name_end == 0) return fail();
  m_name = without_prefix(tag.substr(0, name_end));
  m_attributes = tag.substr(name_end);
  ++m_depth;
  return Step::open;
}

std::string XmlReader::attribute(std::string_view wanted) const {
  std::string_view rest = m_attributes;
  for (;;) {
    const std::size_t begin = rest.find_first_not_of(k_xml_space);
    const std::size_t equals = rest.find('=');
    if (begin == std::string_view::npos || equals == std::string_view::npos || equals < begin) return {};
    std::string_view name = rest.substr(begin, equals - begin);
    name = name.substr(0, name.find_first_of(k_xml_space));
    const std::size_t open = rest.find_first_of("\"'", equals);
    if (open == std::string_view::npos) return {};
    const std::size_t close = rest.find(rest[open], open + 1);
    if (close == std::string_view::npos) return {};
    if (without_prefix(name) == wanted) return decoded_text(rest.substr(open + 1, close - open - 1));
    rest = rest.substr(close + 1);
  }
}

}  // namespace ntmap::io
