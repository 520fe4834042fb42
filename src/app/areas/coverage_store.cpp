#include "app/areas/coverage_store.hpp"

#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

using base::text;

template <class Item>
base::Error unknown_source(const base::Text& kind, const std::string& id, const std::vector<Item>& items) {
  std::vector<std::string> known;
  for (const Item& item : items) known.push_back(item.id);
  return base::Error(base::ErrorKind::usage,
                     text("Dự án không có {} “{}”", "The project has no {} “{}”", {kind, id}),
                     base::nearest_word_advice(id, known));
}

}  // namespace

std::shared_ptr<const Coverage> CoverageStore::coverage(const model::Project& project,
                                                        const std::string& areas,
                                                        const std::shared_ptr<const Units>& units,
                                                        const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_coverages[{areas, units->vintage}];
  if (kept) return kept;
  const model::AreaSource* source = project.find_areas(areas);
  if (source == nullptr) throw unknown_source(text("lớp vùng", "areas"), areas, project.areas);
  auto layer = std::make_shared<const AreaLayer>(load_areas(project, *source, *units, job.part(0, 0.3)));
  kept = std::make_shared<const Coverage>(units, std::move(layer), project.hectares, job.part(0.3, 1));
  return kept;
}

std::shared_ptr<const UnitWeights> CoverageStore::weights(const model::Project& project,
                                                          const std::string& weights,
                                                          const std::shared_ptr<const Units>& units,
                                                          const base::Job& job) {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_weights[{weights, units->vintage}];
  if (kept) return kept;
  const model::WeightSource* source = project.find_weights(weights);
  if (source == nullptr) throw unknown_source(text("quyền số", "weights"), weights, project.weights);
  Weights loaded = load_weights(project, *source, *units, job);
  std::vector<double> of_unit = loaded.within(units->layer.polygons, job);
  kept = std::make_shared<const UnitWeights>(UnitWeights{std::move(loaded), std::move(of_unit)});
  return kept;
}

}  // namespace ntmap::app
