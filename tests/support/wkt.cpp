#include "support/wkt.hpp"

#include <charconv>
#include <cstdlib>
#include <stdexcept>

namespace ntmap::test {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : m_rest(text) {}

  void feature(model::PolygonSet& into) {
    const bool multi = word("MULTIPOLYGON");
    if (!multi && !word("POLYGON")) throw std::runtime_error("WKT: POLYGON or MULTIPOLYGON expected");
    if (!word("EMPTY")) {
      if (multi) {
        list([&] { part(into); });
      } else {
        part(into);
      }
    }
    into.end_feature();
  }

 private:
  void skip() {
    while (!m_rest.empty() && m_rest.front() == ' ') m_rest.remove_prefix(1);
  }
  bool word(std::string_view expected) {
    skip();
    if (!m_rest.starts_with(expected)) return false;
    m_rest.remove_prefix(expected.size());
    return true;
  }
  template <class Item>
  void list(Item item) {
    if (!word("(")) throw std::runtime_error("WKT: ( expected");
    do item();
    while (word(","));
    if (!word(")")) throw std::runtime_error("WKT: ) expected");
  }
  double number() {
    skip();
    const std::string text(m_rest.substr(0, 40));
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    m_rest.remove_prefix(static_cast<std::size_t>(end - text.c_str()));
    return value;
  }
  void part(model::PolygonSet& into) {
    list([&] { ring(into); });
    into.end_part();
  }
  void ring(model::PolygonSet& into) {
    const std::size_t first = into.xy.size();
    list([&] {
      const double x = number();
      into.add_vertex(x, number());
    });
    const std::size_t last = into.xy.size() - 2;
    if (last > first && into.xy[first] == into.xy[last] && into.xy[first + 1] == into.xy[last + 1]) {
      into.xy.resize(last);
    }
    into.end_ring();
  }

  std::string_view m_rest;
};

void append(std::string& out, double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  out.append(buffer, end.ptr);
}

}  // namespace

model::PolygonSet from_wkt(std::initializer_list<std::string_view> features) {
  model::PolygonSet polygons;
  for (const std::string_view feature : features) Reader(feature).feature(polygons);
  return polygons;
}

std::string to_wkt(const model::PolygonSet& polygons, std::size_t feature) {
  std::string out = "MULTIPOLYGON (";
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    if (p != polygons.feature_start[feature]) out += ", ";
    out += '(';
    for (std::uint32_t r = polygons.part_start[p]; r < polygons.part_start[p + 1]; ++r) {
      if (r != polygons.part_start[p]) out += ", ";
      out += '(';
      const auto ring = polygons.ring(r);
      for (std::size_t i = 0; i <= ring.size(); i += 2) {
        if (i != 0) out += ", ";
        append(out, ring[i % ring.size()]);
        out += ' ';
        append(out, ring[i % ring.size() + 1]);
      }
      out += ')';
    }
    out += ')';
  }
  return out + ')';
}

}  // namespace ntmap::test
