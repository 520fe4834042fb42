#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/text.hpp"
#include "model/class_list.hpp"
#include "model/theme.hpp"

namespace ntmap::scene {

/// What a regulation asks of a value, to mark the classes that lie wholly on its good side ("từ 50 % (đạt)").
/// Verdicts on units never come from here.
struct LegendTarget {
  double value = 0;
  bool at_least = true;  ///< false: at most
};

/// Where a value lies that is not known itself, bounds included; NaN: nothing is known of it.
struct ValueRange {
  double least = model::k_no_data;
  double most = model::k_no_data;
};

/// What the class list says beside the classes.
struct ClassifyOptions {
  base::Text title;  ///< over the legend
  base::Text unit;   ///< "%", "ha"; follows every number of a label
  std::span<const std::uint8_t>
      not_applicable;  ///< 1 for each unit the theme does not apply to; may be empty
  std::optional<LegendTarget> target;
  /// What the class of exactly 0 is called where 0 is isolated and means that nothing happened ("không
  /// tăng"): it is then quiet and takes no colour of the palette. Empty: a class like the others.
  base::Text nothing = {};
  /// One for each unit, or empty: a unit without a value whose range lies within one class is of that class,
  /// for it is so whatever the value. Ranges take no part in making the classes.
  std::span<const ValueRange> ranges = {};
};

/// Puts each value into its class, colours and labels the classes; NaN is "no data" unless its range tells
/// the class, and a value that no class covers is "out of range". Isolated values get classes of their own
/// and stay out of the breaks. Comparisons use full doubles; labels are rounded to `decimals`, to more where
/// two bounds would look the same and to fewer where all bounds have no more. Without any value there are no
/// classes. Throws Error{usage} for bad breaks, too many classes or an unknown palette.
model::ClassList classify(std::span<const double> values, const model::Classification& how,
                          const ClassifyOptions& options = {});

/// The index of the class that holds the value, a single value before the intervals that would hold it too;
/// k_class_out_of_range where none does.
std::uint8_t class_at(std::span<const model::MapClass> classes, double value);

/// Classes in the order of `categories`; an empty value is "no data", a word that is not listed is "out of
/// range". Counts are filled in.
model::ClassList categories(std::span<const std::string> values,
                            std::span<const model::ThemeCategory> categories,
                            const ClassifyOptions& options = {});

/// Dresses "no data", "not applicable" and "out of range" so that they keep clear of the classes' colours,
/// and counts the units of every class: for lists that are made from others. Requires class_of.
void finish_classes(model::ClassList& list);

/// Which bound belongs to a class, in words for the legend's note: whether the upper one. Empty where the
/// labels of classes of these values say it, as "10 – 19" and "20 – 29" of whole numbers do.
base::Text closure_note(std::span<const double> values, const base::Text& unit, bool closed_right);

}  // namespace ntmap::scene
