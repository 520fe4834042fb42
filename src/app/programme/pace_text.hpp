#pragma once

#include "app/programme/target_report.hpp"

namespace ntmap::app {

/// The pace of a target in words: "chậm tiến độ"; "chưa đến hạn" for a yes or no that is not there before its
/// day, which is neither late nor on track.
base::Text pace_text(const TargetReport& report);

}  // namespace ntmap::app
