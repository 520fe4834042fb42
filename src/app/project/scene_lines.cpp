#include "app/project/scene_lines.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "app/project/config_section.hpp"
#include "app/project/scene_file.hpp"
#include "base/error.hpp"

namespace ntmap::app {
namespace {

std::string_view without_indent(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

/// Empty, or a remark.
bool says_nothing(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos || line[first] == '#';
}

/// Follows TOML line by line as far as needed to know where a section starts: inside strings and lists of
/// several lines nothing starts.
class TomlLines {
 public:
  /// Takes the next line; true when it goes on with a value of the lines before.
  bool goes_on(std::string_view line) {
    const bool inside = !m_open.empty() || m_depth > 0;
    const bool heading = !inside && without_indent(line).starts_with('[');
    follow(line, heading);
    return inside;
  }

  /// Where the remark behind the value of a line begins; its end where there is none.
  static std::size_t remark_in(std::string_view line) {
    TomlLines lines;
    lines.follow(line, without_indent(line).starts_with('['));
    return lines.m_remark;
  }

 private:
  void follow(std::string_view line, bool heading) {
    m_remark = line.size();
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (!m_open.empty()) {
        i = follow_string(line, i);
      } else if (line[i] == '#') {
        m_remark = i;
        break;
      } else if (line[i] == '"' || line[i] == '\'') {
        const std::string three(3, line[i]);
        m_open = line.substr(i).starts_with(three) ? three : std::string(1, line[i]);
        i += m_open.size() - 1;
      } else if (!heading && line[i] == '[') {
        ++m_depth;
      } else if (!heading && line[i] == ']') {
        --m_depth;
      }
    }
    if (m_open.size() == 1) m_open.clear();  // such a string ends with its line
  }

  /// Within a string; returns the last character that was looked at.
  std::size_t follow_string(std::string_view line, std::size_t i) {
    if (m_open[0] == '"' && line[i] == '\\') return i + 1;
    if (!line.substr(i).starts_with(m_open)) return i;
    i += m_open.size() - 1;
    m_open.clear();
    return i;
  }

  int m_depth = 0;
  std::string m_open;  // the quotes that end the string we are in
  std::size_t m_remark = 0;
};

/// Each line with its end; calls use(line, whether it goes on with a value).
template <class Use>
void for_each_line(std::string_view toml, const Use& use) {
  TomlLines lines;
  while (!toml.empty()) {
    const std::size_t end = std::min(toml.find('\n'), toml.size() - 1) + 1;
    const std::string_view line = toml.substr(0, end);
    use(line, lines.goes_on(line));
    toml.remove_prefix(end);
  }
}

/// What a heading names: "scenes", "scenes.annotations"; empty for other lines.
std::string_view heading_of(std::string_view line) {
  line = without_indent(line);
  if (!line.starts_with('[')) return {};
  line.remove_prefix(std::min(line.find_first_not_of("[ \t"), line.size()));
  return line.substr(0, line.find_first_of("] \t"));
}

/// One [[scenes]] section of the text.
struct SceneBlock {
  std::string above;  // remarks and empty lines before its heading
  std::string lines;  // from the heading on, with those of its annotations
  std::optional<model::Scene> scene;
};

/// A project file: what comes before its scenes, the scenes, and all else.
struct SceneText {
  std::string before;
  std::vector<SceneBlock> scenes;
  std::string after;
};

/// Takes away all up to the last empty line: above the first scene, remarks that are of all scenes.
std::string taken_before_last_gap(std::string& remarks) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < remarks.size();) {
    const std::size_t next = std::min(remarks.find('\n', at), remarks.size() - 1) + 1;
    if (remarks.find_first_not_of(" \t\r\n", at) >= next) end = next;
    at = next;
  }
  std::string taken = remarks.substr(0, end);
  remarks.erase(0, end);
  return taken;
}

