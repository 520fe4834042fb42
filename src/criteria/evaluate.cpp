#include "criteria/evaluate.hpp"

#include <algorithm>
#include <cmath>

#include "base/parallel.hpp"
#include "criteria/plan.hpp"
#include "criteria/word_list.hpp"

namespace ntmap::criteria {
namespace {

constexpr std::size_t k_grain = 4096;

/// One figure against its threshold.
Mark judged(const Indicator& indicator, const PartPlan& part, std::size_t unit, std::size_t key) {
  const PickedThreshold& threshold = part.by_key[key];
  const std::uint8_t flags = part.column == nullptr ? std::uint8_t{0} : part.column->flags[unit];
  if ((flags & k_cell_not_applicable) != 0) {
    return indicator.if_any ? Mark(Verdict::not_applicable) : Mark(Verdict::unknown, Why::not_optional);
  }
  if ((flags & k_cell_conflict) != 0) return {Verdict::unknown, Why::conflict};
  const double value = part.column == nullptr ? std::nan("") : part.column->value[unit];
  if (std::isnan(value)) return {Verdict::unknown, Why::no_value};
  if (threshold.row == nullptr) {
    const bool known_elsewhere = std::any_of(part.by_key.begin(), part.by_key.end(),
                                             [](const PickedThreshold& t) { return t.row != nullptr; });
    return {Verdict::unknown, key == k_region_count && known_elsewhere ? Why::no_region : Why::no_threshold};
  }
  const Mark said = Mark(holds(value, indicator.op, threshold.as_double) ? Verdict::met : Verdict::not_met)
                        .with_illustrative(threshold.row->illustrative);
  if (said.verdict() != Verdict::met) return said;
  const bool rising = indicator.op == Op::ge || indicator.op == Op::gt;
  const PickedThreshold& next = part.next_year[key];
  return said.with_just_met(rising ? value <= threshold.just_met : value >= threshold.just_met)
      .with_fails_next_year(next.row != nullptr && !holds(value, indicator.op, next.as_double));
}

/// A rule over figures. It does not apply when all of them are marked so.
class RuleJudge {
 public:
  explicit RuleJudge(const IndicatorPlan& plan) : m_plan(plan), m_values(plan.parts.size()) {}

  Mark mark(const Unit& unit, std::size_t index) {
    bool all_not_applicable = !m_plan.parts.empty();
    bool conflict = false;
    for (std::size_t i = 0; i < m_values.size(); ++i) {
      const ValueColumn* column = m_plan.parts[i].column;
      const std::uint8_t flags = column == nullptr ? std::uint8_t{0} : column->flags[index];
      all_not_applicable &= (flags & k_cell_not_applicable) != 0;
      conflict |= (flags & k_cell_conflict) != 0;
      m_values[i] = figure(column, flags, index);
    }
    if (all_not_applicable && m_plan.indicator->if_any) return {Verdict::not_applicable};
    const Truth truth = m_plan.indicator->rule->evaluate({m_values, unit.region, unit.group});
    if (truth == Truth::unknown) {
      return {Verdict::unknown,
              all_not_applicable ? Why::not_optional : (conflict ? Why::conflict : Why::no_value)};
    }
    return {truth == Truth::yes ? Verdict::met : Verdict::not_met};
  }

 private:
  static std::optional<Decimal> figure(const ValueColumn* column, std::uint8_t flags, std::size_t index) {
    const bool readable = column != nullptr && (flags & (k_cell_not_applicable | k_cell_conflict)) == 0;
    return readable ? Decimal::from_double(column->value[index]) : std::nullopt;
  }

  const IndicatorPlan& m_plan;
  std::vector<std::optional<Decimal>> m_values;
};

/// A share of child units, in whole numbers; unknown while the unknown ones could decide it.
Mark judged_share(const PickedThreshold& threshold, const ChildCount& count) {
  // No child unit left: the share of an empty set does not apply (rule D08). Of a level that has ended
  // nothing can be said, and what cannot be said is not passed (rules M03, P01, P02).
  if (count.level_ended) return {Verdict::unknown, Why::no_value};
  if (count.all == 0) return {Verdict::not_applicable};
  if (threshold.row == nullptr) return {Verdict::unknown, Why::no_threshold};
  const bool surely = reaches_percent(count.met, count.all, threshold.value);
  const bool possibly = reaches_percent(count.met + count.unknown, count.all, threshold.value);
  if (surely != possibly) return {Verdict::unknown, Why::other_indicator};
  return Mark(surely ? Verdict::met : Verdict::not_met).with_illustrative(threshold.row->illustrative);
}

}  // namespace

/// Evaluates one set; earlier results serve its prerequisites.
class Evaluator {
 public:
  Evaluator(const EvaluationInput& input, const Evaluation& earlier) : m_input(input), m_earlier(earlier) {}

