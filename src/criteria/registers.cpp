#include "criteria/registers.hpp"

#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "base/nearest_word.hpp"
#include "criteria/table_rows.hpp"

namespace ntmap::criteria {
namespace {

using base::text;
using base::Text;

/// The cell as a whole number from `least` to `most`; nothing, and a finding, for another text.
std::optional<int> whole_number(const TableRows& rows, std::size_t row, std::string_view column, int least,
                                int most, base::Findings& findings) {
  const std::string cell = rows.cell(row, column);
  const auto number = Decimal::parse(cell);
  if (number && number->scale() == 0 && *number >= Decimal(least) && *number <= Decimal(most))
    return static_cast<int>(number->digits());
  rows.find(findings, row, "not-a-number",
            text("cột \"{}\": \"{}\" không phải số từ {} đến {}",
                 "column \"{}\": \"{}\" is not a number from {} to {}",
                 {std::string(column), cell, std::to_string(least), std::to_string(most)}),
            {"sửa ô này; dòng bị bỏ qua", "mend the cell; the row is left out"});
  return std::nullopt;
}

const std::vector<std::string> k_region_words = {"tdmnpb",    "dbsh", "btb",  "dhntb",
                                                 "taynguyen", "dnb",  "dbscl"};

/// The columns that every register has.
template <typename Row>
bool read_unit(const TableRows& rows, std::size_t row, Row& out, base::Findings& findings) {
  out.unit_code = rows.cell(row, "unit_code");
  out.code_valid = rows.cell(row, "unit_code_valid");
  out.row = rows.source_row(row);
  if (!code_validity_from(out.code_valid)) {
    rows.find(findings, row, "bad-validity",
              text("\"{}\" không phải ngày hay khoảng ngày của mã",
                   "\"{}\" is no day or range of days of a code", {out.code_valid}),
              {"ghi như 2020-01-01 hoặc 2015..2025-06-30", "write it as 2020-01-01 or 2015..2025-06-30"});
    return false;
  }
  return true;
}

template <typename Row>
void bind_rows(std::vector<Row>& rows, const Units& units, const CodeValidity& days, std::string_view subject,
               const std::string& file, base::Findings& findings) {
  std::map<std::string_view, std::uint32_t> by_code;
  for (std::uint32_t u = 0; u < units.size(); ++u) by_code.emplace(units[u].code, u);
  for (Row& row : rows) {
    const auto validity = code_validity_from(row.code_valid);
    row.unit = k_no_unit;
    if (!validity || !is_for_units(*validity, days)) continue;
    const auto found = by_code.find(row.unit_code);
    if (found != by_code.end()) {
      row.unit = found->second;
      continue;
    }
    findings.push_back(
        {base::Severity::error,
         std::string(subject) + ".unknown-unit",
         file,
         text("dòng {}", "row {}", {std::to_string(row.row)}),
         text("mã {} ({}) không có trong danh sách đơn vị của kỳ này",
              "code {} ({}) is not among the units of this period", {row.unit_code, row.code_valid}),
         {"sửa mã hoặc ngày hiệu lực của mã", "mend the code, or the days it is meant for"}});
  }
}

/// "dnb", "nhóm 2": what two rows of one unit say differently; empty where both can stand.
std::array<Text, 2> contradiction(const UnitTrait& one, const UnitTrait& other) {
  if (one.region != Region::none && other.region != Region::none && one.region != other.region)
    return {text("vùng {}", "region {}", {std::string(word(one.region))}),
            text("vùng {}", "region {}", {std::string(word(other.region))})};
  if (one.group != 0 && other.group != 0 && one.group != other.group)
    return {text("nhóm {}", "group {}", {one.group}), text("nhóm {}", "group {}", {other.group})};
  return {};
}

/// Which rows give one unit two regions or groups, each pair with a finding: no row of them may decide its
/// thresholds. `together` says of two rows of one code whether both are of the same unit.
template <typename Together>
std::vector<bool> contradicting(const std::vector<UnitTrait>& rows, Together together,
                                const std::string& file, base::Findings& findings) {
  std::vector<bool> out(rows.size(), false);
  std::map<std::string_view, std::vector<std::size_t>> by_code;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::vector<std::size_t>& earlier = by_code[rows[i].unit_code];
    for (const std::size_t j : earlier) {
      const auto [first, second] = contradiction(rows[j], rows[i]);
      if (first.empty() || !together(rows[j], rows[i])) continue;
      out[i] = out[j] = true;
      findings.push_back(
          {base::Severity::error,
           "traits.conflict",
           file,
           text("dòng {}", "row {}", {std::to_string(rows[i].row)}),
           text("mã {}: {} ở dòng {}, nhưng {} ở dòng {}; cả hai dòng không được dùng",
                "code {}: {} in row {}, yet {} in row {}; neither row is used",
                {rows[i].unit_code, first, std::to_string(rows[j].row), second, std::to_string(rows[i].row)}),
           {"giữ một dòng, hoặc ghi ngày hiệu lực khác nhau của mã (unit_code_valid)",
            "keep one row, or give the code days that do not overlap (unit_code_valid)"}});
    }
    earlier.push_back(i);
  }
  return out;
}

bool codes_overlap(const UnitTrait& one, const UnitTrait& other) {
  const auto a = code_validity_from(one.code_valid);
  const auto b = code_validity_from(other.code_valid);
  return a && b && is_for_units(*a, *b);
}

}  // namespace

