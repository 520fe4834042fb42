#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/evidence_sheets.hpp"
#include "app/programme/left_sheets.hpp"
#include "app/programme/nearest_sheet.hpp"
#include "app/programme/sheet_table.hpp"
#include "app/programme/target_sheets.hpp"
#include "app/programme/verdict_cells.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using base::Text;
using criteria::SetResult;
using criteria::Verdict;
using Head = SheetTable::Head;

/// Writes one report's sheets in one language.
class SheetWriter {
 public:
  SheetWriter(const EvaluationReport& report, Lang lang, const base::Job& job)
      : m_report(report), m_assessment(*report.assessment), say{lang}, m_lang(lang), m_job(job) {}

  std::vector<io::Sheet> sheets() {
    for (const std::uint32_t unit : m_report.units) m_units.push_back(unit_report(m_assessment, unit));
    for (const SetResult* set : entry_sets()) unit_sheet(*set);
    areas();
    for (const SetResult* set : entry_sets()) criteria_sheet(*set);
    take(nearest_sheet(m_assessment, chains(), m_lang));
    take(target_sheet(m_report, m_lang));
    take(stated_sheet(m_report, m_lang));
    take(department_sheet(m_assessment, entry_sets(), m_lang));
    take(sponsor_sheet(m_assessment, entry_sets(), m_lang));
    for (const SheetTable& table : evidence_sheets(m_assessment, m_units, m_lang, m_job)) take(table);
    return std::move(m_sheets);
  }

 private:
  void take(const SheetTable& table) {
    if (table.row_count() > 0) m_sheets.push_back(table.sheet());
  }

  /// Sets in force that a sheet of units starts from: those that need no other of these.
  std::vector<const SetResult*> entry_sets() const {
    std::vector<const SetResult*> in_force;
    std::set<std::string> above;
    for (const std::string& id : m_assessment.rules().catalogue.in_order()) {
      const SetResult& result = m_assessment.result(id);
      const bool used = std::any_of(m_units.begin(), m_units.end(), [&](const UnitReport& unit) {
        return result.applies(unit.unit) && !unit.sets.empty() && holds(unit, id);
      });
      if (!used) continue;
      in_force.push_back(&result);
      for (const SetResult* higher : m_assessment.chain_from(result)) {
        if (higher != &result) above.insert(higher->set().id);
      }
    }
    std::erase_if(in_force, [&](const SetResult* one) { return above.contains(one->set().id); });
    // The communes' set comes first, whatever the order of needs.
    std::stable_sort(in_force.begin(), in_force.end(),
                     [&](const SetResult* a, const SetResult* b) { return first_unit(*a) < first_unit(*b); });
    return in_force;
  }

  /// The same with the levels above them, each after those it needs.
  std::vector<std::string> chains() const {
    std::vector<std::string> out;
    for (const SetResult* entry : entry_sets()) {
      for (const SetResult* set : m_assessment.chain_from(*entry)) out.push_back(set->set().id);
    }
    return out;
  }

  static bool holds(const UnitReport& unit, const std::string& set) {
    return std::any_of(unit.sets.begin(), unit.sets.end(),
                       [&](const SetReport& one) { return one.set == set; });
  }

  std::uint32_t first_unit(const SetResult& result) const {
    const auto& types = result.set().applies_to;
    const bool communes = std::find(types.begin(), types.end(), "xã") != types.end();
    if (communes) return 0;
    for (std::uint32_t unit = 0; unit < m_assessment.tree().size(); ++unit) {
      if (result.applies(unit)) return unit + 1;
    }
    return criteria::k_no_unit;
  }

  /// "Phường, thị trấn"; told apart by the rank where two sets are for the same units.
  std::string name_of(const SetResult& set) {
    std::string name;
    for (const std::string& type : set.set().applies_to) name += (name.empty() ? "" : ", ") + type;
    if (name.starts_with("xã")) name = "Xã" + name.substr(std::string("xã").size());
    if (name.starts_with("phường")) name.front() = 'P';
    if (name.starts_with("huyện")) name.front() = 'H';
    if (name.starts_with("t")) name.front() = 'T';
    if (!m_names.insert(name).second) name += " " + set.set().rank;
    return name;
  }

  static const SetReport& of(const UnitReport& unit, const SetResult& set) {
    return *std::find_if(unit.sets.begin(), unit.sets.end(),
                         [&](const SetReport& one) { return one.set == set.set().id; });
  }

