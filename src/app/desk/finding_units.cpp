#include "app/desk/finding_units.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace ntmap::app {
namespace {

/// Where a name stands in a text.
struct Place {
  std::size_t from = 0;
  std::size_t to = 0;
  std::uint32_t unit = 0;
};

/// Whether a letter or digit holds that byte. Of what is not ASCII quotation marks, dashes and no-break
/// blanks are none (UTF-8 begins them with C2 and E2).
bool in_word(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) --at;
  const auto lead = static_cast<unsigned char>(text[at]);
  const bool letter = (lead >= 'a' && lead <= 'z') || (lead >= 'A' && lead <= 'Z');
  return letter || (lead >= '0' && lead <= '9') || (lead >= 0xc3 && lead != 0xe2);
}

void find_all(std::string_view text, std::string_view name, std::uint32_t unit, std::vector<Place>& places) {
  if (name.empty()) return;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const bool begins = at == 0 || !in_word(text, at - 1);
    if (begins && !in_word(text, at + name.size())) places.push_back({at, at + name.size(), unit});
  }
}

/// A name inside a longer one is not meant; of one spelling several units can be.
bool inside_longer(const Place& place, const std::vector<Place>& places) {
  return std::any_of(places.begin(), places.end(), [&](const Place& other) {
    return other.from <= place.from && other.to >= place.to && other.to - other.from > place.to - place.from;
  });
}

void add_named(const std::string& text, const Units& units, std::vector<std::uint32_t>& found) {
  std::vector<Place> places;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    find_all(text, units.full_name(unit), unit, places);
    find_all(text, units.codes[unit], unit, places);
  }
  for (const Place& place : places) {
    if (!inside_longer(place, places)) found.push_back(place.unit);
  }
}

}  // namespace

std::vector<std::uint32_t> units_named(const base::Finding& finding, const Units& units) {
  std::vector<std::uint32_t> found;
  add_named(finding.place.vi, units, found);
  add_named(finding.what.vi, units, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace ntmap::app
