#include "app/areas/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include "app/areas/declared.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "crs/crs.hpp"
#include "geom/overlay_choice.hpp"
#include "geom/stack.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;
using model::AreaStatus;

constexpr double k_square_metres_a_hectare = 10'000;
// Two areas that share nearly all of both are one area given twice.
constexpr double k_same = 0.999;
// Overlaps below these are slips of the pen.
constexpr double k_told_share = 0.001;
constexpr double k_told_hectares = 0.01;
// Pieces of an area may add up to so much more than it: then the units overlap one another.
constexpr double k_sum_tolerance = 1e-4;

Text hectares_text(double hectares) {
  return base::number(hectares, hectares < 10 ? 2 : 1);
}

/// Hectares of every feature, on all threads.
std::vector<double> measured(const model::PolygonSet& polygons,
                             const std::function<double(const model::PolygonSet&, std::size_t)>& measure) {
  std::vector<double> out(polygons.feature_count());
  base::parallel_for(out.size(), 16, [&](std::size_t begin, std::size_t end) {
    for (std::size_t f = begin; f < end; ++f) out[f] = measure(polygons, f);
  });
  return out;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Whether of two areas drawn alike `a` is the one to count: the further on, the dated, the earlier one.
bool counts_before(const AreaLayer& areas, std::size_t a, std::size_t b) {
  const auto rank = [&](std::size_t area) {
    const auto& status = areas.statuses[area];
    return std::tuple(status ? static_cast<std::size_t>(*status) : model::k_area_statuses,
                      areas.dates[area].empty(), areas.dates[area], area);
  };
  return rank(a) < rank(b);
}

}  // namespace

CoverageChoice at_work(const std::string& by) {
  return choice_of({}, by);
}

CoverageChoice choice_of(std::span<const AreaStatus> statuses, const std::string& by) {
  CoverageChoice choice;
  if (statuses.empty()) choice.until[0] = by;
  for (const AreaStatus status : statuses) choice.until[static_cast<std::size_t>(status)] = by;
  return choice;
}

CoverageChoice no_later_than(const CoverageChoice& choice, const std::string& day) {
  CoverageChoice out = choice;
  for (auto& until : out.until)
    if (until && (until->empty() || *until > day)) until = day;
  return out;
}

CoverageChoice with_all_up_to(AreaStatus last, const std::string& by) {
  CoverageChoice choice = at_work(by);
  for (std::size_t status = 1; status <= static_cast<std::size_t>(last); ++status) choice.until[status] = "";
  return choice;
}

Coverage::Coverage(std::shared_ptr<const Units> units, std::shared_ptr<const AreaLayer> areas,
                   model::HectareKind hectares, const base::Job& job)
    : m_units(std::move(units)), m_areas(std::move(areas)), m_kind(hectares) {
  const crs::Description described = crs::describe(m_units->crs);
  if (m_kind == model::HectareKind::planar && described.geographic) {
    throw base::Error(
        base::ErrorKind::usage,
        text("Diện tích phẳng cần hệ tọa độ mét, mà bản đồ tính bằng độ",
             "Planar hectares need a system in metres, but the map is in degrees"),
        text("Ghi crs = \"EPSG:n\" (VN-2000) trong [project], hoặc đo trên elip-xô-ít (geodesic).",
             "Set crs = \"EPSG:n\" (VN-2000) in [project], or measure on the ellipsoid (geodesic)."));
  }
  if (m_kind == model::HectareKind::geodesic) {
    m_measure = [meter = std::make_shared<const crs::HectareMeter>(m_units->crs)](
                    const model::PolygonSet& polygons, std::size_t feature) {
      return (*meter)(polygons, feature);
    };
  } else {
    const double k = described.metres_per_unit * described.metres_per_unit / k_square_metres_a_hectare;
    m_measure = [k](const model::PolygonSet& polygons, std::size_t feature) {
      return k * model::feature_area(polygons, feature);
    };
  }
  m_overlay = geom::overlay(m_units->layer.polygons, m_areas->polygons,
                            {.measure = m_measure, .keep_covered = false}, job);
  m_unit_hectares = measured(m_units->layer.polygons, m_measure);
  check_sums();
  find_duplicates();
  tell_overlaps();
  tell_outside();
}

