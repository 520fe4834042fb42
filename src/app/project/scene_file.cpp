#include "app/project/scene_file.hpp"

#include <fmt/format.h>

#include <set>
#include <utility>

#include "app/project/toml_text.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

using base::text;

constexpr int k_longest_seconds = 4 * 3600;
constexpr int k_least_text_size = 24;  // of 1,080 lines: the meeting style's own
constexpr int k_most_text_size = 60;   // beyond it a sheet holds little but words

std::optional<base::Box> read_extent(ConfigSection& section) {
  const std::vector<double> sides = section.numbers("extent");
  if (sides.empty()) return std::nullopt;
  if (sides.size() != 4 || !(sides[0] < sides[2]) || !(sides[1] < sides[3])) {
    throw section.error("extent", text("phải là [x nhỏ, y nhỏ, x lớn, y lớn] theo hệ tọa độ của bản đồ",
                                       "must be [x min, y min, x max, y max] in the map's coordinates"));
  }
  return base::Box{sides[0], sides[1], sides[2], sides[3]};
}

model::SceneAnnotation read_annotation(ConfigSection section) {
  model::SceneAnnotation out;
  out.unit = section.required_text("unit");
  out.text = section.bilingual("text");
  if (out.text.empty()) throw section.error("text", text("thiếu lời ghi", "the remark is missing"));
  section.finish();
  return out;
}

model::Scene read_scene(ConfigSection& section) {
  model::Scene out;
  out.id = section.required_text("id");
  out.title = section.bilingual("title");
  out.theme = section.text("theme");
  out.period = section.text("period");
  out.district = section.text("district");
  out.unit = section.text("unit");
  out.extent = read_extent(section);
  if (int{!out.district.empty()} + int{!out.unit.empty()} + int{out.extent.has_value()} > 1) {
    throw section.error("extent", text("chỉ ghi một trong “district”, “unit”, “extent”",
                                       "give only one of “district”, “unit”, “extent”"));
  }
  out.selection = section.texts("selection");
  for (ConfigSection& row : section.tables("annotations")) out.annotations.push_back(read_annotation(row));
  out.caption = section.bilingual("caption");
  out.notes = section.bilingual("notes");
  out.due = section.date("due");
  out.seconds = section.integer("seconds", 0);
  if (out.seconds < 0 || out.seconds > k_longest_seconds) {
    throw section.error("seconds", text("phải từ 0 đến {}", "must be 0 to {}", {k_longest_seconds}));
  }
  out.text_size = section.integer("text_size", 0);
  if (out.text_size != 0 && (out.text_size < k_least_text_size || out.text_size > k_most_text_size)) {
    throw section.error("text_size",
                        text("phải từ {} đến {}", "must be {} to {}", {k_least_text_size, k_most_text_size}));
  }
  section.finish();
  return out;
}

void add(std::string& toml, std::string_view key, const std::string& value) {
  if (!value.empty()) toml += fmt::format("{} = {}\n", key, toml_text(value));
}

void add(std::string& toml, std::string_view key, const base::Text& value) {
  if (value.empty()) return;
  if (value.vi == value.en) {
    add(toml, key, value.vi);
  } else {
    add(toml, std::string(key) + "_vi", value.vi);
    add(toml, std::string(key) + "_en", value.en);
  }
}

void add_scene(std::string& toml, const model::Scene& scene) {
  toml += "[[scenes]]\n";
  add(toml, "id", scene.id);
  add(toml, "title", scene.title);
  add(toml, "theme", scene.theme);
  add(toml, "period", scene.period);
  add(toml, "district", scene.district);
  add(toml, "unit", scene.unit);
  if (scene.extent) {
    const base::Box& box = *scene.extent;
    toml += fmt::format("extent = [{}, {}, {}, {}]\n", box.min_x, box.min_y, box.max_x, box.max_y);
  }
  if (!scene.selection.empty()) {
    toml += "selection = [";
    for (std::size_t i = 0; i < scene.selection.size(); ++i)
      toml += (i > 0 ? ", " : "") + toml_text(scene.selection[i]);
    toml += "]\n";
  }
  add(toml, "caption", scene.caption);
  add(toml, "notes", scene.notes);
  if (!scene.due.empty()) toml += fmt::format("due = {}\n", scene.due);
  if (scene.seconds > 0) toml += fmt::format("seconds = {}\n", scene.seconds);
  if (scene.text_size > 0) toml += fmt::format("text_size = {}\n", scene.text_size);
  for (const model::SceneAnnotation& annotation : scene.annotations) {
    toml += "[[scenes.annotations]]\n";
    add(toml, "unit", annotation.unit);
    add(toml, "text", annotation.text);
  }
}

}  // namespace

std::vector<model::Scene> read_scenes(ConfigSection& root) {
  std::vector<model::Scene> scenes;
  std::set<std::string> ids;
  for (ConfigSection& section : root.tables("scenes")) {
    model::Scene scene = read_scene(section);
    if (!ids.insert(scene.id).second)
      throw section.error("id", text("mã “{}” đã dùng rồi", "id “{}” is used twice", {scene.id}));
    scenes.push_back(std::move(scene));
  }
  return scenes;
}

std::string scene_toml(const model::Scene& scene) {
  std::string toml;
  add_scene(toml, scene);
  return toml;
}

std::string scenes_toml(std::span<const model::Scene> scenes) {
  std::string toml;
  for (const model::Scene& scene : scenes) {
    toml += '\n';
    add_scene(toml, scene);
  }
  return toml;
}

}  // namespace ntmap::app
