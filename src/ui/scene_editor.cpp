#include "ui/scene_editor.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/deck/scene_list.hpp"
#include "app/map/map_content.hpp"
#include "criteria/date.hpp"
#include "ui/scene_commands.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr int k_second_step = 15;
constexpr int k_longest = 4 * 3600;  // as the project file allows

/// The places that captions and notes may hold, and what they are filled with.
struct CaptionPlace {
  const char* place;
  Text what;
  bool of_unit = false;
};

const std::array<CaptionPlace, 8>& caption_places() {
  static const std::array<CaptionPlace, 8> places{{
      {"{unmet}", text("số đơn vị chưa đạt", "units that do not meet")},
      {"{met}", text("số đơn vị đạt", "units that meet")},
      {"{unknown}", text("số đơn vị chưa rõ", "units unknown")},
      {"{n}", text("số đơn vị được tính", "units counted")},
      {"{mean}", text("bình quân", "mean")},
      {"{sum}", text("tổng", "sum")},
      {"{name}", text("tên đơn vị của cảnh", "name of the scene's unit"), true},
      {"{value}", text("giá trị của đơn vị", "its value"), true},
  }};
  return places;
}

void label(const Desk& desk, const Text& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
  ImGui::TextUnformatted(desk.say(words).c_str());
  ImGui::PopStyleColor();
}

float lines(float count) {
  return ImGui::GetTextLineHeight() * count + 2 * ImGui::GetStyle().FramePadding.y;
}

}  // namespace

void SceneEditor::take(const model::Scene& scene, base::Lang lang) {
  if (m_scene == scene && m_lang == lang) return;
  m_scene = m_edited = scene;
  m_lang = lang;
  m_title = scene.title.in(lang);
  m_caption = scene.caption.in(lang);
  m_notes = scene.notes.in(lang);
  m_due = scene.due;
}

void SceneEditor::put(Desk& desk) {
  if (!(m_edited == m_scene)) put_scene(desk, m_edited);
}

void SceneEditor::draw(Desk& desk, const model::Scene& scene, const app::ScenePicture* picture) {
  take(scene, desk.view.lang);
  const auto project = desk.session.project();
  label(desk, text("Tiêu đề", "Title"));
  model::Scene untitled = scene;
  untitled.title = {};
  ImGui::SetNextItemWidth(-1);
  ImGui::InputTextWithHint("##title", desk.say(app::scene_title(*project, untitled)).c_str(), &m_title);
  if (ImGui::IsItemDeactivatedAfterEdit()) {
    m_edited.title = app::rewritten(m_edited.title, m_lang, m_title);
    put(desk);
  }
  draw_caption(desk, picture);
  label(desk, text("Lời thuyết trình (chỉ người nói thấy)", "Notes (for the speaker only)"));
  ImGui::InputTextMultiline("##notes", &m_notes, {-1, lines(4)});
  if (ImGui::IsItemDeactivatedAfterEdit()) {
    m_edited.notes = app::rewritten(m_edited.notes, m_lang, m_notes);
    put(desk);
  }
  draw_plan(desk);
  draw_annotations(desk);
}

void SceneEditor::draw_caption(Desk& desk, const app::ScenePicture* picture) {
  label(desk, text("Lời trên hình, ** ** in đậm", "Caption, ** ** makes bold"));
  const model::Theme* theme = desk.session.project()->find_theme(m_edited.theme);
  ImGui::InputTextMultiline("##caption", &m_caption, {-1, lines(2)});
  bool changed = ImGui::IsItemDeactivatedAfterEdit();
  float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
  for (const CaptionPlace& one : caption_places()) {
    if (one.of_unit && m_edited.unit.empty()) continue;
    if (ImGui::SmallButton(one.place)) {
      m_caption += one.place;
      changed = true;
    }
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", desk.say(one.what).c_str());
    ImGui::SameLine();
    if (ImGui::GetCursorPosX() + ImGui::CalcTextSize("{unknown}").x > right) ImGui::NewLine();
  }
  ImGui::NewLine();
  if (changed) {
    m_edited.caption = app::rewritten(m_edited.caption, m_lang, m_caption);
    put(desk);
  }
  if (picture == nullptr || !picture->content) return;
  const Text now = plain_words(picture->content->map.message);
  if (m_edited.caption.empty() && theme != nullptr && !theme->message.empty())
    muted(desk.say(text("Theo chuyên đề: {}", "The theme's: {}", {now})));
  else if (!now.empty())
    muted(desk.say(text("Hiện ra: {}", "Reads: {}", {now})));
}

