#include "criteria/figures.hpp"

#include <algorithm>
#include <map>

#include "base/nearest_word.hpp"
#include "criteria/toml_tree.hpp"
#include "criteria/value_range.hpp"

namespace ntmap::criteria {
namespace {

constexpr std::array<std::string_view, 14> k_computes = {
    "column", "sum",    "mean",  "count",      "share",    "units",         "implementing",
    "flag",   "events", "ratio", "difference", "criteria", "criteria_mean", "products"};
constexpr std::array<std::string_view, 6> k_carries = {"none", "sum", "mean", "worst", "all_met", "any"};

template <typename Enum, std::size_t N>
Enum word_of(Fields& fields, std::string_view key, std::string_view otherwise,
             const std::array<std::string_view, N>& words) {
  const std::string word = fields.text_or(key, otherwise);
  const auto found = std::find(words.begin(), words.end(), word);
  if (found != words.end()) return static_cast<Enum>(found - words.begin());
  const auto guess = base::nearest_word(word, std::vector<std::string>(words.begin(), words.end()));
  throw fields.error(base::text("\"{}\" không có giá trị \"{}\"", "\"{}\" cannot be \"{}\"", {key, word}),
                     guess ? base::text("có phải \"{}\"?", "did you mean \"{}\"?", {*guess}) : base::Text{});
}

bool is_flow(Fields& fields) {
  const std::string word = fields.text_or("nature", "stock");
  if (word != "stock" && word != "flow") {
    throw fields.error(
        {"\"nature\" phải là \"stock\" hoặc \"flow\"", "\"nature\" must be \"stock\" or \"flow\""});
  }
  return word == "flow";
}

Figure read_figure(Fields fields) {
  Figure out;
  out.id = fields.text("id");
  out.name = fields.both("vi", "en");
  out.unit = fields.text("unit");
  out.flow = is_flow(fields);
  out.compute = word_of<Compute>(fields, "compute", "column", k_computes);
  out.carry = word_of<Carry>(fields, "carry", "none", k_carries);
  out.ranks = fields.texts("ranks");
  out.types = fields.texts("types");
  out.scale = fields.texts("scale");
  out.set = fields.text_or("set", "");
  out.of = fields.text_or("of", out.id);
  out.base = fields.text_or("base", "");
  out.weight = fields.text_or("weight", "");
  out.falling = fields.flag("falling");
  out.by_decision = fields.flag("by_decision");
  out.mean_of_years = fields.flag("mean_of_years");
  out.stars = fields.integer_or("stars", 0);
  out.exported = fields.flag("exported");
  out.share_of_all = fields.flag("share");
  out.whole = fields.flag("whole");
  fields.finish();
  return out;
}

Carry carry_of(const Indicator& indicator) {
  if (indicator.kind == IndicatorKind::pass) return Carry::all_met;
  if (indicator.kind == IndicatorKind::count) return Carry::sum;
  return indicator.weight.empty() ? Carry::worst : Carry::mean;
}

ColumnSpec spec_of(std::string id, base::Text name, const std::string& unit) {
  ColumnSpec out;
  out.id = std::move(id);
  out.name = std::move(name);
  out.unit = unit;
  const ValueRange range = range_of_unit(unit);
  out.whole = range.in_words;
  out.least = range.least;
  out.most = range.most;
  out.counted = is_level_unit(unit);
  out.doubtful_above = doubtful_above(unit);
  return out;
}

/// The top of a scale where it is stated; nothing in it is doubtful then.
void take_top(ColumnSpec& spec, const std::optional<Decimal>& most) {
  if (!most) return;
  spec.most = most->to_double();
  spec.doubtful_above = spec.most;
}

/// Ranks of a scale, from 1.
void take_scale(ColumnSpec& spec, const std::vector<std::string>& scale) {
  spec.scale = scale;
  spec.least = 1;
  spec.most = static_cast<double>(scale.size());
  spec.counted = true;
}

/// A level or a score may be of a unit of its own ("bậc").
void take_kind(ColumnSpec& spec, const Indicator& indicator) {
  const IndicatorKind kind = indicator.kind;
  if (kind == IndicatorKind::count || kind == IndicatorKind::level) spec.counted = true;
  if (kind == IndicatorKind::level) spec.doubtful_above = doubtful_above("Mức độ");
  if (kind == IndicatorKind::score && spec.unit != "%") spec.doubtful_above = doubtful_above("điểm (score)");
  take_top(spec, indicator.most);
  if (!indicator.scale.empty()) take_scale(spec, indicator.scale);
}

void add_indicator(std::map<std::string, ColumnSpec>& specs, const Indicator& indicator) {
  if (indicator.kind == IndicatorKind::rule) return;
  for (const IndicatorPart& part : indicator.parts) {
    const base::Text name =
        part.name.empty() ? indicator.name : base::text("{} ({})", "{} ({})", {indicator.name, part.name});
    const bool other = part.pass || !part.unit.empty();  // than what the indicator is about
    ColumnSpec spec = spec_of(part.id, name, part.pass ? "Đạt/không đạt" : unit_of(indicator, part.id));
    if (!other) take_kind(spec, indicator);
    spec.weight = indicator.weight;
    spec.carry = part.pass ? Carry::all_met : (other ? Carry::worst : carry_of(indicator));
    spec.less_is_better = indicator.op == Op::le || indicator.op == Op::lt;
    specs.try_emplace(part.id, std::move(spec));
  }
}

void add_named(std::map<std::string, ColumnSpec>& specs, const NamedFigure& figure) {
  ColumnSpec spec = spec_of(figure.id, figure.name, figure.unit);
  take_top(spec, figure.most);
  spec.counted = spec.counted || figure.whole;
  spec.carry = spec.whole ? Carry::all_met : (figure.whole ? Carry::sum : Carry::worst);
  specs.try_emplace(figure.id, std::move(spec));
}

}  // namespace

std::vector<Figure> load_figures(const std::filesystem::path& file) {
  const TomlNode root = read_toml(file);
  Fields fields(file.string(), root);
  std::vector<Figure> out;
  for (const TomlNode& node : fields.tables("figure")) {
    Figure figure = read_figure(Fields(file.string(), node));
    if (find_figure(out, figure.id) != nullptr) {
      throw error_at(
          file.string(), node.line,
          base::text("số liệu \"{}\" khai báo hai lần", "the figure \"{}\" is there twice", {figure.id}));
    }
    out.push_back(std::move(figure));
  }
  fields.finish();
  return out;
}

const Figure* find_figure(const std::vector<Figure>& figures, std::string_view id) {
  const auto found =
      std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.id == id; });
  return found == figures.end() ? nullptr : &*found;
}

