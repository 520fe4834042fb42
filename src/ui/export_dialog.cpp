#include "ui/export_dialog.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "app/project/settings.hpp"
#include "app/project/text_file.hpp"
#include "ui/dialog.hpp"
#include "ui/file_dialog.hpp"
#include "ui/map_canvas.hpp"
#include "ui/widgets.hpp"
#include "ui/window.hpp"

namespace ntmap::ui {
namespace {

namespace fs = std::filesystem;
using app::ExportFormat;
using base::text;

constexpr double k_least_preview = 160;  // pixels wide, at scale 1
constexpr int k_preview_width = 640;
constexpr int k_preview_height = 420;
constexpr std::array<const char*, 8> k_sizes{"1280x720",    "1920x1080", "3840x2160", "A4",
                                             "A4-portrait", "A3",        "A1",        "A0"};

fs::path kept_choice_file() {
  return app::settings_file().parent_path() / "export.toml";
}

bool is_picture(ExportFormat format) {
  return format == ExportFormat::png || format == ExportFormat::pdf || format == ExportFormat::svg;
}
bool is_raster(ExportFormat format) {
  return format == ExportFormat::geotiff || format == ExportFormat::geotiff_zip;
}
bool has_shapes(ExportFormat format) {
  return is_raster(format) || format == ExportFormat::geojson || format == ExportFormat::gpkg;
}

void label(const std::string& words) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(words.c_str());
}

}  // namespace

ExportDialog::ExportDialog() : m_jobs(&Window::wake) {}

std::string ExportDialog::path() const {
  return (fs::path(m_choice.folder) / m_name).string();
}

/// Each opening starts with what was chosen last, for the map that is shown now.
void ExportDialog::start(Desk& desk) {
  if (!m_loaded) m_choice = app::parse_export_choice(app::read_text(kept_choice_file()).value_or(""));
  m_loaded = true;
  std::error_code ignored;
  if (m_choice.folder.empty() || !fs::is_directory(m_choice.folder, ignored)) {
    const std::string& project = desk.session.project()->file;
    m_choice.folder = project.empty() ? fs::current_path(ignored).string()
                                      : fs::absolute(project, ignored).parent_path().string();
  }
  m_name =
      m_chosen.empty() ? app::suggested_name(m_choice, *desk.session.map()) : std::exchange(m_chosen, {});
  m_seen = seen_focus(desk);
  m_map.reset();
  m_focus_path = true;
}

/// Makes the preview anew when choices or map have changed.
void ExportDialog::refresh(Desk& desk) {
  app::ExportChoice wanted = m_choice;
  wanted.folder.clear();
  if (m_jobs.busy() || (m_map == desk.session.map() && m_previewed == wanted)) return;
  m_map = desk.session.map();
  m_previewed = wanted;
  m_jobs.start(
      text("Xem trước", "Preview"),
      [this, wanted, map = m_map, project = desk.session.project(), seen = m_seen,
       lang = desk.view.lang](const base::Job&) -> app::JobRunner::Completion {
        auto made = std::make_shared<const app::ExportPreview>(
            app::make_export_preview(*project, *map, wanted, lang, k_preview_width, k_preview_height, seen));
        return [this, made] {
          m_preview = made;
          m_upload = true;
          m_failure.reset();
        };
      },
      [this](const base::Error& error) {
        m_failure = error;
        m_preview.reset();
      });
}

void ExportDialog::draw(Desk& desk) {
  m_jobs.poll();
  const std::string title = desk.say(text("Xuất bản đồ", "Export the map")) + "###exporting";
  if (desk.view.popup == Popup::exporting) {
    desk.view.popup = Popup::none;
    if (desk.session.map()) {
      start(desk);
      ImGui::OpenPopup(title.c_str());
    }
  }
  const ImVec2 room = ImGui::GetMainViewport()->WorkSize;
  const auto scaled = [&](double pixels) { return static_cast<float>(pixels * desk.view.scale); };
  ImGui::SetNextWindowSize({dialog_width(1120, desk.view), std::min(scaled(660), room.y * 0.96F)});
  bool keep = true;
  if (!begin_dialog(title, keep)) return;
  refresh(desk);
  const float foot = 2 * ImGui::GetFrameHeightWithSpacing() + ImGui::GetStyle().ItemSpacing.y;
  const float height = ImGui::GetContentRegionAvail().y - foot;
  // Narrow windows have no room for the preview.
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const float formats = std::min(scaled(230), ImGui::GetContentRegionAvail().x * 0.38F);
  const float beside = ImGui::GetContentRegionAvail().x - formats - gap;
  const bool preview = beside - gap > scaled(300 + k_least_preview);
  ImGui::BeginChild("formats", {formats, height}, true, ImGuiWindowFlags_NavFlattened);
  draw_formats(desk);
  ImGui::EndChild();
  ImGui::SameLine();
  ImGui::BeginChild("options", {preview ? scaled(300) : beside, height}, false,
                    ImGuiWindowFlags_NavFlattened);
  draw_options(desk);
  ImGui::EndChild();
  if (preview) {
    ImGui::SameLine();
    ImGui::BeginChild("preview", {0, height}, true);
    draw_preview(desk);
    ImGui::EndChild();
  }
  draw_target(desk);
  ImGui::EndPopup();
}

