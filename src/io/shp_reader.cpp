#include "io/shp_reader.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstring>
#include <utility>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "io/binary_reader.hpp"
#include "io/ring_reader.hpp"

namespace ntmap::io {
namespace {

using base::Box;
using base::Findings;
using base::Severity;
using base::text;
using base::Text;

constexpr std::size_t k_fixed = 44;  // type, box, count of rings, count of vertices
constexpr std::int32_t k_polygon = 5;
constexpr std::int32_t k_polygon_z = 15;
constexpr std::int32_t k_polygon_m = 25;

Text feature_place(std::size_t feature) {
  return text("đối tượng {}", "feature {}", {feature + 1});
}

/// What one thread reads: the features of records begin..end.
struct Slice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t bytes = 0;  ///< of its records
  model::PolygonSet polygons;
  Findings findings;
  Box box;
  bool higher = false;  ///< Z or M were dropped
};

class SliceReader {
 public:
  SliceReader(const BinaryFile& shp, const std::string& file, Slice& slice)
      : m_shp(shp), m_file(file), m_slice(slice) {}

  void read(const ShpRecord& record, std::size_t feature) {
    m_feature = feature;
    m_bytes.resize(record.length);
    if (record.length < 4 || !m_shp.read(record.offset, m_bytes)) {
      return refuse(text("bản ghi nằm ngoài tệp", "the record lies outside the file"));
    }
    const auto type = little<std::int32_t>(m_bytes, 0);
    if (type == 0) return m_slice.polygons.end_feature();  // a null shape is empty by meaning
    if (type != k_polygon && type != k_polygon_z && type != k_polygon_m) {
      return refuse(text("không phải vùng (kiểu {})", "it is no polygon (type {})", {type}));
    }
    if (!take_structure(type)) return;
    check_box();
    report(add_loose_rings(m_slice.polygons, {m_xy, m_ring_start}));
  }

 private:
  /// Copies ring starts and coordinates out of the record; false when the record was refused.
  bool take_structure(std::int32_t type) {
    const auto rings = m_bytes.size() < k_fixed ? -1 : little<std::int32_t>(m_bytes, 36);
    const auto points = m_bytes.size() < k_fixed ? -1 : little<std::int32_t>(m_bytes, 40);
    if (rings < 0 || points < 0 || !length_fits(type, std::uint64_t(rings), std::uint64_t(points))) {
      refuse(text("độ dài bản ghi không khớp số đỉnh", "its length does not fit its number of vertices"));
      return false;
    }
    const auto ring_count = static_cast<std::size_t>(rings);
    const auto point_count = static_cast<std::size_t>(points);
    m_ring_start.resize(ring_count + 1);
    std::memcpy(m_ring_start.data(), m_bytes.data() + k_fixed, 4 * ring_count);
    m_ring_start.back() = static_cast<std::uint32_t>(point_count);
    const bool starts_fit = ring_count == 0 ? point_count == 0
                                            : m_ring_start.front() == 0 &&
                                                  std::is_sorted(m_ring_start.begin(), m_ring_start.end());
    if (!starts_fit) {
      refuse(text("danh sách vòng không hợp lệ", "its list of rings is invalid"));
      return false;
    }
    m_xy.resize(2 * point_count);
    std::memcpy(m_xy.data(), m_bytes.data() + k_fixed + 4 * ring_count, 16 * point_count);
    m_slice.higher = m_slice.higher || type != k_polygon;
    return true;
  }

  bool length_fits(std::int32_t type, std::uint64_t rings, std::uint64_t points) const {
    const std::uint64_t flat = k_fixed + 4 * rings + 16 * points;
    const std::uint64_t extra = 16 + 8 * points;  // one more ordinate: its range, then a value a vertex
    const std::uint64_t length = m_bytes.size();
    if (type == k_polygon) return length == flat;
    if (type == k_polygon_m) return length == flat || length == flat + extra;
    return length == flat + extra || length == flat + 2 * extra;  // M is optional after Z
  }

  void check_box() {
    Box found;
    for (std::size_t i = 0; i < m_xy.size(); i += 2) found.add(base::Vec2{m_xy[i], m_xy[i + 1]});
    m_slice.box.add(found);
    const Box said{little<double>(m_bytes, 4), little<double>(m_bytes, 12), little<double>(m_bytes, 20),
                   little<double>(m_bytes, 28)};
    if (!found.empty() && !(said == found)) {
      note(Severity::warning, "shp.box",
           text("khung ghi trong tệp không khớp tọa độ; có thể đối tượng bị hỏng",
                "the box written in the file does not fit the coordinates; the feature may be damaged"));
    }
  }

