#include "app/programme/set_comparison.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "app/programme/evaluation.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;
using criteria::CriteriaSet;
using criteria::IndicatorPair;
using criteria::SetChange;
using criteria::SetResult;
using criteria::SetView;
using criteria::Verdict;

/// The day whose rules hold where none is asked for: the period's, or the nearest that the set covers.
criteria::Date nearest_day(const CriteriaSet& set, criteria::Date day) {
  if (set.wording_day(day.year, day)) return day;
  return day.year < set.first_year ? std::max(set.from, criteria::Date::end_of_year(set.first_year - 1))
                                   : criteria::Date::end_of_year(set.last_year);
}

bool goes_by_year(const CriteriaSet& set) {
  for (const criteria::Criterion& criterion : set.criteria) {
    for (const criteria::Indicator& indicator : criterion.indicators) {
      const auto& rows = indicator.thresholds;
      if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.year != 0; })) return true;
    }
  }
  return false;
}

/// "XA_NTM_2021_2025@2024-02-29".
ComparedSet compared_set(const Assessment& assessment, const std::string& words) {
  const std::size_t at = words.find('@');
  const CriteriaSet& set = assessment.result(words.substr(0, at)).set();
  ComparedSet out{set.id, set.name, {}};
  if (at == std::string::npos) {
    out.day = nearest_day(set, assessment.input().period.date);
    if (!set.wording_day(out.day.year, out.day)) out.day = criteria::Date::end_of_year(set.first_year);
    return out;
  }
  const auto day = criteria::Date::parse(words.substr(at + 1));
  if (day && set.wording_day(day->year, *day)) {
    out.day = *day;
    return out;
  }
  throw Error(ErrorKind::usage,
              day ? text("Bộ tiêu chí “{}” không áp dụng vào ngày {}",
                         "Criteria set “{}” does not hold on {}", {set.id, day->text()})
                  : text("Ngày không hợp lệ: {}", "Not a date: {}", {words.substr(at + 1)}),
              text("Ghi ngày như 2024-12-31, trong các năm {} – {}.",
                   "Write the day as 2024-12-31, in the years {} – {}.",
                   {std::to_string(set.first_year), std::to_string(set.last_year)}));
}

/// Compares two views of the same units' figures.
class SetJudge {
 public:
  SetJudge(SetComparison& out, const base::Job& job)
      : m_out(out),
        m_job(job),
        m_assessment(*out.assessment),
        m_values(m_assessment.values()),
        m_before(view_of(out.before)),
        m_after(view_of(out.after)) {}

  void run() {
    choose_units();
    compare_regions();
    // The pairs are the same for all regions: they come from figures, names and codes.
    const std::vector<IndicatorPair> pairs = criteria::match_sets(catalogue(), m_before, m_after);
    borrow_figures(pairs);
    m_job.progress(0.3);
    const criteria::Evaluation before = evaluated(m_before, m_assessment.values());
    m_job.progress(0.6);
    const criteria::Evaluation after = evaluated(m_after, m_values);
    find_flips(*before.find(m_before.set->id), *after.find(m_after.set->id), pairs);
  }

 private:
  const criteria::Catalogue& catalogue() const { return m_assessment.rules().catalogue; }

  SetView view_of(const ComparedSet& set) const {
    return {catalogue().find(set.id), {set.day.year, set.day}, {}};
  }

  void choose_units() {
    const UnitTree& tree = m_assessment.tree();
    for (std::uint32_t unit = 0; unit < tree.size(); ++unit) {
      const bool for_both = criteria::has_type(tree.units[unit], m_before.set->applies_to) &&
                            criteria::has_type(tree.units[unit], m_after.set->applies_to);
      if (for_both && !m_assessment.excluded(unit)) m_units.push_back(unit);
    }
    m_out.units = static_cast<std::int64_t>(m_units.size());
    if (!m_units.empty()) return;
    throw Error(
        ErrorKind::usage,
        text("Hai bộ tiêu chí “{}” và “{}” không cùng dành cho đơn vị nào của dự án",
             "No unit of the project is judged by both “{}” and “{}”", {m_before.set->id, m_after.set->id}),
        text("Chọn hai bộ dành cho cùng một loại đơn vị.", "Choose two sets for one kind of unit."));
  }

  /// What a unit's thresholds hang on in either set; a name for people.
  std::pair<std::string, Text> region_of(const criteria::Unit& unit) const {
    std::string key;
    Text name;
    for (const SetView* view : {&m_before, &m_after}) {
      const bool by_region = view->set->key == criteria::ThresholdKey::region;
      const std::string part =
          by_region ? std::string(criteria::word(unit.region)) : std::to_string(unit.group);
      if (key.find(part) != std::string::npos) continue;
      key += part + " ";
      const Text group = unit.group == 0 ? text("chưa rõ nhóm xã", "group of communes unknown")
                                         : text("nhóm xã {}", "group {} of communes", {unit.group});
      name = base::join({name, by_region ? criteria::name_of(unit.region) : group}, ", ");
    }
    return {key, name};
  }

