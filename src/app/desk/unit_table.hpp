#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/data/project_data.hpp"
#include "app/desk/selection.hpp"
#include "base/error.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "model/table.hpp"

namespace ntmap::app {

/// One column of the attribute table: numbers, or words with the key that they are searched and sorted by.
struct UnitColumn {
  std::string id;  ///< "name", "code", "type", "district", or the id of an indicator
  base::Text title;
  base::Text unit;  ///< of measure; may be empty
  int decimals = 0;
  bool adds_up = false;           ///< a sum over units means something (ha, households; not percent)
  std::vector<double> numbers;    ///< NaN: no data; empty for a column of words
  std::vector<base::Text> words;  ///< empty for a column of numbers
  std::vector<std::string> keys;  ///< names::search_key of the words
  std::vector<std::uint8_t> not_applicable;  ///< 1 a unit; empty: none
  std::vector<std::uint8_t> edited;          ///< 1 where a person changed the value; empty: none

  bool is_number() const { return words.empty(); }
  /// What the cell of a unit shows; without a figure why: "chưa rõ", "không áp dụng".
  base::Text cell(std::size_t row) const;
};

/// Every unit with every indicator in one period: what attribute table and plots show.
struct UnitTable {
  std::shared_ptr<const Units> units;
  std::string period;
  std::vector<UnitColumn> columns;
  base::Findings findings;  ///< indicators that could not be read, and why

  const UnitColumn* find(const std::string& id) const;
};

/// `period` may be empty for projects without periods. An indicator that cannot be read becomes a finding.
UnitTable unit_table(ProjectData& data, const std::string& period, const base::Job& job = {});

/// How the table is looked at.
struct TableView {
  std::string sort_by;  ///< id of a column; empty: the order of the boundaries
  bool descending = false;
  std::map<std::string, std::string> filters;  ///< by column, as typed; see Filter
  std::set<std::string> hidden;                ///< ids of columns
  bool only_selected = false;
  bool operator==(const TableView&) const = default;
};

struct TableRows {
  std::vector<std::uint32_t> units;                ///< in the order shown
  std::map<std::string, base::Error> bad_filters;  ///< by column: they filter nothing
};

/// The units that pass all filters, sorted; units without data come last either way.
TableRows table_rows(const UnitTable& table, const TableView& view, const Selection& selection,
                     base::Lang lang);

/// Figures of the bottom line over the rows that are shown.
struct ColumnTotal {
  std::size_t count = 0;    ///< units with a number
  std::size_t missing = 0;  ///< without one, those not applicable left out
  double sum = 0;
  double mean = model::k_no_data;
  double min = model::k_no_data;
  double max = model::k_no_data;
};

ColumnTotal column_total(const UnitColumn& column, const std::vector<std::uint32_t>& units);

/// The rows and shown columns as text with tabs, as spreadsheets paste it, numbers as the language has them.
std::string table_text(const UnitTable& table, const TableView& view, const std::vector<std::uint32_t>& units,
                       base::Lang lang);

/// Writes the same as .xlsx or .csv (for Vietnamese: semicolons and decimal commas). Error{usage} for
/// another extension.
void export_table(const UnitTable& table, const TableView& view, const std::vector<std::uint32_t>& units,
                  base::Lang lang, const std::filesystem::path& target, base::Overwrite overwrite);

}  // namespace ntmap::app
