#include "app/check/check_project.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "app/check/check_area_figures.hpp"
#include "app/check/check_areas.hpp"
#include "app/check/check_blank_cells.hpp"
#include "app/check/check_carried.hpp"
#include "app/check/check_dates_apart.hpp"
#include "app/check/check_far_units.hpp"
#include "app/check/check_letters.hpp"
#include "app/check/check_mosaic.hpp"
#include "app/check/check_names.hpp"
#include "app/check/check_negative.hpp"
#include "app/check/check_registers.hpp"
#include "app/check/check_words.hpp"
#include "app/check/data_seal.hpp"
#include "app/data/crosswalk_steps.hpp"
#include "app/data/told_twice.hpp"
#include "app/map/map_content.hpp"
#include "app/map/scene_content.hpp"
#include "app/programme/target_report.hpp"
#include "app/project/project_file.hpp"
#include "app/project/source_files.hpp"
#include "base/error.hpp"
#include "colour/check.hpp"

namespace ntmap::app {
namespace {

using base::Finding;
using base::Findings;
using base::Severity;
using base::text;

/// Collects findings; the same flaw seen through two indicators counts once.
class Collection {
 public:
  explicit Collection(const model::Project& project) : m_project(project), m_files(source_files(project)) {}

  void add(const Findings& findings) {
    for (const Finding& finding : findings) {
      if (finding.rule == "scene.broken" && repeats_an_error(finding)) continue;
      if (m_seen.emplace(finding.rule, finding.file, finding.place.en, finding.what.en).second)
        m_all.push_back(finding);
    }
  }

  /// Runs one check; an Error becomes a finding about `what`.
  void attempt(const base::Text& what, const std::function<Findings()>& check) {
    try {
      add(check());
    } catch (const base::Error& error) {
      if (error.kind() == base::ErrorKind::cancelled) throw;
      // A file, or a flaw of a criteria set, stops all that rests on it: it is told where it is met first.
      if (m_errors.insert(error.message().en).second) add({unreadable(what, error)});
    }
  }

