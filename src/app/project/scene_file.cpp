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
  toml += "\n[[scenes]]\n";
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
  for (const model::SceneAnnotation& annotation : scene.annotations) {
    toml += "[[scenes.annotations]]\n";
    add(toml, "unit", annotation.unit);
    add(toml, "text", annotation.text);
  }
}

/// Follows TOML line by line as far as needed to know where a section starts: inside strings of several
/// lines nothing starts.
class SectionLines {
 public:
  /// True when the line belongs to [[scenes]] or to something below it.
  bool of_scenes(std::string_view line) {
    if (m_open.empty() && starts_section(line)) m_scenes = names_scenes(line);
    follow_strings(line);
    return m_scenes;
  }

 private:
  static std::string_view trimmed(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : line.substr(first);
  }
  bool starts_section(std::string_view line) {
    line = trimmed(line);
    // A line of a list that goes over several lines may start with a bracket as well.
    return line.starts_with('[') && m_depth == 0;
  }
  static bool names_scenes(std::string_view line) {
    line = trimmed(line);
    while (line.starts_with('[') || line.starts_with(' ')) line.remove_prefix(1);
    return line.starts_with("scenes") && line.size() > 6 &&
           (line[6] == ']' || line[6] == '.' || line[6] == ' ');
  }
  void follow_strings(std::string_view line) {
    const bool section = m_open.empty() && m_depth == 0 && trimmed(line).starts_with('[');
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (!m_open.empty()) {
        if (m_open[0] == '"' && line[i] == '\\') {
          ++i;
        } else if (line.substr(i).starts_with(m_open)) {
          i += m_open.size() - 1;
          m_open.clear();
        }
      } else if (line[i] == '#') {
        break;
      } else if (line[i] == '"' || line[i] == '\'') {
        const std::string three(3, line[i]);
        m_open = line.substr(i).starts_with(three) ? three : std::string(1, line[i]);
        i += m_open.size() - 1;
      } else if (!section && line[i] == '[') {
        ++m_depth;
      } else if (!section && line[i] == ']') {
        --m_depth;
      }
    }
    if (m_open.size() == 1) m_open.clear();  // such a string ends with its line
  }

  bool m_scenes = false;
  int m_depth = 0;
  std::string m_open;  // the quotes that end the string we are in
};

/// A line that says nothing to the reader: empty, or a comment.
bool is_remark(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || line[first] == '#';
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

std::string scenes_toml(std::span<const model::Scene> scenes) {
  std::string toml;
  for (const model::Scene& scene : scenes) add_scene(toml, scene);
  return toml;
}

std::string with_scenes(std::string_view toml, std::span<const model::Scene> scenes) {
  std::string kept;
  std::string remarks;  // above the heading of what follows the scenes, so far
  SectionLines lines;
  while (!toml.empty()) {
    const std::size_t end = std::min(toml.find('\n'), toml.size() - 1) + 1;
    const std::string_view line = toml.substr(0, end);
    if (!lines.of_scenes(line)) {
      const bool parted = kept.empty() || kept.ends_with("\n\n");
      while (parted && remarks.starts_with('\n')) remarks.erase(0, 1);
      kept += std::exchange(remarks, {});
      kept += line;
    } else if (is_remark(line)) {
      remarks += line;
    } else {
      remarks.clear();
    }
    toml.remove_prefix(end);
  }
  while (kept.ends_with("\n\n")) kept.pop_back();
  if (!kept.empty() && !kept.ends_with('\n')) kept += '\n';
  return kept + scenes_toml(scenes);
}

}  // namespace ntmap::app
