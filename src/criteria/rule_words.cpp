#include "criteria/rule_words.hpp"

#include <optional>
#include <string>
#include <vector>

#include "criteria/value_range.hpp"

namespace ntmap::criteria {
namespace {

using base::join;
using base::Text;
using base::text;

/// A name within a sentence: "tỷ lệ trường học"; what starts with two capitals ("HTX") stays.
std::string within_sentence(std::string name) {
  const auto small = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(at < name.size() ? name[at] : ' ');
    return c < 'A' || c > 'Z';
  };
  if (name.starts_with("Đ") && small(2)) return "đ" + name.substr(2);
  if (!name.empty() && !small(0) && small(1)) name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

/// "66,7 %", "mức 2", "Đạt".
Text amount(Decimal value, const std::string& unit) {
  if (range_of_unit(unit).in_words)
    return value == Decimal(1) ? Text("Đạt", "pass") : Text("Không đạt", "fail");
  if (is_level_unit(unit)) return text("mức {}", "level {}", {value.localised()});
  return join({value.localised(), unit_text(unit)}, " ");
}

Text joined_by(const std::vector<Text>& items, const Text& between) {
  Text out;
  for (const Text& item : items) out = out.empty() ? item : text("{}{}{}", "{}{}{}", {out, between, item});
  return out;
}

}  // namespace

class RuleWords {
 public:
  RuleWords(const Rule& rule, std::span<const FigureEvidence> figures, const Unit& unit)
      : m_rule(rule), m_figures(figures), m_unit(unit) {
    for (const FigureEvidence& figure : figures) m_values.push_back(figure.value);
  }

  Text all() const { return said(m_rule.m_root); }

 private:
  using Code = Rule::Code;
  using Node = Rule::Node;

  RuleContext context() const { return {m_values, m_unit.region, m_unit.group}; }
  const Node& at(std::uint16_t node) const { return m_rule.m_nodes[node]; }
  Truth truth(std::uint16_t node) const { return m_rule.truth(node, context()); }

  Text said(std::uint16_t index) const {
    const Node& node = at(index);
    switch (node.code) {
      case Code::truth_of:
        return node_is_name(node.a) ? judged(m_figures[at(node.a).a]) : label(node.a);
      case Code::region_in:
        return m_unit.region == Region::none ? name_of(m_unit.region)
                                             : text("vùng {}", "region {}", {name_of(m_unit.region)});
      case Code::group_in:
        return m_unit.group == 0 ? Text("chưa rõ nhóm xã", "commune group not known")
                                 : text("xã nhóm {}", "commune group {}", {m_unit.group});
      case Code::choose:
        return chosen(node);
      case Code::either:
        return alternatives(index);
      case Code::both:
        return joined_by(parts(index, Code::both), Text("; "));
      case Code::negation:
        return text("phải không có: {}", "must not be: {}", {said(node.a)});
      default:
        return compared(index);
    }
  }

  bool node_is_name(std::uint16_t node) const { return at(node).code == Code::name; }

  /// The parts of "a and b and c", or of "a or b or c"; those of the other kind in brackets.
  std::vector<Text> parts(std::uint16_t index, Code code) const {
    const Node& node = at(index);
    if (node.code == code) {
      std::vector<Text> out = parts(node.a, code);
      for (Text& one : parts(node.b, code)) out.push_back(std::move(one));
      return out;
    }
    const bool nested = node.code == Code::both || node.code == Code::either;
    return {nested ? text("({})", "({})", {said(index)}) : said(index)};
  }

  /// One alternative that holds says it all.
  Text alternatives(std::uint16_t index) const {
    const Node& node = at(index);
    for (const std::uint16_t side : {node.a, node.b}) {
      if (truth(side) == Truth::yes) return said(side);
    }
    return text("cần một trong: {}", "one of these is due: {}",
                {joined_by(parts(index, Code::either), Text("; hoặc ", "; or "))});
  }

  Text chosen(const Node& node) const {
    const Truth condition = truth(node.a);
    if (condition == Truth::unknown) {
      return text("{}; nếu thuộc trường hợp này thì {}, nếu không thì {}",
                  "{}; if that is the case {}, if not {}", {said(node.a), said(node.b), said(node.c)});
    }
    const Text branch = said(condition == Truth::yes ? node.b : node.c);
    const Code code = at(node.a).code;
    return code == Code::region_in || code == Code::group_in
               ? text("{}: {}", "{}: {}", {said(node.a), branch})
               : text("{}{}", "{}{}", {branch, reason(node.a)});
  }

  /// " (vì số trường học: 4 > 3)".
  Text reason(std::uint16_t condition) const {
    const Node& node = at(condition);
    const Truth outcome = truth(condition);
    Text why = said(condition);
    if (node.code == Code::truth_of && node_is_name(node.a) && outcome != Truth::unknown) {
      why = label(node.a);
      if (outcome == Truth::no) why = text("không phải {}", "not {}", {why});
    }
    return text(" (vì {})", " (because {})", {why});
  }

