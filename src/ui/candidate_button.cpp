#include "ui/candidate_button.hpp"

#include <imgui.h>

namespace ntmap::ui {

using base::Text;
using base::text;

bool CandidateButtons::draw(const Desk& desk, const std::string& spelling,
                            const app::NameCandidate& candidate, Size size) {
  const std::string key = spelling + "\n" + candidate.code;
  const bool asked = m_asked == key;
  Text label = candidate.label;
  if (asked) {
    label = text("{}: khác huyện ghi trong bảng. Bấm lần nữa để nhận",
                 "{}: not the district that the table says. Click again to take it", {label});
  } else if (candidate.elsewhere) {
    label = text("{} (khác huyện)", "{} (another district)", {label});
  }
  const std::string words = desk.say(label) + "###" + candidate.code;
  const bool clicked = size == Size::small ? ImGui::SmallButton(words.c_str()) : ImGui::Button(words.c_str());
  if (!clicked) return false;
  const bool chosen = asked || !candidate.elsewhere;
  m_asked = chosen ? std::string() : key;
  return chosen;
}

}  // namespace ntmap::ui
