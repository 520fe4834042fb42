#include "criteria/toml_tree.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "base/nearest_word.hpp"
#include "criteria/toml_words.hpp"

namespace ntmap::criteria {
namespace {

const std::vector<TomlNode> k_no_tables;

TomlNode converted(const toml::node& node) {
  TomlNode out;
  out.line = static_cast<std::uint32_t>(node.source().begin.line);
  if (const auto* table = node.as_table()) {
    out.kind = TomlNode::Kind::table;
    for (const auto& [key, value] : *table) out.entries.push_back({std::string(key.str()), converted(value)});
  } else if (const auto* list = node.as_array()) {
    out.kind = TomlNode::Kind::list;
    for (const auto& item : *list) out.items.push_back(converted(item));
  } else if (const auto* text = node.as_string()) {
    out.kind = TomlNode::Kind::text;
    out.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    out.kind = TomlNode::Kind::integer;
    out.number = static_cast<double>(integer->get());
  } else if (const auto* number = node.as_floating_point()) {
    out.kind = TomlNode::Kind::number;
    out.number = number->get();
  } else if (const auto* flag = node.as_boolean()) {
    out.kind = TomlNode::Kind::flag;
    out.flag = flag->get();
  } else if (const auto* date = node.as_date()) {
    out.kind = TomlNode::Kind::date;
    out.date = {static_cast<std::int16_t>(date->get().year), date->get().month, date->get().day};
  }
  return out;
}

}  // namespace

base::Error error_at(const std::string& file, std::uint32_t line, base::Text what, base::Text remedy) {
  base::Error error(base::ErrorKind::data, std::move(what), std::move(remedy));
  error.at(base::text("{}, dòng {}", "{}, line {}", {file, line}));
  return error;
}

base::Text suggestion(std::string_view word, const std::vector<std::string>& known) {
  const auto guess = base::nearest_word(word, known);
  return guess ? base::text("có phải \"{}\"?", "did you mean \"{}\"?", {*guess}) : base::Text{};
}

TomlNode parse_toml(std::string_view text, const std::filesystem::path& file) {
  try {
    return converted(toml::parse(text, file.string()));
  } catch (const toml::parse_error& e) {
    const auto line = static_cast<std::uint32_t>(e.source().begin.line);
    throw error_at(
        file.string(), line,
        base::text("không đúng cú pháp TOML: {}", "not valid TOML: {}", {toml_mistake(e.description())}));
  }
}

TomlNode read_toml(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) {
    throw base::Error(base::ErrorKind::not_found,
                      base::text("không mở được tệp {}", "cannot open {}", {file.string()}),
                      {"kiểm tra đường dẫn và quyền đọc", "check the path and the permission to read"});
  }
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return parse_toml(bytes.str(), file);
}

Fields::Fields(std::string file, const TomlNode& table) : m_file(std::move(file)), m_table(&table) {
  if (table.kind != TomlNode::Kind::table) {
    throw error_at(m_file, table.line, {"cần một bảng [..]", "a table [..] is due here"});
  }
}

base::Error Fields::error(base::Text what, base::Text remedy) const {
  return error_at(m_file, m_table->line, std::move(what), std::move(remedy));
}

void Fields::wrong_type(const TomlNode& node, std::string_view key, const base::Text& due) const {
  throw error_at(m_file, node.line, base::text("\"{}\" phải là {}", "\"{}\" must be {}", {key, due}));
}

const TomlNode* Fields::find(std::string_view key) {
  m_known.emplace_back(key);
  for (const auto& [name, node] : m_table->entries) {
    if (name == key) return &node;
  }
  return nullptr;
}

std::string Fields::text(std::string_view key) {
  const TomlNode* node = find(key);
  if (node == nullptr) throw error(base::text("thiếu \"{}\"", "\"{}\" is missing", {key}));
  if (node->kind != TomlNode::Kind::text) wrong_type(*node, key, {"một chuỗi", "a text"});
  return node->text;
}

std::string Fields::text_or(std::string_view key, std::string_view otherwise) {
  const TomlNode* node = find(key);
  if (node == nullptr) return std::string(otherwise);
  m_known.pop_back();
  return text(key);
}

base::Text Fields::both(std::string_view vi_key, std::string_view en_key) {
  std::string vi = text(vi_key);
  return {std::move(vi), text(en_key)};
}

bool Fields::flag(std::string_view key) {
  const TomlNode* node = find(key);
  if (node == nullptr) return false;
  if (node->kind != TomlNode::Kind::flag) wrong_type(*node, key, {"true hoặc false", "true or false"});
  return node->flag;
}

int Fields::integer_or(std::string_view key, int otherwise) {
  const TomlNode* node = find(key);
  if (node == nullptr) return otherwise;
  if (node->kind != TomlNode::Kind::integer || node->number < -1e6 || node->number > 1e6) {
    wrong_type(*node, key, {"một số nguyên", "a whole number"});
  }
  return static_cast<int>(node->number);
}

std::optional<Decimal> Fields::decimal(std::string_view key) {
  const TomlNode* node = find(key);
  if (node == nullptr) return std::nullopt;
  const bool numeric = node->kind == TomlNode::Kind::integer || node->kind == TomlNode::Kind::number;
  const auto out = numeric ? Decimal::from_double(node->number) : std::nullopt;
  if (!out) wrong_type(*node, key, {"một số", "a number"});
  // TOML numbers are read as doubles, which keep 15 digits of any decimal.
  if (constexpr std::int64_t k_kept = 1'000'000'000'000'000; std::abs(out->digits()) >= k_kept) {
    throw error_at(m_file, node->line,
                   base::text("\"{}\" có quá nhiều chữ số, không giữ được chính xác",
                              "\"{}\" has more digits than are kept exactly", {key}),
                   {"ghi tối đa 15 chữ số", "write 15 digits at most"});
  }
  return out;
}

Date Fields::date(std::string_view key) {
  const TomlNode* node = find(key);
  if (node == nullptr) return {};
  if (node->kind != TomlNode::Kind::date)
    wrong_type(*node, key, {"một ngày (2022-03-08)", "a day (2022-03-08)"});
  return node->date;
}

std::vector<std::string> Fields::texts(std::string_view key) {
  std::vector<std::string> out;
  const TomlNode* node = find(key);
  if (node == nullptr) return out;
  if (node->kind != TomlNode::Kind::list) wrong_type(*node, key, {"một danh sách chuỗi", "a list of texts"});
  for (const TomlNode& item : node->items) {
    if (item.kind != TomlNode::Kind::text) wrong_type(item, key, {"một danh sách chuỗi", "a list of texts"});
    out.push_back(item.text);
  }
  return out;
}

const std::vector<TomlNode>& Fields::tables(std::string_view key) {
  const TomlNode* node = find(key);
  if (node == nullptr) return k_no_tables;
  if (node->kind != TomlNode::Kind::list) wrong_type(*node, key, {"một danh sách bảng", "a list of tables"});
  return node->items;
}

void Fields::finish() const {
  for (const auto& [name, node] : m_table->entries) {
    if (std::find(m_known.begin(), m_known.end(), name) != m_known.end()) continue;
    const auto guess = base::nearest_word(name, m_known);
    throw error_at(m_file, node.line, base::text("không có khóa \"{}\"", "unknown key \"{}\"", {name}),
                   guess ? base::text("có phải \"{}\"?", "did you mean \"{}\"?", {*guess}) : base::Text{});
  }
}

}  // namespace ntmap::criteria