  void compare_regions() {
    std::map<std::string, RegionChanges> regions;
    for (const std::uint32_t unit : m_units) {
      const auto [key, name] = region_of(m_assessment.tree().units[unit]);
      RegionChanges& region = regions[key];
      if (region.units++ > 0) continue;
      region.region = name;
      m_before.unit = m_after.unit = m_assessment.tree().units[unit];
      region.changes = criteria::compare_sets(catalogue(), m_before, m_after);
    }
    take_common(regions);
    for (auto& [key, region] : regions) {
      if (!region.changes.empty()) m_out.regions.push_back(std::move(region));
    }
  }

  static bool same(const SetChange& a, const SetChange& b) {
    return a.change == b.change && a.old_code == b.old_code && a.new_code == b.new_code && a.what == b.what;
  }

  /// What changes alike everywhere is said once, for all.
  void take_common(std::map<std::string, RegionChanges>& regions) {
    RegionChanges all;
    all.units = m_out.units;
    const std::vector<SetChange> first = regions.begin()->second.changes;
    for (const SetChange& change : first) {
      const auto has = [&](const auto& region) {
        const auto& changes = region.second.changes;
        return std::any_of(changes.begin(), changes.end(),
                           [&](const auto& one) { return same(one, change); });
      };
      if (std::all_of(regions.begin(), regions.end(), has)) all.changes.push_back(change);
    }
    for (auto& [key, region] : regions) {
      std::erase_if(region.changes, [&](const SetChange& one) {
        return std::any_of(all.changes.begin(), all.changes.end(),
                           [&](const SetChange& common) { return same(one, common); });
      });
    }
    if (!all.changes.empty()) m_out.regions.push_back(std::move(all));
  }

  static const std::string* only_figure(const criteria::Indicator* indicator) {
    return indicator != nullptr && indicator->parts.size() == 1 ? &indicator->parts.front().id : nullptr;
  }

  /// A set to come has no figures yet: where an indicator is the same, today's figure stands in.
  void borrow_figures(const std::vector<IndicatorPair>& pairs) {
    for (const IndicatorPair& pair : pairs) {
      const std::string* was = only_figure(pair.before);
      const std::string* is = only_figure(pair.after);
      if (was == nullptr || is == nullptr || pair.before->unit != pair.after->unit) continue;
      const criteria::ValueColumn* figure = m_assessment.values().find(*was);
      if (figure == nullptr || m_values.find(*is) != nullptr) continue;
      criteria::ValueColumn& target = m_values.column(*is);
      target.value = figure->value;
      target.flags = figure->flags;
      target.share_places(*figure);
      m_borrowed.insert(pair.after);
    }
  }

  criteria::Evaluation evaluated(const SetView& view, const criteria::ValueTable& values) const {
    criteria::EvaluationInput input = m_assessment.input();
    input.period = view.period;
    input.values = &values;
    return criteria::evaluate(input);
  }

  static std::size_t index_of(const SetResult& result, const criteria::Indicator* indicator) {
    const auto& plans = result.indicators();
    const auto found = std::find_if(plans.begin(), plans.end(),
                                    [&](const auto& plan) { return plan.indicator == indicator; });
    return static_cast<std::size_t>(found - plans.begin());
  }

  void find_flips(const SetResult& before, const SetResult& after, const std::vector<IndicatorPair>& pairs) {
    for (const IndicatorPair& pair : pairs) {
      if (pair.before == nullptr || pair.after == nullptr) continue;
      ItemFlips item{
          pair.before->code, pair.after->code, pair.after->name, m_borrowed.contains(pair.after), {}, 0};
      const std::size_t was = index_of(before, pair.before);
      const std::size_t is = index_of(after, pair.after);
      for (const std::uint32_t unit : m_units)
        add(item, unit, before.indicator(was, unit).verdict(), after.indicator(is, unit).verdict());
      if (!item.flips.empty()) m_out.indicators.push_back(std::move(item));
    }
    m_out.whole.name = m_out.after.name;
    for (const std::uint32_t unit : m_units)
      add(m_out.whole, unit, before.overall(unit).verdict(), after.overall(unit).verdict());
  }

  static void add(ItemFlips& item, std::uint32_t unit, Verdict was, Verdict is) {
    if (was != is) item.flips.push_back({unit, was, is});
    if (was == is && is == Verdict::unknown) ++item.unknown;
  }

  SetComparison& m_out;
  const base::Job& m_job;
  const Assessment& m_assessment;
  criteria::ValueTable m_values;
  SetView m_before;
  SetView m_after;
  std::vector<std::uint32_t> m_units;
  std::set<const criteria::Indicator*> m_borrowed;
};

Text set_on_day(const ComparedSet& set) {
  return text("{} ({}, theo ngày {})", "{} ({}, as on {})", {set.name, set.id, set.day.text()});
}

