#include "app/data/crosswalk_names.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/data/names_beside_codes.hpp"
#include "app/data/table_place.hpp"
#include "names/name_search.hpp"
#include "names/unit_name.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::Text;
using base::text;
using criteria::CrosswalkLink;

/// The old units of a crosswalk, or the new ones.
struct CrosswalkSide {
  const Units* units = nullptr;
  const char* field = "";  ///< of names
  std::string CrosswalkLink::*code = nullptr;
  std::string CrosswalkLink::*name = nullptr;
  Severity unknown = Severity::warning;  ///< of a name that is no unit's
};

/// The names of one side as the table that they stand in.
model::Table table_of_names(const criteria::Crosswalk& crosswalk, const CrosswalkSide& side) {
  model::Table table;
  table.file = crosswalk.file;
  model::Column names;
  names.name = side.field;
  for (const CrosswalkLink& link : crosswalk.links) {
    const std::string& file = link.file.empty() ? crosswalk.file : link.file;
    if (table.parts.empty() || table.parts.back().file != file)
      table.parts.push_back({file, {}, 0, names.texts.size()});
    names.texts.push_back(link.*side.name);
    table.source_row.push_back(link.row);
  }
  table.columns.push_back(std::move(names));
  return table;
}

std::vector<std::uint32_t> units_of_rows(const criteria::Crosswalk& crosswalk, const CrosswalkSide& side) {
  std::vector<std::uint32_t> out;
  for (const CrosswalkLink& link : crosswalk.links) {
    const auto unit = side.units->by_code.find(link.*side.code);
    out.push_back(unit == side.units->by_code.end() ? k_no_unit : unit->second);
  }
  return out;
}

/// Whether two spellings can be of one name; notes behind it ("(mới)") and types aside.
bool may_be_one(const std::string& a, const std::string& b) {
  const auto nearer = [](const std::string& said, const std::string& than) {
    const names::ComparedName name(names::parse_unit_name(than.substr(0, than.find_first_of(",;("))).name);
    const std::vector<names::Reading> readings =
        names::readings_of(said.substr(0, said.find_first_of(",;(")));
    return std::any_of(readings.begin(), readings.end(), [&](const names::Reading& reading) {
      return names::rank_of(reading, name).value_or(names::Rank::weak) < names::Rank::weak;
    });
  };
  return a == b || nearer(a, b) || nearer(b, a);
}

class NameCheck {
 public:
  NameCheck(const criteria::Crosswalk& crosswalk, CrosswalkSide side)
      : m_crosswalk(crosswalk), m_side(side), m_table(table_of_names(crosswalk, side)) {}

  base::Findings run(const names::AliasBook& aliases) {
    const model::Column& names = m_table.columns.front();
    if (std::none_of(names.texts.begin(), names.texts.end(),
                     [](const std::string& name) { return !name.empty(); }))
      return {};
    // The only column holds names of units, and none of districts.
    NamesBesideCodes found =
        compare_names(units_to_match(*m_side.units), m_table, units_of_rows(m_crosswalk, m_side),
                      {.name = names.name, .district = {}, .other_fields = {names.name}}, aliases);
    tell_confirmed(found);
    for (base::Finding& finding : found.findings) take(std::move(finding));
    tell_rows_of_one_code(found.set_aside);
    return std::move(m_findings);
  }

 private:
  Text remedy() const {
    return text(
        "Sửa mã hoặc tên trong bảng chuyển đổi, hoặc chọn ranh giới đúng mốc; đơn vị chỉ đổi tên thì "
        "xác nhận tên bằng ntmap join --aliases.",
        "Mend the code or the name in the crosswalk, or choose boundaries of that date; where a unit "
        "was only renamed, confirm the name with ntmap join --aliases.");
  }

  void find(Severity severity, const char* rule, const std::string& file, Text place, const Text& what,
            Text remedy) {
    m_findings.push_back(
        {severity, rule, file, std::move(place),
         text("bảng chuyển đổi {} → {}, đơn vị của {}: {}", "the crosswalk {} → {}, units of {}: {}",
              {m_crosswalk.from, m_crosswalk.to, m_side.units->vintage, what}),
         std::move(remedy)});
  }

