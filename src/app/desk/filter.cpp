#include "app/desk/filter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "base/error.hpp"
#include "io/number_reader.hpp"
#include "names/fold.hpp"

namespace ntmap::app {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
    parts.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(end + 1);
  }
  parts.push_back(trimmed(text));
  return parts;
}

std::optional<double> number_from(std::string_view text, base::Lang lang) {
  const io::NumberText number = io::parse_number_text(trimmed(text));
  switch (number.shape) {
    case io::NumberShape::word:
    case io::NumberShape::no_data:
      return std::nullopt;
    case io::NumberShape::decimal_comma:
      return io::number_value(number, ',');
    case io::NumberShape::decimal_point:
      return io::number_value(number, '.');
    default:
      return io::number_value(number, lang == base::Lang::vi ? ',' : '.');
  }
}

base::Error not_understood(std::string_view part) {
  return base::Error(
      base::ErrorKind::usage,
      base::text("Không hiểu điều kiện “{}”", "Cannot read the condition “{}”", {std::string(part)}),
      base::text("Ví dụ: >3 & <8, 10..20, ? (chưa rõ), hoặc một phần của tên.",
                 "For example: >3 & <8, 10..20, ? (no data), or a part of a name."));
}

/// "3-5" and "-2 – 4,5": two numbers with a dash between them.
std::optional<std::pair<double, double>> range_from(std::string_view text, base::Lang lang) {
  if (number_from(text, lang)) return std::nullopt;  // a dash in front is a minus
  for (const std::string_view dash : {"–", "-"}) {
    for (std::size_t at = text.find(dash, 1); at < text.size(); at = text.find(dash, at + 1)) {
      const auto low = number_from(text.substr(0, at), lang);
      const auto high = number_from(text.substr(at + dash.size()), lang);
      if (low && high) return std::pair(*low, *high);
    }
  }
  return std::nullopt;
}

}  // namespace

Filter Filter::parse(std::string_view text, base::Lang lang, Cells cells) {
  Filter filter;
  if (trimmed(text).empty()) return filter;
  for (const std::string_view alternative : split(text, '|')) {
    AllOf all;
    for (const std::string_view part : split(alternative, '&')) {
      if (part.empty()) throw not_understood(text);
      all.push_back(term(part, lang, cells));
    }
    filter.m_any_of.push_back(std::move(all));
  }
  return filter;
}

Filter::Term Filter::term(std::string_view text, base::Lang lang, Cells cells) {
  constexpr std::array<std::pair<std::string_view, Test>, 8> k_signs{{{"<=", Test::at_most},
                                                                      {">=", Test::at_least},
                                                                      {"≤", Test::at_most},
                                                                      {"≥", Test::at_least},
                                                                      {"<", Test::less},
                                                                      {">", Test::more},
                                                                      {"==", Test::equal},
                                                                      {"=", Test::equal}}};
  Term out;
  if (text.starts_with('!')) {
    out.negated = true;
    text = trimmed(text.substr(text.starts_with("!=") ? 2 : 1));
  }
  if (text == "?") {
    out.test = Test::missing;
    return out;
  }
  for (const auto& [sign, test] : k_signs) {
    if (!text.starts_with(sign)) continue;
    const bool of_words = cells == Cells::words;
    if (of_words && test != Test::equal) throw not_understood(text);
    const auto number = number_from(text.substr(sign.size()), lang);
    if (!of_words && !number) throw not_understood(text);
    if (of_words) {
      text = trimmed(text.substr(sign.size()));
      break;
    }
    out.test = test;
    out.has_number = true;
    out.low = *number;
    return out;
  }
  return cells == Cells::words ? word_term(out, text) : number_term(out, text, lang);
}

Filter::Term Filter::word_term(Term out, std::string_view text) {
  out.word = names::search_key(text);
  if (out.word.empty() || text.find("..") != std::string_view::npos) throw not_understood(text);
  return out;
}

Filter::Term Filter::number_term(Term out, std::string_view text, base::Lang lang) {
  out.has_number = true;
  if (const auto number = number_from(text, lang)) {
    out.test = Test::equal;
    out.low = *number;
    return out;
  }
  out.test = Test::between;
  auto ends = range_from(text, lang);
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    const auto low = number_from(text.substr(0, dots), lang);
    const auto high = number_from(text.substr(dots + 2), lang);
    if (low && high) ends.emplace(*low, *high);
  }
  if (!ends) throw not_understood(text);
  std::tie(out.low, out.high) = *ends;
  return out;
}

bool Filter::holds(const Term& term, double value) {
  if (term.test == Test::missing) return std::isnan(value);
  if (std::isnan(value) || !term.has_number) return false;
  switch (term.test) {
    case Test::less:
      return value < term.low;
    case Test::at_most:
      return value <= term.low;
    case Test::at_least:
      return value >= term.low;
    case Test::more:
      return value > term.low;
    case Test::between:
      return value >= term.low && value <= term.high;
    default:
      return value == term.low;
  }
}

bool Filter::accepts(double value) const {
  const auto one = [&](const Term& term) { return holds(term, value) != term.negated; };
  const auto all = [&](const AllOf& terms) { return std::all_of(terms.begin(), terms.end(), one); };
  return empty() || std::any_of(m_any_of.begin(), m_any_of.end(), all);
}

bool Filter::accepts(std::string_view key) const {
  const auto one = [&](const Term& term) {
    if (term.test == Test::missing) return key.empty() != term.negated;
    const bool found = !term.word.empty() && key.find(term.word) != std::string_view::npos;
    return found != term.negated;
  };
  const auto all = [&](const AllOf& terms) { return std::all_of(terms.begin(), terms.end(), one); };
  return empty() || std::any_of(m_any_of.begin(), m_any_of.end(), all);
}

}  // namespace ntmap::app