Text codes_of(const std::string& was, const std::string& is) {
  if (was.empty() || is.empty() || was == is) return was.empty() ? is : was;
  return text("{} → {}", "{} → {}", {was, is});
}

/// "12 đơn vị từ đạt thành chưa đạt: Xã A, Xã B và 10 đơn vị khác".
void add_flips(std::vector<Text>& out, const SetComparison& comparison, const ItemFlips& item,
               const Text& heading) {
  std::map<std::pair<Verdict, Verdict>, std::vector<std::uint32_t>> groups;
  for (const VerdictFlip& flip : item.flips) groups[{flip.before, flip.after}].push_back(flip.unit);
  constexpr std::size_t k_named = 5;
  for (const auto& [verdicts, units] : groups) {
    Text list;
    for (std::size_t i = 0; i < std::min(k_named, units.size()); ++i)
      list = base::join({list, comparison.assessment->tree().full_names[units[i]]}, ", ");
    if (units.size() > k_named)
      list = text("{} và {} đơn vị khác", "{} and {} others", {list, units.size() - k_named});
    out.push_back(
        text("  {}: {} đơn vị từ {} thành {}: {}", "  {}: {} units from {} to {}: {}",
             {heading, units.size(), criteria::word(verdicts.first), criteria::word(verdicts.second), list}));
  }
  if (const Text unknown = unknown_text(item, heading); !unknown.empty())
    out.push_back(base::join({Text("  "), unknown}, ""));
}

}  // namespace

Text unknown_text(const ItemFlips& item, const Text& heading) {
  if (item.unknown == 0) return {};
  return text("{}: {} đơn vị chưa rõ theo cả hai bộ", "{}: {} units unknown by both sets",
              {heading, item.unknown});
}

std::vector<SetOption> sets_to_compare(const Assessment& assessment) {
  const UnitTree& tree = assessment.tree();
  const auto is_for_the_map = [&](const CriteriaSet& set) {
    return std::any_of(tree.units.begin(), tree.units.begin() + static_cast<std::ptrdiff_t>(tree.map_count),
                       [&](const criteria::Unit& unit) { return criteria::has_type(unit, set.applies_to); });
  };
  std::vector<SetOption> out;
  for (const std::string& id : assessment.rules().catalogue.in_order()) {
    const CriteriaSet& set = assessment.result(id).set();
    if (!is_for_the_map(set)) continue;
    out.push_back({id, set.name});
    for (int year = set.first_year; goes_by_year(set) && year <= set.last_year; ++year) {
      if (year == assessment.input().period.year) continue;
      out.push_back({id + "@" + std::to_string(year) + "-12-31",
                     text("{}, ngưỡng năm {}", "{}, thresholds of {}", {set.name, std::to_string(year)})});
    }
  }
  return out;
}

SetComparison compare_project_sets(ProjectData& data, const SetComparisonChoice& choice,
                                   const base::Job& job) {
  SetComparison out;
  out.assessment = assessment_to_evaluate(data, choice.period, job.part(0, 0.5));
  out.before = compared_set(*out.assessment, choice.before);
  out.after = compared_set(*out.assessment, choice.after);
  SetJudge(out, job.part(0.5, 1)).run();
  return out;
}

std::vector<Text> comparison_text(const SetComparison& comparison) {
  std::vector<Text> out;
  out.push_back(text("Từ: {}", "From: {}", {set_on_day(comparison.before)}));
  out.push_back(text("Sang: {}", "To: {}", {set_on_day(comparison.after)}));
  if (comparison.regions.empty())
    out.push_back(text("Không chỉ tiêu, ngưỡng nào khác nhau.", "No indicator and no threshold differs."));
  for (const RegionChanges& region : comparison.regions) {
    out.push_back(region.region.empty()
                      ? text("Thay đổi với cả {} đơn vị:", "Changes for all {} units:", {region.units})
                      : text("Thay đổi riêng với {} đơn vị ({}):", "Changes for {} units only ({}):",
                             {region.units, region.region}));
    for (const SetChange& change : region.changes)
      out.push_back(text("  {}: {}", "  {}: {}", {codes_of(change.old_code, change.new_code), change.what}));
  }
  out.push_back(text("Kết quả thay đổi, theo số liệu {}:", "Verdicts that change, by the figures of {}:",
                     {comparison.assessment->period().title}));
  if (comparison.indicators.empty() && comparison.whole.flips.empty())
    out.push_back(text("  không có", "  none"));
  for (const ItemFlips& item : comparison.indicators) {
    Text heading = codes_of(item.old_code, item.new_code);
    if (item.borrowed)
      heading = text("{} (số liệu của chỉ tiêu {})", "{} (by the figure of {})", {heading, item.old_code});
    add_flips(out, comparison, item, heading);
  }
  add_flips(out, comparison, comparison.whole, text("cả bộ tiêu chí", "the whole set"));
  return out;
}

}  // namespace ntmap::app
