#include "io/style_writer.hpp"

#include "io/output_file.hpp"

namespace ntmap::io {
namespace {

void write_text(const std::string& text, const std::filesystem::path& target, base::Overwrite overwrite) {
  base::PendingFile file(target, overwrite);
  OutputFile out(file.temporary(), target);
  out.write(text);
  out.close();
  file.commit();
}

}  // namespace

void write_qml(const ExportLayer& layer, const StyleOptions& options, const std::filesystem::path& target,
               base::Overwrite overwrite) {
  write_text(qml_text(layer, options), target, overwrite);
}

void write_raster_qml(const ExportLayer& layer, const std::filesystem::path& target,
                      base::Overwrite overwrite) {
  write_text(raster_qml_text(layer), target, overwrite);
}

void write_sld(const ExportLayer& layer, const StyleOptions& options, const std::filesystem::path& target,
               base::Overwrite overwrite) {
  write_text(sld_text(layer, options), target, overwrite);
}

}  // namespace ntmap::io
