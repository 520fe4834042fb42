#include "io/rasterize.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"

namespace ntmap::io {
namespace {

using model::PolygonSet;

void require_area(const base::Box& box) {
  if (box.width() > 0 && box.height() > 0) return;
  throw base::Error(base::ErrorKind::usage, base::text("Lớp không có diện tích để chuyển thành ảnh raster",
                                                       "The layer has no area to make a raster of"));
}

int pixels_along(double length, double resolution) {
  const double count = std::floor(0.5 + length / resolution);
  if (count > std::numeric_limits<int>::max()) {
    throw base::Error(
        base::ErrorKind::usage,
        base::text("Độ phân giải {} quá mịn cho vùng này", "The resolution {} is too fine for this area",
                   {base::short_number(resolution)}),
        base::text("Chọn độ phân giải thô hơn.", "Choose a coarser resolution."));
  }
  return std::max(1, static_cast<int>(count));
}

/// CRS units to pixels with the very arithmetic of GDAL's inverse geotransform.
class ToPixel {
 public:
  explicit ToPixel(const base::PixelGrid& grid)
      : m_x0(-grid.origin_x / grid.pixel_w),
        m_kx(1.0 / grid.pixel_w),
        m_y0(-grid.origin_y / -grid.pixel_h),
        m_ky(1.0 / -grid.pixel_h) {}
  base::Vec2 operator()(base::Vec2 p) const { return {m_x0 + p.x * m_kx, m_y0 + p.y * m_ky}; }

 private:
  double m_x0, m_kx, m_y0, m_ky;
};

/// Rows first .. last of the grid that a feature can touch; first > last for none.
struct RowRange {
  int first = 0;
  int last = -1;
};

/// The first row of 0 .. limit whose centre lies at or below y (pixels, y down).
int first_row_from(double y, int limit) {
  return static_cast<int>(std::ceil(std::clamp(y - 0.5, 0.0, static_cast<double>(limit))));
}

std::vector<RowRange> row_ranges(const PolygonSet& polygons, const ToPixel& to_pixel, int height) {
  std::vector<RowRange> ranges(polygons.feature_count());
  base::parallel_for(ranges.size(), 256, [&](std::size_t begin, std::size_t end) {
    for (std::size_t f = begin; f < end; ++f) {
      const base::Box box = polygons.feature_box(f);
      if (box.empty()) continue;
      // One row more on both sides: the exact decision is taken edge by edge.
      ranges[f] = {first_row_from(to_pixel({0, box.max_y}).y - 1, height),
                   first_row_from(to_pixel({0, box.min_y}).y + 1, height)};
    }
  });
  return ranges;
}

/// Whether GDAL takes a ring for clockwise: by the turn at its lowest vertex, of several the rightmost,
/// and by area where that vertex stands twice. For rings that do not cross themselves both agree.
bool runs_clockwise(std::span<const double> ring) {
  const std::size_t n = ring.size() / 2;
  const auto at = [&](std::size_t i) { return base::Vec2{ring[2 * (i % n)], ring[2 * (i % n) + 1]}; };
  std::size_t lowest = 0;
  bool twice = false;
  for (std::size_t i = 1; i < n; ++i) {
    const base::Vec2 p = at(i);
    const base::Vec2 low = at(lowest);
    if (p == low) twice = true;
    if (p.y > low.y || (p.y == low.y && p.x <= low.x)) continue;
    lowest = i;
    twice = false;
  }
  const base::Vec2 before = at(lowest + n - 1) - at(lowest);
  const base::Vec2 after = at(lowest + 1) - at(lowest);
  const double turn = after.x * before.y - before.x * after.y;
  return twice || turn == 0 ? model::ring_area2(ring) < 0 : turn < 0;
}

/// Fills features into the rows first .. end of the grid.
template <class Pixel>
class RowFiller {
 public:
  RowFiller(const base::PixelGrid& grid, int first, int end, std::span<Pixel> pixels)
      : m_to_pixel(grid), m_width(grid.width), m_first(first), m_end(end), m_pixels(pixels) {
    m_row_start.resize(static_cast<std::size_t>(end - first) + 1);
  }

  /// Part by part, as GDAL does: parts that overlap add up, only a part's own rings cut holes.
  void fill(const PolygonSet& polygons, std::size_t feature, Pixel value) {
    for (auto part = polygons.feature_start[feature]; part < polygons.feature_start[feature + 1]; ++part) {
      m_crossings.clear();
      for (auto r = polygons.part_start[part]; r < polygons.part_start[part + 1]; ++r) {
        add_ring(polygons.ring(r), value);
      }
      fill_between_crossings(value);
    }
  }

 private:
  struct Crossing {
    int row;  ///< from m_first
    int column;
  };

  void add_ring(std::span<const double> ring, Pixel value) {
    if (ring.empty()) return;
    base::Vec2 from = m_to_pixel({ring[ring.size() - 2], ring[ring.size() - 1]});
    for (std::size_t i = 0; i < ring.size(); i += 2) {
      const base::Vec2 to = m_to_pixel({ring[i], ring[i + 1]});
      if (from.y < to.y) {
        add_edge(from, to);
      } else if (from.y > to.y) {
        add_edge(to, from);
      } else if (is_row_centre(to.y) && (from.x > to.x) == runs_clockwise(ring)) {
        fill_row(static_cast<int>(to.y), column_from(std::min(from.x, to.x)),
                 column_from(std::max(from.x, to.x)), value);
      }
      from = to;
    }
  }

