#include "app/project/project_patch.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "criteria/toml_words.hpp"

namespace ntmap::app {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

toml::table parsed(const std::vector<std::string>& lines) {
  try {
    return toml::parse(joined(lines));
  } catch (const toml::parse_error& failure) {
    throw base::Error(
        base::ErrorKind::data,
        base::text("dòng {}: cú pháp TOML sai: {}", "line {}: not valid TOML: {}",
                   {failure.source().begin.line, criteria::toml_mistake(failure.description())}));
  }
}

/// Bytes before the column, which counts code points from 1.
std::size_t byte_at(const std::string& line, std::size_t column) {
  std::size_t byte = 0;
  for (std::size_t at = 1; at < column && byte < line.size(); ++at) {
    ++byte;
    while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xc0) == 0x80) ++byte;
  }
  return byte;
}

bool is_section(const toml::node& node) {
  return node.is_table() ? !node.as_table()->is_inline() : node.is_array_of_tables();
}

/// From 0: the line of the last simple key of a table, or of its heading when it has none.
std::size_t last_key_line(const toml::table& table) {
  auto last = table.source().begin.line;
  for (const auto& [key, node] : table) {
    if (!is_section(node)) last = std::max(last, node.source().end.line);
  }
  return last - 1;
}

}  // namespace

/// A table of the text as it is now.
struct ProjectPatch::Place {
  std::shared_ptr<const toml::table> root;  // keeps `table` alive
  const toml::table* table = nullptr;       // null: not there
};

ProjectPatch::ProjectPatch(std::string_view text) : m_lines(lines_of(text)) {
  parsed(m_lines);
}

ProjectPatch::Place ProjectPatch::section_place(const std::string& section) const {
  auto root = std::make_shared<const toml::table>(parsed(m_lines));
  const toml::node* node = root->get(section);
  return {root, node == nullptr ? nullptr : node->as_table()};
}

ProjectPatch::Place ProjectPatch::entry_place(const std::string& list, const std::string& id) const {
  auto root = std::make_shared<const toml::table>(parsed(m_lines));
  const toml::array* entries = root->get(list) == nullptr ? nullptr : root->get(list)->as_array();
  if (entries == nullptr) return {root, nullptr};
  for (const toml::node& entry : *entries) {
    const toml::table* table = entry.as_table();
    if (table != nullptr && (*table)["id"].value_or(std::string()) == id) return {root, table};
  }
  return {root, nullptr};
}

void ProjectPatch::set(const std::string& key, const std::string& value, const Place& place) {
  const toml::node* node = place.table->get(key);
  if (node == nullptr) {
    if (value.empty()) return;
    const std::size_t line = last_key_line(*place.table) + 1;
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(line), key + " = " + value);
    return;
  }
  const auto begin = node->source().begin;
  const auto end = node->source().end;
  const std::string before =
      m_lines[begin.line - 1].substr(0, byte_at(m_lines[begin.line - 1], begin.column));
  const std::string after = m_lines[end.line - 1].substr(byte_at(m_lines[end.line - 1], end.column));
  const auto first = m_lines.begin() + static_cast<std::ptrdiff_t>(begin.line - 1);
  const auto last = m_lines.begin() + static_cast<std::ptrdiff_t>(end.line);
  const auto at = m_lines.erase(first, last);
  if (!value.empty()) m_lines.insert(at, before + value + after);
}

void ProjectPatch::change_section(const std::string& section, const TomlKeys& keys) {
  for (const auto& [key, value] : keys) {
    Place place = section_place(section);
    if (place.table == nullptr && value.empty()) continue;
    if (place.table == nullptr) {
      m_lines.insert(m_lines.begin(), {"[" + section + "]", ""});
      place = section_place(section);
    }
    set(key, value, place);
  }
}

void ProjectPatch::change_entry(const std::string& list, const std::string& id, const TomlKeys& keys) {
  for (const auto& [key, value] : keys) {
    const Place place = entry_place(list, id);
    if (place.table != nullptr) set(key, value, place);
  }
}

