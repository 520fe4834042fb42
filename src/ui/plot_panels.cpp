#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/data/whole_numbers.hpp"
#include "app/programme/verdict_matrix.hpp"
#include "scene/legend.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;

/// Where bars stand: a box of the panel with room for the numbers below them.
struct Frame {
  ImVec2 at;
  float width;
  float height;
  float line;

  Frame() : at(ImGui::GetCursorScreenPos()), line(ImGui::GetTextLineHeight()) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    width = std::max(40.0F, room.x);
    height = std::max(3 * line, room.y - 4);
  }
  float floor_y() const { return at.y + height - line * 1.2F; }
  float highest() const { return height - line * 2.4F; }
};

void centred(ImDrawList& list, float x, float y, const std::string& words, ImU32 ink) {
  const ImVec2 size = ImGui::CalcTextSize(words.c_str());
  list.AddText({std::round(x - size.x / 2), std::round(y)}, ink, words.c_str());
}

/// Bars as one stop of Tab, between which arrows go: the stop is the bar that had the focus last.
class BarStops {
 public:
  /// Around each bar: its button, and what shows its focus.
  bool button(std::size_t bar, ImVec2 size) {
    ImGui::PushItemFlag(ImGuiItemFlags_Inputable, bar == m_stop);
    const bool clicked = ImGui::InvisibleButton("bar", size);
    ImGui::PopItemFlag();
    if (ImGui::IsItemFocused()) m_stop = bar;
    mark_focus();
    return clicked;
  }
  /// Before them, as there may be fewer than there were.
  void begin(std::size_t bars) {
    if (m_stop >= bars) m_stop = 0;
  }

 private:
  std::size_t m_stop = 0;
};

/// How many communes fail each criterion; a click on a bar selects them.
class CriteriaPlot : public Panel {
 public:
  const char* id() const override { return "criteria_plot"; }
  Text title() const override {
    return text("Số xã chưa đạt từng tiêu chí", "Communes not met, by criterion");
  }
  Place place() const override { return Place::corner; }
  bool useful(const Desk& desk) const override { return has_criteria(desk); }

  void draw(Desk& desk) override {
    const auto& content = desk.session.desk();
    if (!content) return still_computing(desk);
    if (!content->assessment || content->main_set.empty()) {
      muted(desk.say(
          text("Kỳ này không có bộ tiêu chí nào áp dụng.", "No criteria set applies in this period.")));
      return;
    }
    const auto& sets = content->sets;
    const bool chosen = std::find(sets.begin(), sets.end(), desk.view.criteria_set) != sets.end();
    const std::string& set = chosen ? desk.view.criteria_set : content->main_set;
    if (m_of != content || m_matrix.set != set) {
      m_matrix = app::verdict_matrix(*content->assessment, set);
      m_of = content;
    }
    muted(desk.say(text("phần đậm: xã đang chọn", "dark: selected communes")));
    draw_bars(desk);
  }

 private:
  void draw_bars(Desk& desk) {
    const Frame frame;
    std::size_t most = 1;
    for (const app::MatrixColumn& column : m_matrix.columns) most = std::max(most, column.not_met);
    const float step = frame.width / static_cast<float>(std::max<std::size_t>(1, m_matrix.columns.size()));
    m_stops.begin(m_matrix.columns.size());
    for (std::size_t i = 0; i < m_matrix.columns.size(); ++i) {
      ImGui::SetCursorScreenPos({frame.at.x + step * static_cast<float>(i), frame.at.y});
      ImGui::PushID(static_cast<int>(i));
      if (m_stops.button(i, {step, frame.height})) select(desk, i);
      draw_bar(desk, frame, i, step, most);
      ImGui::PopID();
    }
  }

  void select(Desk& desk, std::size_t column) const {
    desk.view.selection.set(app::units_with(m_matrix, column, criteria::Verdict::not_met));
  }

  std::size_t selected_in(const Desk& desk, std::size_t column) const {
    const auto units = app::units_with(m_matrix, column, criteria::Verdict::not_met);
    return static_cast<std::size_t>(std::count_if(
        units.begin(), units.end(), [&](std::uint32_t unit) { return desk.view.selection.contains(unit); }));
  }

  void draw_bar(Desk& desk, const Frame& frame, std::size_t i, float step, std::size_t most) const {
    const app::MatrixColumn& column = m_matrix.columns[i];
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float left = std::round(frame.at.x + step * (static_cast<float>(i) + 0.15F));
    const float right = std::round(frame.at.x + step * (static_cast<float>(i) + 0.85F));
    const auto top = [&](std::size_t count) {
      return frame.floor_y() - frame.highest() * static_cast<float>(count) / static_cast<float>(most);
    };
    const bool hovered = ImGui::IsItemHovered();
    const model::Rgb pale = hovered ? model::Rgb{0xcf, 0xae, 0x7c} : model::Rgb{0xdf, 0xc8, 0xa4};
    list.AddRectFilled({left, top(column.not_met)}, {right, frame.floor_y()}, packed(pale));
    list.AddRectFilled({left, top(selected_in(desk, i))}, {right, frame.floor_y()},
                       packed({0x8c, 0x51, 0x0a}));
    const float middle = (left + right) / 2;
    if (column.not_met > 0 && step > frame.line * 0.9F)
      centred(list, middle, top(column.not_met) - frame.line, std::to_string(column.not_met), muted_ink());
    const bool room = step > ImGui::CalcTextSize("19").x + 2 || i % 2 == 0;
    if (room) centred(list, middle, frame.floor_y() + 2, column.number, muted_ink());
    if (hovered) {
      ImGui::SetTooltip(
          "%s", desk.say(text("Tiêu chí {}: {}\nchưa đạt {} · chưa rõ {} · đạt {}",
                              "Criterion {}: {}\nnot met {} · unknown {} · met {}",
                              {column.number, column.name, column.not_met, column.unknown, column.met}))
                    .c_str());
    }
  }

