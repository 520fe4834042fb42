#pragma once

#include <string>

#include "model/project.hpp"

namespace ntmap::app {

/// Data named on the command line or dropped on the window, without a project file.
struct DirectInput {
  std::string boundaries;         ///< PATH[:layer]
  std::string code;               ///< field; may be empty when there is no table
  std::string name;               ///< field; may be empty
  std::string district;           ///< field; may be empty
  std::string table;              ///< PATH[:sheet]; empty: the value stands in the boundaries' own attributes
  std::string key;                ///< field of the table with the code; empty: the same name as `code`
  std::string value;              ///< field with the value
  std::string encoding = "auto";  ///< of the table, where there is one; else of the boundaries
  std::string boundaries_encoding = "auto";
  std::string crs;  ///< overrules the file's own
  model::Classification classification;
};

/// A project with one theme, "value", that shows that input. Opens no file.
/// Throws Error{usage} for what contradicts itself.
model::Project direct_project(const DirectInput& input);

/// The project of one list of units and one table, still without themes: what direct input and the join of
/// two files both begin with.
model::Project project_of_files(const model::Boundaries& boundaries, const model::TableSource& table);

/// Adds an indicator `id` of the field of the project's one table, and a theme `id` that shows it.
void add_column_theme(model::Project& project, const std::string& id, const std::string& field,
                      const model::Classification& classification);

}  // namespace ntmap::app
