#include <utility>

#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/json_report.hpp"
#include "app/programme/set_comparison.hpp"
#include "app/programme/sheet_table.hpp"
#include "io/csv_writer.hpp"
#include "io/output_file.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using base::text;
using criteria::SetChange;

const char* change_id(criteria::ChangeKind kind) {
  switch (kind) {
    case criteria::ChangeKind::added:
      return "added";
    case criteria::ChangeKind::removed:
      return "removed";
    case criteria::ChangeKind::kind:
      return "kind";
    case criteria::ChangeKind::threshold:
      return "threshold";
    case criteria::ChangeKind::wording:
      return "wording";
  }
  return "";
}

/// Calls of(item, flip) for each flip of each indicator, then of the whole set.
template <typename Of>
void each_flip(const SetComparison& comparison, Of of) {
  for (const ItemFlips& item : comparison.indicators) {
    for (const VerdictFlip& flip : item.flips) of(item, flip);
  }
  for (const VerdictFlip& flip : comparison.whole.flips) of(comparison.whole, flip);
}

std::string district_of(const UnitTree& tree, std::uint32_t unit) {
  const std::uint32_t parent = tree.units[unit].parent;
  return parent < tree.size() && parent != tree.province ? tree.full_names[parent] : std::string();
}

void write_flips(JsonText& json, const SetComparison& comparison, const ItemFlips& item) {
  const UnitTree& tree = comparison.assessment->tree();
  json.key("flips");
  json.open('[');
  for (const VerdictFlip& flip : item.flips) {
    json.open('{');
    json.member("code", tree.units[flip.unit].code);
    json.member("name", tree.full_names[flip.unit]);
    json.member("before", verdict_id(flip.before));
    json.member("after", verdict_id(flip.after));
    json.close('}');
  }
  json.close(']');
  json.member("unknown_in_both", static_cast<double>(item.unknown));
}

void write_set(JsonText& json, const char* key, const ComparedSet& set, Lang lang) {
  json.key(key);
  json.open('{');
  json.member("set", set.id);
  json.member("name", set.name.in(lang));
  json.member("date", set.day.text().en);
  json.close('}');
}

