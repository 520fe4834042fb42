#include "criteria/rule.hpp"

namespace ntmap::criteria {
namespace {

Truth from_bool(bool value) {
  return value ? Truth::yes : Truth::no;
}

Truth in_set(std::uint16_t set, bool known, int member) {
  return known ? from_bool((set >> static_cast<unsigned>(member) & 1U) != 0) : Truth::unknown;
}

Truth both(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}

Truth opposite(Truth a) {
  return a == Truth::unknown ? a : from_bool(a == Truth::no);
}

}  // namespace

Truth Rule::evaluate(const RuleContext& context) const {
  return truth(m_root, context);
}

Truth Rule::compared(const Node& node, const RuleContext& context) const {
  const auto a = number(node.a, context);
  const auto b = number(node.b, context);
  if (!a || !b) return Truth::unknown;
  switch (node.code) {
    case Code::ge:
      return from_bool(*a >= *b);
    case Code::le:
      return from_bool(*a <= *b);
    case Code::gt:
      return from_bool(*a > *b);
    case Code::lt:
      return from_bool(*a < *b);
    case Code::eq:
      return from_bool(*a == *b);
    default:
      return from_bool(*a != *b);
  }
}

Truth Rule::truth(std::uint16_t at, const RuleContext& context) const {
  const Node& node = m_nodes[at];
  switch (node.code) {
    case Code::truth_of: {
      const auto value = number(node.a, context);
      return value ? from_bool(*value == Decimal(1)) : Truth::unknown;
    }
    case Code::region_in:
      return in_set(node.a, context.region != Region::none, static_cast<int>(context.region));
    case Code::group_in:
      return in_set(node.a, context.group > 0, context.group);
    case Code::choose: {
      const Truth condition = truth(node.a, context);
      if (condition != Truth::unknown) return truth(condition == Truth::yes ? node.b : node.c, context);
      const Truth yes = truth(node.b, context);
      return yes == truth(node.c, context) ? yes : Truth::unknown;
    }
    case Code::either:
      return opposite(both(opposite(truth(node.a, context)), opposite(truth(node.b, context))));
    case Code::both:
      return both(truth(node.a, context), truth(node.b, context));
    case Code::negation:
      return opposite(truth(node.a, context));
    default:
      return compared(node, context);
  }
}

std::optional<Decimal> Rule::number(std::uint16_t at, const RuleContext& context) const {
  const Node& node = m_nodes[at];
  if (node.code == Code::number) return node.number;
  if (node.code == Code::name) return context.values[node.a];
  if (node.code == Code::choose) {
    const Truth condition = truth(node.a, context);
    if (condition != Truth::unknown) return number(condition == Truth::yes ? node.b : node.c, context);
    const auto yes = number(node.b, context);
    return yes == number(node.c, context) ? yes : std::nullopt;
  }
  const auto a = number(node.a, context);
  if (!a) return std::nullopt;
  if (node.code == Code::negative) return -*a;
  const auto b = number(node.b, context);
  if (!b) return std::nullopt;
  if (node.code == Code::plus) return *a + *b;
  return node.code == Code::minus ? *a - *b : *a * *b;
}

}  // namespace ntmap::criteria
