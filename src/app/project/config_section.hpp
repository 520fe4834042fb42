#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ntmap::app {

/// One table of a TOML file, read strictly: a key of the wrong type or, at finish(), a key that nobody
/// asked for is an Error that names file, line, key and the nearest known key.
class ConfigSection {
 public:
  /// Parses TOML text; `file` is the name used in messages. Throws Error{data} with the line.
  static ConfigSection from_text(std::string_view toml, const std::string& file);

  std::string text(std::string_view key, std::string_view otherwise = {});
  std::string required_text(std::string_view key);
  /// One of `words`, the first where the key is missing or empty; an error with the nearest word for any
  /// other.
  std::string one_of(std::string_view key, const std::vector<std::string>& words);
  /// KEY for both languages, or KEY_vi and KEY_en; a language that is missing takes the other's text.
  base::Text bilingual(std::string_view key);
  int integer(std::string_view key, int otherwise);
  double number(std::string_view key, double otherwise);
  bool flag(std::string_view key, bool otherwise);
  std::vector<std::string> texts(std::string_view key);
  std::vector<double> numbers(std::string_view key);
  /// A section of texts or lists of texts, [KEY], in the order of its keys.
  std::map<std::string, std::vector<std::string>> texts_map(std::string_view key);
  /// A date, written as a TOML date or as text, as "2025-01-31"; empty when there is none.
  std::string date(std::string_view key);
  std::optional<ConfigSection> table(std::string_view key);
  std::vector<ConfigSection> tables(std::string_view key);

  /// An error about one key of this section, for values that a caller refuses.
  base::Error error(std::string_view key, const base::Text& what, const base::Text& remedy = {}) const;
  /// Throws when the section holds a key that was never asked for.
  void finish() const;

 private:
  struct Impl;
  explicit ConfigSection(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}
  std::shared_ptr<Impl> m_impl;
};

}  // namespace ntmap::app
