#include "app/areas/load_weights.hpp"

#include <numeric>
#include <utility>

#include "app/project/project_file.hpp"
#include "crs/crs.hpp"
#include "geom/weigh.hpp"
#include "io/point_reader.hpp"
#include "io/raster_reader.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::text;

/// The definition to use: what the project says, else what the file says, else the map's.
std::string crs_of(const model::WeightSource& source, const std::string& of_file, const Units& units,
                   base::Findings& findings) {
  if (!source.crs.empty()) return crs::describe(source.crs).definition;
  if (!of_file.empty()) return crs::describe(of_file).definition;
  findings.push_back(
      {base::Severity::warning,
       "weights.no-crs",
       source.file,
       {},
       text("không có hệ tọa độ; coi như cùng hệ với bản đồ", "no coordinate system; taken to be the map's"),
       text("Ghi rõ hệ tọa độ: crs = \"EPSG:n\".", "Say which it is: crs = \"EPSG:n\".")});
  return units.crs;
}

Weights load_grid(const model::Project& project, const model::WeightSource& source, const Units& units,
                  const base::Job& job) {
  io::RasterFile file = io::read_raster(resolve(project, source.file), source.band, job);
  file.weights.crs = crs_of(source, file.weights.crs, units, file.findings);
  Weights out(std::move(file.weights), units.crs);
  out.findings = std::move(file.findings);
  return out;
}

Weights load_points(const model::Project& project, const model::WeightSource& source, const Units& units,
                    const base::Job& job) {
  const io::SourcePath path = io::split_source(resolve(project, source.file));
  io::PointFile file = io::read_points(path.path, path.part, source.field, job);
  const std::string crs = crs_of(source, file.weights.crs, units, file.findings);
  if (crs != units.crs) crs::transform(file.weights.xy, crs, units.crs);
  file.weights.crs = units.crs;
  Weights out(std::move(file.weights), units.crs);
  out.findings = std::move(file.findings);
  return out;
}

/// Weights outside all units count nowhere; where that is much, something is wrong with the places.
void tell_outside(const Weights& weights, const std::string& file, const Units& units, const base::Job& job,
                  base::Findings& findings) {
  constexpr double k_much = 0.02;
  const std::vector<double> inside = weights.within(units.layer.polygons, job);
  const double total = weights.total();
  const double outside = total - std::accumulate(inside.begin(), inside.end(), 0.0);
  if (!(outside > k_much * total)) return;
  findings.push_back(
      {base::Severity::warning,
       "weights.outside",
       file,
       {},
       text("{} trong {} nằm ngoài mọi đơn vị, không được tính",
            "{} of {} lie outside all units and do not count",
            {base::number(outside, 0), base::number(total, 0)}),
       text("Kiểm tra hệ tọa độ và phạm vi của lớp.", "Check the layer's coordinate system and extent.")});
}

}  // namespace

double Weights::total() const {
  if (const auto* grid = std::get_if<model::WeightGrid>(&m_weights))
    return std::accumulate(grid->values.begin(), grid->values.end(), 0.0);
  const auto& points = std::get<model::WeightPoints>(m_weights).weights;
  return std::accumulate(points.begin(), points.end(), 0.0);
}

std::vector<double> Weights::within(const model::PolygonSet& polygons, const base::Job& job) const {
  if (const auto* points = std::get_if<model::WeightPoints>(&m_weights))
    return geom::weights_within(polygons, *points, job);
  const auto& grid = std::get<model::WeightGrid>(m_weights);
  if (grid.crs == m_map_crs) return geom::weights_within(polygons, grid, job);
  model::PolygonSet moved = polygons;
  crs::transform(moved.xy, m_map_crs, grid.crs);
  return geom::weights_within(moved, grid, job);
}

Weights load_weights(const model::Project& project, const model::WeightSource& source, const Units& units,
                     const base::Job& job) {
  const bool raster = io::is_raster_file(io::split_source(source.file).path);
  Weights out = raster ? load_grid(project, source, units, job) : load_points(project, source, units, job);
  out.id = source.id;
  out.title = source.title;
  out.unit = source.unit;
  tell_outside(out, source.file, units, job, out.findings);
  return out;
}

}  // namespace ntmap::app
