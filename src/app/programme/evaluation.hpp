#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/data/title_mix.hpp"
#include "app/programme/area_report.hpp"
#include "app/programme/target_report.hpp"
#include "app/programme/unit_report.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/xlsx_writer.hpp"

namespace ntmap::app {

/// What `ntmap evaluate` is asked for.
struct EvaluationChoice {
  std::string period;                     ///< id; empty: the latest with figures for a criteria set
  std::optional<model::UnitLevel> level;  ///< only units of this level; nothing: all
};

/// All that is known of the programme in one period: what the command writes.
struct EvaluationReport {
  std::shared_ptr<const Assessment> assessment;
  base::Text project;
  base::Text notice;                     ///< "ranh giới sơ đồ, số liệu minh họa"
  std::vector<model::UnitLevel> levels;  ///< that were asked for
  std::vector<std::uint32_t> units;      ///< of those levels
  std::vector<AreaSummary> areas;        ///< districts, then the province or the whole
  std::optional<TitleMix> old_titles;    ///< of communes, where nothing is decided yet for these units
  std::vector<TargetReport> targets;
  std::vector<StatedFigure> stated;
  base::Findings findings;
};

/// Throws Error{usage} for a project without [criteria] or periods, Error{not_found} naming the nearest
/// period, Error{data} where no period has figures.
EvaluationReport evaluate_project(ProjectData& data, const EvaluationChoice& choice,
                                  const base::Job& job = {});

/// The assessment of a period, or of the latest with figures for a criteria set where `period` is empty.
/// Throws as evaluate_project() does.
std::shared_ptr<const Assessment> assessment_to_evaluate(ProjectData& data, const std::string& period,
                                                         const base::Job& job = {});

/// The basic set of communes in force, "XA_NTM_2021_2025"; empty when there is none.
std::string basic_commune_set(const Assessment& assessment);

/// A few sentences: how many units met each set, what lapsed, targets by pace, departments with most left.
std::vector<base::Text> summary_of(const EvaluationReport& report);

/// Sheets for people: one for each kind of unit with its criteria in colour, roll-ups, criteria, targets,
/// figures of documents, what is left by department and by sponsor, and the evidence of every verdict.
std::vector<io::Sheet> evaluation_sheets(const EvaluationReport& report, base::Lang lang,
                                         const base::Job& job = {});

/// One long table for programs: a row for each verdict of each unit (kind set, criterion, indicator), each
/// figure of an area (kind figure) and each target (kind target). Verdicts are the words met, not_met,
/// unknown, not_applicable in every language.
io::Sheet evaluation_records(const EvaluationReport& report, base::Lang lang, const base::Job& job = {});

/// The same, nested, as one JSON object.
std::string evaluation_json(const EvaluationReport& report, base::Lang lang, const base::Job& job = {});

/// Refuses an extension other than .csv, .xlsx and .json, and a target that must not be written.
void check_evaluation(const std::filesystem::path& target, base::Overwrite overwrite);

/// Writes it in the format that the extension says.
void write_evaluation(const EvaluationReport& report, const std::filesystem::path& target, base::Lang lang,
                      base::Overwrite overwrite, const base::Job& job = {});

}  // namespace ntmap::app
