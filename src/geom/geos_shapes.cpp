#include "geom/geos_shapes.hpp"

#include <geos_c.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/error.hpp"

namespace ntmap::geom {
namespace {

GEOSContextHandle_t handle_of(void* handle) {
  return static_cast<GEOSContextHandle_t>(handle);
}
GEOSGeometry* geometry_of(void* geometry) {
  return static_cast<GEOSGeometry*>(geometry);
}

void keep_message(const char* message, void* into) {
  *static_cast<std::string*>(into) = message;
}

/// GEOS's reasons in both languages.
base::Text reason_text(std::string_view reason) {
  struct Word {
    std::string_view geos, vi, en;
  };
  static constexpr std::array<Word, 11> k_words{{
      {"Ring Self-intersection", "Vòng tự chạm", "Ring touches itself"},
      {"Self-intersection", "Ranh giới tự cắt", "Border crosses itself"},
      {"Hole lies outside shell", "Lỗ nằm ngoài vùng", "Hole lies outside its shell"},
      {"Holes are nested", "Lỗ nằm trong lỗ", "Hole lies in a hole"},
      {"Interior is disconnected", "Vùng bị lỗ cắt rời", "Holes cut the inside apart"},
      {"Nested shells", "Vùng nằm trong vùng", "Part lies in another part"},
      {"Duplicate Rings", "Vòng lặp lại", "Ring is repeated"},
      {"Too few points in geometry component", "Vòng quá ít đỉnh", "Ring has too few vertices"},
      {"Invalid Coordinate", "Tọa độ không hợp lệ", "Coordinate is no number"},
      {"Ring is not closed", "Vòng không khép kín", "Ring is not closed"},
      {"Topology Validation Error", "Lỗi hình học", "Topology error"},
  }};
  for (const Word& word : k_words) {
    if (reason.starts_with(word.geos)) return {std::string(word.vi), std::string(word.en)};
  }
  return reason;
}

}  // namespace

void Shape::Free::operator()(void* geometry) const {
  GEOSGeom_destroy_r(handle_of(handle), geometry_of(geometry));
}

GeosShapes::GeosShapes() : m_handle(GEOS_init_r()) {
  GEOSContext_setErrorMessageHandler_r(handle_of(m_handle), keep_message, &m_message);
}

GeosShapes::~GeosShapes() {
  GEOS_finish_r(handle_of(m_handle));
}

Shape GeosShapes::owned(void* geometry) {
  if (geometry == nullptr) {
    throw base::Error(
        base::ErrorKind::data,
        base::text("Không xử lý được hình học: {}", "The geometry cannot be worked on: {}", {m_message}),
        base::text("Sửa ranh giới của đơn vị này trong phần mềm GIS.",
                   "Mend the borders of this unit in a GIS program."));
  }
  return {geometry, m_handle};
}

void* GeosShapes::ring(std::span<const double> xy) {
  m_closed.assign(xy.begin(), xy.end());
  m_closed.push_back(xy[0]);
  m_closed.push_back(xy[1]);
  GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(handle_of(m_handle), m_closed.data(),
                                                            static_cast<unsigned>(m_closed.size() / 2), 0, 0);
  return GEOSGeom_createLinearRing_r(handle_of(m_handle), points);
}

void* GeosShapes::polygon(const model::PolygonSet& polygons, std::size_t part) {
  std::vector<GEOSGeometry*> rings;
  for (std::uint32_t r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
    const auto xy = polygons.ring(r);
    if (xy.size() >= 6)
      rings.push_back(geometry_of(ring(xy)));
    else if (rings.empty())
      return nullptr;  // no shell
  }
  if (rings.empty()) return nullptr;
  return GEOSGeom_createPolygon_r(handle_of(m_handle), rings[0], rings.data() + 1,
                                  static_cast<unsigned>(rings.size() - 1));
}

Shape GeosShapes::part(const model::PolygonSet& polygons, std::size_t part) {
  return owned(polygon(polygons, part));
}

Shape GeosShapes::feature(const model::PolygonSet& polygons, std::size_t feature) {
  std::vector<GEOSGeometry*> parts;
  for (std::uint32_t p = polygons.feature_start[feature]; p < polygons.feature_start[feature + 1]; ++p) {
    if (void* part = polygon(polygons, p)) parts.push_back(geometry_of(part));
  }
  return owned(GEOSGeom_createCollection_r(handle_of(m_handle), GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size())));
}

Shape GeosShapes::collect(std::vector<Shape> shapes) {
  std::vector<GEOSGeometry*> parts;
  for (Shape& shape : shapes) parts.push_back(geometry_of(shape.m_geometry.release()));
  return owned(GEOSGeom_createCollection_r(handle_of(m_handle), GEOS_GEOMETRYCOLLECTION, parts.data(),
                                           static_cast<unsigned>(parts.size())));
}

