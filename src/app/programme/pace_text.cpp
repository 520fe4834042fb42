#include "app/programme/pace_text.hpp"

namespace ntmap::app {

base::Text pace_text(const TargetReport& report) {
  const bool waits = report.target.unit == "0/1" && !report.target.due.empty() &&
                     report.progress.pace == criteria::Pace::unknown &&
                     report.progress.verdict == criteria::Verdict::not_met;
  return waits ? base::Text("chưa đến hạn", "not due yet") : criteria::word(report.progress.pace);
}

}  // namespace ntmap::app
