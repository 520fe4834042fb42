#include <imgui.h>

#include <algorithm>
#include <map>
#include <utility>

#include "app/programme/set_comparison.hpp"
#include "ui/fonts.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using criteria::Verdict;

/// "What changes for this province": two sets chosen above, what differs and whose verdicts change below.
class SetPanel : public VerdictPanel {
 public:
  const char* id() const override { return "sets"; }
  Text title() const override { return text("So sánh bộ tiêu chí", "Compare criteria sets"); }
  Text short_title() const override { return text("So sánh bộ", "Compare"); }

 private:
  void draw_verdicts(Desk& desk, const std::shared_ptr<const app::DeskContent>& content) override {
    if (m_before.empty()) m_before = content->main_set;
    draw_choice(desk, text("Từ", "From"), m_before);
    ImGui::SameLine();
    draw_choice(desk, text("sang", "to"), m_after);
    const auto& comparison = desk.session.comparison();
    if (m_before.empty() || m_after.empty()) {
      muted(desk.say(
          text("Chọn hai bộ tiêu chí, hoặc một bộ ở hai năm.", "Choose two sets, or one set in two years.")));
    } else if (!comparison) {
      muted(desk.say(text("Đang so sánh…", "Comparing…")));
    } else {
      draw_flips(desk, *comparison);
      draw_changes(desk, *comparison);
    }
  }

  const std::vector<app::SetOption>& options(const app::DeskContent& content) const {
    if (m_of != content.assessment) {
      m_of = content.assessment;
      m_options = app::sets_to_compare(*m_of);
    }
    return m_options;
  }

  void draw_choice(Desk& desk, const Text& label, std::string& chosen) {
    const auto& all = options(*desk.session.desk());
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.words == chosen; });
    const std::string shown = found == all.end() ? chosen : desk.say(found->name);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(desk.say(label).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(static_cast<float>(390 * desk.view.scale));
    ImGui::PushID(label.en.c_str());
    if (begin_fitted_combo("##set", shown)) {
      for (const app::SetOption& one : all) {
        if (!ImGui::Selectable(desk.say(one.name).c_str(), one.words == chosen)) continue;
        chosen = one.words;
        desk.command(app::CompareSets{m_before, m_after});
      }
      ImGui::EndCombo();
    }
    ImGui::PopID();
  }

  static void heading(const std::string& words) {
    push_font(Font::bold);
    ImGui::TextWrapped("%s", words.c_str());
    pop_font();
  }

  /// A line for each indicator and kind of change; a click selects its units on the map.
  static void draw_flips(Desk& desk, const app::SetComparison& comparison) {
    heading(desk.say(text("Kết quả thay đổi", "Verdicts that change")));
    if (comparison.indicators.empty() && comparison.whole.flips.empty()) {
      muted(desk.say(text("Không đơn vị nào đổi kết quả.", "No unit's verdict changes.")));
      return;
    }
    draw_item(desk, comparison, comparison.whole, text("Cả bộ tiêu chí", "The whole set"));
    for (const app::ItemFlips& item : comparison.indicators)
      draw_item(desk, comparison, item, text("{} {}", "{} {}", {item.new_code, item.name}));
  }

  static void draw_item(Desk& desk, const app::SetComparison& comparison, const app::ItemFlips& item,
                        const Text& name) {
    std::map<std::pair<Verdict, Verdict>, std::vector<std::uint32_t>> groups;
    for (const app::VerdictFlip& flip : item.flips) {
      if (flip.unit < comparison.assessment->tree().map_count)
        groups[{flip.before, flip.after}].push_back(flip.unit);
    }
    for (const auto& [verdicts, units] : groups) {
      const Text words = text("{}: {} từ {} thành {}", "{}: {} from {} to {}",
                              {name, counted_units(units.size()), criteria::word(verdicts.first),
                               criteria::word(verdicts.second)});
      ImGui::PushID(words.en.c_str());
      if (ImGui::Selectable(desk.say(words).c_str())) desk.view.selection.set(units);
      if (ImGui::IsItemHovered())
        ImGui::SetTooltip("%s", desk.say(text("Bấm để chọn các đơn vị này trên bản đồ",
                                              "Click to select these units on the map"))
                                    .c_str());
      ImGui::PopID();
    }
    if (const Text unknown = app::unknown_text(item, name); !unknown.empty())
      ImGui::TextWrapped("%s", desk.say(unknown).c_str());
  }

  static void draw_changes(Desk& desk, const app::SetComparison& comparison) {
    heading(desk.say(text("Chỉ tiêu, ngưỡng khác nhau", "Indicators and thresholds that differ")));
    if (comparison.regions.empty()) muted(desk.say(text("Không có.", "None.")));
    for (const app::RegionChanges& region : comparison.regions) {
      const Text whom =
          region.region.empty()
              ? text("với cả {}", "for all {}", {counted_units(static_cast<std::size_t>(region.units))})
              : text("riêng {} ({})", "for {} only ({})",
                     {counted_units(static_cast<std::size_t>(region.units)), region.region});
      muted(desk.say(whom));
      for (const criteria::SetChange& change : region.changes) {
        const std::string& code = change.new_code.empty() ? change.old_code : change.new_code;
        ImGui::TextWrapped("%s", desk.say(text("{}: {}", "{}: {}", {code, change.what})).c_str());
      }
    }
  }

  std::string m_before;
  std::string m_after;
  mutable std::shared_ptr<const app::Assessment> m_of;  // whose sets m_options are
  mutable std::vector<app::SetOption> m_options;
};

}  // namespace

std::unique_ptr<Panel> make_set_panel() {
  return std::make_unique<SetPanel>();
}

}  // namespace ntmap::ui
