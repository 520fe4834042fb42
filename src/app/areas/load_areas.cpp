#include "app/areas/load_areas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "app/areas/area_crs.hpp"
#include "app/data/load_layer.hpp"
#include "app/project/project_file.hpp"
#include "crs/crs.hpp"
#include "io/grid_reader.hpp"
#include "io/table_reader.hpp"
#include "names/fold.hpp"

namespace ntmap::app {
namespace {

using base::Box;
using base::Severity;
using base::Text;
using base::text;
using model::AreaStatus;
using model::PolygonSet;

// Searched by names::search_key, so case and marks are left out.
constexpr std::array<std::pair<std::string_view, AreaStatus>, 16> k_status_words{{
    {"dang hoat dong", AreaStatus::working},
    {"hoat dong", AreaStatus::working},
    {"da hoan thanh", AreaStatus::working},
    {"hoan thanh", AreaStatus::working},
    {"da dua vao su dung", AreaStatus::working},
    {"dang su dung", AreaStatus::working},
    {"in service", AreaStatus::working},
    {"dang xay dung", AreaStatus::building},
    {"xay dung", AreaStatus::building},
    {"dang thi cong", AreaStatus::building},
    {"dang trien khai", AreaStatus::building},
    {"under construction", AreaStatus::building},
    {"quy hoach", AreaStatus::planned},
    {"ke hoach", AreaStatus::planned},
    {"du kien", AreaStatus::planned},
    {"proposed", AreaStatus::planned},
}};

std::optional<AreaStatus> status_from(const model::AreaSource& source, const std::string& word) {
  if (const auto own = source.words.find(word); own != source.words.end()) return own->second;
  const std::string key = names::search_key(word);
  if (const auto known = model::area_status_from(key)) return known;
  for (const auto& [candidate, status] : k_status_words) {
    if (candidate == key) return status;
  }
  return std::nullopt;
}

std::vector<std::string> wanted_fields(const model::AreaSource& source) {
  std::vector<std::string> fields;
  for (const std::string& field : {source.code, source.name, source.year, source.status, source.operated_by,
                                   source.capacity, source.households, source.hectares}) {
    if (!field.empty() && std::find(fields.begin(), fields.end(), field) == fields.end())
      fields.push_back(field);
  }
  return fields;
}

/// Reads the attributes of areas and says what is wrong with each.
class AttributeReader {
 public:
  AttributeReader(const model::AreaSource& source, bool in_project, const model::Table& table,
                  AreaLayer& into)
      : m_source(source),
        m_in_project(in_project),
        m_table(table),
        m_into(into),
        m_rows(into.polygons.feature_count()) {}

  void read() {
    m_into.codes = texts_of(m_source.code);
    for (std::size_t a = 0; a < m_rows; ++a) {
      if (m_into.codes[a].empty()) m_into.codes[a] = std::to_string(a + 1);
    }
    m_into.names = texts_of(m_source.name);
    m_into.operators = texts_of(m_source.operated_by);
    read_dates();
    read_statuses();
    m_into.capacity = numbers_of(m_source.capacity, "areas.capacity-negative");
    m_into.households = numbers_of(m_source.households, "areas.households-negative");
    m_into.declared = numbers_of(m_source.hectares, "areas.hectares-negative");
    tell_codes_used_twice();
  }

 private:
  std::vector<std::string> texts_of(const std::string& field) const {
    std::vector<std::string> out(m_rows);
    if (field.empty()) return out;
    const model::Column& column = require_column(m_table, field);
    for (std::size_t a = 0; a < m_rows; ++a) out[a] = column.text(a);
    return out;
  }

  /// Numbers of a field; negative ones are refused, each with a finding.
  std::vector<double> numbers_of(const std::string& field, const char* rule) {
    if (field.empty()) return std::vector<double>(m_rows, model::k_no_data);
    io::NumberColumn numbers = io::read_numbers(m_table, require_column(m_table, field), false);
    m_into.findings.insert(m_into.findings.end(), numbers.findings.begin(), numbers.findings.end());
    io::CappedFindings negative(m_into.findings, Severity::error, rule, m_into.file,
                                text("Sửa số trong tệp nguồn; số này không được tính.",
                                     "Mend the number in the source file; it is not counted."));
    for (std::size_t a = 0; a < m_rows; ++a) {
      double& value = numbers.values[a];
      if (!(value < 0)) continue;
      negative.add(place(a), text("{} âm: {}", "{} is negative: {}", {field, base::short_number(value)}));
      value = model::k_no_data;
    }
    return std::move(numbers.values);
  }

  void read_dates() {
    m_into.dates.resize(m_rows);
    if (m_source.year.empty()) return;
    const std::vector<std::string> words = texts_of(m_source.year);
    io::CappedFindings missing(m_into.findings, Severity::warning, "areas.no-year", m_into.file,
                               text("Điền năm; vùng này không được tính vào số liệu của kỳ nào.",
                                    "Fill in the year; this area counts in the figures of no period."));
    for (std::size_t a = 0; a < m_rows; ++a) {
      const auto date = area_date(words[a]);
      if (date) {
        m_into.dates[a] = *date;
      } else {
        missing.add(place(a), words[a].empty() ? text("không có năm", "there is no year")
                                               : text("“{}” không phải năm hay ngày",
                                                      "“{}” is no year or date", {words[a]}));
      }
    }
  }

