#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/text.hpp"

namespace ntmap::criteria {

/// A calendar day. A default-made one is "no date": open at that end of a range.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  bool empty() const { return year == 0; }
  auto operator<=>(const Date&) const = default;

  /// "2022-03-08" and nothing else; nothing for a day that is not in the calendar.
  static std::optional<Date> parse(std::string_view text);
  static Date end_of_year(int year) { return {static_cast<std::int16_t>(year), 12, 31}; }
  /// The same day `months` later, or the last day of that month.
  Date plus_months(int months) const;
  /// Years from this day to `later`, by days of 1/365.25 year.
  double years_to(Date later) const;
  /// 8/3/2022 and 2022-03-08.
  base::Text text() const;
};

/// Whether `day` lies in from..to, both ends in; an empty end is open.
bool in_force(Date day, Date from, Date to);

}  // namespace ntmap::criteria
