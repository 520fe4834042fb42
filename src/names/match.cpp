#include "names/match.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/parallel.hpp"
#include "names/match_report.hpp"
#include "names/name_cell.hpp"
#include "names/row_matcher.hpp"
#include "names/unicode.hpp"
#include "names/unit_index.hpp"

namespace ntmap::names {
namespace {

constexpr std::size_t k_rows_a_slice = 256;

TableFacts facts_of(const UnitIndex& index, const std::vector<MatchRow>& rows) {
  TableFacts out{.bare = true};
  std::vector<bool> has_code(index.size());
  bool named = false;
  for (const MatchRow& row : rows) {
    out.coded += row.code.empty() ? 0u : 1u;
    const std::vector<std::uint32_t> units =
        row.code.empty() ? std::vector<std::uint32_t>{} : index.by_code(row.code).units;
    out.found += units.empty() ? 0u : 1u;
    for (const std::uint32_t unit : units) has_code[unit] = true;
    named = named || !row.name.empty();
    out.bare = out.bare && is_ascii(row.name) && is_ascii(row.district) && is_ascii(row.province);
  }
  const auto covered = static_cast<std::size_t>(std::count(has_code.begin(), has_code.end(), true));
  out.codes_trusted =
      out.coded > 0 && (!named || out.found * 2 >= out.coded || covered * 2 >= has_code.size());
  return out;
}

/// Codes that are set aside because most are no unit's, and how many of the rest mean another unit than the
/// name does.
base::Findings unused_codes(const std::vector<MatchRow>& rows, const std::vector<Doubt>& doubts,
                            const TableFacts& facts) {
  if (facts.coded == 0 || facts.codes_trusted) return {};
  const bool named =
      std::any_of(rows.begin(), rows.end(), [](const MatchRow& row) { return !row.name.empty(); });
  if (!named) return {};
  const auto against = std::count(doubts.begin(), doubts.end(), Doubt::code_other_name);
  base::Text what =
      base::text("chỉ {} trong {} mã của bảng là mã trong ranh giới; không dùng mã, ghép theo tên",
                 "only {} of {} codes are the boundaries'; codes are not used, rows are matched by name",
                 {facts.found, facts.coded});
  if (against > 0) {
    what = base::join(
        {what,
         base::text("{} dòng có mã của đơn vị khác đơn vị mang tên ấy, để người xác nhận",
                    "{} rows have the code of another unit than the name's and are ambiguous", {against})},
        "; ");
  }
  return {{base::Severity::warning,
           "join.codes-unused",
           {},
           {},
           std::move(what),
           base::text("Kiểm tra trường mã của bảng và mốc thời gian của ranh giới.",
                      "Check the table's field of codes, and the date of the boundaries.")}};
}

/// The scope of each row; rows of one district share the work.
std::vector<const Scope*> scopes_of(const UnitIndex& index, const std::vector<MatchRow>& rows,
                                    std::unordered_map<std::string, Scope>& known) {
  std::vector<const Scope*> out;
  out.reserve(rows.size());
  for (const MatchRow& row : rows) {
    const auto [at, fresh] = known.try_emplace(row.district + '\x1F' + row.province);
    if (fresh) at->second = index.scope(row.district, row.province);
    out.push_back(&at->second);
  }
  return out;
}

void count(MatchReport& report) {
  for (const RowMatch& match : report.rows) {
    if (match.status == MatchStatus::matched) {
      ++report.matched;
    } else if (match.status == MatchStatus::ambiguous) {
      ++report.ambiguous;
    } else {
      ++report.unmatched;
    }
  }
}

}  // namespace

UnitMatcher::UnitMatcher(std::vector<MatchUnit> units)
    : m_index(std::make_unique<const UnitIndex>(std::move(units))) {}
UnitMatcher::~UnitMatcher() = default;
UnitMatcher::UnitMatcher(UnitMatcher&&) noexcept = default;
UnitMatcher& UnitMatcher::operator=(UnitMatcher&&) noexcept = default;

MatchReport UnitMatcher::match(const std::vector<MatchRow>& given, const AliasBook& aliases,
                               std::span<const std::uint32_t> row_numbers) const {
  std::vector<MatchRow> rows;
  rows.reserve(given.size());
  for (const MatchRow& row : given) rows.push_back(without_address(row));
  std::unordered_map<std::string, Scope> known;
  const std::vector<const Scope*> scopes = scopes_of(*m_index, rows, known);
  const TableFacts facts = facts_of(*m_index, rows);
  const RowMatcher matcher(*m_index, aliases, facts);
  MatchReport report;
  report.rows.resize(rows.size());
  std::vector<std::pair<AliasUse, std::uint32_t>> uses(rows.size());
  std::vector<Doubt> doubts(rows.size(), Doubt::none);
  base::parallel_for(rows.size(), k_rows_a_slice, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      Verdict verdict = matcher.decide(given[i], rows[i], *scopes[i]);
      uses[i] = {verdict.alias, verdict.alias_unit};
      if (verdict.parted && verdict.is_matched()) rows[i] = *std::move(verdict.parted);
      doubts[i] = verdict.doubt;
      verdict.match.why = explain(*m_index, rows[i], verdict.match, verdict.doubt);
      report.rows[i] = std::move(verdict.match);
    }
  });
  count(report);
  report.findings = claim_findings(*m_index, rows, report.rows, row_numbers);
  for (base::Finding& finding : unused_codes(rows, doubts, facts))
    report.findings.push_back(std::move(finding));
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (uses[i].first == AliasUse::plain) continue;
    report.notes.push_back({i, alias_note(*m_index, given[i], uses[i].first, uses[i].second)});
  }
  return report;
}

bool UnitMatcher::knows_code(std::string_view code) const {
  return m_index->by_code(code).units.size() == 1;
}

}  // namespace ntmap::names
