#include "app/data/carry_indicator.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/data/carry_figures.hpp"
#include "app/data/crosswalk_steps.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

/// Carries one indicator, and says what came of it.
class IndicatorCarrier {
 public:
  IndicatorCarrier(ProjectData& data, const model::Indicator& indicator, const model::Period& from,
                   const model::Period& to, const base::Job& job)
      : m_data(data),
        m_indicator(indicator),
        m_from(from),
        m_to(to),
        m_job(job),
        m_old_vintage(data.project().boundaries_on(from.date)->id),
        m_new_vintage(data.project().boundaries_on(to.date)->id) {
    m_out.units = data.units(m_new_vintage, job);
    m_out.values.assign(m_out.units->size(), model::k_no_data);
    m_out.texts.resize(m_out.units->size());
    m_out.source_row.resize(m_out.units->size(), 0);
  }

  Figures carried() {
    try {
      if (m_indicator.words) {
        take_words();
      } else {
        take_numbers();
      }
    } catch (const base::Error& error) {
      if (error.kind() == base::ErrorKind::cancelled) throw;
      cannot(error.message(), error.remedy());
    }
    return std::move(m_out);
  }

 private:
  void cannot(const Text& why, const Text& remedy) {
    m_out.findings.push_back(
        {Severity::warning, "figures.other-units", m_data.project().file,
         text("chỉ tiêu “{}”", "indicator “{}”", {m_indicator.id}),
         text("“{}” và “{}” có hai danh sách đơn vị khác nhau, và số liệu không chuyển sang được: {}",
              "“{}” and “{}” have different lists of units, and the figures cannot be carried over: {}",
              {m_from.title, m_to.title, why}),
         remedy});
  }

  void note(const Text& rule, std::size_t estimated, std::size_t unknown) {
    Text what = text("số liệu {} được chuyển sang đơn vị của {} theo quy tắc “{}”",
                     "the figures of {} were carried over to the units of {} by the rule “{}”",
                     {m_from.title, m_to.title, rule});
    if (estimated > 0)
      what = text("{}; {} đơn vị ước theo diện tích", "{}; {} units estimated by area", {what, estimated});
    if (unknown > 0)
      what = text("{}; {} đơn vị chưa rõ vì thiếu số liệu hoặc các phần khác nhau",
                  "{}; {} units unknown, since a part has no figure or the parts differ", {what, unknown});
    m_out.findings.push_back({Severity::note,
                              "figures.carried",
                              m_data.project().file,
                              text("chỉ tiêu “{}”", "indicator “{}”", {m_indicator.id}),
                              std::move(what),
                              {}});
  }

  void take_numbers() {
    const Text remedy = text("Ghi carry cho chỉ tiêu, hoặc chọn hai kỳ trên cùng danh sách đơn vị.",
                             "Give the indicator carry, or choose two periods on the same list of units.");
    if (m_indicator.table.empty()) {
      cannot(
          text("chỉ tiêu được tính từ kết quả đánh giá, không cộng gộp được",
               "it is computed from verdicts, which do not add up"),
          text("Chọn hai kỳ trên cùng danh sách đơn vị.", "Choose two periods on the same list of units."));
      return;
    }
    const CarriedFigures all = carry_figures(m_data, {m_old_vintage, m_new_vintage, m_from.id}, m_job);
    const std::string& id = all.column_of.at(m_indicator.id);
    const auto column = std::find_if(all.columns.begin(), all.columns.end(),
                                     [&](const CarriedColumn& one) { return one.spec.id == id; });
    if (column == all.columns.end()) {
      cannot(text("chỉ tiêu không có quy tắc chuyển", "the indicator has no rule for it"), remedy);
      return;
    }
    m_out.values = all.values.find(id)->value;
    note(rule_text(column->spec), column->estimated, column->missing);
  }

  /// Words have no sum: a new unit takes the one that all its parts say.
  void take_words() {
    const Figures old = m_data.figures(m_indicator.id, m_from.id, m_job);
    m_out.illustrative = old.illustrative;
    std::vector<std::string> words = old.texts;
    for (std::size_t unit = 0; unit < old.not_applicable.size(); ++unit) {
      if (old.not_applicable[unit] != 0) words[unit] = k_says_nothing;
    }
    const ProjectCrosswalks& crosswalks = *m_data.crosswalks();
    refuse_errors(crosswalks.findings, m_old_vintage, m_new_vintage);
    for (const criteria::Crosswalk& crosswalk : crosswalk_chain(crosswalks, m_old_vintage, m_new_vintage)) {
      const CrosswalkStep step = tie_step(m_data, crosswalk, m_job);
      refuse_errors(step.findings, crosswalk.from, crosswalk.to);
      words = agreed(step, words);
    }
    const auto unknown = std::count(words.begin(), words.end(), std::string());
    std::replace(words.begin(), words.end(), std::string(k_says_nothing), std::string());
    m_out.texts = std::move(words);
    note(text("mọi phần giống nhau", "all parts alike"), 0, static_cast<std::size_t>(unknown));
  }

  /// The word of each new unit; empty where a part has none or two differ.
  static std::vector<std::string> agreed(const CrosswalkStep& step, const std::vector<std::string>& words) {
    std::vector<std::string> out(step.new_units->size(), k_says_nothing);
    for (const criteria::UnitLink& link : step.tied.links) {
      const std::string& part = words[link.old_unit];
      std::string& whole = out[link.new_unit];
      if (whole == k_says_nothing) {
        whole = part;
      } else if (part != k_says_nothing && part != whole) {
        whole.clear();
      }
    }
    return out;
  }

  /// Of a part that the figure is not for: a ward that joins says nothing of the whole.
  static constexpr const char* k_says_nothing = "not_applicable";

  ProjectData& m_data;
  const model::Indicator& m_indicator;
  const model::Period& m_from;
  const model::Period& m_to;
  const base::Job& m_job;
  std::string m_old_vintage;
  std::string m_new_vintage;
  Figures m_out;
};

}  // namespace

Figures carry_indicator(ProjectData& data, const model::Indicator& indicator, const model::Period& from,
                        const model::Period& to, const base::Job& job) {
  return IndicatorCarrier(data, indicator, from, to, job).carried();
}

}  // namespace ntmap::app
