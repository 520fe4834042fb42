#include <imgui.h>

#include <algorithm>
#include <optional>

#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

model::Rgb ink_of(criteria::Pace pace) {
  switch (pace) {
    case criteria::Pace::reached:
    case criteria::Pace::reached_late:
    case criteria::Pace::on_track:
      return {0x01, 0x66, 0x5e};
    case criteria::Pace::late:
    case criteria::Pace::missed:
      return {0xc8, 0x80, 0x1e};
    case criteria::Pace::not_due:
    case criteria::Pace::unknown:
      break;
  }
  return {0x9a, 0xa3, 0xac};
}

/// How much of the target is there, 0..1; of a target to come down to, the way from the base. Nothing where
/// that cannot be said.
std::optional<double> filled(const app::TargetReport& report) {
  if (report.progress.verdict == criteria::Verdict::met) return 1;
  const bool up =
      !report.target.op || *report.target.op == criteria::Op::ge || *report.target.op == criteria::Op::gt;
  const auto& now = report.now.value.value;
  if (up && now && report.target.value && report.target.value->to_double() > 0)
    return *now / report.target.value->to_double();
  return report.progress.share;
}

void draw_progress(const app::TargetReport& report, float width) {
  const float height = ImGui::GetTextLineHeight() * 0.4F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, ImGui::GetColorU32(ImGuiCol_FrameBg), height / 2);
  if (const auto share = filled(report)) {
    const auto part = static_cast<float>(std::clamp(*share, 0.0, 1.0));
    list.AddRectFilled(at, {at.x + std::max(height, width * part), at.y + height},
                       packed(ink_of(report.progress.pace)), height / 2);
  }
  list.AddRect(at, {at.x + width, at.y + height}, ImGui::GetColorU32(ImGuiCol_Border), height / 2);
  ImGui::Dummy({width, height + 2});
}

/// "69/170 trên tổng số (40,6 %); mục tiêu ≥ 75 xã đến 30/6/2025".
Text short_words(const app::TargetReport& report) {
  return text("{}; mục tiêu {}", "{}; target {}", {report.now.shown, report.wanted});
}

const std::vector<app::TargetReport>* targets_of(const Desk& desk) {
  return desk.session.targets().get();
}

/// The targets of the province, each as a line and a bar.
class TargetBars : public Panel {
 public:
  const char* id() const override { return "target_bars"; }
  Text title() const override { return text("Tiến độ mục tiêu", "Progress to targets"); }
  Place place() const override { return Place::left; }
  bool useful(const Desk& desk) const override {
    return targets_of(desk) != nullptr && !targets_of(desk)->empty();
  }

  void draw(Desk& desk) override {
    for (const app::TargetReport& report : *targets_of(desk)) {
      if (!filled(report)) continue;
      ImGui::TextWrapped("%s", desk.say(report.target.figure_name).c_str());
      muted(desk.say(short_words(report)));
      draw_progress(report, ImGui::GetContentRegionAvail().x);
      if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", desk.say(report.sentence).c_str());
    }
  }
};

/// The same with everything that is known: document, pace, rate that is needed, who answers for it.
class TargetTable : public Panel {
 public:
  const char* id() const override { return "targets"; }
  Text title() const override { return text("Mục tiêu", "Targets"); }
  Place place() const override { return Place::bottom; }
  bool useful(const Desk& desk) const override {
    const auto project = desk.session.project();
    return project && project->programme && !project->programme->targets.empty();
  }

  void draw(Desk& desk) override {
    if (targets_of(desk) == nullptr) return still_computing(desk);
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_Resizable;
    if (!ImGui::BeginTable("targets", 6, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    const auto column = [&](const Text& name, float weight) {
      ImGui::TableSetupColumn(desk.say(name).c_str(), ImGuiTableColumnFlags_WidthStretch, weight);
    };
    column(text("Chỉ tiêu", "Figure"), 2);
    column(text("Hiện có", "Now"), 1.2F);
    column(text("Mục tiêu", "Target"), 1.2F);
    column(text("Tiến độ", "Progress"), 1.2F);
    column(text("Nhận xét", "What it means"), 3);
    column(text("Phụ trách", "Answers for it"), 1);
    ImGui::TableHeadersRow();
    for (const app::TargetReport& report : *targets_of(desk)) draw_row(desk, report);
    ImGui::EndTable();
  }

 private:
  static void cell(const std::string& words) {
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", words.c_str());
  }

  static void draw_row(Desk& desk, const app::TargetReport& report) {
    ImGui::TableNextRow();
    cell(desk.say(report.target.figure_name));
    cell(desk.say(report.now.shown));
    cell(desk.say(report.wanted));
    ImGui::TableNextColumn();
    draw_progress(report, ImGui::GetContentRegionAvail().x);
    ImGui::TextWrapped("%s", desk.say(criteria::word(report.progress.pace)).c_str());
    cell(desk.say(report.sentence));
    cell(report.lead);
  }
};

}  // namespace

std::unique_ptr<Panel> make_target_bars() {
  return std::make_unique<TargetBars>();
}

std::unique_ptr<Panel> make_target_table() {
  return std::make_unique<TargetTable>();
}

}  // namespace ntmap::ui
