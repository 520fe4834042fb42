#include <map>
#include <string_view>
#include <utility>

#include "app/data/figure_finder.hpp"
#include "app/programme/target_report.hpp"
#include "base/nearest_word.hpp"

namespace ntmap::app {
namespace {

using base::Text;
using base::text;
using criteria::Figure;
using criteria::Statement;

/// The period of a stated figure: that very day, else the last of that year up to the day.
const model::Period* period_of_statement(const FigureFinder& finder, const Statement& statement) {
  const std::string day = statement.as_of.text().en;
  const model::Period* best = nullptr;
  for (const model::Period* period : finder.periods()) {
    if (period->date <= day && period->date.substr(0, 4) == day.substr(0, 4)) best = period;
  }
  return best;
}

int printed_decimals(const Statement& statement) {
  const std::size_t point = statement.value_text.find('.');
  return point == std::string::npos ? 0 : static_cast<int>(statement.value_text.size() - point - 1);
}

Agreement compared(const Statement& statement, const criteria::FigureValue& value) {
  if (!statement.value || !value.value) return Agreement::not_computed;
  const bool is_share = value.share && statement.unit == "%" && statement.op == criteria::Op::eq;
  if (is_share && value.share->of > 0) {
    const auto check = criteria::check_published(*statement.value, printed_decimals(statement),
                                                 value.share->met, value.share->of);
    if (check.result == criteria::PublishedShare::agrees) return Agreement::agrees;
    return check.result == criteria::PublishedShare::truncated ? Agreement::truncated : Agreement::disagrees;
  }
  return criteria::agrees(statement, *value.value).value_or(false) ? Agreement::agrees : Agreement::disagrees;
}

Text stated_sentence(const StatedFigure& stated, const Figure* figure) {
  const Statement& s = stated.statement;
  Text out = text("{} ({}, {}): văn bản ghi {}", "{} ({}, {}): the document says {}",
                  {s.figure_name, stated.place, s.document_name, stated_value_text(s, figure)});
  if (stated.computed.value.value)
    out = text("{}, số liệu cho {}", "{}, the figures give {}", {out, stated.computed.shown});
  if (stated.agreement == Agreement::truncated)
    out = text("{}; văn bản cắt bớt chứ không làm tròn", "{}; the document cuts, it does not round", {out});
  if (!stated.implementing.empty())
    out = text("{}; chỉ tính đơn vị triển khai là {}", "{}; of those implementing it is {}",
               {out, stated.implementing});
  return out;
}

StatedFigure stated_of(FigureFinder& finder, const Statement& statement, const Rulebook& rules) {
  StatedFigure out;
  out.statement = statement;
  out.place = finder.place_name(statement);
  const Figure* figure = figure_of(rules, statement);
  const model::Period* period = period_of_statement(finder, statement);
  if (out.place.empty()) {
    out.agreement = Agreement::other_place;
  } else if (statement.computed_from.empty() || figure == nullptr) {
    out.agreement = Agreement::not_computed;
  } else if (period == nullptr) {
    out.agreement = Agreement::no_data;
  } else {
    out.computed = finder.figure_in(statement, *figure, *period);
    out.agreement = out.computed.value.value ? compared(statement, out.computed.value) : Agreement::no_data;
    out.implementing = finder.among_implementing(statement, *figure, *period, out.computed);
  }
  out.sentence = stated_sentence(out, figure);
  return out;
}

base::Finding finding_of(const std::string& file, const Statement& statement, base::Severity severity,
                         const char* rule, Text what, Text remedy) {
  return {severity,
          rule,
          file,
          text("dòng {}, {}", "row {}, {}", {std::to_string(statement.row), statement.id}),
          std::move(what),
          std::move(remedy)};
}

void check_ids(const Registers& registers, base::Findings& findings) {
  std::map<std::string_view, std::uint32_t> known;
  for (const Statement& one : registers.statements.rows) {
    const auto [first, fresh] = known.emplace(one.id, one.row);
    if (fresh || one.id.empty()) continue;
    findings.push_back(finding_of(
        registers.statements.file, one, base::Severity::warning, "targets.id-twice",
        text("mã này đã dùng ở dòng {}", "the id stands in row {} already", {std::to_string(first->second)}),
        text("Đặt mã khác, hoặc xóa dòng thừa.", "Give it another, or delete one row.")));
  }
}

/// A share of things that are there cannot pass 100 %.
bool is_out_of_range(const Statement& statement, const Figure& figure) {
  const bool is_share =
      figure.compute == criteria::Compute::share || figure.compute == criteria::Compute::mean;
  if (!is_share || figure.unit != "%" || !statement.value) return false;
  return *statement.value > criteria::Decimal(100) || *statement.value < criteria::Decimal(0);
}

base::Finding out_of_range(const std::string& file, const Statement& statement) {
  return finding_of(file, statement, base::Severity::warning, "targets.out-of-range",
                    text("{} % là tỷ lệ ngoài khoảng 0–100", "{} % is a share beyond 0 to 100",
                         {statement.value->localised()}),
                    text("Kiểm tra dấu thập phân và đơn vị.", "Check the decimal mark and the unit."));
}

/// A place that is not in the project: of another province, or of a code that does not go with the name.
base::Finding other_place(FigureFinder& finder, const std::string& file, const Statement& statement) {
  const auto [name, code] = finder.place_called(statement);
  if (name.empty()) {
    return finding_of(file, statement, base::Severity::note, "targets.other-place",
                      text("nói về {} ({}), không thuộc dự án", "about {} ({}), which is not in the project",
                           {statement.unit_name, statement.unit_code}),
                      {});
  }
  return finding_of(
      file, statement, base::Severity::warning, "targets.wrong-code",
      text("mã {} không có trong dự án; {} mang mã {}", "code {} is not in the project; {} has the code {}",
           {statement.unit_code, name, code}),
      text("Sửa unit_code (và unit_code_valid); đến khi đó dòng này không được theo dõi.",
           "Mend unit_code (and unit_code_valid); until then the row is not followed."));
}

/// Statements that cannot be followed: an unknown figure, a value that does not read, a place that is not in
/// the project.
void check_statements(FigureFinder& finder, const Registers& registers, const Rulebook& rules,
                      base::Findings& findings) {
  std::vector<std::string> known;
  for (const Figure& figure : rules.figures) known.push_back(figure.id);
  for (const Statement& one : registers.statements.rows) {
    const std::string& file = registers.statements.file;
    const Figure* figure = figure_of(rules, one);
    if (figure != nullptr && !can_be_read(one, *figure)) {
      findings.push_back(finding_of(
          file, one, base::Severity::error, "targets.bad-value",
          text("“{}” không phải số, từ trong thang của “{}” hay ngày",
               "“{}” is no number, no word of the scale of “{}” and no day", {one.value_text, one.figure}),
          text("Sửa giá trị; đến khi đó không đối chiếu được.",
               "Mend the value; until then nothing is compared.")));
    }
    if (figure == nullptr) {
      findings.push_back(finding_of(file, one, base::Severity::error, "targets.unknown-figure",
                                    text("không có số liệu “{}”", "there is no figure “{}”", {one.figure}),
                                    base::nearest_word_advice(one.figure, known)));
    }
    if (figure != nullptr && is_out_of_range(one, *figure)) findings.push_back(out_of_range(file, one));
    if (finder.place_name(one).empty()) findings.push_back(other_place(finder, file, one));
  }
}

/// Whether a document counts more communes that met a level than it says implement the programme.
bool contradicts(const Statement& count, const Statement& implementing, const Rulebook& rules) {
  const Figure* counted = figure_of(rules, count);
  const Figure* basis = figure_of(rules, implementing);
  if (counted == nullptr || basis == nullptr || count.is_target || implementing.is_target) return false;
  return counted->compute == criteria::Compute::count && basis->compute == criteria::Compute::implementing &&
         counted->types == basis->types && count.document == implementing.document &&
         count.unit_code == implementing.unit_code && count.value && implementing.value &&
         *count.value > *implementing.value;
}

void check_contradictions(const Registers& registers, const Rulebook& rules, base::Findings& findings) {
  for (const Statement& implementing : registers.statements.rows) {
    for (const Statement& count : registers.statements.rows) {
      if (!contradicts(count, implementing, rules)) continue;
      findings.push_back(finding_of(
          registers.statements.file, count, base::Severity::warning, "targets.document-contradicts",
          text("{} nói {} đơn vị đạt, mà {} nói chỉ {} đơn vị triển khai (cùng văn bản {})",
               "{} says {} units met it, but {} that only {} implement the programme (same document, {})",
               {count.id, count.value->localised(), implementing.id, implementing.value->localised(),
                count.document_name}),
          text("Ghi rõ mẫu số; hỏi lại cơ quan ban hành văn bản.",
               "Say the denominator; ask who issued the document.")));
    }
  }
}

}  // namespace

std::vector<StatedFigure> stated_figures(ProjectData& data, const base::Job& job) {
  std::vector<StatedFigure> out;
  if (!has_programme(data)) return out;
  FigureFinder finder(data, job);
  const Rulebook& rules = finder.at(*finder.periods().front()).rules();
  const auto registers = data.registers();
  for (const Statement& statement : registers->statements.rows) {
    job.checkpoint();
    if (!statement.is_target) out.push_back(stated_of(finder, statement, rules));
  }
  return out;
}

base::Findings statement_findings(ProjectData& data, const base::Job& job) {
  if (!has_programme(data)) return {};
  const auto registers = data.registers();
  base::Findings out;
  FigureFinder finder(data, job);
  check_ids(*registers, out);
  check_statements(finder, *registers, finder.at(*finder.periods().front()).rules(), out);
  return out;
}

base::Findings programme_findings(ProjectData& data, const base::Job& job) {
  if (!has_programme(data)) return {};
  const auto registers = data.registers();
  FigureFinder finder(data, job);
  base::Findings out = statement_findings(data, job);
  check_contradictions(*registers, finder.at(*finder.periods().front()).rules(), out);
  for (const model::Period* period : finder.periods()) {
    const base::Findings& some = finder.at(*period).findings();
    out.insert(out.end(), some.begin(), some.end());
  }
  for (const StatedFigure& stated : stated_figures(data, job)) {
    if (stated.agreement != Agreement::truncated && stated.agreement != Agreement::disagrees) continue;
    out.push_back(finding_of(registers->statements.file, stated.statement, base::Severity::warning,
                             "targets.document-disagrees", stated.sentence,
                             text("Giữ số tính từ số liệu; hỏi lại cơ quan ban hành văn bản.",
                                  "Keep the computed figure; ask who issued the document.")));
  }
  return out;
}

}  // namespace ntmap::app
