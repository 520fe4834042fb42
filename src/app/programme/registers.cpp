#include "app/programme/registers.hpp"

#include <algorithm>

#include "app/data/load_layer.hpp"
#include "app/project/project_file.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

/// Reads one register with the engine's reader for it.
template <typename Row>
Register<Row> read(const model::Project& project, const std::string& path,
                   std::vector<Row> (*rows_of)(const model::Table&, base::Findings&),
                   base::Findings& findings) {
  if (path.empty()) return {};
  const LoadedTable loaded = load_table({.files = {resolve(project, path)}});
  findings.insert(findings.end(), loaded.findings.begin(), loaded.findings.end());
  return {loaded.table.file, rows_of(loaded.table, findings)};
}

}  // namespace

Registers load_registers(const model::Project& project) {
  Registers out;
  if (!project.programme) return out;
  const model::Programme& files = *project.programme;
  if (!files.rules.empty()) out.rules = criteria::load_rules(resolve(project, files.rules));
  base::Findings& findings = out.findings;
  out.recognitions = read(project, files.recognitions, criteria::read_recognitions, findings);
  // A civilised urban title expires (rule U02).
  criteria::expire(out.recognitions.rows, "DTVM", out.rules.civilised_urban_years);
  out.exclusions = read(project, files.exclusions, criteria::read_exclusions, findings);
  out.traits = read(project, files.traits, criteria::read_traits, findings);
  out.sponsors = read(project, files.sponsors, criteria::read_sponsors, findings);
  out.products = read(project, files.products, criteria::read_products, findings);
  out.leads = read(project, files.departments, criteria::read_leads, findings);
  out.statements = read(project, files.targets, criteria::read_statements, findings);
  if (files.counted == "decision") out.counted = criteria::Counted::from_decision;
  if (files.base == "implementing") out.base = criteria::Base::implementing;
  return out;
}

std::vector<std::string> known_ranks(const criteria::Catalogue& catalogue,
                                     const std::vector<criteria::Figure>& figures) {
  std::vector<std::string> out;
  for (const criteria::CriteriaSet& set : catalogue.sets()) out.push_back(set.rank);
  for (const criteria::Figure& figure : figures)
    out.insert(out.end(), figure.ranks.begin(), figure.ranks.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void drop_unknown_ranks(Registers& registers, const std::vector<std::string>& ranks) {
  std::erase_if(registers.recognitions.rows, [&](const criteria::Recognition& one) {
    if (std::find(ranks.begin(), ranks.end(), one.rank) != ranks.end()) return false;
    registers.findings.push_back(
        {base::Severity::error, "recognitions.unknown-rank", registers.recognitions.file,
         base::text("dòng {}, cột \"rank\"", "row {}, column \"rank\"", {std::to_string(one.row)}),
         base::text("{}: không có danh hiệu \"{}\"; dòng bị bỏ qua",
                    "{}: there is no title \"{}\"; the row is left out",
                    {one.unit_name.empty() ? one.unit_code : one.unit_name, one.rank}),
         base::nearest_word_advice(one.rank, ranks)});
    return true;
  });
}

}  // namespace ntmap::app
