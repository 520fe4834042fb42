#include "names/match_report.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "names/unit_name.hpp"

namespace ntmap::names {
namespace {

using base::Text;
using base::text;

/// "Xã Kỳ Sơn (18001)", with the district where there is one.
Text unit_label(const MatchUnit& unit) {
  const UnitType type = unit_type_from(unit.type);
  const bool said = type != UnitType::none && parse_unit_name(unit.name).type == type;  // "Xã", "Xã Kỳ Sơn"
  std::string label = unit.type.empty() || said ? unit.name : unit.type + " " + unit.name;
  if (!unit.district.empty()) label += ", " + unit.district;
  if (!unit.code.empty()) label += " (" + unit.code + ")";
  return label;
}

Text candidate_list(const UnitIndex& index, const RowMatch& match) {
  std::string out;
  for (const std::uint32_t id : match.candidates) {
    if (!out.empty()) out += "; ";
    out += unit_label(index.unit(id)).vi;
  }
  return out;
}

Text rule_text(MatchRule rule) {
  switch (rule) {
    case MatchRule::none:
      break;
    case MatchRule::alias:
      return text("lựa chọn đã xác nhận", "a confirmed choice");
    case MatchRule::code:
      return text("mã", "its code");
    case MatchRule::code_padded:
      return text("mã sau khi bù số 0 ở đầu", "its code with leading zeros put back");
    case MatchRule::exact:
      return text("tên trùng hẳn", "the same name");
    case MatchRule::folded:
      return text("tên trùng, chỉ khác cách viết", "the same name spelt another way");
    case MatchRule::legacy:
      return text("tên gõ bằng phông chữ cũ", "the same name in a legacy encoding");
    case MatchRule::unmarked:
      return text("tên trùng nếu bỏ dấu", "the same name with marks missing");
    case MatchRule::fuzzy:
      return text("tên sai một chữ cái", "the name with one wrong letter");
  }
  return {};
}

Text doubt_text(Doubt doubt) {
  switch (doubt) {
    case Doubt::several:
      return text("có nhiều đơn vị cùng có thể đúng", "several units can be meant");
    case Doubt::other_type:
      return text("loại đơn vị khác với bảng", "the unit is of another type");
    case Doubt::only_near:
      return text("tên chỉ gần giống, có thể là đơn vị khác",
                  "the name is only near and may be another unit's");
    case Doubt::elsewhere:
      return text("tên này có ở huyện khác", "the name stands in another district");
    case Doubt::other_place:
      return text("huyện hoặc tỉnh ghi trong bảng không có trong ranh giới",
                  "the row's district or province is not among the boundaries");
    case Doubt::code_unknown:
      return text("mã trong bảng không có trong ranh giới", "the row's code is no unit's");
    case Doubt::code_other_name:
      return text("mã và tên chỉ hai đơn vị khác nhau", "code and name do not mean the same unit");
    case Doubt::places_differ:
      return text("nơi ghi trong ô tên khác huyện hoặc tỉnh của dòng",
                  "the place in the name's cell is not the row's district or province");
    case Doubt::noted:
      return text("ghi chú sau tên có thể chỉ đơn vị khác", "the note behind the name may mean another unit");
    case Doubt::none:
    case Doubt::no_name:
    case Doubt::nothing_near:
      break;
  }
  return {};
}

std::string row_list(const std::vector<std::size_t>& rows, std::span<const std::uint32_t> row_numbers) {
  constexpr std::size_t k_named = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(rows.size(), k_named); ++i) {
    const std::size_t row = rows[i];
    out += (i == 0 ? "" : ", ") + std::to_string(row < row_numbers.size() ? row_numbers[row] : row + 1);
  }
  return rows.size() > k_named ? out + ", …" : out;
}

/// Of rows matched by their name in a list without districts (or provinces): what they say of it is not used.
base::Findings unused_scope(const UnitIndex& index, const std::vector<MatchRow>& rows,
                            const std::vector<RowMatch>& matches) {
  std::size_t with_district = 0;
  std::size_t with_province = 0;
  std::set<std::string> provinces;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const MatchRule rule = matches[i].rule;
    if (matches[i].status != MatchStatus::matched || rule < MatchRule::exact) continue;
    with_district += rows[i].district.empty() ? 0U : 1U;
    with_province += rows[i].province.empty() ? 0U : 1U;
    provinces.insert(rows[i].province);
  }
  base::Findings out;
  const auto tell = [&](std::size_t count, base::Severity severity, const Text& level) {
    out.push_back(
        {severity,
         "join.scope-unused",
         {},
         {},
         text("{} dòng ghép theo tên mà không so được {}: ranh giới không có cột này.",
              "{} rows were matched by name without comparing the {}: the boundaries do not say it.",
              {count, level}),
         text("Chọn trường {} của ranh giới, hoặc ghép theo mã.",
              "Name the boundaries' field of the {}, or match by code.", {level})});
  };
  if (with_district > 0 && !index.has_districts())
    tell(with_district, base::Severity::warning, text("huyện", "district"));
  if (with_province > 0 && !index.has_provinces()) {
    // One province for all rows is most likely that of the boundaries.
    tell(with_province, provinces.size() > 1 ? base::Severity::warning : base::Severity::note,
         text("tỉnh", "province"));
  }
  return out;
}

}  // namespace

