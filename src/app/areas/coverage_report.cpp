#include "app/areas/coverage_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace ntmap::app {
namespace {

using model::AreaStatus;

constexpr std::size_t k_most_different = 10;
constexpr std::array<AreaStatus, model::k_area_statuses> k_all{AreaStatus::working, AreaStatus::building,
                                                               AreaStatus::planned};

double known(double value) {
  return std::isnan(value) ? 0 : value;
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The last day that counts of those statuses.
std::string last_day_of(const CoverageChoice& choice) {
  std::string last;
  for (const auto& until : choice.until)
    if (until) last = std::max(last, *until);
  return last;
}

class Reporter {
 public:
  Reporter(CoverageReport& out, const base::Job& job)
      : m_out(out), m_coverage(*out.coverage), m_areas(out.coverage->areas()), m_job(job) {}

  void report() {
    m_out.cover = m_coverage.cover(m_out.request.choice, m_job.part(0, 0.4));
    m_out.unit_hectares = sum_of(m_coverage.unit_hectares());
    if (m_out.weights) m_out.weighted = weighted(m_out.request.choice);
    sum_chosen();
    sum_uncounted();
    sum_statuses();
    m_out.by_year = year_sums(m_coverage, m_out.request.choice, m_job);
    if (only_at_work()) ask_what_if();
    find_differences();
    m_job.progress(1);
  }

 private:
  bool only_at_work() const {
    const auto& until = m_out.request.choice.until;
    return until[0] && !until[1] && !until[2];
  }

  WeightedCover weighted(const CoverageChoice& choice) const {
    return weigh(m_coverage, choice, m_out.weights->weights, m_out.weights->of_unit, m_job);
  }

  void sum_chosen() {
    const std::vector<std::uint8_t> chosen = m_coverage.chosen(m_out.request.choice);
    m_out.areas_in.assign(m_coverage.units().size(), 0);
    double pieces = 0;
    for (const geom::UnitArea& pair : m_coverage.overlay().pairs) {
      if (chosen[pair.area] == 0) continue;
      ++m_out.areas_in[pair.unit];
      pieces += pair.shared;
    }
    m_out.overlapping = std::max(0.0, pieces - m_out.cover->total);
    for (std::size_t a = 0; a < m_areas.size(); ++a) {
      if (chosen[a] != 0) m_out.outside += m_coverage.outside_hectares()[a];
      if (m_coverage.left_out(a)) ++m_out.left_out;
    }
  }

  void sum_uncounted() {
    const std::vector<std::uint8_t> chosen = m_coverage.chosen(m_out.request.choice);
    for (std::size_t a = 0; a < m_areas.size(); ++a) {
      if (chosen[a] != 0 || m_coverage.left_out(a)) continue;
      if (!m_out.request.choice.until[static_cast<std::size_t>(*m_areas.statuses[a])]) continue;
      UncountedSum& sum = m_areas.dates[a].empty() ? m_out.undated : m_out.later;
      ++sum.areas;
      sum.drawn += m_coverage.area_hectares()[a];
    }
  }

  void sum_statuses() {
    CoverageChoice so_far;
    double before = 0;
    for (const AreaStatus status : k_all) {
      const auto s = static_cast<std::size_t>(status);
      const auto& until = m_out.request.choice.until[s];
      StatusSum sum{.status = status, .counted = until.has_value()};
      if (until) so_far.until[s] = until;
      if (!until && only_at_work()) so_far.until[s] = "";  // what they would add
      if (so_far.until[s]) add_areas(status, m_coverage.chosen(so_far), sum);
      const double covered = m_coverage.cover(so_far, m_job)->total;
      sum.added = covered - before;
      before = covered;
      m_out.by_status.push_back(sum);
    }
  }

  void add_areas(AreaStatus status, const std::vector<std::uint8_t>& chosen, StatusSum& sum) const {
    for (std::size_t a = 0; a < m_areas.size(); ++a) {
      if (chosen[a] == 0 || m_areas.statuses[a] != status) continue;
      ++sum.areas;
      sum.drawn += m_coverage.area_hectares()[a];
      sum.declared += known(m_areas.declared[a]);
      sum.households += known(m_areas.households[a]);
    }
  }

  void ask_what_if() {
    for (const AreaStatus last : k_all) {
      if (last != AreaStatus::working && !m_coverage.has(last)) continue;
      const CoverageChoice choice = with_all_up_to(last, m_out.request.date);
      const auto cover = m_coverage.cover(choice, m_job);
      WhatIf answer{.last = last, .covered = cover->total};
      answer.share = m_out.unit_hectares > 0 ? 100 * cover->total / m_out.unit_hectares : 0;
      std::vector<double> shares = cover->shares;
      if (m_out.weights) {
        WeightedCover by_weight = weighted(choice);
        answer.weight_share = by_weight.share;
        shares = std::move(by_weight.shares);
      }
      answer.reaching = units_reaching(shares, m_out.request.target);
      m_out.what_if.push_back(answer);
    }
  }

  void find_differences() {
    if (!m_out.weights) return;
    std::vector<std::pair<double, std::uint32_t>> by_difference;
    for (std::uint32_t u = 0; u < m_coverage.units().size(); ++u) {
      const double difference = std::abs(m_out.weighted.shares[u] - m_out.cover->shares[u]);
      if (difference > 0) by_difference.emplace_back(-difference, u);
    }
    std::sort(by_difference.begin(), by_difference.end());
    for (std::size_t i = 0; i < std::min(k_most_different, by_difference.size()); ++i)
      m_out.most_different.push_back(by_difference[i].second);
  }

  CoverageReport& m_out;
  const Coverage& m_coverage;
  const AreaLayer& m_areas;
  const base::Job& m_job;
};

}  // namespace

std::vector<YearSum> year_sums(const Coverage& coverage, const CoverageChoice& choice, const base::Job& job) {
  const AreaLayer& areas = coverage.areas();
  if (!areas.dated) return {};
  const std::vector<std::uint8_t> chosen = coverage.chosen(choice);
  std::map<int, std::size_t> years;
  std::size_t undated = 0;
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (chosen[a] == 0) continue;
    ++(areas.dates[a].empty() ? undated : years[std::stoi(areas.dates[a].substr(0, 4))]);
  }
  const double all = sum_of(coverage.unit_hectares());
  std::vector<YearSum> out;
  const auto add = [&](int year, std::size_t count, const CoverageChoice& by, std::string day) {
    const double covered = coverage.cover(by, job)->total;
    const double before = out.empty() ? 0 : out.back().covered;
    out.push_back({.year = year,
                   .by = std::move(day),
                   .areas = count,
                   .covered = covered,
                   .growth = covered - before,
                   .share = all > 0 ? 100 * covered / all : 0});
  };
  for (const auto& [year, count] : years) {
    const CoverageChoice by = no_later_than(choice, std::to_string(year) + "-12-31");
    add(year, count, by, last_day_of(by));
  }
  if (undated > 0) add(0, undated, choice, {});
  return out;
}

std::size_t units_reaching(const std::vector<double>& shares, double target) {
  return static_cast<std::size_t>(
      std::count_if(shares.begin(), shares.end(), [&](double share) { return share >= target; }));
}

CoverageReport coverage_report(std::shared_ptr<const Coverage> coverage,
                               std::shared_ptr<const UnitWeights> weights, const CoverageRequest& request,
                               const base::Job& job) {
  CoverageReport out;
  out.coverage = std::move(coverage);
  out.weights = std::move(weights);
  out.request = request;
  Reporter(out, job).report();
  return out;
}

}  // namespace ntmap::app