  void read_statuses() {
    if (m_source.status.empty()) {
      m_into.statuses.assign(m_rows, AreaStatus::working);
      return;
    }
    const std::vector<std::string> words = texts_of(m_source.status);
    io::CappedFindings unknown(
        m_into.findings, Severity::error, "areas.status-unknown", m_into.file,
        m_in_project
            ? text("Ghi từ này vào [areas.words] của tệp dự án; vùng này không được tính.",
                   "Put the word into [areas.words] of the project file; this area is not counted.")
            : text("Ghi lại trong tệp nguồn: “đang hoạt động”, “đang xây dựng” hoặc “quy hoạch”; vùng này "
                   "không "
                   "được tính.",
                   "Write “working”, “building” or “planned” in the source file; this area is not counted."));
    io::CappedFindings missing(m_into.findings, Severity::error, "areas.no-status", m_into.file,
                               text("Điền trạng thái trong tệp nguồn; vùng này không được tính.",
                                    "Fill in the status in the source file; this area is not counted."));
    for (std::size_t a = 0; a < m_rows; ++a) {
      m_into.statuses.push_back(status_from(m_source, words[a]));
      if (m_into.statuses.back()) continue;
      if (words[a].empty())
        missing.add(place(a), text("không có trạng thái", "there is no status"));
      else
        unknown.add(place(a), text("không hiểu trạng thái “{}”", "status “{}” is not known", {words[a]}));
    }
  }

  void tell_codes_used_twice() {
    if (m_source.code.empty()) return;
    std::map<std::string, std::size_t> first;
    io::CappedFindings twice(m_into.findings, Severity::warning, "areas.code-twice", m_into.file,
                             text("Nếu là một vùng thì gộp lại; nếu không thì sửa mã.",
                                  "Merge them if they are one area, else mend the code."));
    for (std::size_t a = 0; a < m_rows; ++a) {
      const auto [at, fresh] = first.emplace(m_into.codes[a], a);
      if (!fresh)
        twice.add(place(a), text("mã đã dùng cho đối tượng {}", "the code was used for feature {}",
                                 {std::to_string(at->second + 1)}));
    }
  }

  Text place(std::size_t area) const {
    return text("đối tượng {} ({})", "feature {} ({})", {std::to_string(area + 1), m_into.label(area)});
  }

  const model::AreaSource& m_source;
  bool m_in_project;  ///< else named on the command line
  const model::Table& m_table;
  AreaLayer& m_into;
  std::size_t m_rows;
};

Box swapped(const Box& box) {
  return {box.min_y, box.min_x, box.max_y, box.max_x};
}

/// The units' box in another system, from points along its edges, with room around it.
Box box_in(const Box& box, const std::string& from, const std::string& to) {
  constexpr int k_steps = 8;
  std::vector<double> xy;
  for (int i = 0; i <= k_steps; ++i) {
    const double x = box.min_x + box.width() * i / k_steps;
    const double y = box.min_y + box.height() * i / k_steps;
    for (const auto& [px, py] : {std::pair{x, box.min_y}, {x, box.max_y}, {box.min_x, y}, {box.max_x, y}}) {
      xy.insert(xy.end(), {px, py});
    }
  }
  if (from != to) crs::transform(xy, from, to);
  Box out;
  for (std::size_t i = 0; i < xy.size(); i += 2) out.add(base::Vec2{xy[i], xy[i + 1]});
  return out.grown(std::max(out.width(), out.height()));
}

/// Where coordinates that lie far off would fit, as a sentence.
Text guess_of(const PolygonSet& areas, const Units& units, const LayerRequest& request) {
  const auto systems = fitting_systems(areas, units, request.province);
  if (systems.empty())
    return text("Kiểm tra hệ tọa độ của lớp vùng; ghi rõ bằng {}.",
                "Check the areas' coordinate system; say it with {}.", {crs_remedy(request)});
  const AreaSystem& best = systems.front();
  return text("Tọa độ hợp với {} ({} % số vùng nằm trên các đơn vị): ghi {} nếu đúng.",
              "The coordinates fit {} ({} % of the areas fall on the units): write {} if that is right.",
              {best.crs.name, base::number(best.on_units, 0), crs_remedy(request, best.crs.epsg)});
}

/// Keeps the areas that can lie in the units, in the units' CRS; the others become empty, with findings.
class Placer {
 public:
  Placer(const Units& units, const LoadedLayer& loaded, const LayerRequest& request)
      : m_units(units), m_loaded(loaded), m_request(request) {}

