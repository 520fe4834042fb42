#include "app/check/check_carried.hpp"

#include <optional>
#include <string>

#include "app/data/carry_figures.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::Severity;
using base::text;

std::optional<CarriedFigures> carried(ProjectData& data, const criteria::Crosswalk& crosswalk,
                                      const base::Job& job) {
  try {
    return carry_figures(data, {.from = crosswalk.from, .to = crosswalk.to, .period = {}}, job);
  } catch (const base::Error& error) {
    if (error.kind() == base::ErrorKind::cancelled) throw;
    return std::nullopt;
  }
}

/// "Diện tích (3), ntm.13.2 (1)": the figures of which `count` values are marked.
base::Text marked(const CarriedFigures& figures, std::size_t CarriedColumn::*count) {
  constexpr std::size_t k_named = 5;
  base::Text out;
  std::size_t named = 0;
  for (const CarriedColumn& column : figures.columns) {
    if (column.*count == 0) continue;
    if (++named > k_named) return base::join({out, "…"}, ", ");
    // Figures of the criteria are often called alike: "Đạt tiêu chí".
    const base::Text name = column.indicator ? column.spec.name : base::Text(column.spec.id);
    const base::Text one = text("{} ({})", "{} ({})", {name, column.*count});
    out = named == 1 ? one : base::join({out, one}, ", ");
  }
  return out;
}

void tell_marks(const CarriedFigures& figures, const criteria::Crosswalk& crosswalk,
                base::Findings& findings) {
  const auto tell = [&](std::size_t CarriedColumn::*count, const base::Text& what, base::Text remedy) {
    const base::Text columns = marked(figures, count);
    if (columns.empty()) return;
    findings.push_back(
        {Severity::note, "carried.marks", crosswalk.file,
         text("{} → {}, kỳ {}", "{} → {}, period {}", {crosswalk.from, crosswalk.to, figures.period}),
         text("{}: {}", "{}: {}", {what, columns}), std::move(remedy)});
  };
  tell(&CarriedColumn::missing,
       text("giá trị chưa rõ vì một phần thiếu số liệu", "values unknown because a part has none"),
       text("Điền số liệu và quyền số (lớn hơn 0) của các đơn vị cũ.",
            "Fill in the figures of the old units, and their weights above 0."));
  tell(&CarriedColumn::estimated, text("giá trị chia theo diện tích", "values split by area"),
       text("Ghi tỷ lệ chia vào cột share.", "Give the shares in the column share."));
  tell(&CarriedColumn::parts_differ,
       text("giá trị gộp từ các phần khác nhau", "values made of parts that disagree"),
       text("Xem từng đơn vị bằng ntmap crosswalk -o.", "See each unit by ntmap crosswalk -o."));
}

}  // namespace

base::Findings carried_findings(ProjectData& data, const base::Job& job) {
  base::Findings findings;
  for (const criteria::Crosswalk& crosswalk : load_crosswalks(data.project()).all) {
    const auto figures = carried(data, crosswalk, job);
    if (!figures) continue;
    findings.insert(findings.end(), figures->findings.begin(), figures->findings.end());
    tell_marks(*figures, crosswalk, findings);
  }
  return findings;
}

}  // namespace ntmap::app
