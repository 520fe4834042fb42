#include "criteria/compare_sets.hpp"

#include <algorithm>
#include <functional>

#include "criteria/evidence.hpp"
#include "criteria/plan.hpp"
#include "criteria/value_range.hpp"

namespace ntmap::criteria {
namespace {

using base::text;

struct Side {
  const SetView* view;
  std::vector<IndicatorPlan> plans;
  std::size_t key;
};

bool same_figures(const Indicator& a, const Indicator& b) {
  const auto same_id = [](const IndicatorPart& x, const IndicatorPart& y) { return x.id == y.id; };
  return !a.parts.empty() &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same_id);
}

/// The text of a part's threshold: "≥ 80 %", "Đạt", "not known".
base::Text limit_text(const Indicator& indicator, const IndicatorPart& part,
                      const PickedThreshold& threshold) {
  if (threshold.row == nullptr) return {"chưa biết", "not known"};
  const bool in_words = range_of_threshold(indicator, part.id).in_words;
  if (in_words || indicator.kind == IndicatorKind::all_criteria) return {"Đạt", "pass"};
  return base::join({std::string(sign(indicator.op)), threshold.value.localised(), unit_text(indicator.unit)},
                    " ");
}

base::Text limits_of(const Side& side, const IndicatorPlan& plan) {
  base::Text out;
  for (const PartPlan& part : plan.parts) {
    const base::Text limit = limit_text(*plan.indicator, *part.part, part.by_key[side.key]);
    out = base::join({out, base::join({part.part->name, limit}, " ")}, "; ");
  }
  return out;
}

class SetComparer {
 public:
  SetComparer(Side before, Side after)
      : m_before(std::move(before)), m_after(std::move(after)), m_match(m_before.plans.size(), k_none) {
    match();
  }

  std::vector<IndicatorPair> pairs() const {
    std::vector<IndicatorPair> out;
    for (std::size_t i = 0; i < m_match.size(); ++i) {
      out.push_back({m_before.plans[i].indicator,
                     m_match[i] == k_none ? nullptr : m_after.plans[m_match[i]].indicator});
    }
    for (std::size_t j = 0; j < m_after.plans.size(); ++j) {
      if (!taken(j)) out.push_back({nullptr, m_after.plans[j].indicator});
    }
    return out;
  }

  std::vector<SetChange> changes() {
    for (std::size_t i = 0; i < m_match.size(); ++i) {
      const Indicator& was = *m_before.plans[i].indicator;
      if (m_match[i] == k_none) {
        m_out.push_back({ChangeKind::removed, was.code, "", text("bỏ: {}", "removed: {}", {was.name})});
      } else {
        compare(m_before.plans[i], m_after.plans[m_match[i]]);
      }
    }
    for (std::size_t j = 0; j < m_after.plans.size(); ++j) {
      if (taken(j)) continue;
      const IndicatorPlan& plan = m_after.plans[j];
      m_out.push_back(
          {ChangeKind::added, "", plan.indicator->code,
           text("thêm: {} ({})", "added: {} ({})", {plan.indicator->name, limits_of(m_after, plan)})});
    }
    return std::move(m_out);
  }

 private:
  static constexpr std::size_t k_none = static_cast<std::size_t>(-1);
  using Same = std::function<bool(const Indicator&, const Indicator&)>;

  bool taken(std::size_t after) const {
    return std::find(m_match.begin(), m_match.end(), after) != m_match.end();
  }

  /// The surest likeness first, so that a weaker one never takes its partner.
  void match() {
    const bool same_prefix = m_before.view->set->prefix == m_after.view->set->prefix;
    const std::vector<Same> likenesses = {
        same_figures,
        [](const Indicator& a, const Indicator& b) { return a.name.vi == b.name.vi; },
        [same_prefix](const Indicator& a, const Indicator& b) { return same_prefix && a.code == b.code; },
    };
    for (const Same& same : likenesses) {
      for (std::size_t i = 0; i < m_match.size(); ++i) {
        for (std::size_t j = 0; j < m_after.plans.size() && m_match[i] == k_none; ++j) {
          if (!taken(j) && same(*m_before.plans[i].indicator, *m_after.plans[j].indicator)) m_match[i] = j;
        }
      }
    }
  }

  void add(ChangeKind kind, const Indicator& was, const Indicator& is, base::Text what) {
    m_out.push_back({kind, was.code, is.code, std::move(what)});
  }

  void compare(const IndicatorPlan& before, const IndicatorPlan& after) {
    const Indicator& was = *before.indicator;
    const Indicator& is = *after.indicator;
    const base::Text old_limit = limits_of(m_before, before);
    const base::Text new_limit = limits_of(m_after, after);
    if (was.kind != is.kind || was.unit != is.unit) {
      add(ChangeKind::kind, was, is,
          text("cách đánh giá: {} thành {}", "how it is judged: {} becomes {}",
               {base::join({unit_text(was.unit), old_limit}, " "),
                base::join({unit_text(is.unit), new_limit}, " ")}));
    } else if (!(old_limit == new_limit)) {
      add(ChangeKind::threshold, was, is,
          text("ngưỡng: {} thành {}", "threshold: {} becomes {}", {old_limit, new_limit}));
    }
    if (was.name.vi != is.name.vi) {
      add(ChangeKind::wording, was, is,
          text("nội dung: {} thành {}", "wording: {} becomes {}", {was.name, is.name}));
    }
  }

  Side m_before;
  Side m_after;
  std::vector<std::size_t> m_match;
  std::vector<SetChange> m_out;
};

Side side_of(const Catalogue& catalogue, const SetView& view, const ValueTable& no_values) {
  EvaluationInput input;
  input.catalogue = &catalogue;
  input.values = &no_values;
  input.period = view.period;
  return {&view, plan_of(*view.set, input), key_of(view.unit, view.set->key)};
}

}  // namespace

std::vector<SetChange> compare_sets(const Catalogue& catalogue, const SetView& before, const SetView& after) {
  const ValueTable no_values(0, 0);
  return SetComparer(side_of(catalogue, before, no_values), side_of(catalogue, after, no_values)).changes();
}

std::vector<IndicatorPair> match_sets(const Catalogue& catalogue, const SetView& before,
                                      const SetView& after) {
  const ValueTable no_values(0, 0);
  return SetComparer(side_of(catalogue, before, no_values), side_of(catalogue, after, no_values)).pairs();
}

}  // namespace ntmap::criteria