  void place(AreaLayer& into) {
    const PolygonSet& given = m_loaded.layer.polygons;
    const Box expected = box_in(m_units.layer.polygons.box(), m_units.crs, m_loaded.crs.definition);
    io::CappedFindings shapeless(
        into.findings, Severity::error, "areas.no-shape", into.file,
        text("Vẽ lại vùng trong tệp nguồn.", "Draw the area anew in the source file."));
    io::CappedFindings turned(
        into.findings, Severity::error, "areas.axes-swapped", into.file,
        text("Đổi chỗ hai trục (X là hướng đông, Y là hướng bắc) rồi lưu lại tệp; vùng này không được tính.",
             "Swap the axes (X points east, Y north) and save the file again; this area is not counted."));
    const bool any_far = any_elsewhere(given, expected);
    io::CappedFindings elsewhere(into.findings, Severity::error, "areas.elsewhere", into.file,
                                 any_far ? guess_of(given, m_units, m_request) : Text());
    PolygonSet kept;
    for (std::size_t a = 0; a < given.feature_count(); ++a) {
      const Box box = given.feature_box(a);
      const Text place = text("đối tượng {} ({})", "feature {} ({})", {std::to_string(a + 1), into.label(a)});
      if (box.empty()) {
        shapeless.add(place, text("không có hình vùng (là đường, điểm hoặc không có diện tích); bị bỏ ra",
                                  "there is no area (a line, a point or nothing); left out"));
      } else if (expected.intersects(box)) {
        kept.append_feature(given, a);
        continue;
      } else if (expected.intersects(swapped(box))) {
        turned.add(place, text("hai trục tọa độ bị đổi chỗ; bị bỏ ra", "its axes are swapped; left out"));
      } else {
        elsewhere.add(
            place, text("nằm xa mọi đơn vị ({}; {}); bị bỏ ra", "lies far from all units ({}; {}); left out",
                        {base::short_number(box.centre().x, 3), base::short_number(box.centre().y, 3)}));
      }
      kept.end_feature();
    }
    if (m_units.crs != m_loaded.crs.definition) crs::transform(kept.xy, m_loaded.crs.definition, m_units.crs);
    into.polygons = std::move(kept);
  }

 private:
  static bool any_elsewhere(const PolygonSet& given, const Box& expected) {
    for (std::size_t a = 0; a < given.feature_count(); ++a) {
      const Box box = given.feature_box(a);
      if (!box.empty() && !expected.intersects(box) && !expected.intersects(swapped(box))) return true;
    }
    return false;
  }

  const Units& m_units;
  const LoadedLayer& m_loaded;
  const LayerRequest& m_request;
};

/// Whole numbers of a text, parted by one of "-/.": nothing when there is anything else.
std::optional<std::vector<int>> whole_numbers(std::string_view words) {
  std::vector<int> out;
  const char* at = words.data();
  const char* end = words.data() + words.size();
  while (at < end) {
    int value = 0;
    const auto [next, failure] = std::from_chars(at, end, value);
    if (failure != std::errc{} || value < 0) return std::nullopt;
    out.push_back(value);
    if (next == end) return out;
    if (*next != '-' && *next != '/' && *next != '.') return std::nullopt;
    at = next + 1;
  }
  return std::nullopt;
}

int last_day(int year, int month) {
  constexpr std::array<int, 12> k_days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : k_days[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::optional<std::string> area_date(const std::string& words) {
  std::string_view trimmed = io::trimmed(words);
  trimmed = trimmed.substr(0, trimmed.find_first_of(" T"));
  const auto numbers = whole_numbers(trimmed);
  if (!numbers || numbers->size() > 3) return std::nullopt;
  std::vector<int> parts = *numbers;
  const bool year_first = parts.front() >= 1900;
  if (!year_first) std::reverse(parts.begin(), parts.end());
  const int year = parts[0];
  const int month = parts.size() > 1 ? parts[1] : 12;
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return std::nullopt;
  const int day = parts.size() > 2 ? parts[2] : last_day(year, month);
  if (day < 1 || day > last_day(year, month)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string AreaLayer::label(std::size_t area) const {
  return names[area].empty() ? codes[area] : codes[area] + " " + names[area];
}

AreaLayer load_areas(const model::Project& project, const model::AreaSource& source, const Units& units,
                     const base::Job& job) {
  LayerRequest request{.path = resolve(project, source.file),
                       .encoding = source.encoding,
                       .crs = source.crs,
                       .province = project.province,
                       .fields = wanted_fields(source),
                       .crs_words = project.file.empty() ? "--area-crs EPSG:{}" : "crs = \"EPSG:{}\""};
  request.missing_crs = [&](const model::Layer& layer, base::Findings& findings) {
    return missing_area_crs(request, layer, units, findings);
  };
  LoadedLayer loaded = load_layer(request, job);
  AreaLayer out;
  out.id = source.id;
  out.title = source.title;
  out.kind = source.kind;
  out.file = loaded.layer.file;
  out.dated = !source.year.empty();
  out.findings = std::move(loaded.findings);
  out.polygons = loaded.layer.polygons;
  AttributeReader(source, !project.file.empty(), loaded.layer.attributes, out).read();
  Placer(units, loaded, request).place(out);
  return out;
}

}  // namespace ntmap::app
