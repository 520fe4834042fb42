#include "app/areas/coverage_figures.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::text;
using model::CoverageFigure;

/// "2024-12-31" a year earlier.
std::string year_before(const std::string& date) {
  std::string year = std::to_string(std::stoi(date.substr(0, 4)) - 1);
  return year + date.substr(4);
}

/// The finding that says best why areas are left out; null when none says anything.
const base::Finding* main_reason(const Coverage& coverage) {
  const base::Finding* found = nullptr;
  for (const base::Findings* findings : {&coverage.areas().findings, &coverage.findings()}) {
    for (const base::Finding& one : *findings) {
      const bool worse = found == nullptr || one.severity > found->severity;
      if (one.severity != base::Severity::note && worse) found = &one;
    }
  }
  return found;
}

class CoveredValues {
 public:
  CoveredValues(const model::Project& project, CoverageStore& store, const model::CoverageRule& rule,
                const CoverageQuestion& question, const base::Job& job)
      : m_project(project),
        m_store(store),
        m_rule(rule),
        m_question(question),
        m_job(job),
        m_by(rule.by.empty() ? question.date : rule.by),
        m_coverage(store.coverage(project, rule.areas, question.units, job)) {
    require_usable(*m_coverage);
    if (!rule.weights.empty()) m_weights = store.weights(project, rule.weights, question.units, job);
  }

  CoverageValues answer() const {
    CoverageValues out;
    out.values = values();
    out.file = m_coverage->areas().file;
    add(out.findings, m_coverage->areas().findings);
    add(out.findings, m_coverage->findings());
    if (m_weights) add(out.findings, m_weights->weights.findings);
    return out;
  }

 private:
  static void add(base::Findings& to, const base::Findings& from) {
    to.insert(to.end(), from.begin(), from.end());
  }

  std::vector<double> values() const {
    const CoverageChoice now = choice_of(m_rule.statuses, m_by);
    switch (m_rule.figure) {
      case CoverageFigure::share:
        return m_rule.of.empty() ? shares(now) : shares_of(m_coverage->cover(now, m_job)->hectares);
      case CoverageFigure::hectares:
        return m_coverage->cover(now, m_job)->hectares;
      case CoverageFigure::gap:
        return gaps(shares(now));
      case CoverageFigure::without:
        return without(shares(now));
      case CoverageFigure::growth:
        return less(m_coverage->cover(now, m_job)->hectares,
                    m_coverage->cover(choice_of(m_rule.statuses, since()), m_job)->hectares);
      case CoverageFigure::added:
        break;
    }
    return less(shares(planned()), shares(at_work(m_question.date)));
  }

  /// Percent of other hectares than the unit's, such as farm land; unknown where there are none.
  std::vector<double> shares_of(std::vector<double> hectares) const {
    for (std::size_t u = 0; u < hectares.size(); ++u) {
      const double whole = m_question.of[u];
      hectares[u] = whole > 0 ? 100 * hectares[u] / whole : model::k_no_data;
    }
    return hectares;
  }

  std::vector<double> shares(const CoverageChoice& choice) const {
    if (!m_weights) return m_coverage->cover(choice, m_job)->shares;
    return weigh(*m_coverage, choice, m_weights->weights, m_weights->of_unit, m_job).shares;
  }

  /// Those at work now and, up to `by` (else whatever their date), those of the rule's other statuses.
  CoverageChoice planned() const {
    CoverageChoice choice = at_work(m_question.date);
    for (const model::AreaStatus status : m_rule.statuses)
      if (status != model::AreaStatus::working) choice.until[static_cast<std::size_t>(status)] = m_rule.by;
    if (m_rule.statuses.empty()) choice.until[1] = choice.until[2] = m_rule.by;
    return choice;
  }

  std::string since() const {
    if (!m_rule.since.empty()) return m_rule.since;
    if (!m_by.empty()) return year_before(m_by);
    throw base::Error(base::ErrorKind::data, text("coverage:growth cần một kỳ, hoặc “by” và “from”",
                                                  "coverage:growth needs a period, or “by” and “from”"));
  }

  std::vector<double> gaps(std::vector<double> shares) const {
    const double target =
        std::isnan(m_rule.target) ? m_project.find_areas(m_rule.areas)->target : m_rule.target;
    if (std::isnan(target)) {
      throw base::Error(base::ErrorKind::data,
                        text("coverage:gap cần mục tiêu của lớp vùng “{}”",
                             "coverage:gap needs a target of the areas “{}”", {m_rule.areas}),
                        text("Ghi target = 50 (%) trong [[areas]] hoặc chỉ tiêu.",
                             "Write target = 50 (%) in [[areas]] or the indicator."));
    }
    for (double& share : shares) share = std::isnan(share) ? share : std::max(0.0, target - share);
    return shares;
  }

  std::vector<double> without(const std::vector<double>& shares) const {
    if (m_question.of.size() != shares.size()) {
      throw base::Error(base::ErrorKind::data,
                        text("coverage:without cần chỉ tiêu số hộ", "coverage:without needs households"),
                        text("Ghi of = \"so_ho\" trong chỉ tiêu, hoặc unit_households trong [[areas]].",
                             "Write of = \"so_ho\" in the indicator, or unit_households in [[areas]]."));
    }
    std::vector<double> out(shares.size());
    for (std::size_t u = 0; u < out.size(); ++u) out[u] = m_question.of[u] * (1 - shares[u] / 100);
    return out;
  }

  static std::vector<double> less(std::vector<double> now, const std::vector<double>& before) {
    // Rounding of two unions must not look like a loss.
    constexpr double k_nothing = 1e-9;
    for (std::size_t u = 0; u < now.size(); ++u) {
      now[u] -= before[u];
      if (std::abs(now[u]) < k_nothing) now[u] = 0;
    }
    return now;
  }

  const model::Project& m_project;
  CoverageStore& m_store;
  const model::CoverageRule& m_rule;
  const CoverageQuestion& m_question;
  const base::Job& m_job;
  std::string m_by;
  std::shared_ptr<const Coverage> m_coverage;
  std::shared_ptr<const UnitWeights> m_weights;
};

}  // namespace

std::string base_for(const model::Project& project, const model::CoverageRule& rule) {
  if (rule.figure == CoverageFigure::share) return rule.of;
  if (rule.figure != CoverageFigure::without) return {};
  const model::AreaSource* source = project.find_areas(rule.areas);
  return rule.of.empty() && source != nullptr ? source->unit_households : rule.of;
}

void require_usable(const Coverage& coverage) {
  const AreaLayer& areas = coverage.areas();
  for (std::size_t a = 0; a < areas.size(); ++a)
    if (!coverage.left_out(a)) return;
  if (areas.size() == 0) return;
  base::Text what = text("{}: không dùng được vùng nào trong {} vùng", "{}: none of the {} areas can be used",
                         {areas.file, areas.size()});
  const base::Finding* reason = main_reason(coverage);
  if (reason == nullptr) throw base::Error(base::ErrorKind::data, std::move(what));
  if (!reason->place.empty())
    what = text("{}; {}: {}", "{}; {}: {}", {what, reason->place, reason->what});
  else
    what = text("{}; {}", "{}; {}", {what, reason->what});
  throw base::Error(base::ErrorKind::data, std::move(what), reason->remedy);
}

CoverageValues coverage_values(const model::Project& project, CoverageStore& store,
                               const model::CoverageRule& rule, const CoverageQuestion& question,
                               const base::Job& job) {
  return CoveredValues(project, store, rule, question, job).answer();
}

}  // namespace ntmap::app