void SceneEditor::draw_plan(Desk& desk) {
  const auto project = desk.session.project();
  label(desk, text("Thời lượng dự kiến, giây", "Planned time, seconds"));
  ImGui::SetNextItemWidth(static_cast<float>(150 * desk.view.scale));
  ImGui::InputInt("##seconds", &m_edited.seconds, k_second_step, 60);
  if (ImGui::IsItemDeactivatedAfterEdit()) {
    m_edited.seconds = std::clamp(m_edited.seconds, 0, k_longest);
    put(desk);
  }
  ImGui::SameLine();
  ImGui::TextUnformatted(app::clock_words(std::max(0, m_edited.seconds)).c_str());
  if (const double spent = rehearsed(desk, m_edited); spent >= 1) {
    ImGui::SameLine();
    const Text take = text("Lấy theo lần tập: {}", "As rehearsed: {}", {app::clock_words(spent)});
    if (ImGui::Button(desk.say(take).c_str())) {
      m_edited.seconds = static_cast<int>(std::lround(std::min(spent, double{k_longest})));
      put(desk);
    }
  }
  if (!project->periods.empty()) {
    bool latest = m_edited.period.empty();
    const auto& map = desk.session.map();
    if (ImGui::Checkbox(desk.say(text("Luôn theo kỳ mới nhất", "Always the latest period")).c_str(),
                        &latest)) {
      m_edited.period = latest || !map ? std::string() : map->period;
      put(desk);
    }
    const model::Period* fixed = project->find_period(m_edited.period);
    ImGui::SameLine();
    if (fixed != nullptr) ImGui::TextUnformatted(desk.say(fixed->title).c_str());
    ImGui::NewLine();
  }
  draw_due(desk);
}

void SceneEditor::draw_due(Desk& desk) {
  label(desk, text("Hạn của mục tiêu mà cảnh nói tới (năm-tháng-ngày)",
                   "Due day of the target it speaks of (year-month-day)"));
  ImGui::SetNextItemWidth(static_cast<float>(150 * desk.view.scale));
  ImGui::InputTextWithHint("##due", "2025-12-31", &m_due);
  const bool valid = m_due.empty() || criteria::Date::parse(m_due);
  if (ImGui::IsItemDeactivatedAfterEdit() && valid) {
    m_edited.due = m_due;
    put(desk);
  }
  if (valid) return;
  ImGui::SameLine();
  ImGui::TextUnformatted(desk.say(text("chưa phải một ngày", "not a day")).c_str());
}

void SceneEditor::draw_annotations(Desk& desk) {
  const auto& map = desk.session.map();
  for (std::size_t i = 0; i < m_edited.annotations.size(); ++i) {
    model::SceneAnnotation& one = m_edited.annotations[i];
    ImGui::PushID(static_cast<int>(i));
    std::string name = one.unit;
    if (map) {
      const auto found = map->units().by_code.find(one.unit);
      if (found != map->units().by_code.end()) name = map->units().full_name(found->second);
    }
    label(desk, text("Ghi chú ở {}", "Remark at {}", {name}));
    const float button = ImGui::GetFrameHeight();
    ImGui::SetNextItemWidth(-button - ImGui::GetStyle().ItemSpacing.x);
    std::string words = one.text.in(m_lang);
    ImGui::InputText("##remark", &words);
    if (words != one.text.in(m_lang)) one.text = app::rewritten(one.text, m_lang, words);
    const bool left = ImGui::IsItemDeactivatedAfterEdit();
    ImGui::SameLine();
    const bool removed = ImGui::Button("×", {button, button});
    ImGui::PopID();
    if (removed || (left && one.text.empty())) {
      m_edited.annotations.erase(m_edited.annotations.begin() + static_cast<std::ptrdiff_t>(i));
      return put(desk);
    }
    if (left) put(desk);
  }
  const auto& selected = desk.view.selection.units();
  if (!map || selected.size() != 1) {
    muted(desk.say(text("Chọn một xã trên bản đồ để thêm ghi chú ở đó.",
                        "Select a commune on the map to put a remark there.")));
    return;
  }
  const std::uint32_t unit = *selected.begin();
  const Text words = text("Thêm ghi chú ở {}", "Add a remark at {}", {map->units().full_name(unit)});
  if (!ImGui::Button(desk.say(words).c_str())) return;
  m_edited.annotations.push_back({map->units().codes[unit], text("Ghi chú", "Remark")});
  put(desk);
}

}  // namespace ntmap::ui
