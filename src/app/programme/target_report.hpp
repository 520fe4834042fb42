#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "base/job.hpp"
#include "base/text.hpp"
#include "criteria/targets.hpp"

namespace ntmap::app {

/// A figure of the programme at one place in one period.
struct FigureAt {
  std::string period;  ///< id; empty: no period has it
  criteria::FigureValue value;
  base::Text shown;
};

/// A target and where its figure stands.
struct TargetReport {
  criteria::Statement target;
  std::string place;  ///< "Tỉnh Hà Tĩnh", "Huyện Hương Khê"
  FigureAt now;       ///< of the period asked for, or the latest before it that has the figure
  FigureAt at_due;  ///< the first figure from the due day on; no period: the day is to come, or there is none
  FigureAt base;    ///< where the straight line to the target starts
  criteria::Progress progress;
  base::Text wanted;    ///< "≥ 75 xã đến 30/6/2025"
  base::Text sentence;  ///< one sentence with figure, target, document, pace and the rate that is needed
  std::string lead;     ///< department that answers for the figure; empty: nobody is named
};

/// Every target about a place of the project, in the order of its table. Several may be about one figure.
/// `period` is an id; throws Error when the project has none of that id. Empty without [programme] targets.
std::vector<TargetReport> target_reports(ProjectData& data, const std::string& period,
                                         const base::Job& job = {});

/// How a figure that a document states compares with what the project's data give.
enum class Agreement : std::uint8_t {
  agrees,
  truncated,     ///< the document cuts where it should round
  disagrees,     ///< the figure, or the share against its own numbers, is another
  not_computed,  ///< the document does not say from what, or it is no number
  no_data,       ///< the project has no figures to compute it from
  other_place,   ///< about a unit that is not in the project
};

struct StatedFigure {
  criteria::Statement statement;
  std::string place;
  FigureAt computed;
  Agreement agreement = Agreement::not_computed;
  base::Text implementing;  ///< a share over all units, over those that implement: "169/169"; empty: the same
  base::Text sentence;      ///< "T015: văn bản ghi 79,9 %; tính từ 1.205/1.512 là 79,7 %"
};

/// Every figure that documents say they observed, computed anew. The document's word is never adopted.
std::vector<StatedFigure> stated_figures(ProjectData& data, const base::Job& job = {});

/// What is wrong in rows of the table of targets: unknown figures, values that do not read or cannot be,
/// places that are not in the project.
base::Findings statement_findings(ProjectData& data, const base::Job& job = {});

/// What `ntmap check` tells of the programme: statements about figures or places that are not there or that
/// do not read, registers that do not fit the units, and figures of documents that disagree with the data or
/// with their own numbers. Rows of the registers by themselves: register_findings() of
/// check/check_registers.hpp.
base::Findings programme_findings(ProjectData& data, const base::Job& job = {});

}  // namespace ntmap::app
