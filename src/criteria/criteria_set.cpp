#include "criteria/criteria_set.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace ntmap::criteria {
namespace {

struct OpWords {
  Op op;
  std::string_view word;
  std::string_view sign;
  std::string_view opposite;
};

constexpr std::array<OpWords, 5> k_ops = {{
    {Op::ge, ">=", "≥", "<"},
    {Op::le, "<=", "≤", ">"},
    {Op::gt, ">", ">", "≤"},
    {Op::lt, "<", "<", "≥"},
    {Op::eq, "=", "=", "≠"},
}};

template <typename Number>
bool compared(Number value, Op op, Number limit) {
  switch (op) {
    case Op::ge:
      return value >= limit;
    case Op::le:
      return value <= limit;
    case Op::gt:
      return value > limit;
    case Op::lt:
      return value < limit;
    case Op::eq:
      return value == limit;
  }
  return false;
}

}  // namespace

std::optional<Op> op_from(std::string_view word) {
  for (const OpWords& op : k_ops) {
    if (op.word == word) return op.op;
  }
  return std::nullopt;
}

std::string_view sign(Op op) {
  return k_ops[static_cast<std::size_t>(op)].sign;
}

std::string_view opposite_sign(Op op) {
  return k_ops[static_cast<std::size_t>(op)].opposite;
}

bool holds(Decimal value, Op op, Decimal limit) {
  return compared(value, op, limit);
}

bool holds(double value, Op op, double limit) {
  return compared(value, op, limit);
}

const Indicator* CriteriaSet::find(std::string_view code, Date date) const {
  for (const Criterion& criterion : criteria) {
    for (const Indicator& indicator : criterion.indicators) {
      if (indicator.code == code && in_force(date, indicator.from, indicator.to)) return &indicator;
    }
  }
  return nullptr;
}

std::size_t CriteriaSet::counted() const {
  return static_cast<std::size_t>(
      std::count_if(criteria.begin(), criteria.end(), [](const Criterion& c) { return !c.gate; }));
}

std::optional<Date> CriteriaSet::wording_day(int year, Date date) const {
  if (year < first_year || year > last_year) return std::nullopt;
  Date day = std::max(date, from);
  if (!to.empty()) day = std::min(day, to);
  return day;
}

const CriteriaSet* Catalogue::find(std::string_view id) const {
  const auto found =
      std::find_if(m_sets.begin(), m_sets.end(), [&](const auto& set) { return set.id == id; });
  return found == m_sets.end() ? nullptr : &*found;
}

CriteriaSet* Catalogue::find(std::string_view id) {
  return const_cast<CriteriaSet*>(std::as_const(*this).find(id));
}

const CriteriaSet* Catalogue::of_rank(std::string_view rank, Date day) const {
  const CriteriaSet* any = nullptr;
  for (const CriteriaSet& set : m_sets) {
    if (set.rank != rank) continue;
    if (in_force(day, set.from, set.to)) return &set;
    if (any == nullptr) any = &set;
  }
  return any;
}

void Catalogue::add(CriteriaSet set) {
  if (const CriteriaSet* other = find(set.id)) {
    throw base::Error(base::ErrorKind::data,
                      base::text("{}: bộ tiêu chí \"{}\" đã có trong {}",
                                 "{}: the set \"{}\" is already in {}", {set.file, set.id, other->file}),
                      {"đổi id của một trong hai bộ", "change the id of one of the two"});
  }
  m_sets.push_back(std::move(set));
}

std::vector<std::string> Catalogue::in_order() const {
  std::vector<std::string> out;
  // Each round takes the sets whose needs are met; a checked catalogue has no circle, so rounds end.
  for (std::size_t round = 0; round < m_sets.size() && out.size() < m_sets.size(); ++round) {
    for (const CriteriaSet& set : m_sets) {
      const auto taken = [&](const std::string& id) {
        return find(id) == nullptr || std::find(out.begin(), out.end(), id) != out.end();
      };
      const auto needs = rests_on(set);
      if (!taken(set.id) && std::all_of(needs.begin(), needs.end(), taken)) out.push_back(set.id);
    }
  }
  return out;
}

std::vector<std::string> rests_on(const CriteriaSet& set) {
  std::vector<std::string> out = set.requires_sets;
  for (const Criterion& criterion : set.criteria) {
    for (const Indicator& indicator : criterion.indicators) {
      if (!indicator.other_set.empty()) out.push_back(indicator.other_set);
      for (const ThresholdRow& row : indicator.thresholds) {
        if (!row.of_set.empty()) out.push_back(row.of_set);
      }
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace ntmap::criteria
