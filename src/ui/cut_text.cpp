#include "ui/cut_text.hpp"

namespace ntmap::ui {
namespace {

/// Where the last letter begins; 0 for one letter and for none.
std::size_t last_letter(const std::string& words) {
  std::size_t at = words.empty() ? 0 : words.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(words[at]) & 0xc0) == 0x80) --at;
  return at;
}

}  // namespace

std::string cut_before(const std::string& words, const std::string& tail,
                       const std::function<bool(const std::string&)>& fits) {
  const std::string end = tail.empty() ? std::string() : " " + tail;
  if (fits(words + end)) return words + end;
  std::string kept = words;
  do {
    kept.resize(last_letter(kept));
    while (kept.ends_with(' ')) kept.pop_back();
  } while (last_letter(kept) > 0 && !fits(kept + "…" + end));
  return kept + "…" + end;
}

}  // namespace ntmap::ui
