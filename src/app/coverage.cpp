#include "app/coverage.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "crs/crs.hpp"
#include "geom/overlay_choice.hpp"
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
// Overlaps and parts outside below these are slips of the pen.
constexpr double k_told_share = 0.001;
constexpr double k_told_hectares = 0.01;
// Pieces of an area may add up to so much more than it: then the units overlap one another.
constexpr double k_sum_tolerance = 1e-4;

Text hectares_text(double hectares) {
  return base::number(hectares, hectares < 10 ? 2 : 1);
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
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
    throw base::Error(base::ErrorKind::usage,
                      text("Diện tích phẳng cần hệ tọa độ mét, mà bản đồ tính bằng độ",
                           "Planar hectares need a system in metres, but the map is in degrees"),
                      text("Ghi crs = \"EPSG:n\" (VN-2000) trong [project], hoặc đo trên elip-xô-ít (geodesic).",
                           "Set crs = \"EPSG:n\" (VN-2000) in [project], or measure on the ellipsoid (geodesic)."));
  }
  m_hectares_a_unit = described.metres_per_unit * described.metres_per_unit / k_square_metres_a_hectare;
  m_overlay = geom::overlay(m_units->layer.polygons, m_areas->polygons, {.keep_pieces = true}, job);
  m_unit_hectares = measure(m_units->layer.polygons);
  m_area_hectares = measure(m_areas->polygons);
  m_pair_hectares = measure(m_overlay.pair_pieces);
  m_overlap_hectares = measure(m_overlay.overlap_pieces);
  check_sums();
  find_duplicates();
  tell_overlaps();
  tell_outside();
}

std::vector<double> Coverage::measure(const model::PolygonSet& polygons) const {
  if (m_kind == model::HectareKind::geodesic) return crs::areas_hectares(polygons, m_units->crs);
  std::vector<double> out(polygons.feature_count());
  for (std::size_t f = 0; f < out.size(); ++f) out[f] = m_hectares_a_unit * model::feature_area(polygons, f);
  return out;
}

/// What is left of each area outside the units, and whether pieces add up to no more than their area.
void Coverage::check_sums() {
  std::vector<double> inside(m_areas->size());
  for (std::size_t i = 0; i < m_overlay.pairs.size(); ++i)
    inside[m_overlay.pairs[i].area] += m_pair_hectares[i];
  io::CappedFindings too_much(m_findings, Severity::error, "areas.counted-twice", m_areas->file,
                              text("Các đơn vị chồng lên nhau ở đó: sửa ranh giới.",
                                   "Units overlap one another there: mend the boundaries."));
  m_outside_hectares.resize(m_areas->size());
  for (std::size_t a = 0; a < m_areas->size(); ++a) {
    const double left = m_area_hectares[a] - inside[a];
    m_outside_hectares[a] = m_overlay.outside[a] > 0 ? std::max(left, 0.0) : 0;
    if (left < -k_sum_tolerance * m_area_hectares[a]) {
      too_much.add(m_areas->label(a),
                   text("các phần trong đơn vị cộng lại {} ha, vùng chỉ có {} ha",
                        "its pieces in units add up to {} ha, the area has {} ha",
                        {hectares_text(inside[a]), hectares_text(m_area_hectares[a])}));
    }
  }
}

void Coverage::find_duplicates() {
  m_duplicate.assign(m_areas->size(), 0);
  io::CappedFindings twice(m_findings, Severity::warning, "areas.duplicated", m_areas->file,
                           text("Xóa bản thừa; bản sau không được tính.",
                                "Delete the copy; the later one is not counted."));
  for (std::size_t i = 0; i < m_overlay.overlaps.size(); ++i) {
    const auto& [first, second, shared] = m_overlay.overlaps[i];
    const double larger = std::max(m_area_hectares[first], m_area_hectares[second]);
    if (m_duplicate[first] != 0 || m_duplicate[second] != 0 || m_overlap_hectares[i] < k_same * larger)
      continue;
    m_duplicate[second] = 1;
    twice.add(text("đối tượng {} ({})", "feature {} ({})",
                   {std::to_string(second + 1), m_areas->label(second)}),
              text("trùng với đối tượng {} ({})", "the same as feature {} ({})",
                   {std::to_string(first + 1), m_areas->label(first)}));
  }
}

