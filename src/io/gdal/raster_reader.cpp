#include "io/raster_reader.hpp"

#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <string>

#include "base/error.hpp"
#include "io/gdal/gdal_reader.hpp"
#include "io/gdal/spatial_reference_reader.hpp"
#include "io/source_path.hpp"

namespace ntmap::io {
namespace {

using base::Error;
using base::ErrorKind;
using base::Severity;
using base::Text;
using base::text;

constexpr std::int64_t k_most_cells = 200'000'000;

const char* raster_driver(const std::filesystem::path& path) {
  const std::string extension = extension_of(path);
  if (extension == ".tif" || extension == ".tiff") return "GTiff";
  if (extension == ".asc") return "AAIGrid";
  return nullptr;
}

void register_raster_drivers() {
  static std::mutex registering;
  const std::scoped_lock lock(registering);
  if (GDALGetDriverByName("GTiff") == nullptr) GDALRegister_GTiff();
  if (GDALGetDriverByName("AAIGrid") == nullptr) GDALRegister_AAIGrid();
}

[[noreturn]] void refuse(const std::filesystem::path& path, const Text& what, const Text& remedy) {
  throw Error(ErrorKind::data, base::join({path.string(), what}, ": "), remedy);
}

GDALDatasetUniquePtr open_raster(const std::filesystem::path& path, const GdalMessages& messages) {
  const char* driver = raster_driver(path);
  if (driver == nullptr) {
    throw Error(
        ErrorKind::usage,
        text("{} không phải ảnh raster đọc được", "{} is no raster that can be read", {path.string()}),
        text("Dùng GeoTIFF (.tif) hoặc lưới Esri (.asc).", "Use GeoTIFF (.tif) or an Esri grid (.asc)."));
  }
  register_raster_drivers();
  const std::array<const char*, 2> allowed = {driver, nullptr};
  GDALDatasetUniquePtr dataset(
      GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, allowed.data(), nullptr, nullptr));
  if (dataset == nullptr) {
    refuse(path, text("không mở được: {}", "cannot be opened: {}", {messages.failure()}),
           text("Tệp có thể hỏng; xin lại tệp.", "The file may be damaged; ask for it again."));
  }
  return dataset;
}

base::PixelGrid grid_of(GDALDataset& dataset, const std::filesystem::path& path) {
  std::array<double, 6> t{};
  const bool placed = dataset.GetGeoTransform(t.data()) == CE_None;
  const bool upright = t[2] == 0 && t[4] == 0 && t[1] > 0 && t[5] < 0;
  if (!placed || !upright) {
    refuse(path,
           text("ảnh không có vị trí trên mặt đất, hoặc bị xoay",
                "the raster has no place on the ground, or is turned"),
           text("Nắn ảnh về hướng bắc (gdalwarp).", "Warp it so that north is up (gdalwarp)."));
  }
  const base::PixelGrid grid{t[0], t[3], t[1], -t[5], dataset.GetRasterXSize(), dataset.GetRasterYSize()};
  if (std::int64_t{grid.width} * grid.height > k_most_cells) {
    refuse(path, text("{} x {} ô là quá lớn", "{} x {} cells are too many", {grid.width, grid.height}),
           text("Cắt theo tỉnh trước (gdalwarp -te).", "Cut it to the province first (gdalwarp -te)."));
  }
  return grid;
}

/// Puts 0 where there is no data, no number or a negative one, and counts the latter two.
class Cleaner {
 public:
  explicit Cleaner(GDALRasterBand& band) {
    int has = 0;
    const double value = band.GetNoDataValue(&has);
    m_has_no_data = has != 0;
    m_no_data = static_cast<float>(value);
  }
  void clean(float* row, int width) {
    for (int i = 0; i < width; ++i) {
      float& value = row[i];
      if (m_has_no_data && (value == m_no_data || (std::isnan(m_no_data) && std::isnan(value)))) {
        value = 0;
      } else if (!std::isfinite(value)) {
        ++m_not_finite;
        value = 0;
      } else if (value < 0) {
        ++m_negative;
        value = 0;
      }
    }
  }
  void tell(const std::string& file, base::Findings& findings) const {
    const auto add = [&](const char* rule, std::size_t count, Text what) {
      if (count == 0) return;
      findings.push_back({Severity::error,
                          rule,
                          file,
                          {},
                          std::move(what),
                          text("Sửa ảnh, hoặc khai báo giá trị “không có dữ liệu” của nó.",
                               "Mend the raster, or declare its no-data value.")});
    };
    add("weights.negative", m_negative,
        text("{} ô có giá trị âm; tính là 0", "{} cells are negative; they count as 0", {m_negative}));
    add("weights.not-finite", m_not_finite,
        text("{} ô không phải số; tính là 0", "{} cells are no numbers; they count as 0", {m_not_finite}));
  }

