#pragma once

#include <span>

#include "base/text.hpp"
#include "model/class_list.hpp"

namespace ntmap::scene {

/// How the labels of intervals are written.
struct ClassLabelRules {
  base::Text unit;
  int decimals = 1;
  bool whole_numbers = false;  ///< every value is a whole number: "10 – 19" instead of "10 – 20"
  bool open_low = false;       ///< no value lies below the first class: "dưới 15 %"
  bool open_high = false;      ///< none above the last: "từ 50 %"
};

/// Writes the label of every class with bounds, from its bounds and their closure.
void write_labels(std::span<model::MapClass> classes, const ClassLabelRules& rules);

/// Decimals at which neighbouring bounds look different, from `wanted` up; fewer where no bound needs them.
int label_decimals(std::span<const model::MapClass> classes, int wanted);

}  // namespace ntmap::scene