std::optional<GeosShapes::Flaw> GeosShapes::flaw(const Shape& shape) {
  char* reason = nullptr;
  GEOSGeometry* place = nullptr;
  const char valid =
      GEOSisValidDetail_r(handle_of(m_handle), geometry_of(shape.m_geometry.get()), 0, &reason, &place);
  if (valid == 1) return std::nullopt;
  Flaw out{reason_text(reason == nullptr ? m_message : std::string(reason)), {}};
  if (place != nullptr) {
    GEOSGeomGetX_r(handle_of(m_handle), place, &out.at.x);
    GEOSGeomGetY_r(handle_of(m_handle), place, &out.at.y);
    GEOSGeom_destroy_r(handle_of(m_handle), place);
  }
  GEOSFree_r(handle_of(m_handle), reason);
  return out;
}

Shape GeosShapes::made_valid(const Shape& shape) {
  GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(handle_of(m_handle));
  GEOSMakeValidParams_setMethod_r(handle_of(m_handle), params, GEOS_MAKE_VALID_STRUCTURE);
  GEOSMakeValidParams_setKeepCollapsed_r(handle_of(m_handle), params, 0);
  void* const valid =
      GEOSMakeValidWithParams_r(handle_of(m_handle), geometry_of(shape.m_geometry.get()), params);
  GEOSMakeValidParams_destroy_r(handle_of(m_handle), params);
  return owned(valid);
}

Shape GeosShapes::made_valid_by_lines(const Shape& shape) {
  return owned(GEOSMakeValid_r(handle_of(m_handle), geometry_of(shape.m_geometry.get())));
}

Shape GeosShapes::unite(const Shape& shape) {
  return owned(GEOSUnaryUnion_r(handle_of(m_handle), geometry_of(shape.m_geometry.get())));
}

Shape GeosShapes::intersection(const Shape& a, const Shape& b) {
  return owned(GEOSIntersection_r(handle_of(m_handle), geometry_of(a.m_geometry.get()),
                                  geometry_of(b.m_geometry.get())));
}

Shape GeosShapes::difference(const Shape& a, const Shape& b) {
  return owned(GEOSDifference_r(handle_of(m_handle), geometry_of(a.m_geometry.get()),
                                geometry_of(b.m_geometry.get())));
}

double GeosShapes::area(const Shape& shape) {
  double area = 0;
  GEOSArea_r(handle_of(m_handle), geometry_of(shape.m_geometry.get()), &area);
  return area;
}

void GeosShapes::append_ring(const void* ring, bool counter_clockwise, model::PolygonSet& to) {
  const GEOSCoordSequence* points =
      GEOSGeom_getCoordSeq_r(handle_of(m_handle), static_cast<const GEOSGeometry*>(ring));
  unsigned count = 0;
  GEOSCoordSeq_getSize_r(handle_of(m_handle), points, &count);
  m_closed.resize(2 * std::size_t{count});
  GEOSCoordSeq_copyToBuffer_r(handle_of(m_handle), points, m_closed.data(), 0, 0);
  if (count > 0) m_closed.resize(m_closed.size() - 2);
  const bool runs_so = model::ring_area2(m_closed) > 0;
  for (std::size_t i = 0; i < m_closed.size(); i += 2) {
    const std::size_t at = runs_so == counter_clockwise ? i : m_closed.size() - 2 - i;
    to.add_vertex(m_closed[at], m_closed[at + 1]);
  }
  to.end_ring();
}

void GeosShapes::append_parts(const Shape& shape, model::PolygonSet& to) {
  std::vector<const GEOSGeometry*> rest{geometry_of(shape.m_geometry.get())};
  while (!rest.empty()) {
    const GEOSGeometry* geometry = rest.back();
    rest.pop_back();
    const int type = GEOSGeomTypeId_r(handle_of(m_handle), geometry);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
      for (int i = GEOSGetNumGeometries_r(handle_of(m_handle), geometry); i > 0; --i) {
        rest.push_back(GEOSGetGeometryN_r(handle_of(m_handle), geometry, i - 1));
      }
    }
    if (type != GEOS_POLYGON || GEOSisEmpty_r(handle_of(m_handle), geometry) != 0) continue;
    append_ring(GEOSGetExteriorRing_r(handle_of(m_handle), geometry), true, to);
    const int holes = GEOSGetNumInteriorRings_r(handle_of(m_handle), geometry);
    for (int i = 0; i < holes; ++i) {
      append_ring(GEOSGetInteriorRingN_r(handle_of(m_handle), geometry, i), false, to);
    }
    to.end_part();
  }
}

}  // namespace ntmap::geom