  /// Why a number is what it is, where a choice stands in it.
  Text reasons(std::uint16_t index) const {
    const Node& node = at(index);
    if (node.code == Code::choose) return reason(node.a);
    if (node.code == Code::negative) return reasons(node.a);
    if (node.code == Code::plus || node.code == Code::minus || node.code == Code::times)
      return join({reasons(node.a), reasons(node.b)}, "");
    return {};
  }

  Text judged(const FigureEvidence& figure) const {
    return text("{}: {}", "{}: {}",
                {name(figure), figure.value ? amount(*figure.value, "0/1") : no_figure(figure)});
  }

  Text compared(std::uint16_t index) const {
    const Node& node = at(index);
    const auto left = m_rule.number(node.a, context());
    const auto right = m_rule.number(node.b, context());
    const std::string unit = unit_in(node.a).empty() ? unit_in(node.b) : unit_in(node.a);
    const Text limit = right ? amount(*right, unit) : label(node.b);
    const Text what = join({label(node.a), reasons(node.a)}, "");
    const Text why = reasons(node.b);
    if (!left || !right) {
      return text("{}: {}, cần {} {}{}", "{}: {}, {} {} is due{}",
                  {what, left ? amount(*left, unit) : missing(node.a), sign_of(node.code), limit, why});
    }
    const bool holds = truth(index) == Truth::yes;
    const std::string shown = *left == *right ? "=" : (holds ? sign_of(node.code) : opposite_of(node.code));
    if (at(node.a).code == Code::number) return text("{} {} {}{}", "{} {} {}{}", {what, shown, limit, why});
    return text("{}: {} {} {}{}", "{}: {} {} {}{}", {what, amount(*left, unit), shown, limit, why});
  }

  static std::string sign_of(Code code) {
    switch (code) {
      case Code::ge:
        return "≥";
      case Code::le:
        return "≤";
      case Code::gt:
        return ">";
      case Code::lt:
        return "<";
      case Code::eq:
        return "=";
      default:
        return "≠";
    }
  }

  static std::string opposite_of(Code code) {
    switch (code) {
      case Code::ge:
        return "<";
      case Code::le:
        return ">";
      case Code::gt:
        return "≤";
      case Code::lt:
        return "≥";
      case Code::eq:
        return "≠";
      default:
        return "=";
    }
  }

  static Text name(const FigureEvidence& figure) {
    if (figure.name.empty()) return figure.id;
    return {within_sentence(figure.name.vi), within_sentence(figure.name.en)};
  }

  /// Why a number cannot be told: what is said of the first figure that is missing in it.
  Text missing(std::uint16_t index) const {
    const FigureEvidence* figure = missing_in(index);
    return figure == nullptr ? word(Why::no_value) : no_figure(*figure);
  }

  const FigureEvidence* missing_in(std::uint16_t index) const {
    const Node& node = at(index);
    if (node.code == Code::name) return m_figures[node.a].value ? nullptr : &m_figures[node.a];
    if (node.code == Code::negative) return missing_in(node.a);
    if (node.code != Code::plus && node.code != Code::minus && node.code != Code::times) return nullptr;
    const FigureEvidence* left = missing_in(node.a);
    return left == nullptr ? missing_in(node.b) : left;
  }

  /// What a number is: the name of a figure, or "a + b".
  Text label(std::uint16_t index) const {
    const Node& node = at(index);
    switch (node.code) {
      case Code::name:
        return name(m_figures[node.a]);
      case Code::plus:
        return join({label(node.a), label(node.b)}, " + ");
      case Code::minus:
        return join({label(node.a), label(node.b)}, " - ");
      case Code::times:
        return join({label(node.a), label(node.b)}, " × ");
      case Code::negative:
        return text("-{}", "-{}", {label(node.a)});
      case Code::choose:
        return text("{} hoặc {}", "{} or {}", {label(node.b), label(node.c)});
      default:
        return node.number.localised();
    }
  }

  /// The unit of the first figure in a number; empty where there is none, or where the name says it.
  std::string unit_in(std::uint16_t index) const {
    const Node& node = at(index);
    if (node.code == Code::name) {
      const FigureEvidence& figure = m_figures[node.a];
      return figure.name.vi.find(figure.unit) == std::string::npos ? figure.unit : std::string();
    }
    if (node.code == Code::number) return {};
    if (node.code == Code::negative) return unit_in(node.a);
    const bool chooses = node.code == Code::choose;
    const std::string first = unit_in(chooses ? node.b : node.a);
    return first.empty() ? unit_in(chooses ? node.c : node.b) : first;
  }

  const Rule& m_rule;
  std::span<const FigureEvidence> m_figures;
  const Unit& m_unit;
  std::vector<std::optional<Decimal>> m_values;
};

Text rule_words(const Rule& rule, std::span<const FigureEvidence> figures, const Unit& unit) {
  return RuleWords(rule, figures, unit).all();
}

}  // namespace ntmap::criteria
