#include "criteria/registers.hpp"

#include <map>
#include <optional>
#include <string_view>

#include "base/nearest_word.hpp"
#include "criteria/table_rows.hpp"

namespace ntmap::criteria {
namespace {

using base::text;

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
  return out;
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
