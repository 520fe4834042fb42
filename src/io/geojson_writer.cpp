#include "io/geojson_writer.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "io/output_file.hpp"
#include "io/text_writer.hpp"

namespace ntmap::io {
namespace {

using model::Column;
using model::PolygonSet;

constexpr std::size_t k_block_vertices = 32'768;
constexpr std::size_t k_blocks_per_thread = 4;  // a few, so that threads do not wait for the longest

void require_degrees(const base::Box& box) {
  if (box.empty()) return;
  if (box.min_x >= -180 && box.max_x <= 180 && box.min_y >= -90 && box.max_y <= 90) return;
  throw base::Error(
      base::ErrorKind::usage,
      base::text("Tọa độ không phải kinh độ, vĩ độ WGS 84",
                 "The coordinates are not WGS 84 longitude and latitude"),
      base::text("GeoJSON cần lớp đã chuyển về EPSG:4326.", "GeoJSON needs the layer brought to EPSG:4326."));
}

/// Closed and rounded: what is written of a ring.
class RoundedRing {
 public:
  /// `shell`: counter-clockwise, else clockwise. The first vertex stays the first.
  std::span<const std::int64_t> of(std::span<const double> ring, bool shell) {
    m_xy.clear();
    for (const double degrees : ring) m_xy.push_back(to_1e7(degrees));
    const double area = area2();
    if (shell ? area < 0 : area > 0) reverse();
    m_xy.insert(m_xy.end(), {m_xy[0], m_xy[1]});
    return m_xy;
  }

 private:
  double area2() const {
    double sum = 0;
    double px = 0;
    double py = 0;
    for (std::size_t i = 2; i < m_xy.size(); i += 2) {
      const auto x = static_cast<double>(m_xy[i] - m_xy[0]);
      const auto y = static_cast<double>(m_xy[i + 1] - m_xy[1]);
      sum += px * y - x * py;
      px = x;
      py = y;
    }
    return sum;
  }
  void reverse() {
    for (std::size_t low = 2, high = m_xy.size() - 2; low < high; low += 2, high -= 2) {
      std::swap(m_xy[low], m_xy[high]);
      std::swap(m_xy[low + 1], m_xy[high + 1]);
    }
  }

  std::vector<std::int64_t> m_xy;
};

void append_box(std::string& out, const base::Box& box) {
  const std::int64_t corners[] = {to_1e7(box.min_x), to_1e7(box.min_y), to_1e7(box.max_x), to_1e7(box.max_y)};
  std::string pairs;
  append_coordinates(pairs, corners);  // "[w,s],[e,n]"
  std::erase_if(pairs, [](char c) { return c == '[' || c == ']'; });
  out += "\"bbox\":[" + pairs + "],";
}

/// Writes features of one layer as text; one for each thread.
class FeatureWriter {
 public:
  FeatureWriter(const ExportLayer& layer, const std::vector<Column>& columns, const GeoJsonOptions& options)
      : m_layer(layer), m_columns(columns), m_options(options) {}

  void append(std::string& out, std::size_t feature) {
    out += "{\"type\":\"Feature\",";
    const PolygonSet& polygons = *m_layer.polygons;
    const bool empty = polygons.feature_start[feature] == polygons.feature_start[feature + 1];
    if (m_options.bbox && !empty) append_box(out, polygons.feature_box(feature));
    out += "\"properties\":{";
    append_properties(out, feature);
    out += "},\"geometry\":";
    if (empty) {
      out += "null";
    } else {
      append_geometry(out, feature);
    }
    out += '}';
  }

 private:
  void append_properties(std::string& out, std::size_t row) {
    const std::size_t start = out.size();
    for (const Column& column : m_columns) {
      append_key(out, column.name);
      append_cell(out, column, row);
      out += ',';
    }
    if (m_options.style && !m_layer.classes.class_of.empty()) append_style(out, row);
    if (out.size() > start) out.pop_back();  // the last comma
  }

  static void append_key(std::string& out, std::string_view key) {
    append_json(out, key);
    out += ':';
  }

  static void append_cell(std::string& out, const Column& column, std::size_t row) {
    if (column.has_text(row)) {
      append_json(out, column.texts[row]);
    } else if (column.has_number(row)) {
      append_json(out, column.numbers[row]);
    } else {
      out += "null";
    }
  }

  void append_style(std::string& out, std::size_t row) {
    const model::MapClass& look = m_layer.classes.by_byte(m_layer.classes.class_of[row]);
    out += "\"fill\":\"" + model::to_hex(look.fill) + "\",\"fill-opacity\":1,\"stroke\":\"" +
           model::to_hex(m_options.stroke) + "\",\"stroke-width\":0.5,";
  }

