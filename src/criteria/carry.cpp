#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <compare>
#include <span>

#include "criteria/crosswalk.hpp"

namespace ntmap::criteria {
namespace {

constexpr std::uint8_t k_unusable = k_cell_not_applicable | k_cell_conflict;
constexpr std::uint8_t k_inherited =
    k_cell_edited | k_cell_estimated | k_cell_parts_differ | k_cell_some_parts;

/// One new unit's cell, made of the cells of its parts.
struct Cell {
  std::optional<Decimal> value;
  std::uint8_t flags = 0;
};

/// Reads the parts of one new unit from one old column.
class Parts {
 public:
  Parts(std::span<const UnitLink> links, const ValueColumn& column) : m_column(column) {
    for (const UnitLink& link : links) {
      const std::uint8_t flags = column.flags[link.old_unit];
      m_conflict |= (flags & k_cell_conflict) != 0;
      // A part the figure does not apply to says nothing about the whole.
      if ((flags & k_cell_not_applicable) != 0) continue;
      m_links.push_back(&link);
      m_marks |= flags & k_inherited;
    }
    if (!m_links.empty() && m_links.size() < links.size()) m_marks |= k_cell_some_parts;
  }

  bool none_applies() const { return m_links.empty(); }
  bool in_conflict() const { return m_conflict; }
  /// What the whole takes over from its parts.
  std::uint8_t marks() const { return m_marks; }
  const std::vector<const UnitLink*>& links() const { return m_links; }

  std::optional<Decimal> value(const UnitLink& link) const {
    return (m_column.flags[link.old_unit] & k_unusable) != 0
               ? std::nullopt
               : Decimal::from_double(m_column.value[link.old_unit]);
  }

  /// Every part's value, or nothing when one is missing.
  std::optional<std::vector<Decimal>> values() const {
    std::vector<Decimal> out;
    for (const UnitLink* link : m_links) {
      const auto part = value(*link);
      if (!part) return std::nullopt;
      out.push_back(*part);
    }
    return out;
  }

 private:
  const ValueColumn& m_column;
  std::vector<const UnitLink*> m_links;
  std::uint8_t m_marks = 0;
  bool m_conflict = false;
};

Cell summed(const Parts& parts) {
  Cell out;
  Decimal sum(0);
  for (const UnitLink* link : parts.links()) {
    const auto part = parts.value(*link);
    if (!part || !link->share) return {};
    sum = sum + *part * *link->share;
    if (link->by_area) out.flags |= k_cell_estimated;
  }
  out.value = sum;
  return out;
}

/// The mean as a person would reckon it: 95.2 where it is exactly that, not 95.19999999999999.
std::optional<Decimal> mean_of(const ExactSum& weighted, const ExactSum& weight) {
  const double mean = weighted.to_double() / weight.to_double();
  constexpr int k_sure_digits = 15;
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), mean,
                                 std::chars_format::general, k_sure_digits);
  const auto shorter = Decimal::parse({buffer.data(), end.ptr});
  const bool exact = shorter && weight.to_double() > 0 && std::is_eq(weighted.compare_mean(weight, *shorter));
  return exact ? shorter : Decimal::from_double(mean);
}

Cell averaged(const Parts& parts, const ValueColumn* weights) {
  if (weights == nullptr) return {};
  Cell out;
  ExactSum weighted;
  ExactSum weight;
  for (const UnitLink* link : parts.links()) {
    const auto part = parts.value(*link);
    const auto by = Decimal::from_double(weights->value[link->old_unit]);
    if (!part || !by || *by < Decimal(0) || !link->share) return {};
    const Decimal share_of_weight = *by * *link->share;
    weighted.add_product(*part, share_of_weight);
    weight.add(share_of_weight);
    if (link->by_area) out.flags |= k_cell_estimated;
  }
  if (!weight.is_zero()) out.value = mean_of(weighted, weight);
  return out;
}

/// The rules that need no shares: worst, all_met, any.
Cell picked(const Parts& parts, const ColumnSpec& spec) {
  const auto values = parts.values();
  if (!values) return {};
  const auto [least, most] = std::minmax_element(values->begin(), values->end());
  const bool take_most = spec.carry == Carry::any || (spec.carry == Carry::worst && spec.less_is_better);
  const bool differ = spec.carry != Carry::worst && *least != *most;
  return {take_most ? *most : *least, static_cast<std::uint8_t>(differ ? k_cell_parts_differ : 0)};
}

