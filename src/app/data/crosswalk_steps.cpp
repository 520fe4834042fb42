#include "app/data/crosswalk_steps.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <map>
#include <utility>

#include "app/data/crosswalk_names.hpp"
#include "app/data/load_layer.hpp"
#include "app/project/aliases_file.hpp"
#include "app/project/project_file.hpp"
#include "base/error.hpp"
#include "crs/crs.hpp"
#include "geom/overlay.hpp"
#include "names/fold.hpp"
#include "names/unit_name.hpp"
#include "scene/hit_test.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Finding;
using base::Severity;
using base::text;

void move_findings(base::Findings& to, base::Findings from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// The vintages of the section stand for columns that the file lacks.
void add_vintages(model::Table& table, const model::CrosswalkSource& source) {
  const auto add = [&](const char* name, const std::string& value) {
    if (value.empty() || table.find(name) != nullptr) return;
    model::Column column;
    column.name = name;
    column.texts.assign(table.row_count(), value);
    table.columns.push_back(std::move(column));
  };
  add("from_vintage", source.from);
  add("to_vintage", source.to);
}

/// "Tỷ lệ", "Tỉ lệ chia (%)", "shares": headings that say that a column holds the shares.
bool says_share(const std::string& heading) {
  static const std::vector<std::string> k_words{"share",      "shares",     "ty le",    "ti le",
                                                "ty le chia", "ti le chia", "ty trong", "ti trong"};
  std::string key = names::search_key(heading);
  key = key.substr(0, key.find_first_of("(%"));
  while (key.ends_with(' ')) key.pop_back();
  return std::find(k_words.begin(), k_words.end(), key) != k_words.end();
}

/// Numbers above 0 up to 1, or percentages with their sign, in all cells that are filled.
bool holds_shares(const model::Column& column) {
  bool any = false;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const std::string cell = column.text(row);
    if (cell.empty()) continue;
    const auto share = criteria::share_from(cell);
    if (!share || *share <= criteria::Decimal(0) || *share > criteria::Decimal(1)) return false;
    any = true;
  }
  return any;
}

/// Shares under another heading than `share` are read where it says so, and else told.
base::Findings find_shares(model::Table& table) {
  base::Findings findings;
  if (table.find("share") != nullptr) return findings;
  const auto named = std::find_if(table.columns.begin(), table.columns.end(),
                                  [](const model::Column& column) { return says_share(column.name); });
  if (named != table.columns.end()) {
    findings.push_back(
        {Severity::note,
         "crosswalk.share-heading",
         table.file,
         text("cột “{}”", "column “{}”", {named->name}),
         text("cột này được đọc là tỷ lệ chia (share)", "this column is read as the shares (share)"),
         {}});
    named->name = "share";
    return findings;
  }
  static const std::vector<std::string> k_known{"from_vintage", "to_vintage", "old_code",  "new_code",
                                                "old_name",     "new_name",   "relation",  "effective",
                                                "source",       "resolution", "confidence"};
  for (const model::Column& column : table.columns) {
    if (std::find(k_known.begin(), k_known.end(), column.name) != k_known.end() || !holds_shares(column))
      continue;
    findings.push_back(
        {Severity::warning, "crosswalk.share-unread", table.file,
         text("cột “{}”", "column “{}”", {column.name}),
         text("cột này giống tỷ lệ chia nhưng không được đọc: tên cột không phải share",
              "this column looks like shares and is not read: it is not called share"),
         text("Đặt tên cột là share nếu đó là tỷ lệ chia.", "Call it share if it holds the shares.")});
  }
  return findings;
}

void merge(std::vector<criteria::Crosswalk>& all, criteria::Crosswalk one) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const criteria::Crosswalk& known) {
    return known.from == one.from && known.to == one.to;
  });
  if (same == all.end()) {
    all.push_back(std::move(one));
  } else {
    std::move(one.links.begin(), one.links.end(), std::back_inserter(same->links));
  }
}

/// "4, 5, 9, …": the rows of these lines.
std::string rows_of_links(const std::vector<criteria::CrosswalkLink>& links) {
  constexpr std::size_t k_named = 8;
  std::string rows;
  for (std::size_t i = 0; i < std::min(k_named, links.size()); ++i) {
    rows += i == 0 ? "" : ", ";
    rows += std::to_string(links[i].row);
  }
  return links.size() > k_named ? rows + ", …" : rows;
}