/// Whether pieces add up to no more than their area.
void Coverage::check_sums() {
  std::vector<double> inside(m_areas->size());
  for (const geom::UnitArea& pair : m_overlay.pairs) inside[pair.area] += pair.shared;
  io::CappedFindings too_much(m_findings, Severity::error, "areas.counted-twice", m_areas->file,
                              text("Các đơn vị chồng lên nhau ở đó: sửa ranh giới.",
                                   "Units overlap one another there: mend the boundaries."));
  for (std::size_t a = 0; a < m_areas->size(); ++a) {
    if (inside[a] <= area_hectares()[a] * (1 + k_sum_tolerance)) continue;
    too_much.add(m_areas->label(a), text("các phần trong đơn vị cộng lại {} ha, vùng chỉ có {} ha",
                                         "its pieces in units add up to {} ha, the area has {} ha",
                                         {hectares_text(inside[a]), hectares_text(area_hectares()[a])}));
  }
}

void Coverage::find_duplicates() {
  m_duplicate.assign(m_areas->size(), 0);
  io::CappedFindings twice(
      m_findings, Severity::warning, "areas.duplicated", m_areas->file,
      text("Xóa bản thừa; bản này không được tính.", "Delete the copy; this one is not counted."));
  for (std::size_t i = 0; i < m_overlay.overlaps.size(); ++i) {
    const auto& [first, second, shared] = m_overlay.overlaps[i];
    const double larger = std::max(area_hectares()[first], area_hectares()[second]);
    if (m_duplicate[first] != 0 || m_duplicate[second] != 0 || shared < k_same * larger) continue;
    const bool first_counts = counts_before(*m_areas, first, second);
    const std::size_t copy = first_counts ? second : first;
    const std::size_t kept = first_counts ? first : second;
    m_duplicate[copy] = 1;
    twice.add(text("đối tượng {} ({})", "feature {} ({})", {std::to_string(copy + 1), m_areas->label(copy)}),
              text("trùng với đối tượng {} ({})", "the same as feature {} ({})",
                   {std::to_string(kept + 1), m_areas->label(kept)}));
  }
}

void Coverage::tell_overlaps() {
  std::size_t count = 0;
  std::size_t largest = 0;
  double total = 0;
  for (std::size_t i = 0; i < m_overlay.overlaps.size(); ++i) {
    const auto& [first, second, shared] = m_overlay.overlaps[i];
    const double smaller = std::min(area_hectares()[first], area_hectares()[second]);
    if (duplicate(first) || duplicate(second) || shared < std::max(k_told_hectares, k_told_share * smaller))
      continue;
    ++count;
    total += shared;
    if (shared > m_overlay.overlaps[largest].shared || count == 1) largest = i;
  }
  if (count == 0) return;
  const geom::AreaOverlap& worst = m_overlay.overlaps[largest];
  m_findings.push_back(
      {Severity::note,
       "areas.overlap",
       m_areas->file,
       {},
       text("{} cặp vùng chồng nhau, cộng {} ha; lớn nhất: {} và {} ({} ha). Phần chồng chỉ tính một lần",
            "{} pairs of areas overlap, {} ha in all; the largest: {} and {} ({} ha). Overlaps count once",
            {count, hectares_text(total), m_areas->label(worst.first), m_areas->label(worst.second),
             hectares_text(worst.shared)}),
       {}});
}

void Coverage::tell_outside() {
  io::CappedFindings outside(
      m_findings, Severity::warning, "areas.outside", m_areas->file,
      text("Kiểm tra hình vẽ và hệ tọa độ; phần ngoài không tính cho đơn vị nào.",
           "Check the drawing and the coordinate system; what lies outside counts to no unit."));
  for (std::size_t a = 0; a < m_areas->size(); ++a) {
    const double left = outside_hectares()[a];
    if (!is_outside(*this, a)) continue;
    outside.add(text("đối tượng {} ({})", "feature {} ({})", {std::to_string(a + 1), m_areas->label(a)}),
                text("{} trong {} ha nằm ngoài mọi đơn vị", "{} of {} ha lie outside every unit",
                     {hectares_text(left), hectares_text(area_hectares()[a])}));
  }
}

