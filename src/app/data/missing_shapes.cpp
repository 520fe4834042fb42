#include "app/data/missing_shapes.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

/// The feature with what its row says of the unit.
Text place_with_unit(const model::Layer& layer, std::size_t feature) {
  constexpr std::size_t k_fields_named = 2;
  Text place = feature_place(layer, feature);
  std::size_t named = 0;
  for (const model::Column& column : layer.attributes.columns) {
    if (named == k_fields_named) break;
    if (column.type == model::ColumnType::number || feature >= column.size()) continue;
    const std::string cell = column.text(feature);
    if (cell.empty()) continue;
    place = base::join({place, cell}, ", ");
    ++named;
  }
  return place;
}

/// Adds the units to the places of what is told of features; which features have an error.
std::vector<bool> name_units(const model::Layer& layer, base::Findings& findings) {
  const std::size_t n = layer.polygons.feature_count();
  std::vector<bool> refused(n, false);
  const bool any = std::any_of(findings.begin(), findings.end(), [](const base::Finding& finding) {
    return finding.place.en.starts_with("feature ");
  });
  if (!any) return refused;
  std::unordered_map<std::string, std::size_t> feature_at;
  for (std::size_t feature = 0; feature < n; ++feature)
    feature_at.emplace(feature_place(layer, feature).en, feature);
  for (base::Finding& finding : findings) {
    const auto found = feature_at.find(finding.place.en);
    if (found == feature_at.end()) continue;
    refused[found->second] = refused[found->second] || finding.severity == Severity::error;
    finding.place = place_with_unit(layer, found->second);
  }
  return refused;
}

}  // namespace

Text feature_place(const model::Layer& layer, std::size_t feature) {
  const std::vector<std::uint32_t>& rows = layer.attributes.source_row;
  return text("đối tượng {}", "feature {}",
              {feature < rows.size() ? std::size_t{rows[feature]} : feature + 1});
}

void tell_missing_shapes(const model::Layer& layer, base::Findings& findings) {
  const std::vector<bool> refused = name_units(layer, findings);
  const std::vector<std::uint32_t>& start = layer.polygons.feature_start;
  for (std::size_t feature = 0; feature < refused.size(); ++feature) {
    if (refused[feature] || start[feature] != start[feature + 1]) continue;
    findings.push_back({Severity::error, "geometry.missing", layer.file, place_with_unit(layer, feature),
                        text("không có hình nên không vẽ được", "there is no shape to be drawn"),
                        text("Lấy lại hình từ tệp gốc, hoặc xóa dòng này nếu không cần đến.",
                             "Take the shape again from the original file, or delete the row if it is not "
                             "needed.")});
  }
}

}  // namespace ntmap::app