/// Rows about vintages that the project does not have. Beside others of the same change they are a slip, and
/// an error; a file of all changes since 2008 may well hold more than a project asks for.
Finding unknown_vintage(const criteria::Crosswalk& one, const std::vector<std::string>& vintages,
                        const std::vector<criteria::Crosswalk>& known) {
  const bool from = std::find(vintages.begin(), vintages.end(), one.from) == vintages.end();
  const std::string& unknown = from ? one.from : one.to;
  std::string list;
  for (const std::string& id : vintages) list.append(list.empty() ? "" : ", ").append(id);
  const bool slip = known.empty() || unknown.empty() ||
                    std::any_of(known.begin(), known.end(), [&](const criteria::Crosswalk& other) {
                      return other.from == one.from || other.to == one.to;
                    });
  return {slip ? Severity::error : Severity::warning,
          "crosswalk.unknown-vintage",
          one.links.empty() ? one.file : one.links.front().file,
          text("dòng {}, cột “{}”", "row {}, column “{}”",
               {rows_of_links(one.links), from ? "from_vintage" : "to_vintage"}),
          unknown.empty() ? text("ô để trống, không rõ dòng này về lần sắp xếp nào",
                                 "the cell is blank: the row does not say which change of units it is about")
                          : text("dự án không có ranh giới “{}”; các dòng này không được dùng",
                                 "the project has no boundaries “{}”; these rows are not used", {unknown}),
          text("Ghi mã (id) của ranh giới trong dự án: {}.", "Write the id of boundaries of the project: {}.",
               {list})};
}

/// Keeps the crosswalks between vintages of the project.
void keep_known(const model::Project& project, ProjectCrosswalks& crosswalks) {
  std::vector<std::string> vintages;
  for (const model::Boundaries& boundaries : project.boundaries) vintages.push_back(boundaries.id);
  const auto has = [&](const std::string& id) {
    return std::find(vintages.begin(), vintages.end(), id) != vintages.end();
  };
  const auto unknown =
      std::stable_partition(crosswalks.all.begin(), crosswalks.all.end(),
                            [&](const criteria::Crosswalk& one) { return has(one.from) && has(one.to); });
  const std::vector<criteria::Crosswalk> others(unknown, crosswalks.all.end());
  crosswalks.all.erase(unknown, crosswalks.all.end());
  for (const criteria::Crosswalk& one : others)
    crosswalks.findings.push_back(unknown_vintage(one, vintages, crosswalks.all));
}

/// Units as the criteria know them; only code, name and type matter to a crosswalk.
criteria::Units plain_units(const Units& units) {
  criteria::Units out(units.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::string known = names::type_name(names::unit_type_from(units.types[i])).vi;
    out[i].code = units.codes[i];
    out[i].name = units.names[i];
    out[i].type = known.empty() ? units.types[i] : known;
  }
  return out;
}

/// The old units on the map of the new ones, for questions about both.
class TwoMaps {
 public:
  TwoMaps(ProjectData& data, const CrosswalkStep& step) : m_data(data), m_step(step) {}

  /// Shared areas of each old unit that is split without shares, in square units of the map.
  std::vector<criteria::PartArea> split_areas(const base::Job& job) {
    const auto split = splits_without_shares();
    if (split.empty()) return {};
    model::PolygonSet old_polygons;
    for (const std::uint32_t unit : split) old_polygons.append_feature(moved(), unit);
    const geom::Overlay found = geom::overlay(old_polygons, m_step.new_units->layer.polygons, {}, job);
    std::vector<criteria::PartArea> areas;
    for (const geom::UnitArea& pair : found.pairs) {
      areas.push_back(
          {m_step.old_units->codes[split[pair.unit]], m_step.new_units->codes[pair.area], pair.shared});
    }
    return areas;
  }

