#include "app/areas/area_overlays.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "app/areas/area_words.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using model::AreaStatus;
using model::Hatch;
using model::Rgb;

// Service areas let the map shine through; fields are too small for that.
constexpr double k_water_tint = 0.45;
constexpr double k_land_tint = 0.8;

/// What a class of areas may be, in legend order, which is also the order from the top.
enum class Stage : std::uint8_t { before, this_year, building, planned };
constexpr std::size_t k_stages = 4;

struct Look {
  Rgb tint;
  Rgb ink;
  Hatch hatch;
};

// Dark tints with pale stripes: they show on the lightest class of a palette and on the darkest, and the
// tints stay apart for colour-blind eyes.
constexpr Look k_building{{0xb3, 0x4a, 0x00}, {0xff, 0xe6, 0xb8}, Hatch::backward};
constexpr Look k_planned{{0x6a, 0x2c, 0x8a}, {0xf6, 0xde, 0xff}, Hatch::dots};
constexpr std::array<Look, k_stages> k_water{{{{0x0b, 0x1f, 0x44}, {0xff, 0xff, 0xff}, Hatch::forward},
                                              {{0x0b, 0x1f, 0x44}, {0xff, 0xff, 0xff}, Hatch::cross},
                                              k_building,
                                              k_planned}};
constexpr std::array<Look, k_stages> k_land{{{{0x4a, 0x22, 0x06}, {0xff, 0xf3, 0xe0}, Hatch::forward},
                                             {{0x4a, 0x22, 0x06}, {0xff, 0xf3, 0xe0}, Hatch::cross},
                                             k_building,
                                             k_planned}};

Text label_of(model::AreaKind kind, Stage stage, const std::string& date) {
  const std::string year = date.substr(0, 4);
  switch (stage) {
    case Stage::before:
      return date.empty() ? status_title(kind, AreaStatus::working) : before_year_title(kind, year);
    case Stage::this_year:
      return in_year_title(kind, year);
    case Stage::building:
      return status_title(kind, AreaStatus::building);
    case Stage::planned:
      break;
  }
  return status_title(kind, AreaStatus::planned);
}

std::optional<Stage> stage_of(const AreaLayer& areas, std::size_t area, const std::string& date) {
  if (*areas.statuses[area] == AreaStatus::building) return Stage::building;
  if (*areas.statuses[area] == AreaStatus::planned) return Stage::planned;
  const std::string& since = areas.dates[area];
  if (date.empty() || !areas.dated) return Stage::before;
  if (since.empty() || since > date) return std::nullopt;
  return since.substr(0, 4) == date.substr(0, 4) ? Stage::this_year : Stage::before;
}

bool is_drawn(AreaStatus status, std::span<const AreaStatus> statuses) {
  return statuses.empty() || std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

}  // namespace

AreaOverlay area_overlay(const Coverage& coverage, const std::string& date,
                         std::span<const AreaStatus> statuses, const base::Job& job) {
  const AreaLayer& areas = coverage.areas();
  const bool water = areas.kind == model::AreaKind::water_supply;
  const auto& looks = water ? k_water : k_land;
  std::array<std::size_t, k_stages> counts{};
  std::vector<std::optional<Stage>> stages(areas.size());
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (coverage.left_out(a) || !is_drawn(*areas.statuses[a], statuses)) continue;
    stages[a] = stage_of(areas, a, date);
    if (stages[a]) ++counts[static_cast<std::size_t>(*stages[a])];
  }
  AreaOverlay out;
  out.id = areas.id;
  out.opacity = water ? k_water_tint : k_land_tint;
  out.classes.title = areas.title;
  std::array<std::uint32_t, k_stages> class_of_stage{};
  for (std::size_t s = 0; s < k_stages; ++s) {
    class_of_stage[s] = static_cast<std::uint32_t>(out.classes.classes.size());
    if (counts[s] == 0) continue;
    model::MapClass look;
    look.label = label_of(areas.kind, static_cast<Stage>(s), date);
    look.fill = looks[s].tint;
    look.hatch = looks[s].hatch;
    look.hatch_ink = looks[s].ink;
    look.count = counts[s];
    out.classes.class_of.push_back(static_cast<std::uint8_t>(class_of_stage[s]));
    out.classes.classes.push_back(look);
  }
  constexpr std::uint32_t k_hidden = 0xffffffff;
  std::vector<std::uint32_t> class_of(areas.size(), k_hidden);
  for (std::size_t a = 0; a < areas.size(); ++a)
    if (stages[a]) class_of[a] = class_of_stage[static_cast<std::size_t>(*stages[a])];
  out.polygons = coverage.stacked(class_of, out.classes.classes.size(), job);
  return out;
}

}  // namespace ntmap::app
