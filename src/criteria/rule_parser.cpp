#include <algorithm>
#include <array>
#include <utility>

#include "base/error.hpp"
#include "criteria/rule.hpp"

namespace ntmap::criteria {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr int k_deepest = 100;
constexpr std::size_t k_most_nodes = 1000;

}  // namespace

/// Recursive descent, one function a level of precedence. Nodes carry whether they are a number or a
/// truth, so a rule that mixes them is refused when it is read, not when it is used.
class RuleParser {
 public:
  explicit RuleParser(std::string_view text) : m_text(text) {}

  Rule parsed() {
    const Typed root = truth(choice());
    skip_spaces();
    if (m_at < m_text.size()) fail({"hết quy tắc", "the end of the rule"});
    m_rule.m_root = root.node;
    return std::move(m_rule);
  }

 private:
  using Code = Rule::Code;
  struct Typed {
    std::uint16_t node = 0;
    bool is_number = false;
  };

  [[noreturn]] void fail(const base::Text& expected) const {
    throw base::Error(base::ErrorKind::data, base::text("quy tắc sai ở ký tự {}: cần {} trong \"{}\"",
                                                        "bad rule at character {}: expected {} in \"{}\"",
                                                        {m_at + 1, expected, std::string(m_text)}));
  }

  void skip_spaces() {
    while (m_at < m_text.size() && m_text[m_at] == ' ') ++m_at;
  }

  bool take(std::string_view symbol) {
    skip_spaces();
    if (!m_text.substr(m_at).starts_with(symbol)) return false;
    m_at += symbol.size();
    return true;
  }

  void need(std::string_view symbol) {
    if (!take(symbol)) fail(std::string(symbol));
  }

  std::string_view peek_word() {
    skip_spaces();
    std::size_t end = m_at;
    if (end < m_text.size() && is_letter(m_text[end])) {
      while (end < m_text.size() && (is_letter(m_text[end]) || is_digit(m_text[end]) || m_text[end] == '.')) {
        ++end;
      }
    }
    return m_text.substr(m_at, end - m_at);
  }

  bool take_word(std::string_view word) {
    if (peek_word() != word) return false;
    m_at += word.size();
    return true;
  }

  Typed add(Code code, bool is_number, std::uint16_t a, std::uint16_t b = 0, std::uint16_t c = 0) {
    if (m_rule.m_nodes.size() >= k_most_nodes) fail({"quy tắc ngắn hơn", "a shorter rule"});
    m_rule.m_nodes.push_back({code, a, b, c, {}});
    return {static_cast<std::uint16_t>(m_rule.m_nodes.size() - 1), is_number};
  }

  Typed truth(Typed node) {
    if (!node.is_number) return node;
    const Rule::Node shape = m_rule.m_nodes[node.node];
    if (shape.code == Code::choose) {
      const Typed yes = truth({shape.b, true});
      return add(Code::choose, false, shape.a, yes.node, truth({shape.c, true}).node);
    }
    if (shape.code != Code::name) fail({"một điều kiện đúng/sai", "a condition"});
    return add(Code::truth_of, false, node.node);
  }

  Typed number(Typed node) const {
    if (!node.is_number) fail({"một số", "a number"});
    return node;
  }

  Typed choice() {
    if (++m_depth > k_deepest) fail({"ít ngoặc hơn", "fewer parentheses"});
    Typed condition = alternatives();
    if (take("?")) {
      condition = truth(condition);
      Typed yes = choice();
      need(":");
      Typed no = choice();
      if (!yes.is_number || !no.is_number) {
        yes = truth(yes);
        no = truth(no);
      }
      condition = add(Code::choose, yes.is_number, condition.node, yes.node, no.node);
    }
    --m_depth;
    return condition;
  }

  Typed alternatives() {
    Typed left = conditions();
    while (take_word("or")) {
      left = truth(left);
      left = add(Code::either, false, left.node, truth(conditions()).node);
    }
    return left;
  }

