#include "ui/split_view.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "scene/legend.hpp"
#include "ui/fonts.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"
#include "ui/wrapped_words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr std::size_t k_title_lines = 3;  // of a theme's title
constexpr float k_most_legend = 0.62F;    // of the height between the captions and the lower edge
constexpr ImGuiWindowFlags k_half = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;

Text period_title(const model::Project& project, const std::string& id) {
  const model::Period* period = project.find_period(id);
  return period == nullptr ? Text() : period->title;
}

/// Of a card with theme and period.
float caption_height(const CaptionLook& look) {
  const ImGuiStyle& style = ImGui::GetStyle();
  float height = ImGui::GetFrameHeight() + 2 * style.FramePadding.y;
  if (!look.one_line) height += ImGui::GetFrameHeight() + style.ItemSpacing.y;
  return height + static_cast<float>(look.theme_lines - 1) * ImGui::GetTextLineHeight();
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

/// What the left map shows, on more lines where one is too short; the right one says the same with boxes to
/// choose from.
void draw_left_caption(const Desk& desk, const app::MapContent& map, float from, const CaptionLook& look) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const std::string title = desk.say(map.title);
  const std::string when = desk.say(period_title(*desk.session.project(), map.period));
  const float most = ImGui::GetWindowSize().x - from - style.ItemSpacing.x;
  if (look.one_line) {
    const std::string words = when.empty() ? title : title + " · " + when;
    const float width = std::min(ImGui::CalcTextSize(words.c_str()).x + 4 * style.FramePadding.x, most);
    return card("caption", {from, style.ItemSpacing.x}, width, caption_height(look), [&] {
      ImGui::AlignTextToFramePadding();
      fitted(words, ImGui::GetContentRegionAvail().x);
    });
  }
  card("caption", {from, style.ItemSpacing.x}, most, caption_height(look), [&] {
    const float room = ImGui::GetContentRegionAvail().x;
    ImGui::AlignTextToFramePadding();
    draw_wrapped(wrapped(title, room, k_title_lines));
    ImGui::AlignTextToFramePadding();
    fitted(when, room);
  });
}

void choose_theme(Desk& desk, const app::Beside& beside, float width) {
  const auto project = desk.session.project();
  const model::Theme* chosen = project->find_theme(beside.choice.theme);
  ImGui::SetNextItemWidth(width);
  const std::string title = chosen == nullptr ? "…" : desk.say(theme_title(*project, *chosen));
  if (!begin_wrapped_combo("##theme", title, k_title_lines, ImGuiComboFlags_HeightLarge)) return;
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

void close_button(Desk& desk) {
  const float size = ImGui::GetFrameHeight();
  if (ImGui::Button("×##alone", {size, size})) desk.command(app::ShowAlone{});
  if (ImGui::IsItemHovered())
    ImGui::SetTooltip("%s", desk.say(text("Đóng bản đồ thứ hai (B)", "Close the second map (B)")).c_str());
}

void draw_choices(Desk& desk, const app::Beside& beside, const CaptionLook& look) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float room = ImGui::GetWindowSize().x - 2 * style.ItemSpacing.x;
  const bool periods = beside.periods.size() > 1;
  card("choices", {style.ItemSpacing.x, style.ItemSpacing.x}, room, caption_height(look), [&] {
    const float whole = ImGui::GetContentRegionAvail().x;
    const float free = whole - ImGui::GetFrameHeight() - 2 * style.ItemSpacing.x;
    if (!periods) {
      choose_theme(desk, beside, free);
    } else if (look.one_line) {
      choose_theme(desk, beside, std::floor(free * 0.62F));
      ImGui::SameLine();
      choose_period(desk, beside, std::floor(free * 0.38F) - 1);
    } else {
      choose_theme(desk, beside, whole);
      choose_period(desk, beside, free);
    }
    ImGui::SameLine();
    close_button(desk);
  });
}

