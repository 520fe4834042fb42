#include "criteria/date.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace ntmap::criteria {
namespace {

std::optional<int> number(std::string_view text) {
  int out = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), out);
  if (end.ec != std::errc{} || end.ptr != text.data() + text.size()) return std::nullopt;
  return out;
}

std::chrono::year_month_day calendar(Date date) {
  return {std::chrono::year{date.year}, std::chrono::month{date.month}, std::chrono::day{date.day}};
}

Date plain(std::chrono::year_month_day date) {
  return {static_cast<std::int16_t>(int{date.year()}), static_cast<std::uint8_t>(unsigned{date.month()}),
          static_cast<std::uint8_t>(unsigned{date.day()})};
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day || *year < 1 || *month < 1 || *day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return plain(date);
}

Date Date::plus_months(int months) const {
  const auto moved = calendar(*this) + std::chrono::months{months};
  if (moved.ok()) return plain(moved);
  return plain(std::chrono::year_month_day{moved.year() / moved.month() / std::chrono::last});
}

double Date::years_to(Date later) const {
  const auto days = std::chrono::sys_days{calendar(later)} - std::chrono::sys_days{calendar(*this)};
  return static_cast<double>(days.count()) / 365.25;
}

base::Text Date::text() const {
  if (empty()) return {};
  return {fmt::format("{}/{}/{}", day, month, year), fmt::format("{:04}-{:02}-{:02}", year, month, day)};
}

bool in_force(Date day, Date from, Date to) {
  return (from.empty() || from <= day) && (to.empty() || day <= to);
}

}  // namespace ntmap::criteria
