#include "io/geotiff_writer.hpp"

#include <gdal_priv.h>
#include <gdal_rat.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/crs_wkt.hpp"
#include "io/gdal/gdal_writer_scope.hpp"
#include "io/gdal/memory_folder.hpp"
#include "io/output_file.hpp"
#include "io/raster_overview.hpp"
#include "io/rasterize.hpp"
#include "io/source_path.hpp"
#include "io/style_writer.hpp"
#include "io/text_writer.hpp"
#include "io/zip_archive.hpp"

namespace ntmap::io {
namespace {

namespace fs = std::filesystem;
using base::Text;

constexpr int k_block = 512;
constexpr float k_no_value = std::numeric_limits<float>::quiet_NaN();

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

/// How the pixels of a kind look to GDAL.
struct PixelFormat {
  GDALDataType type;
  int bands;
};

PixelFormat format_of(RasterKind kind) {
  if (kind == RasterKind::values) return {GDT_Float32, 1};
  return {GDT_Byte, kind == RasterKind::rgba ? 4 : 1};
}

void require_size(const base::PixelGrid& grid, RasterKind kind) {
  const std::uint64_t pixel = kind == RasterKind::classes ? 1 : 4;
  const std::uint64_t pixels =
      static_cast<std::uint64_t>(grid.width) * static_cast<std::uint64_t>(grid.height);
  // Both factors stay below 2^31, so the product fits; overviews add a third.
  if (grid.width > 0 && grid.height > 0 && pixels <= k_max_raster_bytes / pixel / 4 * 3) return;
  throw base::Error(base::ErrorKind::usage,
                    base::text("Ảnh raster {} x {} điểm ảnh là quá lớn",
                               "A raster of {} x {} pixels is too large", {grid.width, grid.height}),
                    base::text("Chọn độ phân giải thô hơn.", "Choose a coarser resolution."));
}

void require_figures(const ExportLayer& layer, RasterKind kind) {
  const std::size_t units = unit_count(layer);
  const std::size_t given = kind == RasterKind::values ? layer.values.size() : layer.classes.class_of.size();
  if (given == units) return;
  throw base::Error(base::ErrorKind::usage,
                    base::text("Lớp chưa có số liệu để chuyển thành ảnh raster",
                               "The layer has no figures to make a raster of"),
                    base::text("Chọn chuyên đề hoặc cột giá trị.", "Choose a theme or a column of values."));
}

std::uint32_t opaque(model::Rgb colour) {
  const std::uint8_t bytes[4] = {colour.r, colour.g, colour.b, 255};
  return std::bit_cast<std::uint32_t>(bytes);
}

template <class Pixel>
Pixel outside_of(RasterKind kind) {
  if (kind != RasterKind::values) return 0;
  return static_cast<Pixel>(std::bit_cast<std::uint32_t>(k_no_value));
}

/// What is burnt for each unit.
std::vector<std::uint32_t> burnt_words(const ExportLayer& layer, RasterKind kind) {
  std::vector<std::uint32_t> burn;
  if (kind == RasterKind::values) {
    for (const double value : layer.values) {
      burn.push_back(
          std::bit_cast<std::uint32_t>(std::isnan(value) ? k_no_value : static_cast<float>(value)));
    }
  } else {
    for (const std::uint8_t byte : layer.classes.class_of)
      burn.push_back(opaque(layer.classes.by_byte(byte).fill));
  }
  return burn;
}

std::vector<std::uint8_t> burnt_classes(const ExportLayer& layer) {
  std::vector<std::uint8_t> burn;
  for (const std::uint8_t byte : layer.classes.class_of) burn.push_back(exported_class(byte));
  return burn;
}

/// The picture and its overviews, largest first.
template <class Pixel>
using Pyramid = std::vector<RasterLevel<Pixel>>;

template <class Pixel>
Pyramid<Pixel> make_pyramid(const ExportLayer& layer, const base::PixelGrid& grid,
                            const std::vector<Pixel>& burn, Pixel outside, const base::Job& job) {
  Pyramid<Pixel> levels;
  levels.push_back({grid.width, grid.height, {}});
  levels.front().pixels.assign(static_cast<std::size_t>(grid.width) * static_cast<std::size_t>(grid.height),
                               outside);
  rasterize<Pixel>(*layer.polygons, grid, burn, levels.front().pixels, job.part(0, 0.7));
  while (levels.back().width > k_block || levels.back().height > k_block) {
    job.checkpoint();
    const RasterLevel<Pixel>& last = levels.back();
    levels.push_back(half_by_mode<Pixel>(last.pixels, last.width, last.height, outside));
  }
  job.progress(1);
  return levels;
}

/// A GDAL dataset over pixels that stay ours.
template <class Pixel>
Dataset over_pixels(RasterLevel<Pixel>& level, PixelFormat format) {
  auto* const driver = GetGDALDriverManager()->GetDriverByName("MEM");
  Dataset dataset(driver->Create("", level.width, level.height, 0, format.type, nullptr));
  for (int band = 0; dataset && band < format.bands; ++band) {
    char address[64] = {};
    auto* const first = reinterpret_cast<unsigned char*>(level.pixels.data()) + band;
    address[CPLPrintPointer(address, first, sizeof address - 1)] = '\0';
    CPLStringList options;
    options.SetNameValue("DATAPOINTER", address);
    options.SetNameValue("PIXELOFFSET", std::to_string(sizeof(Pixel)).c_str());
    options.SetNameValue("LINEOFFSET",
                         std::to_string(sizeof(Pixel) * static_cast<std::size_t>(level.width)).c_str());
    dataset->AddBand(format.type, options.List());
  }
  return dataset;
}

/// Copies our overviews into the dataset's, which GDAL makes empty.
template <class Pixel>
bool give_overviews(GDALDataset& dataset, Pyramid<Pixel>& levels, PixelFormat format) {
  std::vector<int> factors;
  for (std::size_t i = 1; i < levels.size(); ++i) factors.push_back(1 << i);
  if (factors.empty()) return true;
  if (dataset.BuildOverviews("NONE", static_cast<int>(factors.size()), factors.data(), 0, nullptr, nullptr,
                             nullptr) != CE_None) {
    return false;
  }
  for (int band = 1; band <= format.bands; ++band) {
    for (std::size_t i = 1; i < levels.size(); ++i) {
      RasterLevel<Pixel>& level = levels[i];
      GDALRasterBand* const to = dataset.GetRasterBand(band)->GetOverview(static_cast<int>(i) - 1);
      auto* const first = reinterpret_cast<unsigned char*>(level.pixels.data()) + band - 1;
      if (to == nullptr || to->GetXSize() != level.width || to->GetYSize() != level.height ||
          to->RasterIO(GF_Write, 0, 0, level.width, level.height, first, level.width, level.height,
                       format.type, sizeof(Pixel), static_cast<GSpacing>(sizeof(Pixel)) * level.width,
                       nullptr) != CE_None) {
        return false;
      }
    }
  }
  return true;
}

GDALColorEntry entry_of(model::Rgb colour) {
  return {colour.r, colour.g, colour.b, 255};
}

std::string shortest(double value) {
  std::string out;
  if (!std::isnan(value)) append_json(out, value);
  return out;
}

/// Colour table, names, attribute table and, for readers without the sidecar, labels as metadata.
void describe_classes(GDALRasterBand& band, const ExportLayer& layer) {
  GDALColorTable colours;
  std::vector<std::string> names;
  GDALDefaultRasterAttributeTable table;
  table.CreateColumn("Value", GFT_Integer, GFU_MinMax);
  table.CreateColumn("Label", GFT_String, GFU_Name);
  // As text: GDAL's table has no empty numbers, and a category has no bounds.
  table.CreateColumn("Low", GFT_String, GFU_Generic);
  table.CreateColumn("High", GFT_String, GFU_Generic);
  table.CreateColumn("Units", GFT_Integer, GFU_Generic);
  table.CreateColumn("Red", GFT_Integer, GFU_Red);
  table.CreateColumn("Green", GFT_Integer, GFU_Green);
  table.CreateColumn("Blue", GFT_Integer, GFU_Blue);
  const GDALColorEntry clear{255, 255, 255, 0};
  for (int i = 0; i < 256; ++i) colours.SetColorEntry(i, &clear);
  int row = 0;
  for (const ExportedClass& each : exported_classes(layer.classes)) {
    const model::MapClass& look = *each.look;
    const std::string label = look.label.in(layer.lang);
    const GDALColorEntry colour = entry_of(look.fill);
    colours.SetColorEntry(each.number, &colour);
    names.resize(each.number);
    names.push_back(label);
    table.SetValue(row, 0, int{each.number});
    table.SetValue(row, 1, label.c_str());
    table.SetValue(row, 2, shortest(look.low).c_str());
    table.SetValue(row, 3, shortest(look.high).c_str());
    table.SetValue(row, 4, static_cast<int>(look.count));
    table.SetValue(row, 5, int{look.fill.r});
    table.SetValue(row, 6, int{look.fill.g});
    table.SetValue(row, 7, int{look.fill.b});
    ++row;
    const std::string key = "CLASS_" + std::to_string(each.number);
    band.SetMetadataItem((key + "_LABEL").c_str(), label.c_str());
    band.SetMetadataItem((key + "_COLOUR").c_str(), model::to_hex(look.fill).c_str());
  }
  band.SetColorTable(&colours);
  CPLStringList categories;
  for (const std::string& name : names) categories.AddString(name.c_str());
  band.SetCategoryNames(categories.List());
  band.SetDefaultRAT(&table);
}

void describe_bands(GDALDataset& dataset, const ExportLayer& layer, RasterKind kind) {
  GDALRasterBand& first = *dataset.GetRasterBand(1);
  if (kind == RasterKind::rgba) {
    const GDALColorInterp meaning[] = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand, GCI_AlphaBand};
    for (int band = 0; band < 4; ++band)
      dataset.GetRasterBand(band + 1)->SetColorInterpretation(meaning[band]);
    return;
  }
  first.SetDescription(layer.classes.title.in(layer.lang).c_str());
  if (kind == RasterKind::values) {
    first.SetNoDataValue(static_cast<double>(k_no_value));
    first.SetUnitType(layer.classes.unit.in(layer.lang).c_str());
    return;
  }
  first.SetNoDataValue(k_exported_outside);
  describe_classes(first, layer);
}

/// "2025-06-30" as TIFF wants it, "2025:06:30 00:00:00"; nothing for other texts.
std::optional<std::string> tiff_date(const std::string& date) {
  constexpr std::string_view k_form = "dddd-dd-dd";
  const auto fits = [](char c, char form) { return form == 'd' ? c >= '0' && c <= '9' : c == form; };
  if (!std::ranges::equal(date, k_form, fits)) return std::nullopt;
  std::string out = date + " 00:00:00";
  std::ranges::replace(out, '-', ':');
  return out;
}

void describe_file(GDALDataset& dataset, const ExportLayer& layer) {
  const ExportMetadata& about = layer.metadata;
  const auto set = [&](const char* key, const std::string& value) {
    if (!value.empty()) dataset.SetMetadataItem(key, value.c_str());
  };
  set("TIFFTAG_SOFTWARE", "ntmap");
  set("TIFFTAG_IMAGEDESCRIPTION", about.title.in(layer.lang));
  set("TIFFTAG_COPYRIGHT", about.licence.in(layer.lang));
  set("TIFFTAG_DATETIME", tiff_date(about.date).value_or(""));
  set("TITLE", about.title.in(layer.lang));
  set("DATE", about.date);
  set("PERIOD", about.period);
  set("CRITERION", about.criterion.in(layer.lang));
  set("SOURCE", about.source.in(layer.lang));
  set("LICENCE", about.licence.in(layer.lang));
  set("NOTICE", about.notice.in(layer.lang));
}

void place(GDALDataset& dataset, const ExportLayer& layer, const base::PixelGrid& grid) {
  double corners[6] = {grid.origin_x, grid.pixel_w, 0, grid.origin_y, 0, -grid.pixel_h};
  dataset.SetGeoTransform(corners);
  const std::string wkt = wkt_for_gdal(layer.crs);
  if (!wkt.empty()) dataset.SetProjection(wkt.c_str());
}

int CPL_STDCALL report_to_job(double fraction, const char*, void* job) {
  const auto& to = *static_cast<const base::Job*>(job);
  to.progress(fraction);
  return to.cancelled() ? FALSE : TRUE;
}

constexpr const char* k_tif = "map.tif";
constexpr const char* k_sidecar = "map.tif.aux.xml";

/// Encodes the picture as a COG in memory.
template <class Pixel>
void encode(const ExportLayer& layer, const base::PixelGrid& grid, RasterKind kind, Pyramid<Pixel> levels,
            const MemoryFolder& folder, const fs::path& shown, const base::Job& job) {
  const GdalWriterScope scope;
  const PixelFormat format = format_of(kind);
  const Dataset dataset = over_pixels(levels.front(), format);
  if (!dataset || !give_overviews(*dataset, levels, format)) scope.fail(shown);
  for (std::size_t i = 1; i < levels.size(); ++i) levels[i].pixels = {};
  place(*dataset, layer, grid);
  describe_file(*dataset, layer);
  describe_bands(*dataset, layer, kind);
  scope.check(shown);

  CPLStringList options;
  options.SetNameValue("COMPRESS", "DEFLATE");
  options.SetNameValue("BLOCKSIZE", std::to_string(k_block).c_str());
  options.SetNameValue("OVERVIEWS", "FORCE_USE_EXISTING");
  options.SetNameValue("NUM_THREADS", "ALL_CPUS");
  options.SetNameValue("BIGTIFF", "IF_SAFER");
  base::Job progress = job;
  auto* const driver = GetGDALDriverManager()->GetDriverByName("COG");
  Dataset cog(driver->CreateCopy(folder.file(k_tif).c_str(), dataset.get(), FALSE, options.List(),
                                 report_to_job, &progress));
  job.checkpoint();
  if (!cog) scope.fail(shown);
  cog.reset();
  scope.check(shown);
}

fs::path sidecar_of(const fs::path& target) {
  return target.string() + ".aux.xml";
}

void write_bytes(const base::PendingFile& file, std::string_view bytes) {
  OutputFile out(file.temporary(), file.target());
  out.write(bytes);
  out.close();
}

/// `style` is the raster's for QGIS; empty for none.
void write_zip(const base::PendingFile& file, const MemoryFolder& folder, const std::string& style) {
  OutputFile out(file.temporary(), file.target());
  ZipWriter zip(out);
  fs::path name = file.target().stem();  // "map.tif" of "map.tif.zip"
  if (const std::string last = extension_of(name); last == ".tif" || last == ".tiff") name = name.stem();
  const std::string stem = safe_file_name(name.string());
  zip.add(stem + ".tif", folder.bytes(k_tif));
  if (const auto sidecar = folder.bytes(k_sidecar); !sidecar.empty()) zip.add(stem + ".tif.aux.xml", sidecar);
  if (!style.empty()) zip.add(stem + ".qml", style);
  zip.finish();
  out.close();
}

}  // namespace

