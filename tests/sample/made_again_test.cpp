// The committed sample is what the program makes: made again, every file is there and says the same.
#include <gmock/gmock.h>

#include <cstdint>
#include <set>

#include "make/maker.hpp"
#include "support.hpp"
#include "support/temporary_folder.hpp"

namespace ntmap {
namespace {

std::set<std::string> files_under(const std::filesystem::path& folder) {
  std::set<std::string> result;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) result.insert(std::filesystem::relative(entry.path(), folder).string());
  return result;
}

/// Vertices of all rings one after another.
void add_vertices(const OGRGeometry& geometry, std::vector<double>& out) {
  if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon) {
    for (const OGRLinearRing* ring : *geometry.toPolygon())
      for (const OGRPoint& point : *ring) out.insert(out.end(), {point.getX(), point.getY()});
  } else {
    for (const OGRGeometry* part : *geometry.toGeometryCollection()) add_vertices(*part, out);
  }
}

void expect_same_geometry(const OGRFeature& a, const OGRFeature& b, const std::string& where) {
  ASSERT_EQ(a.GetGeometryRef() == nullptr, b.GetGeometryRef() == nullptr) << where;
  if (a.GetGeometryRef() == nullptr) return;
  std::vector<double> first;
  std::vector<double> second;
  add_vertices(*a.GetGeometryRef(), first);
  add_vertices(*b.GetGeometryRef(), second);
  ASSERT_THAT(second, testing::Pointwise(testing::DoubleNear(1e-6), first)) << where;
}

void expect_same_layer(const std::filesystem::path& made, const std::filesystem::path& kept) {
  const test::Dataset a = test::open_vector(made);
  const test::Dataset b = test::open_vector(kept);
  OGRLayer* first = a->GetLayer(0);
  OGRLayer* second = b->GetLayer(0);
  ASSERT_EQ(first->GetFeatureCount(), second->GetFeatureCount()) << made;
  ASSERT_EQ(first->GetLayerDefn()->GetFieldCount(), second->GetLayerDefn()->GetFieldCount()) << made;
  for (GIntBig i = 0; i < first->GetFeatureCount(); ++i) {
    const std::unique_ptr<OGRFeature> one(first->GetNextFeature());
    const std::unique_ptr<OGRFeature> two(second->GetNextFeature());
    for (int field = 0; field < one->GetFieldCount(); ++field)
      ASSERT_STREQ(one->GetFieldAsString(field), two->GetFieldAsString(field)) << made << ", feature " << i;
    expect_same_geometry(*one, *two, made.string() + ", feature " + std::to_string(i));
  }
}

class MadeAgain : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    s_folder = std::make_unique<test::TemporaryFolder>();
    sample::make(test::checkout("gis_data/sources"), s_folder->path());
  }
  static void TearDownTestSuite() { s_folder.reset(); }

  static std::unique_ptr<test::TemporaryFolder> s_folder;
};

std::unique_ptr<test::TemporaryFolder> MadeAgain::s_folder;

TEST_F(MadeAgain, EveryCommittedFileOfTheMakerIsMade) {
  for (const char* part : {"hatinh/boundaries", "hatinh/tables", "hatinh/areas", "sonduong"}) {
    EXPECT_EQ(files_under(s_folder->path() / part), files_under(test::checkout("gis_data") / part)) << part;
  }
}

TEST_F(MadeAgain, TextFilesHaveTheSameBytes) {
  int compared = 0;
  for (const std::string& file : files_under(s_folder->path())) {
    const std::string extension = std::filesystem::path(file).extension().string();
    if (extension != ".csv" && extension != ".prj" && extension != ".cpg") continue;
    EXPECT_EQ(test::read_bytes(s_folder->path() / file), test::read_bytes(test::checkout("gis_data") / file))
        << file;
    ++compared;
  }
  EXPECT_GT(compared, 50);
}

TEST_F(MadeAgain, LayersAndWorkbooksSayTheSame) {
  int compared = 0;
  for (const std::string& file : files_under(s_folder->path())) {
    const std::string extension = std::filesystem::path(file).extension().string();
    if (extension != ".shp" && extension != ".gpkg" && extension != ".xlsx") continue;
    expect_same_layer(s_folder->path() / file, test::checkout("gis_data") / file);
    if (HasFatalFailure()) return;
    ++compared;
  }
  EXPECT_GE(compared, 21);
}

TEST_F(MadeAgain, RastersHaveTheSameCells) {
  const std::filesystem::path file = "hatinh/areas/households.tif";
  const auto cells = [](const std::filesystem::path& path) {
    const test::Dataset dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
    if (!dataset) throw std::runtime_error(path.string());
    std::vector<std::uint16_t> out(static_cast<std::size_t>(dataset->GetRasterXSize()) *
                                   static_cast<std::size_t>(dataset->GetRasterYSize()));
    EXPECT_EQ(dataset->GetRasterBand(1)->RasterIO(
                  GF_Read, 0, 0, dataset->GetRasterXSize(), dataset->GetRasterYSize(), out.data(),
                  dataset->GetRasterXSize(), dataset->GetRasterYSize(), GDT_UInt16, 0, 0, nullptr),
              CE_None);
    return out;
  };
  EXPECT_EQ(cells(s_folder->path() / file), cells(test::checkout("gis_data") / file));
}

TEST_F(MadeAgain, TheWholeSampleIsSmall) {
  std::uintmax_t bytes = 0;
  const std::filesystem::path folder = test::checkout("gis_data");
  for (const std::string& file : files_under(folder)) bytes += std::filesystem::file_size(folder / file);
  EXPECT_LT(bytes, 5'000'000u);
}

TEST(Make, AFolderWithoutSourcesIsAnError) {
  const test::TemporaryFolder folder;
  EXPECT_THROW(sample::make(folder / "nothing", folder / "out"), std::runtime_error);
}

}  // namespace
}  // namespace ntmap
