#include "app/desk/area_content.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <utility>

#include "app/areas/area_words.hpp"
#include "app/areas/declared.hpp"
#include "names/fold.hpp"
#include "scene/legend.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using model::AreaStatus;

UnitColumn figure_column(std::string id, Text title, Text unit, int decimals, std::vector<double> numbers,
                         bool adds_up = false) {
  UnitColumn column;
  column.id = std::move(id);
  column.title = std::move(title);
  column.unit = std::move(unit);
  column.decimals = decimals;
  column.adds_up = adds_up;
  column.numbers = std::move(numbers);
  return column;
}

UnitColumn identity_column(std::string id, Text title, const std::vector<std::string>& words) {
  UnitColumn column;
  column.id = std::move(id);
  column.title = std::move(title);
  column.words.assign(words.begin(), words.end());
  for (const std::string& word : words) column.keys.push_back(names::search_key(word));
  return column;
}

std::vector<double> differences(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> out(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) out[i] = a[i] - b[i];
  return out;
}

/// Fills an AreaContent step by step.
class Answer {
 public:
  Answer(ProjectData& data, const AreaMap& map, AreaContent& out, const base::Job& job)
      : m_data(data),
        m_map(map),
        m_source(*data.project().find_areas(out.question.areas)),
        m_out(out),
        m_job(job) {}

  void make() {
    const model::Period* period = m_data.project().find_period(m_map.period);
    m_date = !m_out.question.by.empty() || period == nullptr ? m_out.question.by : period->date;
    m_out.period = m_map.period;
    m_out.limit = m_source.limit;
    m_coverage = m_data.coverage(m_source.id, m_map.units, m_job.part(0, 0.5));
    if (!m_source.weights.empty())
      m_weights = m_data.weights(m_source.weights, m_map.units, m_job.part(0.5, 0.6));
    const CoverageRequest request{.choice = choice_of(m_out.question.statuses, m_date),
                                  .date = m_date,
                                  .target = m_out.question.target.value_or(m_source.target)};
    m_out.report = std::make_shared<const CoverageReport>(
        coverage_report(m_coverage, m_weights, request, m_job.part(0.6, 0.9)));
    m_chosen = m_coverage->chosen(request.choice);
    m_of_pairs = pair_weights(*m_coverage, m_weights.get(), m_job);
    add_columns();
    add_rows();
    add_years();
    m_out.series = year_sums(*m_coverage, choice_of(m_out.question.statuses, ""), m_job);
    m_job.progress(1);
  }

 private:
  void add_columns() {
    const Units& units = *m_map.units;
    const CoverageReport& report = *m_out.report;
    m_out.units.units = m_map.units;
    m_out.units.period = m_map.period;
    m_out.table_differs.assign(units.size(), 0);
    m_out.too_many_served.assign(units.size(), 0);
    auto& columns = m_out.units.columns;
    columns.push_back(identity_column("name", text("Tên", "Name"), units.names));
    if (std::any_of(units.districts.begin(), units.districts.end(),
                    [](const auto& name) { return !name.empty(); }))
      columns.push_back(identity_column("district", text("Huyện", "District"), units.districts));
    columns.push_back(
        figure_column("unit_ha", text("Cả đơn vị", "Unit"), "ha", 1, m_coverage->unit_hectares(), true));
    columns.push_back(
        figure_column("covered_ha", text("Trong vùng", "Covered"), "ha", 1, report.cover->hectares, true));
    columns.push_back(
        figure_column("covered_pct", text("Theo diện tích", "By area"), "%", 1, report.cover->shares));
    if (m_weights) add_weights();
    if (!std::isnan(report.request.target)) add_gap();
    add_when_built();
    add_table_value();
    add_households();
  }

