#include "app/programme/target_sheets.hpp"

#include <array>
#include <utility>

#include "app/programme/verdict_cells.hpp"

namespace ntmap::app {
namespace {

using base::Lang;
using base::Text;

SheetCell pace_cell(const TargetReport& report, Lang lang) {
  using criteria::Pace;
  const Pace pace = report.progress.pace;
  std::string word = criteria::word(pace).in(lang);
  if (pace == Pace::reached || pace == Pace::reached_late || pace == Pace::on_track)
    return good_cell(std::move(word));
  if (pace == Pace::unknown || pace == Pace::not_due) return open_cell(std::move(word));
  return bad_cell(std::move(word));
}

SheetCell agreement_cell(Agreement agreement, Lang lang) {
  const std::array<Text, 6> words{Text("khớp", "agrees"),
                                  Text("văn bản cắt bớt, không làm tròn", "cut, not rounded"),
                                  Text("không khớp", "disagrees"),
                                  Text("văn bản không nói tính từ đâu", "source not said"),
                                  Text("dự án chưa có số liệu", "no figures in the project"),
                                  Text("địa bàn khác", "another place")};
  std::string word = words.at(static_cast<std::size_t>(agreement)).in(lang);
  if (agreement == Agreement::agrees) return good_cell(std::move(word));
  const bool differs = agreement == Agreement::disagrees || agreement == Agreement::truncated;
  return differs ? bad_cell(std::move(word)) : SheetCell(std::move(word));
}

}  // namespace

SheetTable target_sheet(const EvaluationReport& report, Lang lang) {
  const Say say{lang};
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
  for (const TargetReport& one : report.targets) {
    const criteria::Progress& p = one.progress;
    table.add({one.target.id, say(one.target.document_name), one.place, say(one.target.figure_name),
               say(one.wanted), say(one.now.shown), one.now.period,
               SheetCell(p.share ? 100 * *p.share : model::k_no_data),
               SheetCell(p.expected.value_or(model::k_no_data)),
               SheetCell(p.needed_rate.value_or(model::k_no_data)), pace_cell(one, lang), one.lead});
  }
  return table;
}

SheetTable stated_sheet(const EvaluationReport& report, Lang lang) {
  const Say say{lang};
  SheetTable table(say("Số trong văn bản", "Figures of documents"),
                   {{"id", say("Số", "No.")},
                    {"document", say("Văn bản", "Document")},
                    {"figure", say("Chỉ số", "Figure")},
                    {"value", say("Văn bản ghi", "Document says")},
                    {"computed", say("Tính từ số liệu", "Computed")},
                    {"agreement", say("So sánh", "Compared")},
                    {"sentence", say("Diễn giải", "In words")}});
  for (const StatedFigure& one : report.stated) {
    if (one.agreement == Agreement::other_place) continue;
    const criteria::Statement& s = one.statement;
    table.add({s.id, say(s.document_name), say(s.figure_name),
               s.value ? say(s.value->localised()) : s.value_text, say(one.computed.shown),
               agreement_cell(one.agreement, lang), say(one.sentence)});
  }
  return table;
}

}  // namespace ntmap::app
