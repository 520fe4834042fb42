#include "base/english_count.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ntmap::base {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// What messages count.
constexpr auto k_nouns = std::to_array<std::string_view>(
    {"areas",      "cells",    "classes",  "codes",    "columns", "communes",   "differences", "districts",
     "entries",    "errors",   "features", "figures",  "files",   "gaps",       "headings",    "households",
     "indicators", "lines",    "names",    "notes",    "pages",   "parts",      "periods",     "pixels",
     "places",     "points",   "polygons", "problems", "records", "rings",      "rows",        "scenes",
     "sets",       "sheets",   "targets",  "texts",    "themes",  "thresholds", "units",       "values",
     "vertices",   "warnings", "criteria"});
constexpr auto k_irregular = std::to_array<Pair>(
    {{"classes", "class"}, {"entries", "entry"}, {"vertices", "vertex"}, {"criteria", "criterion"}});
constexpr auto k_before_nouns =
    std::to_array<std::string_view>({"total", "other", "more", "different", "old", "new"});
constexpr auto k_verbs = std::to_array<Pair>({{"are", "is"},
                                              {"were", "was"},
                                              {"have", "has"},
                                              {"become", "becomes"},
                                              {"come", "comes"},
                                              {"differ", "differs"},
                                              {"hold", "holds"},
                                              {"lie", "lies"},
                                              {"overlap", "overlaps"},
                                              {"reach", "reaches"},
                                              {"read", "reads"},
                                              {"rest", "rests"},
                                              {"run", "runs"},
                                              {"say", "says"}});

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '\'';
}

/// The next word with its blank: " units"; empty at the end of the clause.
std::string_view next_word(std::string_view text) {
  if (text.size() < 2 || text[0] != ' ') return {};
  const auto end = std::find_if_not(text.begin() + 1, text.end(), is_word_letter);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view singular_noun(std::string_view noun) {
  for (const auto& [many, one] : k_irregular) {
    if (noun == many) return one;
  }
  return noun.substr(0, noun.size() - 1);
}

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::string behind_one(std::string_view pattern) {
  std::string out;
  std::string_view left = pattern;
  std::string_view word = next_word(left);
  const auto take = [&](std::string_view as) {
    out += ' ';
    out += as;
    left.remove_prefix(word.size());
    word = next_word(left);
  };
  if (word.size() > 1 && holds(k_before_nouns, word.substr(1))) take(word.substr(1));
  if (word.size() < 2 || !holds(k_nouns, word.substr(1))) return std::string(pattern);
  take(singular_noun(word.substr(1)));
  while (word.size() > 1) {
    const auto verb = std::find_if(k_verbs.begin(), k_verbs.end(),
                                   [&](const Pair& one) { return one.first == word.substr(1); });
    take(verb == k_verbs.end() ? word.substr(1) : verb->second);
  }
  return out.append(left);
}

}  // namespace ntmap::base
