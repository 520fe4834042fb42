#include "io/shape_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace ntmap::io {
namespace {

constexpr std::string_view k_blanks = " \t\r\n";

void note_damaged(ShapeText& shape, std::string_view written, std::size_t line) {
  constexpr std::size_t k_shown = 40;  // bytes
  if (shape.damaged++ > 0) return;
  shape.line = line;
  shape.first_damaged = written.substr(0, k_shown);
  for (char& c : shape.first_damaged) {  // what is not ASCII may be cut in two
    const auto byte = static_cast<unsigned char>(c);
    if (byte < ' ' || byte > '~') c = '?';
  }
  if (written.size() > k_shown) shape.first_damaged += "…";
}

/// Whether the whole word is a number.
bool is_number(std::string_view word) {
  if (word.starts_with('+')) word.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  return error == std::errc() && end == word.data() + word.size() && std::isfinite(value);
}

class GeoJsonScan {
 public:
  explicit GeoJsonScan(std::string_view text) : m_text(text) {}

  ShapeTexts run() {
    while (m_at < m_text.size()) step();
    return std::move(m_out);
  }

 private:
  enum class Role : std::uint8_t { other, root, features, feature, geometry, geometries, coordinates, crs };
  struct Level {
    Role role = Role::other;
    std::size_t begin = 0;
    std::uint32_t scalars = 0;  ///< in it itself
    std::uint32_t numbers = 0;  ///< of the first two
  };

  void step() {
    switch (m_text[m_at]) {
      case '\n':
        ++m_line;
        ++m_at;
        return;
      case ' ':
      case '\t':
      case '\r':
      case ',':
      case ':':
        ++m_at;
        return;
      case '"':
        return take_string();
      case '{':
      case '[':
        return open();
      case '}':
      case ']':
        return close();
      default:
        return take_word();
    }
  }

  void take_string() {
    const std::size_t begin = ++m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"') m_at += m_text[m_at] == '\\' ? 2 : 1;
    m_at = std::min(m_at, m_text.size());
    const std::string_view content = m_text.substr(begin, m_at - begin);
    ++m_at;
    const std::size_t next = m_text.find_first_not_of(k_blanks, std::min(m_at, m_text.size()));
    if (next != std::string_view::npos && m_text[next] == ':') {
      m_key = content;
    } else {
      take_scalar(content, false);
    }
  }

  void take_word() {
    const std::size_t begin = m_at;
    m_at = std::min(m_text.find_first_of(",]}[{\" \t\r\n", m_at), m_text.size());
    const char first = m_text[begin];
    take_scalar(m_text.substr(begin, m_at - begin), (first >= '0' && first <= '9') || first == '-');
  }

  void take_scalar(std::string_view word, bool number) {
    if (m_levels.empty()) return;
    Level& level = m_levels.back();
    if (level.role == Role::coordinates) {
      if (level.scalars++ < 2 && number) ++level.numbers;
    } else if (level.role == Role::feature && number && m_key == "id") {
      take_id(word);
    } else if (level.role == Role::root && m_key == "crs" && word != "null") {
      m_out.crs = word;
    }
  }

  /// GDAL sorts features by numbers of their own.
  void take_id(std::string_view word) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
    const bool follows = error == std::errc() && m_ids + 1 == m_out.features.size() && id > m_last_id;
    m_out.in_order = m_out.in_order && follows;
    m_last_id = id;
    ++m_ids;
  }

  Role role_inside(Role outer, bool object) const {
    switch (outer) {
      case Role::root:
        if (!object && m_key == "features") return Role::features;
        if (object && m_key == "crs") return Role::crs;
        if (object && m_key == "geometry") return Role::geometry;
        [[fallthrough]];
      case Role::geometry:
        if (!object && m_key == "coordinates") return Role::coordinates;
        if (!object && m_key == "geometries") return Role::geometries;
        return Role::other;
      case Role::features:
        return object ? Role::feature : Role::other;
      case Role::feature:
        return object && m_key == "geometry" ? Role::geometry : Role::other;
      case Role::geometries:
        return object ? Role::geometry : Role::other;
      case Role::coordinates:
        return object ? Role::other : Role::coordinates;
      default:
        return Role::other;
    }
  }

  void open() {
    const bool object = m_text[m_at] == '{';
    Role role = object ? Role::root : Role::other;
    if (!m_levels.empty()) role = role_inside(m_levels.back().role, object);
    if (role == Role::feature) m_out.features.emplace_back();
    m_levels.push_back({role, m_at, 0, 0});
    ++m_at;
  }

  void close() {
    ++m_at;
    if (m_levels.empty()) return;
    const Level level = m_levels.back();
    m_levels.pop_back();
    const std::string_view written = m_text.substr(level.begin, m_at - level.begin);
    if (level.role == Role::crs) m_out.crs = written;
    if (level.role != Role::coordinates || level.scalars == 0) return;
    if (m_out.features.empty()) m_out.features.emplace_back();  // the file is one feature or shape
    ShapeText& shape = m_out.features.back();
    ++shape.positions;
    if (level.numbers < 2) note_damaged(shape, written, m_line);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::size_t m_line = 1;
  std::string_view m_key;  ///< the last one
  std::vector<Level> m_levels;
  std::size_t m_ids = 0;
  std::int64_t m_last_id = std::numeric_limits<std::int64_t>::min();
  ShapeTexts m_out;
};

/// The next word, which the rest of the text then follows; blanks about a comma are in it.
std::string_view take_tuple(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(k_blanks), rest.size()));
  std::size_t end = 0;
  while (end < rest.size()) {
    end = std::min(rest.find_first_of(k_blanks, end), rest.size());
    const std::size_t next = rest.find_first_not_of(k_blanks, end);
    if (next == std::string_view::npos || (rest[next] != ',' && rest[end - 1] != ',')) break;
    end = next + 1;
  }
  const std::string_view tuple = rest.substr(0, end);
  rest.remove_prefix(end);
  return tuple;
}

