#include "ui/problems.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <optional>

#include "ui/dialog.hpp"
#include "ui/file_dialog.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr double k_note_seconds = 5;

// A window that appears while a dialog opens must not ask for the focus: Dear ImGui 1.86 ends the program.
constexpr ImGuiWindowFlags k_strip = ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoTitleBar |
                                     ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize;

/// One problem; true once it is dismissed.
bool draw_problem(const Desk& desk, const base::Error& problem, int number) {
  ImGui::PushID(number);
  ImGui::TextWrapped("%s", desk.say(problem.message()).c_str());
  if (!problem.remedy().empty())
    muted(desk.say(text("Cách xử lý: {}", "What to do: {}", {window_remedy(problem.remedy())})));
  const bool close = ImGui::Button(desk.say(text("Đóng", "Close")).c_str());
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Sao chép chi tiết", "Copy details")).c_str()))
    ImGui::SetClipboardText((desk.say(problem.message()) + "\n" + desk.say(problem.remedy())).c_str());
  ImGui::PopID();
  return close;
}

/// Muted, in one line: a window that fits itself to its words has no width to wrap them at.
void muted_line(const std::string& words) {
  ImGui::PushStyleColor(ImGuiCol_Text, muted_ink());
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopStyleColor();
}

/// Whether a window would come up over a dialog; one that stood there before stays below it.
bool would_cover_dialog(const char* id) {
  const ImGuiWindow* window = ImGui::FindWindowByName(id);
  return ImGui::GetTopMostPopupModal() != nullptr && (window == nullptr || !window->WasActive);
}

void bottom_strip(const char* id, float share) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(
      {viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + viewport.WorkSize.y - 20},
      ImGuiCond_Always, {0.5F, 1});
  ImGui::SetNextWindowSizeConstraints({viewport.WorkSize.x * share, 0},
                                      {viewport.WorkSize.x * share, viewport.WorkSize.y * 0.6F});
  ImGui::Begin(id, nullptr, k_strip);
}

}  // namespace

void draw_problems(app::Session& session, Desk& desk) {
  const auto& of_work = session.problems();
  auto& of_window = desk.view.problems;
  if (of_work.empty() && of_window.empty()) return;
  bottom_strip("problems", 0.5F);
  const std::size_t all = of_work.size() + of_window.size();
  if (all > 1) heading(desk.say(text("{} vấn đề", "{} problems", {all})));
  std::optional<std::size_t> done;
  const std::size_t shown = std::min<std::size_t>(all, 4);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) ImGui::Separator();
    const base::Error& one = i < of_work.size() ? of_work[i] : of_window[i - of_work.size()];
    if (draw_problem(desk, one, static_cast<int>(i))) done = i;
  }
  ImGui::End();
  if (escape_pressed(desk.view)) done = 0;
  if (!done) return;
  if (*done < of_work.size())
    session.dismiss_problem(*done);
  else
    of_window.erase(of_window.begin() + static_cast<std::ptrdiff_t>(*done - of_work.size()));
}

float draw_recovery(Desk& desk) {
  const app::Recovered* recovered = desk.session.recovered();
  if (recovered == nullptr || would_cover_dialog("recovery")) return 0;
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos({viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + 16},
                          ImGuiCond_Always, {0.5F, 0});
  ImGui::Begin("recovery", nullptr, k_strip);
  bold(desk.say(text("Có thay đổi chưa lưu của dự án “{}”", "There are unsaved changes of the project “{}”",
                     {title_words(*recovered->project)})));
  const bool has_file = !recovered->project->file.empty();
  const bool apart = !has_file && desk.session.project();
  const base::Text words =
      has_file
          ? text("Bản dự phòng ghi {}. Tệp dự án vẫn như lần lưu cuối.",
                 "Noted down {}. The project file is as it was saved last.", {moment_words(recovered->when)})
          : text("Bản dự phòng ghi {}. Dự án này chưa được lưu thành tệp lần nào.",
                 "Noted down {}. The project was never saved to a file.", {moment_words(recovered->when)});
  muted_line(desk.say(words));
  if (apart) {
    muted_line(
        desk.say(text("Khôi phục sẽ mở nó thành một dự án riêng, thay cho dự án đang mở.",
                      "To recover opens it as a project of its own, in place of the one that is open.")));
  }
  if (desk.session.older() > 0) {
    muted_line(
        desk.say(text("Còn {} bản ghi trước đó, sẽ hỏi tiếp sau bản này.",
                      "{} noted down earlier will be asked about after this one.", {desk.session.older()})));
  }
  if (ImGui::Button(desk.say(text("Khôi phục", "Recover")).c_str())) desk.command(app::Recover{});
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Bỏ thay đổi", "Discard")).c_str())) desk.command(app::ForgetRecovered{});
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Để sau", "Later")).c_str())) desk.command(app::RecoverLater{});
  const float height = ImGui::GetWindowHeight();
  ImGui::End();
  return height;
}

