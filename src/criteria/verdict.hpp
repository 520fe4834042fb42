#pragma once

#include <cstdint>
#include <span>

#include "base/text.hpp"

namespace ntmap::criteria {

/// The four states. They are never collapsed: unknown is not a failure and never counts as met.
enum class Verdict : std::uint8_t { met, not_met, unknown, not_applicable };

/// Why a verdict is unknown.
enum class Why : std::uint8_t {
  none,             ///< it is not unknown
  no_value,         ///< the unit has no figure
  no_threshold,     ///< the figure is there, the threshold is not known
  conflict,         ///< two sources give different figures
  not_optional,     ///< marked "không áp dụng" though the rule has no "nếu có"
  not_in_force,     ///< the set does not hold in that period
  no_region,        ///< thresholds differ by region or group and the unit has none
  other_indicator,  ///< an indicator, another set or a child unit that it rests on is unknown
};

/// One verdict in one byte: what is kept for every unit and indicator.
class Mark {
 public:
  constexpr Mark() = default;
  constexpr Mark(Verdict verdict, Why why = Why::none)
      : m_bits(static_cast<std::uint8_t>(static_cast<unsigned>(verdict) | static_cast<unsigned>(why) << 2)) {}

  constexpr Verdict verdict() const { return static_cast<Verdict>(m_bits & 3U); }
  constexpr Why why() const { return static_cast<Why>(m_bits >> 2 & 7U); }
  /// The verdict rests on an illustrative threshold, not on a regulation.
  constexpr bool illustrative() const { return (m_bits & 32U) != 0; }
  /// Met with no more reserve than the just-met margin ("mới chạm chuẩn").
  constexpr bool just_met() const { return (m_bits & 64U) != 0; }
  /// Met now, below the threshold of the next year.
  constexpr bool fails_next_year() const { return (m_bits & 128U) != 0; }

  constexpr Mark with_illustrative(bool on) const { return with(32U, on); }
  constexpr Mark with_just_met(bool on) const { return with(64U, on); }
  constexpr Mark with_fails_next_year(bool on) const { return with(128U, on); }
  constexpr bool operator==(const Mark&) const = default;

 private:
  constexpr Mark with(unsigned bit, bool on) const {
    Mark out = *this;
    out.m_bits = static_cast<std::uint8_t>(on ? m_bits | bit : m_bits & ~bit);
    return out;
  }
  std::uint8_t m_bits = static_cast<std::uint8_t>(Verdict::unknown) | 1U << 2;
};

/// Takes marks one by one and tells their conjunction: not met beats unknown beats met; what does not
/// apply is left out, and if nothing applies the whole does not. A met whole is illustrative (just met,
/// failing next year) when any of its parts is; an unmet whole is illustrative only when every part
/// that fails is.
class Conjunction {
 public:
  void add(Mark part);
  Mark mark() const;

 private:
  std::uint32_t m_met = 0;
  std::uint32_t m_not_met = 0;
  std::uint32_t m_unknown = 0;
  std::uint32_t m_not_met_illustrative = 0;
  bool m_illustrative = false;
  bool m_just_met = false;
  bool m_fails_next_year = false;
  Why m_why = Why::none;
};

Mark all_of(std::span<const Mark> parts);

/// "đạt" / "met"...
base::Text word(Verdict verdict);
/// "chưa có số liệu" / "no figure"...; empty for Why::none.
base::Text word(Why why);

}  // namespace ntmap::criteria
