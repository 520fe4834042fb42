#include "app/map/georeference.hpp"

#include <gmock/gmock.h>

#include "app/map/render_map.hpp"
#include "app/sample_project.hpp"

namespace ntmap::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Georeference, PicturesGetFilesBesideThem) {
  const test::TemporaryFolder folder;
  georeference({{500'000, 2'000'000, 10, 10, 100, 100}, {}, "EPSG:9209"}, "unused", folder / "a.png",
               base::Overwrite::no);
  EXPECT_THAT(test::read_bytes(folder / "a.pgw"), StartsWith("10\n0\n0\n-10\n500005\n"));
  EXPECT_THAT(test::read_bytes(folder / "a.png.aux.xml"), HasSubstr("9209"));
}

TEST(Georeference, IsRefusedWhereNothingCanHoldIt) {
  const test::TemporaryFolder folder;
  const auto error = [&](const char* name) {
    return test::error_of([&] { check_georeference(folder / name, base::Overwrite::no); });
  };
  EXPECT_THAT(error("a.svg"), AllOf(StartsWith("usage"), HasSubstr("--geo")));
  EXPECT_EQ(error("a.png"), "no error");
  EXPECT_EQ(error("a.pdf"), "no error");
  folder.write("a.pgw", "old");
  EXPECT_THAT(error("a.png"), HasSubstr("a.pgw"));
}

TEST(Georeference, ASheetsPdfKnowsItsPlace) {
  const test::SampleProject sample;
  ProjectData data = sample.data();
  const auto target = sample.folder / "map.pdf";
  render_map(data, {}, target, {.geo = true});
  EXPECT_THAT(test::read_bytes(target), AllOf(StartsWith("%PDF"), HasSubstr("/Type /Viewport")));
}

}  // namespace
}  // namespace ntmap::app
