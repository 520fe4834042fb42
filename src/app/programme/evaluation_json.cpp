#include <cmath>
#include <string_view>

#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/json_report.hpp"

namespace ntmap::app {
namespace {

class JsonReport {
 public:
  JsonReport(const EvaluationReport& report, base::Lang lang, const base::Job& job)
      : m_report(report), m_assessment(*report.assessment), m_lang(lang), m_job(job) {}

  std::string text() {
    m_json.open('{');
    m_json.member("project", m_report.project.in(m_lang));
    m_json.member("notice", m_report.notice.in(m_lang));
    m_json.member("period", m_assessment.period().id);
    m_json.member("date", m_assessment.period().date);
    list("summary", summary_of(m_report), [&](const base::Text& line) { m_json.value(line.in(m_lang)); });
    list("units", m_report.units, [&](std::uint32_t unit) {
      m_job.checkpoint();
      write(unit_report(m_assessment, unit));
    });
    list("areas", m_report.areas, [&](const AreaSummary& area) { write(area); });
    list("targets", m_report.targets, [&](const TargetReport& one) { write(one); });
    list("stated_figures", m_report.stated, [&](const StatedFigure& one) { write(one); });
    write_nearest();
    write_left();
    m_json.close('}');
    return m_json.take();
  }

 private:
  template <typename Items, typename Write>
  void list(std::string_view name, const Items& items, Write write_one) {
    m_json.key(name);
    m_json.open('[');
    for (const auto& item : items) write_one(item);
    m_json.close(']');
  }

  void write(const UnitReport& unit) {
    m_json.open('{');
    m_json.member("level", level_id(m_assessment.tree().level_of(unit.unit)));
    m_json.member("code", unit.code);
    m_json.member("name", unit.name);
    m_json.member("district", unit.district);
    m_json.member("excluded", unit.excluded.in(m_lang));
    m_json.member("level_met", unit.level.in(m_lang));
    m_json.member("recognised", unit.recognised.in(m_lang));
    if (m_report.old_titles && unit.unit < m_assessment.tree().map_count)
      m_json.member("old_titles", mix_text(*m_report.old_titles, unit.unit).in(m_lang));
    m_json.member("next_set", unit.next_set);
    list("next_levels", unit.next, [&](const NextLevel& next) {
      m_json.open('{');
      m_json.member("set", next.set);
      m_json.member("name", next.name.in(m_lang));
      list("missing", next.missing, [&](const base::Text& one) { m_json.value(one.in(m_lang)); });
      m_json.close('}');
    });
    m_json.member("sponsor", unit.sponsor);
    m_json.member("deadline", unit.deadline);
    list("missing", unit.missing, [&](const base::Text& one) { m_json.value(one.in(m_lang)); });
    list("sets", unit.sets, [&](const SetReport& set) { write(set); });
    m_json.close('}');
  }

  /// Of units that no decision of the project is about, as after a reform.
  static base::Text no_decision() {
    return {"dự án chưa có quyết định công nhận nào cho danh sách đơn vị này",
            "the project has no decision of recognition for this list of units"};
  }

  void write(const SetReport& set) {
    m_json.open('{');
    m_json.member("set", set.set);
    m_json.member("rank", set.rank);
    m_json.member("verdict", verdict_id(set.overall.verdict()));
    m_json.member("met", set.count.met);
    m_json.member("not_met", set.count.not_met);
    m_json.member("unknown", set.count.unknown);
    m_json.member("not_applicable", set.count.not_applicable);
    m_json.member("total", set.count.total);
    const bool pending = set.state == criteria::State::pending_after_merger;
    // Where no decision speaks of these units, as after a reform, nobody knows what they hold.
    m_json.member("state", m_assessment.titles_known() || pending ? state_id(set.state) : "unknown");
    m_json.member("standing", (set.standing.empty() ? no_decision() : set.standing).in(m_lang));
    m_json.member("notes", mark_notes(set.overall));
    list("criteria", set.criteria, [&](const CriterionReport& criterion) {
      m_json.open('{');
      m_json.member("no", criterion.number);
      m_json.member("name", criterion.name.in(m_lang));
      m_json.member("verdict", verdict_id(criterion.mark.verdict()));
      m_json.member("notes", mark_notes(criterion.mark));
      list("indicators", criterion.indicators, [&](const IndicatorReport& one) { write(one); });
      m_json.close('}');
    });
    m_json.close('}');
  }

