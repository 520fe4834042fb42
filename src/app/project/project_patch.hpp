#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/project/toml_text.hpp"

namespace ntmap::app {

/// A TOML text that is changed line by line, so that all that is not touched stays as it was written.
/// Throws Error{data} for a text that is not TOML.
class ProjectPatch {
 public:
  explicit ProjectPatch(std::string_view text);

  /// Changes keys of the one section [section]: those with a value are set, the others are taken out. A
  /// section that is missing is put at the top.
  void change_section(const std::string& section, const TomlKeys& keys);
  /// The same in the entry of [[list]] whose `id` this is; nothing when there is none.
  void change_entry(const std::string& list, const std::string& id, const TomlKeys& keys);
  /// The same in the section below it, [list.section].
  void change_below(const std::string& list, const std::string& id, const std::string& section,
                    const TomlKeys& keys);
  /// Changes keys of entry number `index` of [[list]], from 0; nothing when there is none.
  void change_nth(const std::string& list, std::size_t index, const TomlKeys& keys);
  /// Puts the entries of [[list]] into the order of these ids: each goes with the sections below it and the
  /// comment right above it to the place of another, so that what lies between them stays. Requires all ids
  /// of the list, each once.
  void order_entries(const std::string& list, const std::vector<std::string>& ids);
  /// Takes that entry out, with the sections below it.
  void remove_entry(const std::string& list, const std::string& id);
  /// Puts text at the end, after an empty line.
  void append(const std::string& block);

  std::string text() const;

 private:
  struct Place;
  std::pair<std::size_t, std::size_t> lines_of_entry(const std::string& list, const std::string& id) const;
  void set(const std::string& key, const std::string& value, const Place& place);
  Place section_place(const std::string& section) const;
  Place entry_place(const std::string& list, const std::string& id) const;

  std::vector<std::string> m_lines;
};

}  // namespace ntmap::app