void draw_missing(Desk& desk, float covered) {
  const auto& missing = desk.session.missing();
  if (missing.empty()) return;
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(
      {viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + std::max(90.0F, covered + 24)},
      ImGuiCond_Always, {0.5F, 0});
  ImGui::Begin("missing", nullptr, k_strip);
  bool& folded = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("folded"), false);
  ImGui::AlignTextToFramePadding();
  bold(desk.say(
      text("Không thấy {} tệp của dự án", "{} files of the project are not there", {missing.size()})));
  ImGui::SameLine();
  const base::Text fold = folded ? text("Tìm tệp…", "Find them…") : text("Thu gọn", "Fold");
  if (ImGui::Button((desk.say(fold) + "###fold").c_str())) folded = !folded;
  if (folded) return ImGui::End();
  const std::size_t shown = std::min<std::size_t>(missing.size(), 5);
  for (std::size_t i = 0; i < shown; ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::Button(desk.say(text("Tìm tệp…", "Find it…")).c_str())) {
      desk.files.open({.title = text("Tìm tệp {}", "Find {}", {missing[i]}),
                       .kinds = app::kinds_like(missing[i]),
                       .chosen = [file = missing[i]](Desk& then, const std::string& path) {
                         then.command(app::FindFile{file, path});
                       }});
    }
    ImGui::SameLine();
    ImGui::TextUnformatted(missing[i].c_str());
    ImGui::PopID();
  }
  if (missing.size() > shown) muted("…");
  muted(
      desk.say(text("Tìm được một tệp thì các tệp cùng chuyển chỗ cũng được tìm thấy. Lưu dự án để giữ lại.",
                    "Files that moved with it are found at once. Save the project to keep it.")));
  ImGui::End();
}

void draw_work(app::Session& session, Desk& desk) {
  const auto work = session.work();
  if (work.empty() || ImGui::GetTime() < desk.view.busy_since + 0.4) return;  // what is quick is not told
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos({viewport.WorkPos.x + viewport.WorkSize.x - 16, viewport.WorkPos.y + 16},
                          ImGuiCond_Always, {1, 0});
  ImGui::Begin("work", nullptr, k_strip);
  for (const auto& one : work) {
    const std::string words = desk.say(base::join({one.name, one.phase}, ": "));
    // The words stand above the bar: on its two grounds no one ink reads well.
    const auto width = static_cast<float>(300 * desk.view.scale);
    fitted(words, width);
    ImGui::ProgressBar(static_cast<float>(one.fraction), {width, ImGui::GetTextLineHeight() * 0.4F}, "");
  }
  if (ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str())) session.cancel();
  ImGui::End();
}

void NoteStrip::draw(const Desk& desk) {
  const double now = ImGui::GetTime();
  if (desk.session.notes() != m_seen) {
    m_seen = desk.session.notes();
    m_until = now + k_note_seconds;
  }
  if (m_until > 0 && now >= m_until) m_until = 0;
  if (m_until == 0) return;
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const std::string& words = desk.say(desk.session.note());
  const float most = viewport.WorkSize.x * 0.7F;
  ImGui::SetNextWindowPos({viewport.WorkPos.x + viewport.WorkSize.x / 2, viewport.WorkPos.y + 16},
                          ImGuiCond_Always, {0.5F, 0});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(34, 45, 56, 240));
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(245, 247, 249, 255));
  ImGui::Begin("note", nullptr, k_strip | ImGuiWindowFlags_NoInputs);
  ImGui::PushTextWrapPos(std::min(most, ImGui::CalcTextSize(words.c_str()).x + 20));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::End();
  ImGui::PopStyleColor(2);
}

}  // namespace ntmap::ui
