#include <string>
#include <utility>

#include "colour/palettes.hpp"
#include "ui/actions.hpp"
#include "ui/words.hpp"

namespace ntmap::ui {
namespace {

using base::text;
using model::BreakMethod;

bool has_classes(const Desk& desk) {
  const auto& map = desk.session.map();
  return map && map->theme.kind == model::ThemeKind::value;
}

/// Changes the classification of the theme that is shown; one step of undo.
template <class Change>
void restyle(Desk& desk, const Change& change) {
  const auto& map = desk.session.map();
  model::Classification how = map->theme.classification;
  change(how);
  desk.command(app::SetClassification{map->theme.id, std::move(how)});
}

Action method_action(BreakMethod method) {
  return {.id = "style.method." + std::string(model::name_of(method)),
          .name = text("Phân lớp: {}", "Classes: {}", {method_words(method)}),
          .run =
              [method](Desk& desk) {
                restyle(desk, [method](model::Classification& how) {
                  how.method = method;
                  how.breaks.clear();
                });
              },
          .enabled = has_classes};
}

Action palette_action(const std::string& name) {
  return {
      .id = "style.palette." + name,
      .name = text("Bảng màu: {}", "Palette: {}", {name}),
      .run =
          [name](Desk& desk) { restyle(desk, [name](model::Classification& how) { how.palette = name; }); },
      .enabled = has_classes};
}

}  // namespace

void add_style_actions(std::vector<Action>& actions) {
  for (const BreakMethod method : model::all_break_methods()) {
    if (method != BreakMethod::manual) actions.push_back(method_action(method));
  }
  for (const colour::PaletteInfo& info : colour::all_palettes()) {
    if (info.kind != model::PaletteKind::qualitative)
      actions.push_back(palette_action(std::string(info.name)));
  }
  actions.push_back({.id = "style.reverse",
                     .name = text("Đảo màu", "Reverse the colours"),
                     .run =
                         [](Desk& desk) {
                           restyle(desk, [](model::Classification& how) { how.reversed = !how.reversed; });
                         },
                     .enabled = has_classes});
}

}  // namespace ntmap::ui
