#include "ui/opening.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/fonts.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr double k_moment = 0.2;  // seconds: a veil that comes and goes would only flicker

/// In the middle of a room that begins at the cursor of the window.
void draw_centred(const std::string& words, ImVec2 room) {
  const float most = room.x * 0.8F;
  const ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, most);
  const ImVec2 at = ImGui::GetCursorPos();
  ImGui::SetCursorPos(
      {std::round(at.x + (room.x - size.x) / 2), std::round(at.y + std::max(0.0F, room.y - size.y) / 2)});
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + most);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
}

ImVec4 veil_colour() {
  ImVec4 colour = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  colour.w = 0.8F;
  return colour;
}

/// The chosen theme and period.
Text choice_words(const app::Session& session) {
  const auto project = session.project();
  const model::Theme* theme = project->find_theme(session.choice().theme);
  const model::Period* period = project->find_period(session.choice().period);
  return base::join(
      {theme == nullptr ? Text() : theme_title(*project, *theme), period == nullptr ? Text() : period->title},
      " · ");
}

}  // namespace

void draw_opening(const Desk& desk) {
  const auto project = desk.session.project();
  if (!project) return;
  push_font(Font::heading);
  draw_centred(desk.say(text("Đang mở “{}”…", "Opening “{}”…", {title_words(*project)})),
               ImGui::GetContentRegionAvail());
  pop_font();
}

bool waits_for_map(const Desk& desk) {
  // While periods are played the map before stays as it is: a veil at each of them would be worse than
  // waiting.
  const bool waits =
      desk.session.busy() && desk.session.map() && !desk.session.shows_choice() && !desk.view.playing;
  return waits && ImGui::GetTime() - desk.view.busy_since >= k_moment;
}

void veil(const ImVec2& from, const ImVec2& to) {
  ImGui::GetWindowDrawList()->AddRectFilled(from, to, ImGui::GetColorU32(veil_colour()));
}

void draw_making_veil(const Desk& desk) {
  if (!waits_for_map(desk)) return;
  ImGui::SetCursorPos({0, 0});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, veil_colour());
  // A window of its own, since those of two maps lie over this one.
  ImGui::BeginChild("making", ImGui::GetWindowSize(), false,
                    ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoScrollbar);
  push_font(Font::heading);
  draw_centred(desk.say(text("Đang lập: {}…", "Making: {}…", {choice_words(desk.session)})),
               ImGui::GetWindowSize());
  pop_font();
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

}  // namespace ntmap::ui
