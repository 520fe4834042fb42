#include "app/export/export_pack.hpp"

#include <cpl_vsi.h>
#include <gmock/gmock.h>

#include <fstream>

#include "app/sample_project.hpp"
#include "base/error.hpp"
#include "base/sha256.hpp"
#include "gl/headless_context.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

/// One file of an archive, read by GDAL.
std::string packed(const std::filesystem::path& zip, const std::string& name) {
  VSILFILE* const file = VSIFOpenL(("/vsizip/{" + zip.string() + "}/" + name).c_str(), "rb");
  if (file == nullptr) return "(missing)";
  std::string out(1 << 22, '\0');
  out.resize(VSIFReadL(out.data(), 1, out.size(), file));
  VSIFCloseL(file);
  return out;
}

class ExportPack : public testing::Test {
 protected:
  void SetUp() override {
    try {
      const gl::HeadlessContext probe;
    } catch (const base::Error& error) {
      GTEST_SKIP() << error.what();
    }
  }
  std::filesystem::path pack(const std::string& name, const base::Job& job = {}) {
    ProjectData data = m_sample.data();
    export_pack(data, m_sample.folder / name, {.program = "ntmap 9", .overwrite = base::Overwrite::yes}, job);
    return m_sample.folder / name;
  }
  test::SampleProject m_sample;
};

TEST_F(ExportPack, HoldsEveryPieceOfEveryTheme) {
  const auto zip = pack("gói.zip");
  const std::string sums = packed(zip, "SHA256SUMS");
  for (const std::string theme : {"nuoc-sach", "ket-qua"}) {
    for (const std::string& file :
         {"ban_do/" + theme + ".png", "ban_do/" + theme + ".pdf", "chu_giai/" + theme + ".png",
          "geotiff/" + theme + ".tif", "geotiff/" + theme + ".tif.aux.xml", "geojson/" + theme + ".geojson",
          "geojson/" + theme + ".qml", "geopackage/" + theme + ".gpkg", "bang/" + theme + ".xlsx"}) {
      const std::string bytes = packed(zip, file);
      ASSERT_NE(bytes, "(missing)") << file;
      EXPECT_THAT(sums, HasSubstr(base::sha256_hex(bytes) + "  " + file + "\n"));
    }
  }
  EXPECT_THAT(packed(zip, "DOC_TOI.txt"), AllOf(StartsWith("Thử\n"), HasSubstr("chu_giai/*.png: chú giải"),
                                                HasSubstr("\nnuoc-sach: Nước sạch (")));
}

TEST_F(ExportPack, TheManifestSaysHowAndFromWhat) {
  const std::string manifest = packed(pack("a.zip"), "manifest.json");
  EXPECT_THAT(manifest, HasSubstr("\"program\": \"ntmap 9\""));
  EXPECT_THAT(manifest,
              HasSubstr("\"command\": \"ntmap export --style du_an.toml --theme nuoc-sach --period 2024 "
                        "--lang vi -o geojson/nuoc-sach.geojson\""));
  EXPECT_THAT(manifest, HasSubstr("\"path\": \"values.csv\""));
  EXPECT_THAT(manifest, HasSubstr(base::sha256_hex(test::values_csv())));
}

TEST_F(ExportPack, TheSameInputGivesTheSameBytes) {
  const std::string first = test::read_bytes(pack("a.zip"));
  EXPECT_TRUE(first == test::read_bytes(pack("b.zip")));
  m_sample.replace_in("values.csv", "00097,2024,15.5", "00097,2024,15.6");
  EXPECT_FALSE(first == test::read_bytes(pack("a.zip")));
}

TEST_F(ExportPack, CancelKeepsTheOldArchive) {
  const auto old = m_sample.folder.write("a.zip", "old");
  for (const double at : {0.0, 0.3, 0.7, 0.96}) {
    std::stop_source stop;
    const base::Job job(
        [&](double fraction, const base::Text&) {
          if (fraction >= at) stop.request_stop();
        },
        stop.get_token());
    EXPECT_THAT(test::error_of([&] { pack("a.zip", job); }), StartsWith("cancelled")) << at;
    EXPECT_EQ(test::read_bytes(old), "old");
  }
}

TEST_F(ExportPack, ErrorsNameTheTheme) {
  m_sample.replace_in("du_an.toml", "breaks = [0, 50, 100]\n", "breaks = [0, 50, 100]\nlabels = [\"một\"]\n");
  EXPECT_THAT(test::error_of([&] { pack("a.zip"); }), HasSubstr("theme “nuoc-sach”"));
  EXPECT_FALSE(std::filesystem::exists(m_sample.folder / "a.zip"));
}

TEST(CheckPack, RefusesWhatCannotBe) {
  const test::SampleProject sample;
  const auto project = sample.project();
  const auto error = [&](const model::Project& of, const std::string& name, base::Overwrite overwrite = {}) {
    return test::error_of([&] { check_pack(of, sample.folder / name, {.overwrite = overwrite}); });
  };
  EXPECT_EQ(error(*project, "a.zip"), "no error");
  EXPECT_THAT(error(*project, "a.rar"), AllOf(StartsWith("usage"), HasSubstr(".zip")));
  EXPECT_THAT(error(*project, "a/b.zip"), StartsWith("not_found"));
  sample.folder.write("a.zip", "old");
  EXPECT_THAT(error(*project, "a.zip"), HasSubstr("--overwrite"));
  EXPECT_EQ(error(*project, "a.zip", base::Overwrite::yes), "no error");
  EXPECT_THAT(error({}, "b.zip"), AllOf(StartsWith("usage"), HasSubstr("project file")));
}

}  // namespace
}  // namespace ntmap::app
