#include "app/project/project_writer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/project/aliases_file.hpp"
#include "app/project/edits_file.hpp"
#include "app/project/moved_project.hpp"
#include "app/project/project_copy.hpp"
#include "app/project/project_file.hpp"
#include "app/project/project_patch.hpp"
#include "app/project/scene_file.hpp"
#include "app/project/scene_lines.hpp"
#include "app/project/text_file.hpp"
#include "app/project/theme_sections.hpp"
#include "app/project/thresholds.hpp"
#include "app/project/toml_text.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::text;

std::string text_or_none(const std::string& words) {
  return words.empty() ? std::string() : toml_text(words);
}

std::string flag(bool on) {
  return on ? "true" : "";
}

void add_labels(TomlKeys& keys, const std::vector<base::Text>& labels) {
  std::vector<std::string> vi;
  std::vector<std::string> en;
  for (const base::Text& label : labels) {
    vi.push_back(label.vi);
    en.push_back(label.en);
  }
  const bool same = vi == en;
  keys.emplace_back("labels", same ? toml_list(vi) : std::string());
  keys.emplace_back("labels_vi", same ? std::string() : toml_list(vi));
  keys.emplace_back("labels_en", same ? std::string() : toml_list(en));
}

void add_classification(TomlKeys& keys, const model::Classification& how) {
  const bool manual = how.method == model::BreakMethod::manual;
  keys.emplace_back("method", manual ? "" : toml_text(model::name_of(how.method)));
  keys.emplace_back("classes", std::to_string(how.classes));
  keys.emplace_back("breaks", manual ? toml_list(how.breaks) : "");
  keys.emplace_back("closed", how.closed_right ? toml_text("right") : "");
  keys.emplace_back("isolated", toml_list(how.isolated));
  keys.emplace_back("palette", toml_text(how.palette));
  keys.emplace_back("reversed", flag(how.reversed));
  keys.emplace_back("decimals", std::to_string(how.decimals));
}

/// All keys of a theme but its categories, second figure and mark.
TomlKeys theme_keys(const model::Theme& theme) {
  TomlKeys keys{{"id", toml_text(theme.id)}};
  add_bilingual(keys, "title", theme.title);
  add_bilingual(keys, "subtitle", theme.subtitle);
  add_bilingual(keys, "legend", theme.legend);
  keys.emplace_back("indicator", toml_text(theme.indicator));
  keys.emplace_back("kind", theme.kind == model::ThemeKind::value ? "" : toml_text(name_of(theme.kind)));
  add_classification(keys, theme.classification);
  add_labels(keys, theme.labels);
  keys.emplace_back("best_is_low", flag(theme.best_is_low));
  keys.emplace_back("areas", toml_list(theme.areas));
  add_bilingual(keys, "message", theme.message);
  return keys;
}

std::string category_block(const model::ThemeCategory& category) {
  TomlKeys keys{{"value", toml_text(category.value)}};
  add_bilingual(keys, "label", category.label);
  keys.emplace_back("fill", toml_text(model::to_hex(category.fill)));
  keys.emplace_back("hatch", category.hatch == model::Hatch::none ? "" : toml_text(name_of(category.hatch)));
  return "[[themes.categories]]\n" + toml_lines(keys);
}

std::string second_block(const model::SecondVariable& second) {
  TomlKeys keys{{"indicator", toml_text(second.indicator)}};
  add_bilingual(keys, "title", second.title);
  add_classification(keys, second.classification);
  return "[themes.second]\n" + toml_lines(keys);
}

std::string mark_block(const model::ThemeMark& mark) {
  const auto bound = [](double value) { return std::isnan(value) ? std::string() : toml_number(value); };
  TomlKeys keys{{"indicator", toml_text(mark.indicator)},
                {"at_least", bound(mark.at_least)},
                {"at_most", bound(mark.at_most)},
                {"words", toml_list(mark.words)},
                {"hatch", toml_text(name_of(mark.hatch))}};
  add_bilingual(keys, "label", mark.label);
  return "[themes.mark]\n" + toml_lines(keys);
}

