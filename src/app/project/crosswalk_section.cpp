#include "app/project/crosswalk_section.hpp"

#include <algorithm>

#include "base/nearest_word.hpp"

namespace ntmap::app {

using base::text;

const std::vector<std::string>& carry_words() {
  static const std::vector<std::string> k_words{"sum", "mean", "min", "max", "all_met", "any"};
  return k_words;
}

std::string read_carry_word(ConfigSection& indicator) {
  std::string word = indicator.text("carry");
  const auto& known = carry_words();
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return word;
  throw indicator.error("carry", text("không có quy tắc “{}”", "there is no rule “{}”", {word}),
                        base::nearest_word_advice(word, known));
}

std::vector<model::CrosswalkSource> read_crosswalk_sections(ConfigSection& root) {
  std::vector<model::CrosswalkSource> out;
  for (ConfigSection& section : root.tables("crosswalks")) {
    model::CrosswalkSource one;
    one.files = section.texts("file");
    if (one.files.empty()) throw section.error("file", text("thiếu khóa này", "this key is missing"));
    one.from = section.text("from");
    one.to = section.text("to");
    if (one.from.empty() != one.to.empty()) {
      throw section.error("to", text("“from” và “to” đi cùng nhau", "“from” and “to” belong together"));
    }
    one.encoding = section.text("encoding", "auto");
    section.finish();
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace ntmap::app
