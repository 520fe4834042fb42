#include "criteria/crosswalk.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "criteria/table_rows.hpp"

namespace ntmap::criteria {
namespace {

using base::text;

/// Boundaries without types hold communes.
bool is_commune_level(const Unit& unit) {
  return unit.type.empty() || unit.type == "xã" || unit.type == "phường" || unit.type == "thị trấn" ||
         unit.type == "đặc khu";
}

std::map<std::string, std::uint32_t> by_code(const Units& units) {
  std::map<std::string, std::uint32_t> out;
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    if (is_commune_level(units[u])) out.emplace(units[u].code, u);
  }
  return out;
}

/// Ties codes to units, fills in what keeps its code, estimates shares, and finds what is wrong.
class Tier {
 public:
  Tier(const Crosswalk& crosswalk, const Units& old_units, const Units& new_units, base::Findings& findings)
      : m_crosswalk(crosswalk),
        m_old_units(old_units),
        m_new_units(new_units),
        m_findings(findings),
        m_old(by_code(old_units)),
        m_new(by_code(new_units)) {
    m_out.old_count = old_units.size();
    m_out.new_count = new_units.size();
  }

  UnitCrosswalk tied(const std::vector<PartArea>& areas) {
    for (const CrosswalkLink& link : m_crosswalk.links) take(link);
    keep_unlisted();
    fill_blanks(areas);
    check_shares();
    check_empty();
    std::stable_sort(m_out.links.begin(), m_out.links.end(), [](const UnitLink& a, const UnitLink& b) {
      return std::pair(a.new_unit, a.old_unit) < std::pair(b.new_unit, b.old_unit);
    });
    return std::move(m_out);
  }

 private:
  void find(base::Severity severity, const char* rule, base::Text place, base::Text what, base::Text remedy) {
    m_findings.push_back(
        {severity, rule, m_crosswalk.file, std::move(place), std::move(what), std::move(remedy)});
  }

  /// The same about lines, which the place names: "Xã Ba (00003), dòng 4, 5".
  void find_at(const std::vector<const CrosswalkLink*>& lines, base::Severity severity, const char* rule,
               const base::Text& unit, base::Text what, base::Text remedy) {
    std::string rows;
    for (const CrosswalkLink* line : lines) rows += (rows.empty() ? "" : ", ") + std::to_string(line->row);
    const base::Text place = base::join({unit, text("dòng {}", "row {}", {rows})}, ", ");
    find(severity, rule, lines.empty() ? unit : place, std::move(what), std::move(remedy));
    if (!lines.empty() && !lines.front()->file.empty()) m_findings.back().file = lines.front()->file;
  }

  /// The same about all lines of an old unit.
  void find_split(std::uint32_t old_unit, base::Severity severity, const char* rule, base::Text what,
                  base::Text remedy) {
    std::vector<const CrosswalkLink*> lines;
    for (const CrosswalkLink& link : m_crosswalk.links) {
      if (link.old_code == m_old_units[old_unit].code) lines.push_back(&link);
    }
    find_at(lines, severity, rule, name_of(m_old_units[old_unit]), std::move(what), std::move(remedy));
  }

  void take(const CrosswalkLink& link) {
    const auto from = m_old.find(link.old_code);
    const auto to = m_new.find(link.new_code);
    if (from == m_old.end() || to == m_new.end()) {
      const bool old_missing = from == m_old.end();
      const std::string& missing = old_missing ? link.old_code : link.new_code;
      const std::string& vintage = old_missing ? m_crosswalk.from : m_crosswalk.to;
      find_at({&link}, base::Severity::error, "crosswalk.unknown-unit", {},
              missing.empty()
                  ? text("ô mã đơn vị của {} để trống", "the cell of the code of {} is blank", {vintage})
                  : text("mã {} không có trong danh mục {}", "the code {} is not among the units of {}",
                         {missing, vintage}),
              {"sửa mã hoặc danh mục", "mend the code or the list of units"});
      return;
    }
    if (!m_pairs.emplace(from->second, to->second).second) {
      find_at(
          {&link}, base::Severity::error, "crosswalk.twice", {},
          text("cặp {} – {} ghi hai lần", "the pair {} – {} is listed twice", {link.old_code, link.new_code}),
          {"bỏ một dòng", "remove one line"});
      return;
    }
    m_out.links.push_back({from->second, to->second, link.share, false});
  }

  void keep_unlisted() {
    std::set<std::string> listed;
    for (const CrosswalkLink& link : m_crosswalk.links) listed.insert(link.old_code);
    for (const auto& [code, unit] : m_old) {
      if (listed.contains(code)) continue;
      const auto same = m_new.find(code);
      if (same != m_new.end()) {
        m_out.links.push_back({unit, same->second, Decimal(1), false});
        continue;
      }
      find(base::Severity::error, "crosswalk.lost", name_of(m_old_units[unit]),
           {"đơn vị cũ không đi vào đơn vị mới nào", "the old unit goes into no new one"},
           {"bổ sung một dòng cho đơn vị này", "add a line for it"});
    }
  }

