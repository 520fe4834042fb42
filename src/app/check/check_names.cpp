#include "app/check/check_names.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/data/join_table.hpp"
#include "app/data/period_rows.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/project_file.hpp"
#include "io/grid_reader.hpp"
#include "names/fold.hpp"
#include "names/unicode.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;

/// A word for a type as offices write it ("Xã", "TT.", "T/trấn"), not one that only reading makes one.
bool is_type(const std::string& cell) {
  const bool plain = std::all_of(cell.begin(), cell.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalpha(byte) != 0 || c == ' ' || c == '.' || c == '/';
  });
  return plain && names::unit_type_from(cell) != names::UnitType::none;
}

void check_types(const Units& units, base::Findings& findings) {
  io::CappedFindings unknown(findings, Severity::warning, "units.type-unknown", units.layer.file,
                             text("Sửa trường loại đơn vị: Xã, Phường, Thị trấn, Đặc khu.",
                                  "Mend the field of types: Xã, Phường, Thị trấn, Đặc khu."));
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const std::string& type = units.types[unit];
    if (type.empty() || is_type(type)) continue;
    unknown.add(text("mã {}", "code {}", {units.codes[unit]}),
                text("“{}” không phải loại đơn vị", "“{}” is no type of unit", {type}));
  }
}

/// For each key all the values that stand beside it; those with several are told.
void tell_several(const std::map<std::string, std::set<std::string>>& beside, const Units& units,
                  const Text& what, base::Findings& findings) {
  for (const auto& [key, values] : beside) {
    if (key.empty() || values.size() < 2) continue;
    Text list;
    for (const std::string& value : values)
      list = list.empty() ? Text(value) : base::join({list, value}, ", ");
    findings.push_back({Severity::warning, "units.district-names", units.layer.file, key,
                        text("{}: {}", "{}: {}", {what, list}),
                        text("Sửa trường huyện cho thống nhất.", "Make the fields of the district agree.")});
  }
}

void check_districts(const Units& units, base::Findings& findings) {
  std::map<std::string, std::set<std::string>> names;
  std::map<std::string, std::set<std::string>> codes;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (units.districts[unit].empty() || units.district_codes[unit].empty()) continue;
    names[units.district_codes[unit]].insert(units.districts[unit]);
    codes[units.districts[unit]].insert(units.district_codes[unit]);
  }
  tell_several(names, units, text("một mã huyện có nhiều tên", "one code of a district has several names"),
               findings);
  tell_several(codes, units, text("một tên huyện có nhiều mã", "one name of a district has several codes"),
               findings);
}

/// Names that are blank, and types where other units have one.
void check_blanks(const Units& units, base::Findings& findings) {
  io::CappedFindings nameless(
      findings, Severity::warning, "units.name-missing", units.layer.file,
      text("Điền tên vào trường tên của ranh giới: không có tên thì không ghép theo tên được.",
           "Fill in the field of names: without one no row can be joined by name."));
  io::CappedFindings typeless(findings, Severity::warning, "units.type-missing", units.layer.file,
                              text("Điền trường loại đơn vị: Xã, Phường, Thị trấn, Đặc khu.",
                                   "Fill in the field of types: Xã, Phường, Thị trấn, Đặc khu."));
  const auto said = [](const std::vector<std::string>& column) {
    return std::any_of(column.begin(), column.end(), [](const std::string& cell) { return !cell.empty(); });
  };
  const bool named = said(units.names);
  const bool typed = said(units.types);
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    const Text place = text("mã {}", "code {}", {units.codes[unit]});
    if (named && units.names[unit].empty())
      nameless.add(place, text("đơn vị không có tên", "the unit has no name"));
    if (typed && units.types[unit].empty())
      typeless.add(place, text("“{}” không có loại đơn vị", "“{}” has no type", {units.names[unit]}));
  }
}

/// Units of one folded name in a district, with their types: as the join compares.
struct NamedUnit {
  names::UnitType type = names::UnitType::none;
  std::size_t unit = 0;
};

/// The earlier unit that the join could take for one of this type: a type that is not said parts no names.
std::optional<std::size_t> twin_of(const std::vector<NamedUnit>& known, names::UnitType type) {
  const auto twin = std::find_if(known.begin(), known.end(), [type](const NamedUnit& one) {
    return one.type == type || one.type == names::UnitType::none || type == names::UnitType::none;
  });
  return twin == known.end() ? std::nullopt : std::optional(twin->unit);
}

