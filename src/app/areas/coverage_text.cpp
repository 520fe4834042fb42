#include "app/areas/coverage_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "app/areas/area_words.hpp"
#include "base/json_text.hpp"

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
        R"({{"status":"{}","counted":{},"areas":{},"drawn_ha":{},"declared_ha":{},"households":{},"added_ha":{}}})",
        model::name_of(sum.status), sum.counted, sum.areas, sum.drawn, sum.declared, sum.households,
        sum.added));
  }
  return list.take();
}

std::string years_json(const CoverageReport& report) {
  List list;
  for (const YearSum& year : report.by_year) {
    list.add(fmt::format(R"({{"year":{},"areas":{},"covered_ha":{},"growth_ha":{},"covered_pct":{}}})",
                         year.year == 0 ? "null" : std::to_string(year.year), year.areas, year.covered,
                         year.growth, year.share));
  }
  return list.take();
}

std::string uncounted_json(const UncountedSum& sum) {
  return fmt::format(R"({{"areas":{},"drawn_ha":{}}})", sum.areas, sum.drawn);
}

/// What was found wrong with the areas, in reading them and over the units.
std::string findings_json(const Coverage& coverage, base::Lang lang) {
  constexpr std::array<const char*, 3> k_severities{"note", "warning", "error"};
  List list;
  for (const base::Findings* findings : {&coverage.areas().findings, &coverage.findings()}) {
    for (const base::Finding& one : *findings) {
      list.add(fmt::format(R"({{"severity":"{}","rule":"{}","place":{},"what":{},"remedy":{}}})",
                           k_severities[static_cast<std::size_t>(one.severity)], one.rule,
                           base::json_text(one.place.in(lang)), base::json_text(one.what.in(lang)),
                           base::json_text(one.remedy.in(lang))));
    }
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
                         base::json_text(coverage.areas().codes[overlap.first]),
                         base::json_text(coverage.areas().codes[overlap.second]), overlap.shared));
  }
  return list.take();
}

std::string outside_json(const Coverage& coverage) {
  List list;
  for (std::size_t a = 0; a < coverage.areas().size(); ++a) {
    if (coverage.outside_hectares()[a] <= 0) continue;
    list.add(fmt::format(R"({{"area":{},"ha":{}}})", base::json_text(coverage.areas().codes[a]),
                         coverage.outside_hectares()[a]));
  }
  return list.take();
}

std::string different_json(const CoverageReport& report) {
  List list;
  for (const std::uint32_t unit : report.most_different) {
    list.add(fmt::format(R"({{"code":{},"name":{},"covered_pct":{},"weight_pct":{}}})",
                         base::json_text(report.coverage->units().codes[unit]),
                         base::json_text(report.coverage->units().full_name(unit)),
                         number_or_null(report.cover->shares[unit]),
                         number_or_null(report.weighted.shares[unit])));
  }
  return list.take();
}

// Lines ------------------------------------------------------------------------------------------------

/// "đang hoạt động, đang xây dựng"; nothing where only those at work count, which goes without saying.
Text counted_text(const CoverageReport& report) {
  const auto& until = report.request.choice.until;
  if (until[0] && !until[1] && !until[2]) return {};
  Text out;
  for (std::size_t status = 0; status < until.size(); ++status) {
    if (!until[status]) continue;
    const Text title = status_title(report.coverage->areas().kind, static_cast<AreaStatus>(status));
    out = out.empty() ? title : base::join({out, title}, ", ");
  }
  return out;
}

Text head_line(const CoverageReport& report) {
  Text title = report.coverage->areas().title;
  const Text counted = counted_text(report);
  const Text by =
      report.request.date.empty() ? Text() : text("đến {}", "by {}", {day_text(report.request.date)});
  if (counted.empty() && by.empty()) return title;
  if (counted.empty() || by.empty())
    return text("{} ({})", "{} ({})", {title, counted.empty() ? by : counted});
  return text("{} ({}; {})", "{} ({}; {})", {title, counted, by});
}

Text total_line(const CoverageReport& report) {
  const bool geodesic = report.coverage->hectare_kind() == model::HectareKind::geodesic;
  const Text how = geodesic ? text("đo trên elip-xô-ít", "geodesic")
                            : text("đo trong mặt phẳng {}", "planar in {}", {report.coverage->units().crs});
  return text("  phủ {} trong {} của {} đơn vị: {} ({})", "  {} of {} in {} units are covered: {} ({})",
              {ha(report.cover->total), ha(report.unit_hectares), report.coverage->units().size(),
               pct(report.share()), how});
}

