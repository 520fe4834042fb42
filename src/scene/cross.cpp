#include "scene/cross.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/error.hpp"
#include "colour/bivariate.hpp"
#include "scene/classify.hpp"

namespace ntmap::scene {
namespace {

using base::text;
using model::ClassList;

void check(const ClassList& list) {
  const std::size_t count = list.classes.size();
  if (count >= 1 && count <= colour::k_most_bivariate) return;
  throw base::Error(
      base::ErrorKind::usage,
      text("bản đồ hai biến không vẽ được {} lớp của “{}”", "a bivariate map cannot show {} classes of “{}”",
           {count, list.title}),
      text("Chọn từ 2 đến {} lớp; chỉ tiêu phải có số liệu.",
           "Choose 2 to {} classes; the indicator must have figures.", {colour::k_most_bivariate}));
}

std::uint8_t crossed_byte(std::uint8_t first, std::uint8_t second, std::size_t columns) {
  for (const std::uint8_t state :
       {model::k_class_not_applicable, model::k_class_no_data, model::k_class_out_of_range}) {
    if (first == state || second == state) return state;
  }
  return static_cast<std::uint8_t>(second * columns + first);
}

std::vector<base::Text> labels_of(const ClassList& list) {
  std::vector<base::Text> labels;
  for (const model::MapClass& c : list.classes) labels.push_back(c.label);
  return labels;
}

}  // namespace

Crossed cross(const ClassList& first, const ClassList& second) {
  check(first);
  check(second);
  const std::size_t columns = first.classes.size();
  const std::size_t rows = second.classes.size();
  Crossed out;
  out.key = {static_cast<int>(columns), static_cast<int>(rows), first.title, second.title,
             labels_of(first),          labels_of(second)};
  const auto colours = colour::bivariate_palette(out.key.columns, out.key.rows);
  for (std::size_t k = 0; k < colours.size(); ++k) {
    model::MapClass c;
    c.fill = colours[k];
    c.label = text(
        "{}: {}; {}: {}", "{}: {}; {}: {}",
        {first.title, out.key.column_labels[k % columns], second.title, out.key.row_labels[k / columns]});
    out.classes.classes.push_back(std::move(c));
  }
  for (std::size_t unit = 0; unit < first.class_of.size(); ++unit) {
    out.classes.class_of.push_back(crossed_byte(first.class_of[unit], second.class_of[unit], columns));
  }
  finish_classes(out.classes);
  return out;
}

}  // namespace ntmap::scene
