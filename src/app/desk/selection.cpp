#include "app/desk/selection.hpp"

#include <algorithm>

namespace ntmap::app {
namespace {

std::optional<std::uint32_t> same_unit(const Units& from, std::uint32_t unit, const Units& to) {
  const auto found = to.by_code.find(from.codes[unit]);
  if (found == to.by_code.end() || to.names[found->second] != from.names[unit]) return std::nullopt;
  return found->second;
}

}  // namespace

bool Selection::contains(std::uint32_t unit) const {
  return std::binary_search(m_units.begin(), m_units.end(), unit);
}

/// Puts the units in order, each once, and makes sure that the current one is among them.
void Selection::settle() {
  std::sort(m_units.begin(), m_units.end());
  m_units.erase(std::unique(m_units.begin(), m_units.end()), m_units.end());
  if (m_current && !contains(*m_current)) m_current.reset();
  if (!m_current && !m_units.empty()) m_current = m_units.front();
  ++m_revision;
}

void Selection::clear() {
  only(std::nullopt);
}

void Selection::only(std::optional<std::uint32_t> unit) {
  m_units.clear();
  if (unit) m_units.push_back(*unit);
  m_current = unit;
  ++m_revision;
}

void Selection::toggle(std::uint32_t unit) {
  if (contains(unit)) {
    m_units.erase(std::lower_bound(m_units.begin(), m_units.end(), unit));
  } else {
    m_units.push_back(unit);
    m_current = unit;
  }
  settle();
}

void Selection::set(std::span<const std::uint32_t> units) {
  m_units.assign(units.begin(), units.end());
  settle();
}

void Selection::add(std::span<const std::uint32_t> units) {
  m_units.insert(m_units.end(), units.begin(), units.end());
  settle();
}

void Selection::move_to(const Units& from, const Units& to) {
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t unit : m_units) {
    if (const auto there = same_unit(from, unit, to)) kept.push_back(*there);
  }
  if (m_current) m_current = same_unit(from, *m_current, to);
  m_units = std::move(kept);
  settle();
}

}  // namespace ntmap::app
