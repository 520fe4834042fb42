#include "sheet/meeting_list.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "sheet/map_names.hpp"
#include "sheet/meeting.hpp"

namespace ntmap::sheet {
namespace {

constexpr double k_row = 37.0 / 24;    // pitch of the list, of the text size
constexpr double k_column_gap = 22;    // before each column
constexpr double k_name_gap = 14;      // between number and name
constexpr double k_longest_name = 14;  // of the text size, some 25 letters: longer names are cut
constexpr double k_most_width = 0.42;  // of the area: the map keeps the rest

Font name_font(const Composer& c, bool bold) {
  return c.font(meeting_size(c.request, k_meeting_text), bold);
}

double number_width(Composer& c, std::size_t units) {
  return c.type.width(std::to_string(units), name_font(c, true));
}

bool selected(const SheetRequest& request, std::size_t unit) {
  return std::find(request.selected.begin(), request.selected.end(), unit) != request.selected.end();
}

/// The name, cut at the end where even a column of its own would be too narrow.
std::string cut_to(Composer& c, std::string name, const Font& font, double room) {
  if (c.type.width(name, font) <= room + 0.5) return name;
  const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
  while (!name.empty() && c.type.width(name + "…", font) > room) {
    while (!name.empty() && continues(name.back())) name.pop_back();
    if (!name.empty()) name.pop_back();
  }
  return name + "…";
}

}  // namespace

MeetingList plan_list(Composer& c, const base::Box& area, const std::vector<std::size_t>& units) {
  MeetingList list;
  list.row = k_row * name_font(c, false).size;
  list.top = area.min_y;
  list.rows = static_cast<std::size_t>(std::max(1.0, std::floor(area.height() / list.row)));
  double widest = 0;
  for (const std::size_t unit : units) {
    widest = std::max(widest, c.type.width(c.request.names[unit], name_font(c, selected(c.request, unit))));
  }
  const double longest = k_longest_name * name_font(c, false).size;
  const double most_width = k_most_width * area.width();
  list.column_width = std::min(
      number_width(c, units.size()) + c.u(k_name_gap + k_column_gap) + std::min(widest, longest), most_width);
  const auto most = static_cast<std::size_t>(std::max(1.0, std::floor(most_width / list.column_width)));
  list.columns = std::min(most, (units.size() + list.rows - 1) / list.rows);
  if (list.room() > units.size() && list.columns > 0)
    list.rows = (units.size() + list.columns - 1) / list.columns;
  list.left = area.max_x - static_cast<double>(list.columns) * list.column_width;
  return list;
}

std::vector<std::size_t> listed_units(Composer& c, std::vector<std::size_t> units, std::size_t room) {
  if (units.size() <= room) return units;
  std::vector<std::size_t> by_importance = units;
  std::stable_sort(by_importance.begin(), by_importance.end(), [&](std::size_t a, std::size_t b) {
    return importance_of(c.request, a) > importance_of(c.request, b);
  });
  std::vector<bool> kept(c.request.names.size(), false);
  for (std::size_t i = 0; i < room; ++i) kept[by_importance[i]] = true;
  c.out.unplaced.insert(c.out.unplaced.end(), by_importance.begin() + static_cast<std::ptrdiff_t>(room),
                        by_importance.end());
  std::erase_if(units, [&](std::size_t unit) { return !kept[unit]; });
  return units;
}

void set_list(Composer& c, const MeetingList& list, const std::vector<std::size_t>& units) {
  const double numbers = number_width(c, units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::size_t column = i / list.rows;
    const double left = list.left + list.column_width * static_cast<double>(column) + c.u(k_column_gap);
    const Font font = name_font(c, selected(c.request, units[i]));
    const double baseline =
        list.top + list.row * static_cast<double>(i % list.rows) + c.type.ascent(name_font(c, false));
    c.line(std::to_string(i + 1), {left + numbers, baseline}, name_font(c, true), k_ink, Align::right);
    const double name_left = left + numbers + c.u(k_name_gap);
    const double room = list.column_width - c.u(k_column_gap + k_name_gap) - numbers;
    c.line(cut_to(c, c.request.names[units[i]], font, room), {name_left, baseline}, font, k_ink);
  }
}

}  // namespace ntmap::sheet
