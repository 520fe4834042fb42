#include "ui/panels.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "scene/hatch.hpp"
#include "scene/legend.hpp"
#include "ui/fonts.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Lang;
using base::Text;
using base::text;

void heading(const Text& words, Lang lang) {
  ImGui::Spacing();
  if (words.empty()) return;
  push_font(Font::bold);
  ImGui::TextUnformatted(words.in(lang).c_str());
  pop_font();
}

void muted(const std::string& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
  ImGui::TextWrapped("%s", words.c_str());
  ImGui::PopStyleColor();
}

void right_aligned(const std::string& words) {
  const float free = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(words.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, free));
  ImGui::TextUnformatted(words.c_str());
}

ImU32 colour(model::Rgb rgb) {
  return IM_COL32(rgb.r, rgb.g, rgb.b, 255);
}

/// Lines that lean to the right (`lean` 1) or left (-1) over the box.
void draw_hatch_lines(ImDrawList& list, ImVec2 at, ImVec2 end, float lean, ImU32 ink, double scale) {
  const scene::HatchStyle style;
  const float step = static_cast<float>(style.spacing * scale * std::numbers::sqrt2);
  const float reach = (end.y - at.y) / 2;
  const int lines = static_cast<int>(std::ceil((end.x - at.x + 2 * reach) / step));
  for (int line = 0; line < lines; ++line) {
    const float x = at.x - reach + static_cast<float>(line) * step;
    list.AddLine({x - lean * reach, end.y}, {x + lean * reach, at.y}, ink,
                 static_cast<float>(style.width * scale));
  }
}

void draw_hatch_dots(ImDrawList& list, ImVec2 at, ImVec2 end, ImU32 ink, double scale) {
  const scene::HatchStyle style;
  const float step = static_cast<float>(style.spacing * scale / std::numbers::sqrt2);
  const int rows = static_cast<int>(std::ceil((end.y - at.y) / step));
  const int columns = static_cast<int>(std::ceil((end.x - at.x) / step));
  for (int row = 0; row < rows; ++row) {
    for (int column = row % 2; column < columns; column += 2) {
      const ImVec2 middle{at.x + step * (static_cast<float>(column) + 0.5F),
                          at.y + step * (static_cast<float>(row) + 0.5F)};
      list.AddCircleFilled(middle, static_cast<float>(style.dot_radius * scale), ink);
    }
  }
}

/// A box of the class's look, hatched as on the map.
void draw_swatch(model::Rgb fill, model::Hatch hatch, double scale) {
  const float height = ImGui::GetTextLineHeight();
  const float width = std::round(height * 1.5F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end{at.x + width, at.y + height};
  const ImU32 ink = colour(scene::hatch_ink(fill));
  const bool cross = hatch == model::Hatch::cross;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, colour(fill), 3);
  list.PushClipRect(at, end, true);
  if (cross || hatch == model::Hatch::forward) draw_hatch_lines(list, at, end, 1, ink, scale);
  if (cross || hatch == model::Hatch::backward) draw_hatch_lines(list, at, end, -1, ink, scale);
  if (hatch == model::Hatch::dots) draw_hatch_dots(list, at, end, ink, scale);
  list.PopClipRect();
  list.AddRect(at, end, ImGui::GetColorU32(ImGuiCol_Border), 3);
  ImGui::Dummy({width, height});
}

void draw_legend(const app::MapContent& map, const ViewState& view) {
  heading(map.classes.title, view.lang);
  ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {0, ImGui::GetStyle().ItemSpacing.y / 2});
  if (ImGui::BeginTable("legend", 3, ImGuiTableFlags_NoPadOuterX)) {
    ImGui::TableSetupColumn("swatch", ImGuiTableColumnFlags_WidthFixed);
    ImGui::TableSetupColumn("label", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("count", ImGuiTableColumnFlags_WidthFixed);
    for (const scene::LegendRow& row : scene::legend_rows(map.classes)) {
      ImGui::TableNextColumn();
      draw_swatch(row.fill, row.hatch, view.scale);
      ImGui::TableNextColumn();
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetStyle().ItemSpacing.x);
      ImGui::TextWrapped("%s", row.label.in(view.lang).c_str());
      ImGui::TableNextColumn();
      right_aligned(Text(row.count).in(view.lang));
    }
    ImGui::EndTable();
  }
  ImGui::PopStyleVar();
}

void draw_theme_choice(const app::Session& session, ViewState& view) {
  const auto project = session.project();
  const model::Theme* chosen = project->find_theme(session.choice().theme);
  heading(text("Chuyên đề", "Theme"), view.lang);
  ImGui::SetNextItemWidth(-1);
  if (!ImGui::BeginCombo("##theme", chosen == nullptr ? "…" : chosen->title.in(view.lang).c_str(),
                         ImGuiComboFlags_HeightLarge))
    return;
  for (const model::Theme& theme : project->themes) {
    ImGui::PushID(theme.id.c_str());
    if (ImGui::Selectable(theme.title.in(view.lang).c_str(), chosen == &theme)) {
      view.commands.emplace_back(app::ChooseTheme{theme.id});
    }
    ImGui::PopID();
  }
  ImGui::EndCombo();
}