  /// Old units whose middle lies in another new unit than any that the crosswalk names.
  base::Findings misplaced(const criteria::UnitCrosswalk& tied) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> goals;
    for (const criteria::UnitLink& link : tied.links) goals[link.old_unit].push_back(link.new_unit);
    const auto& units = *m_step.new_units;
    const scene::HitTest hit(
        std::shared_ptr<const model::PolygonSet>(m_step.new_units, &units.layer.polygons));
    const std::vector<double> middles = moved_middles();
    base::Findings findings;
    for (const auto& [old_unit, goal] : goals) {
      const std::size_t x = 2 * std::size_t{old_unit};
      const auto there = hit.unit_at({middles[x], middles[x + 1]});
      if (!there || std::find(goal.begin(), goal.end(), *there) != goal.end()) continue;
      findings.push_back(elsewhere(old_unit, goal, *there));
    }
    return findings;
  }

 private:
  Finding elsewhere(std::uint32_t old_unit, const std::vector<std::uint32_t>& goal,
                    std::uint32_t there) const {
    const auto label = [](const Units& units, std::uint32_t unit) {
      return units.full_name(unit) + " (" + units.codes[unit] + ")";
    };
    std::string named;
    for (const std::uint32_t unit : goal)
      named += (named.empty() ? "" : ", ") + label(*m_step.new_units, unit);
    return {Severity::warning,
            "crosswalk.elsewhere",
            m_step.crosswalk.file,
            label(*m_step.old_units, old_unit),
            text("bảng chuyển đổi {} → {} ghi vào {}, nhưng trên bản đồ nằm trong {}",
                 "the crosswalk {} → {} puts it into {}, but on the map it lies in {}",
                 {m_step.crosswalk.from, m_step.crosswalk.to, named, label(*m_step.new_units, there)}),
            text("Đối chiếu với nghị quyết sắp xếp; sửa bảng chuyển đổi hoặc mã trên ranh giới.",
                 "Compare with the resolution; mend the crosswalk or the codes of the boundaries.")};
  }

  /// One blank share is what the others leave; more of them ask for areas.
  std::vector<std::uint32_t> splits_without_shares() const {
    std::map<std::string, int> blanks;
    for (const criteria::CrosswalkLink& link : m_step.crosswalk.links) {
      blanks[link.old_code] += link.share ? 0 : 1;
    }
    std::vector<std::uint32_t> units;
    for (const auto& [code, count] : blanks) {
      const auto unit = m_step.old_units->by_code.find(code);
      if (count > 1 && unit != m_step.old_units->by_code.end()) units.push_back(unit->second);
    }
    return units;
  }

  bool one_system() const { return m_step.old_units->crs == m_step.new_units->crs; }

  const model::PolygonSet& moved() {
    if (one_system()) return m_step.old_units->layer.polygons;
    if (m_moved.feature_count() == 0) {
      m_moved = m_step.old_units->layer.polygons;
      crs::transform(m_moved.xy, m_step.old_units->crs, m_step.new_units->crs);
    }
    return m_moved;
  }

  std::vector<double> moved_middles() {
    std::vector<double> middles;
    for (const geom::LabelPoint& label : *m_data.label_points(m_step.old_units)) {
      middles.insert(middles.end(), {label.point.x, label.point.y});
    }
    if (!one_system()) crs::transform(middles, m_step.old_units->crs, m_step.new_units->crs);
    return middles;
  }

  ProjectData& m_data;
  const CrosswalkStep& m_step;
  model::PolygonSet m_moved;
};

/// Puts back the leading zeros that spreadsheets take from codes. True when any were missing.
bool pad_code(std::string& code, const Units& units) {
  if (units.by_code.contains(code) || units.codes.empty()) return false;
  const std::size_t width = units.codes.front().size();
  if (code.empty() || code.size() >= width) return false;
  const std::string padded = std::string(width - code.size(), '0') + code;
  if (!units.by_code.contains(padded)) return false;
  code = padded;
  return true;
}

void pad_codes(CrosswalkStep& step) {
  std::size_t count = 0;
  for (criteria::CrosswalkLink& link : step.crosswalk.links) {
    const bool from = pad_code(link.old_code, *step.old_units);
    const bool to = pad_code(link.new_code, *step.new_units);
    count += from || to ? 1U : 0U;
  }
  if (count == 0) return;
  step.findings.push_back({Severity::note,
                           "crosswalk.code-padded",
                           step.crosswalk.file,
                           {},
                           text("{} dòng có mã thiếu số 0 ở đầu, đã bù cho đủ độ dài mã của ranh giới",
                                "{} rows had codes without their leading zeros; padded to the width of the "
                                "boundary codes",
                                {count}),
                           {}});
}

/// A remedy within a sentence: without its full stop.
base::Text as_clause(base::Text sentence) {
  for (std::string* side : {&sentence.vi, &sentence.en}) {
    if (side->ends_with('.')) side->pop_back();
  }
  return sentence;
}

/// "2008 → 2020, 2020 → 2025-01".
std::string list_of(const std::vector<criteria::Crosswalk>& all) {
  std::string out;
  for (const criteria::Crosswalk& one : all) out += (out.empty() ? "" : ", ") + one.from + " → " + one.to;
  return out;
}

/// The crosswalk that first reached each vintage, going out from `from` step by step.
std::map<std::string, std::size_t> reached_from(const std::vector<criteria::Crosswalk>& all,
                                                const std::string& from) {
  std::map<std::string, std::size_t> by;
  std::deque<std::string> open{from};
  while (!open.empty()) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool fresh = all[i].from == open.front() && all[i].to != from && !by.contains(all[i].to);
      if (!fresh) continue;
      by[all[i].to] = i;
      open.push_back(all[i].to);
    }
    open.pop_front();
  }
  return by;
}

}  // namespace

