#include "app/data/told_twice.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace ntmap::app {
namespace {

bool tells_of_a_figure(const base::Finding& finding) {
  return finding.rule == "number.text" || finding.rule == "number.undecided" ||
         finding.rule == "values.not-a-number";
}

/// A place without the marks around a field's name, which readers write differently.
std::string unquoted(std::string place) {
  for (const std::string_view mark : {"“", "”", "\""}) {
    for (std::size_t at = place.find(mark); at != std::string::npos; at = place.find(mark, at))
      place.erase(at, mark.size());
  }
  return place;
}

}  // namespace

void drop_told_twice(base::Findings& findings) {
  std::set<std::string> told;
  for (const base::Finding& finding : findings) {
    if (!tells_of_a_figure(finding)) continue;
    told.insert(finding.file + ", " + unquoted(finding.place.vi));
  }
  if (told.empty()) return;
  std::erase_if(findings, [&](const base::Finding& finding) {
    return finding.rule == "dbf.not-a-number" &&
           told.contains(finding.file + ", " + unquoted(finding.place.vi));
  });
}

}  // namespace ntmap::app
