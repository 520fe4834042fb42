#include "io/world_file_writer.hpp"

#include "io/crs_wkt.hpp"
#include "io/output_file.hpp"
#include "io/text_writer.hpp"

namespace ntmap::io {
namespace {

void write(const base::PendingFile& file, const std::string& text) {
  OutputFile out(file.temporary(), file.target());
  out.write(text);
  out.close();
}

}  // namespace

std::string world_file_text(const base::PixelGrid& grid) {
  std::string out;
  for (const double line : {grid.pixel_w, 0.0, 0.0, -grid.pixel_h, grid.origin_x + grid.pixel_w / 2,
                            grid.origin_y - grid.pixel_h / 2}) {
    append_json(out, line);
    out += '\n';
  }
  return out;
}

std::filesystem::path world_file_path(const std::filesystem::path& picture) {
  const std::string extension = picture.extension().string();
  std::filesystem::path out = picture;
  if (extension.size() < 3) return out.replace_extension(".wld");
  return out.replace_extension(std::string{extension[1], extension.back(), 'w'});
}

std::filesystem::path picture_sidecar_path(const std::filesystem::path& picture) {
  return picture.string() + ".aux.xml";
}

void write_world_file(const base::PixelGrid& grid, const std::string& crs,
                      const std::filesystem::path& picture, base::Overwrite overwrite) {
  base::PendingFile world(world_file_path(picture), overwrite);
  write(world, world_file_text(grid));
  if (!crs.empty()) {
    base::PendingFile sidecar(picture_sidecar_path(picture), overwrite);
    write(sidecar, "<PAMDataset>\n  <SRS>" + xml(wkt_for_gdal(crs)) + "</SRS>\n</PAMDataset>\n");
    sidecar.commit();
  }
  world.commit();
}

}  // namespace ntmap::io