void write_geotiff(const ExportLayer& layer, const base::PixelGrid& grid, RasterKind kind,
                   const fs::path& target, base::Overwrite overwrite, const base::Job& job) {
  require_size(grid, kind);
  require_figures(layer, kind);
  const bool zipped = extension_of(target) == ".zip";
  base::PendingFile file(target, overwrite);
  std::optional<base::PendingFile> sidecar;
  if (!zipped && kind == RasterKind::classes) sidecar.emplace(sidecar_of(target), overwrite);

  const MemoryFolder folder;
  const base::Job drawing = job.part(0, 0.5);
  const base::Job encoding = job.part(0.5, 0.9);
  if (kind == RasterKind::classes) {
    const auto outside = outside_of<std::uint8_t>(kind);
    encode(layer, grid, kind, make_pyramid(layer, grid, burnt_classes(layer), outside, drawing), folder,
           target, encoding);
  } else {
    const auto outside = outside_of<std::uint32_t>(kind);
    encode(layer, grid, kind, make_pyramid(layer, grid, burnt_words(layer, kind), outside, drawing), folder,
           target, encoding);
  }
  if (zipped) {
    write_zip(file, folder, kind == RasterKind::classes ? raster_qml_text(layer) : std::string());
  } else {
    write_bytes(file, folder.bytes(k_tif));
    if (sidecar) write_bytes(*sidecar, folder.bytes(k_sidecar));
  }
  job.checkpoint();
  file.commit();
  if (sidecar) {
    sidecar->commit();
  } else if (!zipped) {
    // Names of classes that an earlier export left beside the file would be wrong now.
    std::error_code ignored;
    fs::remove(sidecar_of(target), ignored);
  }
  job.progress(1);
}

}  // namespace ntmap::io
