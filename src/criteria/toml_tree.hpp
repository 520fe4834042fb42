#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "criteria/date.hpp"
#include "criteria/decimal.hpp"

namespace ntmap::criteria {

struct TomlEntry;

/// A TOML value as plain data, with the line it stands on.
struct TomlNode {
  enum class Kind : std::uint8_t { text, integer, number, flag, date, list, table, other };
  Kind kind = Kind::other;
  std::string text;
  double number = 0;  ///< integer, number
  bool flag = false;
  Date date;
  std::vector<TomlNode> items;
  std::vector<TomlEntry> entries;  ///< in the order of their names
  std::uint32_t line = 0;
};

struct TomlEntry {
  std::string key;
  TomlNode value;
};

/// Reads TOML text; `file` is its name in messages. Throws base::Error{data} with file and line.
TomlNode parse_toml(std::string_view text, const std::filesystem::path& file);
/// Reads a TOML file. Throws base::Error: not_found, or data with file and line.
TomlNode read_toml(const std::filesystem::path& file);

/// base::Error{data} at "file, line n".
base::Error error_at(const std::string& file, std::uint32_t line, base::Text what, base::Text remedy = {});

/// "Did you mean ...?" with the nearest of the known words; empty where none is near.
base::Text suggestion(std::string_view word, const std::vector<std::string>& known);

/// Reads the fields of one table strictly: what is missing, of a wrong type or not asked for is an error
/// that names file, line and key, and for an unknown key the nearest known one.
class Fields {
 public:
  Fields(std::string file, const TomlNode& table);

  const TomlNode* find(std::string_view key);
  std::string text(std::string_view key);
  std::string text_or(std::string_view key, std::string_view otherwise);
  base::Text both(std::string_view vi_key, std::string_view en_key);
  bool flag(std::string_view key);
  int integer_or(std::string_view key, int otherwise);
  std::optional<Decimal> decimal(std::string_view key);
  Date date(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  /// The tables of a list; none when the key is not there.
  const std::vector<TomlNode>& tables(std::string_view key);
  /// Throws for the first key that nothing above asked for.
  void finish() const;

  std::uint32_t line() const { return m_table->line; }
  const std::string& file() const { return m_file; }
  /// An error at the line of this table.
  base::Error error(base::Text what, base::Text remedy = {}) const;

 private:
  [[noreturn]] void wrong_type(const TomlNode& node, std::string_view key, const base::Text& due) const;

  std::string m_file;
  const TomlNode* m_table;
  std::vector<std::string> m_known;
};

}  // namespace ntmap::criteria
