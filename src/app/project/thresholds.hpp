#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/project/overlay_text.hpp"
#include "base/error.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// What a person lays down for an indicator that a decision leaves to the province: one row of thresholds.
struct ThresholdChange {
  /// A row that is there already, and the overlay it stands in, as the project writes its path.
  struct Place {
    std::string overlay;
    OverlayRow row;
  };

  std::string set;
  std::string indicator;  ///< its code
  std::string part;       ///< id of the figure it is for; empty: every one of the indicator's
  int year = 0;           ///< of assessment; 0: every year
  std::string from;       ///< ISO dates that bound it; mostly empty
  std::string to;
  /// "all", or regions ("btb") or groups ("group1"), each with a number ("95.5") or a word of the scale
  /// ("Đạt"). None: the row is taken out.
  std::vector<std::pair<std::string, std::string>> values;
  std::string overlay;   ///< the file it goes to, as the project writes its path; empty: a new one
  std::string document;  ///< of a new file: the decision that lays it down
  std::optional<Place> replaces;
};

/// The project with the row laid down in CriteriaSource::changed_overlays: in its place where it replaces
/// one of the same file, else at the end of the file it goes to. A file that the project has not yet is
/// named beside it. Throws Error, with file and line, for whatever criteria::load_overlay refuses, and
/// Error{usage} for a new file without a document. Writes nothing.
model::Project with_threshold(const model::Project& project, const ThresholdChange& change);

/// What with_threshold() would throw; nothing where it goes in.
std::optional<base::Error> threshold_refusal(const model::Project& project, const ThresholdChange& change);

/// Whether both judge by the same files and the same changes of them.
bool same_thresholds(const model::Project& a, const model::Project& b);

/// The text of an overlay that the project names: as changed, else as its file says. Throws Error{not_found}.
std::string overlay_content(const model::Project& project, const std::string& overlay);

/// Writes the overlays that were changed, each wholly or not at all. Before any is written it throws
/// Error{data} for one that another program changed since it was read.
void save_overlays(model::Project& project);

/// For another state of the project, which undo or redo may lead to, once `saved` was written in the place
/// of `before`: what it says otherwise than the files on the disk is a change of its own now.
void follow_saved_overlays(model::Project& other, const model::Project& before, const model::Project& saved);

}  // namespace ntmap::app
