#include "app/project/config_section.hpp"

#include <toml++/toml.h>
#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "base/nearest_word.hpp"
#include "criteria/toml_words.hpp"
#include "model/table.hpp"

namespace ntmap::app {

using base::Error;
using base::ErrorKind;
using base::Text;

struct ConfigSection::Impl {
  std::shared_ptr<const toml::table> root;  // keeps `table` alive
  const toml::table* table = nullptr;
  std::string file;
  std::string path;  // "[[themes]] 2"
  std::set<std::string, std::less<>> asked;

  const toml::node* find(std::string_view key) {
    asked.emplace(key);
    return table->get(key);
  }
  Text place(const toml::node* node) const {
    const auto line = node == nullptr ? table->source().begin.line : node->source().begin.line;
    if (line == 0) return file;
    return base::text("{}, dòng {}", "{}, line {}", {file, line});
  }
  /// A key that is missing may stand there under another name.
  Text misspelling_of(std::string_view key) const {
    if (table->contains(key)) return {};
    std::vector<std::string> others;
    for (const auto& [other, node] : *table) {
      if (!asked.contains(other.str())) others.emplace_back(other.str());
    }
    const auto nearest = base::nearest_word(key, others);
    if (!nearest) return {};
    return base::text("Có phải khóa “{}” là “{}” viết sai?", "Is the key “{}” a misspelt “{}”?",
                      {*nearest, std::string(key)});
  }
  Error wrong_type(std::string_view key, const toml::node& node, const Text& expected) const {
    return Error(ErrorKind::data, base::text("{}: khóa “{}” phải là {}", "{}: key “{}” must be {}",
                                             {place(&node), key, expected}));
  }
};

namespace {

std::string iso_date(const toml::date& date) {
  std::ostringstream out;
  out << date;
  return out.str();
}

}  // namespace

ConfigSection ConfigSection::from_text(std::string_view content, const std::string& file) {
  auto impl = std::make_shared<Impl>();
  try {
    auto root = std::make_shared<toml::table>(toml::parse(content, file));
    impl->table = root.get();
    impl->root = std::move(root);
  } catch (const toml::parse_error& failure) {
    throw Error(
        ErrorKind::data,
        base::text("{}, dòng {}: cú pháp TOML sai: {}", "{}, line {}: not valid TOML: {}",
                   {file, failure.source().begin.line, criteria::toml_mistake(failure.description())}));
  }
  impl->file = file;
  return ConfigSection(std::move(impl));
}

std::string ConfigSection::text(std::string_view key, std::string_view otherwise) {
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return std::string(otherwise);
  if (const auto value = node->value_exact<std::string>()) return *value;
  throw m_impl->wrong_type(key, *node, base::text("văn bản trong dấu nháy", "a text in quotes"));
}

std::string ConfigSection::required_text(std::string_view key) {
  std::string value = text(key);
  if (value.empty()) throw error(key, base::text("thiếu khóa này", "this key is missing"));
  return value;
}

std::string ConfigSection::one_of(std::string_view key, const std::vector<std::string>& words) {
  std::string word = text(key);
  if (word.empty()) return words.front();
  if (std::ranges::find(words, word) != words.end()) return word;
  throw error(key, base::text("không có giá trị “{}”", "no such value: “{}”", {word}),
              base::nearest_word_advice(word, words));
}

Text ConfigSection::bilingual(std::string_view key) {
  const std::string both = text(key);
  Text value(text(std::string(key) + "_vi", both), text(std::string(key) + "_en", both));
  if (value.vi.empty()) value.vi = value.en;
  if (value.en.empty()) value.en = value.vi;
  return value;
}

int ConfigSection::integer(std::string_view key, int otherwise) {
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return otherwise;
  if (const auto value = node->value_exact<std::int64_t>()) return static_cast<int>(*value);
  throw m_impl->wrong_type(key, *node, base::text("số nguyên", "a whole number"));
}

double ConfigSection::number(std::string_view key, double otherwise) {
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return otherwise;
  if (!node->is_number()) throw m_impl->wrong_type(key, *node, base::text("số", "a number"));
  return node->value<double>().value_or(otherwise);
}

bool ConfigSection::flag(std::string_view key, bool otherwise) {
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return otherwise;
  if (const auto value = node->value_exact<bool>()) return *value;
  throw m_impl->wrong_type(key, *node, base::text("true hoặc false", "true or false"));
}

std::vector<std::string> ConfigSection::texts(std::string_view key) {
  std::vector<std::string> values;
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return values;
  const Error wrong = m_impl->wrong_type(key, *node, base::text("danh sách văn bản", "a list of texts"));
  if (const auto single = node->value_exact<std::string>()) return {*single};
  if (!node->is_array()) throw wrong;
  for (const toml::node& item : *node->as_array()) {
    const auto value = item.value_exact<std::string>();
    if (!value) throw wrong;
    values.push_back(*value);
  }
  return values;
}

std::vector<double> ConfigSection::numbers(std::string_view key) {
  std::vector<double> values;
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return values;
  const Error wrong = m_impl->wrong_type(key, *node, base::text("danh sách số", "a list of numbers"));
  if (!node->is_array()) throw wrong;
  for (const toml::node& item : *node->as_array()) {
    if (!item.is_number()) throw wrong;
    values.push_back(item.value<double>().value_or(model::k_no_data));
  }
  return values;
}

std::map<std::string, std::vector<std::string>> ConfigSection::texts_map(std::string_view key) {
  std::map<std::string, std::vector<std::string>> values;
  auto section = table(key);
  if (!section) return values;
  for (const auto& [name, node] : *section->m_impl->table) {
    auto texts = section->texts(name.str());
    if (texts.empty()) throw section->error(name.str(), base::text("danh sách rỗng", "the list is empty"));
    values.emplace(name.str(), std::move(texts));
  }
  return values;
}

std::string ConfigSection::date(std::string_view key) {
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return {};
  if (const auto value = node->value_exact<toml::date>()) return iso_date(*value);
  const auto value = node->value_exact<std::string>();
  const bool iso = value && value->size() == 10 && (*value)[4] == '-' && (*value)[7] == '-';
  if (!iso)
    throw m_impl->wrong_type(key, *node, base::text("ngày dạng 2025-01-31", "a date such as 2025-01-31"));
  return *value;
}

std::optional<ConfigSection> ConfigSection::table(std::string_view key) {
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) throw m_impl->wrong_type(key, *node, base::text("một mục [..]", "a section [..]"));
  auto impl = std::make_shared<Impl>(*m_impl);
  impl->table = node->as_table();
  impl->path = "[" + std::string(key) + "]";
  impl->asked.clear();
  return ConfigSection(std::move(impl));
}

