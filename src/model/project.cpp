#include "model/project.hpp"

namespace ntmap::model {
namespace {

template <class Item>
const Item* find_by_id(const std::vector<Item>& items, const std::string& id) {
  for (const Item& item : items) {
    if (item.id == id) return &item;
  }
  return nullptr;
}

}  // namespace

const Boundaries* Project::find_boundaries(const std::string& id) const {
  return find_by_id(boundaries, id);
}
const Period* Project::find_period(const std::string& id) const {
  return find_by_id(periods, id);
}
const TableSource* Project::find_table(const std::string& id) const {
  return find_by_id(tables, id);
}
const Indicator* Project::find_indicator(const std::string& id) const {
  return find_by_id(indicators, id);
}
const Theme* Project::find_theme(const std::string& id) const {
  return find_by_id(themes, id);
}
const AreaSource* Project::find_areas(const std::string& id) const {
  return find_by_id(areas, id);
}
const WeightSource* Project::find_weights(const std::string& id) const {
  return find_by_id(weights, id);
}
const Scene* Project::find_scene(const std::string& id) const {
  return find_by_id(scenes, id);
}

const Boundaries* Project::boundaries_on(const std::string& date) const {
  for (const Boundaries& candidate : boundaries) {
    if (candidate.valid_from <= date && (candidate.valid_to.empty() || date <= candidate.valid_to))
      return &candidate;
  }
  return nullptr;
}

}  // namespace ntmap::model
