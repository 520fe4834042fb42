#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/data/units.hpp"

namespace ntmap::app {

/// The units that are selected, in map, table, matrix and plots at once. One of them, chosen last, is the
/// current one: the one whose card is shown.
class Selection {
 public:
  /// Indices of units, increasing.
  const std::vector<std::uint32_t>& units() const { return m_units; }
  bool empty() const { return m_units.empty(); }
  std::size_t size() const { return m_units.size(); }
  bool contains(std::uint32_t unit) const;
  std::optional<std::uint32_t> current() const { return m_current; }
  /// Grows with every change.
  std::uint64_t revision() const { return m_revision; }

  void clear();
  /// Selects this unit only; nothing clears.
  void only(std::optional<std::uint32_t> unit);
  /// Takes the unit in or out, as a click with Ctrl does.
  void toggle(std::uint32_t unit);
  void set(std::span<const std::uint32_t> units);
  void add(std::span<const std::uint32_t> units);

  /// Goes over to the units of another vintage: those stay that have both code and name there, because a
  /// code alone may mean another unit after a merger.
  void move_to(const Units& from, const Units& to);

 private:
  void settle();

  std::vector<std::uint32_t> m_units;
  std::optional<std::uint32_t> m_current;
  std::uint64_t m_revision = 0;
};

}  // namespace ntmap::app
