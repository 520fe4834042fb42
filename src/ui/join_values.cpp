#include "ui/join_values.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ui/cut_text.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using Names = std::vector<std::string>;

constexpr std::size_t k_named = 20;  // columns in a tip

bool is_in(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string cut_to_width(const std::string& name, float most) {
  return cut_before(name, "",
                    [&](const std::string& words) { return ImGui::CalcTextSize(words.c_str()).x <= most; });
}

Text chosen_words(const Names& values) {
  if (values.empty()) return "–";
  if (values.size() == 1) return values.front();
  std::string all;
  for (const std::string& name : values) all.append(all.empty() ? "" : ", ").append(name);
  return text("{} cột: {}", "{} columns: {}", {values.size(), all});
}

/// The first of them, one a line.
std::string lines_of(const Names& values) {
  std::string lines;
  for (std::size_t i = 0; i < std::min(values.size(), k_named); ++i)
    lines.append(i == 0 ? "" : "\n").append(values[i]);
  return values.size() > k_named ? lines + "\n…" : lines;
}

/// The list is as wide as its longest heading, but not wider than a window can show.
float widest_heading(const Desk& desk) {
  return std::min(static_cast<float>(420 * desk.view.scale), ImGui::GetMainViewport()->WorkSize.x * 0.6F);
}

void draw_column(const Desk& desk, app::JoinPlan& plan, const app::JoinPreview& preview,
                 const std::string& name) {
  const float most = widest_heading(desk);
  const std::string shown = cut_to_width(name, most);
  bool on = is_in(plan.values, name);
  const model::Column* column = preview.rows.table.find(name);
  const bool words = column != nullptr && !app::holds_numbers(*column) && !on;
  ImGui::BeginDisabled(words);
  if (ImGui::Checkbox((shown + "###" + name).c_str(), &on)) app::choose_values(plan, preview, {name}, on);
  ImGui::EndDisabled();
  if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  if (words)
    ImGui::SetTooltip("%s", desk.say(text("Cột này không có số nào nên không lập được bản đồ.",
                                          "This column holds no numbers: it makes no map."))
                                .c_str());
  else if (shown != name)
    ImGui::SetTooltip("%s", name.c_str());
}

/// Ticks all columns of numbers, or none of them; filled where some are ticked.
void draw_all(const Desk& desk, app::JoinPlan& plan, const app::JoinPreview& preview, const Names& likely) {
  const auto chosen = static_cast<std::size_t>(std::count_if(
      likely.begin(), likely.end(), [&](const std::string& name) { return is_in(plan.values, name); }));
  bool all = chosen == likely.size();
  const Text words = text("Chọn tất cả ({} cột số)", "Choose all ({} columns of numbers)", {likely.size()});
  ImGui::PushItemFlag(ImGuiItemFlags_MixedValue, chosen > 0 && !all);
  if (ImGui::Checkbox((desk.say(words) + "###all_of_them").c_str(), &all))
    app::choose_values(plan, preview, likely, all);
  ImGui::PopItemFlag();
}

void draw_columns(const Desk& desk, app::JoinPlan& plan, const app::JoinPreview& preview) {
  const Names likely = app::likely_values(plan, preview);
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + widest_heading(desk));
  muted(desk.say(text("Mỗi cột thành một chuyên đề; bản đồ hiện cột đầu tiên được đánh dấu.",
                      "Each column becomes a theme; the map shows the first one that is ticked.")));
  ImGui::PopTextWrapPos();
  if (likely.size() > 1) {
    draw_all(desk, plan, preview, likely);
    ImGui::Separator();
  }
  for (const std::string& name : likely) draw_column(desk, plan, preview, name);
  ImGui::Spacing();
  muted(desk.say(text("Cột khác", "Other columns")));
  for (const model::Column& column : preview.rows.table.columns) {
    if (!is_in(likely, column.name)) draw_column(desk, plan, preview, column.name);
  }
}

}  // namespace

void draw_value_choice(const Desk& desk, app::JoinPlan& plan, const app::JoinPreview& preview, float width) {
  ImGui::BeginGroup();
  ImGui::AlignTextToFramePadding();
  muted(desk.say(text("Giá trị", "Values")));
  const std::string words = desk.say(chosen_words(plan.values));
  const ImGuiStyle& style = ImGui::GetStyle();
  const std::string shown = cut_to_width(words, width - ImGui::GetFrameHeight() - 2 * style.FramePadding.x);
  ImGui::SetNextItemWidth(width);
  if (ImGui::BeginCombo("##values", shown.c_str(), ImGuiComboFlags_HeightLarge)) {
    draw_columns(desk, plan, preview);
    ImGui::EndCombo();
  } else if (shown != words && ImGui::IsItemHovered()) {
    ImGui::SetTooltip("%s", lines_of(plan.values).c_str());
  }
  ImGui::EndGroup();
}

}  // namespace ntmap::ui
