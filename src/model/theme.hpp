#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "model/class_list.hpp"
#include "model/colour.hpp"

namespace ntmap::model {

enum class BreakMethod : std::uint8_t {
  equal,
  quantile,
  jenks,
  pretty,
  stddev,
  geometric,
  head_tail,
  manual
};

/// The name the command line and the project file use ("jenks"), and back.
std::string_view name_of(BreakMethod method);
std::optional<BreakMethod> break_method_from(std::string_view name);
const std::vector<BreakMethod>& all_break_methods();

/// How values become classes and colours.
struct Classification {
  BreakMethod method = BreakMethod::jenks;
  int classes = 5;               ///< 1..k_max_classes; a method may give fewer
  std::vector<double> breaks;    ///< manual only: inner and outer bounds, increasing
  bool closed_right = false;     ///< intervals (a, b] instead of [a, b); outer bounds always closed
  std::vector<double> isolated;  ///< values with a class of their own, such as 0 and 100
  std::string palette = "ntmap-blue";
  bool reversed = false;
  int decimals = 1;  ///< of labels; comparisons use full doubles
  bool operator==(const Classification&) const = default;
};

/// What a theme shows of each unit.
enum class ThemeKind : std::uint8_t {
  value,      ///< a number, classified
  category,   ///< one of a list of words, each with its colour
  bivariate,  ///< two numbers, each classified, crossed in one colour square
  symbols,    ///< a number as circles whose area grows with it; `second`, where given, colours the units
};

/// A second figure of a theme, with classes of its own.
struct SecondVariable {
  std::string indicator;
  base::Text title;  ///< in the legend; empty takes the indicator's title
  Classification classification;
  bool operator==(const SecondVariable&) const = default;
};

/// Units that a theme marks by hatching over their fills, such as those at risk: figures from `at_least` to
/// `at_most`, or one of `words`.
struct ThemeMark {
  std::string indicator;
  double at_least = k_no_data;  ///< NaN: no bound
  double at_most = k_no_data;
  std::vector<std::string> words;
  Hatch hatch = Hatch::backward;
  base::Text label;  ///< in the legend

  /// Equal bounds, or no bound on both sides.
  bool operator==(const ThemeMark& other) const {
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    return indicator == other.indicator && same(at_least, other.at_least) && same(at_most, other.at_most) &&
           words == other.words && hatch == other.hatch && label == other.label;
  }
};

/// One category of a category theme, in legend order.
struct ThemeCategory {
  std::string value;
  base::Text label;
  Rgb fill;
  Hatch hatch = Hatch::none;  ///< over the fill: what is not simply one of a row of colours
  bool operator==(const ThemeCategory&) const = default;
};

/// One map that a project offers. Where its figures come from is said by `indicator`:
/// the id of an [[indicators]] entry of the project.
struct Theme {
  std::string id;
  base::Text title;
  base::Text subtitle;
  std::string indicator;
  ThemeKind kind = ThemeKind::value;
  Classification classification;
  std::vector<ThemeCategory> categories;
  std::optional<SecondVariable> second;  ///< bivariate themes have one, themes of symbols may
  std::optional<ThemeMark> mark;
  base::Text legend;               ///< over the legend; empty takes the indicator's title
  std::vector<base::Text> labels;  ///< of the classes, low to high; empty: made from the bounds
  bool best_is_low = false;        ///< the first class is the aim ("đạt cả 19 tiêu chí"), not the last
  base::Text message;              ///< one sentence of meaning; {..} places are filled from the figures
  std::vector<std::string> areas;  ///< ids of [[areas]] that are drawn over the map
  bool operator==(const Theme&) const = default;
};

}  // namespace ntmap::model
