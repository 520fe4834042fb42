#pragma once

#include <string>

#include "app/data/name_candidate.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// Buttons for the units that a spelling may mean. One of another district than the row says is easily taken
/// by mistake: it says so, and asks back before it counts. Kept by the panel, since it remembers what it
/// asked.
class CandidateButtons {
 public:
  enum class Size : unsigned char { small, full };

  /// True when the person has chosen this unit for that spelling. The button is ImGui's last item.
  bool draw(const Desk& desk, const std::string& spelling, const app::NameCandidate& candidate, Size size);
  /// What a click on its button would do.
  bool press(const std::string& spelling, const app::NameCandidate& candidate);

 private:
  std::string m_asked;  ///< spelling and code
};

}  // namespace ntmap::ui
