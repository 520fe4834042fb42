#include "app/map/georeference.hpp"

#include "base/error.hpp"
#include "io/pdf_georeference.hpp"
#include "io/source_path.hpp"
#include "io/world_file_writer.hpp"

namespace ntmap::app {

using base::text;

void check_georeference(const std::filesystem::path& target, base::Overwrite overwrite) {
  const std::string extension = io::extension_of(target);
  if (extension != ".png" && extension != ".pdf") {
    throw base::Error(base::ErrorKind::usage,
                      text("--geo chỉ dùng cho PNG và PDF", "--geo is for PNG and PDF only"),
                      text("Bỏ --geo.", "Leave --geo out."));
  }
  if (extension == ".pdf") return;
  const base::PendingFile world(io::world_file_path(target), overwrite);
  const base::PendingFile sidecar(io::picture_sidecar_path(target), overwrite);
}

void georeference(const MapPlace& place, const std::filesystem::path& written,
                  const std::filesystem::path& target, base::Overwrite overwrite) {
  if (io::extension_of(target) == ".pdf") {
    io::georeference_pdf(written, place.page, place.map, place.crs, target);
  } else {
    io::write_world_file(place.page, place.crs, target, overwrite);
  }
}

}  // namespace ntmap::app