  /// The crossings of an edge that goes down with the row centres that it passes: top included, bottom not.
  void add_edge(base::Vec2 top, base::Vec2 bottom) {
    const int begin = std::max(m_first, first_row_from(top.y, m_end));
    const int end = first_row_from(bottom.y, m_end);
    for (int row = begin; row < end; ++row) {
      const double y = row + 0.5;
      const double x = (y - top.y) * (bottom.x - top.x) / (bottom.y - top.y) + top.x;
      m_crossings.push_back({row - m_first, column_from(x)});
    }
  }

  /// Level edges exactly on row centres are GDAL's special case: those that run west once the ring is
  /// turned clockwise, bottom edges that is, belong to the polygon.
  bool is_row_centre(double y) const {
    const double row = y - 0.5;
    return row == std::floor(row) && row >= m_first && row < m_end;
  }

  /// The first column whose centre lies east of x.
  int column_from(double x) const {
    return static_cast<int>(std::floor(std::clamp(x + 0.5, 0.0, static_cast<double>(m_width))));
  }

  void fill_row(int row, int begin, int end, Pixel value) {
    if (begin >= end) return;
    Pixel* const line = m_pixels.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width);
    std::fill(line + begin, line + end, value);
  }

  void fill_between_crossings(Pixel value) {
    sort_by_row();
    for (std::size_t row = 0; row + 1 < m_row_start.size(); ++row) {
      const auto begin = m_columns.begin() + m_row_start[row];
      const auto end = m_columns.begin() + m_row_start[row + 1];
      std::sort(begin, end);
      for (auto at = begin; end - at >= 2; at += 2) {
        fill_row(m_first + static_cast<int>(row), at[0], at[1], value);
      }
    }
  }

  /// Counting sort of the crossings by row into m_columns.
  void sort_by_row() {
    std::fill(m_row_start.begin(), m_row_start.end(), 0);
    for (const Crossing& crossing : m_crossings) ++m_row_start[static_cast<std::size_t>(crossing.row)];
    std::ptrdiff_t total = 0;
    for (std::ptrdiff_t& count : m_row_start) total = count += total;
    m_columns.resize(m_crossings.size());
    for (const Crossing& crossing : m_crossings) {
      std::ptrdiff_t& at = m_row_start[static_cast<std::size_t>(crossing.row)];
      m_columns[static_cast<std::size_t>(--at)] = crossing.column;
    }
  }

  ToPixel m_to_pixel;
  int m_width;
  int m_first;
  int m_end;
  std::span<Pixel> m_pixels;
  std::vector<Crossing> m_crossings;
  std::vector<int> m_columns;               ///< of all crossings, row after row
  std::vector<std::ptrdiff_t> m_row_start;  ///< into m_columns, and the end
};

}  // namespace

base::PixelGrid grid_by_resolution(const base::Box& box, double resolution) {
  require_area(box);
  if (!(resolution > 0) || !std::isfinite(resolution)) {
    throw base::Error(base::ErrorKind::usage, base::text("Độ phân giải phải là số dương",
                                                         "The resolution must be a positive number"));
  }
  return {box.min_x,
          box.max_y,
          resolution,
          resolution,
          pixels_along(box.width(), resolution),
          pixels_along(box.height(), resolution)};
}

base::PixelGrid grid_by_size(const base::Box& box, int width, int height) {
  require_area(box);
  if (width < 1 || height < 1) {
    throw base::Error(base::ErrorKind::usage,
                      base::text("Kích thước ảnh {} x {} không hợp lệ",
                                 "The picture size {} x {} makes no sense", {width, height}));
  }
  return {box.min_x, box.max_y, box.width() / width, box.height() / height, width, height};
}

template <class Pixel>
void rasterize(const PolygonSet& polygons, const base::PixelGrid& grid, std::span<const Pixel> burn,
               std::span<Pixel> pixels, const base::Job& job) {
  const std::vector<RowRange> ranges = row_ranges(polygons, ToPixel(grid), grid.height);
  const auto height = static_cast<std::size_t>(grid.height);
  // A few slices a thread: fewer would wait for the busiest rows, more would walk edges again.
  const std::size_t slice = std::max<std::size_t>(32, height / (6 * base::thread_count()) + 1);
  std::atomic<std::size_t> rows_done{0};
  base::parallel_for(height, slice, [&](std::size_t begin, std::size_t end) {
    const int first = static_cast<int>(begin);
    const int last = static_cast<int>(end);
    RowFiller<Pixel> filler(grid, first, last, pixels);
    for (std::size_t f = 0; f < ranges.size() && !job.cancelled(); ++f) {
      if (ranges[f].first < last && ranges[f].last >= first) filler.fill(polygons, f, burn[f]);
    }
    job.progress(static_cast<double>(rows_done += end - begin) / static_cast<double>(height));
  });
  job.checkpoint();
}

template void rasterize<std::uint8_t>(const PolygonSet&, const base::PixelGrid&,
                                      std::span<const std::uint8_t>, std::span<std::uint8_t>,
                                      const base::Job&);
template void rasterize<std::uint32_t>(const PolygonSet&, const base::PixelGrid&,
                                       std::span<const std::uint32_t>, std::span<std::uint32_t>,
                                       const base::Job&);

}  // namespace ntmap::io
