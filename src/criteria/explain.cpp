#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "criteria/evidence.hpp"

namespace ntmap::criteria {
namespace {

using base::join;
using base::Text;
using base::text;

struct UnitName {
  std::string_view vi;
  std::string_view en;
};

constexpr std::array<UnitName, 29> k_units = {{
    {"triệu đồng/người/năm", "million VND/person/year"},
    {"tổ chức", "organisations"},
    {"HTX", "cooperatives"},
    {"m2/người", "m2/person"},
    {"lít", "litres"},
    {"vụ", "incidents"},
    {"mô hình", "models"},
    {"lĩnh vực", "fields"},
    {"công trình", "works"},
    {"đơn vị", "units"},
    {"huyện", "districts"},
    {"sản phẩm", "products"},
    {"năm", "years"},
    {"trường", "schools"},
    {"xã", "communes"},
    {"thôn", "villages"},
    {"nhà", "houses"},
    {"hộ", "households"},
    {"người", "people"},
    {"vườn", "gardens"},
    {"di sản", "heritage sites"},
    {"tiêu chí", "criteria"},
    {"tiêu chí/xã", "criteria/commune"},
    {"điểm %", "percentage points"},
    {"điểm %/năm", "percentage points/year"},
    {"%/năm", "%/year"},
    {"tấn/năm", "tonnes/year"},
    {"tỷ đồng", "billion VND"},
    {"ngày", "days"},
}};

/// Computed shares have no end: they are printed with six decimals, but never rounded onto what they are
/// compared with.
Decimal in_print(Decimal value, const std::optional<Decimal>& threshold) {
  constexpr double k_digits = 1e6;
  const Decimal rounded =
      Decimal::from_double(std::round(value.to_double() * k_digits) / k_digits).value_or(value);
  return threshold && rounded == *threshold ? value : rounded;
}

/// "đạt", "76,4 %", "mức 3", "Khá".
Text value_text(const Evidence& e, const FigureEvidence& f, Decimal value) {
  if (f.pass) return value == Decimal(1) ? Text("Đạt", "pass") : Text("Không đạt", "fail");
  if (e.kind == IndicatorKind::level) {
    for (std::size_t i = 0; i < e.scale.size(); ++i) {
      if (value == Decimal(static_cast<std::int64_t>(i) + 1)) return e.scale[i];
    }
    return text("mức {}", "level {}", {value.localised()});
  }
  return join({in_print(value, f.threshold).localised(), unit_text(f.unit)}, " ");
}

std::string_view shown_sign(const FigureEvidence& f, Op op) {
  const bool met = holds(*f.value, op, *f.threshold);
  if (!met) return opposite_sign(op);
  return *f.value == *f.threshold ? std::string_view("=") : sign(op);
}

/// "bảng thuy_loi.xlsx, trang 1, dòng 41".
Text place_text(const SourceSheet& from, std::uint32_t row) {
  const Text sheet = from.sheet.empty() ? Text{} : text(", trang {}", ", sheet {}", {from.sheet});
  return text("bảng {}{}, dòng {}", "table {}{}, row {}", {from.file, sheet, std::to_string(row)});
}

/// "hai nguồn cho số liệu khác nhau: 76,4 % (bảng a.csv, dòng 4) và 80 % (bảng b.xlsx, dòng 9)".
Text conflict_text(const Evidence& e, const FigureEvidence& f) {
  Text sides;
  for (const SourcedValue& side : f.differing) {
    const Text says = side.value ? value_text(e, f, *side.value) : word(Verdict::not_applicable);
    const Text one = text("{} ({})", "{} ({})", {says, place_text(side.sheet, side.row)});
    sides = sides.empty() ? one : text("{} và {}", "{} and {}", {sides, one});
  }
  return sides.empty() ? no_figure(f) : text("{}: {}", "{}: {}", {no_figure(f), sides});
}

/// "nam 76,4 % < 80 %"; with what is missing said in words.
Text figure_text(const Evidence& e, const FigureEvidence& f) {
  Text said;
  if (f.conflict) {
    said = conflict_text(e, f);
  } else if (f.not_applicable) {
    said = no_figure(f);
  } else if (f.value && f.threshold && !f.pass) {
    said = join(
        {value_text(e, f, *f.value), std::string(shown_sign(f, e.op)), value_text(e, f, *f.threshold)}, " ");
  } else if (f.value) {
    said = value_text(e, f, *f.value);
    if (!f.threshold) said = join({said, word(Why::no_threshold)}, ", ");
  } else {
    said = no_figure(f);
    if (!f.threshold) said = join({said, word(Why::no_threshold)}, ", ");
    if (f.threshold && !f.pass) {
      const Text limit = join({std::string(sign(e.op)), value_text(e, f, *f.threshold)}, " ");
      said = text("{}, ngưỡng {}", "{}, threshold {}", {said, limit});
    }
  }
  if (f.estimated) said = text("{} (ước theo diện tích)", "{} (estimated by area)", {said});
  if (f.parts_differ) said = text("{} (các phần không thống nhất)", "{} (the parts disagree)", {said});
  return join({f.name, said}, " ");
}

Text joined(const std::vector<Text>& parts, std::string_view separator) {
  Text out;
  for (const Text& part : parts) out = join({out, part}, separator);
  return out;
}

Text share_text(const Evidence& e) {
  const ChildCount& c = e.children;
  if (c.level_ended)
    return {"danh sách đơn vị không còn cấp huyện, chưa có căn cứ để tính",
            "the list of units has no districts any more, there is nothing to decide it by"};
  if (c.all == 0) return {"không còn đơn vị nào để tính", "no unit left to count"};
  const FigureEvidence& f = e.figures.front();
  const double percent = 100.0 * static_cast<double>(c.met) / static_cast<double>(c.all);
  Text out =
      text("{}/{} đơn vị = {} %", "{}/{} units = {} %", {c.met, c.all, base::short_number(percent, 3)});
  if (f.threshold) {
    const bool reached = reaches_percent(c.met, c.all, *f.threshold);
    out = join({out, reached ? Text("≥") : Text("<"), f.threshold->localised(), Text("%")}, " ");
  }
  if (c.unknown > 0) out = text("{}, {} đơn vị chưa rõ", "{}, {} units unknown", {out, c.unknown});
  if (c.of_older_set > 0)
    out = text("{}, {} đơn vị công nhận theo bộ tiêu chí cũ nên xét theo số liệu",
               "{}, {} units recognised by an older set are taken by their figures", {out, c.of_older_set});
  if (c.excluded > 0) out = text("{}, không tính {} đơn vị", "{}, {} units left out", {out, c.excluded});
  return out;
}

Text said_of(const Evidence& e) {
  switch (e.kind) {
    case IndicatorKind::rule:
      return e.rule_words;
    case IndicatorKind::share:
      return share_text(e);
    case IndicatorKind::prerequisite:
      return text("bộ \"{}\"", "set \"{}\"", {e.other_name});
    case IndicatorKind::all_criteria:
      return text("{}/{} tiêu chí đạt, {} chưa rõ", "{}/{} criteria met, {} unknown",
                  {e.criteria->met, e.criteria->total, e.criteria->unknown});
    default:
      break;
  }
  std::vector<Text> parts;
  for (const FigureEvidence& f : e.figures) parts.push_back(figure_text(e, f));
  return joined(parts, "; ");
}

/// "(QĐ 318/QĐ-TTg; ngưỡng minh họa, không phải quy định)".
Text basis(const Evidence& e) {
  Text out = text("QĐ {}", "Decision {}", {e.decision});
  const auto has = [&](auto member) { return std::any_of(e.figures.begin(), e.figures.end(), member); };
  const bool without =
      e.kind != IndicatorKind::rule && has([](const FigureEvidence& f) { return !f.threshold; });
  if (without && !e.delegated_to.empty()) {
    out = text("{}; ngưỡng giao {}", "{}; threshold delegated to {}", {out, e.delegated_to});
  }
  for (const FigureEvidence& f : e.figures) {
    if (f.illustrative || f.threshold_document.empty()) continue;
    out = join({out, f.threshold_document}, "; ");
    break;
  }
  if (e.mark.illustrative() || has([](const FigureEvidence& f) { return f.illustrative; })) {
    out = text("{}; ngưỡng minh họa, không phải quy định", "{}; illustrative threshold, not a regulation",
               {out});
  }
  return out;
}

Text next_year(const Evidence& e) {
  for (const FigureEvidence& f : e.figures) {
    if (!f.next_year_threshold) continue;
    return text(", thấp hơn ngưỡng năm {} ({})", ", below the threshold of {} ({})",
                {std::to_string(e.period.year + 1), value_text(e, f, *f.next_year_threshold)});
  }
  return {};
}

Text verdict_text(const Evidence& e) {
  Text out = word(e.mark.verdict());
  if (e.mark.just_met()) out = text("{} (mới chạm chuẩn)", "{} (just met)", {out});
  if (e.mark.fails_next_year()) out = text("{}{}", "{}{}", {out, next_year(e)});
  if (e.mark.why() == Why::not_optional || e.mark.why() == Why::no_region ||
      e.mark.why() == Why::other_indicator) {
    out = text("{} ({})", "{} ({})", {out, word(e.mark.why())});
  }
  return out;
}

/// "; bảng thuy_loi.xlsx, trang 1, dòng 41" for each place figures were read from.
Text places(const Evidence& e) {
  std::vector<Text> out;
  for (const FigureEvidence& f : e.figures) {
    if (f.sheet.file.empty() || !f.differing.empty()) continue;  // both sides stand in the sentence already
    const Text place = place_text(f.sheet, f.row);
    const Text shown = f.edited ? text("{} (đã sửa)", "{} (edited)", {place}) : place;
    if (std::find(out.begin(), out.end(), shown) == out.end()) out.push_back(shown);
  }
  return joined(out, "; ");
}

}  // namespace

base::Text no_figure(const FigureEvidence& f) {
  if (f.not_applicable) return word(Verdict::not_applicable);
  if (f.conflict) return word(Why::conflict);
  return f.refused ? Text("ô không đọc được", "the cell cannot be read") : word(Why::no_value);
}

base::Text unit_text(const std::string& unit) {
  if (unit == "điểm (score)") return {"điểm", "points"};
  if (unit == "nhà (count)") return {"nhà", "houses"};
  for (const UnitName& name : k_units) {
    if (name.vi == unit) return {unit, std::string(name.en)};
  }
  return unit;
}

std::string explain(const Evidence& e, base::Lang lang) {
  if (!e.excluded.empty()) {
    return text("Tiêu chí {}: {} ({})", "Criterion {}: {} ({})",
                {e.code, word(Verdict::not_applicable), e.excluded})
        .in(lang);
  }
  const Text sentence = text("Tiêu chí {}: {} ({}), {}", "Criterion {}: {} ({}), {}",
                             {e.code, said_of(e), basis(e), verdict_text(e)});
  return join({sentence, places(e)}, "; ").in(lang);
}

}  // namespace ntmap::criteria