SceneText parted(std::string_view toml) {
  SceneText out;
  std::string remarks;
  bool in_scenes = false;
  for_each_line(toml, [&](std::string_view line, bool goes_on) {
    const std::string_view heading = goes_on ? std::string_view() : heading_of(line);
    if (!heading.empty()) in_scenes = heading == "scenes" || heading.starts_with("scenes.");
    if (!goes_on && says_nothing(line)) {
      remarks += line;
    } else if (heading == "scenes") {
      if (out.scenes.empty()) out.before += taken_before_last_gap(remarks);
      out.scenes.push_back({std::exchange(remarks, {}), std::string(line), {}});
    } else if (in_scenes && !out.scenes.empty()) {
      out.scenes.back().lines += std::exchange(remarks, {}) + std::string(line);
    } else {
      std::string& rest = out.scenes.empty() ? out.before : out.after;
      rest += std::exchange(remarks, {}) + std::string(line);
    }
  });
  (out.scenes.empty() ? out.before : out.after) += remarks;
  return out;
}

std::optional<model::Scene> scene_in(const std::string& lines) {
  try {
    ConfigSection root = ConfigSection::from_text(lines, {});
    const std::vector<model::Scene> scenes = read_scenes(root);
    if (scenes.size() == 1) return scenes.front();
  } catch (const base::Error&) {
    return std::nullopt;  // the file as a whole is refused elsewhere
  }
  return std::nullopt;
}

/// The lines of one scene by what they set, "2 unit" being the second annotation's unit.
class LineNames {
 public:
  std::string of(std::string_view line) {
    if (const std::string_view heading = heading_of(line); !heading.empty()) {
      m_section += heading == "scenes" ? 0 : 1;
      return std::to_string(m_section);
    }
    line = without_indent(line);
    return std::to_string(m_section) + " " + std::string(line.substr(0, line.find_first_of(" \t=")));
  }

 private:
  int m_section = 0;
};

/// A line of a scene as it was.
struct OldLine {
  std::string above;  // remarks
  std::string line;
};

/// The scene's lines anew, with the remarks of its old ones.
std::string with_remarks(const std::string& old, const std::string& fresh) {
  std::map<std::string, OldLine> before;
  std::string remarks;
  LineNames old_names;
  for_each_line(old, [&](std::string_view line, bool goes_on) {
    if (goes_on) return;
    if (says_nothing(line))
      remarks += line;
    else
      before[old_names.of(line)] = {std::exchange(remarks, {}), std::string(line)};
  });
  std::string out;
  LineNames names;
  for_each_line(fresh, [&](std::string_view line, bool) {
    const auto found = before.extract(names.of(line));
    if (found.empty()) {
      out += line;
      return;
    }
    const OldLine& was = found.mapped();
    const std::string_view said = line.substr(0, line.find('\n'));
    const std::size_t remark = TomlLines::remark_in(was.line);
    out += was.above;
    if (was.line.starts_with(said) && says_nothing(std::string_view(was.line).substr(said.size())))
      out += was.line;
    else if (remark < was.line.size())
      out += std::string(said) + "  " + was.line.substr(remark);
    else
      out += line;
  });
  for (const auto& [name, gone] : before) out += gone.above;
  return out + remarks;
}

void part_by_empty_line(std::string& text) {
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
}

}  // namespace

std::string with_scenes(std::string_view toml, std::span<const model::Scene> scenes) {
  SceneText old = parted(toml);
  for (SceneBlock& block : old.scenes) block.scene = scene_in(block.lines);
  std::string out = std::move(old.before);
  while (out.ends_with("\n\n")) out.pop_back();
  for (const model::Scene& scene : scenes) {
    const auto was = std::find_if(old.scenes.begin(), old.scenes.end(), [&](const SceneBlock& block) {
      return block.scene && block.scene->id == scene.id;
    });
    if (was == old.scenes.end()) {
      part_by_empty_line(out);
      out += scene_toml(scene);
      continue;
    }
    if (!was->above.starts_with('\n') && !was->above.starts_with("\r\n")) part_by_empty_line(out);
    if (!out.empty() && !out.ends_with('\n')) out += '\n';
    out += was->above + (*was->scene == scene ? was->lines : with_remarks(was->lines, scene_toml(scene)));
  }
  if (old.after.empty()) return out;
  if (!old.after.starts_with('\n') && !old.after.starts_with("\r\n")) part_by_empty_line(out);
  return out + old.after;
}

}  // namespace ntmap::app