  void write(const IndicatorReport& indicator) {
    const criteria::Evidence& evidence = indicator.evidence;
    m_json.open('{');
    m_json.member("code", evidence.code);
    m_json.member("decision", evidence.decision);
    m_json.member("comparison", comparison_sign(evidence));
    m_json.member("verdict", verdict_id(evidence.mark.verdict()));
    m_json.member("reason", criteria::word(evidence.mark.why()).in(m_lang));
    m_json.member("notes", evidence_notes(evidence));
    list("figures", evidence.figures,
         [&](const criteria::FigureEvidence& figure) { write(evidence, figure); });
    m_json.member("evidence", indicator.sentence.in(m_lang));
    m_json.member("lead", indicator.lead);
    m_json.close('}');
  }

  void write(const criteria::Evidence& evidence, const criteria::FigureEvidence& figure) {
    m_json.open('{');
    m_json.member("id", figure.id);
    m_json.member("name", figure.name.in(m_lang));
    m_json.member("unit", figure_unit(figure));
    m_json.member("value", figure.value ? figure.value->to_double() : model::k_no_data);
    m_json.member("threshold", figure.threshold ? figure.threshold->to_double() : model::k_no_data);
    m_json.member("margin_pct", 100 * figure.margin);
    m_json.member("file", figure.sheet.file);
    m_json.member("sheet", figure.sheet.sheet);
    if (figure.row > 0) m_json.member("row", figure.row);
    m_json.member("date", figure_date(evidence, figure));
    m_json.close('}');
  }

  void write(const criteria::Share& share) {
    m_json.open('{');
    m_json.member("met", static_cast<double>(share.met));
    m_json.member("of", static_cast<double>(share.of));
    m_json.member("unknown", static_cast<double>(share.unknown));
    m_json.member("excluded", static_cast<double>(share.excluded));
    m_json.member("not_applicable", static_cast<double>(share.not_applicable));
    m_json.member("base", share.base == criteria::Base::all ? "all" : "implementing");
    m_json.close('}');
  }

  void write(const AreaSummary& area) {
    m_json.open('{');
    m_json.member("code", area.code);
    m_json.member("name", area.name.empty() ? m_report.project.in(m_lang) : area.name);
    m_json.member("communes", static_cast<double>(area.communes));
    m_json.member("excluded", static_cast<double>(area.excluded));
    list("sets", area.sets, [&](const SetSummary& set) {
      m_json.open('{');
      m_json.member("set", set.set);
      m_json.key("evaluated");
      write(set.evaluated);
      if (set.recognised) {
        m_json.key("recognised");
        write(*set.recognised);
      }
      m_json.member("lapsed", static_cast<double>(set.lapsed));
      m_json.member("lapsed_conditions", static_cast<double>(set.lapsed_conditions));
      m_json.member("revocable", static_cast<double>(set.revocable));
      m_json.member("pending", static_cast<double>(set.pending));
      m_json.member("of_older_set", static_cast<double>(set.of_older_set));
      m_json.member("illustrative", static_cast<double>(set.illustrative));
      m_json.member("mean_criteria", set.criteria.mean());
      m_json.close('}');
    });
    list("figures", area.figures, [&](const FigureSummary& one) {
      m_json.open('{');
      m_json.member("id", one.id);
      m_json.member("value", one.value.value.value_or(model::k_no_data));
      m_json.member("missing", static_cast<double>(one.value.missing));
      m_json.member("shown", one.shown.in(m_lang));
      m_json.close('}');
    });
    m_json.close('}');
  }