  std::shared_ptr<const app::DeskContent> m_of;  // whose verdicts m_matrix holds
  app::VerdictMatrix m_matrix;
  BarStops m_stops;
};

/// The values of the map in class colours; a click on a bar selects its units.
class ValuePlot : public Panel {
 public:
  const char* id() const override { return "value_plot"; }
  Text title() const override { return text("Phân bố", "Distribution"); }
  Place place() const override { return Place::corner; }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    if (!map || map->theme.kind == model::ThemeKind::category) {
      muted(desk.say(text("Chuyên đề này không có số để vẽ.", "This theme has no numbers to plot.")));
      return;
    }
    if (m_of != map) {
      m_histogram = scene::legend_histogram(map->classes, map->figures.values, 20);
      m_of = map;
    }
    muted(desk.say(map->title));
    if (!m_histogram.counts.empty()) draw_bars(desk, *map);
  }

 private:
  void draw_bars(Desk& desk, const app::MapContent& map) {
    const Frame frame;
    const float step = frame.width / static_cast<float>(m_histogram.counts.size());
    m_stops.begin(m_histogram.counts.size());
    for (std::size_t bar = 0; bar < m_histogram.counts.size(); ++bar) {
      ImGui::SetCursorScreenPos({frame.at.x + step * static_cast<float>(bar), frame.at.y});
      ImGui::PushID(static_cast<int>(bar));
      const bool clicked = m_stops.button(bar, {std::max(1.0F, step), frame.height});
      draw_bar(frame, map, bar, step);
      if (ImGui::IsItemHovered()) tell(desk, map, bar);
      if (clicked) desk.view.selection.set(units_in(map, bar));
      ImGui::PopID();
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const int decimals = decimals_of(map);
    const std::string first = desk.say(base::number(m_histogram.bounds.front(), decimals));
    const std::string last = desk.say(base::number(m_histogram.bounds.back(), decimals));
    list.AddText({frame.at.x, frame.floor_y() + 2}, muted_ink(), first.c_str());
    list.AddText({frame.at.x + frame.width - ImGui::CalcTextSize(last.c_str()).x, frame.floor_y() + 2},
                 muted_ink(), last.c_str());
  }

  void draw_bar(const Frame& frame, const app::MapContent& map, std::size_t bar, float step) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float left = std::round(frame.at.x + step * static_cast<float>(bar));
    const float right = std::round(frame.at.x + step * static_cast<float>(bar + 1)) - 1;
    float y = frame.floor_y();
    const float each = frame.highest() / static_cast<float>(std::max<std::size_t>(1, m_histogram.highest));
    for (std::size_t i = 0; i < m_histogram.counts[bar].size(); ++i) {
      const float next = y - each * static_cast<float>(m_histogram.counts[bar][i]);
      list.AddRectFilled({left, next}, {right, y}, packed(map.classes.classes[i].fill));
      if (next < y) list.AddRect({left, next}, {right, y}, ImGui::GetColorU32(ImGuiCol_Border));
      y = next;
    }
  }

  static int decimals_of(const app::MapContent& map) {
    return app::all_whole(map.figures.values) ? 0 : map.theme.classification.decimals;
  }

  double low(std::size_t bar) const { return m_histogram.bounds[bar]; }

  std::vector<std::uint32_t> units_in(const app::MapContent& map, std::size_t bar) const {
    const bool last = bar + 1 == m_histogram.counts.size();
    std::vector<std::uint32_t> units;
    for (std::uint32_t unit = 0; unit < map.figures.values.size(); ++unit) {
      const double value = map.figures.values[unit];
      const bool in = m_histogram.whole_numbers
                          ? value == low(bar)
                          : value >= low(bar) && (value < low(bar + 1) || (last && value <= low(bar + 1)));
      if (in) units.push_back(unit);
    }
    return units;
  }

  void tell(const Desk& desk, const app::MapContent& map, std::size_t bar) const {
    const int decimals = decimals_of(map);
    const Text from = base::number(low(bar), decimals);
    const Text range = m_histogram.whole_numbers
                           ? from
                           : text("{} – {}", "{} – {}", {from, base::number(low(bar + 1), decimals)});
    ImGui::SetTooltip("%s", desk.say(text("{} {}: {}", "{} {}: {}",
                                          {range, map.figure_unit, counted_units(units_in(map, bar).size())}))
                                .c_str());
  }

  std::shared_ptr<const app::MapContent> m_of;  // whose values m_histogram counts
  scene::LegendHistogram m_histogram;
  BarStops m_stops;
};

}  // namespace

std::unique_ptr<Panel> make_criteria_plot_panel() {
  return std::make_unique<CriteriaPlot>();
}

std::unique_ptr<Panel> make_value_plot_panel() {
  return std::make_unique<ValuePlot>();
}

}  // namespace ntmap::ui
