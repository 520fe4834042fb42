#include "app/map/units_part.hpp"

#include <utility>

namespace ntmap::app {
namespace {

/// The chosen items of a list that has one a unit; an empty list stays empty.
template <class Item>
std::vector<Item> chosen(const std::vector<Item>& all, std::span<const std::uint32_t> units) {
  std::vector<Item> out;
  if (all.empty()) return out;
  out.reserve(units.size());
  for (const std::uint32_t unit : units) out.push_back(all[unit]);
  return out;
}

std::shared_ptr<const Units> part_of(const Units& all, std::span<const std::uint32_t> units) {
  auto part = std::make_shared<Units>();
  part->vintage = all.vintage;
  part->crs = all.crs;
  part->layer.name = all.layer.name;
  part->layer.file = all.layer.file;
  part->layer.crs = all.layer.crs;
  for (const std::uint32_t unit : units) part->layer.polygons.append_feature(all.layer.polygons, unit);
  part->codes = chosen(all.codes, units);
  part->names = chosen(all.names, units);
  part->types = chosen(all.types, units);
  part->districts = chosen(all.districts, units);
  part->district_of = chosen(all.district_of, units);
  part->district_count = all.district_count;  // the groups keep their numbers
  for (std::uint32_t i = 0; i < part->codes.size(); ++i) part->by_code.try_emplace(part->codes[i], i);
  return part;
}

void count_again(model::ClassList& classes) {
  for (model::MapClass& one : classes.classes) one.count = 0;
  classes.no_data.count = classes.not_applicable.count = classes.out_of_range.count = 0;
  for (const std::uint8_t byte : classes.class_of) {
    if (byte == model::k_class_no_data)
      ++classes.no_data.count;
    else if (byte == model::k_class_not_applicable)
      ++classes.not_applicable.count;
    else if (byte == model::k_class_out_of_range)
      ++classes.out_of_range.count;
    else
      ++classes.classes[byte].count;
  }
}

}  // namespace

MapContent part_of(const MapContent& map, std::span<const std::uint32_t> units) {
  MapContent part = map;
  part.figures.units = part_of(map.units(), units);
  part.figures.values = chosen(map.figures.values, units);
  part.figures.texts = chosen(map.figures.texts, units);
  part.figures.source_row = chosen(map.figures.source_row, units);
  part.figures.not_applicable = chosen(map.figures.not_applicable, units);
  part.figures.in_base = chosen(map.figures.in_base, units);
  part.classes.class_of = chosen(map.classes.class_of, units);
  count_again(part.classes);
  if (map.label_points) {
    part.label_points =
        std::make_shared<const std::vector<geom::LabelPoint>>(chosen(*map.label_points, units));
  }
  return part;
}

}  // namespace ntmap::app
