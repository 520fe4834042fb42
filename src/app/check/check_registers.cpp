#include "app/check/check_registers.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/programme/registers.hpp"
#include "criteria/date.hpp"
#include "io/grid_reader.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;
using criteria::Date;

Text place_of_row(std::uint32_t row) {
  return text("dòng {}", "row {}", {std::to_string(row)});
}

/// Days of a register that are still to come.
template <typename Row>
void check_future(const Register<Row>& from, Date Row::*day, const char* rule, Date today,
                  base::Findings& findings) {
  io::CappedFindings future(findings, Severity::warning, rule, from.file,
                            text("Sửa năm hoặc ngày trong bảng.", "Mend the year or the day in the table."));
  for (const Row& row : from.rows) {
    if ((row.*day).empty() || row.*day <= today) continue;
    future.add(place_of_row(row.row),
               text("ngày {} chưa tới", "the day {} is still to come", {(row.*day).text()}));
  }
}

/// Rows that name one unit, thing and day twice.
template <typename Row, typename KeyOf>
void check_twice(const Register<Row>& from, KeyOf key_of, const char* rule, Text what,
                 base::Findings& findings) {
  io::CappedFindings twice(
      findings, Severity::warning, rule, from.file,
      text("Xóa dòng thừa: đến khi đó được đếm hai lần.", "Delete one of them: until then it counts twice."));
  std::map<decltype(key_of(from.rows.front())), std::uint32_t> known;
  for (const Row& row : from.rows) {
    const auto [first, fresh] = known.emplace(key_of(row), row.row);
    if (!fresh) twice.add(place_of_row(row.row), text("{} {}", "{} {}", {what, place_of_row(first->second)}));
  }
}

void check_ends(const Register<criteria::Exclusion>& from, base::Findings& findings) {
  for (const criteria::Exclusion& row : from.rows) {
    if (row.from.empty() || row.to.empty() || row.from <= row.to) continue;
    findings.push_back({Severity::error, "exclusions.ends-before", from.file, place_of_row(row.row),
                        text("từ {} đến {}: ngày cuối trước ngày đầu",
                             "from {} to {}: it ends before it begins", {row.from.text(), row.to.text()}),
                        text("Sửa một trong hai ngày.", "Mend one of the days.")});
  }
}

bool for_some_map(const std::string& code_valid, const model::Project& project) {
  const auto validity = criteria::code_validity_from(code_valid);
  return std::any_of(project.boundaries.begin(), project.boundaries.end(), [&](const model::Boundaries& one) {
    const Date from = Date::parse(one.valid_from).value_or(Date{});
    const Date to = Date::parse(one.valid_to).value_or(Date{});
    return validity && criteria::is_for_units(*validity, {from, to});
  });
}

/// Rows whose codes are those of no map.
template <typename Row>
void check_days(const Register<Row>& from, const model::Project& project, const char* rule,
                base::Findings& findings) {
  constexpr std::size_t k_named = 8;
  std::string rows;
  std::size_t count = 0;
  for (const Row& row : from.rows) {
    if (for_some_map(row.code_valid, project) || ++count > k_named) continue;
    rows += (count == 1 ? "" : ", ") + std::to_string(row.row);
  }
  if (count == 0) return;
  if (count > k_named) rows += ", …";
  findings.push_back(
      {Severity::warning, rule, from.file, text("dòng {}", "row {}", {rows}),
       text("mã của {} dòng dùng cho những ngày mà dự án không có bản đồ nào; các dòng này không được dùng",
            "codes meant for days of which the project has no map ({} rows); they are not used", {count}),
       text("Sửa cột unit_code_valid.", "Mend the column unit_code_valid.")});
}

auto key_of_product(const criteria::Product& row) {
  return std::make_tuple(row.name, row.unit_code, row.code_valid, row.certified);
}

auto key_of_title(const criteria::Recognition& row) {
  return std::make_tuple(row.unit_code, row.code_valid, row.rank, row.decided, row.attainment_year,
                         row.after_merger);
}

auto key_of_exclusion(const criteria::Exclusion& row) {
  return std::make_tuple(row.unit_code, row.code_valid, row.from, row.to);
}

}  // namespace

base::Findings register_findings(ProjectData& data, std::string_view today) {
  const model::Project& project = data.project();
  if (!project.programme) return {};
  const auto registers = data.registers();
  base::Findings out = registers->findings;
  const Date day = Date::parse(today).value_or(Date{9999, 12, 31});
  check_future(registers->recognitions, &criteria::Recognition::decided, "recognitions.future", day, out);
  check_future(registers->products, &criteria::Product::certified, "products.future", day, out);
  check_ends(registers->exclusions, out);
  check_twice(registers->recognitions, key_of_title, "recognitions.twice",
              text("cùng đơn vị, danh hiệu và ngày với", "the same unit, title and day as"), out);
  check_twice(registers->products, key_of_product, "products.twice",
              text("cùng sản phẩm, đơn vị và ngày với", "the same product, unit and day as"), out);
  check_twice(registers->exclusions, key_of_exclusion, "exclusions.twice",
              text("cùng đơn vị và thời gian với", "the same unit and days as"), out);
  check_days(registers->recognitions, project, "recognitions.no-map", out);
  check_days(registers->exclusions, project, "exclusions.no-map", out);
  check_days(registers->traits, project, "traits.no-map", out);
  check_days(registers->sponsors, project, "sponsors.no-map", out);
  check_days(registers->products, project, "products.no-map", out);
  return out;
}

}  // namespace ntmap::app
