#include "io/pdf_georeference.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal_priv.h>

#include <fstream>
#include <iterator>
#include <memory>

#include "io/crs_wkt.hpp"
#include "io/gdal/gdal_writer_scope.hpp"
#include "io/gdal/memory_folder.hpp"
#include "io/output_file.hpp"

namespace ntmap::io {
namespace {

constexpr const char* k_page_file = "page.pdf";

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool copy_into(const MemoryFolder& folder, const std::string& bytes) {
  VSILFILE* const file = VSIFOpenL(folder.file(k_page_file).c_str(), "wb");
  if (file == nullptr) return false;
  const bool whole = VSIFWriteL(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return VSIFCloseL(file) == 0 && whole;
}

std::string outline_of(const base::Box& box) {
  return fmt::format("POLYGON (({0} {3},{2} {3},{2} {1},{0} {1},{0} {3}))", box.min_x, box.min_y, box.max_x,
                     box.max_y);
}

}  // namespace

void georeference_pdf(const std::filesystem::path& pdf, const base::PixelGrid& page, const base::Box& map,
                      const std::string& crs, const std::filesystem::path& shown) {
  const GdalWriterScope scope;
  const MemoryFolder folder;
  if (!copy_into(folder, bytes_of(pdf))) scope.fail(shown);
  {
    const char* const drivers[] = {"PDF", nullptr};
    const char* const pixels_as_on_the_page[] = {"DPI=96", nullptr};
    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(folder.file(k_page_file).c_str(),
                                                                 GDAL_OF_RASTER | GDAL_OF_UPDATE, drivers,
                                                                 pixels_as_on_the_page, nullptr));
    if (!dataset) scope.fail(shown);
    double corners[6] = {page.origin_x, page.pixel_w, 0, page.origin_y, 0, -page.pixel_h};
    if (dataset->SetProjection(wkt_for_gdal(crs).c_str()) != CE_None ||
        dataset->SetGeoTransform(corners) != CE_None ||
        dataset->SetMetadataItem("NEATLINE", outline_of(map).c_str()) != CE_None)
      scope.fail(shown);
  }
  scope.check(shown);
  OutputFile out(pdf, shown);
  out.write(folder.bytes(k_page_file));
  out.close();
}

}  // namespace ntmap::io
