#include "ui/save_as.hpp"

#include <utility>

#include "app/data/file_kinds.hpp"
#include "app/project/plain_name.hpp"
#include "ui/file_dialog.hpp"

namespace ntmap::ui {

using base::text;

void ask_where_to_save(Desk& desk, std::function<void(Desk&, const std::string&)> chosen,
                       std::function<void(Desk&)> cancelled) {
  desk.files.save({.title = text("Lưu dự án", "Save the project"),
                   .kinds = app::kinds_to_save(text("Dự án", "Projects"), {".toml"}),
                   .suggested = app::free_project_name(*desk.session.project(), desk.files.folder()),
                   .ending = ".toml",
                   .chosen = std::move(chosen),
                   .cancelled = std::move(cancelled)});
}

}  // namespace ntmap::ui
