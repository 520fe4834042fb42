#include <imgui.h>

#include <filesystem>
#include <utility>

#include "app/desk/unit_table.hpp"
#include "ui/actions.hpp"
#include "ui/file_dialog.hpp"
#include "ui/ground_tables.hpp"
#include "ui/map_canvas.hpp"
#include "ui/save_as.hpp"

namespace ntmap::ui {
namespace {

namespace fs = std::filesystem;
using base::text;

bool has_project(const Desk& desk) {
  return desk.session.project() != nullptr;
}
bool has_map(const Desk& desk) {
  return desk.session.map() != nullptr;
}

void open(Desk& desk) {
  desk.files.open({.title = text("Mở tệp", "Open a file"),
                   .kinds = app::kinds_to_open(),
                   .chosen = [](Desk& then, const std::string& path) { then.view.open_paths = {path}; }});
}

void copy_picture(Desk& desk) {
  desk.command(app::CopyPicture{desk.view.lang, seen_focus(desk), desk.view.settings.unit_names});
}

/// With its folder, for several projects may have files of one name.
void list_recent(Desk& desk) {
  for (const std::string& file : desk.view.settings.recent) {
    const fs::path path(file);
    const std::string folder = path.parent_path().string();
    if (ImGui::MenuItem((path.filename().string() + "##" + file).c_str(), folder.c_str()))
      desk.view.open_paths = {file};
  }
}

void save_as(Desk& desk) {
  ask_where_to_save(desk, [](Desk& then, const std::string& path) { then.command(app::SaveProject{path}); });
}

void save(Desk& desk) {
  if (desk.session.project()->file.empty()) return save_as(desk);
  desk.command(app::SaveProject{});
}

/// The rows of the selection, or of all units when nothing is selected, with every column.
void export_table(Desk& desk) {
  desk.files.save({.title = text("Xuất bảng số liệu (.xlsx .csv)", "Export the attribute table (.xlsx .csv)"),
                   .kinds = app::kinds_to_save(text("Bảng số liệu", "Tables"), {".xlsx", ".csv"}),
                   .suggested = "bang_so_lieu.xlsx",
                   .chosen = [](Desk& then, const std::string& path) {
                     const auto content = then.session.desk();
                     if (!content) return;
                     const app::TableView view{.only_selected = !then.view.selection.empty()};
                     const auto rows =
                         app::table_rows(content->table, view, then.view.selection, then.view.lang);
                     then.command(app::ExportTable{content, view, rows.units, path, then.view.lang});
                   }});
}

}  // namespace

void add_file_actions(std::vector<Action>& actions) {
  actions.push_back({.id = "file.open",
                     .menu = Menu::file,
                     .name = text("Mở…", "Open…"),
                     .keys = {'O', true},
                     .run = open});
  actions.push_back({.id = "file.recent",
                     .menu = Menu::file,
                     .name = text("Mở gần đây", "Open recent"),
                     .enabled = [](const Desk& desk) { return !desk.view.settings.recent.empty(); },
                     .submenu = list_recent});
  actions.push_back({.id = "file.join",
                     .menu = Menu::file,
                     .name = text("Ghép ranh giới với bảng…", "Join boundaries and a table…"),
                     .keys = {'J', true},
                     .run = [](Desk& desk) { desk.view.popup = Popup::join; }});
  actions.push_back({.id = "file.save",
                     .menu = Menu::file,
                     .name = text("Lưu", "Save"),
                     .keys = {'S', true},
                     .run = save,
                     .enabled = has_project,
                     .line_before = true});
  actions.push_back({.id = "file.save_as",
                     .menu = Menu::file,
                     .name = text("Lưu thành…", "Save as…"),
                     .keys = {'S', true, true},
                     .run = save_as,
                     .enabled = has_project});
  const auto anything_to_recover = [](const Desk& desk) { return desk.session.recovered() != nullptr; };
  actions.push_back({.id = "file.recover",
                     .name = text("Khôi phục thay đổi chưa lưu", "Recover unsaved changes"),
                     .run = [](Desk& desk) { desk.command(app::Recover{}); },
                     .enabled = anything_to_recover});
  actions.push_back({.id = "file.forget",
                     .name = text("Bỏ thay đổi chưa lưu", "Discard unsaved changes"),
                     .run = [](Desk& desk) { desk.command(app::ForgetRecovered{}); },
                     .enabled = anything_to_recover});
  actions.push_back({.id = "file.recover_later",
                     .name = text("Để lần mở sau mới hỏi về bản dự phòng", "Ask about the backup next time"),
                     .run = [](Desk& desk) { desk.command(app::RecoverLater{}); },
                     .enabled = anything_to_recover});
  actions.push_back({.id = "file.export",
                     .menu = Menu::file,
                     .name = text("Xuất bản đồ…", "Export the map…"),
                     .keys = {'E', true},
                     .run = [](Desk& desk) { desk.view.popup = Popup::exporting; },
                     .enabled = has_map,
                     .line_before = true});
  actions.push_back({.id = "file.copy_picture",
                     .menu = Menu::file,
                     .name = text("Sao chép ảnh bản đồ", "Copy the map as a picture"),
                     .keys = {'C', true, true},
                     .run = copy_picture,
                     .enabled = has_map});
  actions.push_back({.id = "file.export_table",
                     .menu = Menu::file,
                     .name = text("Xuất bảng số liệu…", "Export the attribute table…"),
                     .keys = {'E', true, true},
                     .run = export_table,
                     .enabled = [](const Desk& desk) { return desk.session.desk() != nullptr; }});
  actions.push_back(
      {.id = "file.export_areas",
       .menu = Menu::file,
       .name = text("Xuất diện tích theo vùng…", "Export what areas cover…"),
       .run = ask_area_export,
       .enabled = [](const Desk& desk) { return desk.session.areas() && desk.session.areas()->report; }});
  actions.push_back({.id = "data.check",
                     .menu = Menu::file,
                     .name = text("Kiểm tra số liệu", "Check the data"),
                     .keys = {'K'},
                     .run =
                         [](Desk& desk) {
                           desk.command(app::CheckData{});
                           desk.view.show_bottom = true;
                           desk.view.bring_up = "quality";
                         },
                     .enabled = has_map,
                     .line_before = true});
  actions.push_back({.id = "file.quit",
                     .menu = Menu::file,
                     .name = text("Thoát", "Quit"),
                     .keys = {'Q', true},
                     .run = [](Desk& desk) { desk.view.quit = true; },
                     .line_before = true});
}

}  // namespace ntmap::ui