  SetResult evaluated(const CriteriaSet& set) {
    const Units& units = *m_input.units;
    m_out.m_set = &set;
    m_out.m_period = m_input.period;
    m_out.m_indicators = plan_of(set, m_input);
    m_out.m_applies.resize(units.size());
    m_judged.resize(units.size());
    for (std::size_t u = 0; u < units.size(); ++u) {
      m_out.m_applies[u] = has_type(units[u], set.applies_to) ? 1 : 0;
      m_judged[u] = m_out.m_applies[u] != 0 && !is_excluded(u) ? 1 : 0;
    }
    m_out.m_indicator_marks.assign(m_out.m_indicators.size(),
                                   std::vector<Mark>(units.size(), Mark(Verdict::not_applicable)));
    m_out.m_criterion_marks.assign(set.criteria.size(),
                                   std::vector<Mark>(units.size(), Mark(Verdict::not_applicable)));
    m_out.m_children.resize(m_out.m_indicators.size());
    m_out.m_prerequisites_met.assign(units.size(), 1);
    m_out.m_overall.assign(units.size(), Mark(Verdict::not_applicable));
    count_children();
    base::parallel_for(units.size(), k_grain, [&](std::size_t begin, std::size_t end) { judge(begin, end); });
    return std::move(m_out);
  }

 private:
  /// A unit that does not implement the programme is not judged: nothing applies to it.
  bool is_excluded(std::size_t unit) const {
    return !m_input.excluded.empty() && m_input.excluded[unit] != 0;
  }

  void judge(std::size_t begin, std::size_t end) {
    for (std::size_t i = 0; i < m_out.m_indicators.size(); ++i) {
      if (m_out.m_indicators[i].indicator->kind != IndicatorKind::all_criteria)
        judge_indicator(i, begin, end);
    }
    judge_criteria(begin, end, false);
    judge_all_criteria(begin, end);
    judge_criteria(begin, end, true);
    judge_overall(begin, end);
  }

  void judge_indicator(std::size_t index, std::size_t begin, std::size_t end) {
    const IndicatorPlan& plan = m_out.m_indicators[index];
    const Indicator& indicator = *plan.indicator;
    std::vector<Mark>& marks = m_out.m_indicator_marks[index];
    RuleJudge rule(plan);
    for (std::size_t u = begin; u < end; ++u) {
      if (m_judged[u] == 0) continue;
      const Unit& unit = (*m_input.units)[u];
      const std::size_t key = key_of(unit, m_out.m_set->key);
      if (indicator.kind == IndicatorKind::rule) {
        marks[u] = rule.mark(unit, u);
      } else if (indicator.kind == IndicatorKind::prerequisite) {
        marks[u] = other_set(indicator.other_set, u);
      } else if (indicator.kind == IndicatorKind::share) {
        marks[u] = judged_share(plan.parts.front().by_key[key], m_out.m_children[index][u]);
      } else if (plan.parts.size() == 1) {
        marks[u] = judged(indicator, plan.parts.front(), u, key);
      } else {
        Conjunction all;
        for (const PartPlan& part : plan.parts) all.add(judged(indicator, part, u, key));
        marks[u] = all.mark();
      }
    }
  }

  /// This unit's verdict in a set evaluated before.
  Mark other_set(const std::string& id, std::size_t unit) const {
    const SetResult* other = m_earlier.find(id);
    if (other == nullptr || other->indicators().empty()) return {Verdict::unknown, Why::other_indicator};
    const Mark mark = other->overall(unit);
    return mark.verdict() == Verdict::unknown
               ? Mark(Verdict::unknown, Why::other_indicator).with_illustrative(mark.illustrative())
               : mark.with_just_met(false).with_fails_next_year(false);
  }

  void judge_criteria(std::size_t begin, std::size_t end, bool gates) {
    for (std::size_t u = begin; u < end; ++u) {
      if (m_judged[u] == 0) continue;
      std::size_t at = 0;
      for (std::size_t c = 0; c < m_out.m_set->criteria.size(); ++c) {
        Conjunction all;
        for (; at < m_out.m_indicators.size() && m_out.m_indicators[at].criterion == c; ++at) {
          all.add(m_out.m_indicator_marks[at][u]);
        }
        if (m_out.m_set->criteria[c].gate == gates) m_out.m_criterion_marks[c][u] = all.mark();
      }
    }
  }

  void judge_all_criteria(std::size_t begin, std::size_t end) {
    for (std::size_t i = 0; i < m_out.m_indicators.size(); ++i) {
      if (m_out.m_indicators[i].indicator->kind != IndicatorKind::all_criteria) continue;
      for (std::size_t u = begin; u < end; ++u) {
        if (m_judged[u] == 0) continue;
        Conjunction all;
        for (std::size_t c = 0; c < m_out.m_set->criteria.size(); ++c) {
          if (!m_out.m_set->criteria[c].gate) all.add(m_out.m_criterion_marks[c][u]);
        }
        m_out.m_indicator_marks[i][u] = all.mark();
      }
    }
  }