/// On how many lines theme and period stand, so that both can be read over either map.
CaptionLook caption_look(const Desk& desk, const app::MapContent& left, float half) {
  const auto& beside = desk.session.beside();
  const auto project = desk.session.project();
  const auto width = [&](const Text& words) { return ImGui::CalcTextSize(desk.say(words).c_str()).x; };
  const float box = ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().FramePadding.x;  // around words
  const float room = half - 2 * box;  // beside the map's buttons, or the one that closes the second map
  const float when = width(period_title(*project, left.period)) + width(" · ");
  const model::Theme* theme = project->find_theme(beside->choice.theme);
  const Text names = theme == nullptr ? Text() : theme_title(*project, *theme);
  const bool beside_fits = width(names) + box <= room * 0.62F &&
                           width(period_title(*project, beside->choice.period)) + box <= room * 0.38F;
  if (width(left.title) + when + box <= room && beside_fits) return {};
  const auto lines = [&](const Text& words, float there) {
    return wrapped(desk.say(words), there, k_title_lines).lines.size();
  };
  const float card_room = half - 2 * ImGui::GetStyle().ItemSpacing.x - 2 * ImGui::GetStyle().FramePadding.x;
  const bool periods = beside->periods.size() > 1;
  const float right = room_in_combo(periods ? card_room : card_room - box - ImGui::GetStyle().ItemSpacing.x);
  return {.one_line = false, .theme_lines = std::max(lines(left.title, room), lines(names, right))};
}

/// The legend of the right map; the theme panel holds that of the left one.
struct RightLegend {
  std::vector<scene::LegendRow> rows;
  std::string title;
  float width = 0;
  float height = 0;
};

RightLegend lay_out_legend(const Desk& desk, const app::MapContent& map, float half, bool folded) {
  const ImGuiStyle& style = ImGui::GetStyle();
  RightLegend legend{scene::legend_rows(map.classes), desk.say(map.classes.title)};
  if (legend.title.empty()) legend.title = desk.say(text("Chú giải", "Legend"));
  const float swatch = std::round(ImGui::GetTextLineHeight() * 1.5F) + style.ItemSpacing.x;
  // The title is bold, and behind it is the button that folds.
  float width = ImGui::CalcTextSize(legend.title.c_str()).x * 1.1F + 2 * ImGui::GetFrameHeight();
  for (const scene::LegendRow& row : legend.rows) {
    const std::string count = desk.say(Text(row.count));
    width = std::max(width, swatch + 2 * style.ItemSpacing.x +
                                ImGui::CalcTextSize(desk.say(row.label).c_str()).x +
                                ImGui::CalcTextSize(count.c_str()).x);
  }
  legend.width = std::min(std::ceil(width) + 2 * style.FramePadding.x + 4, half - 2 * style.ItemSpacing.x);
  const float line = ImGui::GetTextLineHeight() + style.ItemSpacing.y;
  const auto lines = static_cast<float>(folded ? 1 : legend.rows.size() + 1);
  legend.height = line * lines + 2 * style.FramePadding.y;
  return legend;
}

/// True when its heading was clicked, which folds and unfolds it.
bool draw_legend_card(const Desk& desk, const RightLegend& legend, bool folded) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const ImVec2 at{style.ItemSpacing.x, ImGui::GetWindowSize().y - legend.height - style.ItemSpacing.x};
  bool clicked = false;
  card("legend", at, legend.width, legend.height, [&] {
    const float line = ImGui::GetTextLineHeight();
    const float room = ImGui::GetContentRegionAvail().x;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    clicked = ImGui::InvisibleButton("fold", {room, line});
    mark_focus();
    if (ImGui::IsItemHovered()) {
      ImGui::SetTooltip("%s", desk.say(folded ? text("Mở chú giải", "Unfold the legend")
                                              : text("Thu gọn chú giải", "Fold the legend"))
                                  .c_str());
    }
    ImGui::SetCursorScreenPos(from);
    push_font(Font::bold);
    fitted(legend.title, room - line);
    pop_font();
    const ImVec2 middle{from.x + room - line / 2, from.y + line / 2};
    const float half = line * 0.28F;
    const float tip = folded ? -half : half;
    ImGui::GetWindowDrawList()->AddTriangleFilled({middle.x - half, middle.y - tip / 2},
                                                  {middle.x + half, middle.y - tip / 2},
                                                  {middle.x, middle.y + tip}, muted_ink());
    if (folded) return;
    for (const scene::LegendRow& row : legend.rows) {
      draw_swatch(row.fill, row.hatch, desk.view.scale);
      ImGui::SameLine();
      const std::string count = desk.say(Text(row.count));
      fitted(desk.say(row.label),
             ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(count.c_str()).x - style.ItemSpacing.x);
      ImGui::SameLine();
      right_aligned(count);
    }
  });
  return clicked;
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
  m_legend_of.clear();
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
  m_view.areas = desk.view.areas;
  m_view.covered_above = desk.view.covered_above;
  m_view.covered_below = desk.view.covered_below;
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

