#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "app/programme/evaluation.hpp"
#include "app/programme/evaluation_words.hpp"
#include "app/programme/nearest_sheet.hpp"
#include "app/programme/sheet_table.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using base::Text;
using criteria::SetResult;
using criteria::Verdict;
using Head = SheetTable::Head;

constexpr model::Rgb k_met_fill{0xc7, 0xe5, 0xdf};
constexpr model::Rgb k_not_met_fill{0xf3, 0xdc, 0xb4};
constexpr model::Rgb k_unknown_fill{0xe0, 0xe0, 0xe0};
constexpr std::size_t k_sheet_rows = 1'000'000;  // a spreadsheet takes 1,048,576

/// Writes one report's sheets in one language.
class SheetWriter {
 public:
  SheetWriter(const EvaluationReport& report, Lang lang, const base::Job& job)
      : m_report(report), m_assessment(*report.assessment), m_lang(lang), m_job(job) {}

  std::vector<io::Sheet> sheets() {
    for (const std::uint32_t unit : m_report.units) m_units.push_back(unit_report(m_assessment, unit));
    for (const SetResult* set : entry_sets()) unit_sheet(*set);
    areas();
    for (const SetResult* set : entry_sets()) criteria_sheet(*set);
    take(nearest_sheet(m_assessment, chains(), m_lang));
    targets();
    stated();
    departments();
    sponsors();
    evidence();
    return std::move(m_sheets);
  }

 private:
  std::string say(const char* vi, const char* en) const { return m_lang == Lang::vi ? vi : en; }
  std::string say(const Text& text) const { return text.in(m_lang); }
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

