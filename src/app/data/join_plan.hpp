#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data/load_layer.hpp"
#include "app/data/name_candidate.hpp"
#include "base/error.hpp"
#include "base/job.hpp"
#include "model/project.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// What must be said to put a table onto boundaries. Field names may be empty where the file has none.
struct JoinPlan {
  std::string boundaries;  ///< PATH[:layer]
  std::string boundaries_encoding = "auto";
  std::string code;
  std::string name;
  std::string type;
  std::string district;
  std::string table;  ///< PATH[:sheet]
  std::string table_encoding = "auto";
  int header_row = 0;  ///< from 1; 0: find it
  std::string key;     ///< code in the table; empty: joined by name
  std::string table_name;
  std::string table_district;
  std::vector<std::string> values;  ///< columns that become themes, in the order of the table
  std::vector<model::ConfirmedName> confirmed;
  bool operator==(const JoinPlan&) const = default;
};

/// Encodings that a user can choose between, as files and command line name them.
const std::vector<std::string>& encoding_words();

/// The files as tables, decoded as the plan says.
struct JoinPreview {
  LoadedTable units;  ///< empty where the plan names no boundaries, or they cannot be read
  LoadedTable rows;
  std::vector<std::string> number_columns;  ///< of `rows`: at least half of their cells are numbers
  std::optional<base::Error> failure;  ///< why one of the files cannot be read; of both the boundaries' one
};
/// Reads what the plan names so far: one file alone can be looked at too. Throws Error only where the job is
/// cancelled.
JoinPreview join_preview(const JoinPlan& plan, const base::Job& job = {});

/// Fills fields of the plan that are empty or not in the files with the likeliest ones: names that offices
/// give to them, and for the values the first of the likely_values().
void guess_fields(JoinPlan& plan, const JoinPreview& preview);

/// Whether any of its cells is a number; a column of words alone makes no map.
bool holds_numbers(const model::Column& column);

/// The columns of numbers that are neither code nor row number, in the order of the table.
std::vector<std::string> likely_values(const JoinPlan& plan, const JoinPreview& preview);

/// Whether these columns are among the values from now on; their order stays the table's.
void choose_values(JoinPlan& plan, const JoinPreview& preview, const std::vector<std::string>& columns,
                   bool chosen);

/// A row of the table that found its unit, and by which rule.
struct MatchedRow {
  std::uint32_t row = 0;  ///< in the file, from 1
  std::string words;      ///< code, name and district as written
  std::string name;       ///< what a confirmed choice is kept under; empty: the row has no name
  std::string district;
  std::string unit;  ///< name, district and code of the unit
  names::MatchRule rule = names::MatchRule::none;
};

/// A row of the table that did not simply find its unit.
struct OpenRow {
  std::uint32_t row = 0;  ///< in the file, from 1
  std::string words;      ///< code, name and district as written
  std::string name;       ///< what a confirmed choice is kept under; empty: the row has no name
  std::string district;
  bool ambiguous = false;  ///< else nothing is near
  base::Text why;
  std::vector<NameCandidate> candidates;
};

/// A unit that a person can choose for a row.
struct JoinUnit {
  std::string code;  ///< of no other unit
  std::string label;
  std::string district;
  std::string key;     ///< the label as it is searched: small letters without marks
  bool taken = false;  ///< some row means it already
};

/// The three lists of a join: matched, only in the table, only on the map.
struct JoinLists {
  std::vector<MatchedRow> matched;  ///< those that a person should look at first, by likeness, first
  std::size_t repeated = 0;         ///< units of several rows with different values: they will be unknown
  std::vector<OpenRow> open;        ///< ambiguous ones first
  std::vector<std::string> only_on_map;  ///< units
  std::vector<JoinUnit> units;           ///< all that have a code of their own
  base::Findings findings;               ///< of both files and of the join
};
/// Throws Error for a file without fields or rows, for a field that is not there, and where there is nothing
/// to join by.
JoinLists join_lists(const JoinPlan& plan, const JoinPreview& preview);

}  // namespace ntmap::app