  void take(base::Finding finding) {
    if (finding.rule == "names.differ") {
      find(Severity::error, "crosswalk.names-differ", finding.file, std::move(finding.place), finding.what,
           remedy());
    } else if (finding.rule == "names.unknown") {
      find(
          m_side.unknown, "crosswalk.name-unknown", finding.file, std::move(finding.place), finding.what,
          text("Đơn vị chỉ đổi tên hoặc gõ sai một chữ thì bảng vẫn đúng; nếu không, sửa mã hoặc tên: số "
               "liệu chuyển theo mã.",
               "Where a unit was only renamed or misspelt, the crosswalk is right; else mend the code or the "
               "name: figures go over by the code."));
    }
  }

  /// A name that was confirmed for another unit than the code's is that unit's.
  void tell_confirmed(const NamesBesideCodes& found) {
    for (const NamedOtherwise& one : found.confirmed) {
      find(Severity::error, "crosswalk.names-differ", m_table.file_of(one.row), row_place(m_table, one.row),
           text("mã {} trên bản đồ là {}, cột “{}” ghi “{}”, đã xác nhận là tên của mã {}",
                "the code {} is {} on the map, the column “{}” says “{}”, confirmed to be the code {}",
                {m_side.units->codes[one.unit], m_side.units->full_name(one.unit), one.field, one.name,
                 m_side.units->codes[one.match.unit]}),
           remedy());
    }
  }

  Text place_of(std::size_t row, const std::string& beside) const {
    const Text place = row_place(m_table, row);
    return m_table.file_of(row) == beside ? place : base::join({Text(m_table.file_of(row)), place}, ", ");
  }

  /// All rows of a code are about one unit. Rows whose name the map has refuted are told already.
  void tell_rows_of_one_code(const std::vector<NamedOtherwise>& told) {
    std::set<std::size_t> left_out;
    for (const NamedOtherwise& one : told) left_out.insert(one.row);
    std::map<std::string, std::size_t> first_of;
    for (std::size_t row = 0; row < m_crosswalk.links.size(); ++row) {
      const CrosswalkLink& link = m_crosswalk.links[row];
      const std::string& name = link.*m_side.name;
      if (name.empty() || left_out.contains(row)) continue;
      const auto [first, fresh] = first_of.try_emplace(link.*m_side.code, row);
      const std::string& earlier = m_crosswalk.links[first->second].*m_side.name;
      if (fresh || may_be_one(name, earlier)) continue;
      const std::string& file = m_table.file_of(first->second);
      find(Severity::error, "crosswalk.names-differ", file,
           base::join({place_of(first->second, file), place_of(row, file)}, ", "),
           text("các dòng của mã {} ghi hai tên ở cột “{}”: “{}” và “{}”",
                "the rows of the code {} say two names in the column “{}”: “{}” and “{}”",
                {link.*m_side.code, m_side.field, earlier, name}),
           remedy());
    }
  }

  const criteria::Crosswalk& m_crosswalk;
  CrosswalkSide m_side;
  model::Table m_table;
  base::Findings m_findings;
};

}  // namespace

base::Findings crosswalk_name_findings(const criteria::Crosswalk& crosswalk, const Units& old_units,
                                       const Units& new_units, const names::AliasBook& aliases) {
  base::Findings findings;
  for (const CrosswalkSide& side : {CrosswalkSide{&old_units, "old_name", &CrosswalkLink::old_code,
                                                  &CrosswalkLink::old_name, Severity::note},
                                    CrosswalkSide{&new_units, "new_name", &CrosswalkLink::new_code,
                                                  &CrosswalkLink::new_name, Severity::warning}}) {
    base::Findings some = NameCheck(crosswalk, side).run(aliases);
    std::move(some.begin(), some.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace ntmap::app