void ProjectPatch::change_below(const std::string& list, const std::string& id, const std::string& section,
                                const TomlKeys& keys) {
  for (const auto& [key, value] : keys) {
    Place place = entry_place(list, id);
    const toml::node* below = place.table == nullptr ? nullptr : place.table->get(section);
    if (below == nullptr || !below->is_table()) return;
    place.table = below->as_table();
    set(key, value, place);
  }
}

void ProjectPatch::change_nth(const std::string& list, std::size_t index, const TomlKeys& keys) {
  for (const auto& [key, value] : keys) {
    Place place;
    auto root = std::make_shared<const toml::table>(parsed(m_lines));
    const toml::array* entries = root->get(list) == nullptr ? nullptr : root->get(list)->as_array();
    if (entries == nullptr || index >= entries->size()) return;
    place.root = root;
    place.table = entries->get(index)->as_table();
    if (place.table != nullptr) set(key, value, place);
  }
}

/// From its heading to the last line of the sections below it ([[list.more]]), end exclusive; 0, 0 where
/// there is none. The comment above the next section is not part of it.
std::pair<std::size_t, std::size_t> ProjectPatch::lines_of_entry(const std::string& list,
                                                                 const std::string& id) const {
  const Place place = entry_place(list, id);
  if (place.table == nullptr) return {0, 0};
  const std::size_t first = place.table->source().begin.line - 1;
  std::size_t end = last_key_line(*place.table) + 1;
  const auto below = [&](const std::string& line) {
    const std::size_t at = line.find_first_not_of(" \t[");
    return line.find('[') != std::string::npos && at != std::string::npos &&
           line.compare(at, list.size() + 1, list + ".") == 0;
  };
  const auto heading = [](const std::string& line) {
    const std::size_t at = line.find_first_not_of(" \t");
    return at != std::string::npos && line[at] == '[';
  };
  for (std::size_t line = end; line < m_lines.size(); ++line) {
    if (!heading(m_lines[line])) continue;
    if (!below(m_lines[line])) break;
    end = line + 1;
    while (end < m_lines.size() && !m_lines[end].empty() && !heading(m_lines[end])) ++end;
    line = end - 1;
  }
  return {first, end};
}

void ProjectPatch::order_entries(const std::string& list, const std::vector<std::string>& ids) {
  std::vector<std::pair<std::size_t, std::size_t>> places;  // as the text has them
  std::vector<std::vector<std::string>> blocks;             // in the new order
  for (const std::string& id : ids) {
    auto [first, end] = lines_of_entry(list, id);
    while (first > 0 && m_lines[first - 1].starts_with('#')) --first;
    places.emplace_back(first, end);
    blocks.emplace_back(m_lines.begin() + static_cast<std::ptrdiff_t>(first),
                        m_lines.begin() + static_cast<std::ptrdiff_t>(end));
  }
  std::sort(places.begin(), places.end());
  std::vector<std::string> out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    out.insert(out.end(), m_lines.begin() + static_cast<std::ptrdiff_t>(at),
               m_lines.begin() + static_cast<std::ptrdiff_t>(places[i].first));
    out.insert(out.end(), blocks[i].begin(), blocks[i].end());
    at = places[i].second;
  }
  out.insert(out.end(), m_lines.begin() + static_cast<std::ptrdiff_t>(at), m_lines.end());
  m_lines = std::move(out);
}

void ProjectPatch::remove_entry(const std::string& list, const std::string& id) {
  auto [first, end] = lines_of_entry(list, id);
  if (end == 0) return;
  while (end < m_lines.size() && m_lines[end].empty()) ++end;
  m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(first),
                m_lines.begin() + static_cast<std::ptrdiff_t>(end));
}

void ProjectPatch::append(const std::string& block) {
  if (!m_lines.empty() && !m_lines.back().empty()) m_lines.emplace_back();
  for (std::string& line : lines_of(block)) m_lines.push_back(std::move(line));
}

std::string ProjectPatch::text() const {
  return joined(m_lines);
}

}  // namespace ntmap::app