std::vector<Exclusion> read_exclusions(const model::Table& table, base::Findings& findings) {
  const TableRows rows(table, "exclusions", {"unit_code", "unit_code_valid", "reason_vi"});
  std::vector<Exclusion> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    Exclusion one;
    const auto from = rows.date(row, "from", findings);
    const auto to = rows.date(row, "to", findings);
    if (!read_unit(rows, row, one, findings) || !from || !to) continue;
    one.from = *from;
    one.to = *to;
    one.reason = {rows.cell(row, "reason_vi"), rows.cell(row, "reason_en")};
    if (one.reason.en.empty()) one.reason.en = one.reason.vi;
    if (!rows.cell(row, "set").empty()) {
      rows.find(findings, row, "set-not-read",
                {"cột set không được dùng: đơn vị này nằm ngoài mọi bộ tiêu chí",
                 "the column set is not read: this unit is outside all sets"},
                {"để trống cột set", "leave the column set empty"});
    }
    one.source = rows.cell(row, "source");
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<UnitTrait> read_traits(const model::Table& table, base::Findings& findings) {
  const TableRows rows(table, "traits", {"unit_code", "unit_code_valid"});
  std::vector<UnitTrait> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    UnitTrait one;
    if (!read_unit(rows, row, one, findings)) continue;
    one.source = rows.cell(row, "source");
    const std::string region = rows.cell(row, "region");
    if (!region.empty()) {
      const auto known = region_from(region);
      if (!known) {
        rows.find(findings, row, "unknown-region",
                  text("không có vùng \"{}\"", "there is no region \"{}\"", {region}),
                  base::nearest_word_advice(region, k_region_words));
        continue;
      }
      one.region = *known;
    }
    if (!rows.cell(row, "group").empty()) {
      const auto group = whole_number(rows, row, "group", 1, 3, findings);
      if (!group) continue;
      one.group = *group;
    }
    out.push_back(std::move(one));
  }
  const std::vector<bool> wrong = contradicting(out, codes_overlap, table.file, findings);
  std::vector<UnitTrait> sound;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!wrong[i]) sound.push_back(std::move(out[i]));
  }
  return sound;
}

std::vector<Sponsor> read_sponsors(const model::Table& table, base::Findings& findings) {
  const TableRows rows(table, "sponsors", {"unit_code", "unit_code_valid", "sponsor"});
  std::vector<Sponsor> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    Sponsor one;
    one.name = rows.cell(row, "sponsor");
    const auto due = rows.date(row, "due", findings);
    if (!read_unit(rows, row, one, findings) || !due) continue;
    one.deadline = *due;
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Product> read_products(const model::Table& table, base::Findings& findings) {
  const TableRows rows(table, "products", {"name", "unit_code", "unit_code_valid", "stars", "certified"});
  std::vector<Product> out;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    Product one;
    one.name = rows.cell(row, "name");
    const auto stars = whole_number(rows, row, "stars", 1, 5, findings);
    const auto certified = rows.date(row, "certified", findings);
    if (!read_unit(rows, row, one, findings) || !stars || !certified) continue;
    if (certified->empty()) {
      rows.find(findings, row, "undated", {"không có ngày công nhận", "no day of certification"},
                {"bổ sung ngày; dòng bị bỏ qua", "give the day; the row is left out"});
      continue;
    }
    one.stars = *stars;
    one.certified = *certified;
    one.exported = rows.cell(row, "exported") == "1";
    out.push_back(std::move(one));
  }
  return out;
}

void bind_units(std::vector<Recognition>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings) {
  bind_rows(rows, units, days, "recognitions", file, findings);
}

void bind_units(std::vector<Exclusion>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings) {
  bind_rows(rows, units, days, "exclusions", file, findings);
}

void bind_units(std::vector<UnitTrait>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings) {
  bind_rows(rows, units, days, "traits", file, findings);
  // Codes of two days of one map are of the same unit, too.
  const auto both_bound = [](const UnitTrait& one, const UnitTrait& other) {
    return one.unit != k_no_unit && one.unit == other.unit;
  };
  const std::vector<bool> wrong = contradicting(rows, both_bound, file, findings);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (wrong[i]) rows[i].unit = k_no_unit;
  }
}

void bind_units(std::vector<Sponsor>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings) {
  bind_rows(rows, units, days, "sponsors", file, findings);
}

void bind_units(std::vector<Product>& rows, const Units& units, const CodeValidity& days,
                const std::string& file, base::Findings& findings) {
  bind_rows(rows, units, days, "products", file, findings);
}

}  // namespace ntmap::criteria
