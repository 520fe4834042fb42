#include "ui/period_bar.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/actions.hpp"
#include "ui/map_canvas.hpp"
#include "ui/map_overlay.hpp"
#include "ui/period_keys.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::text;

/// Two bars or a triangle: stop or go.
bool play_button(bool playing, float size) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool clicked = ImGui::Button("##play", {size, size});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  if (playing) {
    list.AddRectFilled({at.x + size * 0.32F, at.y + size * 0.28F}, {at.x + size * 0.44F, at.y + size * 0.72F},
                       ink);
    list.AddRectFilled({at.x + size * 0.56F, at.y + size * 0.28F}, {at.x + size * 0.68F, at.y + size * 0.72F},
                       ink);
  } else {
    list.AddTriangleFilled({at.x + size * 0.36F, at.y + size * 0.26F},
                           {at.x + size * 0.36F, at.y + size * 0.74F},
                           {at.x + size * 0.74F, at.y + size * 0.5F}, ink);
  }
  return clicked;
}

/// A line with a dot a period, one of them `large`. Returns the index that mouse or keys have chosen.
int draw_dots(int count, int chosen, int large, float width, float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::InvisibleButton("periods", {width, height});
  mark_focus();
  const int by_keys = period_by_keys(count, chosen);
  const float inset = height * 0.4F;
  const float step = (width - 2 * inset) / static_cast<float>(std::max(1, count - 1));
  const float y = std::round(at.y + height / 2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({at.x + inset, y}, {at.x + width - inset, y}, ImGui::GetColorU32(ImGuiCol_Border), 4);
  for (int i = 0; i < count; ++i) {
    const ImVec2 dot{std::round(at.x + inset + step * static_cast<float>(i)), y};
    list.AddCircleFilled(dot, i == large ? height * 0.26F : height * 0.12F,
                         i == large ? accent_ink() : muted_ink());
  }
  if (by_keys != chosen) return by_keys;
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || !ImGui::IsItemActive()) return chosen;
  const float x = (ImGui::GetIO().MousePos.x - at.x - inset) / step;
  return std::clamp(static_cast<int>(std::lround(x)), 0, count - 1);
}

/// In the current window: the button to play, the dots, the period that is shown.
void draw_slider(Desk& desk) {
  const auto& periods = desk.session.periods();
  const auto project = desk.session.project();
  const auto at = std::find(periods.begin(), periods.end(), desk.session.choice().period);
  if (periods.size() < 2 || at == periods.end()) return;
  const int chosen = static_cast<int>(at - periods.begin());
  // What is named is what is seen: the map may still be that of the period before. Who moves the dot sees it
  // go at once; what plays moves with the map.
  const std::string& shown = desk.session.map()->period;
  const auto seen = std::find(periods.begin(), periods.end(), shown);
  const bool with_map = desk.view.playing && seen != periods.end();
  const int large = with_map ? static_cast<int>(seen - periods.begin()) : chosen;
  const auto name = [&](const std::string& id) {
    const model::Period* period = project->find_period(id);
    return period == nullptr ? id : desk.say(period->title);
  };
  const auto width_of = [](const std::string& words) { return ImGui::CalcTextSize(words.c_str()).x; };
  const float height = ImGui::GetFrameHeight();
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  // The first and last period are named where there is room for them.
  const float ends = width_of(name(periods.front())) + width_of(name(periods.back())) + 2 * gap;
  const float own = width_of(name(shown)) * 1.1F + gap;  // bold
  const float room = ImGui::GetContentRegionAvail().x - height - own - 2 * gap;
  const bool with_ends = room - ends > height * 5;
  // In half a narrow window the heading over the map says it.
  const bool named = room >= height * 2;
  if (play_button(desk.view.playing, height)) desk.view.playing = !desk.view.playing;
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  if (with_ends) {
    ImGui::TextDisabled("%s", name(periods.front()).c_str());
    ImGui::SameLine();
  }
  const float width = named ? (with_ends ? room - ends : room) : std::max(height, room + own + gap);
  const int wanted = draw_dots(static_cast<int>(periods.size()), chosen, large, width, height);
  if (wanted != chosen) {
    desk.view.playing = false;  // who chooses wants to look at it
    desk.command(app::ChoosePeriod{periods[static_cast<std::size_t>(wanted)]});
  }
  if (!named) return;
  ImGui::SameLine();
  if (with_ends && shown != periods.back()) {
    ImGui::TextDisabled("%s", name(periods.back()).c_str());
    ImGui::SameLine();
  }
  bold(name(shown));
}

}  // namespace

void draw_period_bar(Desk& desk) {
  if (desk.session.periods().size() < 2) return;
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const ImVec2 size = ImGui::GetWindowSize();
  const base::Box box = period_slider_box({static_cast<double>(size.x), static_cast<double>(size.y)});
  ImGui::SetCursorPos({static_cast<float>(box.min_x), static_cast<float>(box.min_y)});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding.x, padding.y});
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 6);
  ImGui::BeginChild("period_bar", {static_cast<float>(box.width()), static_cast<float>(box.height())}, false,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
  draw_slider(desk);
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

bool play_on(Desk& desk) {
  ViewState& view = desk.view;
  if (!view.playing) {
    view.playback.stop();
    return false;
  }
  const bool shown = desk.session.shows_choice() && desk.canvas.complete();
  if (view.playback.due(ImGui::GetTime(), shown, desk.session.busy())) step_period(desk, 1);
  return true;
}

}  // namespace ntmap::ui
