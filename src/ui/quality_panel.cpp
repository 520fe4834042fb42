#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "app/desk/finding_units.hpp"
#include "ui/candidate_button.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr std::size_t k_searched_a_frame = 40;  // findings, for the units they name

/// From the project's folder, where the file lies below it: names alone are the same for every period.
std::string shown_path(const Desk& desk, const std::string& file) {
  const std::string& folder = desk.session.project()->folder;
  if (file.empty() || folder.empty()) return file;
  const std::filesystem::path below = std::filesystem::path(file).lexically_normal().lexically_relative(
      std::filesystem::path(folder).lexically_normal());
  return below.empty() || *below.begin() == ".." ? file : below.generic_string();
}

std::string copied_words(const Desk& desk, const base::Finding& one) {
  return one.rule + "\t" + one.file + "\t" + desk.say(one.place) + "\t" + desk.say(one.what) + "\t" +
         desk.say(one.remedy) + "\n";
}

/// What is wrong with the data, worst first, each once: of the map that is shown, and once it was asked for
/// of the whole project, as `ntmap check` says it. Spellings that wait for a person's word come before all.
class QualityPanel : public Panel {
 public:
  const char* id() const override { return "quality"; }
  Text title() const override { return text("Chất lượng số liệu", "Data quality"); }
  Text short_title() const override { return text("Chất lượng", "Quality"); }
  Place place() const override { return Place::bottom; }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    if (!map) return;
    update(desk, map);
    check_again(desk);
    draw_tools(desk);
    ImGui::BeginChild("list");
    draw_unclear(desk);
    if (m_findings.empty())
      muted(desk.say(text("Không có gì bất thường.", "Nothing out of the ordinary.")));
    else
      draw_findings(desk);
    ImGui::EndChild();
  }

 private:
  void update(const Desk& desk, const std::shared_ptr<const app::MapContent>& map) {
    const auto& content = desk.session.desk();
    const auto& checked = desk.session.checked();
    if (m_map == map && m_content == content && m_checked == checked) return;
    m_map = map;
    m_content = content;
    m_checked = checked;
    if (checked) {
      m_findings = checked->findings;
    } else {
      collect(*map);
    }
    m_units.assign(m_findings.size(), std::nullopt);
  }

  /// While the list is looked at it follows the project, once for each of its states: what fails is told
  /// once.
  void check_again(Desk& desk) {
    const auto project = desk.session.project();
    const bool due = m_checked && !desk.session.check_holds() && !desk.session.busy();
    if (!due || m_asked_for == project) return;
    m_asked_for = project;
    desk.command(app::CheckData{});
  }

  void collect(const app::MapContent& map) {
    m_findings.clear();
    std::set<std::tuple<std::string, std::string, std::string, std::string>> seen;
    const auto take = [&](const base::Findings& findings) {
      for (const base::Finding& one : findings) {
        if (seen.emplace(one.rule, one.file, one.place.vi, one.what.vi).second) m_findings.push_back(one);
      }
    };
    take(map.findings);
    if (m_content != nullptr) take(m_content->findings);
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const auto& a, const auto& b) { return a.severity > b.severity; });
  }

  void draw_tools(Desk& desk) {
    ImGui::BeginDisabled(desk.session.checking());
    if (ImGui::Button(desk.say(text("Kiểm tra toàn bộ dự án", "Check the whole project")).c_str()))
      desk.command(app::CheckData{});
    ImGui::EndDisabled();
    ImGui::SameLine();
    std::size_t counts[3] = {0, 0, 0};
    for (const base::Finding& one : m_findings) ++counts[static_cast<std::size_t>(one.severity)];
    ImGui::AlignTextToFramePadding();
    bold(desk.say(text("{} lỗi · {} cảnh báo · {} ghi chú", "{} errors · {} warnings · {} notes",
                       {counts[2], counts[1], counts[0]})));
    ImGui::SameLine();
    ImGui::Checkbox(desk.say(text("Ẩn ghi chú", "Hide notes")).c_str(), &m_only_problems);
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Sao chép", "Copy")).c_str()))
      ImGui::SetClipboardText(all_words(desk).c_str());
    ImGui::SameLine();
    ImGui::PushStyleColor(ImGuiCol_Text,
                          desk.session.checked() && !desk.session.check_holds() ? unmet_ink() : muted_ink());
    fitted(desk.say(scope(desk)), ImGui::GetContentRegionAvail().x);
    ImGui::PopStyleColor();
  }

  /// What the list speaks of.
  static Text scope(const Desk& desk) {
    if (desk.session.checking()) return text("Đang kiểm tra…", "Checking…");
    if (!desk.session.checked()) return text("của bản đồ đang xem", "of the map that is shown");
    if (desk.session.check_holds()) return text("của toàn bộ dự án", "of the whole project");
    return text("Dự án đã thay đổi từ lần kiểm tra", "The project was changed since it was checked");
  }

  std::string all_words(const Desk& desk) const {
    std::string words;
    for (const base::Finding& one : m_findings) words += copied_words(desk, one);
    return words;
  }

  static bool is_confirmed(const Desk& desk, const app::OpenName& open) {
    const auto& names = desk.session.project()->confirmed_names;
    return std::any_of(names.begin(), names.end(), [&](const model::ConfirmedName& one) {
      return !one.withdrawn() && one.name == open.name && one.district == open.district;
    });
  }

  /// A click on a unit confirms it; the choice is saved with the project's aliases.
  void draw_unclear(Desk& desk) {
    if (!m_checked) return;
    bool first = true;
    for (const app::OpenName& open : m_checked->unclear) {
      if (is_confirmed(desk, open)) continue;
      if (std::exchange(first, false)) heading(desk.say(text("Tên cần xác nhận", "Names to confirm")));
      ImGui::PushID((open.name + "\n" + open.district).c_str());
      const std::string file = shown_path(desk, open.file);
      const std::string spelled = open.district.empty() ? open.name : open.name + ", " + open.district;
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(
          desk.say(text("{}, {}: “{}” là", "{}, {}: “{}” is", {file, open.place, spelled})).c_str());
      for (const app::NameCandidate& candidate : open.candidates) {
        ImGui::SameLine();
        if (m_candidates.draw(desk, spelled, candidate, CandidateButtons::Size::full))
          desk.command(app::ConfirmName{{open.name, open.district, candidate.code}});
        if (ImGui::IsItemHovered())
          ImGui::SetTooltip("%s", desk.say(text("{}\nNhấp để xác nhận: mã {}",
                                                "{}\nClick to confirm: code {}", {open.why, candidate.code}))
                                      .c_str());
      }
      ImGui::PopID();
    }
  }

  void draw_findings(Desk& desk) {
    std::size_t budget = k_searched_a_frame;
    for (std::size_t i = 0; i < m_findings.size() && budget > 0; ++i) {
      if (m_units[i]) continue;
      m_units[i] = app::units_named(m_findings[i], m_map->units());
      --budget;
    }

    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_Resizable;
    if (!ImGui::BeginTable("findings", 4, flags)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(desk.say(text("Mức", "Level")).c_str(), ImGuiTableColumnFlags_WidthFixed,
                            static_cast<float>(80 * desk.view.scale));
    ImGui::TableSetupColumn(desk.say(text("Nơi", "Place")).c_str(), ImGuiTableColumnFlags_WidthStretch, 1.2F);
    ImGui::TableSetupColumn(desk.say(text("Vấn đề", "What")).c_str(), ImGuiTableColumnFlags_WidthStretch, 2);
    ImGui::TableSetupColumn(desk.say(text("Cách xử lý", "What to do")).c_str(),
                            ImGuiTableColumnFlags_WidthStretch, 1.6F);
    ImGui::TableHeadersRow();
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
      if (!m_only_problems || m_findings[i].severity != base::Severity::note) draw_row(desk, i);
    }
    ImGui::EndTable();
  }

  void draw_row(Desk& desk, std::size_t at) const {
    static constexpr const char* k_levels[][2] = {
        {"ghi chú", "note"}, {"cảnh báo", "warning"}, {"lỗi", "error"}};
    const base::Finding& finding = m_findings[at];
    const auto& level = k_levels[static_cast<std::size_t>(finding.severity)];
    ImGui::TableNextRow();
    if (finding.severity == base::Severity::error)
      ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, unmet_ground());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(desk.say(Text(level[0], level[1])).c_str());
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", finding.rule.c_str());
    ImGui::TableNextColumn();
    ImGui::PushID(static_cast<int>(at));
    draw_place(desk, finding, m_units[at].value_or(std::vector<std::uint32_t>()));
    if (ImGui::BeginPopupContextItem("row")) {
      if (ImGui::MenuItem(desk.say(text("Sao chép dòng này", "Copy this line")).c_str()))
        ImGui::SetClipboardText(copied_words(desk, finding).c_str());
      ImGui::EndPopup();
    }
    ImGui::PopID();
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", desk.say(finding.what).c_str());
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", desk.say(window_remedy(finding.remedy)).c_str());
  }

  /// Where units of the map are named, a click goes to them.
  static void draw_place(Desk& desk, const base::Finding& finding, const std::vector<std::uint32_t>& units) {
    std::string words = desk.say(base::join({shown_path(desk, finding.file), finding.place}, ", "));
    if (words.empty() && !units.empty()) words = desk.say(text("trên bản đồ", "on the map"));
    if (!units.empty()) ImGui::PushStyleColor(ImGuiCol_Text, accent_ink());
    ImGui::TextWrapped("%s", words.c_str());
    if (units.empty()) return;
    ImGui::PopStyleColor();
    if (!ImGui::IsItemHovered()) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::SetTooltip("%s", desk.say(text("Nhấp để chọn {} trên bản đồ; nhấp phải để sao chép",
                                          "Click to select {} on the map; right click to copy",
                                          {counted_units(units.size())}))
                                .c_str());
    if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
    desk.view.selection.set(units);
    desk.view.zoom_to = ZoomTo::selection;
  }

  std::shared_ptr<const app::MapContent> m_map;  // these three say what m_findings holds for
  std::shared_ptr<const app::DeskContent> m_content;
  std::shared_ptr<const app::CheckedData> m_checked;
  std::shared_ptr<const model::Project> m_asked_for;  // the state that was last checked unasked
  base::Findings m_findings;
  std::vector<std::optional<std::vector<std::uint32_t>>> m_units;  // of the map, that each of them names
  bool m_only_problems = false;
  CandidateButtons m_candidates;
};

}  // namespace

std::unique_ptr<Panel> make_quality_panel() {
  return std::make_unique<QualityPanel>();
}

}  // namespace ntmap::ui
