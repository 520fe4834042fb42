#include "ui/split_view.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "scene/legend.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr ImGuiWindowFlags k_half = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;

Text period_title(const model::Project& project, const std::string& id) {
  const model::Period* period = project.find_period(id);
  return period == nullptr ? Text() : period->title;
}

/// A card on the map, as high as what stands on it.
template <class Draw>
void card(const char* id, ImVec2 at, float width, float height, const Draw& draw) {
  ImGui::SetCursorPos(at);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImGui::GetStyle().FramePadding);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 6);
  ImGui::BeginChild(id, {width, height}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
  draw();
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
}

/// What the left map shows: the right one says the same with boxes to choose from.
void draw_left_caption(const Desk& desk, const app::MapContent& map, float from) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const Text when = period_title(*desk.session.project(), map.period);
  const std::string words = desk.say(base::join({map.title, when}, " · "));
  const float most = ImGui::GetWindowSize().x - from - style.ItemSpacing.x;
  const float width = std::min(ImGui::CalcTextSize(words.c_str()).x + 4 * style.FramePadding.x, most);
  card("caption", {from, style.ItemSpacing.x}, width, ImGui::GetFrameHeight() + 2 * style.FramePadding.y,
       [&] {
         ImGui::AlignTextToFramePadding();
         fitted(words, ImGui::GetContentRegionAvail().x);
       });
}

void choose_theme(Desk& desk, const app::Beside& beside, float width) {
  const auto project = desk.session.project();
  const model::Theme* chosen = project->find_theme(beside.choice.theme);
  ImGui::SetNextItemWidth(width);
  if (!begin_fitted_combo("##theme", chosen == nullptr ? "…" : desk.say(theme_title(*project, *chosen)),
                          ImGuiComboFlags_HeightLarge))
    return;
  for (const model::Theme& theme : project->themes) {
    ImGui::PushID(theme.id.c_str());
    if (ImGui::Selectable(desk.say(theme_title(*project, theme)).c_str(), &theme == chosen))
      desk.command(app::ShowBeside{{.theme = theme.id, .period = beside.choice.period}});
    ImGui::PopID();
  }
  ImGui::EndCombo();
}

void choose_period(Desk& desk, const app::Beside& beside, float width) {
  const auto project = desk.session.project();
  ImGui::SetNextItemWidth(width);
  if (!begin_fitted_combo("##period", desk.say(period_title(*project, beside.choice.period)))) return;
  for (const std::string& id : beside.periods) {
    if (ImGui::Selectable(desk.say(period_title(*project, id)).c_str(), id == beside.choice.period))
      desk.command(app::ShowBeside{{.theme = beside.choice.theme, .period = id}});
  }
  ImGui::EndCombo();
}

void draw_choices(Desk& desk, const app::Beside& beside) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float room = ImGui::GetWindowSize().x - 2 * style.ItemSpacing.x;
  card("choices", {style.ItemSpacing.x, style.ItemSpacing.x}, room,
       ImGui::GetFrameHeight() + 2 * style.FramePadding.y, [&] {
         const float button = ImGui::GetFrameHeight();
         const bool periods = beside.periods.size() > 1;
         const float free = ImGui::GetContentRegionAvail().x - button - 2 * style.ItemSpacing.x;
         choose_theme(desk, beside, std::floor(periods ? free * 0.62F : free));
         ImGui::SameLine();
         if (periods) {
           choose_period(desk, beside, std::floor(free * 0.38F) - 1);
           ImGui::SameLine();
         }
         if (ImGui::Button("×##alone", {button, button})) desk.command(app::ShowAlone{});
         if (ImGui::IsItemHovered())
           ImGui::SetTooltip("%s",
                             desk.say(text("Đóng bản đồ thứ hai (B)", "Close the second map (B)")).c_str());
       });
}

/// The theme panel holds the legend of the left map; this is the right one's.
void draw_right_legend(const Desk& desk, const app::MapContent& map) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const auto rows = scene::legend_rows(map.classes);
  const bool titled = !map.classes.title.empty();
  const float swatch = std::round(ImGui::GetTextLineHeight() * 1.5F) + style.ItemSpacing.x;
  float width = ImGui::CalcTextSize(desk.say(map.classes.title).c_str()).x * 1.1F;
  for (const scene::LegendRow& row : rows) {
    const std::string count = desk.say(Text(row.count));
    width = std::max(width, swatch + 2 * style.ItemSpacing.x +
                                ImGui::CalcTextSize(desk.say(row.label).c_str()).x +
                                ImGui::CalcTextSize(count.c_str()).x);
  }
  width = std::min(std::ceil(width) + 2 * style.FramePadding.x + 4, ImGui::GetWindowSize().x * 0.6F);
  const float line = ImGui::GetTextLineHeight() + style.ItemSpacing.y;
  const float wanted = line * static_cast<float>(rows.size() + (titled ? 1 : 0)) + 2 * style.FramePadding.y;
  const float height = std::min(wanted, ImGui::GetWindowSize().y * 0.6F);
  const ImVec2 at{style.ItemSpacing.x, ImGui::GetWindowSize().y - height - style.ItemSpacing.x};
  card("legend", at, width, height, [&] {
    if (titled) bold(desk.say(map.classes.title));
    for (const scene::LegendRow& row : rows) {
      draw_swatch(row.fill, row.hatch, desk.view.scale);
      ImGui::SameLine();
      const std::string count = desk.say(Text(row.count));
      fitted(desk.say(row.label),
             ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(count.c_str()).x - style.ItemSpacing.x);
      ImGui::SameLine();
      right_aligned(count);
    }
  });
}