/// What is drawn but not counted, or counted once only.
std::vector<Text> problem_lines(const CoverageReport& report, const Text& reasons) {
  std::vector<Text> lines;
  if (report.overlapping >= 0.05)
    lines.push_back(text("chồng nhau: {} (chỉ tính một lần)", "overlapping: {} (counted once)",
                         {ha(report.overlapping)}));
  if (report.outside >= 0.05)
    lines.push_back(text("ngoài mọi đơn vị: {}", "outside every unit: {}", {ha(report.outside)}));
  if (report.later.areas > 0)
    lines.push_back(text("sau {}: {} vùng, vẽ {} (không tính)", "after {}: {} areas, {} drawn (not counted)",
                         {day_text(report.request.date), report.later.areas, ha(report.later.drawn)}));
  if (report.undated.areas > 0)
    lines.push_back(text("không rõ năm: {} vùng, vẽ {} (không tính)",
                         "year not known: {} areas, {} drawn (not counted)",
                         {report.undated.areas, ha(report.undated.drawn)}));
  if (report.left_out > 0) {
    const Text left =
        text("bỏ ra, không tính vào đâu: {} vùng", "left out of all figures: {} areas", {report.left_out});
    lines.push_back(reasons.empty() ? left : text("{} ({})", "{} ({})", {left, reasons}));
  }
  return lines;
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
    if (!sum.counted)
      line = base::join({line, text("phủ thêm {}", "{} more covered", {ha(sum.added)})}, ", ");
    lines.push_back(line);
  }
}

void add_year_lines(const CoverageReport& report, std::vector<Text>& lines) {
  for (const YearSum& year : report.by_year) {
    const Text by = year.year == 0 ? text("cả vùng không rõ năm ({} vùng)",
                                          "with those of no known year ({} areas)", {year.areas})
                                   : day_text(year.by);
    lines.push_back(text("  {}: {} ({}), tăng {}", "  {}: {} ({}), {} more",
                         {by, ha(year.covered), pct(year.share), ha(year.growth)}));
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
  const Text with = with_all_title(report.coverage->areas().kind, answer.last);
  const Text share =
      std::isnan(answer.weight_share)
          ? text("{} diện tích", "{} of the area", {pct(answer.share)})
          : text("{} theo {}", "{} by {}", {pct(answer.weight_share), report.weights->weights.title});
  if (std::isnan(report.request.target)) return text("{}: {}", "{}: {}", {with, share});
  return text("{}: {}; {} đơn vị đạt từ {} %", "{}: {}; {} units reach {} %",
              {with, share, answer.reaching, base::short_number(report.request.target)});
}

/// "25 đơn vị đạt từ 50 %"; nothing without a target, or where a "what if" tells the same.
std::vector<Text> target_lines(const CoverageReport& report) {
  if (std::isnan(report.request.target) || !report.what_if.empty()) return {};
  return {text(
      "{} đơn vị đạt từ {} %", "{} units reach {} %",
      {units_reaching(report.shares(), report.request.target), base::short_number(report.request.target)})};
}

std::vector<Text> coverage_summary(const CoverageReport& report) {
  std::vector<Text> lines{text("Phủ {} trong {}: {} diện tích", "{} of {} covered: {} of the area",
                               {ha(report.cover->total), ha(report.unit_hectares), pct(report.share())})};
  if (report.weights) {
    lines.back() = base::join(
        {lines.back(),
         text("{} theo {}", "{} by {}", {pct(report.weighted.share), report.weights->weights.title})},
        ", ");
  }
  for (const WhatIf& answer : report.what_if) lines.push_back(what_if_text(report, answer));
  for (const std::vector<Text>& more : {target_lines(report), problem_lines(report, {})})
    lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

std::vector<Text> coverage_lines(const CoverageReport& report, const Text& reasons) {
  std::vector<Text> lines{head_line(report), total_line(report)};
  for (const Text& line : target_lines(report)) lines.push_back(base::join({"  ", line}, ""));
  add_weight_lines(report, lines);
  add_status_lines(report, lines);
  add_year_lines(report, lines);
  for (const WhatIf& answer : report.what_if)
    lines.push_back(base::join({"  ", what_if_text(report, answer)}, ""));
  for (const Text& line : problem_lines(report, reasons)) lines.push_back(base::join({"  ", line}, ""));
  return lines;
}

std::string coverage_json(const CoverageReport& report, base::Lang lang) {
  const Coverage& coverage = *report.coverage;
  const bool geodesic = coverage.hectare_kind() == model::HectareKind::geodesic;
  const std::string target = std::isnan(report.request.target)
                                 ? "null"
                                 : fmt::format(R"({{"pct":{},"reaching":{}}})", report.request.target,
                                               units_reaching(report.shares(), report.request.target));
  std::string out = fmt::format(
      R"({{"areas":{},"kind":"{}","date":{},"hectares":"{}","crs":{},"units":{},"unit_ha":{},"covered_ha":{},)"
      R"("covered_pct":{},"weight_pct":{},"overlapping_ha":{},"outside_ha":{},"left_out":{},"target":{},)",
      base::json_text(coverage.areas().id), model::name_of(coverage.areas().kind),
      report.request.date.empty() ? "null" : base::json_text(report.request.date),
      geodesic ? "geodesic" : "crs", base::json_text(coverage.units().crs), coverage.units().size(),
      report.unit_hectares, report.cover->total, report.share(),
      report.weights ? number_or_null(report.weighted.share) : "null", report.overlapping, report.outside,
      report.left_out, target);
  out += fmt::format(
      R"("later":{},"undated":{},"by_status":{},"by_year":{},"what_if":{},"overlaps":{},"outside":{},)"
      R"("most_different":{},"findings":{}}})",
      uncounted_json(report.later), uncounted_json(report.undated), statuses_json(report), years_json(report),
      what_if_json(report), overlaps_json(coverage), outside_json(coverage), different_json(report),
      findings_json(coverage, lang));
  return out;
}

}  // namespace ntmap::app
