#include "model/areas.hpp"

#include <array>
#include <utility>

namespace ntmap::model {
namespace {

template <class Value, std::size_t N>
using Names = std::array<std::pair<Value, std::string_view>, N>;

constexpr Names<AreaKind, 2> k_kinds{
    {{AreaKind::land_consolidation, "land-consolidation"}, {AreaKind::water_supply, "water-supply"}}};

constexpr Names<CoverageFigure, 6> k_figures{{{CoverageFigure::share, "share"},
                                              {CoverageFigure::hectares, "hectares"},
                                              {CoverageFigure::gap, "gap"},
                                              {CoverageFigure::without, "without"},
                                              {CoverageFigure::growth, "growth"},
                                              {CoverageFigure::added, "added"}}};

constexpr Names<AreaStatus, k_area_statuses> k_statuses{
    {{AreaStatus::working, "working"}, {AreaStatus::building, "building"}, {AreaStatus::planned, "planned"}}};

template <class Value, std::size_t N>
std::string_view first_name(const Names<Value, N>& names, Value value) {
  for (const auto& [candidate, name] : names) {
    if (candidate == value) return name;
  }
  return {};
}

template <class Value, std::size_t N>
std::optional<Value> value_named(const Names<Value, N>& names, std::string_view word) {
  for (const auto& [value, name] : names) {
    if (name == word) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(AreaKind kind) {
  return first_name(k_kinds, kind);
}
std::optional<AreaKind> area_kind_from(std::string_view name) {
  return value_named(k_kinds, name);
}
base::Text title_of(AreaKind kind) {
  return kind == AreaKind::water_supply ? base::Text("Cấp nước sạch tập trung", "Centralised water supply")
                                        : base::Text("Tập trung, tích tụ ruộng đất", "Land consolidation");
}

std::string_view name_of(AreaStatus status) {
  return first_name(k_statuses, status);
}
std::optional<AreaStatus> area_status_from(std::string_view name) {
  return value_named(k_statuses, name);
}
base::Text title_of(AreaStatus status) {
  switch (status) {
    case AreaStatus::working:
      return {"đang hoạt động", "at work"};
    case AreaStatus::building:
      return {"đang xây dựng", "being built"};
    case AreaStatus::planned:
      break;
  }
  return {"quy hoạch", "planned"};
}

std::string_view name_of(CoverageFigure figure) {
  return first_name(k_figures, figure);
}
std::optional<CoverageFigure> coverage_figure_from(std::string_view name) {
  return value_named(k_figures, name);
}
const std::vector<std::string>& coverage_figure_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& [figure, name] : k_figures) all.emplace_back(name);
    return all;
  }();
  return names;
}

}  // namespace ntmap::model