  static base::Text name_of(const Unit& unit) {
    return unit.type.empty() ? text("{} ({})", "{} ({})", {unit.name, unit.code})
                             : text("{} {} ({})", "{} {} ({})", {unit.type, unit.name, unit.code});
  }

  std::map<std::uint32_t, std::vector<UnitLink*>> links_by_old() {
    std::map<std::uint32_t, std::vector<UnitLink*>> out;
    for (UnitLink& link : m_out.links) out[link.old_unit].push_back(&link);
    return out;
  }

  /// The share that no line states: all of a unit that goes over whole, what the others leave where one line
  /// is blank, else that by area.
  void fill_blanks(const std::vector<PartArea>& areas) {
    for (auto& [unit, links] : links_by_old()) {
      std::vector<UnitLink*> blanks;
      Decimal rest(1);
      for (UnitLink* link : links) {
        if (!link->share) blanks.push_back(link);
        if (link->share) rest = rest - *link->share;
      }
      if (blanks.empty()) continue;
      if (links.size() == 1) {
        blanks.front()->share = Decimal(1);
      } else if (rest <= Decimal(0)) {
        tell_nothing_left(unit, Decimal(1) - rest, blanks.size());
      } else if (blanks.size() == 1) {
        blanks.front()->share = rest;
        tell_rest(unit, rest, m_new_units[blanks.front()->new_unit]);
      } else {
        tell_estimate(unit, rest, estimate_unit(unit, blanks, rest, areas));
      }
    }
  }

  void tell_nothing_left(std::uint32_t unit, const Decimal& stated, std::size_t blanks) {
    find_split(unit, base::Severity::error, "crosswalk.shares",
               text("các tỷ lệ đã ghi cộng lại bằng {}, không còn phần nào cho {} dòng để trống",
                    "the stated shares add to {} and leave nothing for the blank ones ({})",
                    {stated.localised(), blanks}),
               {"sửa cột share", "mend the column share"});
  }

  void tell_rest(std::uint32_t unit, const Decimal& rest, const Unit& goal) {
    find_split(unit, base::Severity::note, "crosswalk.share-rest",
               text("tỷ lệ để trống của phần vào {} lấy phần còn lại: {}",
                    "the blank share of the part that goes into {} takes the rest: {}",
                    {name_of(goal), rest.localised()}),
               {"ghi tỷ lệ ấy vào cột share nếu đúng", "write it into the column share if that is right"});
  }

  void tell_estimate(std::uint32_t unit, const Decimal& rest, bool done) {
    const bool all = rest == Decimal(1);
    base::Text what =
        done ? base::Text("chưa có tỷ lệ chia, tạm chia theo diện tích",
                          "shares of the split are not known; split by area")
             : base::Text("chưa có tỷ lệ chia; số cộng dồn của các đơn vị mới này chưa rõ",
                          "shares of the split are not known; sums of these new units are unknown");
    if (done && !all) {
      what = text("mới có một số tỷ lệ chia; phần còn lại {} tạm chia theo diện tích cho các dòng để trống",
                  "only some shares of the split are known; the rest, {}, is split by area among the blank "
                  "lines",
                  {rest.localised()});
    }
    find_split(unit, done ? base::Severity::note : base::Severity::warning, "crosswalk.no-share",
               std::move(what), {"bổ sung tỷ lệ vào cột share", "give the shares in the column share"});
  }

  /// The rest divided by area, to four decimals; the last takes what is left, so that shares add to 1.
  bool estimate_unit(std::uint32_t unit, const std::vector<UnitLink*>& blanks, const Decimal& rest,
                     const std::vector<PartArea>& areas) {
    std::vector<double> parts;
    double sum = 0;
    for (const UnitLink* link : blanks) {
      const auto found = std::find_if(areas.begin(), areas.end(), [&](const PartArea& area) {
        return area.old_code == m_old_units[unit].code && area.new_code == m_new_units[link->new_unit].code;
      });
      if (found == areas.end() || !(found->area > 0)) return false;
      parts.push_back(found->area);
      sum += found->area;
    }
    Decimal left = rest;
    for (std::size_t i = 0; i < blanks.size(); ++i) {
      const auto ten_thousandths = std::int64_t{std::llround(parts[i] / sum * rest.to_double() * 10000)};
      const Decimal share =
          i + 1 == blanks.size() ? left : Decimal(ten_thousandths) * *Decimal::parse("0.0001");
      blanks[i]->share = share;
      blanks[i]->by_area = true;
      left = left - share;
    }
    return true;
  }