  void append_geometry(std::string& out, std::size_t feature) {
    const PolygonSet& polygons = *m_layer.polygons;
    const std::uint32_t first = polygons.feature_start[feature];
    const std::uint32_t end = polygons.feature_start[feature + 1];
    const bool multi = end - first > 1;
    out += multi ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":";
    for (std::uint32_t part = first; part < end; ++part) {
      if (part != first) out += ',';
      append_part(out, part);
    }
    out += multi ? "]}" : "}";
  }

  void append_part(std::string& out, std::uint32_t part) {
    const PolygonSet& polygons = *m_layer.polygons;
    const std::uint32_t shell = polygons.part_start[part];
    for (std::uint32_t r = shell; r < polygons.part_start[part + 1]; ++r) {
      out += r == shell ? "[[" : ",[";
      append_coordinates(out, m_ring.of(polygons.ring(r), r == shell));
      out += ']';
    }
    out += ']';
  }

  const ExportLayer& m_layer;
  const std::vector<Column>& m_columns;
  const GeoJsonOptions& m_options;
  RoundedRing m_ring;
};

/// Features first .. end of one block of text.
struct Block {
  std::size_t first = 0;
  std::size_t end = 0;
};

std::vector<Block> blocks_of(const PolygonSet& polygons) {
  std::vector<Block> blocks;
  std::size_t first = 0;
  std::size_t vertices = 0;
  for (std::size_t f = 0; f < polygons.feature_count(); ++f) {
    vertices += polygons.ring_start[polygons.end_ring(f)] - polygons.ring_start[polygons.first_ring(f)] + 64;
    if (vertices < k_block_vertices && f + 1 < polygons.feature_count()) continue;
    blocks.push_back({first, f + 1});
    first = f + 1;
    vertices = 0;
  }
  return blocks;
}

base::Text unit_place(const ExportLayer& layer, std::size_t feature) {
  if (!layer.codes.empty()) return base::text("đơn vị {}", "unit {}", {layer.codes[feature]});
  return base::text("đơn vị thứ {}", "unit {}", {feature + 1});
}

void format_block(const ExportLayer& layer, const std::vector<Column>& columns, const GeoJsonOptions& options,
                  Block block, std::string& out) {
  FeatureWriter writer(layer, columns, options);
  out.clear();
  for (std::size_t f = block.first; f < block.end; ++f) {
    out += f == 0 ? "\n" : ",\n";
    try {
      writer.append(out, f);
    } catch (base::Error& error) {
      throw error.at(unit_place(layer, f));
    }
  }
}

std::string head_of(const ExportLayer& layer, const base::Box& box, const GeoJsonOptions& options) {
  const ExportMetadata& about = layer.metadata;
  std::string out = "{\"type\":\"FeatureCollection\",";
  const auto member = [&](const char* key, const std::string& value) {
    if (value.empty()) return;
    append_json(out, std::string_view(key));
    out += ':';
    append_json(out, value);
    out += ',';
  };
  member("name", layer.name);
  member("title", about.title.in(layer.lang));
  member("period", about.period);
  member("criterion", about.criterion.in(layer.lang));
  member("source", about.source.in(layer.lang));
  member("licence", about.licence.in(layer.lang));
  member("notice", about.notice.in(layer.lang));
  member("date", about.date);
  if (options.bbox && !box.empty()) append_box(out, box);
  return out + "\"features\":[";
}

}  // namespace

void write_geojson(const ExportLayer& layer, const GeoJsonOptions& options,
                   const std::filesystem::path& target, base::Overwrite overwrite, const base::Job& job) {
  const std::vector<Column> columns = export_columns(layer);
  const base::Box box = layer.polygons->box();
  require_degrees(box);
  base::PendingFile file(target, overwrite);
  OutputFile out(file.temporary(), target);
  out.write(head_of(layer, box, options));
  const std::vector<Block> blocks = blocks_of(*layer.polygons);
  std::vector<std::string> texts(k_blocks_per_thread * base::thread_count());
  for (std::size_t done = 0; done < blocks.size(); done += texts.size()) {
    job.checkpoint();
    const std::size_t count = std::min(texts.size(), blocks.size() - done);
    base::parallel_for(count, 1, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        format_block(layer, columns, options, blocks[done + i], texts[i]);
      }
    });
    for (std::size_t i = 0; i < count; ++i) out.write(texts[i]);
    job.progress(0.98 * static_cast<double>(done + count) / static_cast<double>(blocks.size()));
  }
  out.write("\n]}\n");
  out.close();
  job.checkpoint();
  file.commit();
  job.progress(1);
}

}  // namespace ntmap::io
