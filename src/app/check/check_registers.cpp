#include "app/check/check_registers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/data/unit_tree.hpp"
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

/// Years that cannot be: a decision of an earlier year than the one it is for, and a year that is not over.
void check_years(const Register<criteria::Recognition>& from, Date today, base::Findings& findings) {
  io::CappedFindings before(
      findings, Severity::warning, "recognitions.before-attainment", from.file,
      text("Sửa năm đạt hoặc ngày quyết định.", "Mend the year of attainment or the decision's day."));
  io::CappedFindings future(findings, Severity::warning, "recognitions.future-year", from.file,
                            text("Sửa năm đạt trong bảng.", "Mend the year of attainment in the table."));
  for (const criteria::Recognition& row : from.rows) {
    const bool decided = !row.decided.empty();
    const Text year = std::to_string(row.attainment_year);
    if (decided && row.decided.year < row.attainment_year) {
      before.add(place_of_row(row.row), text("quyết định ngày {} cho năm đạt {}",
                                             "decided on {} for the year {}", {row.decided.text(), year}));
    } else if (row.attainment_year > today.year) {
      future.add(place_of_row(row.row), text("năm đạt {} chưa tới", "the year {} is still to come", {year}));
    }
  }
}

void check_title_ids(const Register<criteria::Recognition>& from, base::Findings& findings) {
  io::CappedFindings twice(findings, Severity::warning, "recognitions.id-twice", from.file,
                           text("Đặt mã khác, hoặc xóa dòng thừa.", "Give it another, or delete one row."));
  std::map<std::string, std::uint32_t> known;
  for (const criteria::Recognition& row : from.rows) {
    if (row.id.empty()) continue;
    const auto [first, fresh] = known.emplace(row.id, row.row);
    if (!fresh)
      twice.add(place_of_row(row.row), text("mã {} đã dùng ở {}", "the id {} stands in {} already",
                                            {row.id, place_of_row(first->second)}));
  }
}

/// Types of units, by the ranks that they can hold.
using TypesOfRanks = std::map<std::string, std::set<std::string>>;

TypesOfRanks types_of_ranks(const Rulebook& rules) {
  TypesOfRanks out;
  for (const criteria::CriteriaSet& set : rules.catalogue.sets())
    out[set.rank].insert(set.applies_to.begin(), set.applies_to.end());
  for (const criteria::Figure& figure : rules.figures) {
    for (const std::string& rank : figure.ranks) {
      // Of a set's own rank the set says who holds it; figures count districts of all kinds in one.
      if (!out.contains(rank)) out[rank].insert(figure.types.begin(), figure.types.end());
    }
  }
  return out;
}

/// The units of one list by their codes, with those above them.
struct UnitList {
  criteria::CodeValidity days;
  UnitTree tree;
  std::map<std::string, std::uint32_t> by_code;
};

std::vector<UnitList> unit_lists(ProjectData& data) {
  std::vector<UnitList> out;
  for (const model::Boundaries& one : data.project().boundaries) {
    UnitList& list = out.emplace_back();
    list.days = {Date::parse(one.valid_from).value_or(Date{}), Date::parse(one.valid_to).value_or(Date{})};
    list.tree = unit_tree(*data.units(one.id), data.project());
    for (std::uint32_t unit = 0; unit < list.tree.size(); ++unit)
      list.by_code[list.tree.units[unit].code] = unit;
  }
  return out;
}

/// The unit of a title in a list for its days whose type cannot hold it, where no list has one that can.
std::optional<std::pair<const UnitList*, std::uint32_t>> misfit(const std::vector<UnitList>& lists,
                                                                const criteria::Recognition& row,
                                                                const std::set<std::string>& types) {
  std::optional<std::pair<const UnitList*, std::uint32_t>> out;
  const auto validity = criteria::code_validity_from(row.code_valid);
  for (const UnitList& list : lists) {
    const auto unit = list.by_code.find(row.unit_code);
    if (!validity || unit == list.by_code.end() || !criteria::is_for_units(*validity, list.days)) continue;
    const std::string& type = list.tree.units[unit->second].type;
    if (type.empty() || types.contains(type)) return std::nullopt;
    out = {&list, unit->second};
  }
  return out;
}

/// Titles that the unit cannot hold: civilised urban for a commune.
void check_kinds(ProjectData& data, const Registers& registers, base::Findings& findings) {
  const TypesOfRanks types = types_of_ranks(*data.rulebook());
  const std::vector<UnitList> lists = unit_lists(data);
  io::CappedFindings wrong(findings, Severity::warning, "recognitions.wrong-kind",
                           registers.recognitions.file,
                           text("Sửa danh hiệu hoặc mã đơn vị.", "Mend the rank or the unit's code."));
  for (const criteria::Recognition& row : registers.recognitions.rows) {
    const auto due = types.find(row.rank);
    if (due == types.end() || due->second.empty()) continue;
    if (const auto found = misfit(lists, row, due->second)) {
      const UnitTree& tree = found->first->tree;
      wrong.add(place_of_row(row.row),
                text("{} là {}, không nhận danh hiệu {}", "{} is a {}, which cannot hold {}",
                     {tree.full_names[found->second], tree.units[found->second].type, row.rank}));
    }
  }
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
  check_years(registers->recognitions, day, out);
  check_title_ids(registers->recognitions, out);
  if (project.criteria) check_kinds(data, *registers, out);
  check_days(registers->recognitions, project, "recognitions.no-map", out);
  check_days(registers->exclusions, project, "exclusions.no-map", out);
  check_days(registers->traits, project, "traits.no-map", out);
  check_days(registers->sponsors, project, "sponsors.no-map", out);
  check_days(registers->products, project, "products.no-map", out);
  return out;
}

}  // namespace ntmap::app
