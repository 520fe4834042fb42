#include "io/pdf_georeference.hpp"

#include <gdal_priv.h>
#include <gmock/gmock.h>

#include <memory>

#include "base/error.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap::io {
namespace {

/// The least that is a PDF: one empty page of 720 x 540 points, which is 960 x 720 pixels.
std::string blank_page() {
  const std::string objects[] = {
      "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
      "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 540] >>\nendobj\n"};
  std::string out = "%PDF-1.5\n";
  std::string table = "xref\n0 4\n0000000000 65535 f \n";
  for (const std::string& object : objects) {
    const std::string at = std::to_string(out.size());
    table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
    out += object;
  }
  const std::string start = std::to_string(out.size());
  return out + table + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

const base::PixelGrid k_page{500'000, 2'000'000, 100, 100, 960, 720};
const base::Box k_map{510'000, 1'940'000, 580'000, 1'990'000};

TEST(PdfGeoreference, IsReadBackByGdal) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("bản đồ.pdf", blank_page());
  georeference_pdf(path, k_page, k_map, "EPSG:9209", path);
  GDALAllRegister();
  const char* const options[] = {"DPI=96", nullptr};
  const std::unique_ptr<GDALDataset> read(
      GDALDataset::Open(path.c_str(), GDAL_OF_RASTER, nullptr, options, nullptr));
  ASSERT_TRUE(read);
  double corners[6] = {};
  ASSERT_EQ(read->GetGeoTransform(corners), CE_None);
  EXPECT_NEAR(corners[0], 500'000, 1e-3);
  EXPECT_NEAR(corners[1], 100, 1e-5);
  EXPECT_NEAR(corners[3], 2'000'000, 1e-3);
  EXPECT_NEAR(corners[5], -100, 1e-5);
  EXPECT_THAT(read->GetProjectionRef(), testing::HasSubstr("9209"));
  EXPECT_THAT(read->GetMetadataItem("NEATLINE"), testing::HasSubstr("580000 1990000"));
}

TEST(PdfGeoreference, KeepsThePageAndGivesTheSameBytes) {
  const test::TemporaryFolder folder;
  const auto one = folder.write("1.pdf", blank_page());
  const auto two = folder.write("2.pdf", blank_page());
  georeference_pdf(one, k_page, k_map, "EPSG:9209", one);
  georeference_pdf(two, k_page, k_map, "EPSG:9209", two);
  EXPECT_EQ(test::read_bytes(one), test::read_bytes(two));
  EXPECT_THAT(test::read_bytes(one), testing::StartsWith(blank_page()));
}

TEST(PdfGeoreference, RefusesWhatIsNoPdf) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("a.pdf", "no page");
  EXPECT_THROW(georeference_pdf(path, k_page, k_map, "EPSG:9209", path), base::Error);
}

}  // namespace
}  // namespace ntmap::io
