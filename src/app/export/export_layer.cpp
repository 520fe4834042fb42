#include "app/export/export_layer.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "crs/crs.hpp"
#include "geom/coverage.hpp"
#include "scene/hatch.hpp"
#include "scene/legend.hpp"

namespace ntmap::app {
namespace {

/// A source as projects write it for the foot of a map, "Nguồn: ...", where a heading says that already.
std::string without_label(const std::string& source, std::string_view label) {
  return source.substr(source.starts_with(label) ? label.size() : 0);
}

io::ExportMetadata metadata_of(const model::Project& project, const MapContent& map,
                               const std::optional<MapVerdicts>& verdicts) {
  io::ExportMetadata metadata;
  metadata.title = map.title;
  metadata.period = map.period;
  metadata.criterion = verdicts ? verdicts->criterion : map.classes.title;
  metadata.source = {without_label(project.source.vi, "Nguồn: "),
                     without_label(project.source.en, "Source: ")};
  metadata.licence = project.licence;
  metadata.notice = project.notice;
  if (const model::Period* period = project.find_period(map.period)) metadata.date = period->date;
  return metadata;
}

/// The class as the map's own legend has it: label with a capital letter, hatch in the ink it is drawn with.
void dress_as_legend(model::MapClass& look) {
  look.label = {scene::capitalised(look.label.vi), scene::capitalised(look.label.en)};
  if (look.hatch != model::Hatch::none && !look.hatch_ink) look.hatch_ink = scene::hatch_ink(look.fill);
}

model::ClassList classes_of(const MapContent& map) {
  model::ClassList out = map.classes;
  for (model::MapClass& look : out.classes) dress_as_legend(look);
  for (model::MapClass* special : {&out.no_data, &out.not_applicable, &out.out_of_range})
    dress_as_legend(*special);
  return out;
}

model::Table attributes_of(const Units& units) {
  model::Table table;
  const auto add = [&](const char* name, const std::vector<std::string>& texts) {
    if (std::ranges::all_of(texts, &std::string::empty)) return;
    table.columns.push_back({name, model::ColumnType::text, texts, {}});
  };
  add(io::k_type_column, units.types);
  add(io::k_district_column, units.districts);
  return table;
}

}  // namespace

io::ExportLayer export_layer(const model::Project& project, const MapContent& map,
                             const std::optional<MapVerdicts>& verdicts, base::Lang lang) {
  const Units& units = map.units();
  io::ExportLayer layer;
  layer.name = map.theme.id;
  layer.lang = lang;
  layer.polygons = std::shared_ptr<const model::PolygonSet>(map.figures.units, &units.layer.polygons);
  layer.crs = units.crs;
  layer.codes = units.codes;
  layer.names = units.names;
  if (map.theme.kind != model::ThemeKind::category) layer.values = map.figures.values;
  layer.classes = classes_of(map);
  if (verdicts) {
    layer.verdicts = verdicts->verdicts;
    layer.margins = verdicts->margins;
    layer.evidence = verdicts->evidence;
  }
  layer.attributes = attributes_of(units);
  layer.metadata = metadata_of(project, map, verdicts);
  return layer;
}

void simplify_layer(io::ExportLayer& layer, double metres) {
  if (!(metres > 0)) return;
  constexpr double k_metres_per_degree = 111'320;
  const crs::Description described = crs::describe(layer.crs);
  const double unit = described.geographic ? k_metres_per_degree : described.metres_per_unit;
  const geom::Coverage coverage = geom::build_coverage(*layer.polygons);
  layer.polygons =
      std::make_shared<const model::PolygonSet>(geom::to_polygons(geom::simplify(coverage, metres / unit)));
}

void move_layer(io::ExportLayer& layer, const std::string& crs) {
  if (crs.empty() || crs == layer.crs) return;
  auto moved = std::make_shared<model::PolygonSet>(*layer.polygons);
  crs::transform(moved->xy, layer.crs, crs);
  layer.polygons = std::move(moved);
  layer.crs = crs;
}

}  // namespace ntmap::app