  std::vector<Head> unit_heads(const SetResult& set, const std::vector<const SetResult*>& chain) const {
    std::vector<Head> heads{{"code", say("Mã", "Code")},
                            {"name", say("Đơn vị", "Unit")},
                            {"district", say("Huyện", "District")},
                            {"level", say("Mức theo số liệu", "Level by the figures")},
                            {"title", say("Danh hiệu", "Title")},
                            {"standing", say("Công nhận so với số liệu", "Recognised against figures")},
                            {"met", say("Đạt", "Met"), true, 0},
                            {"not_met", say("Chưa đạt", "Not met"), true, 0},
                            {"unknown", say("Chưa rõ", "Unknown"), true, 0}};
    for (const criteria::Criterion& criterion : set.set().criteria) {
      heads.push_back({criterion.no, criterion.no + ". " + say(criterion.name)});
    }
    for (const SetResult* higher : chain) {
      if (higher != &set) heads.push_back({higher->set().id, say(higher->set().name)});
    }
    if (m_report.old_titles)
      heads.push_back({"old_titles", say("Danh hiệu của các đơn vị cũ", "Titles of the old units")});
    heads.push_back({"next", say("Mức tiếp theo", "Next level")});
    heads.push_back({"missing", say("Chỉ tiêu còn thiếu", "Indicators missing"), true, 0});
    heads.push_back({"missing_items", say("Gồm", "Which")});
    heads.push_back({"sponsor", say("Đơn vị đỡ đầu", "Sponsor")});
    heads.push_back({"deadline", say("Hạn", "Deadline")});
    heads.push_back({"excluded", say("Không triển khai vì", "Not implementing because")});
    heads.push_back(
        {"illustrative", say("Tiêu chí theo ngưỡng minh họa", "Criteria by illustrative thresholds")});
    return heads;
  }

  void unit_sheet(const SetResult& set) {
    const auto chain = m_assessment.chain_from(set);
    constexpr std::size_t k_code_and_name = 2;
    SheetTable table(name_of(set), unit_heads(set, chain), k_code_and_name);
    for (const UnitReport& unit : m_units) {
      if (!holds(unit, set.set().id)) continue;
      const SetReport& report = of(unit, set);
      std::vector<SheetCell> row{unit.code,
                                 unit.name,
                                 unit.district,
                                 say(unit.level),
                                 say(unit.recognised),
                                 say(report.standing),
                                 SheetCell(double(report.count.met)),
                                 SheetCell(double(report.count.not_met)),
                                 SheetCell(double(report.count.unknown))};
      for (const CriterionReport& criterion : report.criteria)
        row.push_back(verdict_cell(criterion.mark.verdict(), m_lang));
      for (const SetResult* higher : chain) {
        if (higher != &set) row.push_back(higher_cell(unit, *higher));
      }
      if (m_report.old_titles) row.emplace_back(old_titles_of(unit.unit));
      add_missing(unit, chain, row);
      row.insert(row.end(), {unit.sponsor, unit.deadline, say(unit.excluded), illustrative_items(report)});
      table.add(row);
    }
    take(table);
  }

  std::string old_titles_of(std::uint32_t unit) const {
    return unit < m_assessment.tree().map_count ? say(mix_text(*m_report.old_titles, unit)) : std::string();
  }

  /// "2; 5": whose verdict rests on a threshold that is no regulation.
  static std::string illustrative_items(const SetReport& set) {
    std::string out;
    for (const CriterionReport& criterion : set.criteria) {
      if (rests_on_illustrative(criterion.mark)) out += (out.empty() ? "" : "; ") + criterion.number;
    }
    return out;
  }

  SheetCell higher_cell(const UnitReport& unit, const SetResult& higher) const {
    if (!holds(unit, higher.set().id)) return {};
    const SetReport& report = of(unit, higher);
    SheetCell cell = verdict_cell(report.overall.verdict(), m_lang);
    cell.text += " (" + say(report.summary) + ")";
    return cell;
  }

  /// The next level of the chain that the sheet is of: a town has several.
  static const NextLevel* next_of(const UnitReport& unit, const std::vector<const SetResult*>& chain) {
    for (const NextLevel& next : unit.next) {
      for (const SetResult* set : chain) {
        if (set->set().id == next.set) return &next;
      }
    }
    return nullptr;
  }

  void add_missing(const UnitReport& unit, const std::vector<const SetResult*>& chain,
                   std::vector<SheetCell>& row) const {
    const NextLevel* next = next_of(unit, chain);
    std::string codes;
    for (const SetReport& set : unit.sets) {
      if (next == nullptr || set.set != next->set) continue;
      for (const CriterionReport& criterion : set.criteria) {
        for (const IndicatorReport& one : criterion.indicators) {
          const Verdict verdict = one.evidence.mark.verdict();
          const bool repeats = one.evidence.kind == criteria::IndicatorKind::all_criteria;
          if (repeats || (verdict != Verdict::not_met && verdict != Verdict::unknown)) continue;
          codes += (codes.empty() ? "" : "; ") + one.evidence.code + (verdict == Verdict::unknown ? "?" : "");
        }
      }
    }
    row.insert(row.end(), {next == nullptr ? std::string() : say(next->name),
                           SheetCell(next == nullptr ? 0.0 : double(next->missing.size())), codes});
  }

