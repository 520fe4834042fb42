#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/data/unit_tree.hpp"
#include "app/programme/registers.hpp"
#include "base/finding.hpp"
#include "criteria/compute_figure.hpp"
#include "criteria/evaluate.hpp"
#include "criteria/figures.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The rules of a project: criteria sets with overlays, and the figures that tables may hold.
struct Rulebook {
  criteria::Catalogue catalogue;
  std::vector<criteria::Figure> figures;
  std::vector<criteria::ColumnSpec> specs;
};

/// Reads them. Throws Error with file and line for what does not read.
Rulebook load_rulebook(const model::Project& project);

/// A table of figures whose rows are already joined to units of the tree.
struct FigureTable {
  std::shared_ptr<const model::Table> table;
  std::vector<std::uint32_t> unit_of_row;                     ///< k_no_unit: left out
  std::vector<std::string> label_columns;                     ///< keys and labels, which are no figures
  base::Findings findings;                                    ///< of reading and joining it
  std::vector<std::pair<std::string, std::uint32_t>> edited;  ///< figure and unit of values changed by hand
};

/// What one period is assessed from.
struct AssessmentInput {
  std::shared_ptr<const Rulebook> rules;
  std::shared_ptr<const Registers> registers;
  UnitTree tree;
  criteria::CodeValidity days;  ///< when these units hold
  model::Period period;
  std::string scope;  ///< whose departments come first: the province's name
  std::vector<FigureTable> tables;
  std::vector<std::optional<criteria::Merger>> mergers;  ///< of the tree's units; empty: none is known
  base::Findings findings;                               ///< of what else was read for it
};

/// The programme in one period: verdicts of all sets on communes, districts and the province, the figures
/// they rest on, and what the registers say of these units. Never changes once made: safe from any thread.
class Assessment {
 public:
  explicit Assessment(AssessmentInput input);
  Assessment(const Assessment&) = delete;
  Assessment& operator=(const Assessment&) = delete;

  const model::Period& period() const { return m_period; }
  /// Units are named by their index here; those of the map come first, in the map's order.
  const UnitTree& tree() const { return m_tree; }
  const Rulebook& rules() const { return *m_rules; }
  const Registers& registers() const { return *m_registers; }
  const criteria::ValueTable& values() const { return m_values; }
  const criteria::Evaluation& evaluation() const { return m_evaluation; }
  /// What went into the evaluation, for evidence() and the analyses of `criteria/`.
  criteria::EvaluationInput input() const;
  /// The same for compute_figure(), without a year before.
  criteria::FigureInput figure_input() const;
  /// How the tables and registers were read for these units, and what is wrong in them.
  const base::Findings& findings() const { return m_findings; }

  /// Titles whose codes are those of these units.
  std::span<const criteria::Recognition> recognitions() const { return m_recognitions; }
  /// Whether any decision speaks of these units. False after a reform, until titles are decided anew.
  bool titles_known() const { return m_titles_known; }
  /// What merger or split made the unit; null when none did, or none is known.
  const criteria::Merger* merger(std::uint32_t unit) const;
  bool excluded(std::uint32_t unit) const { return m_excluded[unit] != 0; }
  std::span<const std::uint8_t> excluded() const { return m_excluded; }
  /// Whose departments come first: the province's name.
  const std::string& scope() const { return m_scope; }
  /// Why the unit does not implement the programme; null when it does.
  const criteria::Exclusion* exclusion(std::uint32_t unit) const;
  /// Null when nobody is assigned.
  const criteria::Sponsor* sponsor(std::uint32_t unit) const;
  std::span<const criteria::Sponsor> sponsors() const { return m_sponsors; }

  /// Throws Error naming the nearest set.
  const criteria::SetResult& result(const std::string& set) const;
  /// The sets in force that the unit is judged by, each after those it needs: met, advanced, model.
  std::vector<const criteria::SetResult*> sets_of(std::uint32_t unit) const;
  /// A set and those above it in its chain that are in force: met, advanced, model.
  std::vector<const criteria::SetResult*> chain_from(const criteria::SetResult& result) const;
  /// Evaluated against recognised, by the title that the set gives.
  criteria::Standing standing(const criteria::SetResult& result, std::uint32_t unit) const;
  /// Whether the unit's parts held titles of the chain from `first` on, and none was decided for it since:
  /// then it has no level to show (rule M02).
  bool level_is_open(const criteria::SetResult& first, std::uint32_t unit) const;

 private:
  void take_tables(const std::vector<FigureTable>& tables);
  void bind_registers(const criteria::CodeValidity& days);
  void bind_products(const criteria::CodeValidity& days);
  void make_titles();
  void take_counted_figures();
  void take_counted_figure(const criteria::Figure& figure, const std::vector<std::string>& types,
                           const criteria::FigureInput& input);
  void take_revoked_communes(criteria::Standing& said, std::uint32_t district) const;

  std::shared_ptr<const Rulebook> m_rules;  // all down to m_titles are pointed to by the evaluation
  std::shared_ptr<const Registers> m_registers;
  UnitTree m_tree;
  model::Period m_period;
  std::string m_scope;
  criteria::Period m_when;
  criteria::ValueTable m_values;
  std::vector<std::optional<criteria::Merger>> m_mergers;
  std::vector<criteria::Recognition> m_recognitions;
  std::vector<criteria::Exclusion> m_exclusions;
  std::vector<criteria::Sponsor> m_sponsors;
  std::vector<criteria::Product> m_products;
  std::vector<std::uint8_t> m_excluded;
  bool m_titles_known = false;
  std::vector<criteria::Titles> m_titles;
  base::Findings m_findings;
  criteria::Evaluation m_evaluation;
};

}  // namespace ntmap::app
