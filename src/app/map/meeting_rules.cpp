#include "app/map/meeting_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "colour/red_green.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::text;

std::vector<model::Rgb> fills_of(const model::ClassList& classes) {
  std::vector<model::Rgb> fills;
  for (const model::MapClass& one : classes.classes) fills.push_back(one.fill);
  return fills;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void say_range(std::string& label, std::string_view word) {
  constexpr std::string_view dash = " – ";
  for (std::size_t at = label.find(dash); at != std::string::npos; at = label.find(dash, at + 1)) {
    if (at > 0 && is_digit(label[at - 1])) label.replace(at, dash.size(), word);
  }
}

void say_range(base::Text& label) {
  say_range(label.vi, " đến ");
  say_range(label.en, " to ");
}

void limit_axis(model::Classification& how) {
  constexpr int k_classes = 2;
  if (how.method != model::BreakMethod::manual) how.classes = std::min(how.classes, k_classes);
}

}  // namespace

void limit_classes(model::Theme& theme) {
  if (theme.kind == model::ThemeKind::bivariate) {
    limit_axis(theme.classification);
    if (theme.second) limit_axis(theme.second->classification);
    return;
  }
  model::Classification& how = theme.classification;
  if (theme.kind != model::ThemeKind::value || how.method == model::BreakMethod::manual ||
      !theme.labels.empty())
    return;
  const int isolated = static_cast<int>(how.isolated.size());
  how.classes = std::max(1, std::min(how.classes, static_cast<int>(sheet::k_meeting_classes) - isolated));
}

void say_ranges(model::ClassList& classes) {
  for (model::MapClass& one : classes.classes) say_range(one.label);
}

void say_ranges(scene::BivariateKey& key) {
  for (base::Text& label : key.column_labels) say_range(label);
  for (base::Text& label : key.row_labels) say_range(label);
}

base::Findings keep_meeting_rules(model::ClassList& classes) {
  base::Findings findings;
  say_ranges(classes);
  std::vector<model::Rgb> fills = fills_of(classes);
  if (colour::red_against_green(fills)) {
    colour::part_red_from_green(fills);
    for (std::size_t i = 0; i < fills.size(); ++i) classes.classes[i].fill = fills[i];
    findings.push_back({Severity::note,
                        "meeting.red-green",
                        {},
                        {},
                        text("đỏ đối với xanh lục đã được thay bằng nâu và xanh cổ vịt",
                             "red against green was replaced by brown and teal"),
                        {}});
  }
  const auto shown = static_cast<std::size_t>(
      std::count_if(classes.classes.begin(), classes.classes.end(), [](const model::MapClass& one) {
        return one.count > 0 || !std::isnan(one.low);  // an empty category is on no map
      }));
  if (shown > sheet::k_meeting_classes) {
    findings.push_back({Severity::warning,
                        "meeting.too-many-classes",
                        {},
                        {},
                        text("{} lớp màu: qua màn hình họp chỉ phân biệt được {}",
                             "{} classes: through a shared screen only {} can be told apart",
                             {shown, sheet::k_meeting_classes}),
                        text("Gộp bớt lớp trong chuyên đề.", "Join classes in the theme.")});
  }
  return findings;
}

}  // namespace ntmap::app
