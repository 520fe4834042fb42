#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <optional>

#include "app/programme/other_threshold.hpp"
#include "base/error.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using criteria::Verdict;

/// "How many units would another threshold flip?" An indicator and a number above, the answer below.
class OtherThresholdPanel : public Panel {
 public:
  const char* id() const override { return "other_threshold"; }
  Text title() const override { return text("Thử ngưỡng khác", "Another threshold"); }
  Text short_title() const override { return text("Thử ngưỡng", "What if"); }
  Place place() const override { return Place::bottom; }
  bool useful(const Desk& desk) const override {
    const auto& content = desk.session.desk();
    return content && content->assessment && !content->main_set.empty() && !options(*content).empty();
  }

  void draw(Desk& desk) override {
    const app::DeskContent& content = *desk.session.desk();
    if (m_asked_of != content.assessment.get() || m_asked_set != content.main_set) forget();
    draw_question(desk, content);
    if (!m_failure.empty()) {
      ImGui::TextWrapped("%s", desk.say(m_failure).c_str());
      muted(desk.say(m_remedy));
    } else if (m_answer) {
      draw_answer(desk, *m_answer);
    } else {
      muted(desk.say(text("Nhập một ngưỡng chung cho mọi đơn vị rồi bấm Enter.",
                          "Enter one threshold for all units and press Enter.")));
    }
  }

 private:
  const std::vector<app::ThresholdOption>& options(const app::DeskContent& content) const {
    if (m_of != content.assessment || m_set != content.main_set) {
      m_of = content.assessment;
      m_set = content.main_set;
      m_options = app::thresholds_to_try(*m_of, m_set);
    }
    return m_options;
  }

  void draw_question(Desk& desk, const app::DeskContent& content) {
    const std::vector<app::ThresholdOption>& all = options(content);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == m_code; });
    const app::ThresholdOption& chosen = found == all.end() ? all.front() : *found;
    m_code = chosen.code;
    const auto scaled = [&](double width) { return static_cast<float>(width * desk.view.scale); };
    ImGui::SetNextItemWidth(scaled(430));
    if (begin_fitted_combo("##indicator", desk.say(chosen.name))) {
      for (const app::ThresholdOption& one : all) {
        if (!ImGui::Selectable(desk.say(one.name).c_str(), one.code == m_code)) continue;
        m_code = one.code;
        forget();
      }
      ImGui::EndCombo();
    }
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(desk.say(text("nay {}, thử", "now {}, try", {chosen.now})).c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(scaled(90));
    if (ImGui::InputText("##number", &m_number, ImGuiInputTextFlags_EnterReturnsTrue)) ask(content);
    ImGui::SameLine();
    if (ImGui::Button(desk.say(text("Tính", "Compute")).c_str()) && !m_number.empty()) ask(content);
  }

  void forget() {
    m_answer.reset();
    m_failure = m_remedy = {};
  }

  void ask(const app::DeskContent& content) {
    forget();
    m_asked_of = content.assessment.get();
    m_asked_set = m_set;
    try {
      m_answer = app::other_threshold(*content.assessment, m_set + ":" + m_code + "=" + m_number);
    } catch (const base::Error& error) {
      m_failure = error.message();
      m_remedy = error.remedy();
    }
  }

  static void draw_answer(Desk& desk, const app::OtherThreshold& answer) {
    ImGui::TextWrapped(
        "%s", desk.say(text("Với cả {} đơn vị: {}", "For all {} units: {}", {answer.units, answer.indicator}))
                  .c_str());
    for (const Text& line : app::transition_lines(answer)) ImGui::TextWrapped("%s", desk.say(line).c_str());
    std::vector<std::uint32_t> on_map;
    for (const std::uint32_t unit : answer.change.flipped) {
      if (unit < desk.session.desk()->units().size()) on_map.push_back(unit);
    }
    if (on_map.empty()) return;
    const Text words =
        text("Chọn {} đơn vị đổi kết quả trên bản đồ", "Select the {} units on the map", {on_map.size()});
    if (ImGui::Button(desk.say(words).c_str())) desk.view.selection.set(on_map);
  }

  std::string m_code;
  std::string m_number;
  std::optional<app::OtherThreshold> m_answer;
  Text m_failure;
  Text m_remedy;
  const app::Assessment* m_asked_of = nullptr;  // whose answer m_answer is; never read through
  std::string m_asked_set;
  mutable std::shared_ptr<const app::Assessment> m_of;  // whose options m_options are
  mutable std::string m_set;
  mutable std::vector<app::ThresholdOption> m_options;
};

}  // namespace

std::unique_ptr<Panel> make_other_threshold_panel() {
  return std::make_unique<OtherThresholdPanel>();
}

}  // namespace ntmap::ui
