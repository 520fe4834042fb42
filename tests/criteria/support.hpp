#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/evaluate.hpp"
#include "criteria/set_file.hpp"
#include "model/table.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::test {

/// The sets of the project, with these overlays.
criteria::Catalogue project_sets(std::initializer_list<std::string_view> overlays = {});

/// Fills a table so that every figure of the project's sets passes with reserve for `unit`.
void pass_everything(criteria::ValueTable& values, const criteria::Catalogue& catalogue, std::size_t unit);

/// A table of text columns from CSV text (no quotes), the first line being the head.
model::Table table_from(std::string_view csv, std::string_view file = "bang.csv");

/// A CSV file of the checkout, with quotes, as a table of text columns.
model::Table read_csv(std::string_view relative);

}  // namespace ntmap::test