std::string theme_block(const model::Theme& theme) {
  std::string out = "[[themes]]\n" + toml_lines(theme_keys(theme));
  if (theme.second) out += second_block(*theme.second);
  if (theme.mark) out += mark_block(*theme.mark);
  for (const model::ThemeCategory& category : theme.categories) out += category_block(category);
  return out;
}

/// The keys that differ.
TomlKeys changes(const TomlKeys& before, const TomlKeys& after) {
  TomlKeys out;
  for (const auto& [key, value] : before) {
    const bool kept =
        std::any_of(after.begin(), after.end(), [&](const auto& one) { return one.first == key; });
    if (!kept && !value.empty()) out.emplace_back(key, std::string());
  }
  for (const auto& one : after) {
    if (std::find(before.begin(), before.end(), one) == before.end()) out.push_back(one);
  }
  return out;
}

/// As the text of a project file has them.
std::vector<std::string> theme_ids(const std::string& content, const std::string& file) {
  std::vector<std::string> ids;
  for (const model::Theme& theme : parse_project(content, file).themes) ids.push_back(theme.id);
  return ids;
}

void patch_themes(ProjectPatch& patch, const model::Project& before, const model::Project& after) {
  for (const model::Theme& theme : before.themes) {
    if (after.find_theme(theme.id) == nullptr) patch.remove_entry("themes", theme.id);
  }
  for (const model::Theme& theme : after.themes) {
    const model::Theme* earlier = before.find_theme(theme.id);
    if (earlier == nullptr) {
      patch.append(theme_block(theme));
    } else if (earlier->categories != theme.categories || earlier->second != theme.second ||
               earlier->mark != theme.mark) {
      patch.remove_entry("themes", theme.id);
      patch.append(theme_block(theme));
    } else {
      patch.change_entry("themes", theme.id, changes(theme_keys(*earlier), theme_keys(theme)));
    }
  }
  std::vector<std::string> ids;
  for (const model::Theme& theme : after.themes) ids.push_back(theme.id);
  if (ids != theme_ids(patch.text(), after.file)) patch.order_entries("themes", ids);
}

/// One file as a text, several as a list.
std::string file_value(const std::vector<std::string>& files) {
  return files.size() == 1 ? toml_text(files.front()) : toml_list(files);
}

std::vector<std::string> files_of(const model::Boundaries& boundaries) {
  std::vector<std::string> files{boundaries.file};
  files.insert(files.end(), boundaries.more_files.begin(), boundaries.more_files.end());
  return files;
}

/// Files that were found again elsewhere.
void patch_paths(ProjectPatch& patch, const model::Project& before, const model::Project& after) {
  for (const model::Boundaries& one : after.boundaries) {
    const model::Boundaries* earlier = before.find_boundaries(one.id);
    if (earlier != nullptr && files_of(*earlier) != files_of(one))
      patch.change_entry("boundaries", one.id, {{"file", file_value(files_of(one))}});
  }
  for (const model::TableSource& one : after.tables) {
    const model::TableSource* earlier = before.find_table(one.id);
    if (earlier == nullptr) continue;
    if (earlier->files != one.files) patch.change_entry("tables", one.id, {{"file", file_value(one.files)}});
    for (const auto& [period, files] : one.by_period) {
      const auto was = earlier->by_period.find(period);
      if (was != earlier->by_period.end() && was->second != files)
        patch.change_below("tables", one.id, "by_period", {{period, file_value(files)}});
    }
  }
  for (const model::AreaSource& one : after.areas) {
    const model::AreaSource* earlier = before.find_areas(one.id);
    if (earlier != nullptr && earlier->file != one.file)
      patch.change_entry("areas", one.id, {{"file", toml_text(one.file)}});
  }
  for (const model::WeightSource& one : after.weights) {
    const model::WeightSource* earlier = before.find_weights(one.id);
    if (earlier != nullptr && earlier->file != one.file)
      patch.change_entry("weights", one.id, {{"file", toml_text(one.file)}});
  }
}