std::vector<ColumnSpec> column_specs(const Catalogue& catalogue, const std::vector<Figure>& figures) {
  std::map<std::string, ColumnSpec> specs;
  for (const CriteriaSet& set : catalogue.sets()) {
    for (const NamedFigure& figure : set.figures) add_named(specs, figure);
    for (const Criterion& criterion : set.criteria) {
      for (const Indicator& indicator : criterion.indicators) add_indicator(specs, indicator);
    }
  }
  for (const Figure& figure : figures) {
    ColumnSpec spec = spec_of(figure.id, figure.name, figure.unit);
    spec.scale = figure.scale;
    spec.counted = spec.counted || figure.whole || !figure.scale.empty();
    spec.carry = figure.carry;
    spec.weight = figure.weight;
    specs.try_emplace(figure.id, std::move(spec));
  }
  std::vector<ColumnSpec> out;
  for (auto& [id, spec] : specs) out.push_back(std::move(spec));
  return out;
}

const ColumnSpec* find_spec(const std::vector<ColumnSpec>& specs, std::string_view id) {
  const auto found =
      std::lower_bound(specs.begin(), specs.end(), id,
                       [](const ColumnSpec& s, std::string_view wanted) { return s.id < wanted; });
  return found == specs.end() || found->id != id ? nullptr : &*found;
}

}  // namespace ntmap::criteria
