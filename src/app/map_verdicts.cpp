#include "app/map_verdicts.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

#include "criteria/evidence.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Evidence;
using criteria::FigureEvidence;
using criteria::IndicatorKind;
using criteria::SetResult;
using criteria::Verdict;

constexpr double k_most_decimals = 1e6;  // a margin of -4.5 %, not -4.499999999999993

double percent_of(double share) {
  return std::round(share * 100 * k_most_decimals) / k_most_decimals;
}

/// Evidence as it leaves the program: files by their names, since folders of one computer say nothing on
/// another.
Evidence evidence_of(const Assessment& assessment, const SetResult& set, std::size_t indicator,
                     std::size_t unit) {
  Evidence out = criteria::evidence(assessment.input(), set, indicator, unit);
  for (FigureEvidence& figure : out.figures) {
    figure.sheet.file = std::filesystem::path(figure.sheet.file).filename().string();
  }
  return out;
}

Text explained(const Evidence& evidence) {
  return {explain(evidence, base::Lang::vi), explain(evidence, base::Lang::en)};
}

/// The figure with the least reserve; the first where none has any; null without figures.
const FigureEvidence* deciding(const Evidence& evidence) {
  const FigureEvidence* least = nullptr;
  for (const FigureEvidence& figure : evidence.figures) {
    if (least == nullptr || std::isnan(least->margin) || figure.margin < least->margin) least = &figure;
  }
  return least;
}

/// The smaller of two reserves; one that is not there does not count.
double smaller(double a, double b) {
  return std::isnan(a) || b < a ? b : a;
}

MapVerdicts blank(const SetResult& set, std::size_t units) {
  MapVerdicts out;
  out.set = &set;
  out.verdicts.resize(units);
  out.margins.assign(units, model::k_no_data);
  out.evidence.resize(units);
  return out;
}

void drop_margins_without_any(MapVerdicts& verdicts) {
  const bool none = std::ranges::all_of(verdicts.margins, [](double margin) { return std::isnan(margin); });
  if (none) verdicts.margins.clear();
}

/// The sentences that decide a criterion: of what fails, else of what is unknown, else of what is just met;
/// of a criterion with one indicator always that one.
Text deciding_evidence(const std::vector<Evidence>& all, criteria::Mark mark) {
  const auto decides = [&](const Evidence& one) {
    if (all.size() == 1) return true;
    if (mark.verdict() == Verdict::met) return one.mark.just_met();
    return one.mark.verdict() == mark.verdict();
  };
  Text out;
  std::size_t met = 0;
  for (const Evidence& one : all) {
    if (one.mark.verdict() == Verdict::met) ++met;
    if (decides(one)) out = base::join({out, explained(one)}, " | ");
  }
  if (out.empty()) return text("Đạt {}/{} chỉ tiêu", "{} of {} indicators met", {met, all.size()});
  return out;
}

MapVerdicts of_criterion(const Assessment& assessment, const SetResult& set, std::size_t criterion,
                         std::size_t units) {
  MapVerdicts out = blank(set, units);
  const criteria::Criterion& what = set.set().criteria[criterion];
  out.criterion = text("Tiêu chí {}: {}", "Criterion {}: {}", {what.no, what.name});
  for (std::size_t unit = 0; unit < units; ++unit) {
    if (!set.applies(unit)) continue;
    const criteria::Mark mark = set.criterion(criterion, unit);
    std::vector<Evidence> all;
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      if (set.indicators()[i].criterion != criterion) continue;
      all.push_back(evidence_of(assessment, set, i, unit));
      if (const FigureEvidence* figure = deciding(all.back())) {
        out.margins[unit] = smaller(out.margins[unit], percent_of(figure->margin));
      }
    }
    out.verdicts[unit] = word(mark.verdict());
    out.evidence[unit] = deciding_evidence(all, mark);
  }
  drop_margins_without_any(out);
  return out;
}

/// "Đạt 16/19 tiêu chí; chưa đạt: 3, 10, 17; chưa rõ: 5".
Text counted_evidence(const SetResult& set, std::size_t unit) {
  const criteria::CriteriaCount count = set.count(unit);
  Text out = text("Đạt {}/{} tiêu chí", "{} of {} criteria met", {count.met, count.total});
  for (const Verdict verdict : {Verdict::not_met, Verdict::unknown}) {
    Text numbers;
    for (std::size_t i = 0; i < set.set().criteria.size(); ++i) {
      if (set.criterion(i, unit).verdict() == verdict)
        numbers = base::join({numbers, set.set().criteria[i].no}, ", ");
    }
    if (!numbers.empty()) out = text("{}; {}: {}", "{}; {}: {}", {out, word(verdict), numbers});
  }
  return out;
}

MapVerdicts of_set(const SetResult& set, std::size_t units) {
  MapVerdicts out = blank(set, units);
  out.criterion = set.set().name;
  out.margins.clear();
  for (std::size_t unit = 0; unit < units; ++unit) {
    if (!set.applies(unit)) continue;
    out.verdicts[unit] = word(set.overall(unit).verdict());
    out.evidence[unit] = counted_evidence(set, unit);
  }
  return out;
}

bool compares(IndicatorKind kind) {
  return kind == IndicatorKind::number || kind == IndicatorKind::count || kind == IndicatorKind::score ||
         kind == IndicatorKind::level || kind == IndicatorKind::pass;
}

