#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/data/time_series.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// The map's figure over the periods: the mean of all units, and the current unit.
class SeriesPanel : public Panel {
 public:
  const char* id() const override { return "series"; }
  Text title() const override { return text("Diễn biến qua các kỳ", "Over time"); }
  Place place() const override { return Place::corner; }
  bool useful(const Desk& desk) const override { return desk.session.series().size() > 1; }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    const auto unit = desk.view.selection.current();
    std::vector<double> mean;
    std::vector<double> own;
    m_made.clear();
    for (const app::SeriesPoint& point : desk.session.series()) {
      mean.push_back(point.mean);
      own.push_back(unit ? point.value_of(map->units(), *unit) : model::k_no_data);
      m_made.push_back(unit ? point.made_of(map->units(), *unit) : nullptr);
    }
    const std::string name = unit ? map->units().full_name(*unit) : std::string();
    muted(desk.say(text("{}: trung bình các đơn vị (nét xám)", "{}: mean of units (grey)", {map->title})));
    if (unit) bold(name);
    draw_lines(desk, mean, own);
  }

 private:
  void draw_lines(Desk& desk, const std::vector<double>& mean, const std::vector<double>& own) const {
    double low = 0;
    double high = 0;
    for (const auto* line : {&mean, &own}) {
      for (const double value : *line) {
        if (std::isnan(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
      }
    }
    if (high <= low) high = low + 1;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float line = ImGui::GetTextLineHeight();
    const float height = std::max(3 * line, room.y) - 2 * line;
    const float step = (room.x - 4 * line) / static_cast<float>(mean.size() - 1);
    const auto place = [&](std::size_t i, double value) {
      return ImVec2{at.x + 2 * line + step * static_cast<float>(i),
                    at.y + line + (height - line) * (1 - static_cast<float>((value - low) / (high - low)))};
    };
    for (std::size_t i = 1; i < m_made.size(); ++i) {
      if (m_made[i] == nullptr) continue;
      const float x = std::round((place(i - 1, low).x + place(i, low).x) / 2);
      draw_change(desk, *m_made[i], {x, at.y}, at.x, height);
    }
    draw_line(desk, mean, place, muted_ink(), false);
    draw_line(desk, own, place, unmet_ink(), true);
    draw_periods(desk, at.x + 2 * line, at.y + height + 2, step);
    for (std::size_t i = 0; i < mean.size(); ++i) {
      const float x = place(i, low).x;
      const ImVec2 half{std::max(step / 2, 4.0F), line};
      if (ImGui::IsMouseHoveringRect({x - half.x, at.y}, {x + half.x, at.y + height + half.y})) tell(desk, i);
    }
  }

  /// Where a unit becomes another its line breaks; there a dashed one stands, and words at its head.
  static void draw_change(const Desk& desk, const app::MadeUnit& made, ImVec2 head, float left,
                          float height) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::string words =
        desk.say(made.parts > 1 ? text("{}: gộp {} đơn vị", "{}: {} units merged", {made.since, made.parts})
                                : text("{}: tách đơn vị", "{}: unit split", {made.since}));
    const float line = ImGui::GetTextLineHeight();
    const bool room = height > 5 * line;  // else the tip alone says it
    const float x = std::max(left, head.x - ImGui::CalcTextSize(words.c_str()).x - 4);
    if (room) list.AddText({std::round(x), head.y}, muted_ink(), words.c_str());
    const float below = room && x == left ? line : 0;  // not through the words
    add_dashes(list, {head.x, head.y + below}, {head.x, head.y + height}, muted_ink());
  }

  static Text change_words(const app::MadeUnit& made) {
    if (made.parts > 1)
      return text("Từ {} là đơn vị mới, gộp từ {} đơn vị cũ: không so trực tiếp với các kỳ trước.",
                  "A new unit since {}, merged from {} old ones: not to be compared with earlier periods.",
                  {made.since, made.parts});
    return text("Từ {} là đơn vị mới, tách từ đơn vị cũ: không so trực tiếp với các kỳ trước.",
                "A new unit since {}, split off an old one: not to be compared with earlier periods.",
                {made.since});
  }

  /// How many units the mean of a period is of, and whether the unit is another since the one before.
  void tell(const Desk& desk, std::size_t at) const {
    const app::SeriesPoint& point = desk.session.series()[at];
    const model::Period* period = desk.session.project()->find_period(point.period);
    const Text name = period == nullptr || period->title.empty() ? Text(point.period) : period->title;
    const int decimals = std::max(1, desk.session.map()->theme.classification.decimals);
    // On two lines: Dear ImGui would break one behind the comma of the number.
    std::string words = desk.say(text("{}: {}/{} đơn vị có số liệu\nTrung bình {}",
                                      "{}: {} of {} units have the figure\nMean {}",
                                      {name, point.known, point.asked, base::number(point.mean, decimals)}));
    if (point.partial())
      words += "\n" + desk.say(text("Số liệu chưa đủ để nói về toàn địa bàn.",
                                    "Too few units to speak for all of them."));
    if (!point.made.empty() && at > 0)
      words += "\n" + desk.say(text("Từ kỳ này địa bàn đã sắp xếp lại: {} đơn vị thay cho {}.",
                                    "The units were rearranged: from this period on {} instead of {}.",
                                    {point.units->size(), desk.session.series()[at - 1].units->size()}));
    if (m_made[at] != nullptr) words += "\n" + desk.say(change_words(*m_made[at]));
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(static_cast<float>(340 * desk.view.scale));
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
  }

  /// Dashed as far as the mean of few units goes, and from one list of units to the next.
  static void add_dashes(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 ink) {
    constexpr float k_dash = 5;
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const auto at = [&](float done) {
      const float share = std::min(1.0F, done / length);
      return ImVec2{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
    };
    const int dashes = static_cast<int>(length / (2 * k_dash)) + 1;
    for (int i = 0; i < dashes; ++i) {
      const float begin = 2 * k_dash * static_cast<float>(i);
      if (begin < length) list.AddLine(at(begin), at(begin + k_dash), ink, 2);
    }
  }

  template <class Place>
  void draw_line(Desk& desk, const std::vector<double>& values, const Place& place, ImU32 ink,
                 bool numbers) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto& series = desk.session.series();
    const auto few = [&](std::size_t i) { return !numbers && series[i].partial(); };
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::isnan(values[i])) continue;
      const ImVec2 dot = place(i, values[i]);
      const bool goes_on = !numbers || m_made[i] == nullptr;
      if (i > 0 && goes_on && !std::isnan(values[i - 1])) {
        const ImVec2 before = place(i - 1, values[i - 1]);
        const bool other_units = !numbers && !series[i].made.empty();  // the mean goes on, of others
        if (few(i) || few(i - 1) || other_units)
          add_dashes(list, before, dot, ink);
        else
          list.AddLine(before, dot, ink, 2);
      }
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::isnan(values[i])) continue;
      const ImVec2 dot = place(i, values[i]);
      list.AddCircleFilled(dot, few(i) ? 4 : 3, ink);
      if (few(i)) list.AddCircleFilled(dot, 2.5F, ImGui::GetColorU32(ImGuiCol_WindowBg));
      const bool last = i + 1 == values.size();
      if (!numbers && !last && i > 0 && !few(i)) continue;
      const std::string words = point_words(desk, values[i], series[i], numbers);
      const ImVec2 size = ImGui::CalcTextSize(words.c_str());
      const float left = ImGui::GetCursorScreenPos().x;
      const float right = left + ImGui::GetContentRegionAvail().x - size.x;
      const float x = std::clamp(dot.x - size.x / 2, left, std::max(left, right));
      list.AddText({x, dot.y - size.y - 4}, ink, words.c_str());
    }
  }

  /// The value; of a mean of few units how many they are.
  static std::string point_words(const Desk& desk, double value, const app::SeriesPoint& point, bool own) {
    const int decimals = desk.session.map()->theme.classification.decimals;
    std::string number = desk.say(base::number(value, own ? decimals : std::max(1, decimals)));
    if (own || !point.partial()) return number;
    return number + " (" + std::to_string(point.known) + "/" + std::to_string(point.asked) + ")";
  }

  static void draw_periods(Desk& desk, float left, float y, float step) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto& series = desk.session.series();
    for (std::size_t i = 0; i < series.size(); ++i) {
      if (i != 0 && i + 1 != series.size() && step < 4 * ImGui::GetTextLineHeight()) continue;
      const model::Period* period = desk.session.project()->find_period(series[i].period);
      const bool titled = period != nullptr && !period->title.empty() && (i == 0 || i + 1 == series.size());
      const std::string words = titled ? desk.say(period->title) : series[i].period;
      const float width = ImGui::CalcTextSize(words.c_str()).x;
      const float from = left + step * static_cast<float>(i);
      const float edge = 2 * ImGui::GetTextLineHeight();  // the outer ones begin and end at the panel's edges
      const float x =
          i == 0 ? from - edge : (i + 1 == series.size() ? from + edge - width : from - width / 2);
      list.AddText({std::round(x), y}, muted_ink(), words.c_str());
    }
  }

  std::vector<const app::MadeUnit*> m_made;  // of the current unit, one a point; null: the one it was
};

}  // namespace

std::unique_ptr<Panel> make_series_panel() {
  return std::make_unique<SeriesPanel>();
}

}  // namespace ntmap::ui