  void add_weights() {
    const CoverageReport& report = *m_out.report;
    auto& columns = m_out.units.columns;
    columns.push_back(figure_column("weight_pct", text("Theo {}", "By {}", {m_weights->weights.title}), "%",
                                    1, report.weighted.shares));
    columns.push_back(figure_column("difference_pct", text("Chênh lệch", "Difference"),
                                    text("điểm %", "points"), 1,
                                    differences(report.weighted.shares, report.cover->shares)));
  }

  void add_gap() {
    const double target = m_out.report->request.target;
    std::vector<double> gap = m_out.report->shares();
    for (double& share : gap) share = std::isnan(share) ? share : std::max(0.0, target - share);
    m_out.units.columns.push_back(
        figure_column("gap_pct", text("Thiếu so với {} %", "Short of {} %", {base::short_number(target)}),
                      text("điểm %", "points"), 1, std::move(gap)));
  }

  /// The share that each unit would have with all that is being built.
  void add_when_built() {
    if (!m_coverage->has(AreaStatus::building)) return;
    const CoverageChoice choice = with_all_up_to(AreaStatus::building, m_date);
    std::vector<double> shares =
        m_weights ? weigh(*m_coverage, choice, m_weights->weights, m_weights->of_unit, m_job).shares
                  : m_coverage->cover(choice, m_job)->shares;
    Text title = with_all_title(m_source.kind, AreaStatus::building);
    title = Text(scene::capitalised(title.vi), scene::capitalised(title.en));
    m_out.units.columns.push_back(figure_column("built_pct", title, "%", 1, std::move(shares)));
  }

  /// What a table says in figures, against what was measured of the areas at work.
  void add_table_value() {
    const model::Indicator* indicator = m_data.project().find_indicator(m_source.table_value);
    if (indicator == nullptr) return;
    std::vector<double> figures = m_data.figures(indicator->id, m_map.period, m_job).values;
    const std::vector<double>& measured =
        indicator->percent ? m_out.report->shares() : m_out.report->cover->hectares;
    const bool at_work_only = m_out.report->request.choice == at_work(m_date);  // as the table means it
    for (std::size_t u = 0; at_work_only && u < figures.size(); ++u) {
      if (table_differs(figures[u], measured[u], indicator->percent, m_out.limit)) m_out.table_differs[u] = 1;
    }
    m_out.units.columns.push_back(
        figure_column("table", text("Theo bảng: {}", "By table: {}", {indicator->title}), indicator->unit,
                      indicator->decimals, std::move(figures), !indicator->percent));
  }

  /// Households there and those that the schemes say they serve.
  void add_households() {
    const model::Indicator* indicator = m_data.project().find_indicator(m_source.unit_households);
    if (indicator == nullptr) return;
    std::vector<double> there = m_data.figures(indicator->id, m_map.period, m_job).values;
    std::vector<double> served = served_in_units(*m_coverage, m_of_pairs, m_chosen);
    for (std::size_t u = 0; u < there.size(); ++u)
      m_out.too_many_served[u] = serves_too_many(served[u], there[u], m_out.limit) ? 1 : 0;
    auto& columns = m_out.units.columns;
    columns.push_back(figure_column("there", indicator->title, indicator->unit, 0, std::move(there), true));
    columns.push_back(figure_column("served", text("Khai phục vụ", "Declared served"), indicator->unit, 0,
                                    std::move(served), true));
  }

  void add_rows() {
    const AreaLayer& areas = m_coverage->areas();
    const std::vector<double> inside = sum_by_area(*m_coverage, m_of_pairs);
    for (std::uint32_t a = 0; a < areas.size(); ++a) {
      AreaRow row{.area = a, .label = areas.label(a)};
      row.status =
          areas.statuses[a] ? status_title(areas.kind, *areas.statuses[a]) : text("chưa rõ", "unknown");
      row.date = areas.dates[a];
      row.run_by = areas.operators[a];
      row.capacity = areas.capacity[a];
      row.declared = areas.declared[a];
      row.drawn = m_coverage->area_hectares()[a];
      row.difference = hectares_difference(*m_coverage, a);
      row.served = areas.households[a];
      row.inside = m_weights ? inside[a] : model::k_no_data;
      row.outside = is_outside(*m_coverage, a) ? m_coverage->outside_hectares()[a] : 0;
      row.counted = m_chosen[a] != 0;
      row.left_out = m_coverage->left_out(a);
      row.over_limit = std::abs(row.difference) > m_out.limit;
      m_out.rows.push_back(std::move(row));
    }
    for (const geom::UnitArea& pair : m_coverage->overlay().pairs)
      m_out.rows[pair.area].units.push_back(pair.unit);
  }

