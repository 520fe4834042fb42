#pragma once

#include <string>
#include <vector>

#include "base/text.hpp"
#include "criteria/figures.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// Why a value cannot stand in that column, in the words in which `check` tells of it: "giá trị 150,5 % nằm
/// ngoài khoảng 0 – 100". Empty where it can, and for no data. `value` is as edits store it
/// (app/project/typed_value); `specs` are the figures of the criteria, which judge the columns of the
/// criteria's tables.
base::Text why_impossible(const model::Project& project, const std::vector<criteria::ColumnSpec>& specs,
                          const std::string& table, const std::string& field, const std::string& value);

}  // namespace ntmap::app
