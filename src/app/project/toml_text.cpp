#include "app/project/toml_text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace ntmap::app {
namespace {

template <class Item, class Write>
std::string list_of(const std::vector<Item>& items, const Write& write) {
  if (items.empty()) return {};
  std::string out = "[";
  for (const Item& item : items) out += (out.size() > 1 ? ", " : "") + write(item);
  return out + "]";
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string toml_number(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

std::string toml_list(const std::vector<double>& numbers) {
  return list_of(numbers, toml_number);
}

std::string toml_list(const std::vector<std::string>& texts) {
  return list_of(texts, [](const std::string& text) { return toml_text(text); });
}

void add_bilingual(TomlKeys& keys, const std::string& key, const base::Text& text) {
  const auto value = [](const std::string& words) {
    return words.empty() ? std::string() : toml_text(words);
  };
  const bool same = text.vi == text.en;
  keys.emplace_back(key, same ? value(text.vi) : std::string());
  keys.emplace_back(key + "_vi", same ? std::string() : value(text.vi));
  keys.emplace_back(key + "_en", same ? std::string() : value(text.en));
}

std::string toml_lines(const TomlKeys& keys) {
  std::string out;
  for (const auto& [key, value] : keys) {
    if (!value.empty()) out.append(key).append(" = ").append(value).append("\n");
  }
  return out;
}

}  // namespace ntmap::app