std::string_view status_word(MatchStatus status) {
  switch (status) {
    case MatchStatus::matched:
      return "matched";
    case MatchStatus::ambiguous:
      return "ambiguous";
    case MatchStatus::unmatched:
      break;
  }
  return "unmatched";
}

std::string_view rule_word(MatchRule rule) {
  switch (rule) {
    case MatchRule::none:
      break;
    case MatchRule::alias:
      return "alias";
    case MatchRule::code:
      return "code";
    case MatchRule::code_padded:
      return "code-padded";
    case MatchRule::exact:
      return "exact";
    case MatchRule::folded:
      return "folded";
    case MatchRule::legacy:
      return "legacy";
    case MatchRule::unmarked:
      return "unmarked";
    case MatchRule::fuzzy:
      return "fuzzy";
  }
  return "";
}

Text explain(const UnitIndex& index, const MatchRow& row, const RowMatch& match, Doubt doubt) {
  if (match.status == MatchStatus::matched) {
    return text("Khớp với {} theo {}.", "Matched to {} by {}.",
                {unit_label(index.unit(match.unit)), rule_text(match.rule)});
  }
  if (doubt == Doubt::no_name) {
    return text("Dòng không có tên đơn vị để ghép.", "The row has no unit name to match by.");
  }
  const Text spelled = row.name.empty() ? Text(row.code) : Text(row.name);
  if (match.status == MatchStatus::unmatched) {
    return text("Không có đơn vị nào giống “{}”.", "No unit is like “{}”.", {spelled});
  }
  return text("“{}” cần người xác nhận: {}. Có thể là {}.", "“{}” must be confirmed: {}. It may be {}.",
              {spelled, doubt_text(doubt), candidate_list(index, match)});
}

base::Finding alias_note(const UnitIndex& index, const MatchRow& row, AliasUse use, std::uint32_t unit) {
  const Text label = unit_label(index.unit(unit));
  if (use == AliasUse::over_code) {
    return {
        base::Severity::warning,
        "join.alias-over-code",
        {},
        {},
        text("“{}” được ghép với {} theo lựa chọn đã xác nhận, dù mã {} trong dòng là của đơn vị khác",
             "“{}” is matched to {} by a confirmed choice, though the row's code {} is another unit's",
             {row.name, label, row.code}),
        text("Nếu mã đúng, bỏ lựa chọn ấy khỏi tệp tên đã xác nhận; nếu tên đúng, sửa mã trong bảng.",
             "If the code is right, remove the choice from the alias file; if the name is, mend the code.")};
  }
  const bool place = use == AliasUse::other_place;
  const Text said =
      place ? text("dòng ghi huyện hoặc tỉnh khác ({})", "the row names another district or province ({})",
                   {base::join({Text(row.district), Text(row.province)}, ", ")})
            : text("mã {} và tên trong dòng là của đơn vị khác",
                   "the row's code {} and name are another unit's", {row.code});
  return {
      base::Severity::warning,
      "join.alias-refused",
      {},
      {},
      text("“{}” đã được xác nhận là {}, nhưng {}: không dùng lựa chọn ấy cho dòng này",
           "“{}” is confirmed as {}, but {}: the choice is not used for this row", {row.name, label, said}),
      text("Nếu vẫn là đơn vị ấy, xác nhận lại chính dòng này.",
           "If it is that unit all the same, confirm this row itself.")};
}

base::Findings claim_findings(const UnitIndex& index, const std::vector<MatchRow>& rows,
                              const std::vector<RowMatch>& matches,
                              std::span<const std::uint32_t> row_numbers) {
  std::map<std::uint32_t, std::vector<std::size_t>> claims;
  std::vector<std::size_t> padded;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (matches[i].status != MatchStatus::matched) continue;
    claims[matches[i].unit].push_back(i);
    if (matches[i].rule == MatchRule::code_padded) padded.push_back(i);
  }
  base::Findings out;
  if (!padded.empty()) {
    out.push_back({base::Severity::note,
                   "join.code-padded",
                   {},
                   text("dòng {}", "rows {}", {row_list(padded, row_numbers)}),
                   text("{} mã chỉ khác mã của ranh giới ở số 0 đầu, dấu ’ hoặc đuôi “.0”; đã hiểu là mã ấy.",
                        "{} codes differ from the boundaries' only in leading zeros, an apostrophe or “.0”; "
                        "taken for those.",
                        {padded.size()}),
                   {}});
  }
  for (base::Finding& finding : unused_scope(index, rows, matches)) out.push_back(std::move(finding));
  for (const auto& [unit, claimants] : claims) {
    if (claimants.size() < 2) continue;
    out.push_back({base::Severity::warning,
                   "join.unit-claimed-twice",
                   {},
                   unit_label(index.unit(unit)),
                   text("{} dòng cùng ghép vào một đơn vị: {}.", "{} rows are matched to one unit: {}.",
                        {claimants.size(), row_list(claimants, row_numbers)}),
                   text("Xóa dòng trùng, hoặc chọn đúng đơn vị cho từng dòng.",
                        "Remove the double rows, or choose the right unit for each.")});
  }
  return out;
}

}  // namespace ntmap::names
