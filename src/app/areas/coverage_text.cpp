#include "app/areas/coverage_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "app/areas/area_words.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using model::AreaStatus;

constexpr std::size_t k_listed_units = 5;

Text ha(double hectares) {
  return text("{} ha", "{} ha", {base::number(hectares, 1)});
}
Text pct(double percent) {
  return text("{} %", "{} %", {base::number(percent, 1)});
}

// JSON -------------------------------------------------------------------------------------------------

std::string json_string(std::string_view words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string number_or_null(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : "null";
}

/// Objects of a list, one after another.
class List {
 public:
  void add(const std::string& object) { m_out += (m_out.empty() ? "" : ",") + object; }
  std::string take() const { return "[" + m_out + "]"; }

 private:
  std::string m_out;
};

std::string statuses_json(const CoverageReport& report) {
  List list;
  for (const StatusSum& sum : report.by_status) {
    list.add(fmt::format(
        R"({{"status":"{}","areas":{},"drawn_ha":{},"declared_ha":{},"households":{},"added_ha":{}}})",
        model::name_of(sum.status), sum.areas, sum.drawn, sum.declared, sum.households, sum.added));
  }
  return list.take();
}

std::string years_json(const CoverageReport& report) {
  List list;
  for (const YearSum& year : report.by_year) {
    list.add(fmt::format(R"({{"year":{},"areas":{},"covered_ha":{},"growth_ha":{},"covered_pct":{}}})",
                         year.year, year.areas, year.covered, year.growth, year.share));
  }
  return list.take();
}

std::string what_if_json(const CoverageReport& report) {
  List list;
  const bool target = !std::isnan(report.request.target);
  for (const WhatIf& answer : report.what_if) {
    list.add(fmt::format(R"({{"up_to":"{}","covered_ha":{},"covered_pct":{},"weight_pct":{},"reaching":{}}})",
                         model::name_of(answer.last), answer.covered, answer.share,
                         number_or_null(answer.weight_share),
                         target ? std::to_string(answer.reaching) : "null"));
  }
  return list.take();
}

std::string overlaps_json(const Coverage& coverage) {
  List list;
  for (const geom::AreaOverlap& overlap : coverage.overlay().overlaps) {
    list.add(fmt::format(R"({{"first":{},"second":{},"ha":{}}})",
                         json_string(coverage.areas().codes[overlap.first]),
                         json_string(coverage.areas().codes[overlap.second]), overlap.shared));
  }
  return list.take();
}

std::string outside_json(const Coverage& coverage) {
  List list;
  for (std::size_t a = 0; a < coverage.areas().size(); ++a) {
    if (coverage.outside_hectares()[a] <= 0) continue;
    list.add(fmt::format(R"({{"area":{},"ha":{}}})", json_string(coverage.areas().codes[a]),
                         coverage.outside_hectares()[a]));
  }
  return list.take();
}

std::string different_json(const CoverageReport& report) {
  List list;
  for (const std::uint32_t unit : report.most_different) {
    list.add(fmt::format(R"({{"code":{},"name":{},"covered_pct":{},"weight_pct":{}}})",
                         json_string(report.coverage->units().codes[unit]),
                         json_string(report.coverage->units().full_name(unit)),
                         number_or_null(report.cover->shares[unit]),
                         number_or_null(report.weighted.shares[unit])));
  }
  return list.take();
}

// Lines ------------------------------------------------------------------------------------------------

Text head_line(const CoverageReport& report) {
  Text title = report.coverage->areas().title;
  if (report.request.date.empty()) return title;
  return text("{} (đến {})", "{} (by {})", {title, report.request.date});
}

Text total_line(const CoverageReport& report) {
  const bool geodesic = report.coverage->hectare_kind() == model::HectareKind::geodesic;
  const Text how = geodesic ? text("đo trên elip-xô-ít", "geodesic")
                            : text("đo trong mặt phẳng {}", "planar in {}", {report.coverage->units().crs});
  return text("  phủ {} trong {} của {} đơn vị: {} ({})", "  {} of {} in {} units are covered: {} ({})",
              {ha(report.cover->total), ha(report.unit_hectares), report.coverage->units().size(),
               pct(report.share()), how});
}

void add_problem_lines(const CoverageReport& report, std::vector<Text>& lines) {
  if (report.overlapping >= 0.05)
    lines.push_back(text("  chồng nhau: {} (chỉ tính một lần)", "  overlapping: {} (counted once)",
                         {ha(report.overlapping)}));
  if (report.outside >= 0.05)
    lines.push_back(text("  ngoài mọi đơn vị: {}", "  outside every unit: {}", {ha(report.outside)}));
}

void add_status_lines(const CoverageReport& report, std::vector<Text>& lines) {
  for (const StatusSum& sum : report.by_status) {
    if (sum.areas == 0) continue;
    Text line = text("  {}: {} vùng, vẽ {}", "  {}: {} areas, {} drawn",
                     {status_title(report.coverage->areas().kind, sum.status), sum.areas, ha(sum.drawn)});
    if (sum.declared > 0)
      line = base::join({line, text("kê khai {}", "{} declared", {ha(sum.declared)})}, ", ");
    if (sum.households > 0)
      line = base::join(
          {line, text("khai {} hộ", "{} households declared", {static_cast<std::int64_t>(sum.households)})},
          ", ");
    if (sum.status != AreaStatus::working)
      line = base::join({line, text("phủ thêm {}", "{} more covered", {ha(sum.added)})}, ", ");
    lines.push_back(line);
  }
}

void add_year_lines(const CoverageReport& report, std::vector<Text>& lines) {
  for (const YearSum& year : report.by_year) {
    lines.push_back(text("  cuối {}: {} ({}), tăng {}", "  end of {}: {} ({}), {} more",
                         {std::to_string(year.year), ha(year.covered), pct(year.share), ha(year.growth)}));
  }
}

void add_weight_lines(const CoverageReport& report, std::vector<Text>& lines) {
  if (!report.weights) return;
  const Weights& weights = report.weights->weights;
  lines.push_back(text("  theo {}: {} (theo diện tích: {})", "  by {}: {} (by area: {})",
                       {weights.title, pct(report.weighted.share), pct(report.share())}));
  for (std::size_t i = 0; i < std::min(k_listed_units, report.most_different.size()); ++i) {
    const std::uint32_t unit = report.most_different[i];
    lines.push_back(text("    {}: {} diện tích, {} theo {}", "    {}: {} of the area, {} by {}",
                         {report.coverage->units().full_name(unit), pct(report.cover->shares[unit]),
                          pct(report.weighted.shares[unit]), weights.title}));
  }
}

}  // namespace

