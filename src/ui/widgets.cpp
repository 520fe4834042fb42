#include "ui/widgets.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "scene/hatch.hpp"
#include "ui/fonts.hpp"

namespace ntmap::ui {
namespace {

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

bool dark_ground() {
  const ImVec4 ground = ImGui::GetStyleColorVec4(ImGuiCol_WindowBg);
  return ground.x + ground.y + ground.z < 1.5F;
}

void draw_tick(ImDrawList& list, ImVec2 at, float size, ImU32 ink) {
  const ImVec2 points[] = {{at.x + size * 0.15F, at.y + size * 0.55F},
                           {at.x + size * 0.40F, at.y + size * 0.80F},
                           {at.x + size * 0.88F, at.y + size * 0.22F}};
  list.AddPolyline(points, 3, ink, 0, std::max(1.5F, size * 0.12F));
}

void draw_cross(ImDrawList& list, ImVec2 at, float size, ImU32 ink) {
  const float a = size * 0.2F;
  const float b = size * 0.8F;
  const float width = std::max(1.5F, size * 0.12F);
  list.AddLine({at.x + a, at.y + a}, {at.x + b, at.y + b}, ink, width);
  list.AddLine({at.x + a, at.y + b}, {at.x + b, at.y + a}, ink, width);
}

/// The words, or as many letters as fit and "…".
std::string cut_to(const std::string& words, float width) {
  if (ImGui::CalcTextSize(words.c_str()).x <= width) return words;
  std::string cut = words;
  while (!cut.empty() && ImGui::CalcTextSize((cut + "…").c_str()).x > width) {
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xc0) == 0x80) cut.pop_back();
    if (!cut.empty()) cut.pop_back();
  }
  return cut + "…";
}

/// The words that fit on a line, and those that do not; at least one word stands on the first.
std::pair<std::string, std::string> two_lines(const std::string& words, float width) {
  if (ImGui::CalcTextSize(words.c_str()).x <= width) return {words, {}};
  std::size_t end = words.find(' ');
  if (end == std::string::npos) return {words, {}};
  for (std::size_t next = end; next != std::string::npos; next = words.find(' ', next + 1)) {
    if (ImGui::CalcTextSize(words.substr(0, next).c_str()).x > width) break;
    end = next;
  }
  return {words.substr(0, end), words.substr(end + 1)};
}

}  // namespace

void bold(const std::string& words) {
  push_font(Font::bold);
  ImGui::TextUnformatted(words.c_str());
  pop_font();
}

void heading(const std::string& words) {
  ImGui::Spacing();
  if (!words.empty()) bold(words);
}

void title_line(const std::string& words) {
  push_font(Font::heading);
  ImGui::TextWrapped("%s", words.c_str());
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

void fitted(const std::string& words, float width) {
  const std::string shown = cut_to(words, width);
  ImGui::TextUnformatted(shown.c_str());
  if (shown != words && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", words.c_str());
}

bool begin_fitted_combo(const char* id, const std::string& words, int flags) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float arrow = ImGui::GetFrameHeight();
  const std::string shown = cut_to(words, ImGui::CalcItemWidth() - arrow - 2 * style.FramePadding.x);
  const bool open = ImGui::BeginCombo(id, shown.c_str(), flags);
  if (!open && shown != words && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", words.c_str());
  return open;
}

void folding(const char* id, const std::string& words, base::Lang lang) {
  const float room = ImGui::GetContentRegionAvail().x;
  const auto [first, second] = two_lines(words, room);
  if (second.empty() || ImGui::CalcTextSize(second.c_str()).x <= room) return muted(words);
  const ImGuiID key = ImGui::GetID(id);
  bool& open = *ImGui::GetStateStorage()->GetBoolRef(key);
  const std::string more = (open ? base::text("thu gọn", "less") : base::text("thêm", "more")).in(lang);
  const ImVec2 size = ImGui::CalcTextSize(more.c_str());
  if (open) {
    muted(words);
  } else {
    ImGui::PushStyleColor(ImGuiCol_Text, muted_ink());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 0});
    ImGui::TextUnformatted(first.c_str());
    ImGui::PopStyleVar();
    fitted(second, room - size.x - ImGui::GetStyle().ItemSpacing.x);
    ImGui::PopStyleColor();
    ImGui::SameLine();
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (ImGui::InvisibleButton(id, size)) open = !open;
  mark_focus();
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  ImGui::GetWindowDrawList()->AddText(at, accent_ink(), more.c_str());
}

void mark_focus() {
  ImGui::RenderNavHighlight(ImRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax()), ImGui::GetItemID(),
                            ImGuiNavHighlightFlags_TypeThin);
}