std::string_view without_blanks(std::string_view word) {
  word.remove_prefix(std::min(word.find_first_not_of(k_blanks), word.size()));
  return word.substr(0, word.find_last_not_of(k_blanks) + 1);
}

/// Longitude, latitude and perhaps a height.
bool is_tuple(std::string_view tuple) {
  const std::size_t comma = tuple.find(',');
  if (comma == std::string_view::npos || !is_number(without_blanks(tuple.substr(0, comma)))) return false;
  tuple.remove_prefix(comma + 1);
  const std::size_t second = std::min(tuple.find(','), tuple.size());
  if (!is_number(without_blanks(tuple.substr(0, second)))) return false;
  const std::string_view height = without_blanks(tuple.substr(std::min(second + 1, tuple.size())));
  return height.empty() || is_number(height);
}

class KmlScan {
 public:
  explicit KmlScan(std::string_view text) : m_text(text) {}

  ShapeTexts run() {
    while ((m_at = m_text.find('<', m_at)) != std::string_view::npos) {
      if (skip("<!--", "-->") || skip("<![CDATA[", "]]>")) continue;
      take_tag();
    }
    return std::move(m_out);
  }

 private:
  bool skip(std::string_view from, std::string_view to) {
    if (!m_text.substr(m_at).starts_with(from)) return false;
    const std::size_t end = m_text.find(to, m_at + from.size());
    m_at = end == std::string_view::npos ? m_text.size() : end + to.size();
    return true;
  }

  void take_tag() {
    const std::size_t end = std::min(m_text.find('>', m_at), m_text.size());
    const std::string_view tag = m_text.substr(m_at + 1, end - m_at - 1);
    m_at = std::min(end + 1, m_text.size());
    if (tag.starts_with('/')) return;
    std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/"));
    if (const std::size_t prefix = name.find(':'); prefix != std::string_view::npos)
      name.remove_prefix(prefix + 1);
    if (name == "Placemark") m_out.features.emplace_back();
    if (name == "coordinates" && !m_out.features.empty()) take_coordinates(tag.ends_with('/'));
  }

  void take_coordinates(bool empty) {
    const std::size_t end = empty ? m_at : std::min(m_text.find('<', m_at), m_text.size());
    std::string_view rest = m_text.substr(m_at, end - m_at);
    ShapeText& shape = m_out.features.back();
    bool any = false;
    for (;;) {
      const std::string_view tuple = take_tuple(rest);
      if (tuple.empty()) break;
      any = true;
      ++shape.positions;
      if (!is_tuple(tuple)) note_damaged(shape, tuple, line());
    }
    if (!any) note_damaged(shape, "<coordinates>", line());
    m_at = end;
  }

  /// Of the place that has been reached; counted on from the last time.
  std::size_t line() {
    const std::string_view since = m_text.substr(m_counted, m_at - m_counted);
    m_line += static_cast<std::size_t>(std::count(since.begin(), since.end(), '\n'));
    m_counted = m_at;
    return m_line;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::size_t m_counted = 0;  ///< up to there
  std::size_t m_line = 1;
  ShapeTexts m_out;
};

std::string mif_word(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// Words with which an object of a MapInfo interchange file begins; each is one feature.
constexpr std::array<std::string_view, 11> k_mif_objects = {
    "none", "point", "line", "pline", "region", "arc", "text", "rect", "roundrect", "ellipse", "multipoint"};

constexpr std::string_view k_number_starts = "0123456789+-.";

/// How many numbers stand in the line; nothing where one of its words is none.
std::optional<std::size_t> count_numbers(std::string_view line) {
  std::size_t words = 0;
  while (!(line = without_blanks(line)).empty()) {
    const std::size_t end = std::min(line.find_first_of(" \t,"), line.size());
    if (!is_number(line.substr(0, end))) return std::nullopt;
    ++words;
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return words;
}

/// A line of numbers below an object: a count, or the two of a vertex.
void take_mif_numbers(std::string_view written, std::size_t line, ShapeText& shape) {
  const std::optional<std::size_t> numbers = count_numbers(written);
  if (numbers == 1) return;
  ++shape.positions;
  if (numbers != 2) note_damaged(shape, written, line);
}

}  // namespace

ShapeTexts scan_geojson(std::string_view text) {
  return GeoJsonScan(text).run();
}

ShapeTexts scan_kml(std::string_view text) {
  return KmlScan(text).run();
}

ShapeTexts scan_mif(std::string_view text) {
  ShapeTexts out;
  bool data = false;  // below the header
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = without_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty()) continue;
    const std::string word = mif_word(content.substr(0, content.find_first_of(" \t")));
    if (!data) {
      data = word == "data";
    } else if (word == "collection") {
      out.in_order = false;  // one feature of several objects
    } else if (std::find(k_mif_objects.begin(), k_mif_objects.end(), word) != k_mif_objects.end()) {
      out.features.emplace_back();
    } else if (!out.features.empty() && k_number_starts.find(word[0]) != std::string_view::npos) {
      take_mif_numbers(content, line, out.features.back());
    }
  }
  return out;
}

}  // namespace ntmap::io