void draw_period_choice(const app::Session& session, ViewState& view) {
  if (session.choice().period.empty()) return;  // the theme has no periods, or is not known yet
  const auto project = session.project();
  const model::Period* chosen = project->find_period(session.choice().period);
  heading(text("Kỳ", "Period"), view.lang);
  ImGui::SetNextItemWidth(-1);
  if (!ImGui::BeginCombo("##period", chosen == nullptr ? "…" : chosen->title.in(view.lang).c_str())) return;
  for (const std::string& id : session.periods()) {
    const model::Period* period = project->find_period(id);
    if (ImGui::Selectable(period->title.in(view.lang).c_str(), period == chosen)) {
      view.commands.emplace_back(app::ChoosePeriod{id});
    }
  }
  ImGui::EndCombo();
}

void draw_message(const Text& message, Lang lang) {
  if (message.empty()) return;
  ImGui::Spacing();
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_FrameBg));
  const float wrap = ImGui::GetContentRegionAvail().x - 2 * ImGui::GetStyle().WindowPadding.x;
  const float height = ImGui::CalcTextSize(message.in(lang).c_str(), nullptr, false, wrap).y;
  ImGui::BeginChild("message", {0, height + 2 * ImGui::GetStyle().WindowPadding.y}, false,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
  ImGui::TextWrapped("%s", message.in(lang).c_str());
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

void draw_work(const app::Session& session, Lang lang) {
  for (const auto& work : session.work()) {
    ImGui::ProgressBar(static_cast<float>(work.fraction), {-1, 0}, work.name.in(lang).c_str());
  }
}

}  // namespace

void draw_map_panel(const app::Session& session, ViewState& view) {
  const auto project = session.project();
  if (!project) return;
  push_font(Font::heading);
  ImGui::TextWrapped("%s", title_words(*project).in(view.lang).c_str());
  pop_font();
  draw_theme_choice(session, view);
  draw_period_choice(session, view);
  if (const auto& map = session.map()) {
    draw_legend(*map, view);
    draw_message(plain_words(map->message), view.lang);
    ImGui::Spacing();
    muted(map->subtitle.in(view.lang));
    muted(map->source.in(view.lang));
  }
  draw_work(session, view.lang);
}

void draw_unit_panel(const app::Session& session, ViewState& view) {
  const auto& map = session.map();
  if (!map) return;
  if (!view.selected) {
    muted(
        text("Nhấp vào một đơn vị trên bản đồ để xem số liệu.", "Click a unit on the map to see its figures.")
            .in(view.lang));
    return;
  }
  const std::uint32_t unit = *view.selected;
  const app::Units& units = map->units();
  push_font(Font::heading);
  ImGui::TextWrapped("%s", units.full_name(unit).c_str());
  pop_font();
  const Text district = units.districts[unit];
  muted(base::join({district, text("mã {}", "code {}", {units.codes[unit]})}, " · ").in(view.lang));
  ImGui::Separator();
  heading(map->title, view.lang);
  push_font(Font::heading);
  ImGui::TextWrapped("%s", value_words(*map, unit).in(view.lang).c_str());
  pop_font();
  const model::MapClass& shown = map->classes.by_byte(map->classes.class_of[unit]);
  draw_swatch(shown.fill, shown.hatch, view.scale);
  ImGui::SameLine();
  ImGui::TextWrapped("%s", shown.label.in(view.lang).c_str());
  ImGui::Spacing();
  muted(source_words(*map, unit).in(view.lang));
}

void draw_welcome(const app::Session& session, ViewState& view) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float margin = std::round(room.x * 0.25F);
  ImGui::SetCursorPosY(std::round(room.y * 0.35F));
  ImGui::Indent(margin);
  ImGui::PushTextWrapPos(room.x - margin);
  push_font(Font::heading);
  const Text words = session.busy() ? text("Đang mở…", "Opening…")
                                    : text("Kéo thả tệp dự án hoặc tệp ranh giới vào đây",
                                           "Drop a project or boundaries here");
  ImGui::TextUnformatted(words.in(view.lang).c_str());
  pop_font();
  muted(text("Dự án (.toml), shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML.",
             "Project (.toml), shapefile, GeoPackage, GeoJSON, FlatGeobuf, MapInfo, KML.")
            .in(view.lang));
  ImGui::Spacing();
  if (ImGui::Button(text("Mở tệp (Ctrl+O)", "Open a file (Ctrl+O)").in(view.lang).c_str()))
    view.ask_file = true;
  ImGui::PopTextWrapPos();
  ImGui::Unindent(margin);
}

void draw_problems(app::Session& session, ViewState& view) {
  if (session.problems().empty() && view.problems.empty()) return;
  const bool own = session.problems().empty();
  const base::Error problem = own ? view.problems.front() : session.problems().front();
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(
      {viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + viewport.WorkSize.y - 20},
      ImGuiCond_Always, {0.5F, 1});
  ImGui::SetNextWindowSize({viewport.WorkSize.x * 0.5F, 0});
  ImGui::Begin("problem", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings);
  ImGui::TextWrapped("%s", problem.message().in(view.lang).c_str());
  if (!problem.remedy().empty()) {
    muted(text("Cách xử lý: {}", "What to do: {}", {problem.remedy()}).in(view.lang));
  }
  const bool close = ImGui::Button(text("Đóng", "Close").in(view.lang).c_str());
  ImGui::SameLine();
  if (ImGui::Button(text("Sao chép chi tiết", "Copy details").in(view.lang).c_str())) {
    ImGui::SetClipboardText(
        (problem.message().in(view.lang) + "\n" + problem.remedy().in(view.lang)).c_str());
  }
  ImGui::End();
  const bool escape = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) &&
                      !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
  if (close || escape) {
    if (own)
      view.problems.erase(view.problems.begin());
    else
      session.dismiss_problem(0);
  }
}

}  // namespace ntmap::ui
