#include "ui/wrapped_words.hpp"

#include <imgui.h>

#include "ui/cut_text.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

float font_width(const std::string& words) {
  return ImGui::CalcTextSize(words.c_str()).x;
}

/// Where the first line ends: at the last blank before it is full, or at the first one.
std::size_t end_of_line(const std::string& words, float width) {
  std::size_t end = words.find(' ');
  for (std::size_t next = end; next != std::string::npos; next = words.find(' ', next + 1)) {
    if (font_width(words.substr(0, next)) > width) break;
    end = next;
  }
  return end;
}

}  // namespace

WrappedWords wrapped(const std::string& words, float width, std::size_t most) {
  WrappedWords out{words, {}};
  std::string rest = words;
  while (out.lines.size() + 1 < most && font_width(rest) > width) {
    const std::size_t end = end_of_line(rest, width);
    if (end == std::string::npos) break;
    out.lines.push_back(rest.substr(0, end));
    rest.erase(0, end + 1);
  }
  out.lines.push_back(
      cut_before(rest, "", [&](const std::string& line) { return font_width(line) <= width; }));
  out.cut = out.lines.back() != rest;
  return out;
}

void draw_wrapped(const WrappedWords& shown) {
  ImGui::BeginGroup();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ImGui::GetStyle().ItemSpacing.x, 0});
  for (const std::string& line : shown.lines) ImGui::TextUnformatted(line.c_str());
  ImGui::PopStyleVar();
  ImGui::EndGroup();
  if (shown.cut && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", shown.words.c_str());
}

float room_in_combo(float width) {
  return width - ImGui::GetFrameHeight() - 2 * ImGui::GetStyle().FramePadding.x;  // beside the arrow
}

bool begin_wrapped_combo(const char* id, const std::string& words, std::size_t most, int flags) {
  const WrappedWords shown = wrapped(words, room_in_combo(ImGui::CalcItemWidth()), most);
  if (shown.lines.size() == 1) return begin_fitted_combo(id, words, flags);
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const float line = ImGui::GetTextLineHeight();
  const float more = line * static_cast<float>(shown.lines.size() - 1);
  const float arrow = ImGui::GetFrameHeight();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::CalcItemWidth();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  // Dear ImGui makes a box of one line, and its arrow as large as the box is high.
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding.x, padding.y + more / 2});
  const bool open = ImGui::BeginCombo(id, "", flags | ImGuiComboFlags_NoArrowButton);
  ImGui::PopStyleVar();
  if (!open && shown.cut && ImGui::IsItemHovered()) ImGui::SetTooltip("%s", words.c_str());
  const ImU32 ink = ImGui::GetColorU32(ImGuiCol_Text);
  float below = padding.y;
  for (const std::string& words_of_line : shown.lines) {
    list.AddText({at.x + padding.x, at.y + below}, ink, words_of_line.c_str());
    below += line;
  }
  const ImVec2 middle{right - arrow / 2, at.y + padding.y + (more + line) / 2};
  const float reach = 0.4F * ImGui::GetFontSize();
  list.AddTriangleFilled({middle.x, middle.y + 0.75F * reach},
                         {middle.x - 0.866F * reach, middle.y - 0.75F * reach},
                         {middle.x + 0.866F * reach, middle.y - 0.75F * reach}, ink);
  return open;
}

}  // namespace ntmap::ui
