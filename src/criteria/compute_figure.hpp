#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "criteria/figures.hpp"
#include "criteria/levels.hpp"
#include "criteria/rollup.hpp"

namespace ntmap::criteria {

/// One OCOP product. Its certificate holds 36 months (rule O01), so it drops out of the stock later.
struct Product {
  std::string name;
  std::uint32_t unit = k_no_unit;
  int stars = 0;
  Date certified;
  bool exported = false;
  std::string unit_code;
  std::string code_valid;
  std::uint32_t row = 0;
};

/// What figures of one day are computed from. All that is referred to must outlive the call.
struct FigureInput {
  const Units* units = nullptr;
  const ValueTable* values = nullptr;     ///< of the year; null: none
  const FigureInput* before = nullptr;    ///< of `years_between` earlier, for differences; null: none
  std::uint32_t unit_before = k_no_unit;  ///< the unit as it is numbered in `before`
  int years_between = 1;
  const Evaluation* evaluation = nullptr;  ///< null: none
  std::span<const Recognition> recognitions;
  bool titles_known =
      true;  ///< false: no decision speaks of these units (after a reform); nothing is counted
  std::span<const Product> products;
  int product_months = 36;
  Counted counted = Counted::from_decision;
  Date day;
  int year = 0;  ///< of flows and events
  Base base = Base::all;
  std::span<const std::uint8_t> excluded;
};

/// A figure with what it counts, so that it can be shown as "69/170 (40,6 %)" and says what is missing.
struct FigureValue {
  std::optional<double> value;  ///< nothing: cannot be computed, and `missing` or `why` says so
  std::optional<Share> share;
  std::int64_t missing = 0;  ///< units without a figure
  base::Text why;            ///< why there is no value
};

/// Computes a figure for one unit: its own column, or a roll-up of what lies below it; k_no_unit is the
/// whole table. Titles are those of decisions, as the documents count them.
FigureValue compute_figure(const std::vector<Figure>& figures, const Figure& figure, std::uint32_t unit,
                           const FigureInput& input);

}  // namespace ntmap::criteria
