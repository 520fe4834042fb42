#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/data/confirm_names.hpp"
#include "base/finding.hpp"
#include "base/pending_file.hpp"
#include "names/match.hpp"

namespace ntmap::app {

/// A join of two files, as `ntmap join` does it. Fields by role: code, name, district, province.
struct JoinRequest {
  std::string units;                               ///< PATH[:layer or sheet]
  std::map<std::string, std::string> unit_fields;  ///< code and name required
  std::string table;
  std::map<std::string, std::string> table_fields;  ///< name or code required
  std::string aliases;                              ///< file of confirmed choices; empty: none
  std::vector<ConfirmedRow> confirmed;              ///< saved in `aliases`, and used in this join
  Elsewhere elsewhere = Elsewhere::refused;         ///< of confirmed rows
  std::string encoding = "auto";
};

struct JoinResult {
  names::MatchReport report;
  /// row, status, method, code, name, score, candidates, file_row (where the row stands in its file or
  /// sheet); RFC 4180, UTF-8 with BOM, CRLF.
  std::string csv;
  base::Findings findings;  ///< of both files and of the join
  /// False where units have no code or share one; rows that mean these are ambiguous.
  bool unit_codes_sound = true;
  base::Text left_out;  ///< total rows and headings of districts, which mean no unit; empty: there are none
};

/// Throws Error for files and fields that are not there, for fields of unknown role, and for confirmed rows
/// that cannot be saved (see confirm()).
JoinResult join_files(const JoinRequest& request);

}  // namespace ntmap::app
