#include "app/project/programme_section.hpp"

#include <vector>

#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

std::string one_of(ConfigSection& section, std::string_view key, const std::vector<std::string>& words) {
  std::string word = section.text(key, words.front());
  for (const std::string& known : words) {
    if (word == known) return word;
  }
  throw section.error(key, base::text("không có giá trị “{}”", "no such value: “{}”", {word}),
                      base::nearest_word_advice(word, words));
}

}  // namespace

model::Programme read_programme(ConfigSection section) {
  model::Programme out;
  out.rules = section.text("rules");
  out.recognitions = section.text("recognitions");
  out.exclusions = section.text("exclusions");
  out.traits = section.text("traits");
  out.departments = section.text("departments");
  out.sponsors = section.text("sponsors");
  out.products = section.text("products");
  out.targets = section.text("targets");
  out.counted = one_of(section, "counted", {"attainment", "decision"});
  out.base = one_of(section, "base", {"all", "implementing"});
  section.finish();
  return out;
}

}  // namespace ntmap::app
