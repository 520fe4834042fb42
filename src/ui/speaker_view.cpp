#include "ui/speaker_view.hpp"

#include <imgui.h>

#include <algorithm>

#include "app/deck/scene_list.hpp"
#include "ui/fonts.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr ImU32 k_late = IM_COL32(0xff, 0xb8, 0x4d, 255);
constexpr ImU32 k_in_time = IM_COL32(0x5f, 0xb8, 0xad, 255);

std::vector<SpeakerRow> rows_of(const app::Presentation& talk, const model::Project& project, double now) {
  std::vector<SpeakerRow> rows;
  const std::vector<double> times = talk.times(now);
  std::size_t number = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const app::PresentedScene& one = talk.scenes()[i];
    SpeakerRow row;
    if (one.problem.empty()) row.number = ++number;
    row.title = app::scene_title(project, one.scene);
    row.spent = times[i];
    row.planned = one.scene.seconds;
    row.problem = one.problem;
    row.current = row.number > 0 && row.number == talk.number();
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What is over was planned to take so much longer than it took; the scene on the screen counts once it is
/// over its time.
double seconds_ahead(const std::vector<SpeakerRow>& rows) {
  double ahead = 0;
  for (const SpeakerRow& row : rows) {
    if (row.planned == 0) continue;
    const double left = row.planned - row.spent;
    if (row.current)
      ahead += std::min(0.0, left);
    else if (row.spent > 0)
      ahead += left;
  }
  return ahead;
}

void coloured(ImU32 ink, const std::string& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, ink);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopStyleColor();
}

/// How much of the planned time is gone, as a bar.
void draw_time_bar(const SpeakerView& view) {
  const float height = ImGui::GetTextLineHeight() * 0.4F;
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const auto gone = static_cast<float>(std::min(1.0, view.on_scene / view.planned));
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(at, {at.x + width, at.y + height}, ImGui::GetColorU32(ImGuiCol_FrameBg), height / 2);
  list.AddRectFilled(at, {at.x + width * gone, at.y + height},
                     view.on_scene > view.planned ? k_late : k_in_time, height / 2);
  ImGui::Dummy({width, height});
}

Text scene_clock(const SpeakerView& view) {
  if (view.planned == 0) return text("cảnh này {}", "this scene {}", {app::clock_words(view.on_scene)});
  const double left = view.planned - view.on_scene;
  return left >= 0 ? text("cảnh này còn {}", "{} left for this scene", {app::clock_words(left)})
                   : text("cảnh này quá {}", "{} over on this scene", {app::clock_words(-left)});
}

Text pace_words(double ahead) {
  if (ahead > -1 && ahead < 1) return text("đúng giờ", "on time");
  return ahead > 0 ? text("sớm {}", "{} ahead", {app::clock_words(ahead)})
                   : text("chậm {}", "{} behind", {app::clock_words(-ahead)});
}

void draw_row(const SpeakerView& view, const SpeakerRow& row) {
  const float times = ImGui::CalcTextSize("000:00 / 000:00").x;
  const std::string number = row.number > 0 ? std::to_string(row.number) + ". " : "–  ";
  const std::string title = number + row.title.in(view.lang);
  if (row.current) push_font(Font::bold);
  if (row.number == 0) ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
  fitted(title, ImGui::GetContentRegionAvail().x - times - ImGui::GetStyle().ItemSpacing.x);
  if (row.number == 0) ImGui::PopStyleColor();
  if (row.current) pop_font();
  if (row.number == 0) {
    ImGui::PushStyleColor(ImGuiCol_Text, k_late);
    ImGui::TextWrapped("%s", text("Bỏ qua: {}", "Skipped: {}", {row.problem}).in(view.lang).c_str());
    ImGui::PopStyleColor();
    return;
  }
  ImGui::SameLine();
  const std::string spent = row.spent > 0 ? app::clock_words(row.spent) : "–";
  const std::string plan = row.planned > 0 ? " / " + app::clock_words(row.planned) : "";
  const bool late = row.planned > 0 && row.spent > row.planned;
  if (late) ImGui::PushStyleColor(ImGuiCol_Text, k_late);
  right_aligned(spent + plan);
  if (late) ImGui::PopStyleColor();
}

}  // namespace

SpeakerView speaker_view(const app::Presentation& talk, const model::Project& project,
                         const app::ScenePictures& pictures, base::Lang lang, double now) {
  SpeakerView view;
  view.lang = lang;
  view.rows = rows_of(talk, project, now);
  view.number = talk.number();
  view.count = talk.count();
  view.elapsed = talk.elapsed(now);
  view.ahead = seconds_ahead(view.rows);
  view.blank = talk.blank() != app::Blank::no;
  for (const SpeakerRow& row : view.rows) {
    if (!row.current) continue;
    view.title = row.title;
    view.on_scene = row.spent;
    view.planned = row.planned;
  }
  if (const auto shown = talk.shown()) view.shown = pictures.find(*shown);
  if (view.shown && view.shown->content) {
    view.title = view.shown->content->map.title;
    view.notes = view.shown->content->notes;
  }
  if (const auto coming = talk.coming()) {
    view.next_title = app::scene_title(project, *coming);
    view.next = pictures.find(*coming);
  }
  return view;
}

void draw_speaker_clock(const SpeakerView& view) {
  push_font(Font::heading);
  ImGui::TextUnformatted(app::clock_words(view.elapsed).c_str());
  ImGui::SameLine(0, ImGui::GetFontSize());
  const bool late = view.planned > 0 && view.on_scene > view.planned;
  coloured(late ? k_late : ImGui::GetColorU32(ImGuiCol_Text), scene_clock(view).in(view.lang));
  ImGui::SameLine();
  right_aligned(text("Cảnh {}/{}", "Scene {} of {}", {view.number, view.count}).in(view.lang));
  pop_font();
  if (view.planned > 0) draw_time_bar(view);
  const bool planned =
      std::any_of(view.rows.begin(), view.rows.end(), [](const SpeakerRow& row) { return row.planned > 0; });
  if (planned)
    coloured(view.ahead <= -1 ? k_late : ImGui::GetColorU32(ImGuiCol_TextDisabled),
             text("So với kế hoạch: {}", "Against the plan: {}", {pace_words(view.ahead)}).in(view.lang));
  if (!view.blank) return;
  if (planned) ImGui::SameLine();
  coloured(k_late,
           text("Người xem đang thấy màn hình trống (B)", "The audience sees nothing (B)").in(view.lang));
}

void draw_speaker_notes(const SpeakerView& view) {
  bold(view.title.in(view.lang));
  ImGui::Spacing();
  push_font(Font::heading);
  const Text none = text("(không có lời ghi)", "(no notes)");
  ImGui::TextWrapped("%s", (view.notes.empty() ? none : view.notes).in(view.lang).c_str());
  pop_font();
}

void draw_speaker_rows(const SpeakerView& view) {
  for (const SpeakerRow& row : view.rows) draw_row(view, row);
}

}  // namespace ntmap::ui