Text what_if_text(const CoverageReport& report, const WhatIf& answer) {
  const model::AreaKind kind = report.coverage->areas().kind;
  const Text status = status_title(kind, answer.last);
  Text with = status;
  if (answer.last == AreaStatus::building) with = text("với tất cả {}", "with all that is {}", {status});
  if (answer.last == AreaStatus::planned) with = text("với cả {}", "with all that is {} too", {status});
  const double share = std::isnan(answer.weight_share) ? answer.share : answer.weight_share;
  if (std::isnan(report.request.target)) return text("{}: {}", "{}: {}", {with, pct(share)});
  return text("{}: {}; {} đơn vị đạt từ {} %", "{}: {}; {} units reach {} %",
              {with, pct(share), answer.reaching, base::short_number(report.request.target)});
}

std::vector<Text> coverage_lines(const CoverageReport& report) {
  std::vector<Text> lines{head_line(report), total_line(report)};
  add_weight_lines(report, lines);
  add_status_lines(report, lines);
  add_year_lines(report, lines);
  for (const WhatIf& answer : report.what_if)
    lines.push_back(base::join({"  ", what_if_text(report, answer)}, ""));
  add_problem_lines(report, lines);
  return lines;
}

std::string coverage_json(const CoverageReport& report) {
  const Coverage& coverage = *report.coverage;
  const bool geodesic = coverage.hectare_kind() == model::HectareKind::geodesic;
  const std::string target = std::isnan(report.request.target)
                                 ? "null"
                                 : fmt::format(R"({{"pct":{},"reaching":{}}})", report.request.target,
                                               units_reaching(report.shares(), report.request.target));
  std::string out = fmt::format(
      R"({{"areas":{},"kind":"{}","date":{},"hectares":"{}","crs":{},"units":{},"unit_ha":{},"covered_ha":{},)"
      R"("covered_pct":{},"weight_pct":{},"overlapping_ha":{},"outside_ha":{},"target":{},)",
      json_string(coverage.areas().id), model::name_of(coverage.areas().kind),
      report.request.date.empty() ? "null" : json_string(report.request.date), geodesic ? "geodesic" : "crs",
      json_string(coverage.units().crs), coverage.units().size(), report.unit_hectares, report.cover->total,
      report.share(), report.weights ? number_or_null(report.weighted.share) : "null", report.overlapping,
      report.outside, target);
  out += fmt::format(
      R"("by_status":{},"by_year":{},"what_if":{},"overlaps":{},"outside":{},"most_different":{}}})",
      statuses_json(report), years_json(report), what_if_json(report), overlaps_json(coverage),
      outside_json(coverage), different_json(report));
  return out;
}

}  // namespace ntmap::app