  void write(const TargetReport& one) {
    m_json.open('{');
    m_json.member("id", one.target.id);
    m_json.member("document", one.target.document_name.in(m_lang));
    m_json.member("place", one.place);
    m_json.member("figure", one.target.figure);
    m_json.member("value", one.target.value ? one.target.value->to_double() : model::k_no_data);
    m_json.member("due", one.target.due.text().en);
    m_json.member("now", one.now.value.value.value_or(model::k_no_data));
    m_json.member("now_period", one.now.period);
    m_json.member("share", one.progress.share.value_or(model::k_no_data));
    m_json.member("expected", one.progress.expected.value_or(model::k_no_data));
    m_json.member("needed_rate", one.progress.needed_rate.value_or(model::k_no_data));
    m_json.member("verdict", verdict_id(one.progress.verdict));
    m_json.member("pace", pace_id(one.progress.pace));
    m_json.member("sentence", one.sentence.in(m_lang));
    m_json.member("lead", one.lead);
    m_json.close('}');
  }

  void write(const StatedFigure& one) {
    m_json.open('{');
    m_json.member("id", one.statement.id);
    m_json.member("document", one.statement.document_name.in(m_lang));
    m_json.member("figure", one.statement.figure);
    m_json.member("stated", one.statement.value_text);
    m_json.member("computed", one.computed.value.value.value_or(model::k_no_data));
    m_json.member("agreement", agreement_id(one.agreement));
    m_json.member("sentence", one.sentence.in(m_lang));
    m_json.close('}');
  }

  void numbers(std::string_view name, const criteria::SetResult& result,
               const std::vector<std::uint16_t>& criteria) {
    list(name, criteria, [&](std::uint16_t index) { m_json.value(result.set().criteria[index].no); });
  }

  /// Which units are nearest to each set, and which criterion would lift most of them if it were mended.
  void write_nearest() {
    m_json.key("nearest");
    m_json.open('[');
    for (const criteria::SetResult* in_use : judging_sets(m_assessment)) {
      const criteria::SetResult& result = *in_use;
      const std::string& id = result.set().id;
      m_json.open('{');
      m_json.member("set", id);
      list("units", app::nearest_units(m_assessment, id), [&](const criteria::Nearness& near) {
        m_json.open('{');
        m_json.member("code", m_assessment.tree().units[near.unit].code);
        numbers("not_met", result, near.failing);
        numbers("unknown", result, near.unknown);
        m_json.member("gap_pct", 100 * near.gap);
        m_json.member("prerequisites_met", near.lacks_prerequisite ? "no" : "yes");
        m_json.close('}');
      });
      list("lifts", app::single_lifts(m_assessment, id), [&](const criteria::Lift& lift) {
        m_json.open('{');
        m_json.member("no", result.set().criteria[lift.criterion].no);
        m_json.member("units", static_cast<double>(lift.units.size()));
        m_json.close('}');
      });
      m_json.close('}');
    }
    m_json.close(']');
  }

  void write_left() {
    for (const char* by : {"left_by_department", "left_by_sponsor"}) {
      m_json.key(by);
      m_json.open('[');
      for (const criteria::SetResult* in_use : judging_sets(m_assessment)) {
        const criteria::SetResult& result = *in_use;
        const bool departments = std::string_view(by) == "left_by_department";
        if (!departments && m_assessment.sponsors().empty()) continue;
        const auto remainders = departments ? left_by_department(m_assessment, result.set().id)
                                            : left_by_sponsor(m_assessment, result.set().id);
        for (const criteria::Remainder& one : remainders) write(result, one);
      }
      m_json.close(']');
    }
  }

  void write(const criteria::SetResult& result, const criteria::Remainder& one) {
    m_json.open('{');
    m_json.member("set", result.set().id);
    m_json.member("who", one.who);
    m_json.member("deadline", one.deadline.text().en);
    m_json.member("units", static_cast<double>(one.units));
    list("tasks", one.tasks, [&](const criteria::Task& task) {
      m_json.open('{');
      m_json.member("code", m_assessment.tree().units[task.unit].code);
      m_json.member("indicator", result.indicators()[task.indicator].indicator->code);
      m_json.member("verdict", verdict_id(task.verdict));
      m_json.close('}');
    });
    m_json.close('}');
  }

  const EvaluationReport& m_report;
  const Assessment& m_assessment;
  base::Lang m_lang;
  const base::Job& m_job;
  JsonText m_json;
};

}  // namespace

std::string evaluation_json(const EvaluationReport& report, base::Lang lang, const base::Job& job) {
  return JsonReport(report, lang, job).text();
}

}  // namespace ntmap::app