/// One part of an indicator of a set: where a figure is judged.
struct JudgedFigure {
  const SetResult* set = nullptr;
  std::size_t indicator = 0;
  std::size_t part = 0;
};

std::optional<JudgedFigure> judge_of(const criteria::Evaluation& evaluation, const std::string& figure,
                                     std::size_t units) {
  for (const SetResult& set : evaluation.sets()) {
    bool applies = false;
    for (std::size_t unit = 0; unit < units && !applies; ++unit) applies = set.applies(unit);
    if (!applies) continue;
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      const criteria::IndicatorPlan& plan = set.indicators()[i];
      for (std::size_t part = 0; part < plan.parts.size() && compares(plan.indicator->kind); ++part) {
        if (plan.parts[part].part->id == figure) return JudgedFigure{&set, i, part};
      }
    }
  }
  return std::nullopt;
}

MapVerdicts of_figure(const Assessment& assessment, const JudgedFigure& judged, std::size_t units) {
  const SetResult& set = *judged.set;
  MapVerdicts out = blank(set, units);
  const criteria::Indicator& indicator = *set.indicators()[judged.indicator].indicator;
  out.criterion = text("Chỉ tiêu {}: {}", "Indicator {}: {}", {indicator.code, indicator.name});
  for (std::size_t unit = 0; unit < units; ++unit) {
    if (!set.applies(unit)) continue;
    const Evidence evidence = evidence_of(assessment, set, judged.indicator, unit);
    const FigureEvidence& figure = evidence.figures[judged.part];
    const bool whole = evidence.figures.size() == 1;
    out.verdicts[unit] = word((whole ? evidence.mark : figure.mark).verdict());
    out.margins[unit] = percent_of(figure.margin);
    out.evidence[unit] = explained(evidence);
  }
  drop_margins_without_any(out);
  return out;
}

/// Fills the columns of verdict_table() row by row.
class VerdictRows {
 public:
  explicit VerdictRows(base::Lang lang) : m_lang(lang) {
    for (const char* name : {"code", "name", "criterion", "criterion_name", "criterion_verdict", "indicator",
                             "indicator_name", "verdict"})
      m_table.columns.push_back({name, model::ColumnType::text, {}, {}});
    for (const char* name : {"value", "threshold", "margin"})
      m_table.columns.push_back({name, model::ColumnType::number, {}, {}});
    for (const char* name : {"unit", "evidence"})
      m_table.columns.push_back({name, model::ColumnType::text, {}, {}});
  }

  void add(const std::string& code, const std::string& name, const criteria::Criterion& criterion,
           criteria::Mark of_criterion, const Evidence& evidence) {
    const FigureEvidence* figure = deciding(evidence);
    const auto number = [](const std::optional<criteria::Decimal>& value) {
      return value ? value->to_double() : model::k_no_data;
    };
    texts(0, {code, name, criterion.no, criterion.name.in(m_lang), word(of_criterion.verdict()).in(m_lang),
              evidence.code, evidence.name.in(m_lang), word(evidence.mark.verdict()).in(m_lang)});
    numbers(8, {figure == nullptr ? model::k_no_data : number(figure->value),
                figure == nullptr ? model::k_no_data : number(figure->threshold),
                figure == nullptr ? model::k_no_data : percent_of(figure->margin)});
    texts(11, {criteria::unit_text(evidence.unit).in(m_lang), explain(evidence, m_lang)});
  }

  model::Table table() && { return std::move(m_table); }

 private:
  void texts(std::size_t first, std::initializer_list<std::string> cells) {
    for (const std::string& cell : cells) m_table.columns[first++].texts.push_back(cell);
  }
  void numbers(std::size_t first, std::initializer_list<double> cells) {
    for (const double cell : cells) m_table.columns[first++].numbers.push_back(cell);
  }

  base::Lang m_lang;
  model::Table m_table;
};

}  // namespace

std::optional<MapVerdicts> map_verdicts(const Assessment& assessment, const model::Indicator& indicator,
                                        std::size_t units) {
  if (indicator.compute.empty()) {
    const auto judged = judge_of(assessment.evaluation(), indicator.field, units);
    if (!judged) return std::nullopt;
    return of_figure(assessment, *judged, units);
  }
  const SetResult* set = assessment.evaluation().find(indicator.set);
  if (set == nullptr) return std::nullopt;
  if (indicator.compute == "unmet" || indicator.compute == "met") return of_set(*set, units);
  if (!indicator.compute.starts_with("verdict:")) return std::nullopt;
  const std::string number = indicator.compute.substr(8);
  const auto& all = set->set().criteria;
  const auto criterion = std::ranges::find(all, number, &criteria::Criterion::no);
  if (criterion == all.end()) return std::nullopt;
  return of_criterion(assessment, *set, static_cast<std::size_t>(criterion - all.begin()), units);
}

model::Table verdict_table(const Assessment& assessment, const SetResult& set,
                           const std::vector<std::string>& codes, const std::vector<std::string>& names,
                           base::Lang lang) {
  VerdictRows rows(lang);
  for (std::size_t unit = 0; unit < codes.size(); ++unit) {
    if (!set.applies(unit)) continue;
    for (std::size_t i = 0; i < set.indicators().size(); ++i) {
      const std::size_t criterion = set.indicators()[i].criterion;
      rows.add(codes[unit], names[unit], set.set().criteria[criterion], set.criterion(criterion, unit),
               evidence_of(assessment, set, i, unit));
    }
  }
  return std::move(rows).table();
}

}  // namespace ntmap::app
