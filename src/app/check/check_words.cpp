#include "app/check/check_words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names/syllable.hpp"
#include "names/unicode.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;

/// Calls use(word) for every run of letters with one beyond ASCII.
template <typename Use>
void each_word(std::string_view utf8, Use use) {
  if (names::is_ascii(utf8)) return;
  const std::u32string characters = names::to_u32(utf8);
  std::u32string word;
  const auto end_word = [&] {
    if (std::any_of(word.begin(), word.end(), [](char32_t c) { return c >= 0x80; }))
      use(names::to_utf8(word));
    word.clear();
  };
  for (const char32_t c : characters) {
    if (names::is_letter(c) || names::is_mark(c)) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
}

std::string small(const std::string& word) {
  std::u32string characters = names::to_u32(word);
  std::transform(characters.begin(), characters.end(), characters.begin(), names::lower);
  return names::to_utf8(characters);
}

/// "QĐ", "HĐND": abbreviations are no syllables either.
bool all_capitals(const std::string& word) {
  const std::u32string characters = names::to_u32(word);
  return std::all_of(characters.begin(), characters.end(), [](char32_t c) { return names::is_upper(c); });
}

/// What is shown, and how a planner calls it.
struct Shown {
  Text place;
  const std::string& words;
};

std::vector<Shown> shown_texts(const model::Project& project) {
  std::vector<Shown> out{{text("tiêu đề dự án", "title of the project"), project.title.vi},
                         {text("nơi (place)", "place"), project.place.vi},
                         {text("ghi chú trên bản đồ (notice)", "notice"), project.notice.vi},
                         {text("nguồn (source)", "source"), project.source.vi}};
  for (const model::Boundaries& one : project.boundaries)
    out.push_back({text("ranh giới “{}”", "boundaries “{}”", {one.id}), one.title.vi});
  for (const model::Period& one : project.periods)
    out.push_back({text("kỳ “{}”", "period “{}”", {one.id}), one.title.vi});
  for (const model::Indicator& one : project.indicators)
    out.push_back({text("chỉ tiêu “{}”", "indicator “{}”", {one.id}), one.title.vi});
  for (const model::Theme& one : project.themes) {
    const Text place = text("chuyên đề “{}”", "theme “{}”", {one.id});
    for (const std::string* words : {&one.title.vi, &one.subtitle.vi, &one.legend.vi, &one.message.vi})
      out.push_back({place, *words});
    for (const Text& label : one.labels) out.push_back({place, label.vi});
  }
  for (const model::Scene& one : project.scenes) {
    const Text place = text("cảnh “{}”", "scene “{}”", {one.id});
    for (const std::string* words : {&one.title.vi, &one.caption.vi, &one.notes.vi})
      out.push_back({place, *words});
    for (const model::SceneAnnotation& remark : one.annotations) out.push_back({place, remark.text.vi});
  }
  return out;
}

/// Words of names, small.
std::set<std::string> known_names(ProjectData& data) {
  std::set<std::string> known;
  const auto learn = [&](const std::string& words) {
    each_word(words, [&](const std::string& word) { known.insert(small(word)); });
  };
  learn(data.project().province);
  for (const model::Boundaries& boundaries : data.project().boundaries) {
    const auto units = data.units(boundaries.id);
    std::set<std::string_view> districts;
    for (std::size_t unit = 0; unit < units->size(); ++unit) {
      learn(units->names[unit]);
      if (districts.insert(units->districts[unit]).second) learn(units->districts[unit]);
    }
  }
  return known;
}

}  // namespace

base::Findings word_findings(ProjectData& data) {
  std::vector<std::pair<Text, std::string>> odd;
  for (const Shown& shown : shown_texts(data.project())) {
    each_word(shown.words, [&](const std::string& word) {
      if (names::readability(word).syllables == 0 && !all_capitals(word)) odd.emplace_back(shown.place, word);
    });
  }
  base::Findings findings;
  if (odd.empty()) return findings;
  const std::set<std::string> known = known_names(data);
  for (const auto& [place, word] : odd) {
    if (known.contains(small(word))) continue;
    findings.push_back({base::Severity::note,
                        "text.word-unusual",
                        data.project().file,
                        place,
                        text("“{}” không phải âm tiết tiếng Việt: có thể gõ nhầm",
                             "“{}” is no Vietnamese syllable: it may be misspelt", {word}),
                        {}});
  }
  return findings;
}

}  // namespace ntmap::app