  void areas() {
    SheetTable table(say("Tổng hợp", "Roll-ups"),
                     {{"code", say("Mã", "Code")},
                      {"area", say("Địa bàn", "Area")},
                      {"item", say("Nội dung", "Item")},
                      {"value", say("Giá trị", "Value"), true},
                      {"of", say("Trên tổng số", "Out of"), true, 0},
                      {"unknown", say("Chưa rõ, thiếu", "Unknown, missing"), true, 0},
                      {"shown", say("Diễn giải", "In words")}});
    for (const AreaSummary& area : m_report.areas) {
      const std::string name = area.name.empty() ? say(m_report.project) : area.name;
      for (const SetSummary& set : area.sets) add_share(table, area.code, name, set);
      for (const FigureSummary& one : area.figures) {
        const double of = one.value.share ? double(one.value.share->of) : model::k_no_data;
        table.add({area.code, name, say(one.name), SheetCell(one.value.value.value_or(model::k_no_data)), of,
                   SheetCell(double(one.value.missing)), say(one.shown)});
      }
    }
    take(table);
  }

  void add_share(SheetTable& table, const std::string& code, const std::string& name, const SetSummary& set) {
    const auto add = [&](const char* vi, const char* en, const criteria::Share& share, const Text& words) {
      table.add({code, name, say(set.name) + ", " + say(vi, en), SheetCell(double(share.met)),
                 SheetCell(double(share.of)), SheetCell(double(share.unknown)), say(words)});
    };
    add("theo số liệu", "by the figures", set.evaluated, set.evaluated.text());
    if (set.recognised) add("đã công nhận", "recognised", *set.recognised, recognised_text(set));
    if (set.illustrative > 0) {
      table.add({code,
                 name,
                 say(set.name) + ", " +
                     say("kết quả một phần dựa trên ngưỡng minh họa", "partly by illustrative thresholds"),
                 SheetCell(double(set.illustrative)),
                 SheetCell(double(set.evaluated.of)),
                 {},
                 {}});
    }
    if (set.lapsed > 0) {
      table.add({code,
                 name,
                 say(set.name) + ", " + say("đã công nhận ", "recognised, ") + say(lapsed_words(set)),
                 SheetCell(double(set.lapsed)),
                 SheetCell(double(set.recognised->met)),
                 {},
                 {}});
    }
    if (set.pending > 0) {
      table.add({code,
                 name,
                 say(set.name) + ", " + say("chờ thừa nhận sau sáp nhập", "pending after a merger"),
                 SheetCell(double(set.pending)),
                 SheetCell(double(set.evaluated.of)),
                 {},
                 {}});
    }
    if (set.criteria.units == 0) return;
    table.add({code, name, say(set.name) + ", " + say("số tiêu chí bình quân", "criteria on average"),
               SheetCell(set.criteria.mean()), SheetCell(double(set.criteria.units)),
               SheetCell(double(set.criteria.unknown)),
               std::to_string(set.criteria.credited) + "/" + std::to_string(set.criteria.units)});
  }

  void criteria_sheet(const SetResult& set) {
    const UnmetMatrix matrix = unmet_matrix(m_assessment, set.set().id);
    std::map<std::uint16_t, std::size_t> lifts;
    for (const criteria::Lift& lift : single_lifts(m_assessment, set.set().id))
      lifts[lift.criterion] = lift.units.size();
    SheetTable table(
        say("Tiêu chí ", "Criteria ") + set.set().rank,
        {{"no", say("Số", "No.")},
         {"name", say("Tiêu chí", "Criterion")},
         {"met", say("Đạt", "Met"), true, 0},
         {"not_met", say("Chưa đạt", "Not met"), true, 0},
         {"unknown", say("Chưa rõ", "Unknown"), true, 0},
         {"not_applicable", say("Không áp dụng", "Not applicable"), true, 0},
         {"illustrative", say("Theo ngưỡng minh họa", "By illustrative thresholds"), true, 0},
         {"lift", say("Đơn vị chỉ còn vướng tiêu chí này", "Units that lack only this one"), true, 0}});
    for (std::size_t c = 0; c < matrix.numbers.size(); ++c) {
      const criteria::Tally& tally = matrix.tallies[c];
      table.add({matrix.numbers[c], say(matrix.names[c]), SheetCell(double(tally.met)),
                 SheetCell(double(tally.not_met)), SheetCell(double(tally.unknown)),
                 SheetCell(double(tally.not_applicable)), SheetCell(double(tally.illustrative)),
                 SheetCell(double(lifts[static_cast<std::uint16_t>(c)]))});
    }
    take(table);
  }

  const EvaluationReport& m_report;
  const Assessment& m_assessment;
  Say say;
  Lang m_lang;
  const base::Job& m_job;
  std::vector<UnitReport> m_units;
  std::set<std::string> m_names;
  std::vector<io::Sheet> m_sheets;
};

}  // namespace

std::vector<io::Sheet> evaluation_sheets(const EvaluationReport& report, Lang lang, const base::Job& job) {
  return SheetWriter(report, lang, job).sheets();
}

}  // namespace ntmap::app