ProjectCrosswalks load_crosswalks(const model::Project& project) {
  ProjectCrosswalks out;
  for (const model::CrosswalkSource& source : project.crosswalks) {
    TableRequest request{.files = source.files, .encoding = source.encoding};
    for (std::string& file : request.files) file = resolve(project, file);
    LoadedTable loaded = load_table(request);
    move_findings(out.findings, std::move(loaded.findings));
    add_vintages(loaded.table, source);
    move_findings(out.findings, find_shares(loaded.table));
    if (loaded.table.row_count() == 0) {
      out.findings.push_back({Severity::error,
                              "crosswalk.no-rows",
                              loaded.table.file,
                              {},
                              text("bảng chuyển đổi không có dòng nào", "the crosswalk has no rows"),
                              text("Ghi mỗi đơn vị cũ vào một dòng: old_code, new_code.",
                                   "Give each old unit a row: old_code, new_code.")});
    }
    for (criteria::Crosswalk& one : criteria::read_crosswalks(loaded.table, out.findings)) {
      merge(out.all, std::move(one));
    }
  }
  keep_known(project, out);
  return out;
}

std::vector<criteria::Crosswalk> crosswalk_chain(const ProjectCrosswalks& crosswalks, const std::string& from,
                                                 const std::string& to) {
  if (from == to) {
    throw Error(
        ErrorKind::usage, text("--from và --to là một: “{}”", "--from and --to are one: “{}”", {from}),
        text("Ghi hai mốc đơn vị khác nhau của dự án.", "Name two different vintages of the project."));
  }
  const auto by = reached_from(crosswalks.all, from);
  std::vector<criteria::Crosswalk> chain;
  for (std::string at = to; at != from;) {
    const auto step = by.find(at);
    if (step == by.end()) {
      const bool back = reached_from(crosswalks.all, to).contains(from);
      throw Error(ErrorKind::not_found,
                  text("Không có bảng chuyển đổi nào dẫn từ “{}” đến “{}”; hiện có: {}",
                       "No crosswalk leads from “{}” to “{}”; there are: {}",
                       {from, to, crosswalks.all.empty() ? "–" : list_of(crosswalks.all)}),
                  back ? text("Chỉ chuyển được từ đơn vị cũ sang đơn vị mới: đổi chỗ --from và --to.",
                              "Figures go from old units to new ones only: swap --from and --to.")
                       : text("Thêm [[crosswalks]] vào dự án; mã mốc là id của [[boundaries]].",
                              "Add [[crosswalks]] to the project; vintages are the ids of [[boundaries]]."));
    }
    chain.push_back(crosswalks.all[step->second]);
    at = chain.back().from;
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

void refuse_errors(const base::Findings& findings, const std::string& from, const std::string& to) {
  const auto wrong = [](const Finding& finding) { return finding.severity == Severity::error; };
  const auto first = std::find_if(findings.begin(), findings.end(), wrong);
  if (first == findings.end()) return;
  throw Error(
      ErrorKind::data,
      text("Bảng chuyển đổi {} → {} có {} lỗi; lỗi đầu tiên: {}, {}: {}",
           "The crosswalk {} → {} has {} errors; the first: {}, {}: {}",
           {from, to, std::count_if(findings.begin(), findings.end(), wrong), first->file, first->place,
            first->what}),
      text("Cách sửa: {}. Xem tất cả bằng ntmap check, sửa rồi chạy lại.",
           "To mend it: {}. See all with ntmap check, mend them and run again.", {as_clause(first->remedy)}));
}

CrosswalkStep tie_step(ProjectData& data, const criteria::Crosswalk& crosswalk, const base::Job& job) {
  CrosswalkStep step;
  step.crosswalk = crosswalk;
  step.old_units = data.units(crosswalk.from, job.part(0, 0.4));
  step.new_units = data.units(crosswalk.to, job.part(0.4, 0.8));
  pad_codes(step);
  TwoMaps maps(data, step);
  step.tied = criteria::tie_units(step.crosswalk, plain_units(*step.old_units), plain_units(*step.new_units),
                                  maps.split_areas(job.part(0.8, 1)), step.findings);
  move_findings(step.findings, crosswalk_name_findings(step.crosswalk, *step.old_units, *step.new_units,
                                                       names::AliasBook(all_aliases(data.project()))));
  move_findings(step.findings, maps.misplaced(step.tied));
  return step;
}

base::Findings crosswalk_findings(ProjectData& data, const base::Job& job) {
  ProjectCrosswalks crosswalks = load_crosswalks(data.project());
  base::Findings findings = std::move(crosswalks.findings);
  const double count = static_cast<double>(std::max<std::size_t>(1, crosswalks.all.size()));
  double done = 0;
  for (const criteria::Crosswalk& one : crosswalks.all) {
    move_findings(findings, tie_step(data, one, job.part(done / count, (done + 1) / count)).findings);
    ++done;
  }
  return findings;
}

}  // namespace ntmap::app
