#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/units.hpp"
#include "base/finding.hpp"
#include "criteria/evaluate.hpp"
#include "criteria/figures.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// The rules of a project: criteria sets with overlays, and the figures that tables may hold.
struct Rulebook {
  criteria::Catalogue catalogue;
  std::vector<criteria::ColumnSpec> specs;
};

/// Reads them. Throws Error with file and line for what does not read.
Rulebook load_rulebook(const model::Project& project);

/// A table of figures whose rows are already joined to units.
struct FigureTable {
  const model::Table* table = nullptr;
  std::vector<std::uint32_t> unit_of_row;  ///< k_no_unit: left out
  std::vector<std::string> label_columns;  ///< keys and labels, which are no figures
};

/// The verdicts of all sets on all units of one period, with the figures they rest on.
class Assessment {
 public:
  /// `date` is the period's, ISO; `region` the province's column of thresholds ("btb").
  Assessment(std::shared_ptr<const Rulebook> rules, const std::shared_ptr<const Units>& units,
             const std::string& region, const std::string& date, const std::vector<FigureTable>& tables);

  const criteria::Evaluation& evaluation() const { return m_evaluation; }
  const base::Findings& findings() const { return m_findings; }
  /// What criteria::evidence() wants to know; points into this assessment.
  criteria::EvaluationInput input() const;

  /// One figure of every unit from the verdicts of a set. See docs/project-file.md, `compute`.
  struct Figure {
    std::vector<double> values;      ///< counts; NaN: unknown
    std::vector<std::string> words;  ///< verdicts as words; filled for "verdict:..."
    std::vector<std::uint8_t> not_applicable;
  };
  /// Throws Error naming the nearest set or what can be computed.
  Figure compute(const std::string& what, const std::string& set) const;

 private:
  std::shared_ptr<const Rulebook> m_rules;  // these are pointed to by the evaluation
  criteria::Units m_units;
  criteria::Period m_period;
  criteria::ValueTable m_values;
  base::Findings m_findings;
  criteria::Evaluation m_evaluation;
};

}  // namespace ntmap::app
