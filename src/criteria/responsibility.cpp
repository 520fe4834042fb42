#include "criteria/responsibility.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "criteria/analysis.hpp"
#include "criteria/table_rows.hpp"
#include "criteria/word_list.hpp"

namespace ntmap::criteria {
namespace {

/// "1-5;7" as 1 2 3 4 5 7; nothing when a range does not read.
std::optional<std::vector<std::string>> numbers_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(';', at), text.size());
    const std::string item = text.substr(at, end - at);
    at = end + 1;
    const std::size_t dash = item.find('-');
    if (dash == std::string::npos) {
      if (!item.empty()) out.push_back(item);
      continue;
    }
    const auto first = Decimal::parse(item.substr(0, dash));
    const auto last = Decimal::parse(item.substr(dash + 1));
    if (!first || !last || *last < *first || *last - *first > Decimal(100)) return std::nullopt;
    for (Decimal n = *first; n <= *last; n = n + Decimal(1)) out.push_back(n.text());
  }
  return out;
}

/// "17" of "17.9".
std::string criterion_of(const std::string& code) {
  return code.substr(0, code.find('.'));
}

bool covers(const Lead& lead, const CriteriaSet& set, const Criterion& criterion,
            const Indicator& indicator) {
  if (!lead.set.empty() && lead.set != set.id) return false;
  if (!is_one_of(criterion.no, lead.criteria)) return false;
  if (is_one_of(indicator.code, lead.indicators)) return true;
  return std::none_of(lead.indicators.begin(), lead.indicators.end(),
                      [&](const std::string& code) { return criterion_of(code) == criterion.no; });
}

std::vector<Remainder> sorted(std::map<std::string, Remainder>&& by_name) {
  std::vector<Remainder> out;
  for (auto& [name, remainder] : by_name) {
    std::set<std::uint32_t> units;
    for (const Task& task : remainder.tasks) units.insert(task.unit);
    remainder.units = static_cast<std::int64_t>(units.size());
    remainder.who = name;
    out.push_back(std::move(remainder));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Remainder& a, const Remainder& b) { return a.tasks.size() > b.tasks.size(); });
  return out;
}

bool is_left(Verdict verdict) {
  return verdict == Verdict::not_met || verdict == Verdict::unknown;
}

/// Calls take(task) for each indicator that is left.
template <typename Take>
void for_each_task(const SetResult& result, const std::vector<std::uint32_t>& units, Take take) {
  for (std::uint32_t i = 0; i < result.indicators().size(); ++i) {
    if (repeats_criteria(*result.indicators()[i].indicator)) continue;
    for (const std::uint32_t u : units) {
      const Verdict verdict = result.indicator(i, u).verdict();
      if (result.applies(u) && is_left(verdict)) take(Task{u, i, verdict});
    }
  }
}

}  // namespace

std::vector<Lead> read_leads(const model::Table& table, base::Findings& findings) {
  TableRows rows(table, "leads", {"scope", "criterion", "lead"});
  std::vector<Lead> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    Lead lead;
    lead.scope = rows.cell(row, "scope");
    lead.set = rows.cell(row, "set");
    lead.figure = rows.cell(row, "figure");
    lead.subject = rows.cell(row, "subject_vi");
    lead.lead = rows.cell(row, "lead");
    lead.document = rows.cell(row, "document");
    lead.source = rows.cell(row, "source");
    const auto criteria = numbers_of(rows.cell(row, "criterion"));
    const auto indicators = numbers_of(rows.cell(row, "indicator"));
    if (!criteria || !indicators) {
      rows.find(findings, row, "bad-range",
                {"danh sách tiêu chí không đọc được", "the list of criteria does not read"},
                {"ghi như 1-5;7", "write it as 1-5;7"});
      continue;
    }
    lead.criteria = *criteria;
    lead.indicators = *indicators;
    out.push_back(std::move(lead));
  }
  return out;
}

std::string lead_of(std::span<const Lead> leads, std::string_view scope, const CriteriaSet& set,
                    const Criterion& criterion, const Indicator& indicator) {
  for (const Lead& lead : leads) {
    if (!scope.empty() && lead.scope == scope && covers(lead, set, criterion, indicator)) return lead.lead;
  }
  for (const Lead& lead : leads) {
    if (lead.set == set.id && lead.scope.starts_with("xã ") && covers(lead, set, criterion, indicator))
      return lead.lead;
  }
  return indicator.lead.empty() ? criterion.lead : indicator.lead;
}

std::vector<Remainder> left_by_lead(const SetResult& result, const std::vector<std::uint32_t>& units,
                                    std::span<const Lead> leads, std::string_view scope) {
  std::vector<std::string> who;
  for (const IndicatorPlan& plan : result.indicators()) {
    who.push_back(
        lead_of(leads, scope, result.set(), result.set().criteria[plan.criterion], *plan.indicator));
  }
  std::map<std::string, Remainder> by_name;
  for_each_task(result, units, [&](const Task& task) { by_name[who[task.indicator]].tasks.push_back(task); });
  return sorted(std::move(by_name));
}

std::vector<Remainder> left_by_sponsor(const SetResult& result, const std::vector<std::uint32_t>& units,
                                       std::span<const Sponsor> sponsors) {
  std::map<std::uint32_t, const Sponsor*> by_unit;
  for (const Sponsor& sponsor : sponsors) by_unit.emplace(sponsor.unit, &sponsor);
  std::map<std::string, Remainder> by_name;
  for_each_task(result, units, [&](const Task& task) {
    const auto found = by_unit.find(task.unit);
    Remainder& remainder = by_name[found == by_unit.end() ? std::string() : found->second->name];
    remainder.tasks.push_back(task);
    if (found == by_unit.end() || found->second->deadline.empty()) return;
    const Date deadline = found->second->deadline;
    if (remainder.deadline.empty() || deadline < remainder.deadline) remainder.deadline = deadline;
  });
  return sorted(std::move(by_name));
}

}  // namespace ntmap::criteria
