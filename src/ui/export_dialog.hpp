#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/desk/job_runner.hpp"
#include "app/export/export_preview.hpp"
#include "base/error.hpp"
#include "gl/picture_texture.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

/// The one dialog for everything that leaves the program: what, how, where, and what it will look like.
/// Opened with Popup::exporting; what was chosen last is kept in the user's configuration folder. The writing
/// itself is a job of the session, with progress and Cancel.
class ExportDialog {
 public:
  ExportDialog();
  void draw(Desk& desk);
  bool busy() const { return m_jobs.busy(); }

 private:
  void start(Desk& desk);
  void refresh(Desk& desk);
  void choose_format(app::ExportFormat format, Desk& desk);
  void draw_formats(Desk& desk);
  void draw_options(Desk& desk);
  void draw_picture_options(Desk& desk);
  void draw_raster_options(Desk& desk);
  void draw_shape_options(Desk& desk);
  void draw_preview(Desk& desk);
  void draw_rows();
  void draw_target(Desk& desk);
  void choose_file(Desk& desk);
  void finish(Desk& desk);
  std::string path() const;

  bool m_loaded = false;
  app::ExportChoice m_choice;
  app::SheetFocus m_seen;  // of the map when this one opened
  std::string m_name;
  std::string m_chosen;  // name from the file dialog, taken up when this one opens again
  std::shared_ptr<const app::MapContent> m_map;  // what m_preview is of
  app::ExportChoice m_previewed;
  std::shared_ptr<const app::ExportPreview> m_preview;
  bool m_upload = false;
  bool m_focus_path = false;  // the next frame puts the cursor into the file's name
  gl::PictureTexture m_texture;
  std::optional<base::Error> m_failure;
  app::JobRunner m_jobs;  // last: its threads end before the rest goes
};

}  // namespace ntmap::ui