bool Coverage::left_out(std::size_t area) const {
  return duplicate(area) || !m_areas->statuses[area] || !(area_hectares()[area] > 0);
}

bool Coverage::has(AreaStatus status) const {
  for (std::size_t a = 0; a < m_areas->size(); ++a)
    if (m_areas->statuses[a] == status && !left_out(a)) return true;
  return false;
}

std::vector<std::uint8_t> Coverage::chosen(const CoverageChoice& choice) const {
  std::vector<std::uint8_t> out(m_areas->size());
  for (std::size_t a = 0; a < out.size(); ++a) {
    if (left_out(a)) continue;
    const auto& until = choice.until[static_cast<std::size_t>(*m_areas->statuses[a])];
    const std::string& date = m_areas->dates[a];
    const bool any_date = until && (until->empty() || !m_areas->dated);
    out[a] = any_date || (until && !date.empty() && date <= *until) ? 1 : 0;
  }
  return out;
}

bool Coverage::all_count(const std::vector<std::uint8_t>& chosen) const {
  for (std::size_t a = 0; a < chosen.size(); ++a)
    if (chosen[a] == 0 && !duplicate(a) && area_hectares()[a] > 0) return false;
  return true;
}

const model::PolygonSet& Coverage::pieces(const base::Job& job) const {
  const std::scoped_lock lock(m_mutex);
  // The first overlay kept none: where all areas count nobody needs them, and a country's are large.
  if (!m_with_pieces) {
    m_with_pieces = geom::overlay(m_units->layer.polygons, m_areas->polygons,
                                  {.keep_pieces = true, .keep_covered = false}, job);
  }
  return m_with_pieces->pair_pieces;
}

std::shared_ptr<const model::PolygonSet> Coverage::covered(const CoverageChoice& choice,
                                                           const base::Job& job) const {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_covered[choice];
  if (kept) return kept;
  pieces(job);
  kept = std::make_shared<const model::PolygonSet>(
      geom::covered_by(*m_with_pieces, m_units->size(), chosen(choice), job));
  return kept;
}

std::shared_ptr<const Cover> Coverage::cover(const CoverageChoice& choice, const base::Job& job) const {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_covers[choice];
  if (kept) return kept;
  auto cover = std::make_shared<Cover>();
  cover->hectares =
      all_count(chosen(choice)) ? m_overlay.covered_area : measured(*covered(choice, job), m_measure);
  cover->shares.resize(m_units->size(), model::k_no_data);
  for (std::size_t u = 0; u < m_units->size(); ++u) {
    if (m_unit_hectares[u] > 0)
      cover->shares[u] = std::min(100.0, 100 * cover->hectares[u] / m_unit_hectares[u]);
  }
  cover->total = sum(cover->hectares);
  kept = std::move(cover);
  return kept;
}

std::shared_ptr<const model::PolygonSet> Coverage::stacked(const std::vector<std::uint32_t>& class_of,
                                                           std::size_t classes, const base::Job& job) const {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_stacked[class_of];
  if (!kept)
    kept =
        std::make_shared<const model::PolygonSet>(geom::stacked(m_areas->polygons, class_of, classes, job));
  return kept;
}

WeightedCover weigh(const Coverage& coverage, const CoverageChoice& choice, const Weights& weights,
                    const std::vector<double>& unit_weights, const base::Job& job) {
  WeightedCover out;
  out.all = unit_weights;
  out.reached = weights.within(*coverage.covered(choice, job), job);
  out.shares.resize(coverage.units().size(), model::k_no_data);
  for (std::size_t u = 0; u < out.shares.size(); ++u) {
    if (out.all[u] > 0) out.shares[u] = std::min(100.0, 100 * out.reached[u] / out.all[u]);
  }
  const double all = sum(out.all);
  out.share = all > 0 ? 100 * sum(out.reached) / all : model::k_no_data;
  return out;
}

}  // namespace ntmap::app
