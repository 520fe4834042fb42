#include "app/map/multiples.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "app/map/category_words.hpp"
#include "app/map/map_classes.hpp"
#include "app/programme/assessment.hpp"
#include "app/programme/computed_figure.hpp"
#include "app/programme/count_range.hpp"
#include "base/error.hpp"
#include "scene/classify.hpp"
#include "scene/legend.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Text;
using base::text;

constexpr model::Rgb k_met{0x01, 0x66, 0x5e};
constexpr model::Rgb k_not_met{0xdf, 0xae, 0x62};

/// How many units are in each state.
struct Tally {
  std::size_t met = 0;
  std::size_t judged = 0;  ///< met, not met and unknown
};

/// Figures of several maps one after the other, to be classified together, and where each map begins.
struct Pool {
  std::vector<double> values;
  std::vector<std::string> texts;
  std::vector<std::uint8_t> not_applicable;
  std::vector<scene::ValueRange> ranges;

  void add(const Figures& figures) {
    const std::size_t units = figures.units->size();
    values.insert(values.end(), figures.values.begin(), figures.values.end());
    texts.insert(texts.end(), figures.texts.begin(), figures.texts.end());
    texts.resize(values.size());
    not_applicable.insert(not_applicable.end(), figures.not_applicable.begin(), figures.not_applicable.end());
    not_applicable.resize(values.size(), 0);
    const std::vector<scene::ValueRange> of_these = count_ranges(figures);
    ranges.insert(ranges.end(), of_these.begin(), of_these.end());
    sizes.push_back(units);
  }
  std::vector<std::size_t> sizes;
};

/// The head of a sheet of small maps: everything but the maps.
void set_head(MultiplesContent& out, const model::Project& project, const RenderOptions& options,
              const Text& basis) {
  sheet::SheetRequest& request = out.sheet.request;
  request.page = options.page;
  request.lang = options.lang;
  request.date = options.date;
  request.source = base::join({project.source, project.notice, basis}, ". ");
  if (!options.date.empty()) {
    request.source =
        base::join({request.source, text("Lập ngày {}", "Made on {}", {written_date(options.date)})}, ". ");
  }
  request.polygons = &out.units.front()->layer.polygons;
  request.labels = request.north_arrow = request.scale_bar = false;
}

/// Keeps the classes and gives each small map its part of them.
void share_classes(MultiplesContent& out, model::ClassList pooled, const std::vector<std::size_t>& sizes) {
  auto from = pooled.class_of.begin();
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto to = from + static_cast<std::ptrdiff_t>(sizes[i]);
    out.sheet.request.maps[i].class_of.assign(from, to);
    from = to;
  }
  // The list stands for the first map's units; its counts for all maps together.
  pooled.class_of = out.sheet.request.maps.front().class_of;
  const base::Findings findings = colours_for_eyes(pooled);
  out.findings.insert(out.findings.end(), findings.begin(), findings.end());
  out.sheet.classes.push_back(std::move(pooled));
  out.sheet.request.classes = &out.sheet.classes.back();
}

/// Borders and polygons for the map engine, once for each set of units.
void add_units(MultiplesContent& out, sheet::SmallMap& map, const std::shared_ptr<const Units>& units) {
  map.polygons = &units->layer.polygons;
  if (std::find(out.units.begin(), out.units.end(), units) == out.units.end()) {
    out.units.push_back(units);
    out.sheet.drawn[map.polygons] = {polygons_of(units), {units->district_of, {}}};
    map.borders = add_borders(out.sheet, *units);
    return;
  }
  const auto same =
      std::find_if(out.sheet.request.maps.begin(), out.sheet.request.maps.end(),
                   [&](const sheet::SmallMap& other) { return other.polygons == map.polygons; });
  map.borders = same->borders;
}