  void report(const RingFlaws& flaws) {
    if (flaws.not_finite) {
      note(Severity::error, "geometry.not-finite",
           text("tọa độ không phải số hữu hạn hoặc lớn vô lý; đối tượng bị bỏ hình",
                "a coordinate is not finite or impossibly large; its shape was refused"));
    }
    if (flaws.open_rings > 0) {
      note(Severity::warning, "geometry.ring-open",
           text("{} vòng không khép kín; đã khép lại", "{} rings are not closed; closed now",
                {flaws.open_rings}));
    }
    if (flaws.dropped_rings > 0) {
      note(Severity::warning, "geometry.ring-empty",
           text("{} vòng có ít hơn ba đỉnh khác nhau; đã bỏ",
                "{} rings have fewer than three different vertices; left out", {flaws.dropped_rings}));
    }
    if (flaws.turned_rings > 0) {
      note(Severity::note, "geometry.ring-order",
           text("{} vòng ghi ngược chiều; vùng và lỗ được xét theo vị trí lồng nhau",
                "{} rings run the wrong way; shells and holes were told apart by containment",
                {flaws.turned_rings}));
    }
  }

  void refuse(const Text& why) {
    note(Severity::error, "shp.record",
         text("bản ghi hỏng: {}; đối tượng bị bỏ hình", "broken record: {}; its shape was refused", {why}));
    m_slice.polygons.end_feature();
  }

  void note(Severity severity, const char* rule, Text what) {
    const Text remedy = severity == Severity::note
                            ? Text()
                            : text("So lại đối tượng với bản gốc.", "Compare the feature with the original.");
    m_slice.findings.push_back({severity, rule, m_file, feature_place(m_feature), std::move(what), remedy});
  }

  const BinaryFile& m_shp;
  const std::string& m_file;
  Slice& m_slice;
  std::size_t m_feature = 0;
  std::vector<std::byte> m_bytes;
  std::vector<std::uint32_t> m_ring_start;
  std::vector<double> m_xy;
};

/// Cuts the records into runs of about equal bytes, one a thread.
std::vector<Slice> cut(const std::vector<ShpRecord>& records) {
  std::uint64_t total = 0;
  for (const ShpRecord& record : records) total += record.length;
  const std::uint64_t share = total / base::thread_count() + 1;
  std::vector<Slice> slices(1);
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (bytes >= share) {
      slices.emplace_back().begin = i;
      bytes = 0;
    }
    bytes += records[i].length;
    slices.back().bytes = bytes;
    slices.back().end = i + 1;
  }
  return slices;
}

void append(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
  const std::uint32_t base = to.back();
  for (std::size_t i = 1; i < from.size(); ++i) to.push_back(base + from[i]);
}

void append(model::PolygonSet& to, const model::PolygonSet& from) {
  to.xy.insert(to.xy.end(), from.xy.begin(), from.xy.end());
  append(to.ring_start, from.ring_start);
  append(to.part_start, from.part_start);
  append(to.feature_start, from.feature_start);
}

void check_file_box(const BinaryFile& shp, const Box& found, const std::string& file, Findings& findings) {
  std::array<std::byte, 100> header{};
  if (!shp.read(0, header) || found.empty()) return;
  const Box said{little<double>(header, 36), little<double>(header, 44), little<double>(header, 52),
                 little<double>(header, 60)};
  if (said == found) return;
  findings.push_back({Severity::warning,
                      "shp.file-box",
                      file,
                      {},
                      text("khung bản đồ ghi ở đầu tệp không khớp tọa độ",
                           "the extent written in the header does not fit the coordinates"),
                      text("Lưu lại lớp bằng phần mềm GIS.", "Save the layer anew with a GIS.")});
}

}  // namespace

model::PolygonSet read_shp(const std::filesystem::path& path, const std::vector<ShpRecord>& records,
                           const std::string& file, Findings& findings, const base::Job& job) {
  const BinaryFile shp(path);
  std::uint64_t total = 1;
  for (const ShpRecord& record : records) total += record.length;
  std::vector<Slice> slices = cut(records);
  slices.front().polygons.xy.reserve(total / 8);  // the later slices are appended to it
  std::atomic<std::uint64_t> done{0};
  base::parallel_for(slices.size(), 1, [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) {
      // Coordinates are nearly all of the bytes: growing step by step would copy them, page by fresh page.
      if (s > 0) slices[s].polygons.xy.reserve(slices[s].bytes / 8);
      SliceReader reader(shp, file, slices[s]);
      for (std::size_t i = slices[s].begin; i < slices[s].end && !job.cancelled(); ++i) {
        reader.read(records[i], i);
        done += records[i].length;
        job.progress(static_cast<double>(done) / static_cast<double>(total));
      }
    }
  });
  job.checkpoint();
  Slice& first = slices.front();
  for (std::size_t s = 0; s < slices.size(); ++s) {
    findings.insert(findings.end(), slices[s].findings.begin(), slices[s].findings.end());
    if (s == 0) continue;
    append(first.polygons, slices[s].polygons);
    slices[s].polygons = {};
    first.box.add(slices[s].box);
    first.higher = first.higher || slices[s].higher;
  }
  if (first.higher) {
    findings.push_back(
        {Severity::note,
         "geometry.z-dropped",
         file,
         {},
         text("cao độ (Z, M) không dùng và đã bỏ qua", "heights (Z, M) are not used and were dropped"),
         {}});
  }
  check_file_box(shp, first.box, file, findings);
  return std::move(first.polygons);
}

}  // namespace ntmap::io