void write_region(JsonText& json, const RegionChanges& region, Lang lang) {
  json.open('{');
  json.member("region", region.region.in(lang));
  json.member("units", static_cast<double>(region.units));
  json.key("changes");
  json.open('[');
  for (const SetChange& change : region.changes) {
    json.open('{');
    json.member("change", change_id(change.change));
    json.member("old_code", change.old_code);
    json.member("new_code", change.new_code);
    json.member("what", change.what.in(lang));
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

}  // namespace

std::vector<io::Sheet> comparison_sheets(const SetComparison& comparison, Lang lang) {
  const auto say = [lang](const char* vi, const char* en) { return text(vi, en).in(lang); };
  SheetTable changes(say("Thay đổi", "Changes"), {{"units", say("Số đơn vị", "Units"), true, 0},
                                                  {"region", say("Vùng, nhóm xã", "Region, group")},
                                                  {"old_code", say("Mã trước", "Code before")},
                                                  {"new_code", say("Mã sau", "Code after")},
                                                  {"what", say("Thay đổi", "Change")}});
  for (const RegionChanges& region : comparison.regions) {
    for (const SetChange& change : region.changes) {
      changes.add({SheetCell(double(region.units)),
                   region.region.empty() ? say("tất cả", "all") : region.region.in(lang), change.old_code,
                   change.new_code, change.what.in(lang)});
    }
  }
  SheetTable flips(say("Kết quả thay đổi", "Verdicts that change"),
                   {{"code", say("Mã", "Code")},
                    {"unit", say("Đơn vị", "Unit")},
                    {"district", say("Huyện", "District")},
                    {"old_code", say("Chỉ tiêu trước", "Indicator before")},
                    {"new_code", say("Chỉ tiêu sau", "Indicator after")},
                    {"name", say("Nội dung", "Item")},
                    {"before", say("Trước", "Before")},
                    {"after", say("Sau", "After")}});
  const UnitTree& tree = comparison.assessment->tree();
  each_flip(comparison, [&](const ItemFlips& item, const VerdictFlip& flip) {
    const bool whole = &item == &comparison.whole;
    flips.add({tree.units[flip.unit].code, tree.full_names[flip.unit], district_of(tree, flip.unit),
               whole ? say("cả bộ", "whole set") : item.old_code, item.new_code, item.name.in(lang),
               criteria::word(flip.before).in(lang), criteria::word(flip.after).in(lang)});
  });
  std::vector<io::Sheet> out{changes.sheet()};
  if (flips.row_count() > 0) out.push_back(flips.sheet());
  return out;
}

io::Sheet comparison_records(const SetComparison& comparison, Lang lang) {
  SheetTable table("records", {{"kind", ""},
                               {"region", ""},
                               {"units", "", true, 0},
                               {"change", ""},
                               {"old_code", ""},
                               {"new_code", ""},
                               {"what", ""},
                               {"code", ""},
                               {"name", ""},
                               {"before", ""},
                               {"after", ""}});
  for (const RegionChanges& region : comparison.regions) {
    for (const SetChange& change : region.changes) {
      table.add({"change",
                 region.region.in(lang),
                 SheetCell(double(region.units)),
                 change_id(change.change),
                 change.old_code,
                 change.new_code,
                 change.what.in(lang),
                 {},
                 {},
                 {},
                 {}});
    }
  }
  const UnitTree& tree = comparison.assessment->tree();
  each_flip(comparison, [&](const ItemFlips& item, const VerdictFlip& flip) {
    table.add({&item == &comparison.whole ? "whole" : "flip",
               {},
               {},
               {},
               item.old_code,
               item.new_code,
               item.name.in(lang),
               tree.units[flip.unit].code,
               tree.full_names[flip.unit],
               verdict_id(flip.before),
               verdict_id(flip.after)});
  });
  return table.sheet();
}

std::string comparison_json(const SetComparison& comparison, Lang lang) {
  JsonText json;
  json.open('{');
  json.member("period", comparison.assessment->period().id);
  write_set(json, "before", comparison.before, lang);
  write_set(json, "after", comparison.after, lang);
  json.member("units", static_cast<double>(comparison.units));
  json.key("regions");
  json.open('[');
  for (const RegionChanges& region : comparison.regions) write_region(json, region, lang);
  json.close(']');
  json.key("indicators");
  json.open('[');
  for (const ItemFlips& item : comparison.indicators) {
    json.open('{');
    json.member("old_code", item.old_code);
    json.member("new_code", item.new_code);
    json.member("name", item.name.in(lang));
    if (item.borrowed) json.member("figure_of", item.old_code);
    write_flips(json, comparison, item);
    json.close('}');
  }
  json.close(']');
  json.key("whole");
  json.open('{');
  write_flips(json, comparison, comparison.whole);
  json.close('}');
  json.close('}');
  return json.take();
}

void write_comparison(const SetComparison& comparison, const std::filesystem::path& target, Lang lang,
                      base::Overwrite overwrite) {
  check_evaluation(target, overwrite);
  const std::string extension = io::extension_of(target);
  if (extension == ".xlsx") {
    const std::string title =
        text("{} và {}", "{} and {}", {comparison.before.name, comparison.after.name}).in(lang);
    io::write_xlsx(comparison_sheets(comparison, lang), title, target, overwrite, {});
    return;
  }
  if (extension == ".csv") {
    std::vector<model::Column> columns;
    for (const io::SheetColumn& column : comparison_records(comparison, lang).columns)
      columns.push_back(column.cells);
    io::write_csv(columns, {}, target, overwrite, {});
    return;
  }
  base::PendingFile file(target, overwrite);
  io::OutputFile out(file.temporary(), target);
  out.write(comparison_json(comparison, lang));
  out.close();
  file.commit();
}

}  // namespace ntmap::app
