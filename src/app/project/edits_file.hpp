#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/project.hpp"

namespace ntmap::app {

/// Single values changed by hand, as a project keeps them apart from the sources: CSV with a header row and
/// the columns table, field, period, code, value, was, who, when (any order; table, field and code
/// required). A cell that stands twice takes its last row.
/// Throws Error{data} with `file` and the row for a missing column or a row without table, field or code.
std::vector<model::ValueEdit> parse_edits(std::string_view csv, const std::string& file);

/// The same again: byte order mark and CRLF, as spreadsheets read it.
std::string format_edits(const std::vector<model::ValueEdit>& edits);

/// The edits that a project's file names; none when the file is not there yet.
std::vector<model::ValueEdit> read_edits(const model::Project& project);

/// The edit of a cell, or null.
const model::ValueEdit* find_edit(const std::vector<model::ValueEdit>& edits, const std::string& table,
                                  const std::string& field, const std::string& period,
                                  const std::string& code);

/// Takes the edit in, in place of an earlier one of the same cell. One that gives the source's own value
/// back takes the earlier one away.
void put_edit(std::vector<model::ValueEdit>& edits, const model::ValueEdit& edit);

}  // namespace ntmap::app
