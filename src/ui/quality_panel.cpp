#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// What is wrong with the data that the map rests on, as `ntmap check` says it: worst first, each once.
class QualityPanel : public Panel {
 public:
  const char* id() const override { return "quality"; }
  Text title() const override { return text("Chất lượng số liệu", "Data quality"); }
  Place place() const override { return Place::bottom; }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    if (!map) return;
    update(map, desk.session.desk());
    draw_tools(desk);
    if (m_findings.empty()) {
      muted(desk.say(text("Không có gì bất thường.", "Nothing out of the ordinary.")));
      return;
    }
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_Resizable;
    if (!ImGui::BeginTable("findings", 4, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(desk.say(text("Mức", "Level")).c_str(), ImGuiTableColumnFlags_WidthFixed);
    ImGui::TableSetupColumn(desk.say(text("Nơi", "Place")).c_str(), ImGuiTableColumnFlags_WidthStretch, 1);
    ImGui::TableSetupColumn(desk.say(text("Vấn đề", "What")).c_str(), ImGuiTableColumnFlags_WidthStretch, 2);
    ImGui::TableSetupColumn(desk.say(text("Cách xử lý", "What to do")).c_str(),
                            ImGuiTableColumnFlags_WidthStretch, 2);
    ImGui::TableHeadersRow();
    for (const base::Finding& finding : m_findings) {
      if (m_only_problems && finding.severity == base::Severity::note) continue;
      draw_row(desk, finding);
    }
    ImGui::EndTable();
  }

 private:
  void update(const std::shared_ptr<const app::MapContent>& map,
              const std::shared_ptr<const app::DeskContent>& content) {
    if (m_map == map && m_content == content) return;
    m_map = map;
    m_content = content;
    m_findings.clear();
    std::set<std::tuple<std::string, std::string, std::string, std::string>> seen;
    const auto take = [&](const base::Findings& findings) {
      for (const base::Finding& one : findings) {
        if (seen.emplace(one.rule, one.file, one.place.vi, one.what.vi).second) m_findings.push_back(one);
      }
    };
    take(map->findings);
    if (content != nullptr) take(content->findings);
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
  }

  void draw_tools(Desk& desk) {
    std::size_t counts[3] = {0, 0, 0};
    for (const base::Finding& one : m_findings) ++counts[static_cast<std::size_t>(one.severity)];
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(
        desk.say(text("{} lỗi · {} cảnh báo · {} ghi chú", "{} errors · {} warnings · {} notes",
                      {counts[2], counts[1], counts[0]}))
            .c_str());
    ImGui::SameLine();
    ImGui::Checkbox(desk.say(text("Ẩn ghi chú", "Hide notes")).c_str(), &m_only_problems);
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Sao chép", "Copy")).c_str()))
      ImGui::SetClipboardText(all_words(desk).c_str());
  }

  std::string all_words(const Desk& desk) const {
    std::string words;
    for (const base::Finding& one : m_findings)
      words += one.rule + "\t" + one.file + "\t" + desk.say(one.place) + "\t" + desk.say(one.what) + "\t" +
               desk.say(one.remedy) + "\n";
    return words;
  }

  static void draw_row(Desk& desk, const base::Finding& finding) {
    static constexpr const char* k_levels[][2] = {
        {"ghi chú", "note"}, {"cảnh báo", "warning"}, {"lỗi", "error"}};
    const auto& level = k_levels[static_cast<std::size_t>(finding.severity)];
    ImGui::TableNextRow();
    if (finding.severity == base::Severity::error)
      ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, unmet_ground());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(desk.say(Text(level[0], level[1])).c_str());
    ImGui::TableNextColumn();
    const std::string file = std::filesystem::path(finding.file).filename().string();
    ImGui::TextWrapped("%s", desk.say(base::join({file, finding.place}, ", ")).c_str());
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", desk.say(finding.what).c_str());
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", desk.say(finding.remedy).c_str());
  }

  std::shared_ptr<const app::MapContent> m_map;  // these two say what m_findings holds for
  std::shared_ptr<const app::DeskContent> m_content;
  base::Findings m_findings;
  bool m_only_problems = false;
};

}  // namespace

std::unique_ptr<Panel> make_quality_panel() {
  return std::make_unique<QualityPanel>();
}

}  // namespace ntmap::ui