void Coverage::tell_overlaps() {
  std::size_t count = 0;
  std::size_t largest = 0;
  double total = 0;
  for (std::size_t i = 0; i < m_overlay.overlaps.size(); ++i) {
    const auto& [first, second, shared] = m_overlay.overlaps[i];
    const double smaller = std::min(m_area_hectares[first], m_area_hectares[second]);
    if (m_duplicate[second] != 0 || m_overlap_hectares[i] < std::max(k_told_hectares, k_told_share * smaller))
      continue;
    ++count;
    total += m_overlap_hectares[i];
    if (m_overlap_hectares[i] > m_overlap_hectares[largest] || count == 1) largest = i;
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
             hectares_text(m_overlap_hectares[largest])}),
       {}});
}

void Coverage::tell_outside() {
  io::CappedFindings outside(m_findings, Severity::warning, "areas.outside", m_areas->file,
                             text("Kiểm tra hình vẽ và hệ tọa độ; phần ngoài không tính cho đơn vị nào.",
                                  "Check the drawing and the coordinate system; what lies outside counts to no unit."));
  for (std::size_t a = 0; a < m_areas->size(); ++a) {
    const double left = m_outside_hectares[a];
    if (left < std::max(k_told_hectares, k_told_share * m_area_hectares[a])) continue;
    outside.add(text("đối tượng {} ({})", "feature {} ({})", {std::to_string(a + 1), m_areas->label(a)}),
                text("{} trong {} ha nằm ngoài mọi đơn vị", "{} of {} ha lie outside every unit",
                     {hectares_text(left), hectares_text(m_area_hectares[a])}));
  }
}

std::vector<std::uint8_t> Coverage::chosen(const CoverageChoice& choice) const {
  std::vector<std::uint8_t> out(m_areas->size());
  for (std::size_t a = 0; a < out.size(); ++a) {
    const auto& status = m_areas->statuses[a];
    if (m_duplicate[a] != 0 || !status) continue;
    const auto& until = choice.until[static_cast<std::size_t>(*status)];
    const std::string& date = m_areas->dates[a];
    const bool any_date = until && (until->empty() || !m_areas->dated);
    out[a] = any_date || (until && !date.empty() && date <= *until) ? 1 : 0;
  }
  return out;
}

std::shared_ptr<const model::PolygonSet> Coverage::covered_polygons(const std::vector<std::uint8_t>& areas,
                                                                    const base::Job& job) const {
  bool all = true;
  for (std::size_t a = 0; a < areas.size(); ++a) all = all && (areas[a] != 0 || m_duplicate[a] != 0);
  // The overlay has united all areas already.
  if (all) return std::make_shared<const model::PolygonSet>(m_overlay.covered);
  return std::make_shared<const model::PolygonSet>(geom::covered_by(m_overlay, m_units->size(), areas, job));
}

std::shared_ptr<const Cover> Coverage::cover(const CoverageChoice& choice, const base::Job& job) const {
  const std::scoped_lock lock(m_mutex);
  auto& kept = m_covers[choice];
  if (kept) return kept;
  auto cover = std::make_shared<Cover>();
  cover->polygons = covered_polygons(chosen(choice), job);
  cover->hectares = measure(*cover->polygons);
  cover->shares.resize(m_units->size(), model::k_no_data);
  for (std::size_t u = 0; u < m_units->size(); ++u) {
    if (m_unit_hectares[u] > 0)
      cover->shares[u] = std::min(100.0, 100 * cover->hectares[u] / m_unit_hectares[u]);
  }
  cover->total = sum(cover->hectares);
  kept = std::move(cover);
  return kept;
}

WeightedCover weigh(const Coverage& coverage, const Cover& cover, const Weights& weights,
                    const std::vector<double>& unit_weights, const base::Job& job) {
  WeightedCover out;
  out.all = unit_weights;
  out.reached = weights.within(*cover.polygons, job);
  out.shares.resize(coverage.units().size(), model::k_no_data);
  for (std::size_t u = 0; u < out.shares.size(); ++u) {
    if (out.all[u] > 0) out.shares[u] = std::min(100.0, 100 * out.reached[u] / out.all[u]);
  }
  const double all = sum(out.all);
  out.share = all > 0 ? 100 * sum(out.reached) / all : model::k_no_data;
  return out;
}

}  // namespace ntmap::app