std::vector<ConfigSection> ConfigSection::tables(std::string_view key) {
  std::vector<ConfigSection> sections;
  const toml::node* node = m_impl->find(key);
  if (node == nullptr) return sections;
  if (!node->is_array_of_tables())
    throw m_impl->wrong_type(key, *node, base::text("các mục [[..]]", "sections [[..]]"));
  for (const toml::node& item : *node->as_array()) {
    auto impl = std::make_shared<Impl>(*m_impl);
    impl->table = item.as_table();
    impl->path = "[[" + std::string(key) + "]] " + std::to_string(sections.size() + 1);
    impl->asked.clear();
    sections.push_back(ConfigSection(std::move(impl)));
  }
  return sections;
}

Error ConfigSection::error(std::string_view key, const Text& what, const Text& remedy) const {
  const Text place = m_impl->place(m_impl->table->get(key));
  const Text section = m_impl->path.empty() ? place : base::text("{}, {}", "{}, {}", {place, m_impl->path});
  return Error(ErrorKind::data, base::text("{}: “{}”: {}", "{}: “{}”: {}", {section, key, what}),
               remedy.empty() ? m_impl->misspelling_of(key) : remedy);
}

void ConfigSection::finish() const {
  for (const auto& [key, node] : *m_impl->table) {
    if (m_impl->asked.contains(key.str())) continue;
    const std::vector<std::string> known(m_impl->asked.begin(), m_impl->asked.end());
    throw error(key.str(),
                base::text("khóa không có trong định dạng dự án", "not a key of the project format"),
                base::nearest_word_advice(key.str(), known));
  }
}

}  // namespace ntmap::app