 private:
  bool m_has_no_data = false;
  float m_no_data = 0;
  std::size_t m_negative = 0;
  std::size_t m_not_finite = 0;
};

/// The ground that the raster lies on, turned ones with room around; nothing without a place.
base::Box box_of(GDALDataset& dataset) {
  std::array<double, 6> t{};
  base::Box box;
  if (dataset.GetGeoTransform(t.data()) != CE_None) return box;
  for (const double column : {0.0, static_cast<double>(dataset.GetRasterXSize())})
    for (const double row : {0.0, static_cast<double>(dataset.GetRasterYSize())})
      box.add(base::Vec2{t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]});
  return box;
}

}  // namespace

RasterSummary describe_raster(const std::filesystem::path& path) {
  require_file(path);
  const GdalMessages messages;
  const GDALDatasetUniquePtr dataset = open_raster(path, messages);
  RasterSummary out;
  out.driver = dataset->GetDriverName();
  if (out.driver == "GTiff") out.driver = "GeoTIFF";
  out.width = dataset->GetRasterXSize();
  out.height = dataset->GetRasterYSize();
  out.bands = dataset->GetRasterCount();
  if (out.bands > 0) {
    GDALRasterBand& band = *dataset->GetRasterBand(1);
    out.type = GDALGetDataTypeName(band.GetRasterDataType());
    out.colour_table = band.GetColorTable() != nullptr;
  }
  out.crs = crs_text(dataset->GetSpatialRef());
  out.box = box_of(*dataset);
  return out;
}

bool is_raster_file(const std::filesystem::path& path) {
  return raster_driver(path) != nullptr;
}

RasterFile read_raster(const std::filesystem::path& path, int band_number, const base::Job& job) {
  require_file(path);
  const GdalMessages messages;
  const GDALDatasetUniquePtr dataset = open_raster(path, messages);
  if (band_number < 1 || band_number > dataset->GetRasterCount()) {
    refuse(path, text("không có kênh {}", "there is no band {}", {band_number}),
           text("Ảnh có {} kênh.", "The raster has {} bands.", {dataset->GetRasterCount()}));
  }
  RasterFile out;
  out.weights.grid = grid_of(*dataset, path);
  out.weights.crs = crs_text(dataset->GetSpatialRef());
  const int width = out.weights.grid.width;
  const int height = out.weights.grid.height;
  out.weights.values.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  GDALRasterBand& band = *dataset->GetRasterBand(band_number);
  Cleaner cleaner(band);
  for (int row = 0; row < height; ++row) {
    job.checkpoint();
    float* values = out.weights.values.data() + std::ptrdiff_t{row} * width;
    if (band.RasterIO(GF_Read, 0, row, width, 1, values, width, 1, GDT_Float32, 0, 0, nullptr) != CE_None) {
      refuse(path,
             text("không đọc được dòng {}: {}", "row {} cannot be read: {}", {row + 1, messages.failure()}),
             text("Tệp có thể hỏng; xin lại tệp.", "The file may be damaged; ask for it again."));
    }
    cleaner.clean(values, width);
    job.progress(static_cast<double>(row + 1) / height);
  }
  cleaner.tell(path.string(), out.findings);
  return out;
}

}  // namespace ntmap::io
