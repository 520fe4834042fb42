#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/programme/target_report.hpp"
#include "criteria/figures.hpp"
#include "criteria/targets.hpp"

namespace ntmap::app {

/// Computes figures of statements in the periods of a project. For the reports of this folder.
class FigureFinder {
 public:
  /// The project must have criteria; both arguments must outlive this object.
  FigureFinder(ProjectData& data, const base::Job& job);

  /// In the order of their dates.
  const std::vector<const model::Period*>& periods() const { return m_periods; }
  const Assessment& at(const model::Period& period) { return *m_data.assessment(period, m_job); }
  /// Full name of the statement's unit, by the latest list that has it; empty: it is not in the project.
  std::string place_name(const criteria::Statement& statement);

  /// Full name and code of a unit of the project that is called as the statement says, whatever the
  /// statement's code; empty: none is.
  std::pair<std::string, std::string> place_called(const criteria::Statement& statement);

  FigureAt figure_in(const criteria::Statement& statement, const criteria::Figure& figure,
                     const model::Period& period);
  /// The figure of the latest period up to the day `last` that has it.
  FigureAt latest(const criteria::Statement& statement, const criteria::Figure& figure,
                  const std::string& last);
  FigureAt earliest(const criteria::Statement& statement, const criteria::Figure& figure);
  /// A share over all units again without those that do not implement the programme; empty where that is
  /// the same.
  base::Text among_implementing(const criteria::Statement& statement, const criteria::Figure& figure,
                                const model::Period& period, const FigureAt& over_all);

 private:
  std::uint32_t place_of(const criteria::Statement& statement, const model::Period& period);
  void take_before(const criteria::Statement& statement, const criteria::Figure& figure,
                   const model::Period& period, criteria::FigureInput& input, criteria::FigureInput& before);

  ProjectData& m_data;
  const base::Job& m_job;
  std::vector<const model::Period*> m_periods;
};

/// Whether a project has what targets and figures of documents are computed from.
bool has_programme(const ProjectData& data);

/// The figure that a statement is about; null when there is none of that id.
const criteria::Figure* figure_of(const Rulebook& rules, const criteria::Statement& statement);

/// Whether the value is a number, a word of the figure's scale or a day: else nothing can be held against it.
bool can_be_read(const criteria::Statement& statement, const criteria::Figure& figure);

/// A stated value with its unit: "75 xã", "khá", "có".
base::Text stated_value_text(const criteria::Statement& statement, const criteria::Figure* figure);

}  // namespace ntmap::app
