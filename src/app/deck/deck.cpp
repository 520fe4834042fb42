#include "app/deck/deck.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

#include "app/deck/deck_page.hpp"
#include "app/map/map_sheet.hpp"
#include "app/map/scene_content.hpp"
#include "base/error.hpp"
#include "io/source_path.hpp"
#include "sheet/paint.hpp"
#include "sheet/pdf_notes.hpp"

namespace ntmap::app {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::text;

/// The scenes that can be shown, with their figures; the others become findings.
std::vector<SceneContent> playable_scenes(ProjectData& data, base::Findings& findings, const base::Job& job) {
  std::vector<SceneContent> playable;
  const auto scenes = scenes_of(data.project());
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    const base::Text place = scene_place(scenes[i], i + 1);
    try {
      playable.push_back(scene_content(data, scenes[i], job));
      for (base::Finding finding : playable.back().map.findings) {
        if (!finding.rule.starts_with("scene.") && !finding.rule.starts_with("meeting.")) continue;
        finding.place = place;
        findings.push_back(std::move(finding));
      }
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
      findings.push_back(
          {Severity::warning,
           "scene.broken",
           {},
           place,
           text("không trình chiếu được, đã bỏ qua: {}", "cannot be shown, left out: {}", {error.message()}),
           error.remedy()});
    }
    job.progress(static_cast<double>(i + 1) / static_cast<double>(scenes.size()));
  }
  if (playable.empty()) {
    throw Error(ErrorKind::data, text("không cảnh nào trình chiếu được", "no scene can be shown"),
                text("Chạy ntmap check để biết vì sao.", "Run ntmap check to learn why."));
  }
  return playable;
}

std::string notes_title(base::Lang lang) {
  return text("Lời thuyết trình", "Speaker's notes").in(lang);
}

/// A scene's number in the project, from 1.
std::size_t number_of(const model::Project& project, const SceneContent& content) {
  const auto scenes = scenes_of(project);
  const auto found = std::find_if(scenes.begin(), scenes.end(),
                                  [&](const model::Scene& scene) { return scene.id == content.scene.id; });
  return static_cast<std::size_t>(found - scenes.begin()) + 1;
}

base::Findings write_pdf_deck(const model::Project& project, const std::vector<SceneContent>& scenes,
                              const std::filesystem::path& file, const DeckOptions& options,
                              const base::Job& job) {
  base::Findings findings;
  const RenderOptions drawing{.page = sheet::paper_page("16:9"),
                              .style = sheet::Style::meeting,
                              .lang = options.lang,
                              .date = options.date};
  const base::Text title = project.title.empty() ? scenes.front().map.title : project.title;
  sheet::PdfFile pdf(file, title, options.lang, options.date);
  std::vector<std::string> notes;
  for (const SceneContent& scene : scenes) {
    job.checkpoint();
    const MapSheet page(scene.map, scene_options(scene, drawing), scene.focus);
    pdf.add(page.request(), page.layout());
    for (base::Finding finding : page.findings()) {
      finding.place = scene_place(scene.scene, number_of(project, scene));
      findings.push_back(std::move(finding));
    }
    notes.push_back(scene.notes.in(options.lang));
    job.progress(static_cast<double>(notes.size()) / static_cast<double>(scenes.size()));
  }
  pdf.finish();
  if (options.notes) sheet::add_notes(file, notes, notes_title(options.lang));
  return findings;
}

void write_html_deck(ProjectData& data, const std::vector<SceneContent>& scenes,
                     const std::filesystem::path& file, const DeckOptions& options, const base::Job& job) {
  const std::string page = deck_page(data, scenes, {.lang = options.lang, .date = options.date}, job);
  std::ofstream stream(file, std::ios::binary);
  stream << page;
  stream.close();
  if (!stream) {
    throw Error(ErrorKind::io, text("không ghi được tệp", "the file cannot be written"),
                text("Kiểm tra đường dẫn và chỗ trống trên đĩa.", "Check the path and the free space."))
        .at(file.string());
  }
}

}  // namespace

void check_deck(const std::filesystem::path& target, const DeckOptions& options) {
  const std::string extension = io::extension_of(target);
  if (extension != ".pdf" && extension != ".html") {
    throw Error(ErrorKind::usage,
                text("Không ghi được bài trình chiếu dạng “{}”", "Cannot write a deck as “{}”", {extension}),
                text("Dùng đuôi .pdf hoặc .html.", "Use .pdf or .html."));
  }
  const base::PendingFile refuses(target, options.overwrite);
}

std::vector<model::Scene> scenes_of(const model::Project& project) {
  if (!project.scenes.empty()) return project.scenes;
  std::vector<model::Scene> scenes;
  for (const model::Theme& theme : project.themes) {
    model::Scene scene;
    scene.id = scene.theme = theme.id;
    scenes.push_back(std::move(scene));
  }
  return scenes;
}

base::Findings write_deck(ProjectData& data, const std::filesystem::path& target, const DeckOptions& options,
                          const base::Job& job) {
  check_deck(target, options);
  base::Findings findings;
  const auto scenes = playable_scenes(data, findings, job.part(0, 0.5));
  base::PendingFile file(target, options.overwrite);
  file.write([&](const std::filesystem::path& path) {
    if (io::extension_of(target) == ".pdf") {
      const base::Findings more = write_pdf_deck(data.project(), scenes, path, options, job.part(0.5, 1));
      findings.insert(findings.end(), more.begin(), more.end());
    } else {
      write_html_deck(data, scenes, path, options, job.part(0.5, 1));
    }
  });
  file.commit();
  return findings;
}

}  // namespace ntmap::app
