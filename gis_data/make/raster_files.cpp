#include "make/raster_files.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace ntmap::sample {

namespace {

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

void check(CPLErr error, const std::filesystem::path& file) {
  if (error != CE_None) throw std::runtime_error(file.string() + ": " + CPLGetLastErrorMsg());
}

}  // namespace

void write_geotiff(const std::filesystem::path& file, const Counts& counts) {
  GDALAllRegister();
  std::filesystem::create_directories(file.parent_path());
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  std::array<const char*, 3> options = {"COMPRESS=DEFLATE", "PREDICTOR=2", nullptr};
  const std::unique_ptr<GDALDataset, CloseDataset> dataset(driver->Create(
      file.c_str(), counts.width, counts.height, 1, GDT_UInt16, const_cast<char**>(options.data())));
  if (!dataset) throw std::runtime_error(fmt::format("{}: {}", file.string(), CPLGetLastErrorMsg()));
  OGRSpatialReference reference;
  if (reference.importFromEPSG(counts.epsg) != OGRERR_NONE)
    throw std::runtime_error(fmt::format("EPSG:{} unknown", counts.epsg));
  check(dataset->SetSpatialRef(&reference), file);
  std::array<double, 6> place = {counts.corner.x, counts.cell, 0, counts.corner.y, 0, -counts.cell};
  check(dataset->SetGeoTransform(place.data()), file);
  check(dataset->SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", counts.description.c_str()), file);
  GDALRasterBand& band = *dataset->GetRasterBand(1);
  check(band.SetNoDataValue(0), file);
  std::vector<std::uint16_t> values = counts.values;
  check(band.RasterIO(GF_Write, 0, 0, counts.width, counts.height, values.data(), counts.width, counts.height,
                      GDT_UInt16, 0, 0, nullptr),
        file);
}

}  // namespace ntmap::sample
