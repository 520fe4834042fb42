#include "app/project/recovery.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "app/project/aliases_file.hpp"
#include "app/project/config_section.hpp"
#include "app/project/edits_file.hpp"
#include "app/project/project_file.hpp"
#include "app/project/project_writer.hpp"
#include "app/project/settings.hpp"
#include "app/project/text_file.hpp"
#include "app/project/toml_text.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_kept = ".toml";
constexpr int k_most_kept = 9;            // files of one project: nobody chooses among more
constexpr const char* k_withdrawn = "-";  // stands for a code: aliases always have one

std::string names_csv(const std::vector<model::ConfirmedName>& names) {
  std::vector<names::Alias> aliases;
  for (const model::ConfirmedName& one : names)
    aliases.push_back({one.name, one.district, {}, one.withdrawn() ? k_withdrawn : one.code});
  return names::format_aliases(aliases);
}

std::vector<model::ConfirmedName> names_from(const std::string& csv, const std::string& file) {
  std::vector<model::ConfirmedName> names;
  for (const names::Alias& one : names::parse_aliases(csv, file))
    names.push_back({one.name, one.district, one.code == k_withdrawn ? "" : one.code});
  return names;
}

/// Paths, texts and what the files held, as three lists of one length.
TomlKeys overlay_keys(const model::Project& project) {
  std::vector<std::string> paths;
  std::vector<std::string> texts;
  std::vector<std::string> were;
  if (project.criteria) {
    for (const auto& [path, changed] : project.criteria->changed_overlays) {
      paths.push_back(path);
      texts.push_back(changed.text);
      were.push_back(changed.was);
    }
  }
  return {{"overlays", toml_list(paths)},
          {"overlay_texts", toml_list(texts)},
          {"overlays_were", toml_list(were)}};
}

void take_overlays_kept(ConfigSection& section, model::Project& project) {
  const std::vector<std::string> paths = section.texts("overlays");
  const std::vector<std::string> texts = section.texts("overlay_texts");
  const std::vector<std::string> were = section.texts("overlays_were");
  if (!project.criteria || texts.size() != paths.size() || were.size() != paths.size()) return;
  for (std::size_t i = 0; i < paths.size(); ++i)
    project.criteria->changed_overlays[paths[i]] = {texts[i], were[i]};
}

/// The text that the project would be saved as; without a file a new one in `folder`.
std::string text_of(const model::Project& project, const model::Project* saved, const fs::path& folder) {
  if (project.file.empty() || saved == nullptr) return project_text(project, folder / "new.toml");
  return patched_project(read_text(project.file).value_or(std::string()), *saved, project);
}

std::string mark_of(const std::string& project_file) {
  return project_file.empty() ? std::string() : base::sha256_hex(read_text(project_file).value_or(""));
}

/// What the names of all files kept of a project begin with.
std::string stem_of(const std::string& project_file) {
  const std::string path =
      project_file.empty() ? "new" : fs::absolute(project_file).lexically_normal().string();
  return base::sha256_hex(path).substr(0, 16);
}

fs::path lock_of(fs::path kept) {
  return kept.replace_extension(".lock");
}

}  // namespace

bool Recovery::work_on(const std::string& project_file) {
  m_own.clear();
  m_claim.reset();
  std::error_code failure;
  fs::create_directories(m_folder, failure);
  if (failure) return false;
  bool at_work = false;
  const std::string stem = stem_of(project_file);
  for (int number = 1; number <= k_most_kept; ++number) {
    const fs::path own = m_folder / (stem + (number > 1 ? "-" + std::to_string(number) : "") + k_kept);
    const FileClaim::Taken taken = FileClaim::take(lock_of(own));
    at_work = at_work || taken.held_by_another;
    // What is still to be offered stays; the last place is used whatever it holds, or nothing would be kept.
    if (!taken.claim || (number < k_most_kept && read(own, project_file))) continue;
    if (m_own.empty()) {
      m_own = own;
      m_claim = taken.claim;
    }
  }
  return at_work;
}

void Recovery::keep(const model::Project& project, const model::Project* saved) const {
  if (m_own.empty()) return;
  TomlKeys keys{{"when", toml_text(now_text())},
                {"file", toml_text(project.file)},
                {"sha256", toml_text(mark_of(project.file))},
                {"project", toml_text(text_of(project, saved, m_folder))},
                {"edits", toml_text(format_edits(project.value_edits))},
                {"names", toml_text(names_csv(project.confirmed_names))}};
  for (auto& key : overlay_keys(project)) keys.push_back(std::move(key));
  write_text(m_own, toml_lines(keys));
}

std::vector<fs::path> Recovery::kept_of(const std::string& project_file) const {
  const std::string stem = stem_of(project_file);
  std::vector<fs::path> found;
  std::error_code failure;
  for (const auto& entry : fs::directory_iterator(m_folder, failure)) {
    const fs::path& path = entry.path();
    if (path.extension() == k_kept && path.filename().string().starts_with(stem)) found.push_back(path);
  }
  return found;
}

std::vector<Recovered> Recovery::find(const std::string& project_file) const {
  std::vector<std::pair<fs::file_time_type, Recovered>> found;
  for (const fs::path& kept : kept_of(project_file)) {
    if (FileClaim::take(lock_of(kept)).held_by_another) continue;
    std::error_code ignored;
    if (auto one = read(kept, project_file))
      found.emplace_back(fs::last_write_time(kept, ignored), std::move(*one));
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
  std::vector<Recovered> out;
  for (auto& one : found) out.push_back(std::move(one.second));
  return out;
}

std::optional<Recovered> Recovery::read(const fs::path& kept, const std::string& project_file) const {
  const auto toml = read_text(kept);
  if (!toml) return std::nullopt;
  try {
    ConfigSection section = ConfigSection::from_text(*toml, kept.string());
    if (section.text("sha256") != mark_of(project_file)) return std::nullopt;
    auto project = std::make_shared<model::Project>(parse_project(
        section.text("project"), project_file.empty() ? (m_folder / "new.toml").string() : project_file));
    project->file = project_file;
    project->value_edits = parse_edits(section.text("edits"), kept.string());
    project->confirmed_names = names_from(section.text("names"), kept.string());
    take_overlays_kept(section, *project);
    return Recovered{section.text("when"), std::move(project), kept};
  } catch (const base::Error&) {
    return std::nullopt;
  }
}

void Recovery::take_over(const Recovered& recovered) {
  FileClaim::Taken taken = FileClaim::take(lock_of(recovered.kept));
  if (!taken.claim) return;
  forget();
  m_own = recovered.kept;
  m_claim = std::move(taken.claim);
}

void Recovery::forget() const {
  std::error_code ignored;
  if (!m_own.empty()) fs::remove(m_own, ignored);
}

void Recovery::discard(const Recovered& recovered) {
  std::error_code ignored;
  fs::remove(recovered.kept, ignored);
}

}  // namespace ntmap::app
