#include "app/project/thresholds.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "app/programme/assessment.hpp"
#include "app/project/project_file.hpp"
#include "app/project/text_file.hpp"
#include "criteria/decimal.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorKind;
using base::text;

std::string threshold_value(const std::string& words) {
  return criteria::Decimal::parse(words) ? words : toml_text(words);
}

TomlKeys row_keys(const ThresholdChange& change) {
  TomlKeys keys{{"indicator", toml_text(change.indicator)}};
  if (!change.part.empty()) keys.emplace_back("value", toml_text(change.part));
  if (change.year != 0) keys.emplace_back("year", std::to_string(change.year));
  keys.emplace_back("from", change.from);
  keys.emplace_back("to", change.to);
  for (const auto& [column, words] : change.values) keys.emplace_back(column, threshold_value(words));
  return keys;
}

model::ChangedText& overlay_to_change(model::Project& project, const std::string& overlay) {
  auto& changed = project.criteria->changed_overlays;
  const auto found = changed.find(overlay);
  if (found != changed.end()) return found->second;
  const std::string content = overlay_content(project, overlay);
  return changed.emplace(overlay, model::ChangedText{content, content}).first->second;
}

/// A name beside the project file that no file has: "hatinh_nguong.toml".
std::string free_overlay_name(const model::Project& project) {
  const std::string stem =
      (project.file.empty() ? fs::path("du_an") : fs::path(project.file)).stem().string();
  std::error_code ignored;
  for (int number = 1;; ++number) {
    std::string name = stem + "_nguong" + (number == 1 ? "" : "_" + std::to_string(number)) + ".toml";
    const bool named = project.criteria->changed_overlays.contains(name);
    if (!named && !fs::exists(resolve(project, name), ignored)) return name;
  }
}

std::string make_overlay(model::Project& project, const std::string& document) {
  if (document.empty()) {
    throw Error(ErrorKind::usage,
                text("Chưa ghi văn bản quy định ngưỡng", "No document is named that lays the threshold down"),
                text("Ghi số và tên quyết định của tỉnh.", "Write the number and name of the decision."));
  }
  std::string name = free_overlay_name(project);
  project.criteria->overlays.push_back(name);
  const std::string id = fs::path(name).stem().string();
  project.criteria->changed_overlays[name] = {new_overlay(id, project.criteria->province_code, document), ""};
  return name;
}

/// An empty text where there is no file.
std::string on_disk(const model::Project& project, const std::string& overlay) {
  return read_text(resolve(project, overlay)).value_or(std::string());
}

}  // namespace

model::Project with_threshold(const model::Project& project, const ThresholdChange& change) {
  model::Project out = project;
  if (!out.criteria) return out;
  const auto& old = change.replaces;
  const bool in_place = old && !change.values.empty() && old->overlay == change.overlay;
  if (old) {
    std::string& toml = overlay_to_change(out, old->overlay).text;
    toml = in_place ? with_row_replaced(toml, old->row, row_keys(change)) : with_row_removed(toml, old->row);
  }
  if (!in_place && !change.values.empty()) {
    const std::string overlay = change.overlay.empty() ? make_overlay(out, change.document) : change.overlay;
    std::string& toml = overlay_to_change(out, overlay).text;
    toml = with_row_added(toml, change.set, row_keys(change));
  }
  load_rulebook(out);  // refuses what the file could not say
  return out;
}

std::optional<Error> threshold_refusal(const model::Project& project, const ThresholdChange& change) {
  try {
    with_threshold(project, change);
    return std::nullopt;
  } catch (const Error& error) {
    return error;
  }
}

bool same_thresholds(const model::Project& a, const model::Project& b) {
  if (!a.criteria || !b.criteria) return a.criteria.has_value() == b.criteria.has_value();
  if (a.criteria->overlays != b.criteria->overlays) return false;
  const auto content = [](const model::Project& project, const std::string& overlay) {
    const auto found = project.criteria->changed_overlays.find(overlay);
    return found == project.criteria->changed_overlays.end() ? nullptr : &found->second.text;
  };
  return std::all_of(a.criteria->overlays.begin(), a.criteria->overlays.end(),
                     [&](const std::string& overlay) {
                       const std::string* one = content(a, overlay);
                       const std::string* other = content(b, overlay);
                       return one == other || (one != nullptr && other != nullptr && *one == *other);
                     });
}

std::string overlay_content(const model::Project& project, const std::string& overlay) {
  const auto& changed = project.criteria->changed_overlays;
  if (const auto found = changed.find(overlay); found != changed.end()) return found->second.text;
  const std::string file = resolve(project, overlay);
  auto content = read_text(file);
  if (!content)
    throw Error(ErrorKind::not_found, text("không mở được tệp {}", "cannot open {}", {file}),
                text("Kiểm tra đường dẫn và quyền đọc.", "Check the path and the permission to read."));
  return *std::move(content);
}

void save_overlays(model::Project& project) {
  if (!project.criteria) return;
  auto& changed = project.criteria->changed_overlays;
  for (const auto& [overlay, content] : changed) {
    if (content.text == content.was) continue;
    const std::string now = on_disk(project, overlay);
    if (now == content.was || now == content.text) continue;
    throw Error(ErrorKind::data,
                text("{}: tệp ngưỡng đã bị sửa bên ngoài, không ghi đè",
                     "{}: the file of thresholds was changed elsewhere, it is not replaced",
                     {resolve(project, overlay)}),
                text("Lưu thành tệp khác ở thư mục khác, hoặc mở lại dự án.",
                     "Save as another file in another folder, or open the project again."));
  }
  for (auto& [overlay, content] : changed) {
    if (content.text != content.was) write_text(resolve(project, overlay), content.text);
    content.was = content.text;
  }
}

void follow_saved_overlays(model::Project& other, const model::Project& before, const model::Project& saved) {
  if (!other.criteria || !before.criteria || !saved.criteria) return;
  auto& changed = other.criteria->changed_overlays;
  for (const auto& [overlay, content] : saved.criteria->changed_overlays) {
    const auto& names = other.criteria->overlays;
    if (std::find(names.begin(), names.end(), overlay) == names.end()) continue;
    const auto old = before.criteria->changed_overlays.find(overlay);
    const bool as_on_disk = old != before.criteria->changed_overlays.end();
    const auto own = changed.find(overlay);
    if (own != changed.end())
      own->second.was = content.text;
    else if (as_on_disk)
      changed[overlay] = {old->second.was, content.text};
  }
}

}  // namespace ntmap::app
