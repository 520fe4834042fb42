#include "app/data/carry_figures.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "app/data/figure_columns.hpp"
#include "base/error.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;
using criteria::Carry;
using criteria::Decimal;
using criteria::ValueTable;

void append(base::Findings& to, const base::Findings& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Several indicators of one table tell the same of it.
void keep_each_once(base::Findings& findings) {
  std::set<std::tuple<std::string, std::string, std::string, std::string>> seen;
  std::erase_if(findings, [&](const base::Finding& one) {
    return !seen.emplace(one.rule, one.file, one.place.en, one.what.en).second;
  });
}

void require_vintage(const model::Project& project, const std::string& id) {
  if (project.find_boundaries(id) != nullptr) return;
  std::vector<std::string> known;
  for (const model::Boundaries& one : project.boundaries) known.push_back(one.id);
  throw Error(ErrorKind::usage,
              text("Dự án không có ranh giới “{}”", "The project has no boundaries “{}”", {id}),
              base::nearest_word_advice(id, known));
}

void require_known_period(const model::Project& project, const std::string& id) {
  if (id.empty() || project.find_period(id) != nullptr) return;
  std::vector<std::string> known;
  for (const model::Period& one : project.periods) known.push_back(one.id);
  throw Error(ErrorKind::usage, text("Dự án không có kỳ “{}”", "The project has no period “{}”", {id}),
              base::nearest_word_advice(id, known));
}

bool has_figures(const ValueTable& values) {
  return std::any_of(values.columns().begin(), values.columns().end(), [](const auto& column) {
    return std::any_of(column.value.begin(), column.value.end(), [](double v) { return !std::isnan(v); });
  });
}

/// The figures of the period asked for, or of the latest period of the old units that has any.
std::pair<std::string, FigureColumns> old_figures(ProjectData& data, const CarryRequest& request,
                                                  const base::Job& job) {
  const model::Project& project = data.project();
  std::vector<std::string> known;
  for (auto period = project.periods.rbegin(); period != project.periods.rend(); ++period) {
    if (project.boundaries_on(period->date)->id != request.from) continue;
    known.push_back(period->id);
    if (!request.period.empty() && request.period != period->id) continue;
    FigureColumns figures = figure_columns(data, *period, job);
    if (has_figures(figures.values)) return {period->id, std::move(figures)};
  }
  if (request.period.empty()) {
    throw Error(ErrorKind::not_found,
                text("Không kỳ nào của các đơn vị “{}” có số liệu", "No period of the units “{}” has figures",
                     {request.from}),
                text("Thêm bảng số liệu có kỳ trong thời gian các đơn vị này còn hiệu lực.",
                     "Add a table with a period in the time of these units."));
  }
  throw Error(ErrorKind::not_found,
              text("Kỳ “{}” không có số liệu của các đơn vị “{}”",
                   "Period “{}” has no figures of the units “{}”", {request.period, request.from}),
              base::nearest_word_advice(request.period, known));
}

std::vector<std::vector<UnitPart>> parts_of(const CrosswalkStep& step) {
  std::vector<std::vector<UnitPart>> parts(step.new_units->size());
  for (const criteria::UnitLink& link : step.tied.links) {
    parts[link.new_unit].push_back({link.old_unit, link.share, link.by_area});
  }
  return parts;
}

/// Parts over two steps: shares are multiplied, and those of one old unit that come by two ways added.
std::vector<std::vector<UnitPart>> compose(const std::vector<std::vector<UnitPart>>& first,
                                           const std::vector<std::vector<UnitPart>>& second) {
  std::vector<std::vector<UnitPart>> out(second.size());
  for (std::size_t unit = 0; unit < second.size(); ++unit) {
    std::map<std::uint32_t, UnitPart> gathered;
    for (const UnitPart& way : second[unit]) {
      for (const UnitPart& part : first[way.old_unit]) {
        const auto [at, fresh] = gathered.try_emplace(part.old_unit, part);
        UnitPart& sum = at->second;
        const auto share = part.share && way.share ? std::optional(*part.share * *way.share) : std::nullopt;
        sum.share = fresh ? share : sum.share && share ? std::optional(*sum.share + *share) : std::nullopt;
        sum.by_area = sum.by_area || part.by_area || way.by_area;
      }
    }
    for (const auto& [old_unit, part] : gathered) out[unit].push_back(part);
  }
  return out;
}

/// Totals that a step did not keep, in one finding: where a part has no figure, many columns lack it.
base::Findings total_findings(const ValueTable& before, const ValueTable& after, const CrosswalkStep& step,
                              const std::vector<criteria::ColumnSpec>& specs) {
  base::Findings each;
  criteria::check_totals(before, after, step.tied, specs, each);
  if (each.empty()) return {};
  constexpr std::size_t k_named = 3;
  base::Text named;
  for (std::size_t i = 0; i < std::min(k_named, each.size()); ++i) {
    const base::Text one = text("{}: {}", "{}: {}", {each[i].place, each[i].what});
    named = i == 0 ? one : base::join({named, one}, "; ");
  }
  if (each.size() > k_named) named = base::join({named, "…"}, "; ");
  return {{Severity::warning, "crosswalk.total", step.crosswalk.file,
           base::Text(step.crosswalk.from + " → " + step.crosswalk.to),
           text("tổng của {} chỉ tiêu không giữ nguyên ({})", "totals not kept: {} figures ({})",
                {each.size(), named}),
           each.front().remedy}};
}

double total_of(const criteria::ValueColumn& column, const criteria::ColumnSpec& spec,
                const ValueTable& values) {
  criteria::ExactSum sum;
  criteria::ExactSum weights;
  const criteria::ValueColumn* by = spec.carry == Carry::mean ? values.find(spec.weight) : nullptr;
  if (spec.carry != Carry::sum && by == nullptr) return model::k_no_data;
  for (std::size_t unit = 0; unit < column.value.size(); ++unit) {
    const auto value = Decimal::from_double(column.value[unit]);
    const auto weight = by == nullptr ? std::optional(Decimal(1)) : Decimal::from_double(by->value[unit]);
    if (!value || !weight) continue;
    sum.add_product(*value, *weight);
    weights.add(*weight);
  }
  if (by == nullptr) return sum.to_double();
  return weights.is_zero() ? model::k_no_data : sum.to_double() / weights.to_double();
}

std::size_t count_values(const criteria::ValueColumn& column) {
  return static_cast<std::size_t>(std::count_if(column.value.begin(), column.value.end(),
                                                [](double value) { return !std::isnan(value); }));
}

CarriedColumn describe(const criteria::ValueColumn& column, const criteria::ColumnSpec& spec,
                       const CarriedFigures& figures) {
  const criteria::ValueColumn& before = *figures.old_values.find(column.id);
  CarriedColumn out{.spec = spec,
                    .old_count = count_values(before),
                    .new_count = count_values(column),
                    .old_total = total_of(before, spec, figures.old_values),
                    .new_total = total_of(column, spec, figures.values)};
  for (std::size_t unit = 0; unit < column.value.size(); ++unit) {
    const std::uint8_t flags = column.flags[unit];
    out.estimated += (flags & criteria::k_cell_estimated) != 0 ? 1U : 0U;
    out.parts_differ += (flags & criteria::k_cell_parts_differ) != 0 ? 1U : 0U;
    out.some_parts += (flags & criteria::k_cell_some_parts) != 0 ? 1U : 0U;
    const bool applies = (flags & criteria::k_cell_not_applicable) == 0;
    out.missing += std::isnan(column.value[unit]) && applies ? 1U : 0U;
  }
  return out;
}

/// The indicators first, in the project's order; then the other figures by id.
void describe_columns(CarriedFigures& figures, const FigureColumns& from) {
  for (const std::string& id : from.indicators) {
    const criteria::ValueColumn* column = figures.values.find(id);
    if (column == nullptr) continue;
    figures.columns.push_back(describe(*column, *criteria::find_spec(from.specs, id), figures));
    figures.columns.back().indicator = true;
  }
  for (const criteria::ColumnSpec& spec : from.specs) {
    const bool shown =
        std::find(from.indicators.begin(), from.indicators.end(), spec.id) != from.indicators.end();
    const criteria::ValueColumn* column = shown ? nullptr : figures.values.find(spec.id);
    if (column != nullptr) figures.columns.push_back(describe(*column, spec, figures));
  }
  for (const criteria::ValueColumn& column : from.values.columns()) {
    if (figures.values.find(column.id) == nullptr) figures.left_out.push_back(column.id);
  }
}

}  // namespace

