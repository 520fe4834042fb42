#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "criteria/set_file.hpp"
#include "criteria/toml_tree.hpp"

namespace ntmap::criteria {
namespace {

using base::Text;

void check_reference(const Catalogue& catalogue, const CriteriaSet& set, const std::string& id,
                     std::uint32_t line) {
  if (id.empty() || catalogue.find(id) != nullptr) return;
  std::vector<std::string> known;
  for (const CriteriaSet& other : catalogue.sets()) known.push_back(other.id);
  throw error_at(set.file, line, base::text("không có bộ tiêu chí \"{}\"", "unknown set \"{}\"", {id}),
                 suggestion(id, known));
}

void check_derived(const Catalogue& catalogue, const CriteriaSet& set, const ThresholdRow& row) {
  if (row.of_set.empty()) return;
  check_reference(catalogue, set, row.of_set, row.line);
  std::vector<std::string> known;
  for (const Criterion& criterion : catalogue.find(row.of_set)->criteria) {
    for (const Indicator& indicator : criterion.indicators) known.push_back(indicator.code);
  }
  if (std::find(known.begin(), known.end(), row.of_indicator) != known.end()) return;
  throw error_at(row.file, row.line,
                 base::text("bộ {} không có chỉ tiêu \"{}\"", "set {} has no indicator \"{}\"",
                            {row.of_set, row.of_indicator}),
                 suggestion(row.of_indicator, known));
}

/// Rules may name figures of `[[figure]]` and of indicators, of any set.
std::set<std::string> figures_of(const Catalogue& catalogue) {
  std::set<std::string> out;
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const NamedFigure& figure : set.figures) out.insert(figure.id);
    for (const Criterion& criterion : set.criteria) {
      for (const Indicator& indicator : criterion.indicators) {
        if (indicator.kind == IndicatorKind::rule) continue;
        for (const IndicatorPart& part : indicator.parts) out.insert(part.id);
      }
    }
  }
  return out;
}

void check_rule(const CriteriaSet& set, const Indicator& indicator, const std::set<std::string>& figures) {
  if (indicator.kind != IndicatorKind::rule) return;
  for (const IndicatorPart& part : indicator.parts) {
    if (figures.contains(part.id)) continue;
    throw error_at(set.file, indicator.line,
                   base::text("quy tắc của chỉ tiêu {} dùng số liệu chưa khai báo \"{}\"",
                              "the rule of indicator {} uses a figure that is not declared: \"{}\"",
                              {indicator.code, part.id}),
                   suggestion(part.id, {figures.begin(), figures.end()}));
  }
}

/// The line of the set's file that names the other set: an indicator's, or that of "requires".
std::uint32_t line_of_reference(const CriteriaSet& set, const std::string& other) {
  for (const Criterion& criterion : set.criteria) {
    for (const Indicator& indicator : criterion.indicators) {
      if (indicator.other_set == other) return indicator.line;
    }
  }
  const TomlNode root = read_toml(set.file);
  const TomlNode* requires_row = Fields(set.file, root).find("requires");
  return requires_row == nullptr ? 1 : requires_row->line;
}

/// Names each place where the circle could be cut: which of them was edited, nobody knows.
[[noreturn]] void refuse_circle(const Catalogue& catalogue, const std::vector<std::string>& circle) {
  std::string words;
  base::Text places;
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const CriteriaSet& set = *catalogue.find(circle[i]);
    words += set.id + " -> ";
    const Text line = std::to_string(line_of_reference(set, circle[(i + 1) % circle.size()]));
    const std::string name = std::filesystem::path(set.file).filename().string();
    places = base::join({places, base::text("{}, dòng {}", "{}, line {}", {name, line})}, "; ");
  }
  const CriteriaSet& first = *catalogue.find(circle.front());
  throw error_at(first.file, line_of_reference(first, circle[1 % circle.size()]),
                 base::text("điều kiện tiên quyết vòng tròn: {}", "prerequisites run in a circle: {}",
                            {words + circle.front()}),
                 base::text("bỏ một điều kiện trong vòng: {}", "remove one of them: {}", {places}));
}

void check_circle(const Catalogue& catalogue, const CriteriaSet& set, std::vector<std::string> path) {
  path.push_back(set.id);
  for (const std::string& id : rests_on(set)) {
    const auto found = std::find(path.begin(), path.end(), id);
    if (found != path.end()) refuse_circle(catalogue, {found, path.end()});
    check_circle(catalogue, *catalogue.find(id), path);
  }
}

}  // namespace

void check_catalogue(const Catalogue& catalogue) {
  const std::set<std::string> figures = figures_of(catalogue);
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const std::string& id : set.requires_sets) check_reference(catalogue, set, id, 1);
    for (const Criterion& criterion : set.criteria) {
      for (const Indicator& indicator : criterion.indicators) {
        check_reference(catalogue, set, indicator.other_set, indicator.line);
        for (const ThresholdRow& row : indicator.thresholds) check_derived(catalogue, set, row);
        check_rule(set, indicator, figures);
      }
    }
  }
  for (const CriteriaSet& set : catalogue.sets()) check_circle(catalogue, set, {});
}

}  // namespace ntmap::criteria
