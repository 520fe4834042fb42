#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "criteria/decimal.hpp"
#include "criteria/units.hpp"

namespace ntmap::criteria {

/// True, false, or not known because a figure is missing.
enum class Truth : std::uint8_t { no, yes, unknown };

/// What a rule is evaluated on.
struct RuleContext {
  /// One for each of Rule::names(), in that order; nothing where the figure is missing.
  std::span<const std::optional<Decimal>> values;
  Region region = Region::none;
  int group = 0;
};

/// An indicator's rule over figures, in three-valued logic and exact arithmetic:
///
///     region in {dbsh, dnb} ? a >= 100 : b >= 100 and a >= (n > 3 ? 70 : 50)
///
/// From weakest to strongest: `c ? x : y`, `or`, `and`, `not`, one comparison (`>= <= > < = !=`, or
/// `region in {...}`, `group in {...}`), `+ -`, `*`, unary `-`, numbers, names, parentheses. Names are ids
/// of figures (letters, digits, `_`, `.`); where a truth is due a name means "is 1".
/// A missing figure makes unknown only what depends on it: `no and unknown` is no, `yes or unknown` is
/// yes, and a choice whose condition is unknown is known when both branches agree.
class Rule {
 public:
  /// Throws base::Error{data} that says what was expected at which character.
  static Rule parse(std::string_view text);

  const std::vector<std::string>& names() const { return m_names; }
  Truth evaluate(const RuleContext& context) const;

 private:
  friend class RuleParser;
  friend class RuleWords;
  enum class Code : std::uint8_t {
    number,
    name,
    truth_of,
    region_in,
    group_in,
    choose,
    either,
    both,
    negation,
    ge,
    le,
    gt,
    lt,
    eq,
    ne,
    plus,
    minus,
    times,
    negative,
  };
  struct Node {
    Code code = Code::number;
    std::uint16_t a = 0;  ///< node; for `name` the index of the name; for `in` the set as bits
    std::uint16_t b = 0;
    std::uint16_t c = 0;
    Decimal number;
  };

  Truth truth(std::uint16_t node, const RuleContext& context) const;
  std::optional<Decimal> number(std::uint16_t node, const RuleContext& context) const;
  Truth compared(const Node& node, const RuleContext& context) const;

  std::vector<Node> m_nodes;
  std::vector<std::string> m_names;
  std::uint16_t m_root = 0;
};

}  // namespace ntmap::criteria
