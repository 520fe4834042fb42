#include "app/project/disk_state.hpp"

#include "app/project/project_file.hpp"
#include "app/project/text_file.hpp"

namespace ntmap::app {

DiskState disk_state_of(const model::Project& project) {
  DiskState state;
  if (project.file.empty()) return state;
  state.project = read_text(project.file);
  if (!project.edits.empty()) state.edits = read_text(resolve(project, project.edits));
  return state;
}

}  // namespace ntmap::app