  void judge_overall(std::size_t begin, std::size_t end) {
    for (std::size_t u = begin; u < end; ++u) {
      if (m_judged[u] == 0) continue;
      if (m_out.m_indicators.empty()) {
        m_out.m_overall[u] = Mark(Verdict::unknown, Why::not_in_force);
        continue;
      }
      Conjunction all;
      for (const std::string& id : m_out.m_set->requires_sets) {
        const Mark other = other_set(id, u);
        all.add(other);
        if (other.verdict() != Verdict::met) m_out.m_prerequisites_met[u] = 0;
      }
      for (const std::vector<Mark>& marks : m_out.m_criterion_marks) all.add(marks[u]);
      m_out.m_overall[u] = all.mark();
    }
  }

  /// For each share, what each unit's descendants of the counted types hold.
  void count_children() {
    for (std::size_t i = 0; i < m_out.m_indicators.size(); ++i) {
      const Indicator& indicator = *m_out.m_indicators[i].indicator;
      if (indicator.kind != IndicatorKind::share) continue;
      m_out.m_children[i].assign(m_input.units->size(), {.level_ended = has_ended(indicator.children)});
      for (std::size_t u = 0; u < m_input.units->size(); ++u) {
        if (has_type((*m_input.units)[u], indicator.children))
          count_child(i, u, held(indicator.other_set, u), indicator.of_all);
      }
    }
  }

  /// Whether units of a district's types are asked for and the whole list has none (rule M03).
  bool has_ended(const std::vector<std::string>& types) const {
    static const std::vector<std::string> k_districts{"huyện", "thị xã", "thành phố"};
    const bool of_districts = std::all_of(types.begin(), types.end(),
                                          [](const std::string& one) { return is_one_of(one, k_districts); });
    return of_districts && std::none_of(m_input.units->begin(), m_input.units->end(),
                                        [](const Unit& one) { return has_type(one, k_districts); });
  }

  /// What a child unit counts as, and whether its title was of an older set, so that its figures were asked.
  struct Held {
    Verdict verdict;
    bool of_older_set;
  };

  Held held(const std::string& set, std::size_t unit) const {
    for (const Titles& titles : m_input.titles) {
      if (titles.set != set) continue;
      const bool older = !titles.of_older_set.empty() && titles.of_older_set[unit] != 0;
      return {older ? other_set(set, unit).verdict() : titles.by_unit[unit], older};
    }
    return {other_set(set, unit).verdict(), false};
  }

  void count_child(std::size_t indicator, std::size_t unit, Held held, bool of_all) {
    const Units& units = *m_input.units;
    std::uint32_t above = units[unit].parent;
    for (std::size_t steps = 0; steps < units.size() && above < units.size(); ++steps) {
      ChildCount& count = m_out.m_children[indicator][above];
      if (is_excluded(unit) && !of_all) {
        ++count.excluded;
      } else if (held.verdict != Verdict::not_applicable || is_excluded(unit)) {
        ++count.all;
        count.met += held.verdict == Verdict::met ? 1 : 0;
        count.unknown += held.verdict == Verdict::unknown ? 1 : 0;
        count.of_older_set += held.of_older_set ? 1 : 0;
      }
      above = units[above].parent;
    }
  }

  const EvaluationInput& m_input;
  const Evaluation& m_earlier;
  std::vector<std::uint8_t> m_judged;  ///< 1 a unit
  SetResult m_out;
};

CriteriaCount SetResult::count(std::size_t unit) const {
  CriteriaCount out;
  for (std::size_t c = 0; c < m_set->criteria.size(); ++c) {
    if (m_set->criteria[c].gate) continue;
    ++out.total;
    const Verdict verdict = m_indicators.empty() ? Verdict::unknown : m_criterion_marks[c][unit].verdict();
    out.met = static_cast<std::uint16_t>(out.met + (verdict == Verdict::met ? 1 : 0));
    out.not_met = static_cast<std::uint16_t>(out.not_met + (verdict == Verdict::not_met ? 1 : 0));
    out.unknown = static_cast<std::uint16_t>(out.unknown + (verdict == Verdict::unknown ? 1 : 0));
    out.not_applicable =
        static_cast<std::uint16_t>(out.not_applicable + (verdict == Verdict::not_applicable ? 1 : 0));
  }
  out.credited = m_overall[unit].verdict() == Verdict::met ? out.total : out.met;
  return out;
}

ChildCount SetResult::children(std::size_t index, std::size_t unit) const {
  return m_children[index].empty() ? ChildCount{} : m_children[index][unit];
}

std::optional<std::size_t> SetResult::find(std::string_view code) const {
  for (std::size_t i = 0; i < m_indicators.size(); ++i) {
    if (m_indicators[i].indicator->code == code) return i;
  }
  return std::nullopt;
}

const SetResult* Evaluation::find(std::string_view set_id) const {
  for (const SetResult& result : m_sets) {
    if (result.set().id == set_id) return &result;
  }
  return nullptr;
}

Evaluation evaluate(const EvaluationInput& input) {
  Evaluation out;
  for (const std::string& id : input.catalogue->in_order()) {
    Evaluator evaluator(input, out);
    out.m_sets.push_back(evaluator.evaluated(*input.catalogue->find(id)));
  }
  return out;
}

}  // namespace ntmap::criteria
