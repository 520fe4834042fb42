#include "ui/legibility_marks.hpp"

#include <imgui.h>

#include <cmath>

#include "sheet/legibility.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

constexpr ImU32 k_lost = IM_COL32(0xc0, 0x22, 0x5a, 255);
constexpr std::size_t k_most_named = 6;

/// The least size that the texts were given, where they were enlarged.
Text size_words(const app::ScenePicture& picture) {
  if (picture.least_text <= 0) return {};
  return text(" Chữ nhỏ nhất {} px trên 1.080 dòng.", " Least text {} px of 1,080 lines.",
              {static_cast<int>(std::lround(picture.least_text))});
}

Text encoder_words(const app::VideoPreview& preview) {
  return preview.encoded ? text("H.264, {} kbit/s", "H.264, {} kbit/s", {preview.link.kbit_s})
                         : text("bộ nén mô phỏng", "imitated codec");
}

/// What can be promised where no text is told as lost: so it was measured.
Text promise(const app::VideoPreview& preview) {
  return preview.link.lines > 360
             ? text("chữ nào cũng đọc được.", "every text can be read.")
             : text("không mất chữ nào, nhưng ở 360 dòng có chữ bị đọc nhầm dấu.",
                    "no text is lost, but at 360 lines some marks are mistaken for others.");
}

/// How many texts are lost, which, and what helps.
Text words_of_preview(const app::ScenePicture& picture) {
  const auto lost = app::lost_texts(*picture.preview);
  const Text line = text("Các điểm cầu thấy ở {} dòng ({}): ", "What the other sites see at {} lines ({}): ",
                         {picture.preview->link.lines, encoder_words(*picture.preview)});
  if (lost.empty()) return base::join({line, promise(*picture.preview), size_words(picture)}, "");
  Text names;
  for (std::size_t i = 0; i < lost.size() && i < k_most_named; ++i)
    names = base::join({names, lost[i]}, "; ");
  if (lost.size() > k_most_named) names = base::join({names, "…"}, "; ");
  const Text remedy =
      picture.scene.text_size > 0
          ? text("bấm F hai lần để tìm cỡ chữ cho {} dòng.", "F twice finds the size of text for {} lines.",
                 {picture.preview->link.lines})
      : picture.look.fix_lines > 0
          ? text("đã tới cỡ chữ lớn nhất còn chừa chỗ cho bản đồ; bớt chữ hoặc chia cảnh.",
                 "texts are as large as leaves room for the map; say less, or part the scene.")
          : text("bấm F cho chữ to hơn.", "F enlarges the texts.");
  return base::join({line,
                     text("{} chữ không đọc được ({}); {}", "{} texts cannot be read ({}); {}",
                          {lost.size(), names, remedy}),
                     size_words(picture)},
                    "");
}

/// A list up to some comma; the rest is told by `ntmap check`.
std::string shortened(const std::string& list, std::size_t names) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < names && at != std::string::npos; ++i)
    at = list.find(", ", at + (i > 0 ? 2 : 0));
  return at == std::string::npos ? list : list.substr(0, at) + "…";
}

}  // namespace

Text draw_legibility_marks(const app::ScenePicture& picture, const base::Box& place) {
  if (!picture.preview) return {};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const double scale = place.width() / picture.look.page.width;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  Text under_mouse;
  for (const sheet::TextLegibility& one : picture.preview->texts) {
    const auto at = [&](double x, double y) {
      return ImVec2{static_cast<float>(place.min_x + x * scale), static_cast<float>(place.min_y + y * scale)};
    };
    const ImVec2 from = at(one.box.min_x, one.box.min_y);
    const ImVec2 to = at(one.box.max_x, one.box.max_y);
    const bool lost = one.score < sheet::readable_score(one.text, picture.preview->link.lines);
    if (lost) list.AddRect({from.x - 2, from.y - 1}, {to.x + 2, to.y + 1}, k_lost, 2, 0, 2);
    if (mouse.x < from.x || mouse.x > to.x || mouse.y < from.y || mouse.y > to.y) continue;
    under_mouse = text("“{}”: {}/100{}", "“{}”: {} of 100{}",
                       {one.text, static_cast<int>(std::lround(one.score)),
                        lost ? text(", không đọc được", ", cannot be read") : Text()});
  }
  return under_mouse;
}

Text legibility_words(const app::ScenePicture& picture) {
  if (!picture.preview) return {};
  Text missing;  // names that are not on the sheet at all
  for (const base::Finding& finding : picture.findings) {
    if (finding.rule != "labels.no-place") continue;
    missing = {" " + shortened(finding.what.vi, k_most_named) + ".",
               " " + shortened(finding.what.en, k_most_named) + "."};
  }
  return base::join({words_of_preview(picture), missing}, "");
}

}  // namespace ntmap::ui
