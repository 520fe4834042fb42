#include "ui/candidate_button.hpp"

#include <imgui.h>

namespace ntmap::ui {

using base::Text;
using base::text;

namespace {

std::string key_of(const std::string& spelling, const app::NameCandidate& candidate) {
  return spelling + "\n" + candidate.code;
}

}  // namespace

bool CandidateButtons::draw(const Desk& desk, const std::string& spelling,
                            const app::NameCandidate& candidate, Size size) {
  const bool asked = m_asked == key_of(spelling, candidate);
  Text label = candidate.label;
  if (asked) {
    label = text("{}: khác huyện ghi trong bảng. Bấm lần nữa để nhận",
                 "{}: not the district that the table says. Click again to take it", {label});
  } else if (candidate.elsewhere) {
    label = text("{} (khác huyện)", "{} (another district)", {label});
  }
  const std::string words = desk.say(label) + "###" + candidate.code;
  const bool clicked = size == Size::small ? ImGui::SmallButton(words.c_str()) : ImGui::Button(words.c_str());
  return clicked && press(spelling, candidate);
}

bool CandidateButtons::press(const std::string& spelling, const app::NameCandidate& candidate) {
  const std::string key = key_of(spelling, candidate);
  const bool chosen = m_asked == key || !candidate.elsewhere;
  m_asked = chosen ? std::string() : key;
  return chosen;
}

}  // namespace ntmap::ui
