#include "app/render_map.hpp"

#include <future>
#include <optional>
#include <string>
#include <utility>

#include "app/sheet_painter.hpp"
#include "base/error.hpp"
#include "io/source_path.hpp"
#include "sheet/layout.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::text;

bool is_png(const std::filesystem::path& target) {
  return io::extension_of(target) == ".png";
}

base::Findings draw(SheetPainter& painter, const SheetContent& content, const Units& units,
                    const std::filesystem::path& target, const RenderOptions& options,
                    const base::Job& job) {
  const sheet::Layout layout = sheet::layout(content.request);
  painter.write(content, layout, target, options.overwrite, job);
  return unplaced_names(units, layout.unplaced);
}

base::Findings draw_map(SheetPainter& painter, const MapContent& map, const std::filesystem::path& target,
                        const RenderOptions& options, const base::Job& job) {
  base::Findings findings = map.findings;
  if (options.sheet.style == sheet::Style::plain) {
    painter.write_plain(map, options.sheet.page, target, options.overwrite, job);
    return findings;
  }
  const base::Findings more =
      draw(painter, sheet_of(map, options.sheet), map.units(), target, options, job);
  findings.insert(findings.end(), more.begin(), more.end());
  return findings;
}

}  // namespace

base::Findings unplaced_names(const Units& units, const std::vector<std::size_t>& unplaced) {
  if (unplaced.empty()) return {};
  base::Text names;
  for (const std::size_t unit : unplaced) names = base::join({names, units.names[unit]}, ", ");
  return {{base::Severity::note,
           "labels.no-place",
           {},
           {},
           text("{} tên không có chỗ trên bản đồ: {}", "{} names found no place on the map: {}",
                {unplaced.size(), names}),
           text("Chọn khổ lớn hơn.", "Choose a larger size.")}};
}

void check_render(const std::filesystem::path& target, const RenderOptions& options) {
  const std::string extension = io::extension_of(target);
  if (extension != ".png" && extension != ".pdf" && extension != ".svg") {
    throw Error(ErrorKind::usage, text("Không vẽ được dạng “{}”", "Cannot draw “{}”", {extension}),
                text("Dùng đuôi .png, .pdf hoặc .svg.", "Use .png, .pdf or .svg."));
  }
  if (options.sheet.style == sheet::Style::plain && extension != ".png") {
    throw Error(ErrorKind::usage, text("--plain chỉ ghi PNG", "--plain writes PNG only"),
                text("Bỏ --plain để ghi PDF hoặc SVG.", "Leave --plain out for PDF or SVG."));
  }
  if (options.multiples != Multiples::none && options.sheet.style != sheet::Style::normal) {
    throw Error(ErrorKind::usage,
                text("--multiples không đi cùng --plain hoặc --video",
                     "--multiples does not go with --plain or --video"),
                text("Bỏ một trong hai.", "Leave one of them out."));
  }
  if (!options.sheet.date.empty()) written_date(options.sheet.date);
  const base::PendingFile refuses(target, options.overwrite);
}

base::Findings render_map(ProjectData& data, MapChoice choice, const std::filesystem::path& target,
                          const RenderOptions& options, const base::Job& job) {
  check_render(target, options);
  const base::Job drawing = job.part(0.6, 1);
  choice.label_points = options.sheet.style != sheet::Style::plain;
  // Data are read on another thread while the GL context starts on this one.
  if (options.multiples != Multiples::none) {
    auto loading = std::async(std::launch::async, [&] {
      return multiples_of(data, choice, options.multiples, options.sheet, job.part(0, 0.6));
    });
    SheetPainter painter(is_png(target));
    const MultiplesContent content = loading.get();
    base::Findings findings = content.findings;
    const base::Findings more =
        draw(painter, content.sheet, *content.units.front(), target, options, drawing);
    findings.insert(findings.end(), more.begin(), more.end());
    return findings;
  }
  auto loading = std::async(std::launch::async, [&] { return map_content(data, choice, job.part(0, 0.6)); });
  SheetPainter painter(is_png(target));
  return draw_map(painter, loading.get(), target, options, drawing);
}

}  // namespace ntmap::app
