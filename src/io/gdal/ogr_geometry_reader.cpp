#include "io/gdal/ogr_geometry_reader.hpp"

#include <ogr_geometry.h>

#include <memory>
#include <utility>

#include "base/error.hpp"
#include "io/ring_reader.hpp"

namespace ntmap::io {

using base::Severity;
using base::text;

OgrGeometryReader::OgrGeometryReader(model::PolygonSet& polygons, const std::string& file,
                                     base::Findings& findings)
    : m_polygons(polygons), m_file(file), m_findings(findings) {}

void OgrGeometryReader::take(const OGRGeometry* geometry, const ShapeText* written) {
  const model::PolygonSet::Mark before = m_polygons.mark();
  m_not_finite = false;
  m_other_here = false;
  m_positions = 0;
  if (geometry != nullptr) add(*geometry);
  if (m_not_finite) {
    m_polygons.rewind(before);
    note(Severity::error, "geometry.not-finite",
         text("tọa độ không phải số hữu hạn hoặc lớn vô lý; đối tượng bị bỏ hình",
              "a coordinate is not finite or impossibly large; its shape was refused"));
  } else if (written != nullptr && !m_other_here &&
             (written->damaged > 0 || m_positions < written->positions)) {
    m_polygons.rewind(before);
    tell_lost(*written);
  }
  if (m_other_here) {
    ++m_others;
    note(Severity::warning, "geometry.not-polygon",
         text("có điểm hoặc đường, không phải vùng; đã bỏ phần đó",
              "it holds points or lines, no polygons; left out"));
  }
  m_polygons.end_feature();
}

void OgrGeometryReader::add(const OGRGeometry& geometry) {
  m_higher = m_higher || geometry.Is3D() || geometry.IsMeasured();
  if (geometry.hasCurveGeometry(TRUE)) {
    m_curved = true;
    const std::unique_ptr<OGRGeometry> linear(geometry.getLinearGeometry());
    if (linear != nullptr) add(*linear);
    return;
  }
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
    case wkbTriangle:
      return add(*geometry.toPolygon());
    case wkbCurvePolygon: {  // no arcs inside: the linear copy is the same
      const std::unique_ptr<OGRGeometry> linear(geometry.getLinearGeometry());
      if (linear != nullptr && wkbFlatten(linear->getGeometryType()) == wkbPolygon) add(*linear->toPolygon());
      return;
    }
    case wkbMultiPolygon:
    case wkbMultiSurface:
    case wkbGeometryCollection:
      for (const OGRGeometry* part : *geometry.toGeometryCollection()) add(*part);
      return;
    default:
      m_other_here = true;
  }
}

void OgrGeometryReader::add(const OGRPolygon& polygon) {
  m_xy.clear();
  m_ring_start.assign(1, 0);
  for (const OGRLinearRing* ring : polygon) {
    const auto n = static_cast<std::size_t>(ring->getNumPoints());
    m_positions += n;
    const std::size_t first = m_xy.size();
    m_xy.resize(first + 2 * n);
    ring->getPoints(m_xy.data() + first, 2 * sizeof(double), m_xy.data() + first + 1, 2 * sizeof(double));
    m_ring_start.push_back(static_cast<std::uint32_t>(m_xy.size() / 2));
  }
  if (m_xy.empty()) return;
  const RingFlaws flaws = add_part(m_polygons, {m_xy, m_ring_start});
  m_not_finite = m_not_finite || flaws.not_finite;
  if (flaws.open_rings > 0) {
    note(Severity::warning, "geometry.ring-open",
         text("{} vòng không khép kín; đã khép lại", "{} rings are not closed; closed now",
              {flaws.open_rings}));
  }
  if (flaws.dropped_rings > 0) {
    note(Severity::warning, "geometry.ring-empty",
         text("{} vòng có ít hơn ba đỉnh khác nhau; đã bỏ",
              "{} rings have fewer than three different vertices; left out", {flaws.dropped_rings}));
  }
}

void OgrGeometryReader::tell_lost(const ShapeText& written) {
  const base::Text where =
      written.damaged == 0 ? base::Text()
                           : text("; dòng {}: “{}” không phải hai số", "; line {}: “{}” is no two numbers",
                                  {written.line, written.first_damaged});
  note(
      Severity::error, "geometry.positions-lost",
      text("tệp ghi {} vị trí, đọc được {}{}; hình sẽ thiếu một phần nên đối tượng bị bỏ hình",
           "the file holds {} positions, {} can be read{}; a part would be missing, so the shape was refused",
           {written.positions, m_positions, where}));
}

void OgrGeometryReader::note(Severity severity, const char* rule, base::Text what) {
  m_findings.push_back({severity, rule, m_file,
                        text("đối tượng {}", "feature {}", {m_polygons.feature_count() + 1}), std::move(what),
                        text("So lại đối tượng với bản gốc.", "Compare the feature with the original.")});
}

void OgrGeometryReader::finish() {
  if (m_polygons.part_count() == 0 && m_others > 0) {
    throw base::Error(
        base::ErrorKind::data,
        text("{} chứa điểm hoặc đường, không phải vùng", "{} holds points or lines, not polygons", {m_file}),
        text("Chọn lớp ranh giới dạng vùng.", "Choose the layer of boundaries as polygons."));
  }
  if (m_higher) {
    m_findings.push_back(
        {Severity::note,
         "geometry.z-dropped",
         m_file,
         {},
         text("cao độ (Z, M) không dùng và đã bỏ qua", "heights (Z, M) are not used and were dropped"),
         {}});
  }
  if (m_curved) {
    m_findings.push_back(
        {Severity::note,
         "geometry.curves",
         m_file,
         {},
         text("cung tròn đã được thay bằng đường gấp khúc", "arcs were replaced by short lines"),
         {}});
  }
}

}  // namespace ntmap::io
