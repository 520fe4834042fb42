#include "app/project_inputs.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "app/project_file.hpp"
#include "base/sha256.hpp"
#include "io/source_path.hpp"

namespace ntmap::app {
namespace {

namespace fs = std::filesystem;

class Inputs {
 public:
  explicit Inputs(const model::Project& project) : m_project(project) {}

  void add(const std::string& path) {
    if (path.empty()) return;
    const fs::path file = io::split_source(resolve(m_project, path)).path;
    const std::string suffix = resolve(m_project, path).substr(file.string().size());  // ":layer"
    const fs::path written = path.substr(0, path.size() - suffix.size());
    m_paths.insert(written.generic_string());
    if (io::extension_of(file) != ".shp") return;
    for (const char* part : {".dbf", ".shx", ".prj", ".cpg"}) {
      const fs::path beside = io::sibling(file, part);
      if (!beside.empty()) m_paths.insert((written.parent_path() / beside.filename()).generic_string());
    }
  }
  void add(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) add(path);
  }

  std::vector<ProjectInput> hashed() const {
    std::vector<ProjectInput> out;
    for (const std::string& path : m_paths) out.push_back({path, {}});
    out.insert(out.begin(), {fs::path(m_project.file).filename().string(), {}});
    std::erase_if(out, [&](ProjectInput& input) {
      std::ifstream stream(resolve(m_project, input.path), std::ios::binary);
      if (!stream) return true;
      input.sha256 = base::sha256_hex(std::string{std::istreambuf_iterator<char>(stream), {}});
      return false;
    });
    return out;
  }

 private:
  const model::Project& m_project;
  std::set<std::string> m_paths;
};

}  // namespace

std::vector<ProjectInput> project_inputs(const model::Project& project) {
  Inputs inputs(project);
  inputs.add(project.aliases);
  for (const model::Boundaries& boundaries : project.boundaries) inputs.add(boundaries.file);
  for (const model::TableSource& table : project.tables) {
    inputs.add(table.files);
    for (const auto& [period, file] : table.by_period) inputs.add(file);
  }
  if (project.criteria) {
    inputs.add(project.criteria->figures);
    inputs.add(project.criteria->sets);
    inputs.add(project.criteria->overlays);
  }
  if (project.programme) {
    const model::Programme& known = *project.programme;
    for (const std::string* file : {&known.rules, &known.recognitions, &known.exclusions, &known.traits,
                                    &known.departments, &known.sponsors, &known.products, &known.targets})
      inputs.add(*file);
  }
  return inputs.hashed();
}

}  // namespace ntmap::app