  Findings sorted() {
    drop_told_twice(m_all);
    std::stable_sort(m_all.begin(), m_all.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    return std::move(m_all);
  }

 private:
  /// The message of an Error begins with the file that it is about: "table.csv: there is no field". Where it
  /// names none, the project's own file asks for what cannot be had.
  Finding unreadable(const base::Text& what, const base::Error& error) const {
    Finding out{Severity::error, "project.unreadable", m_project.file, what, error.message(), error.remedy()};
    for (const std::string& name : m_files) {
      const std::string path = resolve(m_project, name);
      for (const std::string& file : {path, name}) {
        const std::string start = file + ": ";
        if (!out.what.vi.starts_with(start) || !out.what.en.starts_with(start)) continue;
        out.file = path;
        out.what = base::Text(out.what.vi.substr(start.size()), out.what.en.substr(start.size()));
        return out;
      }
    }
    return out;
  }

  /// A scene that cannot be shown for a reason that is told already.
  bool repeats_an_error(const Finding& finding) const {
    return std::any_of(m_errors.begin(), m_errors.end(), [&](const std::string& message) {
      return finding.what.en.find(message) != std::string::npos;
    });
  }

  const model::Project& m_project;
  std::vector<std::string> m_files;  ///< that it reads
  std::set<std::tuple<std::string, std::string, std::string, std::string>> m_seen;
  std::set<std::string> m_errors;  ///< messages
  Findings m_all;
};

Finding blank_finding(const ProjectData& data, const std::string& indicator, const std::string& period,
                      const Figures& figures) {
  constexpr std::size_t k_named = 5;
  base::Text units;
  for (std::size_t i = 0; i < std::min(k_named, figures.blank.size()); ++i) {
    const std::string name = figures.units->full_name(figures.blank[i]);
    units = i == 0 ? base::Text(name) : base::join({units, name}, ", ");
  }
  if (figures.blank.size() > k_named) units = base::join({units, "…"}, ", ");
  const base::Text& title = data.project().find_indicator(indicator)->title;
  return {Severity::warning,
          "figures.blank",
          figures.file,
          units,
          text("{} đơn vị chưa có số liệu “{}”{}", "{} units have no figure of “{}”{}",
               {figures.blank.size(), title.empty() ? base::Text(indicator) : title,
                period.empty() ? base::Text() : text(" kỳ {}", " in {}", {period})}),
          text("Điền số liệu; đến khi đó các đơn vị này là “chưa rõ”.",
               "Fill in the figures; until then these units are “unknown”.")};
}

/// What is wrong with an indicator in every period that has figures. Where none has, the latest is looked at
/// all the same: its findings say why.
Findings indicator_findings(ProjectData& data, const std::string& indicator) {
  std::vector<std::string> periods = data.periods_of(indicator);
  const std::vector<model::Period>& all = data.project().periods;
  if (periods.empty()) periods.push_back(all.empty() ? std::string() : all.back().id);
  Findings findings;
  for (const std::string& period : periods) {
    const Figures figures = data.figures(indicator, period);
    findings.insert(findings.end(), figures.findings.begin(), figures.findings.end());
    for (const Finding& finding :
         negative_findings(data.project(), *data.project().find_indicator(indicator), period, figures))
      findings.push_back(finding);
    for (const Finding& finding :
         beyond_area_findings(*data.project().find_indicator(indicator), period, figures))
      findings.push_back(finding);
    for (const Finding& finding :
         blank_cell_findings(data, *data.project().find_indicator(indicator), period))
      findings.push_back(finding);
    const bool some = figures.blank.size() < figures.units->size();
    if (some && !figures.blank.empty()) findings.push_back(blank_finding(data, indicator, period, figures));
  }
  return findings;
}

/// Classes that look alike to some eyes or in black and white.
Findings colour_findings(ProjectData& data, const model::Theme& theme) {
  const MapContent map = map_content(data, {.theme = theme.id, .period = {}, .label_points = false});
  Findings findings = colour::check_map_colours(map.classes);
  for (Finding& finding : findings) {
    finding.place = text("chuyên đề “{}”: {}", "theme “{}”: {}", {theme.id, finding.place});
  }
  for (const Finding& finding : map.findings) {
    if (finding.rule == "classes.word-not-listed") findings.push_back(finding);
  }
  return findings;
}

Findings theme_findings(ProjectData& data, const model::Theme& theme) {
  if (!data.latest_period_of(theme.indicator).empty() || data.project().periods.empty())
    return colour_findings(data, theme);
  return {{Severity::error,
           "theme.no-data",
           {},
           text("chuyên đề “{}”", "theme “{}”", {theme.id}),
           text("không kỳ nào có số liệu", "no period has figures"),
           text("Kiểm tra bảng và trường của chỉ tiêu “{}”.", "Check the table and field of indicator “{}”.",
                {theme.indicator})}};
}

}  // namespace

Findings check_project(ProjectData& data, const base::Job& job) {
  const model::Project& project = data.project();
  Collection found(project);
  const double steps = static_cast<double>(2 * project.boundaries.size() + project.tables.size() +
                                           project.indicators.size() + project.themes.size() +
                                           project.areas.size() + (project.crosswalks.empty() ? 0 : 2) + 2);
  double done = 0;
  const auto step = [&](const base::Text& what, const std::function<Findings()>& check) {
    job.checkpoint();
    found.attempt(what, check);
    job.progress(++done / steps);
  };
  const auto part = [&] { return job.part(done / steps, (done + 1) / steps); };
  found.attempt(text("chốt số liệu", "seal"), [&] { return seal_findings(project); });
  for (const model::Boundaries& boundaries : project.boundaries) {
    step(text("ranh giới “{}”", "boundaries “{}”", {boundaries.id}),
         [&] { return data.units(boundaries.id)->findings; });
    step(text("ranh giới “{}”", "boundaries “{}”", {boundaries.id}), [&] {
      const auto units = data.units(boundaries.id);
      Findings findings = mosaic_findings(*units, part());
      for (const Findings& some :
           {far_unit_findings(*units), unit_name_findings(*units), unit_letter_findings(*units)})
        findings.insert(findings.end(), some.begin(), some.end());
      return findings;
    });
  }
  for (std::size_t date = 1; date < project.boundaries.size(); ++date) {
    const model::Boundaries& later = project.boundaries[date];
    found.attempt(text("ranh giới “{}”", "boundaries “{}”", {later.id}), [&] {
      return dates_apart_findings(*data.units(project.boundaries[date - 1].id), *data.units(later.id));
    });
  }
  for (const model::TableSource& table : project.tables) {
    step(text("bảng “{}”", "table “{}”", {table.id}), [&] { return row_name_findings(data, table); });
  }
  if (project.criteria) {
    found.attempt(text("[criteria]", "[criteria]"), [&] {
      data.rulebook();
      return Findings();
    });
  }
  for (const model::Indicator& indicator : project.indicators) {
    step(text("chỉ tiêu “{}”", "indicator “{}”", {indicator.id}),
         [&] { return indicator_findings(data, indicator.id); });
  }
  found.attempt(text("tên đã xác nhận", "confirmed names"), [&] { return alias_code_findings(data); });
  for (const model::AreaSource& areas : project.areas) {
    step(text("lớp vùng “{}”", "areas “{}”", {areas.id}), [&] { return area_findings(data, areas); });
  }
  found.attempt(text("[programme]", "[programme]"), [&] { return register_findings(data, today()); });
  step(text("[criteria] và [programme]", "[criteria] and [programme]"),
       [&] { return programme_findings(data, job); });
  found.attempt(text("[criteria]", "[criteria]"), [&] { return beyond_area_findings(data, job); });
  for (const model::Theme& theme : project.themes) {
    step(text("chuyên đề “{}”", "theme “{}”", {theme.id}), [&] { return theme_findings(data, theme); });
  }
  if (!project.crosswalks.empty()) {
    step(text("bảng chuyển đổi đơn vị", "crosswalks"), [&] { return crosswalk_findings(data); });
    step(text("số liệu chuyển sang đơn vị mới", "figures carried to new units"),
         [&] { return carried_findings(data, part()); });
  }
  found.attempt(text("chữ trên bản đồ", "texts of the maps"), [&] { return word_findings(data); });
  step(text("các cảnh", "scenes"), [&] { return scene_findings(data, today(), job); });
  return found.sorted();
}

}  // namespace ntmap::app