std::vector<std::uint32_t> CarriedFigures::lacking(const std::string& column, std::uint32_t new_unit) const {
  std::vector<std::uint32_t> units;
  const criteria::ValueColumn* before = old_values.find(column);
  if (before == nullptr) return units;
  for (const UnitPart& part : parts[new_unit]) {
    const bool applies = (before->flags[part.old_unit] & criteria::k_cell_not_applicable) == 0;
    if (applies && std::isnan(before->value[part.old_unit])) units.push_back(part.old_unit);
  }
  return units;
}

CarriedFigures carry_figures(ProjectData& data, const CarryRequest& request, const base::Job& job) {
  require_vintage(data.project(), request.from);
  require_vintage(data.project(), request.to);
  require_known_period(data.project(), request.period);
  const ProjectCrosswalks& crosswalks = *data.crosswalks();
  // A row that does not read may be about any step.
  if (request.from != request.to) refuse_errors(crosswalks.findings, request.from, request.to);
  const auto chain = crosswalk_chain(crosswalks, request.from, request.to);
  auto [period, from] = old_figures(data, request, job.part(0, 0.4));
  CarriedFigures out{{},
                     period,
                     data.units(request.from),
                     data.units(request.to),
                     from.values,
                     from.values,
                     {},
                     {},
                     {},
                     from.words,
                     from.column_of,
                     {}};
  append(out.findings, crosswalks.findings);
  append(out.findings, from.findings);
  double done = 0;
  for (const criteria::Crosswalk& crosswalk : chain) {
    const double share = 0.6 / static_cast<double>(chain.size());
    out.steps.push_back(tie_step(data, crosswalk, job.part(0.4 + done * share, 0.4 + (done + 1) * share)));
    const CrosswalkStep& step = out.steps.back();
    append(out.findings, step.findings);
    refuse_errors(step.findings, crosswalk.from, crosswalk.to);
    ValueTable carried = criteria::carry(out.values, step.tied, from.specs);
    append(out.findings, total_findings(out.values, carried, step, from.specs));
    out.values = std::move(carried);
    out.parts = done == 0 ? parts_of(step) : compose(out.parts, parts_of(step));
    ++done;
  }
  describe_columns(out, from);
  keep_each_once(out.findings);
  return out;
}

base::Text rule_text(const criteria::ColumnSpec& spec) {
  switch (spec.carry) {
    case Carry::none:
      break;
    case Carry::sum:
      return text("cộng", "sum");
    case Carry::mean:
      return text("bình quân theo {}", "mean by {}", {spec.weight});
    case Carry::worst:
      return spec.less_is_better ? text("lớn nhất", "highest part") : text("nhỏ nhất", "lowest part");
    case Carry::all_met:
      return text("mọi phần đều đạt", "all parts met");
    case Carry::any:
      return text("có phần đạt", "any part met");
  }
  return text("không chuyển", "not carried");
}

}  // namespace ntmap::app