/// Relative where the file lies below the folder, or near it: what lies together is moved together.
std::string relative_to(const fs::path& folder, const std::string& path) {
  constexpr std::ptrdiff_t k_most_up = 2;
  const fs::path whole = fs::absolute(path).lexically_normal();
  const fs::path from = fs::absolute(folder).lexically_normal();
  const fs::path relative = whole.lexically_relative(from);
  const auto up = std::count(relative.begin(), relative.end(), fs::path(".."));
  const auto deep = std::distance(from.begin(), from.end());
  const bool near = up == 0 || (up <= k_most_up && up + 2 < deep);  // not by way of the root or of all homes
  return relative.empty() || !near ? whole.string() : relative.string();
}

/// With whole paths of boundaries and tables: those of a recovered project are relative to where it was kept.
model::Project with_whole_paths(const model::Project& project) {
  model::Project out = project;
  const auto make_whole = [&](std::string& path) { path = fs::absolute(resolve(project, path)).string(); };
  for (model::Boundaries& one : out.boundaries) make_whole(one.file);
  for (model::TableSource& one : out.tables) {
    for (std::string& file : one.files) make_whole(file);
  }
  return out;
}

TomlKeys head_keys(const model::Project& project) {
  TomlKeys keys;
  add_bilingual(keys, "title", project.title);
  keys.emplace_back("province", text_or_none(project.province));
  add_bilingual(keys, "place", project.place);
  add_bilingual(keys, "notice", project.notice);
  add_bilingual(keys, "source", project.source);
  keys.emplace_back("licence", text_or_none(project.licence));
  keys.emplace_back("crs", project.crs == model::k_source_crs ? "" : text_or_none(project.crs));
  keys.emplace_back("aliases", text_or_none(project.aliases));
  keys.emplace_back("edits", text_or_none(project.edits));
  return keys;
}

std::string boundaries_block(const model::Boundaries& one, const fs::path& folder) {
  TomlKeys keys{{"id", toml_text(one.id)}};
  add_bilingual(keys, "title", one.title);
  keys.insert(keys.end(), {{"file", toml_text(relative_to(folder, one.file))},
                           {"code", text_or_none(one.code)},
                           {"name", text_or_none(one.name)},
                           {"type", text_or_none(one.type)},
                           {"district", text_or_none(one.district)},
                           {"encoding", one.encoding == "auto" ? "" : toml_text(one.encoding)},
                           {"crs", text_or_none(one.crs)}});
  return "\n[[boundaries]]\n" + toml_lines(keys);
}

std::string table_block(const model::TableSource& one, const fs::path& folder) {
  std::vector<std::string> files;
  for (const std::string& file : one.files) files.push_back(relative_to(folder, file));
  const TomlKeys keys{{"id", toml_text(one.id)},
                      {"file", file_value(files)},
                      {"key", text_or_none(one.key)},
                      {"name", text_or_none(one.name)},
                      {"district", text_or_none(one.district)},
                      {"encoding", one.encoding == "auto" ? "" : toml_text(one.encoding)},
                      {"header_row", one.header_row == 0 ? "" : std::to_string(one.header_row)}};
  return "\n[[tables]]\n" + toml_lines(keys);
}

std::string indicator_block(const model::Indicator& one) {
  TomlKeys keys{{"id", toml_text(one.id)}};
  add_bilingual(keys, "title", one.title);
  add_bilingual(keys, "unit", one.unit);
  keys.insert(keys.end(), {{"table", text_or_none(one.table)},
                           {"field", text_or_none(one.field)},
                           {"words", flag(one.words)},
                           {"percent", flag(one.percent)},
                           {"decimals", std::to_string(one.decimals)}});
  return "\n[[indicators]]\n" + toml_lines(keys);
}

