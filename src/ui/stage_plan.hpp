#pragma once

#include <cstddef>
#include <optional>

namespace ntmap::ui {

/// Which monitor shows what while presenting, counted from 0.
struct StagePlan {
  std::size_t audience = 0;
  std::optional<std::size_t> speaker;  ///< nothing with one monitor only
  bool operator==(const StagePlan&) const = default;
};

/// The audience gets the last monitor, which is the projector or the shared one, and the speaker the first;
/// `swapped` the other way round.
StagePlan plan_stage(std::size_t monitors, bool swapped);

}  // namespace ntmap::ui