  SheetCell verdict_cell(Verdict verdict) const {
    const std::string word = say(criteria::word(verdict));
    if (verdict == Verdict::met) return {word, k_met_fill};
    if (verdict == Verdict::not_met) return {word, k_not_met_fill};
    if (verdict == Verdict::unknown) return {word, k_unknown_fill};
    return word;
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
        row.push_back(verdict_cell(criterion.mark.verdict()));
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
    SheetCell cell = verdict_cell(report.overall.verdict());
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
                 say(set.name) + ", " + say("đã công nhận nay hụt tiêu chí", "recognised, now lapsed"),
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

  void targets() {
    SheetTable table(say("Mục tiêu", "Targets"),
                     {{"id", say("Số", "No.")},
                      {"document", say("Văn bản", "Document")},
                      {"place", say("Địa bàn", "Place")},
                      {"figure", say("Chỉ số", "Figure")},
                      {"wanted", say("Mục tiêu", "Target")},
                      {"now", say("Hiện tại", "Now")},
                      {"period", say("Kỳ số liệu", "Period")},
                      {"share", say("Đã đi được (%)", "Of the way (%)"), true, 0},
                      {"expected", say("Cần có lúc này", "Due by now"), true, 1},
                      {"rate", say("Thay đổi cần có mỗi năm", "Change needed a year"), true, 1},
                      {"pace", say("Tiến độ", "Pace")},
                      {"lead", say("Cơ quan theo dõi", "Department")}});
    for (const TargetReport& one : m_report.targets) {
      const criteria::Progress& p = one.progress;
      table.add({one.target.id, say(one.target.document_name), one.place, say(one.target.figure_name),
                 say(one.wanted), say(one.now.shown), one.now.period,
                 SheetCell(p.share ? 100 * *p.share : model::k_no_data),
                 SheetCell(p.expected.value_or(model::k_no_data)),
                 SheetCell(p.needed_rate.value_or(model::k_no_data)), pace_cell(one), one.lead});
    }
    take(table);
  }

  SheetCell pace_cell(const TargetReport& report) const {
    const criteria::Pace pace = report.progress.pace;
    const std::string word = say(criteria::word(report.progress.pace));
    const bool good = pace == criteria::Pace::reached || pace == criteria::Pace::reached_late ||
                      pace == criteria::Pace::on_track;
    if (good) return {word, k_met_fill};
    if (pace == criteria::Pace::unknown || pace == criteria::Pace::not_due) return {word, k_unknown_fill};
    return {word, k_not_met_fill};
  }

  void stated() {
    SheetTable table(say("Số trong văn bản", "Figures of documents"),
                     {{"id", say("Số", "No.")},
                      {"document", say("Văn bản", "Document")},
                      {"figure", say("Chỉ số", "Figure")},
                      {"value", say("Văn bản ghi", "Document says")},
                      {"computed", say("Tính từ số liệu", "Computed")},
                      {"agreement", say("So sánh", "Compared")},
                      {"sentence", say("Diễn giải", "In words")}});
    for (const StatedFigure& one : m_report.stated) {
      if (one.agreement == Agreement::other_place) continue;
      const criteria::Statement& s = one.statement;
      table.add({s.id, say(s.document_name), say(s.figure_name),
                 s.value ? say(s.value->localised()) : s.value_text, say(one.computed.shown),
                 agreement_cell(one.agreement), say(one.sentence)});
    }
    take(table);
  }

  SheetCell agreement_cell(Agreement agreement) const {
    const std::array<std::string, 6> words{say("khớp", "agrees"),
                                           say("văn bản cắt bớt, không làm tròn", "cut, not rounded"),
                                           say("không khớp", "disagrees"),
                                           say("văn bản không nói tính từ đâu", "source not said"),
                                           say("dự án chưa có số liệu", "no figures in the project"),
                                           say("địa bàn khác", "another place")};
    const std::string& word = words.at(static_cast<std::size_t>(agreement));
    if (agreement == Agreement::agrees) return {word, k_met_fill};
    if (agreement == Agreement::disagrees || agreement == Agreement::truncated) return {word, k_not_met_fill};
    return word;
  }

  /// One row for each department and indicator that is left.
  void departments() {
    SheetTable table(say("Còn lại theo cơ quan", "Left by department"),
                     {{"who", say("Cơ quan", "Department")},
                      {"set", say("Bộ tiêu chí", "Set")},
                      {"code", say("Chỉ tiêu", "Indicator")},
                      {"name", say("Nội dung", "Item")},
                      {"not_met", say("Chưa đạt", "Not met"), true, 0},
                      {"unknown", say("Chưa rõ", "Unknown"), true, 0},
                      {"units", say("Đơn vị", "Units")}});
    for (const SetResult* entry : entry_sets()) {
      for (const criteria::Remainder& one : left_by_department(m_assessment, entry->set().id))
        add_department(table, *entry, one);
    }
    take(table);
  }

  void add_department(SheetTable& table, const SetResult& set, const criteria::Remainder& one) {
    std::map<std::uint32_t, std::vector<criteria::Task>> by_indicator;
    for (const criteria::Task& task : one.tasks) by_indicator[task.indicator].push_back(task);
    for (const auto& [index, tasks] : by_indicator) {
      const criteria::Indicator& indicator = *set.indicators()[index].indicator;
      std::string units;
      double not_met = 0;
      for (const criteria::Task& task : tasks) {
        not_met += task.verdict == Verdict::not_met ? 1 : 0;
        units += (units.empty() ? "" : "; ") + m_assessment.tree().full_names[task.unit];
      }
      table.add({one.who.empty() ? say("chưa rõ", "nobody named") : one.who, say(set.set().name),
                 indicator.code, say(indicator.name), SheetCell(not_met),
                 SheetCell(double(tasks.size()) - not_met), units});
    }
  }

  void sponsors() {
    SheetTable table(say("Còn lại theo đỡ đầu", "Left by sponsor"),
                     {{"who", say("Đơn vị đỡ đầu", "Sponsor")},
                      {"unit", say("Đơn vị", "Unit")},
                      {"deadline", say("Hạn", "Deadline")},
                      {"not_met", say("Chưa đạt", "Not met"), true, 0},
                      {"unknown", say("Chưa rõ", "Unknown"), true, 0},
                      {"items", say("Chỉ tiêu", "Indicators")}});
    if (m_assessment.sponsors().empty()) return;
    for (const SetResult* entry : entry_sets()) {
      for (const criteria::Remainder& one : left_by_sponsor(m_assessment, entry->set().id))
        add_sponsor(table, *entry, one);
    }
    take(table);
  }

  void add_sponsor(SheetTable& table, const SetResult& set, const criteria::Remainder& one) {
    std::map<std::uint32_t, std::vector<criteria::Task>> by_unit;
    for (const criteria::Task& task : one.tasks) by_unit[task.unit].push_back(task);
    for (const auto& [unit, tasks] : by_unit) {
      std::string codes;
      double not_met = 0;
      for (const criteria::Task& task : tasks) {
        not_met += task.verdict == Verdict::not_met ? 1 : 0;
        codes += (codes.empty() ? "" : "; ") + set.indicators()[task.indicator].indicator->code;
      }
      const criteria::Sponsor* sponsor = m_assessment.sponsor(unit);
      const bool dated = sponsor != nullptr && !sponsor->deadline.empty();
      table.add({one.who.empty() ? say("chưa phân công", "nobody assigned") : one.who,
                 m_assessment.tree().full_names[unit], dated ? say(sponsor->deadline.text()) : std::string(),
                 SheetCell(not_met), SheetCell(double(tasks.size()) - not_met), codes});
    }
  }

  SheetTable evidence_table(std::size_t number) const {
    std::string name = say("Bằng chứng", "Evidence");
    if (number > 1) name += " " + std::to_string(number);
    return {name,
            {{"code", say("Mã", "Code")},
             {"unit", say("Đơn vị", "Unit")},
             {"set", say("Bộ tiêu chí", "Set")},
             {"item", say("Chỉ tiêu", "Indicator")},
             {"name", say("Nội dung", "Item")},
             {"verdict", say("Kết quả", "Verdict")},
             {"value", say("Giá trị", "Value"), true},
             {"comparison", say("So sánh", "Comparison")},
             {"threshold", say("Ngưỡng", "Threshold"), true},
             {"figure_unit", say("Đơn vị tính", "Unit of measure")},
             {"margin", say("Dự trữ so với ngưỡng (%)", "Reserve (% of threshold)"), true, 1},
             {"just_met", say("Mới chạm chuẩn", "Just met")},
             {"illustrative", say("Ngưỡng minh họa", "Illustrative threshold")},
             {"sentence", say("Giải thích", "Why")},
             {"lead", say("Cơ quan", "Department")},
             {"article", say("Quyết định", "Decision")},
             {"file", say("Tệp", "File")},
             {"sheet", say("Trang", "Sheet")},
             {"row", say("Dòng", "Row"), true, 0},
             {"date", say("Ngày số liệu", "Date of the figure")},
             {"period", say("Kỳ", "Period")}}};
  }

  void evidence() {
    std::size_t number = 1;
    SheetTable table = evidence_table(number);
    for (const UnitReport& unit : m_units) {
      m_job.checkpoint();
      for (const SetReport& set : unit.sets) {
        for (const CriterionReport& criterion : set.criteria) {
          for (const IndicatorReport& one : criterion.indicators) {
            if (table.row_count() >= k_sheet_rows) {
              take(table);
              table = evidence_table(++number);
            }
            add_evidence(table, unit, set, one);
          }
        }
      }
    }
    take(table);
  }

  void add_evidence(SheetTable& table, const UnitReport& unit, const SetReport& set,
                    const IndicatorReport& one) {
    const criteria::Evidence& evidence = one.evidence;
    const std::string yes = say("có", "yes");
    std::vector<SheetCell> row{unit.code,     unit.name,          say(set.name),
                               evidence.code, say(evidence.name), verdict_cell(evidence.mark.verdict())};
    const criteria::FigureEvidence* figure = deciding_figure(evidence);
    const auto number = [](const std::optional<criteria::Decimal>& value) {
      return value ? SheetCell(value->to_double()) : SheetCell();
    };
    // Rules and what is said in words have no number to compare: their sentence says it.
    const std::string comparison = comparison_sign(evidence);
    const bool compared = figure != nullptr && !comparison.empty();
    row.push_back(compared ? number(figure->value) : SheetCell());
    row.emplace_back(comparison);
    row.push_back(compared ? number(figure->threshold) : SheetCell());
    row.emplace_back(compared ? say(criteria::unit_text(figure->unit)) : std::string());
    row.insert(row.end(), {SheetCell(one.margin), evidence.mark.just_met() ? yes : std::string(),
                           evidence.mark.illustrative() ? yes : std::string(), say(one.sentence), one.lead,
                           evidence.decision});
    const bool read = figure != nullptr && figure->row > 0;
    row.insert(
        row.end(),
        {read ? figure->sheet.file : std::string(), read ? figure->sheet.sheet : std::string(),
         read ? SheetCell(double(figure->row)) : SheetCell(),
         figure == nullptr ? std::string() : figure_date(evidence, *figure), m_assessment.period().id});
    table.add(row);
  }

  const EvaluationReport& m_report;
  const Assessment& m_assessment;
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
