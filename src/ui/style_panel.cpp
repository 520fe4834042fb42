#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "app/map/class_bounds.hpp"
#include "colour/check.hpp"
#include "colour/palettes.hpp"
#include "colour/vision.hpp"
#include "scene/legend.hpp"
#include "ui/bound_fields.hpp"
#include "ui/panel.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::Text;
using base::text;
using model::BreakMethod;

std::vector<model::Rgb> seen(std::vector<model::Rgb> colours, colour::Vision vision) {
  for (model::Rgb& one : colours) one = colour::simulated(one, vision);
  return colours;
}

/// How the theme's values become classes and colours. Every change is one step of undo.
class StylePanel : public Panel {
 public:
  const char* id() const override { return "style"; }
  Text title() const override { return text("Phân lớp và màu", "Classes and colours"); }
  Place place() const override { return Place::left; }
  bool useful(const Desk& desk) const override {
    const auto& map = desk.session.map();
    return map && map->theme.kind == model::ThemeKind::value;
  }

  void draw(Desk& desk) override {
    const auto& map = desk.session.map();
    const auto project = desk.session.project();
    const model::Theme* theme = project->find_theme(map->theme.id);
    if (theme == nullptr) return;
    model::Classification how = theme->classification;
    draw_method(desk, *map, how);
    draw_classes(desk, *map, how);
    draw_palette(desk, *map, how);
    draw_histogram(desk, *map, how);
    draw_vision(desk, *map);
    if (how != theme->classification) desk.command(app::SetClassification{theme->id, how});
  }