/// A unit of one vintage in another; nothing where it is not there.
std::optional<std::uint32_t> in_other(std::optional<std::uint32_t> unit, const app::Units& from,
                                      const app::Units& to) {
  if (!unit || &from == &to) return unit;
  app::Selection one;
  one.only(unit);
  one.move_to(from, to);
  return one.current();
}

}  // namespace

void SplitView::close() {
  m_canvas.reset();
  m_shown.reset();
}

bool SplitView::drawing() const {
  return m_shown && !m_canvas->complete() && !m_canvas->failure();
}

void SplitView::take_map(const std::shared_ptr<const app::MapContent>& map) {
  if (!map || map == m_shown) return;
  if (!m_canvas) m_canvas.emplace();
  m_canvas->show(map);
  m_shown = map;
}

/// The right map with its units in place of the desk's; what is done there is taken over.
void SplitView::draw_right_canvas(Desk& desk, const app::MapContent& left) {
  const app::Units& here = left.units();
  const app::Units& there = m_shown->units();
  m_view.settings.unit_names = desk.view.settings.unit_names;
  m_view.settings.dark = desk.view.settings.dark;
  m_view.scale = desk.view.scale;
  m_view.lang = desk.view.lang;
  m_view.tool = desk.view.tool;
  m_view.hovered = in_other(desk.view.hovered, here, there);
  m_view.selection = desk.view.selection;
  if (&here != &there) m_view.selection.move_to(here, there);
  const std::uint64_t before = m_view.selection.revision();
  const auto hovered = m_view.hovered;
  Desk right{desk.session, m_view, desk.window, desk.canvas, desk.files};
  m_canvas->draw(right);
  if (m_view.hovered != hovered) desk.view.hovered = in_other(m_view.hovered, there, here);
  if (m_view.selection.revision() != before) {
    app::Selection chosen = m_view.selection;
    if (&here != &there) chosen.move_to(there, here);
    desk.view.selection.set(chosen.units());
    if (chosen.size() == 1) desk.view.selection.only(chosen.current());
  }
  desk.view.tool = m_view.tool;
  std::move(m_view.problems.begin(), m_view.problems.end(), std::back_inserter(desk.view.problems));
  m_view.problems.clear();
}

void SplitView::draw_right(Desk& desk, const app::MapContent& left) {
  if (m_shown) draw_right_canvas(desk, left);
  const auto& beside = desk.session.beside();
  if (!beside) return;
  draw_choices(desk, *beside);
  if (m_shown) draw_right_legend(desk, *m_shown);
}

void SplitView::draw(Desk& desk, const app::MapContent& left, const std::function<void()>& draw_left) {
  take_map(desk.session.beside()->map);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float gap = std::round(3 * static_cast<float>(desk.view.scale));
  const float half = std::floor((room.x - gap) / 2);
  const ImVec2 at = ImGui::GetCursorPos();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const auto left_half = [&] {
    ImGui::SetCursorPos(at);
    ImGui::BeginChild("left_map", {half, room.y}, false, k_half);
    desk.canvas.draw(desk);
    draw_left();
    // Beside the buttons, where the help of a tool stands while there is one.
    const float from = 3 * ImGui::GetStyle().ItemSpacing.x + ImGui::GetFrameHeight();
    if (desk.view.tool == Tool::pick) draw_left_caption(desk, left, from);
    ImGui::EndChild();
  };
  const auto right_half = [&] {
    ImGui::SetCursorPos({at.x + half + gap, at.y});
    ImGui::BeginChild("right_map", {room.x - half - gap, room.y}, false, k_half);
    draw_right(desk, left);
    ImGui::EndChild();
  };
  // The map under the mouse leads, to the end of a drag, and the other one follows in the same frame.
  if (!ImGui::IsAnyMouseDown()) m_right_leads = ImGui::GetIO().MousePos.x > corner.x + half + gap;
  if (m_shown && m_right_leads && desk.view.zoom_to == ZoomTo::nothing) {
    right_half();
    desk.canvas.look_like(m_canvas->camera());
    left_half();
  } else {
    left_half();
    if (m_shown) m_canvas->look_like(desk.canvas.camera());
    right_half();
  }
  ImGui::GetWindowDrawList()->AddRectFilled({corner.x + half, corner.y},
                                            {corner.x + half + gap, corner.y + room.y},
                                            ImGui::GetColorU32(ImGuiCol_Border));
}

}  // namespace ntmap::ui
