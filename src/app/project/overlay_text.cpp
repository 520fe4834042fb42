#include "app/project/overlay_text.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "base/error.hpp"
#include "criteria/toml_words.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

toml::table parsed_overlay(std::string_view toml) {
  try {
    return toml::parse(toml);
  } catch (const toml::parse_error& failure) {
    throw Error(ErrorKind::data,
                text("dòng {}: cú pháp TOML sai: {}", "line {}: not valid TOML: {}",
                     {failure.source().begin.line, criteria::toml_mistake(failure.description())}));
  }
}

/// Where the line begins, from 1; the end of the text for one behind the last.
std::size_t line_start(std::string_view toml, std::size_t line) {
  std::size_t at = 0;
  while (--line > 0 && at < toml.size()) at = std::min(toml.find('\n', at), toml.size() - 1) + 1;
  return at;
}

/// The byte of a position, whose column counts code points from 1.
std::size_t byte_of(std::string_view toml, const toml::source_position& place) {
  std::size_t at = line_start(toml, place.line);
  for (std::size_t column = 1; column < place.column && at < toml.size(); ++column) {
    ++at;
    while (at < toml.size() && (static_cast<unsigned char>(toml[at]) & 0xc0) == 0x80) ++at;
  }
  return at;
}

/// Behind the string that begins at `at`. Strings of an inline table stand on one line.
std::size_t behind_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  for (++at; at < toml.size() && toml[at] != quote; ++at) {
    if (quote == '"' && toml[at] == '\\') ++at;
  }
  return std::min(at + 1, toml.size());
}

/// Behind the brace that closes the one at `at`.
std::size_t behind_brace(std::string_view toml, std::size_t at) {
  int depth = 0;
  while (at < toml.size()) {
    const char c = toml[at];
    if (c == '"' || c == '\'') {
      at = behind_string(toml, at);
      continue;
    }
    ++at;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) break;
  }
  return at;
}

const toml::array* threshold_rows_of(const toml::table& root, const std::string& set) {
  return root["set"][set]["threshold"].as_array();
}

const toml::table& find_row(const toml::table& root, const OverlayRow& row) {
  if (const toml::array* rows = threshold_rows_of(root, row.set)) {
    for (const toml::node& node : *rows) {
      const toml::table* one = node.as_table();
      if (one != nullptr && one->source().begin.line == row.line &&
          (*one)["indicator"].value_or(std::string()) == row.indicator &&
          (*one)["value"].value_or(std::string()) == row.part && (*one)["year"].value_or(0) == row.year)
        return *one;
    }
  }
  throw Error(ErrorKind::data,
              text("tệp ngưỡng không còn dòng {} của chỉ tiêu {}",
                   "the file of thresholds no longer has line {} of indicator {}", {row.line, row.indicator}),
              text("Mở lại dự án.", "Open the project again."));
}

std::string inline_row(const TomlKeys& keys) {
  std::string out;
  for (const auto& [key, value] : keys) {
    if (value.empty()) continue;
    out += out.empty() ? "{ " : ", ";
    out.append(key).append(" = ").append(value);
  }
  return out + " }";
}

struct TextSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
};

TextSpan inline_span(std::string_view toml, const toml::table& row) {
  const std::size_t begin = toml.find('{', byte_of(toml, row.source().begin));
  return {begin, behind_brace(toml, begin)};
}

/// The lines of a row that is a section, from its heading to the next one.
TextSpan section_span(std::string_view toml, const toml::table& row) {
  const std::size_t begin = line_start(toml, row.source().begin.line);
  std::size_t end = begin;
  do {
    end = std::min(toml.find('\n', end), toml.size() - 1) + 1;
  } while (end < toml.size() && toml[std::min(toml.find_first_not_of(" \t", end), toml.size() - 1)] != '[');
  return {begin, end};
}

std::size_t skip_blanks(std::string_view toml, std::size_t at) {
  return std::min(toml.find_first_not_of(" \t", at), toml.size());
}