Cell by_rule(const Parts& parts, const ColumnSpec& spec, const ValueColumn* weights) {
  switch (spec.carry) {
    case Carry::sum:
      return summed(parts);
    case Carry::mean:
      return averaged(parts, weights);
    case Carry::none:
      return {};
    default:
      return picked(parts, spec);
  }
}

Cell carried(const Parts& parts, const ColumnSpec& spec, const ValueColumn* weights) {
  if (parts.in_conflict()) return {std::nullopt, k_cell_conflict};
  if (parts.none_applies()) return {std::nullopt, k_cell_not_applicable};
  Cell cell = by_rule(parts, spec, weights);
  if (cell.value) cell.flags |= parts.marks();
  return cell;
}

/// Calls take(new_unit, links) for each new unit that has parts.
template <typename Take>
void for_each_unit(const UnitCrosswalk& crosswalk, Take take) {
  const std::span<const UnitLink> links = crosswalk.links;
  for (std::size_t begin = 0; begin < links.size();) {
    std::size_t end = begin;
    while (end < links.size() && links[end].new_unit == links[begin].new_unit) ++end;
    take(links[begin].new_unit, links.subspan(begin, end - begin));
    begin = end;
  }
}

}  // namespace

ValueTable carry(const ValueTable& old_values, const UnitCrosswalk& crosswalk,
                 const std::vector<ColumnSpec>& specs) {
  ValueTable out(old_values.year(), crosswalk.new_count);
  for (const ValueColumn& column : old_values.columns()) {
    const ColumnSpec* spec = find_spec(specs, column.id);
    if (spec == nullptr || spec->carry == Carry::none) continue;
    const ValueColumn* weights = spec->weight.empty() ? nullptr : old_values.find(spec->weight);
    ValueColumn& target = out.column(column.id);
    for_each_unit(crosswalk, [&](std::uint32_t unit, std::span<const UnitLink> links) {
      const Cell cell = carried(Parts(links, column), *spec, weights);
      if (cell.value) target.value[unit] = cell.value->to_double();
      target.flags[unit] = cell.flags;
      const CellPlace at = links.size() == 1 ? column.place(links.front().old_unit) : CellPlace{};
      // One part: the cell still has one place it was read from.
      if (at.sheet != k_no_sheet) target.set_place(unit, {out.sheet(old_values.sheets()[at.sheet]), at.row});
    });
  }
  return out;
}

void check_totals(const ValueTable& old_values, const ValueTable& new_values, const UnitCrosswalk& crosswalk,
                  const std::vector<ColumnSpec>& specs, base::Findings& findings) {
  std::vector<std::uint8_t> old_units(crosswalk.old_count, 0);
  std::vector<std::uint8_t> new_units(crosswalk.new_count, 0);
  for (const UnitLink& link : crosswalk.links) old_units[link.old_unit] = new_units[link.new_unit] = 1;
  const auto sum_of = [](const ValueColumn& column, const std::vector<std::uint8_t>& units) {
    ExactSum out;
    for (std::size_t u = 0; u < units.size(); ++u) {
      const auto value = Decimal::from_double(column.value[u]);
      if (units[u] != 0 && value) out.add(*value);
    }
    return out.to_double();
  };
  for (const ValueColumn& column : new_values.columns()) {
    const ColumnSpec* spec = find_spec(specs, column.id);
    const ValueColumn* before = old_values.find(column.id);
    if (spec == nullptr || spec->carry != Carry::sum || before == nullptr) continue;
    const double was = sum_of(*before, old_units);
    const double is = sum_of(column, new_units);
    if (std::abs(was - is) <= 1e-9 * std::max(1.0, std::abs(was))) continue;
    findings.push_back({base::Severity::warning,
                        "crosswalk.total",
                        {},
                        base::text("cột \"{}\"", "column \"{}\"", {column.id}),
                        base::text("tổng trước là {}, sau là {}", "the total was {} and is {}",
                                   {base::short_number(was), base::short_number(is)}),
                        {"xem các đơn vị chưa có số liệu hoặc chưa có tỷ lệ chia",
                         "look at units without figures, or splits without shares"}});
  }
}

}  // namespace ntmap::criteria
