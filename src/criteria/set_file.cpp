#include "criteria/set_file.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "criteria/threshold_rows.hpp"
#include "criteria/toml_tree.hpp"
#include "criteria/value_range.hpp"

namespace ntmap::criteria {
namespace {

struct KindName {
  std::string_view word;
  IndicatorKind kind;
};

constexpr std::array<KindName, 9> k_kinds = {{
    {"number", IndicatorKind::number},
    {"count", IndicatorKind::count},
    {"score", IndicatorKind::score},
    {"level", IndicatorKind::level},
    {"pass", IndicatorKind::pass},
    {"rule", IndicatorKind::rule},
    {"share", IndicatorKind::share},
    {"prerequisite", IndicatorKind::prerequisite},
    {"all_criteria", IndicatorKind::all_criteria},
}};

IndicatorKind kind_of(Fields& fields) {
  const std::string word = fields.text("kind");
  for (const KindName& kind : k_kinds) {
    if (kind.word == word) return kind.kind;
  }
  throw fields.error(base::text("không có loại chỉ tiêu \"{}\"", "unknown kind \"{}\"", {word}),
                     {"dùng: number, count, score, level, pass, rule, share, prerequisite, all_criteria",
                      "use: number, count, score, level, pass, rule, share, prerequisite, all_criteria"});
}

/// Whether the kind holds a figure against a threshold, so that the comparison turns the verdict.
bool is_compared(IndicatorKind kind) {
  return kind == IndicatorKind::number || kind == IndicatorKind::count || kind == IndicatorKind::score ||
         kind == IndicatorKind::level;
}

/// A share is at least its threshold and the other kinds are judged in words, so these need not say it.
Op op_of(Fields& fields, const Indicator& indicator) {
  const std::string word = fields.text_or("op", is_compared(indicator.kind) ? "" : ">=");
  if (word.empty()) {
    throw fields.error(
        base::text("chỉ tiêu {} không có \"op\"", "indicator {} has no \"op\"", {indicator.code}),
        {"ghi op = \">=\" (từ ngưỡng trở lên), \"<=\" (không quá ngưỡng), \">\", \"<\" hoặc \"=\"",
         "write op = \">=\" (the threshold or more), \"<=\" (at most the threshold), \">\", \"<\" "
         "or \"=\""});
  }
  const auto op = op_from(word);
  if (!op)
    throw fields.error(base::text("không có phép so sánh \"{}\"", "unknown comparison \"{}\"", {word}));
  return *op;
}

/// Whether the kind takes its figures from columns of its own.
bool has_own_figures(IndicatorKind kind) {
  return kind != IndicatorKind::rule && kind != IndicatorKind::share && kind != IndicatorKind::prerequisite &&
         kind != IndicatorKind::all_criteria;
}

/// A part is measured as its indicator is, or judged in words.
bool is_pass_part(Fields& part) {
  const std::string kind = part.text_or("kind", "");
  if (kind.empty() || kind == "pass") return kind == "pass";
  throw part.error(base::text("không có loại số liệu \"{}\"", "unknown kind of a part: \"{}\"", {kind}),
                   {"bỏ kind, hoặc ghi kind = \"pass\" cho số liệu Đạt / không đạt",
                    "leave kind out, or write kind = \"pass\" for a figure of Đạt / không đạt"});
}

std::vector<IndicatorPart> parts_of(Fields& fields, const Indicator& indicator, const std::string& prefix) {
  std::vector<IndicatorPart> out;
  for (const TomlNode& node : fields.tables("parts")) {
    Fields part(fields.file(), node);
    IndicatorPart& added = out.emplace_back();
    added.id = part.text("id");
    added.name = part.both("vi", "en");
    added.pass = is_pass_part(part);
    added.unit = part.text_or("unit", "");
    part.finish();
  }
  std::string code = indicator.code;
  for (char& c : code) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::string value = fields.text_or("value", prefix + "." + code);
  if (out.empty() && has_own_figures(indicator.kind)) out.push_back({value, {}});
  if (indicator.rule) {
    for (const std::string& name : indicator.rule->names()) out.push_back({name, {}});
  }
  return out;
}

void read_rule(Fields& fields, Indicator& indicator) {
  indicator.rule_text = fields.text_or("rule", "");
  if ((indicator.kind == IndicatorKind::rule) == indicator.rule_text.empty()) {
    throw fields.error({"\"rule\" phải đi với kind = \"rule\"", "\"rule\" goes with kind = \"rule\""});
  }
  if (indicator.rule_text.empty()) return;
  try {
    indicator.rule = Rule::parse(indicator.rule_text);
  } catch (base::Error& e) {
    e.at(base::text("{}, dòng {}", "{}, line {}", {fields.file(), fields.line()}));
    throw;
  }
}

void read_relations(Fields& fields, Indicator& indicator) {
  indicator.other_set = fields.text_or("set", "");
  indicator.children = fields.texts("children");
  const bool other = indicator.kind == IndicatorKind::share || indicator.kind == IndicatorKind::prerequisite;
  if (other == indicator.other_set.empty()) {
    throw fields.error({"\"set\" phải đi với kind = \"share\" hoặc \"prerequisite\"",
                        "\"set\" goes with kind = \"share\" or \"prerequisite\""});
  }
  if (indicator.kind == IndicatorKind::share && indicator.op != Op::ge) {
    throw fields.error(
        {"kind = \"share\" chỉ đi với op = \">=\"", "kind = \"share\" goes with op = \">=\" only"});
  }
  if ((indicator.kind == IndicatorKind::share) == indicator.children.empty()) {
    throw fields.error(
        {"\"children\" phải đi với kind = \"share\"", "\"children\" goes with kind = \"share\""});
  }
}

/// The top of a scale of numbers.
std::optional<Decimal> read_most(Fields& fields, const Indicator& indicator) {
  const std::optional<Decimal> most = fields.decimal("most");
  const bool has_scale = indicator.kind == IndicatorKind::score ||
                         (indicator.kind == IndicatorKind::level && indicator.scale.empty());
  if (most && !has_scale) {
    throw fields.error({"\"most\" chỉ đi với kind = \"score\", hoặc \"level\" không có scale",
                        "\"most\" goes with kind = \"score\", or \"level\" without a scale, only"});
  }
  return most;
}

/// What a share is a share of, where the document says it: units left out of the programme count or not.
bool read_base(Fields& fields, const Indicator& indicator) {
  const std::string base = fields.text_or("base", "");
  if (!base.empty() && indicator.kind != IndicatorKind::share)
    throw fields.error({"\"base\" chỉ đi với kind = \"share\"", "\"base\" goes with kind = \"share\" only"});
  if (base.empty() || base == "implementing") return false;
  if (base == "all") return true;
  throw fields.error(
      {"\"base\" phải là \"all\" hoặc \"implementing\"", "\"base\" must be \"all\" or \"implementing\""});
}

Indicator read_indicator(Fields fields, const CriteriaSet& set) {
  Indicator out;
  out.line = fields.line();
  out.code = fields.text("code");
  out.name = fields.both("vi", "en");
  out.unit = fields.text("unit");
  out.kind = kind_of(fields);
  out.op = op_of(fields, out);
  out.from = fields.date("from");
  out.to = fields.date("to");
  read_rule(fields, out);
  read_relations(fields, out);
  out.of_all = read_base(fields, out);
  out.scale = fields.texts("scale");
  out.most = read_most(fields, out);
  out.parts = parts_of(fields, out, set.prefix);
  out.weight = fields.text_or("weight", "");
  out.if_any = fields.flag("if_any");
  out.lead = fields.text_or("lead", "");
  out.delegated_to = fields.text_or("delegated_to", "");
  out.source = fields.text("source");
  out.confidence = fields.text("confidence");
  out.hint = fields.text_or("hint", "");
  out.note = fields.text_or("note", "");
  for (const TomlNode& node : fields.tables("threshold")) {
    out.thresholds.push_back(read_threshold_row(Fields(fields.file(), node), set.key, out));
  }
  if (out.thresholds.empty()) {
    throw fields.error(
        {"chỉ tiêu không có ngưỡng", "the indicator has no threshold"},
        {"ghi { unknown = true, ... } nếu chưa biết", "write { unknown = true, ... } if it is not known"});
  }
  check_rows(out, set.key);
  fields.finish();
  return out;
}

void check_wordings(const Criterion& criterion, const std::string& file) {
  for (std::size_t i = 0; i < criterion.indicators.size(); ++i) {
    const Indicator& later = criterion.indicators[i];
    for (std::size_t j = 0; j < i; ++j) {
      const Indicator& earlier = criterion.indicators[j];
      const bool apart =
          (!earlier.to.empty() && earlier.to < later.from) || (!later.to.empty() && later.to < earlier.from);
      if (earlier.code != later.code || apart) continue;
      throw error_at(
          file, later.line,
          base::text("chỉ tiêu {} có hai nội dung cùng hiệu lực (dòng {})",
                     "indicator {} has two wordings in force at once (line {})", {later.code, earlier.line}),
          {"sửa from, to của một trong hai", "mend from and to of one of them"});
    }
  }
}

Criterion read_criterion(Fields fields, const CriteriaSet& set) {
  Criterion out;
  out.no = fields.text("no");
  out.gate = fields.flag("gate");
  out.group = fields.text_or("group", "");
  out.name = fields.both("vi", "en");
  out.lead = fields.text_or("lead", "");
  for (const TomlNode& node : fields.tables("indicator")) {
    out.indicators.push_back(read_indicator(Fields(fields.file(), node), set));
  }
  if (out.indicators.empty())
    throw fields.error({"tiêu chí không có chỉ tiêu", "the criterion has no indicator"});
  fields.finish();
  check_wordings(out, fields.file());
  return out;
}

/// Two criteria of one number would each be taken for the other.
void check_number(const CriteriaSet& set, const Criterion& added) {
  const auto same = std::find_if(set.criteria.begin(), set.criteria.end(),
                                 [&](const Criterion& one) { return one.no == added.no; });
  if (same == set.criteria.end()) return;
  throw error_at(
      set.file, added.indicators.front().line,
      base::text("hai tiêu chí cùng mang số {}: “{}” và “{}”",
                 "two criteria have the number {}: “{}” and “{}”", {added.no, same->name, added.name}),
      {"sửa no của một trong hai", "mend the no of one of them"});
}

ThresholdKey key_of(Fields& fields) {
  const std::string word = fields.text("threshold_by");
  if (word == "region") return ThresholdKey::region;
  if (word == "group") return ThresholdKey::group;
  throw fields.error({"\"threshold_by\" phải là \"region\" hoặc \"group\"",
                      "\"threshold_by\" must be \"region\" or \"group\""});
}

void read_years(Fields& fields, CriteriaSet& set) {
  const TomlNode* years = fields.find("years");
  const bool two = years != nullptr && years->items.size() == 2 &&
                   std::all_of(years->items.begin(), years->items.end(),
                               [](const TomlNode& n) { return n.kind == TomlNode::Kind::integer; });
  if (!two || years->items[0].number > years->items[1].number) {
    throw fields.error({"\"years\" phải là [năm đầu, năm cuối]", "\"years\" must be [first, last]"});
  }
  set.first_year = static_cast<int>(years->items[0].number);
  set.last_year = static_cast<int>(years->items[1].number);
}

void read_head(Fields& fields, CriteriaSet& set) {
  set.id = fields.text("id");
  set.prefix = fields.text("prefix");
  set.rank = fields.text("rank");
  set.name = fields.both("vi", "en");
  set.applies_to = fields.texts("applies_to");
  set.decision = fields.text("decision");
  set.document = fields.text("document");
  set.source = fields.text("source");
  set.from = fields.date("from");
  set.to = fields.date("to");
  read_years(fields, set);
  set.key = key_of(fields);
  set.requires_sets = fields.texts("requires");
  if (set.applies_to.empty()) throw fields.error({"\"applies_to\" trống", "\"applies_to\" is empty"});
}

}  // namespace

CriteriaSet load_set(const std::filesystem::path& file) {
  const TomlNode root = read_toml(file);
  Fields fields(file.string(), root);
  CriteriaSet set;
  set.file = file.string();
  read_head(fields, set);
  for (const TomlNode& node : fields.tables("figure")) {
    Fields figure(set.file, node);
    NamedFigure& added = set.figures.emplace_back();
    added.id = figure.text("id");
    added.unit = figure.text("unit");
    added.name = figure.both("vi", "en");
    added.most = figure.decimal("most");
    if (added.most && !std::isfinite(doubtful_above(added.unit))) {
      throw figure.error({"\"most\" chỉ đi với số liệu là mức độ hoặc điểm",
                          "\"most\" goes with figures that are levels or scores only"});
    }
    added.whole = figure.flag("whole");
    added.source = figure.text_or("source", "");
    figure.finish();
  }
  for (const TomlNode& node : fields.tables("criterion")) {
    Criterion criterion = read_criterion(Fields(set.file, node), set);
    check_number(set, criterion);
    set.criteria.push_back(std::move(criterion));
  }
  fields.finish();
  if (set.criteria.empty()) throw fields.error({"bộ không có tiêu chí nào", "the set has no criteria"});
  return set;
}

}  // namespace ntmap::criteria