void ExportDialog::choose_format(ExportFormat format, Desk& desk) {
  m_choice.format = format;
  m_name = app::suggested_name(m_choice, *desk.session.map());
}

void ExportDialog::draw_formats(Desk& desk) {
  for (const app::ExportFormatInfo& info : app::export_format_list()) {
    if (ImGui::Selectable(desk.say(info.name).c_str(), m_choice.format == info.format,
                          ImGuiSelectableFlags_DontClosePopups))
      choose_format(info.format, desk);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", desk.say(info.purpose).c_str());
  }
}

void ExportDialog::draw_options(Desk& desk) {
  const app::ExportFormatInfo& info = app::info_of(m_choice.format);
  title_line(desk.say(info.name));
  muted(desk.say(info.purpose));
  ImGui::Spacing();
  if (is_picture(m_choice.format)) draw_picture_options(desk);
  if (is_raster(m_choice.format)) draw_raster_options(desk);
  if (has_shapes(m_choice.format)) draw_shape_options(desk);
  if (m_choice.format == ExportFormat::geojson)
    ImGui::Checkbox(desk.say(text("Thêm khung bao (bbox)", "With bounding boxes")).c_str(), &m_choice.bbox);
  const bool styled = m_choice.format == ExportFormat::geojson ||
                      (m_choice.format == ExportFormat::geotiff && m_choice.kind == io::RasterKind::classes);
  if (styled)
    ImGui::Checkbox(desk.say(text("Kèm kiểu hiển thị QGIS (.qml)", "With QGIS style (.qml)")).c_str(),
                    &m_choice.style_file);
}

void ExportDialog::draw_picture_options(Desk& desk) {
  label(desk.say(text("Khổ", "Size")));
  ImGui::SetNextItemWidth(-1);
  if (ImGui::BeginCombo("##size", m_choice.size.c_str())) {
    for (const char* size : k_sizes) {
      if (ImGui::Selectable(size, m_choice.size == size)) m_choice.size = size;
    }
    ImGui::EndCombo();
  }
  const auto extent = [&](const base::Text& words, bool as_seen) {
    if (ImGui::RadioButton(desk.say(words).c_str(), m_choice.as_seen == as_seen)) m_choice.as_seen = as_seen;
  };
  extent(text("Toàn bộ bản đồ", "Whole map"), false);
  extent(text("Khung đang xem, có viền vùng chọn", "As seen, with the selection"), true);
  ImGui::Checkbox(desk.say(text("Tên đơn vị", "Unit names")).c_str(), &m_choice.labels);
  ImGui::Checkbox(desk.say(text("Kiểu cho họp trực tuyến", "Style for video meetings")).c_str(),
                  &m_choice.meeting);
  if (m_choice.format != ExportFormat::svg)
    ImGui::Checkbox(
        desk.say(text("Kèm tọa độ (world file, GeoPDF)", "Georeferenced (world file, GeoPDF)")).c_str(),
        &m_choice.geo);
}

void ExportDialog::draw_raster_options(Desk& desk) {
  const std::pair<io::RasterKind, base::Text> kinds[] = {
      {io::RasterKind::classes, text("Lớp, có bảng màu", "Classes, with colours")},
      {io::RasterKind::values, text("Giá trị", "Values")},
      {io::RasterKind::rgba, text("Ảnh màu trong suốt (RGBA)", "Picture (RGBA)")}};
  for (const auto& [kind, words] : kinds) {
    if (ImGui::RadioButton(desk.say(words).c_str(), m_choice.kind == kind)) m_choice.kind = kind;
  }
  label(desk.say(text("Mét mỗi điểm ảnh (0: tự chọn)", "Metres a pixel (0: as fits)")));
  ImGui::SetNextItemWidth(-1);
  ImGui::InputDouble("##resolution", &m_choice.resolution, 10, 100, "%.6g");
  m_choice.resolution = std::max(0.0, m_choice.resolution);
}

void ExportDialog::draw_shape_options(Desk& desk) {
  if (m_choice.format != ExportFormat::geojson) {
    label(desk.say(text("Hệ tọa độ (để trống: của bản đồ)", "Coordinate system (empty: the map's)")));
    ImGui::SetNextItemWidth(-1);
    ImGui::InputTextWithHint("##crs", "EPSG:9209", &m_choice.to_crs);
  }
  label(desk.say(text("Giản lược ranh giới, mét (0: không)", "Simplify borders, metres (0: no)")));
  ImGui::SetNextItemWidth(-1);
  ImGui::InputDouble("##simplify", &m_choice.simplify, 10, 100, "%.6g");
  m_choice.simplify = std::max(0.0, m_choice.simplify);
}

