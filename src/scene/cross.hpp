#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "model/class_list.hpp"

namespace ntmap::scene {

/// The colour square of a bivariate map: class byte row * columns + column of its ClassList.
struct BivariateKey {
  int columns = 0;  ///< classes of the first figure, low to high
  int rows = 0;     ///< of the second
  base::Text column_title;
  base::Text row_title;
  std::vector<base::Text> column_labels;
  std::vector<base::Text> row_labels;
};

/// Two class lists of the same units, crossed.
struct Crossed {
  model::ClassList classes;
  BivariateKey key;
};

/// Crosses the classes of two figures; the titles become the key's. A unit is in no class when either figure
/// puts it in none: not applicable before unknown before out of range. Labels say both classes; the look of
/// the special states keeps clear of the new colours.
/// Throws Error{usage} when a list has no class or more than colour::k_most_bivariate.
Crossed cross(const model::ClassList& first, const model::ClassList& second);

}  // namespace ntmap::scene
