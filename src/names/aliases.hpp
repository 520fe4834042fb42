#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding.hpp"

namespace ntmap::names {

/// A choice that a person confirmed: this spelling means that unit.
struct Alias {
  std::string name;      ///< as spelled in the table
  std::string district;  ///< empty: whatever district the row names
  std::string province;  ///< empty: whatever province the row names
  std::string code;
  std::uint32_t line = 0;  ///< in its file, from 1; 0: not from a file

  /// The same choice, wherever it stands.
  bool operator==(const Alias& other) const {
    return name == other.name && district == other.district && province == other.province &&
           code == other.code;
  }
};

/// Reads the CSV text of an alias file: header "name,district,province,code" (any order, name and code
/// required), quotes as in RFC 4180, UTF-8 with or without a byte order mark; also as Excel saves it again:
/// with semicolons or tabs, in UTF-16. Throws base::Error with `file` and the row for a missing column, an
/// unclosed quote, a row without name or code, and two codes for one spelling.
std::vector<Alias> parse_aliases(std::string_view csv, std::string_view file);

/// The same text again: byte order mark, CRLF, rows in the order given, as Excel reads it.
std::string format_aliases(const std::vector<Alias>& aliases);

/// Adds a choice; an earlier one for the same spelling is replaced.
void confirm(std::vector<Alias>& aliases, const Alias& choice);

/// Aliases that no unit answers to (join.alias-unknown-code, warning): without a word the rows of that
/// spelling would be left as they are. `known` says whether a code is that of exactly one unit.
base::Findings alias_findings(const std::vector<Alias>& aliases,
                              const std::function<bool(const std::string&)>& known, std::string_view file);

/// Looks up spellings. Spellings are one where they fold to the same key, type included: "xã  KỲ ANH"
/// is "Xã Kỳ Anh", but not "Kỳ Anh".
class AliasBook {
 public:
  AliasBook() = default;
  explicit AliasBook(const std::vector<Alias>& aliases);

  /// What was confirmed of a spelling, and whether it was for the row's own district and province.
  struct Found {
    std::string code;
    bool names_district = false;
    bool names_province = false;
  };

  /// The most exact alias: one that names the district and province before one that leaves them open.
  std::optional<Found> find(std::string_view name, std::string_view district,
                            std::string_view province) const;
  bool empty() const { return m_codes.empty(); }

 private:
  std::unordered_map<std::string, std::string> m_codes;
};

}  // namespace ntmap::names