void check_twins(const Units& units, base::Findings& findings) {
  std::map<std::pair<std::uint32_t, std::string>, std::vector<NamedUnit>> named;
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (units.names[unit].empty()) continue;
    const names::UnitName parts = names::parse_unit_name(units.full_name(unit));
    std::vector<NamedUnit>& known =
        named[{units.district_of[unit], names::to_utf8(names::fold(parts.name).folded)}];
    const std::optional<std::size_t> first = twin_of(known, parts.type);
    if (!first) {
      known.push_back({parts.type, unit});
      continue;
    }
    const std::string name = units.full_name(unit);
    const std::string earlier = units.full_name(*first);
    findings.push_back(
        {Severity::warning, "units.name-twice", units.layer.file,
         text("mã {}, {}", "codes {}, {}", {units.codes[*first], units.codes[unit]}),
         units.districts[unit].empty()
             ? text("hai đơn vị có tên “{}” và “{}”; ranh giới không ghi huyện nên không phân biệt được",
                    "two units are called “{}” and “{}”; the boundaries name no district to tell them apart",
                    {earlier, name})
         : name == earlier
             ? text("hai đơn vị cùng tên “{}” trong một huyện", "two units of one district are called “{}”",
                    {name})
             : text("hai đơn vị trong một huyện có tên chỉ khác cách viết: “{}” và “{}”",
                    "two units of one district have one name, spelt “{}” and “{}”", {earlier, name}),
         units.districts[unit].empty()
             ? text("Ghi trường huyện (district) cho ranh giới, hoặc sửa tên bị nhầm.",
                    "Give the boundaries the field of the district, or mend the name that is wrong.")
             : text("Sửa tên bị nhầm trong tệp ranh giới.", "Mend the name that is wrong.")});
  }
}

base::Findings differing_rows(const model::Table& table, const model::TableSource& source,
                              const model::Project& project, const Units& units) {
  const TableJoin join =
      join_table(units, table, {.code = source.key, .name = {}, .district = {}, .applies_to = {}}, {});
  base::Findings findings = compare_names(units_to_match(units), table, join.unit_of_row,
                                          names_question(project, source, units.vintage, table),
                                          names::AliasBook(all_aliases(project)))
                                .findings;
  std::erase_if(findings, [](const base::Finding& one) { return !one.rule.starts_with("names."); });
  return findings;
}

}  // namespace

base::Findings unit_name_findings(const Units& units) {
  base::Findings findings;
  check_blanks(units, findings);
  check_types(units, findings);
  check_districts(units, findings);
  check_twins(units, findings);
  return findings;
}

base::Findings row_name_findings(ProjectData& data, const model::TableSource& source) {
  base::Findings findings;
  if (source.key.empty() || source.name.empty() || source.level != model::UnitLevel::commune) return findings;
  std::set<std::pair<std::string, std::string>> compared;  // vintages, and periods with a file of their own
  for (const model::Period& period : data.project().periods) {
    const bool other_file = source.by_period.empty() ? !source.period.empty() && source.period != period.id
                                                     : !source.by_period.contains(period.id);
    const auto loaded = other_file ? nullptr : data.table(source.id, period.id);
    if (!loaded) continue;
    const std::string vintage = data.project().boundaries_on(period.date)->id;
    if (!compared.emplace(vintage, source.by_period.empty() ? std::string() : period.id).second) continue;
    const auto units = data.units(vintage);
    const base::Findings some = differing_rows(loaded->table, source, data.project(), *units);
    findings.insert(findings.end(), some.begin(), some.end());
  }
  return findings;
}

base::Findings alias_code_findings(ProjectData& data, const base::Job& job) {
  const model::Project& project = data.project();
  std::vector<names::Alias> aliases = all_aliases(project);
  if (aliases.empty()) return {};
  const auto digits = [](const std::string& code) {
    return code.substr(std::min(code.find_first_not_of('0'), code.size()));
  };
  std::set<std::string> codes;
  if (project.criteria) codes.insert(digits(project.criteria->province_code));
  for (const model::Boundaries& boundaries : project.boundaries) {
    const auto units = data.units(boundaries.id, job);
    for (const std::string& code : units->codes) codes.insert(digits(code));
    for (const std::string& code : units->district_codes) codes.insert(digits(code));
  }
  const auto known = [&](const std::string& code) { return codes.contains(digits(code)); };
  const auto typed = std::stable_partition(aliases.begin(), aliases.end(),
                                           [](const names::Alias& alias) { return alias.line > 0; });
  const std::vector<names::Alias> unsaved(typed, aliases.end());
  aliases.erase(typed, aliases.end());
  base::Findings findings = names::alias_findings(aliases, known, resolve(project, project.aliases));
  const base::Findings more = names::alias_findings(unsaved, known, project.file);
  findings.insert(findings.end(), more.begin(), more.end());
  return findings;
}

}  // namespace ntmap::app