  void check_shares() {
    for (const auto& [unit, links] : links_by_old()) {
      Decimal sum(0);
      bool known = true;
      for (const UnitLink* link : links) {
        known &= link->share.has_value();
        if (link->share) sum = sum + *link->share;
      }
      if (!known || sum == Decimal(1)) continue;
      find_split(unit, base::Severity::error, "crosswalk.shares",
                 text("các tỷ lệ cộng lại bằng {}, không phải 1", "the shares add to {}, not to 1",
                      {sum.localised()}),
                 {"sửa cột share", "mend the column share"});
    }
  }

  void check_empty() {
    std::vector<std::uint8_t> filled(m_new_units.size(), 0);
    for (const UnitLink& link : m_out.links) filled[link.new_unit] = 1;
    for (const auto& [code, unit] : m_new) {
      if (filled[unit] != 0) continue;
      find(base::Severity::error, "crosswalk.empty", name_of(m_new_units[unit]),
           {"đơn vị mới không lấy từ đơn vị cũ nào", "the new unit comes from no old one"},
           {"bổ sung một dòng cho đơn vị này", "add a line for it"});
    }
  }

  const Crosswalk& m_crosswalk;
  const Units& m_old_units;
  const Units& m_new_units;
  base::Findings& m_findings;
  std::map<std::string, std::uint32_t> m_old;
  std::map<std::string, std::uint32_t> m_new;
  std::set<std::pair<std::uint32_t, std::uint32_t>> m_pairs;
  UnitCrosswalk m_out;
};

bool read_link(const TableRows& rows, std::size_t row, CrosswalkLink& out, base::Findings& findings) {
  out.old_code = rows.cell(row, "old_code");
  out.new_code = rows.cell(row, "new_code");
  out.old_name = rows.cell(row, "old_name");
  out.new_name = rows.cell(row, "new_name");
  out.relation = rows.cell(row, "relation");
  out.source = rows.cell(row, "source");
  out.confidence = rows.cell(row, "confidence");
  const std::string share = rows.cell(row, "share");
  out.share = share_from(share);
  const bool bad = !share.empty() && (!out.share || *out.share <= Decimal(0) || *out.share > Decimal(1));
  if (bad) {
    rows.find(findings, row, "bad-share",
              text("tỷ lệ phải lớn hơn 0 và không quá 1, dòng này ghi “{}”",
                   "a share is above 0 and at most 1, this row says “{}”", {share}),
              {"ghi một số trên 0, không quá 1, hoặc để trống; bỏ dòng nếu không có phần nào",
               "write a number above 0 and at most 1, or nothing; remove the row where no part goes over"});
  }
  return !bad;
}

}  // namespace

std::optional<Decimal> share_from(std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  const bool percent = text.ends_with('%');
  if (percent) text.pop_back();
  while (text.ends_with(' ')) text.pop_back();
  const auto number = Decimal::parse(text);
  return number && percent ? std::optional(*number * *Decimal::parse("0.01")) : number;
}

std::vector<Crosswalk> read_crosswalks(const model::Table& table, base::Findings& findings) {
  TableRows rows(table, "crosswalk", {"from_vintage", "to_vintage", "old_code", "new_code"});
  std::vector<Crosswalk> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    const std::string from = rows.cell(row, "from_vintage");
    const std::string to = rows.cell(row, "to_vintage");
    const auto effective = rows.date(row, "effective", findings);
    CrosswalkLink link;
    link.file = table.file_of(row);
    link.row = table.source_row[row];
    if (!effective || !read_link(rows, row, link, findings)) continue;
    auto found = std::find_if(out.begin(), out.end(),
                              [&](const Crosswalk& c) { return c.from == from && c.to == to; });
    if (found == out.end()) {
      out.push_back({from, to, *effective, rows.cell(row, "resolution"), table.file, {}});
      found = out.end() - 1;
    }
    found->links.push_back(std::move(link));
  }
  return out;
}

UnitCrosswalk tie_units(const Crosswalk& crosswalk, const Units& old_units, const Units& new_units,
                        const std::vector<PartArea>& areas, base::Findings& findings) {
  return Tier(crosswalk, old_units, new_units, findings).tied(areas);
}

std::vector<RankMix> mix_of_ranks(const UnitCrosswalk& crosswalk, const std::vector<std::uint8_t>& rank,
                                  std::size_t rank_count, const std::vector<double>& weight) {
  std::vector<RankMix> out(crosswalk.new_count);
  for (const UnitLink& link : crosswalk.links) {
    RankMix& mix = out[link.new_unit];
    mix.parts.resize(rank_count);
    const std::size_t r = rank[link.old_unit];
    ++mix.parts[r];
    mix.lowest = std::min(mix.lowest.value_or(r), r);
    if (weight.empty()) continue;
    mix.weight.resize(rank_count);
    // A part of unknown share makes its weight unknown: NaN stays visible.
    mix.weight[r] += link.share ? weight[link.old_unit] * link.share->to_double() : model::k_no_data;
  }
  return out;
}

}  // namespace ntmap::criteria