void SplitView::draw_right(Desk& desk, const app::MapContent& left, const CaptionLook& look) {
  if (m_shown) draw_right_canvas(desk, left);
  const auto& beside = desk.session.beside();
  if (!beside) return;
  draw_choices(desk, *beside, look);
  if (!m_shown) return;
  const RightLegend legend = lay_out_legend(desk, *m_shown, ImGui::GetWindowSize().x, m_legend_folded);
  if (draw_legend_card(desk, legend, m_legend_folded)) m_legend_folded = !m_legend_folded;
}

/// The maps are shown whole between what stands at their upper edges and at their lower ones: captions, the
/// slider, the legend. That is folded at first where the left map's says the same, or it leaves too little.
void SplitView::cover(Desk& desk, const app::MapContent& left, const CaptionLook& look, float width,
                      float height) {
  const float margin = ImGui::GetStyle().ItemSpacing.x;
  desk.view.covered_above = caption_height(look) + margin;
  if (!m_shown) return;
  const float unfolded = lay_out_legend(desk, *m_shown, width, false).height;
  const float room = height - desk.view.covered_above - 2 * margin;
  const std::string themes = left.theme.id + "\n" + m_shown->theme.id;
  if (std::exchange(m_legend_of, themes) != themes)
    m_legend_folded = left.theme.id == m_shown->theme.id || unfolded > room * k_most_legend;
  const float legend = lay_out_legend(desk, *m_shown, width, m_legend_folded).height;
  desk.view.covered_below =
      std::max(desk.view.covered_below, std::min(legend, room * k_most_legend) + margin);
}

void SplitView::draw(Desk& desk, const app::MapContent& left, const std::function<void()>& draw_left) {
  take_map(desk.session.beside()->map);
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float gap = std::round(3 * static_cast<float>(desk.view.scale));
  const float half = std::floor((room.x - gap) / 2);
  const ImVec2 at = ImGui::GetCursorPos();
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  const CaptionLook& look = caption_look(desk, left, half);
  cover(desk, left, look, half, room.y);
  const auto left_half = [&] {
    ImGui::SetCursorPos(at);
    ImGui::BeginChild("left_map", {half, room.y}, false, k_half);
    desk.canvas.draw(desk);
    draw_left();
    // Beside the buttons, where the help of a tool stands while there is one.
    const float from = 3 * ImGui::GetStyle().ItemSpacing.x + ImGui::GetFrameHeight();
    if (desk.view.tool == Tool::pick) draw_left_caption(desk, left, from, look);
    ImGui::EndChild();
  };
  const auto right_half = [&] {
    ImGui::SetCursorPos({at.x + half + gap, at.y});
    ImGui::BeginChild("right_map", {room.x - half - gap, room.y}, false, k_half);
    draw_right(desk, left, look);
    ImGui::EndChild();
  };
  // The map under the mouse leads, to the end of a drag, and the other one follows in the same frame.
  if (!ImGui::IsAnyMouseDown()) m_right_leads = ImGui::GetIO().MousePos.x > corner.x + half + gap;
  // What shows the map whole, also in other room, is the left one's.
  const std::array<float, 4> place{half, room.y, desk.view.covered_above, desk.view.covered_below};
  const bool same_room = std::exchange(m_place, place) == place;
  if (m_shown && m_right_leads && same_room && desk.view.zoom_to == ZoomTo::nothing) {
    right_half();
    desk.canvas.look_like(*m_canvas);
    left_half();
  } else {
    left_half();
    if (m_shown) m_canvas->look_like(desk.canvas);
    right_half();
  }
  ImGui::GetWindowDrawList()->AddRectFilled({corner.x + half, corner.y},
                                            {corner.x + half + gap, corner.y + room.y},
                                            ImGui::GetColorU32(ImGuiCol_Border));
}

}  // namespace ntmap::ui
