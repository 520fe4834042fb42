#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/areas/area_overlays.hpp"
#include "app/map/map_content.hpp"
#include "app/map/sheet_focus.hpp"
#include "base/finding.hpp"
#include "base/job.hpp"
#include "base/pending_file.hpp"
#include "io/geotiff_writer.hpp"

namespace ntmap::app {

/// Everything that leaves the program, as the export dialog lists it.
enum class ExportFormat : std::uint8_t {
  png,
  pdf,
  svg,
  legend,
  geotiff,
  geotiff_zip,
  geojson,
  gpkg,
  xlsx,
  csv,
  qml,
  sld,
  pack,
};

/// What people choose from.
struct ExportFormatInfo {
  ExportFormat format;
  const char* id;         ///< in settings
  const char* extension;  ///< of the file, with its dot
  base::Text name;        ///< "Ảnh PNG"
  base::Text purpose;     ///< "cho báo cáo, trình chiếu"
};
const std::vector<ExportFormatInfo>& export_format_list();
const ExportFormatInfo& info_of(ExportFormat format);

/// The format that a file's name asks for by its ending; `now` where that fits, or where no format does.
ExportFormat format_for_name(const std::string& name, ExportFormat now);

/// What was chosen last, kept from one export to the next. Each format reads what concerns it.
struct ExportChoice {
  ExportFormat format = ExportFormat::png;
  std::string size = "1920x1080";  ///< of pictures: pixels, or a paper's name
  bool meeting = false;            ///< pictures: style for video meetings
  bool labels = true;              ///< pictures: units' names
  bool geo = false;                ///< PNG and PDF: with their place on the ground
  bool as_seen = false;            ///< pictures: the part and the selection that the window shows, not all
  io::RasterKind kind = io::RasterKind::classes;
  double resolution = 0;   ///< raster: metres a pixel; 0: 2048 pixels on the longer side
  std::string to_crs;      ///< raster, GeoPackage: "EPSG:n"; empty: the map's
  double simplify = 0;     ///< metres; 0: borders as they are
  bool bbox = false;       ///< GeoJSON
  bool style_file = true;  ///< GeoJSON, class raster: with a QGIS style beside
  std::string folder;      ///< where the last file went
  bool operator==(const ExportChoice&) const = default;
};

/// What pictures take over from the window beside theme and period.
struct SeenMap {
  std::optional<std::vector<std::string>> areas;  ///< that lie over the map, as MapChoice has them
  AreaFilter area_filter;
  SheetFocus focus;  ///< heeded where the choice says `as_seen`; the areas' strength always

  /// What of the focus a picture takes.
  SheetFocus focus_for(const ExportChoice& choice) const;
};

// As TOML, for the user's configuration folder. What does not read takes its default: a bad setting must
// never keep anybody from exporting.
std::string export_choice_text(const ExportChoice& choice);
ExportChoice parse_export_choice(std::string_view toml);

/// "nuoc-sach-tap-trung_2025-12.geojson": what the file is called unless the user says otherwise.
std::string suggested_name(const ExportChoice& choice, const MapContent& map);

/// What the file will be, line by line, before it is made: pixels and metres, units and columns, coordinate
/// system. Throws Error{usage} for choices that cannot be.
std::vector<base::Text> export_preview(const model::Project& project, const MapContent& map,
                                       const ExportChoice& choice);

/// Refuses, before work starts, what run_export() would refuse.
void check_export_request(const model::Project& project, const ExportChoice& choice,
                          const std::filesystem::path& target, base::Overwrite overwrite);

/// Writes the file. `map` must come from `data`; `program` goes into a pack's manifest.
base::Findings run_export(ProjectData& data, const MapContent& map, const ExportChoice& choice,
                          const std::filesystem::path& target, base::Lang lang, base::Overwrite overwrite,
                          const std::string& program, const base::Job& job = {}, const SeenMap& seen = {});

}  // namespace ntmap::app