  Typed conditions() {
    Typed left = condition();
    while (take_word("and")) {
      left = truth(left);
      left = add(Code::both, false, left.node, truth(condition()).node);
    }
    return left;
  }

  Typed condition() {
    bool negated = false;
    while (take_word("not")) negated = !negated;
    Typed out = comparison();
    return negated ? add(Code::negation, false, truth(out).node) : out;
  }

  Typed comparison() {
    if (take_word("region")) return membership(Code::region_in);
    if (take_word("group")) return membership(Code::group_in);
    const Typed left = sum();
    static constexpr std::array<std::pair<std::string_view, Code>, 6> k_signs = {{{">=", Code::ge},
                                                                                  {"<=", Code::le},
                                                                                  {"!=", Code::ne},
                                                                                  {">", Code::gt},
                                                                                  {"<", Code::lt},
                                                                                  {"=", Code::eq}}};
    for (const auto& [sign, code] : k_signs) {
      if (!take(sign)) continue;
      const std::uint16_t a = number(left).node;
      return add(code, false, a, number(sum()).node);
    }
    return left;
  }

  Typed membership(Code code) {
    if (!take_word("in")) fail("in");
    need("{");
    std::uint16_t set = 0;
    do {
      set = static_cast<std::uint16_t>(set | 1U << (code == Code::region_in ? region() : group()));
    } while (take(","));
    need("}");
    return add(code, false, set);
  }

  unsigned region() {
    const std::string_view name = peek_word();
    const auto region = region_from(name);
    if (!region) fail({"tên vùng (btb, dbsh...)", "a region (btb, dbsh...)"});
    m_at += name.size();
    return static_cast<unsigned>(*region);
  }

  unsigned group() {
    skip_spaces();
    if (m_at >= m_text.size() || m_text[m_at] < '1' || m_text[m_at] > '3')
      fail({"nhóm 1, 2, 3", "group 1, 2, 3"});
    return static_cast<unsigned>(m_text[m_at++] - '0');
  }

  Typed sum() {
    Typed left = product();
    while (true) {
      const Code code = take("+") ? Code::plus : (take("-") ? Code::minus : Code::number);
      if (code == Code::number) return left;
      const std::uint16_t a = number(left).node;
      left = add(code, true, a, number(product()).node);
    }
  }

  Typed product() {
    Typed left = factor();
    while (take("*")) {
      const std::uint16_t a = number(left).node;
      left = add(Code::times, true, a, number(factor()).node);
    }
    return left;
  }

  Typed factor() {
    bool negative = false;
    while (take("-")) negative = !negative;
    const Typed out = primary();
    return negative ? add(Code::negative, true, number(out).node) : out;
  }

  Typed primary() {
    if (take("(")) {
      const Typed inner = choice();
      need(")");
      return inner;
    }
    skip_spaces();
    if (m_at < m_text.size() && is_digit(m_text[m_at])) return literal();
    const std::string_view name = peek_word();
    if (name.empty() || name == "and" || name == "or" || name == "not" || name == "in") {
      fail({"một số, một tên số liệu hoặc dấu (", "a number, the name of a figure or ("});
    }
    m_at += name.size();
    return named(name);
  }

  Typed literal() {
    std::size_t end = m_at;
    while (end < m_text.size() && (is_digit(m_text[end]) || m_text[end] == '.')) ++end;
    const auto value = Decimal::parse(m_text.substr(m_at, end - m_at));
    if (!value) fail({"một số", "a number"});
    m_at = end;
    const Typed out = add(Code::number, true, 0);
    m_rule.m_nodes[out.node].number = *value;
    return out;
  }

  Typed named(std::string_view name) {
    auto& names = m_rule.m_names;
    const auto found = std::find(names.begin(), names.end(), name);
    const auto index = static_cast<std::uint16_t>(found - names.begin());
    if (found == names.end()) names.emplace_back(name);
    return add(Code::name, true, index);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  int m_depth = 0;
  Rule m_rule;
};

Rule Rule::parse(std::string_view text) {
  return RuleParser(text).parsed();
}

}  // namespace ntmap::criteria
