#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "app/areas/coverage_store.hpp"
#include "app/data/edited_table.hpp"
#include "app/data/join_table.hpp"
#include "app/data/load_layer.hpp"
#include "app/data/units.hpp"
#include "app/programme/assessment.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "geom/label_point.hpp"
#include "model/project.hpp"

namespace ntmap::app {

struct ProjectCrosswalks;

/// The values of one indicator in one period, one a unit.
struct Figures {
  std::shared_ptr<const Units> units;
  std::vector<double> values;                ///< NaN: no data
  std::vector<std::string> texts;            ///< words, for category themes; empty: no data
  std::vector<std::uint32_t> source_row;     ///< row in the file that gave the value; 0: none
  std::vector<std::uint8_t> not_applicable;  ///< 1 for units the figure is not for; empty: none
  /// 1 for units the figure is not for that yet count in what its shares are of: they do not implement the
  /// programme, and the project counts on all (rule N01). Empty: none.
  std::vector<std::uint8_t> in_base;
  std::vector<std::uint32_t> blank;  ///< units that the table knows, without a figure in this period
  std::vector<std::uint8_t> edited;  ///< 1 where a person changed the value; empty: none
  std::string file;                  ///< that file
  bool illustrative = false;         ///< verdicts among them rest on an illustrative threshold
  std::string since;                 ///< of a change: the period it is compared with; empty: none
  base::Findings findings;           ///< how the table was read and joined, and what is wrong in it
};

/// The data behind a project, read once and kept. Safe to use from several threads.
class ProjectData {
 public:
  explicit ProjectData(std::shared_ptr<const model::Project> project);
  /// Takes over what was read for an earlier state of the same project: what styles, values changed by hand
  /// and confirmed names do not touch.
  ProjectData(std::shared_ptr<const model::Project> project, ProjectData& earlier);

  const model::Project& project() const { return *m_project; }

  /// Throws Error when the vintage does not exist or cannot be read.
  std::shared_ptr<const Units> units(const std::string& vintage, const base::Job& job = {});
  /// The rows of a table that are of a period (all of them where the table has one file for all periods).
  std::shared_ptr<const LoadedTable> table(const std::string& id, const std::string& period);
  /// The project's crosswalks; none when it has none. Throws Error for files that do not read.
  std::shared_ptr<const ProjectCrosswalks> crosswalks();
  /// The registers of the programme; empty ones when the project has none.
  std::shared_ptr<const Registers> registers();
  /// The rules of the project's criteria, which it must have. Throws Error for files that do not read.
  std::shared_ptr<const Rulebook> rulebook();
  /// The criteria's tables of communes in a period, joined to the units of that time. Valid as long as this
  /// object.
  std::vector<FigureTable> figure_tables(const model::Period& period, const base::Job& job = {});
  /// Verdicts and registers of a period; null when the project has no criteria. What is made once is kept.
  std::shared_ptr<const Assessment> assessment(const model::Period& period, const base::Job& job = {});
  /// Values of an indicator. `period` may be empty for tables without periods.
  Figures figures(const std::string& indicator, const std::string& period, const base::Job& job = {});
  /// What the areas of an [[areas]] layer cover of units; and what weights lie in them.
  std::shared_ptr<const Coverage> coverage(const std::string& areas,
                                           const std::shared_ptr<const Units>& units,
                                           const base::Job& job = {}) {
    return m_coverages->coverage(*m_project, areas, units, job);
  }
  std::shared_ptr<const UnitWeights> weights(const std::string& weights,
                                             const std::shared_ptr<const Units>& units,
                                             const base::Job& job = {}) {
    return m_coverages->weights(*m_project, weights, units, job);
  }
  /// Where each unit's label stands best; found once for each vintage, on all threads.
  std::shared_ptr<const std::vector<geom::LabelPoint>> label_points(
      const std::shared_ptr<const Units>& units);
  /// Periods in which the indicator has at least one value, in the project's order.
  std::vector<std::string> periods_of(const std::string& indicator);
  /// The last of them, found without reading the others; empty when there is none.
  std::string latest_period_of(const std::string& indicator);

 private:
  /// Whether a field that one period's file lacks stands in another's: then it was not asked that time.
  bool another_period_has(const model::TableSource& source, const std::string& period,
                          const std::string& field);
  Figures empty_figures(const model::Period* period, const base::Job& job);
  Figures table_figures(const model::Indicator& indicator, const model::Period* period, const base::Job& job);
  Figures computed_figures(const model::Indicator& indicator, const model::Period* period,
                           const base::Job& job);
  Figures coverage_figures(const model::Indicator& indicator, const model::Period* period,
                           const base::Job& job);
  Figures old_titles(const model::Indicator& indicator, const Assessment& now, Figures figures,
                     const base::Job& job);
  /// The period that a change is since: the one asked for, else the last before with figures; or null.
  const model::Period* period_to_compare(const model::Indicator& indicator, const model::Period& period,
                                         const base::Job& job);
  Figures changed_figures(const model::Indicator& indicator, const model::Period& period,
                          const base::Job& job);
  /// The figure of the criteria that an indicator shows; null where no criteria read it.
  const criteria::ColumnSpec* judged_figure(const model::Indicator& indicator);
  FigureTable figure_table(const model::TableSource& source, const std::string& period,
                           const LoadedTable& loaded, const Units& units,
                           const std::vector<std::uint32_t>& indices);
  /// What joining the rows found: of a table of the criteria without units that are out of the programme.
  base::Findings join_findings(const model::TableSource& source, const std::string& period,
                               const EditedTable& rows, const Units& units);
  void take_mergers(const model::Boundaries& boundaries, AssessmentInput& input);
  std::vector<FigureTable> tables_above(const UnitTree& tree, const std::string& vintage,
                                        const std::string& period);
  std::shared_ptr<const TableJoin> joined(const model::TableSource& source, const Units& units,
                                          const std::string& period);
  EditedTable edited(const model::TableSource& source, const Units& units, const std::string& period);

  std::shared_ptr<const model::Project> m_project;
  std::recursive_mutex m_mutex;
  std::map<std::string, std::shared_ptr<const Units>> m_units;
  std::map<std::string, std::shared_ptr<const std::vector<geom::LabelPoint>>> m_label_points;
  std::map<std::string, std::shared_ptr<const LoadedTable>> m_tables;
  std::map<std::string, std::shared_ptr<const TableJoin>> m_joins;  // by table, vintage and period
  std::shared_ptr<const Rulebook> m_rules;
  std::shared_ptr<const Registers> m_registers;
  std::shared_ptr<const ProjectCrosswalks> m_crosswalks;
  std::map<std::string, std::shared_ptr<const Assessment>> m_assessments;
  std::shared_ptr<CoverageStore> m_coverages = std::make_shared<CoverageStore>();
};

}  // namespace ntmap::app