  void add_years() {
    std::set<std::string> years;
    for (const std::string& date : m_coverage->areas().dates)
      if (!date.empty()) years.insert(date.substr(0, 4) + "-12-31");
    m_out.years.assign(years.begin(), years.end());
  }

  ProjectData& m_data;
  const AreaMap& m_map;
  const model::AreaSource& m_source;
  AreaContent& m_out;
  const base::Job& m_job;
  std::string m_date;
  std::shared_ptr<const Coverage> m_coverage;
  std::shared_ptr<const UnitWeights> m_weights;  // null: by area only
  std::vector<std::uint8_t> m_chosen;            // one entry an area
  std::vector<double> m_of_pairs;                // weights, or hectares
};

/// What a row is sorted by: a number, or a text with its key; the other is not there.
struct SortKey {
  std::string word;
  double number = 0;
  bool missing = false;

  bool operator<(const SortKey& other) const {
    return word != other.word ? word < other.word : number < other.number;
  }
};

SortKey number_key(double value) {
  return {.word = {}, .number = value, .missing = std::isnan(value)};
}

SortKey word_key(const std::string& word) {
  return {.word = names::search_key(word), .number = 0, .missing = word.empty()};
}

SortKey key_of(const AreaRow& row, AreaOrder order) {
  switch (order) {
    case AreaOrder::label:
      return word_key(row.label.vi);
    case AreaOrder::status:
      return word_key(row.status.vi);
    case AreaOrder::date:
      return word_key(row.date);
    case AreaOrder::declared:
      return number_key(row.declared);
    case AreaOrder::drawn:
      return number_key(row.drawn);
    case AreaOrder::difference:
      return number_key(std::abs(row.difference));
    case AreaOrder::served:
      return number_key(row.served);
    case AreaOrder::inside:
      return number_key(row.inside);
    case AreaOrder::outside:
      return number_key(row.outside);
    case AreaOrder::file:
      break;
  }
  return number_key(row.area);
}

}  // namespace

AreaContent area_content(ProjectData& data, const AreaMap& map, const AreaQuestion& question,
                         const base::Job& job) {
  AreaContent out;
  out.question = question;
  Answer(data, map, out, job).make();
  return out;
}

double weight_share(const AreaContent& content, std::span<const std::uint32_t> units) {
  const WeightedCover& weighted = content.report->weighted;
  if (weighted.all.empty()) return model::k_no_data;
  double all = 0;
  double reached = 0;
  for (const std::uint32_t unit : units) {
    all += weighted.all[unit];
    reached += weighted.reached[unit];
  }
  return all > 0 ? 100 * reached / all : model::k_no_data;
}

std::vector<std::size_t> sorted_areas(const AreaContent& content, AreaOrder order, bool descending,
                                      bool only_to_check) {
  std::vector<std::pair<SortKey, std::size_t>> keys;
  for (std::size_t i = 0; i < content.rows.size(); ++i)
    if (!only_to_check || content.rows[i].to_check()) keys.emplace_back(key_of(content.rows[i], order), i);
  std::stable_sort(keys.begin(), keys.end(), [descending](const auto& a, const auto& b) {
    if (a.first.missing || b.first.missing) return !a.first.missing && b.first.missing;
    return descending ? b.first < a.first : a.first < b.first;
  });
  std::vector<std::size_t> out;
  for (const auto& [key, row] : keys) out.push_back(row);
  return out;
}

}  // namespace ntmap::app
