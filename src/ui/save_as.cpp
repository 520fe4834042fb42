#include "ui/save_as.hpp"

#include <filesystem>
#include <utility>

#include "ui/file_dialog.hpp"

namespace ntmap::ui {

using base::text;

std::string name_for(const model::Project& project, const char* extension) {
  const std::filesystem::path file = project.file.empty() ? "du_an.toml" : project.file;
  return file.stem().string() + extension;
}

void ask_where_to_save(Desk& desk, std::function<void(Desk&, const std::string&)> chosen,
                       std::function<void(Desk&)> cancelled) {
  desk.files.save({.title = text("Lưu dự án", "Save the project"),
                   .kinds = app::kinds_to_save(text("Dự án", "Projects"), {".toml"}),
                   .suggested = name_for(*desk.session.project(), ".toml"),
                   .ending = ".toml",
                   .chosen = std::move(chosen),
                   .cancelled = std::move(cancelled)});
}

}  // namespace ntmap::ui
