#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "base/finding.hpp"
#include "colour/vision.hpp"
#include "model/class_list.hpp"
#include "model/colour.hpp"

namespace ntmap::colour {

/// CIEDE2000 below which two map colours are easily confused.
inline constexpr double k_least_difference = 10;

/// How far two colours are apart to one kind of vision.
struct PairDifference {
  std::size_t first = 0;  ///< index into the colours
  std::size_t second = 0;
  Vision vision = Vision::normal;
  double difference = 0;  ///< CIEDE2000
};

/// Every pair of colours under every kind of vision, pair by pair.
std::vector<PairDifference> all_differences(std::span<const model::Rgb> colours);

/// The least difference of a colour to any of the others, over these kinds of vision; infinite without any.
double least_difference(model::Rgb colour, std::span<const model::Rgb> others,
                        std::span<const Vision> visions = k_all_visions);

/// Warnings ("colour.too-near") for pairs of classes, and of a class and the no-data grey, that differ by
/// less than k_least_difference to some kind of vision: one for each pair, naming its worst case.
/// Classes that differ in their hatching are told apart by it; the no-data look is judged by its colour
/// alone.
base::Findings check_colours(const model::ClassList& classes);

/// The same over some kinds of vision and as one finding for a map: how many pairs, and the worst of them.
/// Empty when all are clear.
base::Findings check_map_colours(const model::ClassList& classes,
                                 std::span<const Vision> visions = k_all_visions);

/// The first candidate that differs from all taken colours by at least k_least_difference to every kind of
/// vision but greyscale (a grey cannot keep clear of many classes in black and white: hatch it); else the
/// one that differs most. Requires a candidate.
model::Rgb distinct_colour(std::span<const model::Rgb> candidates, std::span<const model::Rgb> taken);

/// One colour of each list, both clear of all taken colours and of one another as distinct_colour() asks; of
/// all such pairs the one that stands nearest the heads of its lists. Where there is none, each by itself.
std::pair<model::Rgb, model::Rgb> distinct_colours(std::span<const model::Rgb> firsts,
                                                   std::span<const model::Rgb> seconds,
                                                   std::span<const model::Rgb> taken);

}  // namespace ntmap::colour