/// With the comma behind it, and the whole line where nothing else but a comment stands on it.
TextSpan with_comma(std::string_view toml, TextSpan span) {
  if (const std::size_t at = skip_blanks(toml, span.end); at < toml.size() && toml[at] == ',')
    span.end = at + 1;
  const std::size_t line_begin = span.begin == 0 ? 0 : toml.rfind('\n', span.begin - 1) + 1;
  const std::size_t next = skip_blanks(toml, span.end);
  const bool alone = skip_blanks(toml, line_begin) == span.begin &&
                     (next == toml.size() || toml[next] == '#' || toml[next] == '\r' || toml[next] == '\n');
  if (!alone) return span;
  return {line_begin, std::min(toml.find('\n', next), toml.size() - 1) + 1};
}

/// Behind the last row of an inline list, with its comma and the comment beside it.
std::string added_inline(std::string toml, const toml::array& rows, const std::string& row) {
  if (rows.empty()) {
    toml.insert(toml.find('[', byte_of(toml, rows.source().begin)) + 1, "\n  " + row + ",\n");
    return toml;
  }
  std::size_t at = inline_span(toml, *rows.back().as_table()).end;
  const std::size_t comma = skip_blanks(toml, at);
  if (comma < toml.size() && toml[comma] == ',')
    at = comma + 1;
  else
    toml.insert(at++, ",");
  const std::size_t next = skip_blanks(toml, at);
  if (next < toml.size() && toml[next] == '#') at = std::min(toml.find('\n', next), toml.size());
  toml.insert(at, "\n  " + row + ",");
  return toml;
}

}  // namespace

std::string with_row_replaced(std::string_view toml, const OverlayRow& row, const TomlKeys& keys) {
  const toml::table root = parsed_overlay(toml);
  const toml::table& found = find_row(root, row);
  std::string out(toml);
  if (found.is_inline()) {
    const TextSpan span = inline_span(toml, found);
    return out.replace(span.begin, span.end - span.begin, inline_row(keys));
  }
  const TextSpan span = section_span(toml, found);
  return out.replace(span.begin, span.end - span.begin,
                     "[[set." + row.set + ".threshold]]\n" + toml_lines(keys) + "\n");
}

std::string with_row_removed(std::string_view toml, const OverlayRow& row) {
  const toml::table root = parsed_overlay(toml);
  const toml::table& found = find_row(root, row);
  const TextSpan span =
      found.is_inline() ? with_comma(toml, inline_span(toml, found)) : section_span(toml, found);
  return std::string(toml).erase(span.begin, span.end - span.begin);
}

std::string with_row_added(std::string_view toml, const std::string& set, const TomlKeys& keys) {
  const toml::table root = parsed_overlay(toml);
  std::string out(toml);
  if (!out.empty() && out.back() != '\n') out += '\n';
  const toml::array* rows = threshold_rows_of(root, set);
  if (rows != nullptr && (rows->empty() || rows->back().as_table()->is_inline()))
    return added_inline(std::move(out), *rows, inline_row(keys));
  if (rows != nullptr) return out + "\n[[set." + set + ".threshold]]\n" + toml_lines(keys);
  if (const toml::table* section = root["set"][set].as_table()) {
    out.insert(line_start(out, section->source().begin.line + 1),
               "threshold = [\n  " + inline_row(keys) + ",\n]\n");
    return out;
  }
  return out + "\n[set." + set + "]\nthreshold = [\n  " + inline_row(keys) + ",\n]\n";
}

std::string new_overlay(const std::string& id, const std::string& province, const std::string& document) {
  return "# Ngưỡng do tỉnh quy định, nhập trong ntmap.\n# Thresholds of the province, entered in ntmap.\n\n" +
         toml_lines({{"id", toml_text(id)},
                     {"province", province.empty() ? "" : toml_text(province)},
                     {"vi", toml_text(document)},
                     {"en", toml_text(document)},
                     {"source", toml_text("province")},
                     {"confidence", toml_text("medium")}});
}

OverlayHead overlay_head(std::string_view toml) {
  const toml::table root = parsed_overlay(toml);
  return {{root["vi"].value_or(std::string()), root["en"].value_or(std::string())},
          root["illustrative"].value_or(false)};
}

}  // namespace ntmap::app