void ExportDialog::draw_preview(Desk& desk) {
  if (m_failure) {
    ImGui::TextWrapped("%s", desk.say(m_failure->message()).c_str());
    muted(desk.say(m_failure->remedy()));
    return;
  }
  if (!m_preview) return muted(desk.say(text("Đang xem trước…", "Making the preview…")));
  for (const base::Text& line : m_preview->lines) ImGui::TextWrapped("%s", desk.say(line).c_str());
  ImGui::Spacing();
  const sheet::Picture& picture = m_preview->picture;
  if (std::exchange(m_upload, false) && !picture.rgba.empty())
    m_texture.load(picture.width, picture.height, picture.rgba);
  if (!m_preview->rows.empty()) draw_rows();
  if (picture.rgba.empty()) return;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float scale = std::min(
      {1.0F, room.x / static_cast<float>(picture.width), room.y / static_cast<float>(picture.height)});
  // NOLINTNEXTLINE(performance-no-int-to-ptr): Dear ImGui takes the name of a texture as a pointer.
  ImGui::Image(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(m_texture.name())),
               {static_cast<float>(picture.width) * scale, static_cast<float>(picture.height) * scale},
               {0, 0}, {1, 1}, {1, 1, 1, 1}, ImGui::GetStyleColorVec4(ImGuiCol_Border));
}

void ExportDialog::draw_rows() {
  const auto columns = static_cast<int>(m_preview->rows.front().size());
  if (columns == 0 || !ImGui::BeginTable("rows", columns, ImGuiTableFlags_Borders | ImGuiTableFlags_RowBg))
    return;
  for (const std::vector<std::string>& row : m_preview->rows) {
    ImGui::TableNextRow(&row == &m_preview->rows.front() ? ImGuiTableRowFlags_Headers
                                                         : ImGuiTableRowFlags_None);
    for (const std::string& cell : row) {
      ImGui::TableNextColumn();
      ImGui::TextUnformatted(cell.c_str());
    }
  }
  ImGui::EndTable();
}

/// Where the file goes, and the buttons.
void ExportDialog::draw_target(Desk& desk) {
  label(desk.say(text("Tệp", "File")));
  ImGui::SameLine();
  const auto button = static_cast<float>(110 * desk.view.scale);
  ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - button - ImGui::GetStyle().ItemSpacing.x);
  std::string whole = path();
  if (std::exchange(m_focus_path, false)) ImGui::SetKeyboardFocusHere();
  const bool entered = ImGui::InputText("##path", &whole, ImGuiInputTextFlags_EnterReturnsTrue);
  if (whole != path()) {
    m_choice.folder = fs::path(whole).parent_path().string();
    m_name = fs::path(whole).filename().string();
    m_choice.format = app::format_for_name(m_name, m_choice.format);
  }
  ImGui::SameLine();
  if (ImGui::Button(desk.say(text("Chọn…", "Choose…")).c_str(), {button, 0})) return choose_file(desk);
  std::error_code ignored;
  const bool replaces = fs::exists(path(), ignored);
  const base::Text words = replaces ? text("Ghi đè", "Replace") : text("Xuất", "Export");
  const bool ready = !m_failure && !m_name.empty();
  // Enter writes over nothing, neither in the path nor elsewhere.
  const auto accept = [&] {
    return replaces ? ImGui::Button(desk.say(words).c_str(), {button, 0})
                    : default_button(desk.say(words), button, EnterInText::ends_the_line);
  };
  if (ready && (accept() || (entered && !replaces))) return finish(desk);
  ImGui::SameLine();
  const bool cancel =
      ImGui::Button(desk.say(text("Hủy", "Cancel")).c_str(), {button, 0}) || escape_pressed(desk.view);
  if (cancel) ImGui::CloseCurrentPopup();
  if (!replaces) return;
  ImGui::SameLine();
  ImGui::PushStyleColor(ImGuiCol_Text, unmet_ink());
  ImGui::TextWrapped("%s", desk.say(text("Tệp này đã có. Nhấn “Ghi đè” để thay tệp cũ.",
                                         "This file exists. Press “Replace” to write over it."))
                               .c_str());
  ImGui::PopStyleColor();
}

/// The file dialog takes this one's place; it comes back with the file.
void ExportDialog::choose_file(Desk& desk) {
  ImGui::CloseCurrentPopup();
  const std::string extension = fs::path(m_name).extension().string();
  desk.files.save({.title = text("Xuất bản đồ", "Export the map"),
                   .kinds = app::kinds_to_save(text("Tệp {}", "{} files", {extension}), {extension}),
                   .suggested = m_name,
                   .chosen = [this](Desk& then, const std::string& chosen) {
                     then.view.popup = Popup::exporting;
                     m_choice.folder = fs::path(chosen).parent_path().string();
                     m_chosen = fs::path(chosen).filename().string();
                   }});
}

void ExportDialog::finish(Desk& desk) {
  desk.command(app::ExportShown{m_choice, path(), desk.view.lang, m_seen});
  desk.attempt([&] {
    std::error_code ignored;
    fs::create_directories(kept_choice_file().parent_path(), ignored);
    app::write_text(kept_choice_file(), app::export_choice_text(m_choice));
  });
  ImGui::CloseCurrentPopup();
}

}  // namespace ntmap::ui
