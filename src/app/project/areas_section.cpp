#include "app/project/areas_section.hpp"

#include <string_view>
#include <vector>

#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

using base::text;

constexpr std::string_view k_coverage = "coverage:";

model::AreaStatus status_of(const ConfigSection& section, std::string_view key, const std::string& word) {
  if (const auto status = model::area_status_from(word)) return *status;
  const std::vector<std::string> known{"working", "building", "planned"};
  throw section.error(key, text("không có giá trị “{}”", "no such value: “{}”", {word}),
                      base::nearest_word_advice(word, known));
}

double percent(ConfigSection& section, std::string_view key, double otherwise) {
  const double value = section.number(key, otherwise);
  if (value < 0 || value > 100)
    throw section.error(key, text("phải từ 0 đến 100 (%)", "must be 0 to 100 (%)"));
  return value;
}

}  // namespace

model::AreaSource read_area_source(ConfigSection section) {
  model::AreaSource out;
  out.id = section.required_text("id");
  const std::string kind = section.required_text("kind");
  const auto known = model::area_kind_from(kind);
  if (!known) {
    throw section.error(
        "kind", text("không có loại “{}”", "no such kind: “{}”", {kind}),
        base::nearest_word_advice(kind, std::vector<std::string>{"land-consolidation", "water-supply"}));
  }
  out.kind = *known;
  out.title = section.bilingual("title");
  if (out.title.empty()) out.title = model::title_of(out.kind);
  out.file = section.required_text("file");
  out.encoding = section.text("encoding", "auto");
  out.crs = section.text("crs");
  out.code = section.text("code");
  out.name = section.text("name");
  out.year = section.text("year");
  out.status = section.text("status");
  out.operated_by = section.text("operator");
  out.capacity = section.text("capacity");
  out.households = section.text("households");
  out.hectares = section.text("hectares");
  for (const auto& [word, statuses] : section.texts_map("words")) {
    for (const std::string& status : statuses) out.words.emplace(word, status_of(section, "words", status));
  }
  out.limit = percent(section, "limit", out.limit);
  out.target = percent(section, "target", out.target);
  out.weights = section.text("weights");
  out.unit_households = section.text("unit_households");
  out.table_value = section.text("table_value");
  section.finish();
  return out;
}

model::WeightSource read_weight_source(ConfigSection section) {
  model::WeightSource out;
  out.id = section.required_text("id");
  out.title = section.bilingual("title");
  if (out.title.empty()) out.title = out.id;
  out.unit = section.bilingual("unit");
  out.file = section.required_text("file");
  out.field = section.text("field");
  out.band = section.integer("band", 1);
  out.crs = section.text("crs");
  section.finish();
  return out;
}

std::optional<model::CoverageRule> read_coverage_rule(ConfigSection& section, const std::string& compute) {
  if (!compute.starts_with(k_coverage)) return std::nullopt;
  model::CoverageRule out;
  const std::string figure = compute.substr(k_coverage.size());
  const auto known = model::coverage_figure_from(figure);
  if (!known) {
    throw section.error(
        "compute", text("không tính được “{}” từ các vùng", "“{}” cannot be computed from areas", {figure}),
        base::nearest_word_advice(figure, model::coverage_figure_names()));
  }
  out.figure = *known;
  out.areas = section.required_text("areas");
  out.weights = section.text("weights");
  for (const std::string& word : section.texts("status"))
    out.statuses.push_back(status_of(section, "status", word));
  out.by = section.date("by");
  out.since = section.date("from");
  out.target = percent(section, "target", model::k_no_data);
  out.of = section.text("of");
  if (out.figure == model::CoverageFigure::share && !out.of.empty() && !out.weights.empty()) {
    throw section.error("of",
                        text("“of” và “weights” không đi cùng nhau", "“of” does not go with “weights”"));
  }
  return out;
}

std::optional<model::HectareKind> hectare_kind_from(std::string_view word) {
  if (word.empty() || word == "geodesic") return model::HectareKind::geodesic;
  if (word == "crs") return model::HectareKind::planar;
  return std::nullopt;
}

}  // namespace ntmap::app
