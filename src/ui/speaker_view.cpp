#include "ui/speaker_view.hpp"

#include <imgui.h>

#include <cmath>
#include <cstdlib>

#include "ui/fonts.hpp"

namespace ntmap::ui {
namespace {

using base::text;

constexpr float k_strip = 0.24F;  // of the window's height
const ImVec4 k_late{1.0F, 0.72F, 0.30F, 1};

void wrapped(const base::Text& words, base::Lang lang) {
  ImGui::TextWrapped("%s", words.in(lang).c_str());
}

void draw_clock(const SpeakerView& view) {
  push_font(Font::heading);
  ImGui::TextUnformatted(
      text("Cảnh {}/{} · {}", "Scene {} of {} · {}", {view.number, view.count, clock_words(view.elapsed)})
          .in(view.lang)
          .c_str());
  pop_font();
  ImGui::SameLine();
  if (!view.left) {
    ImGui::TextUnformatted(
        text("cảnh này {}", "this scene {}", {clock_words(view.on_scene)}).in(view.lang).c_str());
  } else if (*view.left >= 0) {
    ImGui::TextUnformatted(text("còn {}", "{} left", {clock_words(*view.left)}).in(view.lang).c_str());
  } else {
    ImGui::TextColored(k_late, "%s",
                       text("quá giờ {}", "{} over time", {clock_words(-*view.left)}).in(view.lang).c_str());
  }
}

}  // namespace

std::string clock_words(double seconds) {
  const auto whole = static_cast<long>(std::floor(std::abs(seconds)));
  const std::string rest = std::to_string(whole % 60);
  return std::string(seconds < 0 ? "−" : "") + std::to_string(whole / 60) + ":" +
         std::string(2 - rest.size(), '0') + rest;
}

void draw_speaker_words(const SpeakerView& view) {
  draw_clock(view);
  wrapped(view.title, view.lang);
  ImGui::Separator();
  push_font(Font::heading);
  wrapped(view.notes.empty() ? text("(không có lời ghi)", "(no notes)") : view.notes, view.lang);
  pop_font();
  if (!view.next_title.empty()) wrapped(text("Tiếp theo: {}", "Next: {}", {view.next_title}), view.lang);
  for (const base::Text& skipped : view.skipped)
    wrapped(text("Bỏ qua {}", "Skipped {}", {skipped}), view.lang);
}

void draw_notes_over_picture(const SpeakerView& view) {
  const ImGuiViewport& viewport = *ImGui::GetMainViewport();
  const float height = std::round(viewport.Size.y * k_strip);
  ImGui::SetNextWindowPos({viewport.Pos.x, viewport.Pos.y + viewport.Size.y - height});
  ImGui::SetNextWindowSize({viewport.Size.x, height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(20, 24, 28, 235));
  ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32(245, 247, 249, 255));
  ImGui::Begin("notes", nullptr,
               ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
  draw_speaker_words(view);
  ImGui::End();
  ImGui::PopStyleColor(2);
}

}  // namespace ntmap::ui
