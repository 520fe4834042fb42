#include "app/programme/registers.hpp"

#include "app/data/load_layer.hpp"
#include "app/project/project_file.hpp"

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

}  // namespace ntmap::app
