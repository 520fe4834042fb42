#include "app/check_project.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "app/crosswalk_steps.hpp"
#include "app/data_seal.hpp"
#include "app/target_report.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::Finding;
using base::Findings;
using base::Severity;
using base::text;

/// Collects findings; the same flaw seen through two indicators counts once.
class Collection {
 public:
  void add(const Findings& findings) {
    for (const Finding& finding : findings) {
      if (m_seen.emplace(finding.rule, finding.file, finding.place.en, finding.what.en).second)
        m_all.push_back(finding);
    }
  }

  /// Runs one check; an Error becomes a finding about `what`.
  void attempt(const base::Text& what, const std::function<Findings()>& check) {
    try {
      add(check());
    } catch (const base::Error& error) {
      if (error.kind() == base::ErrorKind::cancelled) throw;
      add({{Severity::error, "project.unreadable", {}, what, error.message(), error.remedy()}});
    }
  }

  Findings sorted() {
    std::stable_sort(m_all.begin(), m_all.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    return std::move(m_all);
  }

 private:
  std::set<std::tuple<std::string, std::string, std::string, std::string>> m_seen;
  Findings m_all;
};

/// What is wrong with an indicator in every period that has figures. Where none has, the latest is looked at
/// all the same: its findings say why.
Findings indicator_findings(ProjectData& data, const std::string& indicator) {
  std::vector<std::string> periods = data.periods_of(indicator);
  const std::vector<model::Period>& all = data.project().periods;
  if (periods.empty()) periods.push_back(all.empty() ? std::string() : all.back().id);
  Findings findings;
  for (const std::string& period : periods) {
    const Findings some = data.figures(indicator, period).findings;
    findings.insert(findings.end(), some.begin(), some.end());
  }
  return findings;
}

Findings theme_findings(ProjectData& data, const model::Theme& theme) {
  if (!data.latest_period_of(theme.indicator).empty() || data.project().periods.empty()) return {};
  return {{Severity::error,
           "theme.no-data",
           {},
           text("chuyên đề “{}”", "theme “{}”", {theme.id}),
           text("không kỳ nào có số liệu", "no period has figures"),
           text("Kiểm tra bảng và trường của chỉ tiêu “{}”.", "Check the table and field of indicator “{}”.",
                {theme.indicator})}};
}

}  // namespace

Findings check_project(ProjectData& data, const base::Job& job) {
  const model::Project& project = data.project();
  Collection found;
  const double steps = static_cast<double>(project.boundaries.size() + project.indicators.size() +
                                           project.themes.size() + (project.crosswalks.empty() ? 1 : 2));
  double done = 0;
  const auto step = [&](const base::Text& what, const std::function<Findings()>& check) {
    job.checkpoint();
    found.attempt(what, check);
    job.progress(++done / steps);
  };
  found.attempt(text("chốt số liệu", "seal"), [&] { return seal_findings(project); });
  for (const model::Boundaries& boundaries : project.boundaries) {
    step(text("ranh giới “{}”", "boundaries “{}”", {boundaries.id}),
         [&] { return data.units(boundaries.id)->findings; });
  }
  for (const model::Indicator& indicator : project.indicators) {
    step(text("chỉ tiêu “{}”", "indicator “{}”", {indicator.id}),
         [&] { return indicator_findings(data, indicator.id); });
  }
  step(text("[criteria] và [programme]", "[criteria] and [programme]"),
       [&] { return programme_findings(data, job); });
  for (const model::Theme& theme : project.themes) {
    step(text("chuyên đề “{}”", "theme “{}”", {theme.id}), [&] { return theme_findings(data, theme); });
  }
  if (!project.crosswalks.empty()) {
    step(text("bảng chuyển đổi đơn vị", "crosswalks"), [&] { return crosswalk_findings(data); });
  }
  return found.sorted();
}

}  // namespace ntmap::app