Tally tally_of(const Figures& figures) {
  Tally tally;
  for (std::size_t unit = 0; unit < figures.texts.size(); ++unit) {
    tally.met += figures.texts[unit] == "met" ? 1 : 0;
    tally.judged += figures.not_applicable.empty() || figures.not_applicable[unit] == 0 ? 1 : 0;
  }
  return tally;
}

Figures verdicts(const Assessment& assessment, const std::shared_ptr<const Units>& units,
                 const std::string& set, const std::string& criterion) {
  model::Indicator indicator;
  indicator.compute = "verdict:" + criterion;
  indicator.set = set;
  ComputedFigure computed = compute_indicator(assessment, indicator);
  Figures figures;
  figures.units = units;
  figures.values = std::move(computed.values);
  figures.texts = std::move(computed.words);
  for (std::string& word : figures.texts) {
    if (word == "unknown") word.clear();
  }
  figures.not_applicable = std::move(computed.not_applicable);
  figures.illustrative = computed.illustrative;
  return figures;
}

/// "Vướng nhiều nhất: 17 Môi trường (31), 10 Thu nhập (18)": where most units fail.
Text hardest(std::vector<std::pair<std::size_t, Text>> failures) {
  constexpr std::size_t k_named = 3;
  std::stable_sort(failures.begin(), failures.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Text list;
  for (std::size_t i = 0; i < std::min(k_named, failures.size()); ++i) {
    if (failures[i].first == 0) break;
    list =
        base::join({list, text("**{}** ({})", "**{}** ({})", {failures[i].second, failures[i].first})}, ", ");
  }
  return list.empty() ? Text() : text("Vướng nhiều nhất: {}.", "Most often not met: {}.", {list});
}

model::ClassList verdict_classes(const Pool& pool) {
  const std::vector<model::ThemeCategory> categories{{"met", text("Đạt", "Met"), k_met},
                                                     {"not_met", text("Chưa đạt", "Not met"), k_not_met}};
  return scene::categories(
      pool.texts, categories,
      {.title = text("Kết quả đánh giá", "Verdict"), .not_applicable = pool.not_applicable});
}

MultiplesContent criteria_sheet(ProjectData& data, const MapContent& map, const RenderOptions& options) {
  const model::Project& project = data.project();
  const model::Indicator& indicator = *project.find_indicator(map.theme.indicator);
  if (indicator.set.empty()) {
    throw Error(ErrorKind::usage,
                text("Chuyên đề “{}” không tính từ bộ tiêu chí nào",
                     "Theme “{}” is not computed from a criteria set", {map.theme.id}),
                text("Chọn --theme có chỉ tiêu với “compute” và “set”.",
                     "Choose a --theme whose indicator has “compute” and “set”."));
  }
  const auto assessment = data.assessment(*project.find_period(map.period));
  const criteria::CriteriaSet& set = assessment->evaluation().find(indicator.set)->set();
  MultiplesContent out;
  out.findings = map.findings;
  Pool pool;
  Text basis;
  std::vector<std::pair<std::size_t, Text>> failures;
  for (const criteria::Criterion& criterion : set.criteria) {
    if (criterion.gate) continue;
    const Figures figures = verdicts(*assessment, map.figures.units, set.id, criterion.no);
    const Tally tally = tally_of(figures);
    if (figures.illustrative) basis = illustrative_line(figures);
    const auto failed =
        static_cast<std::size_t>(std::count(figures.texts.begin(), figures.texts.end(), "not_met"));
    const Text name = text("{} {}", "{} {}", {criterion.no, criterion.name});
    failures.emplace_back(failed, name);
    sheet::SmallMap small;
    // Blanks that do not break keep the count together.
    small.title =
        text("{} (đạt\u00a0{}/{})", "{} ({}\u00a0of\u00a0{}\u00a0met)", {name, tally.met, tally.judged});
    add_units(out, small, figures.units);
    out.sheet.request.maps.push_back(std::move(small));
    pool.add(figures);
  }
  set_head(out, project, options, basis);
  share_classes(out, verdict_classes(pool), pool.sizes);
  sheet::SheetRequest& request = out.sheet.request;
  request.title = text("Kết quả đánh giá {} tiêu chí", "Verdicts on {} criteria", {request.maps.size()});
  request.subtitle = base::join({map.subtitle, set.name}, " · ");
  request.message = hardest(std::move(failures));
  request.counts = false;
  return out;
}

std::vector<std::string> periods_to_show(ProjectData& data, const model::Theme& theme) {
  if (theme.kind == model::ThemeKind::bivariate || theme.kind == model::ThemeKind::symbols) {
    throw Error(
        ErrorKind::usage,
        text("Chuyên đề “{}” không vẽ được theo các kỳ", "Theme “{}” cannot be shown by periods", {theme.id}),
        text("Chọn chuyên đề kiểu “value” hoặc “category”.",
             "Choose a theme of kind “value” or “category”."));
  }
  std::vector<std::string> periods = data.periods_of(theme.indicator);
  if (periods.size() >= 2) return periods;
  throw Error(
      ErrorKind::usage,
      text("Chuyên đề “{}” có số liệu ở {} kỳ, cần ít nhất hai",
           "Theme “{}” has figures in {} periods; at least two are needed", {theme.id, periods.size()}),
      text("Thêm bảng của các kỳ khác vào dự án.", "Add tables of other periods to the project."));
}

Text period_title(const model::Period& period, const Figures& figures) {
  const Text when(scene::capitalised(period.title.vi), scene::capitalised(period.title.en));
  return text("{} · {}", "{} · {}", {when, count_of_units(*figures.units)});
}

MultiplesContent periods_sheet(ProjectData& data, const MapContent& map, const RenderOptions& options,
                               const base::Job& job) {
  const model::Project& project = data.project();
  const model::Indicator& indicator = *project.find_indicator(map.theme.indicator);
  MultiplesContent out;
  Pool pool;
  Text basis;
  for (const std::string& id : periods_to_show(data, map.theme)) {
    job.checkpoint();
    const Figures figures = data.figures(map.theme.indicator, id, job);
    out.findings.insert(out.findings.end(), figures.findings.begin(), figures.findings.end());
    if (figures.illustrative) basis = illustrative_line(figures);
    sheet::SmallMap small;
    small.title = period_title(*project.find_period(id), figures);
    add_units(out, small, figures.units);
    out.sheet.request.maps.push_back(std::move(small));
    pool.add(figures);
  }
  set_head(out, project, options, basis);
  const scene::ClassifyOptions how{.title = map.theme.legend.empty() ? indicator.title : map.theme.legend,
                                   .unit = indicator.unit,
                                   .not_applicable = pool.not_applicable,
                                   .ranges = pool.ranges};
  model::ClassList classes =
      map.theme.kind == model::ThemeKind::category
          ? scene::categories(words_of_list(pool.texts, map.theme.categories), map.theme.categories, how)
          : scene::classify(pool.values, map.theme.classification, how);
  if (map.theme.labels.size() == classes.classes.size()) {
    for (std::size_t i = 0; i < map.theme.labels.size(); ++i) classes.classes[i].label = map.theme.labels[i];
  }
  share_classes(out, std::move(classes), pool.sizes);
  sheet::SheetRequest& request = out.sheet.request;
  request.title = map.title;
  request.subtitle = base::join(
      {place_of(project), text("{} kỳ", "{} periods", {request.maps.size()}), map.theme.subtitle}, " · ");
  request.counts = false;
  return out;
}

}  // namespace

MultiplesContent multiples_of(ProjectData& data, const MapChoice& choice, Multiples which,
                              const RenderOptions& options, const base::Job& job) {
  MapChoice plain = choice;
  plain.label_points = false;
  const MapContent map = map_content(data, plain, job.part(0, 0.5));
  if (which == Multiples::criteria) return criteria_sheet(data, map, options);
  return periods_sheet(data, map, options, job.part(0.5, 1));
}

}  // namespace ntmap::app