 private:
  static void draw_method(Desk& desk, const app::MapContent& map, model::Classification& how) {
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##method", desk.say(method_words(how.method)).c_str(),
                           ImGuiComboFlags_HeightLarge))
      return;
    for (const BreakMethod method : model::all_break_methods()) {
      if (ImGui::Selectable(desk.say(method_words(method)).c_str(), method == how.method))
        how = app::with_method(how, map.classes, method);
    }
    ImGui::EndCombo();
  }

  static void draw_classes(Desk& desk, const app::MapContent& map, model::Classification& how) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(desk.say(text("Số lớp", "Classes")).c_str());
    ImGui::SameLine();
    if (how.method == BreakMethod::manual) return draw_own_bounds(desk, map, how);
    if (ImGui::Button("–")) how.classes = std::max(2, how.classes - 1);
    ImGui::SameLine();
    ImGui::Text("%d", how.classes);
    ImGui::SameLine();
    if (ImGui::Button("+")) how.classes = std::min(9, how.classes + 1);
  }

  /// Their number follows from the bounds; a method makes both anew.
  static void draw_own_bounds(Desk& desk, const app::MapContent& map, model::Classification& how) {
    ImGui::Text("%d", app::class_count(how));
    ImGui::SameLine();
    const BreakMethod usual = model::Classification{}.method;
    if (ImGui::Button(desk.say(text("Tự chia lại", "Let it divide")).c_str()))
      how = app::with_method(how, map.classes, usual);
    if (ImGui::IsItemHovered()) {
      ImGui::SetTooltip("%s",
                        desk.say(text("Bỏ các ngưỡng tự đặt, chia theo “{}”; chọn cách khác ở ô trên",
                                      "Gives up your bounds for “{}”; other methods are in the box above",
                                      {method_words(usual)}))
                            .c_str());
    }
  }

  static void draw_palette(Desk& desk, const app::MapContent& map, model::Classification& how) {
    ImGui::SetNextItemWidth(-1);
    const int classes = std::max<int>(3, static_cast<int>(map.classes.classes.size()));
    const float width = ImGui::GetContentRegionAvail().x;
    if (ImGui::BeginCombo("##palette", how.palette.c_str(), ImGuiComboFlags_HeightLargest)) {
      for (const colour::PaletteInfo& info : colour::all_palettes()) {
        if (info.kind == model::PaletteKind::qualitative) continue;  // numbers have an order
        ImGui::PushID(info.name.data());
        if (ImGui::Selectable("##pick", info.name == how.palette)) how.palette = std::string(info.name);
        ImGui::SameLine();
        const auto colours = colour::palette(info.name, classes, how.reversed).colours;
        draw_colour_strip(colours, width * 0.45F, ImGui::GetTextLineHeight());
        ImGui::SameLine();
        ImGui::TextUnformatted(info.name.data());
        ImGui::PopID();
      }
      ImGui::EndCombo();
    }
    ImGui::Checkbox(desk.say(text("Đảo màu", "Reversed")).c_str(), &how.reversed);
  }

  static float place_of(double value, double from, double to, float width) {
    return to > from ? static_cast<float>((value - from) / (to - from)) * width : 0;
  }

  /// Bars of the values with the bounds over them, which can be dragged; let go, it is one change.
  void draw_histogram(Desk& desk, const app::MapContent& map, model::Classification& how) {
    const scene::LegendHistogram bars = scene::legend_histogram(map.classes, map.figures.values, 24);
    std::vector<double> bounds = app::class_bounds(map.classes, how);
    if (bars.counts.empty() || bounds.size() < 2) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = std::round(64 * static_cast<float>(desk.view.scale));
    const double from = std::min(bounds.front(), bars.bounds.front());
    const double to = std::max(bounds.back(), bars.bounds.back());
    draw_bars(bars, map, at, width, height, from, to);
    ImGui::InvisibleButton("bounds", {width, height});
    use_mouse(at, width, from, to, bounds);
    if (m_dragged && *m_dragged < bounds.size()) {
      const model::Classification draft = app::with_bound(how, bounds, *m_dragged, m_value);
      if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        m_dragged.reset();
        how = draft;
      }
      bounds = draft.breaks;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      const float x = std::round(at.x + place_of(bounds[i], from, to, width));
      const bool held = m_dragged == i;
      list.AddLine({x, at.y}, {x, at.y + height}, held ? accent_ink() : muted_ink(), held ? 3.0F : 1.5F);
      if (held) ImGui::SetTooltip("%s", desk.say(base::number(bounds[i], how.decimals)).c_str());
    }
    muted(desk.say(text("Kéo vạch để đặt cận của lớp.", "Drag a line to set a bound.")));
    m_fields.draw(desk, bounds, how);
  }

  static void draw_bars(const scene::LegendHistogram& bars, const app::MapContent& map, ImVec2 at,
                        float width, float height, double from, double to) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + width, at.y + height}, ImGui::GetColorU32(ImGuiCol_FrameBg), 3);
    for (std::size_t bar = 0; bar < bars.counts.size(); ++bar) {
      const double end = bars.whole_numbers ? bars.bounds[bar] + 1 : bars.bounds[bar + 1];
      const float left = at.x + place_of(bars.bounds[bar], from, to, width);
      const float right = std::min(at.x + width, at.x + place_of(end, from, to, width));
      float y = at.y + height;
      for (std::size_t i = 0; i < bars.counts[bar].size(); ++i) {
        const float part = height * static_cast<float>(bars.counts[bar][i]) /
                           static_cast<float>(std::max<std::size_t>(1, bars.highest));
        list.AddRectFilled({left, y - part}, {std::max(left + 1, right - 1), y},
                           packed(map.classes.classes[i].fill));
        y -= part;
      }
    }
  }

  /// Takes hold of the nearest bound, and follows the mouse.
  void use_mouse(ImVec2 at, float width, double from, double to, const std::vector<double>& bounds) {
    const float x = ImGui::GetIO().MousePos.x - at.x;
    if (ImGui::IsItemActivated()) {
      const auto nearest = std::min_element(bounds.begin(), bounds.end(), [&](double a, double b) {
        return std::abs(place_of(a, from, to, width) - x) < std::abs(place_of(b, from, to, width) - x);
      });
      if (std::abs(place_of(*nearest, from, to, width) - x) < 8)
        m_dragged = static_cast<std::size_t>(nearest - bounds.begin());
    }
    m_value = from + (to - from) * std::clamp(static_cast<double>(x / width), 0.0, 1.0);
  }

  static void draw_vision(Desk& desk, const app::MapContent& map) {
    std::vector<model::Rgb> colours;
    for (const model::MapClass& one : map.classes.classes) colours.push_back(one.fill);
    if (!ImGui::TreeNode(desk.say(text("Xem thử như người mù màu", "As colour-blind eyes see it")).c_str()))
      return;
    const float width = ImGui::GetContentRegionAvail().x;
    for (const colour::Vision vision : colour::k_all_visions) {
      draw_colour_strip(seen(colours, vision), width, ImGui::GetTextLineHeight());
      muted(desk.say(colour::name_of(vision)));
    }
    for (const base::Finding& finding : colour::check_colours(map.classes))
      ImGui::TextWrapped("%s", desk.say(finding.what).c_str());
    ImGui::TreePop();
  }

  std::optional<std::size_t> m_dragged;  // the bound that is held
  double m_value = 0;                    // where the mouse has it
  BoundFields m_fields;
};

}  // namespace

std::unique_ptr<Panel> make_style_panel() {
  return std::make_unique<StylePanel>();
}

}  // namespace ntmap::ui
