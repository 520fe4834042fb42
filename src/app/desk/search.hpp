#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/desk/desk_content.hpp"
#include "app/map/map_content.hpp"
#include "base/text.hpp"
#include "model/project.hpp"

namespace ntmap::app {

/// How well what was typed fits a text, accents and capitals aside; nothing when it does not. Smaller is
/// better: 0 the same, 1 at the beginning, 2 at the beginning of a word, 3 inside, 4 all words somewhere.
std::optional<int> match_score(std::string_view typed, std::string_view text);
/// The same of a title, in the language that it fits better: people type either.
std::optional<int> title_score(std::string_view typed, const base::Text& title);

/// What was found in the open project.
struct Found {
  enum class Kind : std::uint8_t { unit, theme, period, criterion };
  Kind kind = Kind::unit;
  base::Text title;
  base::Text detail;
  std::uint32_t unit = 0;  ///< kind unit
  std::string id;          ///< theme, period; number of the criterion
  int score = 0;
};

/// Units, themes, periods and criteria that fit what was typed, best first, at most `limit`. `map` and
/// `desk` may be null.
std::vector<Found> search(std::string_view typed, const model::Project& project, const MapContent* map,
                          const DeskContent* desk, std::size_t limit = 20);

}  // namespace ntmap::app