bool checkbox_that_fits(const std::string& words, bool& on) {
  ImGui::SameLine();
  const float box = ImGui::GetFrameHeight() + ImGui::GetStyle().ItemInnerSpacing.x;
  if (box + ImGui::CalcTextSize(words.c_str()).x > ImGui::GetContentRegionAvail().x) ImGui::NewLine();
  const std::string shown = cut_to(words, ImGui::GetContentRegionAvail().x - box);
  const bool clicked = ImGui::Checkbox((shown + "###" + words).c_str(), &on);
  if (shown != words && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", words.c_str());
  return clicked;
}

void draw_swatch(model::Rgb fill, model::Hatch hatch, double scale, std::optional<model::Rgb> hatch_ink) {
  const float height = ImGui::GetTextLineHeight();
  const float width = std::round(height * 1.5F);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 end{at.x + width, at.y + height};
  const ImU32 ink = packed(hatch_ink ? *hatch_ink : scene::hatch_ink(fill));
  const bool cross = hatch == model::Hatch::cross;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, end, packed(fill), 3);
  list.PushClipRect(at, end, true);
  if (cross || hatch == model::Hatch::forward) draw_hatch_lines(list, at, end, 1, ink, scale);
  if (cross || hatch == model::Hatch::backward) draw_hatch_lines(list, at, end, -1, ink, scale);
  if (hatch == model::Hatch::dots) draw_hatch_dots(list, at, end, ink, scale);
  list.PopClipRect();
  list.AddRect(at, end, ImGui::GetColorU32(ImGuiCol_Border), 3);
  ImGui::Dummy({width, height});
}

void draw_colour_strip(const std::vector<model::Rgb>& colours, float width, float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float step = width / static_cast<float>(std::max<std::size_t>(1, colours.size()));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (std::size_t i = 0; i < colours.size(); ++i) {
    const float left = at.x + step * static_cast<float>(i);
    list.AddRectFilled({left, at.y}, {left + step - 1, at.y + height}, packed(colours[i]));
  }
  ImGui::Dummy({width, height});
}

bool switch_button(const std::string& words, bool on) {
  ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(on ? ImGuiCol_Header : ImGuiCol_Button));
  const bool clicked = ImGui::Button(words.c_str());
  ImGui::PopStyleColor();
  return clicked;
}

void draw_verdict(criteria::Mark mark) {
  const float size = ImGui::GetTextLineHeight() * 0.8F;
  ImVec2 at = ImGui::GetCursorScreenPos();
  at.y += ImGui::GetTextLineHeight() * 0.12F;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  switch (mark.verdict()) {
    case criteria::Verdict::met:
      draw_tick(list, at, size, accent_ink());
      break;
    case criteria::Verdict::not_met:
      draw_cross(list, at, size, unmet_ink());
      break;
    case criteria::Verdict::unknown:
      list.AddText({at.x + size * 0.2F, at.y - size * 0.15F}, muted_ink(), "?");
      break;
    default:
      list.AddText({at.x + size * 0.2F, at.y - size * 0.15F}, muted_ink(), "–");
  }
  ImGui::Dummy({size, ImGui::GetTextLineHeight()});
}

std::uint32_t packed(model::Rgb rgb, std::uint8_t alpha) {
  return IM_COL32(rgb.r, rgb.g, rgb.b, alpha);
}

std::uint32_t accent_ink() {
  return ImGui::GetColorU32(ImGuiCol_CheckMark);
}
std::uint32_t unmet_ground() {
  return dark_ground() ? IM_COL32(0x4d, 0x39, 0x22, 255) : IM_COL32(0xf7, 0xe6, 0xcd, 255);
}
std::uint32_t unmet_ink() {
  return dark_ground() ? IM_COL32(0xee, 0xbd, 0x78, 255) : IM_COL32(0x7f, 0x4a, 0x08, 255);
}
std::uint32_t unknown_ground() {
  return dark_ground() ? IM_COL32(0x37, 0x3d, 0x44, 255) : IM_COL32(0xec, 0xed, 0xee, 255);
}
std::uint32_t selected_ground() {
  return ImGui::GetColorU32(ImGuiCol_Header);
}
std::uint32_t muted_ink() {
  return ImGui::GetColorU32(ImGuiCol_TextDisabled);
}

}  // namespace ntmap::ui
