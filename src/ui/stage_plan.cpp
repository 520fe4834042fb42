#include "ui/stage_plan.hpp"

#include <utility>

namespace ntmap::ui {

StagePlan plan_stage(std::size_t monitors, bool swapped) {
  if (monitors < 2) return {};
  std::size_t audience = monitors - 1;
  std::size_t speaker = 0;
  if (swapped) std::swap(audience, speaker);
  return {audience, speaker};
}

}  // namespace ntmap::ui
