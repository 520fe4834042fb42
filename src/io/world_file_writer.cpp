#include "io/world_file_writer.hpp"

#include "io/output_file.hpp"
#include "io/text_writer.hpp"

namespace ntmap::io {

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

void write_world_file(const base::PixelGrid& grid, const std::filesystem::path& picture,
                      base::Overwrite overwrite) {
  const std::filesystem::path target = world_file_path(picture);
  base::PendingFile file(target, overwrite);
  OutputFile out(file.temporary(), target);
  out.write(world_file_text(grid));
  out.close();
  file.commit();
}

}  // namespace ntmap::io