/// `file` is the project file that they are beside, `from` the project as it was before.
void write_names(model::Project& project, const std::vector<names::Alias>& names, const fs::path& file,
                 const model::Project& from) {
  if (project.aliases.empty())
    project.aliases = own_name(file, file.stem().string() + "_ten_da_xac_nhan", ".csv", from);
  write_text(resolve(project, project.aliases), names::format_aliases(names));
  project.confirmed_names.clear();
}

void write_edits(model::Project& project, const fs::path& file, const model::Project& from) {
  if (project.edits.empty() && project.value_edits.empty()) return;
  if (project.edits.empty())
    project.edits = own_name(file, file.stem().string() + "_so_lieu_sua", ".csv", from);
  write_text(resolve(project, project.edits), format_edits(project.value_edits));
}

void save_companions(model::Project& project, const fs::path& file) {
  const model::Project from = project;
  save_overlays(project);
  if (!project.confirmed_names.empty()) write_names(project, all_aliases(project), file, from);
  write_edits(project, file, from);
}

/// Of `from`, whose own stay as they are.
void save_companions_of_copy(model::Project& copy, const fs::path& file, const model::Project& from) {
  save_overlays(copy);
  if (const auto names = all_aliases(from); !names.empty()) write_names(copy, names, file, from);
  write_edits(copy, file, from);
}

}  // namespace

std::string patched_project(std::string_view content, const model::Project& before,
                            const model::Project& after) {
  ProjectPatch patch(content);
  patch_themes(patch, before, after);
  patch_paths(patch, before, after);
  patch_moved_paths(patch, before, after);
  patch.change_section("project", changes(head_keys(before), head_keys(after)));
  std::string out = patch.text();
  if (before.scenes != after.scenes) out = with_scenes(out, after.scenes);
  const model::Project again = parse_project(out, after.file);
  if (again.themes != after.themes || !same_paths(again, after) || again.scenes != after.scenes ||
      again.aliases != after.aliases || again.edits != after.edits) {
    throw Error(ErrorKind::data,
                text("{}: tệp đã bị sửa bên ngoài, không ghép được thay đổi",
                     "{}: the file was changed elsewhere, the changes do not fit in", {after.file}),
                text("Lưu thành tệp khác, hoặc mở lại dự án.", "Save as another file, or open it again."));
  }
  return out;
}

std::string project_text(const model::Project& project, const fs::path& file) {
  const fs::path folder = file.parent_path();
  std::string out = "[project]\n" + toml_lines(head_keys(project));
  const model::Project whole = with_whole_paths(project);
  for (const model::Boundaries& one : whole.boundaries) out += boundaries_block(one, folder);
  for (const model::TableSource& one : whole.tables) out += table_block(one, folder);
  for (const model::Indicator& one : project.indicators) out += indicator_block(one);
  for (const model::Theme& one : project.themes) out += "\n" + theme_block(one);
  return out + scenes_toml(project.scenes);
}

model::Project save_project(const model::Project& project, const model::Project* saved, const fs::path& file,
                            const std::optional<std::string>& as_read) {
  model::Project out = project;
  if (project.file.empty() || saved == nullptr) {
    out = with_whole_paths(project);
    out.folder = file.parent_path().string();
    save_companions(out, file);
    write_text(file, project_text(out, file));
    return read_project(file);
  }
  const auto content = read_text(project.file);
  if (!content) {
    throw Error(
        ErrorKind::not_found,
        text("tệp dự án không còn ở {}", "the project file is no longer at {}", {project.file}),
        text("Đưa tệp dự án về chỗ cũ (cả thư mục, nếu thư mục đã bị chuyển hay đổi tên) rồi lưu lại. "
             "Thay đổi vẫn còn trong cửa sổ này.",
             "Put the project file back where it was (with its folder, if that was moved or renamed) and "
             "save again. The changes are still in this window."));
  }
  if (is_same_file(file, project.file)) {
    save_companions(out, file);
  } else {
    out = copied_project(project, file);
    save_companions_of_copy(out, file, project);
  }
  out.file = file.string();
  write_text(file, patched_project(as_read ? *as_read : *content, *saved, out));
  return out;
}

}  // namespace ntmap::app
